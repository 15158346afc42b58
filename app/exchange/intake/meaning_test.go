package intake_test

import (
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/base/date"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

func TestWhatATextMeansIsSaidOnce(t *testing.T) {
	b := book(table("System", "System|Användare|Driftbudget 2027", "Vass|100–200|5 000 kr/mån", "Säv|100–200|10", "Kaveldun|40|30", "Starr|?|20"))
	w := intaketest.New()
	r := planned(t, w, b, intake.Options{})
	if len(r.Errors) != 3 || r.New != 4 {
		t.Fatalf("%d new, errors %+v", r.New, r.Errors)
	}
	groups := ask.Groups(r.Errors)
	i := slices.IndexFunc(groups, func(g ask.Group) bool { return g.Value == "100–200" })
	if len(groups) != 2 || i < 0 || !slices.Equal(groups[i].Rows, []int{2, 3}) || groups[i].ID != "means:system.users:100–200" || groups[i].Column != "Användare" {
		t.Fatalf("groups %+v", groups)
	}
	amount := groups[1-i].ID
	answers := map[string]string{groups[i].ID: "150", amount: "60 tkr"}
	r = planned(t, w, b, intake.Options{Answers: answers})
	if len(r.Errors) != 0 || len(r.Meant) != 2 || len(r.Remarks) != 4 { // and that "?" is nothing
		t.Fatalf("errors %+v, meant %v, remarks %+v", r.Errors, r.Meant, r.Remarks)
	}
	w.Apply(t, r.Changes)
	for name, want := range map[string]int64{"Vass": 150, "Säv": 150, "Kaveldun": 40, "Starr": 0} {
		if got := system.Users.Get(named(t, w, name)); got != want {
			t.Errorf("%s has %d users, want %d", name, got, want)
		}
	}
	vass := named(t, w, "Vass")
	if got := system.OperationsBudget.Show(w, system.OperationsBudget.Value(w, vass, 2027)); got != "60\u00a0000" {
		t.Errorf("the amount is %q", got)
	}
	if note := system.ImportNote.Get(vass); !strings.Contains(note, "100–200") {
		t.Errorf("what it said is lost: %q", note)
	}
	// It holds for other files too, and is said.
	r = planned(t, w, book(table("System", "System|Användare", "Tåg|100–200")), intake.Options{})
	if len(r.Errors) != 0 || len(r.Remarks) != 1 || !strings.Contains(r.Remarks[0].Message, "150") {
		t.Errorf("errors %+v, remarks %+v", r.Errors, r.Remarks)
	}
	// That it means nothing is an answer too.
	r = planned(t, intaketest.New(), b, intake.Options{Answers: map[string]string{groups[i].ID: ask.Empty}})
	if len(r.Errors) != 1 {
		t.Errorf("errors %+v", r.Errors)
	}
	// And what can't be read is told of as that.
	r = planned(t, intaketest.New(), b, intake.Options{Answers: map[string]string{groups[i].ID: "många"}})
	if len(r.Errors) != 3 || !strings.Contains(r.Errors[0].Message+r.Errors[1].Message, "många") {
		t.Errorf("errors %+v", r.Errors)
	}
}

func TestADayThatNobodyLivesToSeeIsAskedAbout(t *testing.T) {
	far := date.Of(9999, 12, 31)
	b := book(table("System", "System|Avtal till|Stöd till", "Vass|9999-12-31|2999-12-31", "Säv|9999-12-31|2030-12-31", "Starr|2099-12-31|"))
	r := planned(t, intaketest.New(), b, intake.Options{})
	if len(r.Questions) != 2 || len(r.Errors) != 0 || !slices.Equal(r.Questions[0].Rows, []int{2, 3}) {
		t.Fatalf("questions %+v, errors %+v", r.Questions, r.Errors)
	}
	id, support := r.Questions[0].ID, r.Questions[1].ID
	if strings.Contains(id, "support") {
		id, support = support, id
	}
	for answer, want := range map[string]date.Date{"": 0, "open": 0, "day": far} {
		w := intaketest.New()
		r := imported(t, w, b, intake.Options{Answers: map[string]string{id: answer, support: answer}})
		vass := named(t, w, "Vass")
		if got, _ := system.AgreementEnd.Value(w, vass, 0).(date.Date); got != want {
			t.Errorf("%q: the agreement ends %s", answer, got)
		}
		terms, _ := system.AgreementTerms.Value(w, vass, 0).(string)
		if (terms == "Tills vidare") != (answer == "open") {
			t.Errorf("%q: the terms are %q", answer, terms)
		}
		if note := system.ImportNote.Get(vass); (answer == "") != strings.Contains(note, "9999-12-31") {
			t.Errorf("%q: the note is %q", answer, note)
		}
		if got, _ := system.AgreementEnd.Value(w, named(t, w, "Starr"), 0).(date.Date); got != date.Of(2099, 12, 31) {
			t.Errorf("%q: a late day is %s", answer, got)
		}
		if answer == "open" && len(r.Remarks) != 2 {
			t.Errorf("remarks %+v", r.Remarks)
		}
	}
}

func TestAHeadingSaysWhatMonthsAreIn(t *testing.T) {
	for heading, want := range map[string]int64{"Uppsägningstid": 90, "Uppsägningstid (dagar)": 3, "Uppsägningstid, månader": 90, "Uppsägningstid dgr": 3, "Uppsägningstid i dagar": 3} {
		w := intaketest.New()
		r := planned(t, w, book(table("System", "System|"+heading+"|Avtal till", "Vass|#90|2027-12-31", "Säv|90|2027-12-31")), intake.Options{})
		w.Apply(t, r.Changes)
		if (len(r.Remarks) > 0) != (want == 90) {
			t.Errorf("%s: remarks %+v", heading, r.Remarks)
		}
		for _, name := range []string{"Vass", "Säv"} {
			if got := system.NoticeMonths.Value(w, named(t, w, name), 0); got != want {
				t.Errorf("%s: %v months, want %d", heading, got, want)
			}
		}
	}
}

// named is the system of a name.
func named(t *testing.T, w *intaketest.World, name string) *field.Record {
	t.Helper()
	return only(t, w, system.Kind, name)
}
