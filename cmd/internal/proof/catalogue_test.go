// Package proof_test walks the field catalogue and proves for every field what
// declaring it once promises: it can be typed, saved, found, listed, exported,
// read back, logged, undone and written as JSON, with no other place naming it.
package proof_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
	"itportfoljen/cmd/internal/wiring"
)

var services = wiring.Services(wiring.Options{Who: "Anna Ek", Today: date.Of(2026, 11, 21)})

// listed are the kinds that people list.
var listed = slices.DeleteFunc(slices.Clone(app.Kinds), func(k *field.Kind) bool { return k.Silent })

func open(t *testing.T, path string) *app.Portfolio {
	t.Helper()
	p, err := services.Open(context.Background(), path, app.ToEdit)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

func begin(t *testing.T, name string) (*app.Portfolio, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	p, err := services.Create(context.Background(), path, app.Beginning{Municipality: "Ekvalla kommun", Model: wiring.Models()[0].Data})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p, path
}

func add(t *testing.T, p *app.Portfolio, k *field.Kind, texts ...string) *field.Record {
	t.Helper()
	var as []app.Assignment
	for i := 0; i < len(texts); i += 2 {
		as = append(as, app.Assignment{Column: field.Column{Field: k.Field(texts[i])}, Text: texts[i+1]})
	}
	r, err := p.Create(context.Background(), k, as)
	if err != nil {
		t.Fatalf("%s: %v", k.Name, err)
	}
	return r
}

// subjects makes one record of each listed kind, and what they can refer to.
func subjects(t *testing.T, p *app.Portfolio) map[*field.Kind]*field.Record {
	t.Helper()
	add(t, p, org.UnitKind, "name", "Ekvalla kommun", "type", "Koncern")
	add(t, p, org.UnitKind, "name", "Vård- och omsorgsförvaltningen", "type", "Förvaltning", "parent", "Ekvalla kommun")
	add(t, p, org.PersonKind, "name", "Åsa Ekström")
	add(t, p, system.Kind, "name", "Lönesystemet")
	add(t, p, system.Kind, "name", "Vårdplan")
	add(t, p, system.Kind, "name", "Diariet")
	out := map[*field.Kind]*field.Record{}
	for _, k := range listed {
		out[k] = subject(t, p, k)
		if slices.ContainsFunc(k.PointedBy(), func(f *field.Field) bool { return f.SaysTargets() }) && len(p.All(k)) < 2 {
			add(t, p, k, append(needed(p, k), k.Title().Key, "En till")...) // to point at instead
		}
	}
	return out
}

// end is 1 for the far end of what goes between two, and of what points at its own kind, and 2
// for what it goes by: they aren't the same.
func end(f *field.Field) int {
	switch b := f.Kind.Ends; {
	case b != nil && f == b.To || f.Targets()[0] == f.Kind:
		return 1
	case b != nil && f != b.From && f.Targets()[0] == b.From.Targets()[0]:
		return 2
	}
	return 0
}

// pointedAt is what finds one of those that the field may point at.
func pointedAt(w field.World, f *field.Field, n int) string {
	return w.Exact(w.All(f.Targets()[0])[n].ID)
}

// subject makes a record of a kind with no more than it must have, and other
// values than the samples.
func subject(t *testing.T, p *app.Portfolio, k *field.Kind) *field.Record {
	t.Helper()
	return add(t, p, k, needed(p, k)...)
}

// needed are the fields that a record must have, each with a text.
func needed(p *app.Portfolio, k *field.Kind) (texts []string) {
	must := k.Vital
	if len(must) == 0 {
		must = []*field.Field{k.Title()}
	}
	for _, f := range must {
		texts = append(texts, f.Key, first(p, f))
	}
	return texts
}

// TestEveryFieldIsDeclaredOnceAndWorksEverywhere types a value in every field
// of every kind and follows it all the way.
func TestEveryFieldIsDeclaredOnceAndWorksEverywhere(t *testing.T) {
	p, path := begin(t, "a.itp")
	ctx := context.Background()
	of := subjects(t, p)
	typed := map[*field.Field]string{}
	for _, k := range listed {
		if k.Lasting {
			t.Run(k.Name, func(t *testing.T) { of[k] = lasting(ctx, t, p, k, typed) })
			continue
		}
		for _, f := range k.Fields() {
			if !f.Editable() {
				continue
			}
			t.Run(k.Name+"."+f.Key, func(t *testing.T) { typed[f] = edit(ctx, t, p, of[k], f) })
		}
	}
	t.Run("kept in the file", func(t *testing.T) { keptInFile(t, path, of, typed) })
	t.Run("to Excel and back", func(t *testing.T) { throughExcel(t, p) })
	t.Run("in JSON", func(t *testing.T) { inJSON(t, p, of, typed) })
}

// lasting makes a record with a sample in every field, since that is when it is
// written, and holds that it is never written over.
func lasting(ctx context.Context, t *testing.T, p *app.Portfolio, k *field.Kind, typed map[*field.Field]string) *field.Record {
	var as []app.Assignment
	for _, f := range k.Fields() {
		if f.Editable() {
			text := sample(p, f)
			if f.Type == field.Date { // what is written down has been
				text = p.Today().AddDays(-30).String()
			}
			as = append(as, app.Assignment{Column: field.Column{Field: f}, Text: text})
		}
	}
	r, err := p.Create(ctx, k, as)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range as {
		f := a.Column.Field
		typed[f] = f.Exact(p, f.Value(p, r, 0))
		if typed[f] == "" {
			t.Errorf("%s: typing %q left it empty", f.Key, a.Text)
		}
		if _, err := p.Set(ctx, r.ID, a.Column, nil); fault.CodeOf(err) != fault.Conflict {
			t.Errorf("%s was written over: %v", f.Key, err)
		}
	}
	if _, err := p.Delete(ctx, []field.ID{r.ID}); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("it was removed: %v", err)
	}
	if _, err := p.Undo(ctx); err != nil || p.Get(r.ID) != nil {
		t.Errorf("what was just made can't be taken back: %v", err)
	}
	if _, err := p.Redo(ctx); err != nil || p.Get(r.ID) == nil {
		t.Errorf("nor made again: %v", err)
	}
	return p.Get(r.ID)
}

