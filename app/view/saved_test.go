package view_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
)

func keep(t *testing.T, p *app.Portfolio, name, who string, shared bool, s view.Spec) (id field.ID) {
	t.Helper()
	_, err := p.Do(ctx, func(tx *field.Tx) (string, error) {
		var err error
		id, err = view.Keep(tx, system.Kind, name, who, shared, s)
		return "Vy: " + name, err
	})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// TestAKeptViewLeavesWithNoDocument: neither one's own nor a shared one, in a whole
// workbook, a unit's, a public one or JSON.
func TestAKeptViewLeavesWithNoDocument(t *testing.T) {
	p := apptest.Open(t)
	keep(t, p, "Hemligvyn", "bo", false, view.Spec{Filters: []view.Filter{{Field: system.Name.Field, Op: view.Contains, Text: "hemligtexten"}}})
	keep(t, p, "Allmänvyn", "bo", true, view.Spec{})
	var out bytes.Buffer
	if err := export.JSON(p, &out); err != nil {
		t.Fatal(err)
	}
	for _, o := range []export.Options{{}, {What: export.All, Public: true}, {Unit: p.All(org.UnitKind)[0].ID}} {
		for _, s := range export.Book(p, o).Sheets {
			fmt.Fprint(&out, s.Name, s.Title, s.Columns)
			if s.Each == nil {
				continue
			}
			if err := s.Each(func(cells []sheet.Cell) error { _, err := fmt.Fprint(&out, cells); return err }); err != nil {
				t.Fatal(err)
			}
		}
	}
	if s := out.String(); !strings.Contains(s, "Lönesystemet") || strings.Contains(strings.ToLower(s), "vyn") || strings.Contains(s, "hemligtexten") {
		t.Error("a view leaves with it")
	}
}

// TestATextInAnothersViewIsErasedWhenTheViewIsGone: whoever erases it is told which view it
// is, though she doesn't see it.
func TestATextInAnothersViewIsErasedWhenTheViewIsGone(t *testing.T) {
	p := apptest.Open(t)
	id := keep(t, p, "Nisses", "bo", false, view.Spec{Filters: []view.Filter{{Field: system.Name.Field, Op: view.Contains, Text: "19121212-1212"}}})
	_, err := p.Erase(ctx, "19121212", "personnummer")
	if want := "Texten står kvar i sparad vy ”Nisses” (sparad av bo). Inget har rensats. Ta bort den där först."; err == nil || err.Error() != want {
		t.Fatalf("%v, want %s", err, want)
	}
	if _, err := p.Delete(ctx, []field.ID{id}); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Erase(ctx, "19121212", "personnummer"); err != nil {
		t.Fatal(err)
	}
	if found, err := p.Trace(ctx, "19121212"); err != nil || found.Texts > 0 {
		t.Errorf("%d texts are left: %v", found.Texts, err)
	}
	if err := p.Check(ctx); err != nil {
		t.Error(err)
	}
}

// TestAViewThatWasIsInThePortfolioThatWas, as it was kept then.
func TestAViewThatWasIsInThePortfolioThatWas(t *testing.T) {
	p := apptest.Open(t)
	id := keep(t, p, "Min", "bo", false, view.Spec{Group: field.Column{Field: system.Lifecycle.Field}})
	entries, err := p.Journal(ctx, app.Query{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	keep(t, p, "Min", "bo", false, view.Spec{})
	if _, err := p.Delete(ctx, []field.ID{id}); err != nil {
		t.Fatal(err)
	}
	then, err := p.At(ctx, entries[0].Number)
	if err != nil {
		t.Fatal(err)
	}
	if s, lost, ok := view.Find(then, system.Kind, "bo", "min"); !ok || len(lost) > 0 || s.Group.Field != system.Lifecycle.Field {
		t.Errorf("%v %q %+v", ok, lost, s)
	}
}

// TestOnesOwnViewGoesBeforeAnothersOfTheName: neither knew of the other when they were kept.
func TestOnesOwnViewGoesBeforeAnothersOfTheName(t *testing.T) {
	p := apptest.Open(t)
	own := view.Spec{Group: field.Column{Field: system.Lifecycle.Field}}
	keep(t, p, "Våra", "bo", true, view.Spec{})
	id := keep(t, p, "Mina", "anna", false, own)
	apptest.Put(t, p, id, view.Name, "Våra")
	for who, grouped := range map[string]bool{"anna": true, "bo": false} {
		if s, _, _ := view.Find(p, system.Kind, who, "våra"); (s.Group.Field != nil) != grouped {
			t.Errorf("%s gets %+v", who, s)
		}
	}
	if again := keep(t, p, "Våra", "anna", false, own); again != id {
		t.Error("her own isn't kept again")
	}
}
