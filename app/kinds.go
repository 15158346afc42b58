package app

import (
	"itportfoljen/app/agreement"
	"itportfoljen/app/document"
	"itportfoljen/app/economy"
	"itportfoljen/app/exemption"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/frame"
	"itportfoljen/app/goal"
	"itportfoljen/app/governance"
	"itportfoljen/app/integration"
	"itportfoljen/app/lasting"
	"itportfoljen/app/ledger"
	"itportfoljen/app/licence"
	"itportfoljen/app/managed"
	"itportfoljen/app/management"
	"itportfoljen/app/operation"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/platform"
	"itportfoljen/app/policy"
	_ "itportfoljen/app/priority" // fields of insatser
	"itportfoljen/app/programme"
	"itportfoljen/app/rhythm"
	"itportfoljen/app/risk"
	"itportfoljen/app/service"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
	"itportfoljen/app/usage"
	"itportfoljen/app/view"
)

// Kinds are all sorts of things a portfolio holds, each after those it refers to.
// This is the registry: nothing else lists kinds.
var Kinds = field.InOrderOf(
	settings.Kind, settings.FreeKind,
	org.UnitKind, org.PersonKind, org.AppointmentKind,
	policy.Kind,
	platform.Kind, exemption.Kind,
	agreement.SupplierKind, system.Kind, agreement.Kind, agreement.CoverKind, agreement.OptionKind, agreement.ReviewKind,
	licence.Kind, service.Kind, service.LevelKind, service.OutcomeKind,
	integration.Kind,
	operation.VersionKind, operation.TestKind, operation.TrainingKind, operation.ChangeKind, operation.ItemKind,
	usage.Kind, managed.Kind,
	plan.Kind, plan.VersionKind, plan.LegKind, plan.ReportKind,
	programme.Kind, goal.Kind, goal.ContributionKind, management.Kind, management.ActionKind, risk.Kind,
	forum.Kind, forum.MemberKind, forum.MeetingKind, forum.ItemKind, forum.NextKind,
	document.Kind,
	economy.CodeKind, economy.CostKind, economy.PayerKind, economy.BeliefKind, frame.Kind, frame.EarlierKind, rhythm.StateKind,
	ledger.Kind, ledger.RowsKind, ledger.RuleKind, ledger.ClosedKind,
	governance.DecisionKind, governance.AnswerKind,
	view.Kind, lasting.Kind,
)

// Kinds gives all kinds, each after those it refers to.
func (p *Portfolio) Kinds() []*field.Kind { return Kinds }

// KindNamed finds a kind by its name, plural or Swedish name; nil if none.
func KindNamed(name string) *field.Kind {
	for _, k := range Kinds {
		if name == k.Name || name == k.Plural || name == k.One || name == k.Many {
			return k
		}
	}
	return nil
}
