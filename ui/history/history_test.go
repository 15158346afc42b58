package history_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
	"itportfoljen/ui/history"
)

func read(t *testing.T, p *app.Portfolio, q app.Query) []history.Item {
	t.Helper()
	items, err := history.Read(context.Background(), p, q)
	if err != nil {
		t.Fatal(err)
	}
	return items
}

func labels(items []history.Item) (out []string) {
	for i := range items {
		s := history.Label(&items[i])
		if items[i].Undone() {
			s = "(" + s + ")"
		}
		out = append(out, s)
	}
	return out
}

func must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// TestUndoneIsShownAndRedoneIsNot follows an entry that is undone, redone and undone.
func TestUndoneIsShownAndRedoneIsNot(t *testing.T) {
	p, ctx := apptest.Open(t), context.Background()
	s := p.All(system.Kind)[0]
	e := must[app.Entry](t)(p.SetText(ctx, s.ID, field.Column{Field: system.LockIn.Field}, "Ny AB"))
	name := e.Label
	steps := []struct {
		do   func(context.Context) (app.Entry, error)
		want []string
	}{
		{p.Undo, []string{"Ångrade: " + name, "(" + name + ")"}},
		{p.Redo, []string{"Gjorde om: " + name, "(Ångrade: " + name + ")", name}},
		{p.Undo, []string{"Ångrade: " + name, "(Gjorde om: " + name + ")", "Ångrade: " + name, "(" + name + ")"}},
	}
	for i, step := range steps {
		must[app.Entry](t)(step.do(ctx))
		if got := labels(read(t, p, app.Query{}))[:len(step.want)]; !slices.Equal(got, step.want) {
			t.Errorf("step %d: %q", i+1, got)
		}
	}
	// What turned what is known also when only the newest are read.
	if got := labels(read(t, p, app.Query{Limit: 1})); got[0] != "Ångrade: "+name {
		t.Errorf("alone: %q", got)
	}
	if it := read(t, p, app.Query{Record: s.ID}); !it[3].Undone() || it[3].UndoneBy.Who != "Anna Ek" || it[3].UndoneBy.Number != it[2].Number {
		t.Errorf("the record's history says %+v", it[3].UndoneBy)
	}
}

func TestWhatIsTheProgramsOwnIsSilent(t *testing.T) {
	p, ctx := apptest.Open(t), context.Background()
	must[app.Entry](t)(p.SetText(ctx, settings.ID, field.Column{Field: settings.Sender.Field}, "Bo"))
	gone := field.NewKind(field.Kind{Name: "borta", Plural: "borta", One: "borta", Many: "borta", Silent: true})
	items := read(t, p, app.Query{})
	if !items[0].Silent || items[1].Silent {
		t.Errorf("settings silent %v, records %v", items[0].Silent, items[1].Silent)
	}
	if parts, _ := history.Parts(p, "", &history.Item{Entry: app.Entry{Changes: []field.Change{{Kind: gone, ID: "x", Field: field.NewFree(gone, "a", "a"), After: "1"}}}}, 5); parts[0].Name != "borta som inte finns kvar" || parts[0].Lines[0] != "a: (tomt) → 1" {
		t.Errorf("what the catalogue no longer has is told as %+v", parts)
	}
}

func TestChangesInWords(t *testing.T) {
	p := apptest.Open(t)
	s := p.All(system.Kind)[0]
	set := func(f *field.Field, before, after field.Value, erased bool) field.Change {
		return field.Change{Kind: f.Kind, ID: s.ID, Field: f, Before: before, After: after, Erased: erased}
	}
	long := strings.Repeat("ord ", 200)
	it := &history.Item{Entry: app.Entry{More: 3, Changes: []field.Change{
		set(system.LockIn.Field, "A", "B", false),
		set(system.LockIn.Field, nil, "B", true),
		set(system.LockIn.Field, nil, nil, true),
		set(system.Description.Field, nil, long, false),
		{Kind: settings.Kind, ID: settings.ID, Field: settings.Logo.Field, After: "iVBORw0KGgo"},
		{Op: field.Delete, Kind: s.Kind, ID: s.ID, Record: s, Erased: true},
		set(system.LockIn.Field, "cut", "", false),
	}}}
	parts, left := history.Parts(p, "", it, 6)
	if left != 4 || len(parts) != 3 || parts[0].Name != s.Ref+" "+s.Name() {
		t.Fatalf("%d left, %q", left, parts)
	}
	for i, want := range []string{"Inlåsning: A → B", "Inlåsning: (rensat ur historiken) → B", "Inlåsning: (rensat ur historiken)"} {
		if parts[0].Lines[i] != want {
			t.Errorf("%q, want %q", parts[0].Lines[i], want)
		}
	}
	if l := parts[0].Lines[3]; !strings.HasSuffix(l, "…") || len([]rune(l)) > 300 {
		t.Errorf("a long text is told as %q", l)
	}
	if l := parts[1].Lines[0]; l != "Kommunvapen eller logotyp ändrades" {
		t.Errorf("a picture is told as %q", l)
	}
	if l := parts[2].Lines[0]; l != fmt.Sprintf("Togs bort: %s %s (system) (rensat ur historiken)", s.Ref, s.Name()) {
		t.Errorf("%q", l)
	}
	if own, _ := history.Parts(p, s.ID, it, 1); own[0].Name != "" {
		t.Errorf("the record's own changes say %q", own[0].Name)
	}
	if got := history.Label(&history.Item{Turns: 1, Entry: app.Entry{Erased: true}}); got != "Ångrade: (rensat ur historiken)" {
		t.Errorf("%q", got)
	}
}

func TestTheFilterLooksInAllThatShows(t *testing.T) {
	p := apptest.Open(t)
	s := p.All(system.Kind)[0]
	must[app.Entry](t)(p.SetText(app.From(context.Background(), "import av Läge.xlsx"), s.ID, field.Column{Field: system.LockIn.Field}, "Åttafisk AB"))
	it := read(t, p, app.Query{Limit: 1})[0]
	for query, want := range map[string]bool{"": true, "anna": true, "EK läge": true, "attafisk": true, s.Ref: true, "inlåsning anna": true, "i dag": true, "kalle": false, "anna kalle": false} {
		if it.Matches(query) != want {
			t.Errorf("%q matches: %v", query, !want)
		}
	}
	if history.By(it.Entry) != "Anna Ek · import av Läge.xlsx" {
		t.Errorf("%q", history.By(it.Entry))
	}
}

func TestDays(t *testing.T) {
	at := time.Date(2026, 11, 21, 12, 0, 0, 0, time.Local)
	for back, want := range []string{"I dag, lördag 21 november 2026", "I går, fredag 20 november 2026", "Torsdag 19 november 2026"} {
		if got := history.Day(at.AddDate(0, 0, -back), apptest.Today); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestWhatWasPointedAtAndIsGoneIsNamed(t *testing.T) {
	p, ctx := apptest.Open(t), context.Background()
	s := apptest.Add(t, p, system.Kind, system.Name, "Tid", system.Supplier, apptest.Supplier(t, p, "Kisel"))
	must[app.Entry](t)(p.Join(ctx, apptest.Supplier(t, p, "Kisel AB"), system.Supplier.Get(s), nil))
	items := read(t, p, app.Query{})
	parts, _ := history.Parts(p, "", &items[0], 9)
	if got := fmt.Sprint(parts); !strings.Contains(got, "Kisel → Kisel AB") {
		t.Errorf("%s", got)
	}
}
