package intake_test

import (
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// madeOf are the names of a kind that weren't there.
func madeOf(r *intake.Result, k *field.Kind) []string {
	for _, m := range r.Made {
		if m.Kind == k {
			return m.Names
		}
	}
	return nil
}

// A maker is made since a list of things names it; whoever pays isn't.
var (
	makerKind = field.NewKind(field.Kind{Name: "maker", Plural: "makers", One: "tillverkare", Many: "tillverkare", Prefix: "TIL", Sheet: "Tillverkare",
		Naming: &field.Naming{The: "tillverkaren", Alike: func(s string) string {
			return strings.TrimSuffix(strings.ReplaceAll(strings.ToLower(s), ".", ""), " ab")
		}}})
	_ = field.NewText(makerKind, "name", "Tillverkare")

	thingKind  = field.NewKind(field.Kind{Name: "thing", Plural: "things", One: "sak", Many: "saker", Prefix: "SAK", Sheet: "Saker"})
	_          = field.NewText(thingKind, "name", "Sak")
	thingMaker = field.NewRef(thingKind, "maker", "Tillverkare", field.To(makerKind), field.Makes)
	_          = field.NewRef(thingKind, "payer", "Betalare", field.To(makerKind))
)

// withThings is a portfolio that has things and makers too.
type withThings struct{ *intaketest.World }

func (w withThings) Kinds() []*field.Kind {
	return append(slices.Clone(w.World.Kinds()), makerKind, thingKind)
}

// things are a list of things and who makes them, "Skruv: Nordkod AB".
func things(lines ...string) *sheet.Book {
	s := sheet.Sheet{Name: "Saker", Rows: []sheet.Row{{Number: 1, Cells: []sheet.Cell{sheet.Str("Sak"), sheet.Str("Tillverkare"), sheet.Str("Betalare")}}}}
	for i, l := range lines {
		name, maker, _ := strings.Cut(l, ": ")
		maker, payer, _ := strings.Cut(maker, ", betalas av ")
		s.Rows = append(s.Rows, sheet.Row{Number: i + 2, Cells: []sheet.Cell{sheet.Str(name), sheet.Str(maker), sheet.Str(payer)}})
	}
	return &sheet.Book{Name: "saker.xlsx", Format: "xlsx", Sheets: []sheet.Sheet{s}}
}

func TestWhatAListNamesIsMade(t *testing.T) {
	w := withThings{intaketest.New()}
	b := things("Skruv: Nordkod AB", "Mutter: Nordkod  AB", "Bricka: Kisel", "Hake: Kisel, betalas av Ingen alls")
	r := planned(t, w, b, intake.Options{Kind: thingKind})
	if got := madeOf(r, makerKind); !slices.Equal(got, []string{"Nordkod AB", "Kisel"}) || len(r.Questions) != 0 {
		t.Errorf("made %q, asked %v", got, r.Questions)
	}
	if len(r.Errors) != 1 || r.Errors[0].Column != "Betalare" {
		t.Errorf("nobody may be made who pays: %v", r.Errors)
	}
	for i, c := range r.Changes {
		if (c.Kind == makerKind) != (i < 2) {
			t.Errorf("change %d is of a %s", i, c.Kind.Name)
		}
	}
	w.Apply(t, r.Changes)
	if again := planned(t, w, b, intake.Options{Kind: thingKind}); len(again.Changes) != 0 || len(madeOf(again, makerKind)) != 0 {
		t.Errorf("the second time gives %d changes", len(again.Changes))
	}
}

func TestSpellingsAreAskedAboutAndNeverMergedUnasked(t *testing.T) {
	for written, asked := range map[string]bool{
		"Nordkod": true, "Nord.kod AB": true, "Nordkodd AB": true, "Nordkot AB": true, "Nordod": true, "nordkod ab": false, "NORDKOD  AB": false, "NORDKOD": true,
		"Nórdkod AB": true, "Nordkod AB": false, "Nordkod\n AB": false, "TIL-0001": false, "Sydkod AB": false, "Nordkoddd": false,
	} {
		w := withThings{intaketest.New()}
		first := planned(t, w, things("Skruv: Nordkod AB"), intake.Options{Kind: thingKind})
		w.Apply(t, first.Changes)
		b := things("Mutter: "+written, "Bricka: "+written)
		r := planned(t, w, b, intake.Options{Kind: thingKind})
		if (len(r.Questions) == 1) != asked || len(r.Questions) > 1 {
			t.Errorf("%s: asked %v", written, r.Questions)
		}
		if !asked {
			w.Apply(t, r.Changes)
			if again := planned(t, w, b, intake.Options{Kind: thingKind}); len(again.Changes)+len(r.Errors) != 0 {
				t.Errorf("%s: the second time gives %d changes, and %v wasn't read", written, len(again.Changes), r.Errors)
			}
			continue
		}
		q := r.Questions[0]
		if len(madeOf(r, makerKind)) != 0 || !strings.Contains(q.Text, "samma tillverkare som TIL-0001 Nordkod AB") || !strings.Contains(q.Effect, "anges inte") {
			t.Errorf("%s: made %q, asked %q, %q", written, madeOf(r, makerKind), q.Text, q.Effect)
		}
		same := planned(t, w, b, intake.Options{Kind: thingKind, Answers: map[string]string{q.ID: q.Options[0].Key}})
		if len(madeOf(same, makerKind)) != 0 {
			t.Errorf("%s: made %q after a yes", written, madeOf(same, makerKind))
		}
		w.Apply(t, same.Changes)
		for _, r := range w.All(thingKind) {
			if id, _ := r.Get(thingMaker.Field).(field.ID); w.Get(id).Name() != "Nordkod AB" {
				t.Errorf("%s: %s is made by %s", written, r.Name(), w.Get(id).Name())
			}
		}
		if again := planned(t, w, b, intake.Options{Kind: thingKind}); len(again.Changes) != 0 || len(again.Questions) != 0 {
			t.Errorf("%s: the second time gives %d changes, asks %v", written, len(again.Changes), again.Questions)
		}
	}
}

// TestCapitalsMakeNoOtherRow: nor do spaces, unless the portfolio has both.
func TestCapitalsMakeNoOtherRow(t *testing.T) {
	w := withThings{intaketest.New()}
	w.Apply(t, planned(t, w, makers("Nordkod AB"), intake.Options{Kind: makerKind}).Changes)
	for _, name := range []string{"nordkod ab", "NORDKOD AB", "Nordkod  AB"} {
		r := planned(t, w, makers(name), intake.Options{Kind: makerKind})
		if len(r.Questions)+r.New+r.Changed != 0 || r.Unchanged != 1 {
			t.Errorf("%s: %d new, %d changed, asked %v", name, r.New, r.Changed, r.Questions)
		}
	}
	lower := field.NewRecord(makerKind, w.NewID()).Put(makerKind.Title(), "nordkod ab")
	w.Apply(t, []field.Change{{Op: field.Create, Kind: makerKind, ID: lower.ID, Record: lower}})
	for _, name := range []string{"Nordkod AB", "nordkod ab"} { // each is found by its own spelling
		if r := planned(t, w, makers(name), intake.Options{Kind: makerKind}); len(r.Changes)+len(r.Questions) != 0 || r.Unchanged != 1 {
			t.Errorf("%s of two: %d changes, asked %v", name, len(r.Changes), r.Questions)
		}
		b := things("Mutter: " + name)
		if r := planned(t, w, b, intake.Options{Kind: thingKind}); len(r.Questions)+len(madeOf(r, makerKind)) != 0 {
			t.Errorf("a thing of %s: asked %v", name, r.Questions)
		}
	}
	if r := planned(t, w, things("Mutter: NORDKOD AB"), intake.Options{Kind: thingKind}); len(r.Questions) != 1 || len(r.Questions[0].Options) < 2 {
		t.Errorf("which of the two isn't asked: %v", r.Questions)
	}
}

// makers are a list of makers.
func makers(names ...string) *sheet.Book {
	s := sheet.Sheet{Name: "Tillverkare", Rows: []sheet.Row{{Number: 1, Cells: []sheet.Cell{sheet.Str("Tillverkare"), sheet.Str("Stad")}}}}
	for i, n := range names {
		s.Rows = append(s.Rows, sheet.Row{Number: i + 2, Cells: []sheet.Cell{sheet.Str(n), sheet.Str("")}})
	}
	return &sheet.Book{Name: "tillverkare.xlsx", Format: "xlsx", Sheets: []sheet.Sheet{s}}
}
