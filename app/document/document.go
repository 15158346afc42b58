// Package document holds what documents there are about a system, an agreement, an insats
// and so on, and where they are found. The documents themselves lie where they lie.
package document

import (
	"fmt"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/app/policy"
	"itportfoljen/app/service"
	"itportfoljen/app/system"
)

// Kind is a document, kept as a link.
var Kind = field.NewKind(field.Kind{Name: "document", Plural: "documents", One: "dokument", Many: "dokument", Also: []string{"fil", "länk", "bilaga", "handling", "dokumentation"}, Neuter: true, Further: true,
	Sheet: "Dokument", Repeats: true, Icon: "file-text"})

// The fields of a document.
var (
	Title = field.NewText(Kind, "title", "Dokument", field.Required(""), field.Listed, field.Width(28), field.Also("dokument", "titel", "rubrik", "dokumentnamn", "dokumenttitel"))
	Of    = field.NewRef(Kind, "owner", "Hör till", field.Owning, field.Required(""), field.To(system.Kind, agreement.Kind, plan.Kind, agreement.SupplierKind, policy.Kind, service.Kind, service.LevelKind), field.Listed,
		field.Also("hör till", "gäller", "avser"))
	Sort = field.NewChoice(Kind, "type", "Slag av dokument", field.Short("Slag"), field.Listed, field.Of(
		field.Option{Key: "agreement", Label: "Avtal", Synonyms: []string{"kontrakt"}},
		field.Option{Key: "dpa", Label: "PUB-avtal", Synonyms: []string{"personuppgiftsbiträdesavtal", "biträdesavtal"}},
		field.Option{Key: "sla", Label: "SLA", Synonyms: []string{"servicenivåavtal", "tjänstenivåavtal"}},
		field.Option{Key: "requirements", Label: "Kravspecifikation", Synonyms: []string{"krav", "kravställning", "förfrågningsunderlag"}},
		field.Option{Key: "risk", Label: "Riskanalys", Synonyms: []string{"risk- och sårbarhetsanalys", "riskbedömning"}},
		field.Option{Key: "dpia", Label: "Konsekvensbedömning", Synonyms: []string{"dpia", "konsekvensbedömning avseende dataskydd"}},
		field.Option{Key: "classification", Label: "Informationsklassning", Synonyms: []string{"klassning", "klassa"}},
		field.Option{Key: "decision", Label: "Beslut", Synonyms: []string{"delegationsbeslut", "tjänsteskrivelse"}},
		field.Option{Key: "minutes", Label: "Protokoll", Synonyms: []string{"mötesanteckningar", "minnesanteckningar"}},
		field.Option{Key: "plan", Label: "Plan", Synonyms: []string{"projektplan", "förvaltningsplan", "kontinuitetsplan", "avvecklingsplan"}},
		field.Option{Key: "guide", Label: "Systemdokumentation", Synonyms: []string{"dokumentation", "handbok", "manual", "lathund", "driftdokumentation"}},
		field.Option{Key: "offer", Label: "Anbud eller offert", Synonyms: []string{"anbud", "offert"}},
		field.Option{Key: "other", Label: "Annat", Synonyms: []string{"övrigt"}},
	), field.Also("dokumenttyp", "typ av dokument", "dokumentslag", "slag"))
	Link = field.NewText(Kind, "link", "Länk", field.Link, field.Sensitive, field.Listed, field.Width(36),
		field.Help("En fil, eller en adress på webben. En fil i portföljens mapp skrivs från mappen, och hittas också när mappen flyttas. Program öppnas inte."),
		field.Also("länk", "sökväg", "filsökväg", "filnamn", "länk till dokument", "webbadress", "link"))
	Dated   = field.NewDate(Kind, "dated", "Datum", field.Listed, field.Also("datum", "daterat", "dokumentdatum"))
	Number  = field.NewText(Kind, "number", "Diarienummer", field.Listed, field.Also("diarienummer", "dnr", "diarienr"))
	Comment = field.NewLongText(Kind, "comment", "Kommentar", field.Sensitive, field.Also("kommentar", "anteckning", "anteckningar"))
	// missing is the link that wasn't found when somebody last looked: another link hasn't
	// been looked for.
	missing = field.NewText(Kind, "missing", "Hittades inte", field.Hidden, field.Sensitive)
)

// missed is told of a document that isn't where its link says.
var missed = field.Reminder{Rule: "document-missing", Text: "Dokument hittas inte – välj ny plats", Field: Link.Field, Badge: "saknas", Tone: field.Warn, Gathered: true, Weight: 15}

func init() {
	Kind.Identity = []*field.Field{Of.Field, Title.Field, Link.Field}
	Kind.Vital = []*field.Field{Of.Field, Title.Field}
	Kind.Columns = []*field.Field{Title.Field, Sort.Field, Link.Field, Dated.Field, Number.Field, Comment.Field}
	Kind.Check = func(_ field.World, _, r *field.Record) error {
		if r != nil && Of.Get(r) == "" {
			return fault.New(fault.Invalid, fmt.Sprintf("Dokumentet %s måste höra till något. Inget har ändrats. Säg vad, till exempel ett system eller ett avtal.", r.Name()))
		}
		return nil
	}
	Kind.Remind = func(_ field.World, r *field.Record, say func(field.Reminder)) {
		if Missed(r) {
			say(missed)
		}
	}
	Link.Standing = func(_ field.World, r *field.Record) (field.Standing, bool) {
		return field.Standing{Text: Link.Get(r), Tone: field.Bad, Why: "Hittades inte. Välj ny plats."}, Missed(r)
	}
}

// Missed says that a document wasn't where its link says when somebody last looked.
func Missed(r *field.Record) bool { return Link.Get(r) != "" && missing.Get(r) == Link.Get(r) }