// edit types the sample, and checks list, search, completeness, journal and
// undo. It leaves the sample in place.
func edit(ctx context.Context, t *testing.T, p *app.Portfolio, r *field.Record, f *field.Field) string {
	col := field.Column{Field: f}
	text := sample(p, f)
	shows := func() string { return f.Exact(p, f.Value(p, p.Get(r.ID), 0)) }
	before := shows()
	missed := has(insight.Missing(p, p.Get(r.ID)), f)
	allow(t, p, r.ID, f)
	e, err := p.SetText(ctx, r.ID, col, text)
	if err != nil {
		t.Fatal(err)
	}
	want := shows()
	if v, err := p.Parse(p.Get(r.ID), f, want); err != nil || !field.Equal(v, f.Value(p, p.Get(r.ID), 0)) {
		t.Errorf("%q doesn't read back to what it was written from: %v, %v", want, v, err)
	}
	if field.IsEmpty(f.Value(p, p.Get(r.ID), 0)) {
		t.Fatalf("typing %q left the field empty", text)
	}
	l := view.New(p, r.Kind)
	l.SetColumns([]field.Column{col})
	l.SetFilters([]view.Filter{{IDs: []field.ID{r.ID}}})
	if rows := l.Rows(); len(rows) != 1 || l.Text(rows[0], col) == "" {
		t.Errorf("the list shows %d rows", len(rows))
	}
	l.Sort(view.Order{Column: col, Desc: true})
	l.SetFilters([]view.Filter{{Field: f, Op: view.Lacks}})
	for _, row := range l.Rows() {
		if row.ID == r.ID {
			t.Error("the filter for empty takes a filled one")
		}
	}
	if missed && has(insight.Missing(p, p.Get(r.ID)), f) {
		t.Error("a required field that is filled still counts as missing")
	}
	logged, err := p.Journal(ctx, app.Query{Number: e.Number})
	if err != nil || len(logged) != 1 || len(logged[0].Changes) == 0 || logged[0].Who != "Anna Ek" {
		t.Fatalf("the journal has %d entries of number %d, %v", len(logged), e.Number, err)
	}
	if _, err := p.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := shows(); got != before {
		t.Errorf("undo gives %q, want %q", got, before)
	}
	if _, err := p.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := shows(); got != want {
		t.Errorf("redo gives %q, want %q", got, want)
	}
	return want
}

