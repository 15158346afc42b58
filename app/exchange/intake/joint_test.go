package intake_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/date"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// shows is what fields of a record show, parted by spaces, "-" for nothing.
func shows(w *intaketest.World, r *field.Record, fs ...*field.Field) string {
	var out []string
	for _, f := range fs {
		s := f.Exact(w, f.Value(w, r, 0))
		if s == "" {
			s = "-"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func levelsOf(r *field.Record) string {
	var out []string
	for _, f := range []field.NumberField{system.Confidentiality, system.Integrity, system.Availability} {
		out = append(out, fmt.Sprint(r.Get(f.Field)))
	}
	return strings.Join(out, " ")
}

func TestOneColumnOfSeveralFields(t *testing.T) {
	for _, heading := range []string{"KRT", "K/R/T", "K-R-T", "KRT-klassning", "Klassning", "Informationsklass", "Informationsklassning (KRT)", "krt 2026", "Klass KRT", "Info.klass (K-R-T)", "Inf.klassn.", "Säk.klass"} {
		w := intaketest.New()
		r := imported(t, w, book(table("System", "System|"+heading, "Vass|K2 R3 T1", "Säv|2-3-1", "Starr|#231", "Kaveldun|hög", "Tåg|vet ej")), intake.Options{})
		for _, name := range []string{"Vass", "Säv", "Starr"} {
			if got := levelsOf(named(t, w, name)); got != "2 3 1" {
				t.Errorf("%s: %s is %s", heading, name, got)
			}
		}
		if len(r.Errors) != 1 || r.Errors[0].Row != 5 || len(r.Remarks) != 1 || r.Remarks[0].Row != 6 || len(r.Questions) != 0 {
			t.Errorf("%s: errors %+v, remarks %+v, questions %+v", heading, r.Errors, r.Remarks, r.Questions)
		}
		if note := system.ImportNote.Get(named(t, w, "Kaveldun")); !strings.Contains(note, "hög") {
			t.Errorf("%s: the note is %q", heading, note)
		}
		if c := r.Columns[1]; c.Joint == nil || c.Field != nil || !strings.Contains(c.Phrase(w), "Riktighet") || c.Trust() != "sure" {
			t.Errorf("%s: the column is %q", heading, c.Phrase(w))
		}
		r = planned(t, w, book(table("System", "System|"+heading, "Kaveldun|hög")), intake.Options{Answers: map[string]string{r.Errors[0].ID: "3-3-3"}, Map: map[string]string{heading: r.Columns[1].Joint.Key()}})
		w.Apply(t, r.Changes)
		if got := levelsOf(named(t, w, "Kaveldun")); got != "3 3 3" || len(r.Errors) != 0 {
			t.Errorf("%s: what it means is %s, %+v", heading, got, r.Errors)
		}
	}
	// What isn't a class isn't taken for one.
	r := planned(t, intaketest.New(), book(table("System", "System|Klassning", "Vass|Intern", "Säv|Öppen")), intake.Options{})
	if r.Columns[1].Joint != nil {
		t.Error("words are taken for a class")
	}
}

func TestAFieldsOwnColumnIsBeforeTheJoints(t *testing.T) {
	w := intaketest.New()
	imported(t, w, book(table("System", "System|KRT|Riktighet", "Vass|2-3-1|4", "Säv|2-3-1|")), intake.Options{})
	if a, b := levelsOf(named(t, w, "Vass")), levelsOf(named(t, w, "Säv")); a != "2 4 1" || b != "2 3 1" {
		t.Errorf("%s and %s", a, b)
	}
}

func TestTimesOfAgreementsAndPlans(t *testing.T) {
	for _, heading := range []string{"Avtalstid", "Avtalsperiod", "Avtalstid (från–till)", "Giltighetstid"} {
		w := intaketest.New()
		r := imported(t, w, book(table("System", "System|"+heading, "Vass|2025-01-01 - 2027-12-31", "Säv|jan 2025 till dec 2027", "Starr|t.o.m. 2027-12-31", "Tåg|fr.o.m. 2025-01-01", "Kaveldun|3 år",
			"Fräken|2025-01-01 + 2 år", "Agm|2025–2027", "Dunört|tills vidare")), intake.Options{})
		for name, want := range map[string]string{"Vass": "2025-01-01 2027-12-31", "Säv": "2025-01-01 2027-12-31", "Starr": "- 2027-12-31", "Tåg": "2025-01-01 -", "Kaveldun": "- -",
			"Fräken": "2025-01-01 2026-12-31", "Agm": "2025-01-01 2027-12-31", "Dunört": "- -"} {
			if got := shows(w, named(t, w, name), system.AgreementStart, system.AgreementEnd); got != want {
				t.Errorf("%s: %s is %s", heading, name, got)
			}
		}
		for name, want := range map[string]string{"Kaveldun": "3 år", "Dunört": "tills vidare"} {
			if got := shows(w, named(t, w, name), system.AgreementTerms); got != want {
				t.Errorf("%s: the terms of %s are %s", heading, name, got)
			}
		}
		if len(r.Errors) != 0 || len(r.Remarks) != 2 || r.Remarks[0].Row != 6 {
			t.Errorf("%s: errors %+v, remarks %+v", heading, r.Errors, r.Remarks)
		}
	}
	w := intaketest.New()
	imported(t, w, book(table("Plan", "Insats|Tidplan", "Flytten|Q1–Q3 2027", "Bytet|våren 2027")), intake.Options{Kind: plan.Kind})
	all := w.All(plan.Kind)
	if got := shows(w, all[0], plan.Start.Field, plan.End.Field); got != "2027-01-01 2027-09-30" {
		t.Errorf("the plan is %s", got)
	}
	if got := shows(w, all[1], plan.Start.Field, plan.End.Field); got != "2027-03-01 2027-05-31" {
		t.Errorf("the plan is %s", got)
	}
	w = intaketest.New()
	imported(t, w, book(table("Avtal", "Avtal|Leverantör|Avtalstid", "Drift|Nordkod AB|2025-01-01–2027-12-31")), intake.Options{Kind: agreement.Kind})
	if got := agreement.End.Get(w.All(agreement.Kind)[0]); got != date.Of(2027, 12, 31) {
		t.Errorf("the agreement ends %s", got)
	}
}

func TestAColumnNamedAsOneAlternative(t *testing.T) {
	hosting := func(w *intaketest.World, name string) string { return system.Hosting.Get(named(t, w, name)) }
	for _, heading := range []string{"Molntjänst", "Molntjänst?", "Molntjänst (ja/nej)", "SaaS", "Är molntjänst"} {
		w := intaketest.New()
		r := imported(t, w, book(table("System", "System|"+heading, "Vass|Ja", "Säv|Nej", "Starr|x", "Tåg|", "Agm|nej")), intake.Options{})
		if hosting(w, "Vass") != "cloud" || hosting(w, "Starr") != "cloud" || hosting(w, "Säv") != "" || hosting(w, "Tåg") != "" {
			t.Errorf("%s: %v", heading, r.Rows)
		}
		if len(r.Remarks) != 1 || r.Remarks[0].Row != 3 || !strings.Contains(r.Remarks[0].Message, "Molntjänst") || len(r.Errors) != 0 {
			t.Errorf("%s: remarks %+v, errors %+v", heading, r.Remarks, r.Errors)
		}
		if note := system.ImportNote.Get(named(t, w, "Agm")); !strings.Contains(note, "nej") {
			t.Errorf("%s: the note is %q", heading, note)
		}
	}
	w := intaketest.New()
	r := imported(t, w, book(table("System", "System|Extern drift|Intern drift|Avvecklat|Verksamhetskritiskt", "Vass|x||nej|ja", "Säv||x|ja|nej", "Starr|x|x||", "Tåg|nej|ja||")), intake.Options{})
	if hosting(w, "Vass") != "external" || hosting(w, "Säv") != "internal" || hosting(w, "Starr") != "external" || hosting(w, "Tåg") != "internal" {
		t.Errorf("%v", r.Rows)
	}
	if got := system.Lifecycle.Get(named(t, w, "Säv")); got != "retired" {
		t.Errorf("the lifecycle is %q", got)
	}
	if got := system.Criticality.Get(named(t, w, "Vass")); got != "fully" {
		t.Errorf("the criticality is %q", got)
	}
	if !slices.ContainsFunc(r.Remarks, func(i ask.Issue) bool { return i.Row == 4 }) {
		t.Errorf("that two are said isn't told: %+v", r.Remarks)
	}
	// The field's own column is before it.
	w = intaketest.New()
	imported(t, w, book(table("System", "System|Driftform|Molntjänst", "Vass|Intern drift|Ja", "Säv||Ja")), intake.Options{})
	if hosting(w, "Vass") != "internal" || hosting(w, "Säv") != "cloud" {
		t.Errorf("%s and %s", hosting(w, "Vass"), hosting(w, "Säv"))
	}
}
