package intake_test

import (
	"slices"
	"testing"

	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/system"
)

func TestWhatANewerListNoLongerHas(t *testing.T) {
	first := []string{"System|Förvaltning|Leverantör", "Ekot|Skolkontoret|CGI", "Vinden|Skolkontoret|CGI", "Lyran|Skolkontoret|CGI", "Månen|Kulturkontoret|CGI", "Solen|Kulturkontoret|CGI", "Stjärnan|Kulturkontoret|CGI"}
	for _, c := range []struct {
		name  string
		lines []string
		gone  []string
	}{
		{"the same list", first, nil},
		{"two are gone", []string{first[0], first[1], first[2], first[4], first[5]}, []string{"Lyran", "Stjärnan"}},
		{"one unit's list", []string{first[0], first[1], first[2]}, []string{"Lyran"}},
		{"the only one of its unit", []string{first[0], first[1], first[2], first[3], first[4], first[6]}, []string{"Solen"}},
		{"one unit's list without the unit", []string{"System|Leverantör", "Månen|CGI", "Solen|CGI"}, []string{"Stjärnan"}},
		{"a few of them", []string{first[0], first[1], first[5]}, nil},
		{"new ones", []string{first[0], "Kometen|Skolkontoret|CGI", "Rymden|Skolkontoret|CGI", "Ljuset|Skolkontoret|CGI"}, nil},
		{"all of a unit and one of another", []string{first[0], first[1], first[2], first[3], first[4]}, []string{"Solen", "Stjärnan"}},
		{"one is another spelling", []string{first[0], first[1], first[2], first[3], first[4], first[5], "Stjärnann|Kulturkontoret|CGI"}, nil},
	} {
		w := intaketest.New()
		if r := imported(t, w, book(table("s", first...)), intake.Options{}); len(r.Gone) != 0 {
			t.Fatal("something is gone the first time")
		}
		r := planned(t, w, book(table("s", c.lines...)), intake.Options{})
		var got []string
		for _, m := range r.Gone {
			got = append(got, m.Name)
		}
		asked := slices.ContainsFunc(r.Questions, func(q ask.Question) bool { return q.ID == "gone:systems" })
		if !slices.Equal(got, c.gone) || asked != (len(c.gone) > 0) {
			t.Errorf("%s: %q are gone, not %q; asked %v", c.name, got, c.gone, asked)
		}
	}
}

func TestWhatIsGoneIsRetiredOnlyWhenAskedFor(t *testing.T) {
	w := intaketest.New()
	imported(t, w, book(table("s", "System|Leverantör", "Ekot|CGI", "Vinden|CGI", "Lyran|CGI")), intake.Options{})
	b := book(table("s", "System|Leverantör", "Ekot|CGI", "Vinden|CGI"))
	if r := imported(t, w, b, intake.Options{}); len(r.Changes) != 0 || len(r.Gone) != 1 {
		t.Fatalf("%d changes, %d gone", len(r.Changes), len(r.Gone))
	}
	r := imported(t, w, b, intake.Options{Answers: map[string]string{"gone:systems": "retire"}})
	if lyran := only(t, w, system.Kind, "Lyran"); !system.Retired(lyran) || r.Unchanged != 2 || !r.Retired {
		t.Errorf("Lyran is %s, %d unchanged", system.Lifecycle.Get(lyran), r.Unchanged)
	}
	if r := imported(t, w, b, intake.Options{}); len(r.Gone)+len(r.Questions) != 0 {
		t.Error("what is retired is gone once more")
	}
}

// A sheet for each unit lists what is there together.
func TestWhatIsGoneFromSeveralSheets(t *testing.T) {
	w := intaketest.New()
	heads := "System|Leverantör"
	all := book(table("Skolkontoret", heads, "Ekot|CGI", "Vinden|CGI"), table("Kulturkontoret", heads, "Lyran|CGI", "Månen|CGI"))
	imported(t, w, all, intake.Options{})
	if r := imported(t, w, all, intake.Options{}); len(r.Gone) != 0 {
		t.Fatalf("%v are gone", r.Gone)
	}
	r := imported(t, w, book(table("Skolkontoret", heads, "Ekot|CGI", "Vinden|CGI"), table("Kulturkontoret", heads, "Månen|CGI")), intake.Options{})
	if len(r.Gone) != 1 || r.Gone[0].Name != "Lyran" {
		t.Errorf("%v are gone", r.Gone)
	}
}

func TestCellsThatAreStruckOutAreTold(t *testing.T) {
	sh := table("s", "System|Leverantör|Driftbudget 2027", "Ekot|CGI|#10", "Vinden|CGI|#20", "Lyran||#30")
	sh.Rows[1].Cells[2].Struck = true
	sh.Rows[2].Cells[0].Struck, sh.Rows[2].Cells[1].Struck = true, true // the row is
	sh.Rows[3].Cells[1].Struck = true                                   // and empty
	sh.Rows[3].Cells[2].Struck = true
	r := imported(t, intaketest.New(), book(sh), intake.Options{})
	if len(r.Unread) != 2 || r.Unread[1].Name != "C2, C4" || r.Unread[1].Row != 2 || r.New != 3 {
		t.Errorf("unread %+v, %d new", r.Unread, r.New)
	}
}

func TestWhatIsStruckOutOrHiddenIsRead(t *testing.T) {
	struck := table("s", "System|Leverantör", "Ekot|CGI", "Vinden|CGI", "Lyran|CGI", "Månen|CGI")
	for _, i := range []int{2, 3} {
		for j := range struck.Rows[i].Cells {
			struck.Rows[i].Cells[j].Struck = true
		}
	}
	struck.Rows[4].Hidden = true
	struck.Comments = []sheet.Comment{{Row: struck.Rows[1].Number, Column: 1, Text: "byts i vår"}}
	for _, c := range []struct {
		answers              map[string]string
		fresh, skipped, gone int
	}{
		{nil, 4, 0, 0},
		{map[string]string{"struck:systems": "skip"}, 2, 2, 0},
		{map[string]string{"struck:systems": "retire"}, 4, 0, 2},
		{map[string]string{"hidden:systems": "skip"}, 3, 1, 0},
	} {
		w := intaketest.New()
		r := imported(t, w, book(struck), intake.Options{Answers: c.answers})
		retired := 0
		for _, s := range w.All(system.Kind) {
			if system.Retired(s) {
				retired++
			}
		}
		if r.New != c.fresh || len(r.Skipped()) != c.skipped || retired != c.gone || len(r.Unread) != 3 || len(r.Questions) != 0 {
			t.Errorf("%v: %d new, %d skipped, %d retired, unread %+v", c.answers, r.New, len(r.Skipped()), retired, r.Unread)
		}
		if r.Unread[1].Name != "rad 3–4" {
			t.Errorf("struck out: %q", r.Unread[1].Name)
		}
		if note := system.ImportNote.Get(only(t, w, system.Kind, "Ekot")); note != "Kommentar till Leverantör: byts i vår" {
			t.Errorf("the comment is kept as %q", note)
		}
		if r := imported(t, w, book(struck), intake.Options{Answers: c.answers}); len(r.Changes) != 0 {
			t.Errorf("%v: read again it changes %d", c.answers, len(r.Changes))
		}
	}
}
