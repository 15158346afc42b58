package match

import (
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

func TestWhatAHeadingSays(t *testing.T) {
	v := newVocabulary(intaketest.New())
	for _, c := range []struct{ heading, says string }{
		{"Avtalsslutdatum", "avtal till datum"},
		{"Avtalets slutdatum", "avtal till datum"},
		{"Avtal t.o.m.", "avtal till"},
		{"Avt. fr o m", "avtal fran"},
		{"Syst.ägare", "system agare"},
		{"Systemagare", "system agare"},
		{"Sysetmägare", "system agare"},
		{"Systemägarens namn", "system agare namn"},
		{"Driftleverantör", "drift leverantor"},
		{"Ant. anv.", "antal anvandare"},
		{"Uppsägn.tid (mån)", "uppsagning tid manad"},
		{"Klassad den", "klassning datum"},
		{"Klassad av", "klassning av"},
		{"Är systemet kritiskt?", "system kritisk"},
		{"Licenser/år (kr)", "licens ar kostnad"},
		{"Avtalsnr", "avtal nummer"},
		{"Zebra", "zebra"},
		{"2027", ""},
	} {
		r := v.readings(read.HeadingOf(c.heading))
		if got := strings.Join(r[0].concepts, " "); got != c.says {
			t.Errorf("%s says %q, want %q", c.heading, got, c.says)
		}
	}
}

// meant gives the key of the field that a heading means alone, "" for none.
func meant(hs *headings, heading string) string {
	if f := (Names{hs: hs}).Likeliest(read.HeadingOf(heading)); f != nil {
		return f.Key
	}
	return ""
}

func TestAHeadingIsAFieldWhenBothSayTheSame(t *testing.T) {
	w := intaketest.New()
	v := newVocabulary(w)
	for _, c := range []struct {
		kind    *field.Kind
		heading string
		want    *field.Field
	}{
		{system.Kind, "Systemförvaltarens namn", system.Manager.Field},
		{system.Kind, "Namn, systemägare", system.SystemOwner.Field},
		{system.Kind, "Förvaltning", system.OwnerUnit.Field},
		{system.Kind, "Förvaltare", system.Manager.Field},
		{system.Kind, "Status (aktiv/avvecklad)", system.Lifecycle.Field},
		{system.Kind, "Nämnd/avdelning", system.OwnerUnit.Field},
		{system.Kind, "Kostnad 2024", system.OperationsActual.Field},
		{system.Kind, "Kostnad 2026", system.OperationsBudget.Field},
		{system.Kind, "Kostnad 2028", system.OperationsBudget.Field},
		{plan.Kind, "Kostnad", plan.CostStatus.Field},
		{plan.Kind, "Kostnad 2028", plan.OperationsBudget.Field},
		{system.Kind, "Driftleverantör", nil},
		{system.Kind, "Budgetansvarig", nil},
		{system.Kind, "Avtalsansvarig", nil},
		{system.Kind, "Antal licenser", nil},
		{system.Kind, "Telefon, systemägare", nil},
		{system.Kind, "Länk till avtalet", nil},
		{system.Kind, "Kostnadsställe", nil},
	} {
		want := ""
		if c.want != nil {
			want = c.want.Key
		}
		if got := meant(newHeadings(w, c.kind, v), c.heading); got != want {
			t.Errorf("%s in a list of %s is %q, want %q", c.heading, c.kind.Plural, got, want)
		}
	}
}

// TestAHeadingBelowAGroupThatSaysNothing: what only a lower row says is read there in other
// forms too, though the group is no word that is known.
func TestAHeadingBelowAGroupThatSaysNothing(t *testing.T) {
	hs := newHeadings(intaketest.New(), system.Kind, newVocabulary(intaketest.New()))
	l := &Layout{Kind: system.Kind, names: hs}
	groups := sheet.Row{Number: 1, Cells: []sheet.Cell{{}, sheet.Str("Marknad"), {}, sheet.Str("Diverse"), {}}}
	for _, c := range []struct {
		lower string
		want  *field.Field
	}{
		{"Leverantörens namn", system.Supplier.Field},
		{"Avtalets slutdag", system.AgreementEnd},
		{"Systemförvaltarens namn", system.Manager.Field},
		{"Zebrans vikt", nil},
	} {
		sh := &sheet.Sheet{Rows: []sheet.Row{groups, {Number: 2, Cells: []sheet.Cell{sheet.Str("System"), sheet.Str("Beskrivning"), sheet.Str(c.lower), sheet.Str("Driftform"), sheet.Str("Livscykel")}}},
			Merged: []sheet.Area{{Left: 1, Right: 2, Top: 1, Bottom: 1}, {Left: 3, Right: 4, Top: 1, Bottom: 1}}}
		heads := read.HeadsOf(sh, 0, hs.recognises)
		var got *field.Field
		if found := l.find(&Column{heading: heads.Columns[2]}); len(found) > 0 {
			got = found[0].field
		}
		if heads.First != 0 || got != c.want {
			t.Errorf("%s from row %d is %v", heads.Columns[2].Written, heads.First, got)
		}
	}
}

// TestEveryNameMeansItsField: whatever a field goes by means it, however it is written,
// unless another field goes by it too.
func TestEveryNameMeansItsField(t *testing.T) {
	w := intaketest.New()
	v := newVocabulary(w)
	for _, k := range importable(w) {
		hs := newHeadings(w, k, v)
		for _, f := range w.Fields(k) {
			for _, s := range append([]string{f.Label}, f.Synonyms...) {
				if f.Hidden || f.Afterwards || len(read.Words(s)) == 0 {
					continue
				}
				for _, heading := range []string{s, strings.ToUpper(s), " " + s + ":", strings.ReplaceAll(s, " ", "-")} {
					if !slices.ContainsFunc(hs.find(read.HeadingOf(heading)), func(c candidate) bool { return c.field == f }) {
						t.Errorf("%s: %q isn't %s", k.Plural, heading, f.Key)
					}
				}
			}
		}
	}
}

func FuzzHeading(f *testing.F) {
	for _, s := range []string{"Avtal t.o.m.", "Syst.ägare/förv. (tkr) 2027", "a/b/c/d/e/f", strings.Repeat("slut", 200), "s.s.s.s.s.s.s.s.s.s."} {
		f.Add(s)
	}
	w := intaketest.New()
	hs := newHeadings(w, system.Kind, newVocabulary(w))
	f.Fuzz(func(t *testing.T, s string) {
		for _, c := range hs.find(read.HeadingOf(s)) {
			if c.field == nil || c.certainty > sureLabel || c.certainty < 0 {
				t.Errorf("%q: %+v", s, c)
			}
		}
	})
}
