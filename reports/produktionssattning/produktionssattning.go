// Package produktionssattning is the agreement to put a system in production, as a paper to sign.
package produktionssattning

import (
	"fmt"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/operation"
	"itportfoljen/app/service"
	"itportfoljen/app/system"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// Report is the agreement to put a system in production.
var Report = report.Report{Info: report.Info{
	Name: "produktionssattning", Title: "Produktionssättning", Also: []string{"driftsättning", "go live", "sätta i drift", "godkänna drift"}, For: "Systemägaren och IT-avdelningen", Group: app.ReportsToSign,
	Description: "En överenskommelse att skriva under innan ett system tas i drift: styrmodellens krav, kryssade som de står, kontrollerna, testerna och det som inte är uppfyllt.",
	Settings:    report.WithOf(system.Kind),
}, Write: write}

func write(j *report.Job) (*pdf.Doc, error) {
	w, s := j.All, j.Of
	doc := j.Doc("Produktionssättning: "+s.Name(), false)
	doc.Head(j.Over(), j.Title("Överenskommelse om produktionssättning"), report.Joined(" · ", s.Ref, report.Clip(s.Name(), report.MostHead), report.Day(j.Date)))
	f := doc.Flow
	demands := conditions(w, s)
	summary(j, f, demands)
	f.H2("Systemet")
	report.Form(f, "Uppgifter om systemet", append(j.FactsOf(s, system.Name.Field, system.OwnerUnit.Field, system.Lifecycle.Field, system.Hosting.Field), report.Fact{Label: "Version", Said: version(w, s)},
		report.Fact{Label: j.RoleName(system.OperationsManager.Field), Said: system.OperationsManager.Read(w, s, 0)})...)
	f.H2("Styrmodellens krav för att tas i drift")
	if len(demands) > 0 {
		f.Checks(j.Demands(demands)...)
	} else {
		f.P("Styrmodellen ställer inga krav på system som tas i drift.")
	}
	f.H2("Kontroller och överenskommelser")
	report.Form(f, "Kontroller med dag", j.FactsOf(s, system.ITAskedOn.Field, system.ITAnswer.Field, system.EnvironmentOn.Field, system.FunctionOn.Field, system.LaunchOn.Field, system.HandedOn.Field)...)
	tests(j, f)
	trainings(j, f)
	levels(j, f)
	f.H2("Underskrifter")
	f.Signatures(j.Signer(s, system.SystemOwner.Field), j.Signer(s, system.ITOwner.Field), j.Signer(s, system.Manager.Field))
	j.SealNote(f)
	return doc, nil
}

// conditions are those of a system before it is in service; of one that is, the same.
func conditions(w report.World, s *field.Record) []governance.Condition {
	if system.ToCome(s) {
		return governance.ConditionsBefore(w, s, system.Running)
	}
	return governance.Conditions(w, s, []string{system.Running})
}

// summary is what isn't met, first.
func summary(j *report.Job, f *pdf.Flow, demands []governance.Condition) {
	if !system.ToCome(j.Of) {
		f.Note("Systemet är " + text.Lower(system.Lifecycle.Show(j.All, system.Lifecycle.Get(j.Of))) + ". Kraven är de som gäller för att tas i drift, som de står i dag.")
	}
	var open []string
	for _, c := range demands {
		if c.Open() {
			said := c.Text
			if c.Gate.Effect == governance.Stop {
				said += " Stoppar."
			}
			open = append(open, said)
		}
	}
	if len(open) == 0 {
		f.P(report.Told(demands))
		return
	}
	f.Box("Inte uppfyllt", pdf.Warn, func(f *pdf.Flow) {
		f.P(report.Told(demands))
		f.List(open...)
	})
}

// version is the newest version that isn't replaced, with its state.
func version(w report.World, s *field.Record) string {
	said := ""
	for _, v := range w.Pointing(operation.VersionOf.Field, s.ID) {
		if operation.VersionState.Get(v) != operation.VersionReplaced {
			said = report.Joined(", ", v.Name(), text.Lower(operation.VersionState.Show(w, operation.VersionState.Get(v))), operation.VersionFrom.Get(v).String())
		}
	}
	return said
}

func tests(j *report.Job, f *pdf.Flow) {
	w := j.All
	t := pdf.Table{Size: 8.5, Dense: true, Empty: "Inget test är inlagt.", Summary: "Tester med utfall", Cols: []pdf.Col{{Head: "Test", Flex: 2, RowHead: true}, {Head: "Miljö", Flex: 1}, {Head: "Tid"}, {Head: "Testansvarig", MaxWidth: 110}, {Head: "Utfall"}}}
	for _, r := range w.Pointing(operation.TestOf.Field, j.Of.ID) {
		t.Rows = append(t.Rows, pdf.R(pdf.Txt(r.Name()), pdf.Txt(report.Or(operation.TestEnvironment.Get(r))), pdf.Txt(report.Or(report.Joined(" – ", operation.TestFrom.Get(r).String(), operation.TestTo.Get(r).String()))),
			pdf.Txt(report.Or(w.Label(operation.TestLead.Get(r)))), report.Outcome(w, operation.TestOutcome.Field, r)))
	}
	f.H2("Tester")
	f.Table(t)
}

func trainings(j *report.Job, f *pdf.Flow) {
	w := j.All
	t := pdf.Table{Size: 8.5, Dense: true, Empty: "Ingen utbildning är inlagd.", Summary: "Utbildningar", Cols: []pdf.Col{{Head: "Utbildning", Flex: 2, RowHead: true}, {Head: "Planerad"}, {Head: "Genomförd"}, {Head: "Har gått"}}}
	for _, r := range w.Pointing(operation.TrainingOf.Field, j.Of.ID) {
		gone := report.None
		if n, ok := r.Get(operation.TrainingTrained.Field).(int64); ok {
			gone = report.Count(int(n))
			if of, ok := r.Get(operation.TrainingOfHow.Field).(int64); ok {
				gone = fmt.Sprintf("%s av %s", gone, report.Count(int(of)))
			}
		}
		t.Rows = append(t.Rows, pdf.R(pdf.Txt(r.Name()), pdf.Txt(report.Or(operation.TrainingPlanned.Get(r).String())), pdf.Txt(report.Or(operation.TrainingDone.Get(r).String())), pdf.Txt(gone)))
	}
	f.H2("Utbildning")
	f.Table(t)
}

func levels(j *report.Job, f *pdf.Flow) {
	w := j.All
	t := pdf.Table{Size: 8.5, Dense: true, Empty: "Ingen servicenivå är överenskommen.", Summary: "Servicenivåer", Cols: []pdf.Col{{Head: "Servicenivå", Flex: 2, RowHead: true}, {Head: "Vad som mäts", Flex: 1}, {Head: "Status"}}}
	for _, l := range service.Levels(w, j.Of.ID) {
		if service.State.Get(l) != service.Ended {
			t.Rows = append(t.Rows, pdf.R(pdf.Txt(l.Name()), pdf.Txt(report.Or(service.Measure.Read(w, l, 0))), report.Outcome(w, service.State.Field, l)))
		}
	}
	f.H2("Servicenivåer")
	f.Table(t)
}