func has(fs []*field.Field, f *field.Field) bool {
	for _, x := range fs {
		if x == f {
			return true
		}
	}
	return false
}

// keptInFile opens a copy of the file and compares.
func keptInFile(t *testing.T, path string, of map[*field.Kind]*field.Record, typed map[*field.Field]string) {
	p := open(t, path) // a second opening: for reading
	for f, want := range typed {
		if got := f.Exact(p, f.Value(p, p.Get(of[f.Kind].ID), 0)); got != want {
			t.Errorf("%s.%s: the file gives %q, want %q", f.Kind.Name, f.Key, got, want)
		}
	}
}

// throughExcel writes the portfolio as a workbook, reads it into the same
// portfolio, which changes nothing, and into an empty one, which makes it the
// same.
func throughExcel(t *testing.T, p *app.Portfolio) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "allt.xlsx")
	if err := services.WriteBook(ctx, path, export.Book(p, export.Options{What: export.All}), nil); err != nil {
		t.Fatal(err)
	}
	book, err := services.ReadBook(ctx, path, nil)
	if err != nil {
		t.Fatal(err)
	}
	same, err := intake.Plan(ctx, p, book, intake.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(same.Changes); n != 0 || same.New+same.Changed != 0 || len(same.Errors) != 0 {
		t.Errorf("reading back our own workbook gives %d changes, %d errors: %s", n, len(same.Errors), describe(same))
	}
	q, _ := begin(t, "b.itp")
	fresh, err := intake.Plan(ctx, q, book, intake.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(fresh.Errors) != 0 {
		t.Errorf("reading it into an empty one gives %v", fresh.Errors)
	}
	if _, err := q.Apply(ctx, "Importera", fresh.Changes); err != nil {
		t.Fatal(err)
	}
	for _, k := range listed {
		got, want := texts(q, k), texts(p, k)
		for i := range max(len(got), len(want)) {
			if i >= len(got) || i >= len(want) || got[i] != want[i] {
				t.Errorf("%s after a journey through Excel:\n got %v\nwant %v", k.Name, got, want)
				break
			}
		}
	}
}

func describe(r *intake.Result) string {
	s := ""
	for _, c := range r.Changes {
		if c.Field != nil {
			s += fmt.Sprintf("\n%s.%s: %v → %v", c.Kind.Name, c.Field.Key, c.Before, c.After)
		} else {
			s += fmt.Sprintf("\n%s: op %d", c.Kind.Name, c.Op)
		}
	}
	for _, e := range r.Errors {
		s += fmt.Sprintf("\nrow %d %s: %s", e.Row, e.Column, e.Message)
	}
	return s
}

// texts writes the editable fields of all records of a kind.
func texts(p *app.Portfolio, k *field.Kind) []string {
	var out []string
	for _, r := range p.All(k) {
		for _, f := range k.Fields() {
			if s := f.Exact(p, f.Value(p, r, 0)); s != "" && f.Editable() {
				out = append(out, f.Key+"="+s)
			}
		}
	}
	return out
}

func inJSON(t *testing.T, p *app.Portfolio, of map[*field.Kind]*field.Record, typed map[*field.Field]string) {
	var b bytes.Buffer
	if err := export.JSON(p, &b); err != nil {
		t.Fatal(err)
	}
	var doc map[string]any
	if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	for f := range typed {
		if f.Yearly { // under costs
			continue
		}
		found := false
		list, _ := doc[f.Kind.Plural].([]any)
		for _, x := range list {
			o := x.(map[string]any)
			if o["id"] == string(of[f.Kind].ID) {
				found = o[f.JSONKey()] != nil
			}
		}
		if !found {
			t.Errorf("%s.%s is not in the JSON document as %s", f.Kind.Name, f.Key, f.JSONKey())
		}
	}
}
