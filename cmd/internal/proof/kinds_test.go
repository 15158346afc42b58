package proof_test

import (
	"context"
	"io/fs"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf8"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/find"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/assets"
)

// TestEveryKindSaysWhatOthersAskOfIt walks the registry. What a kind must say
// depends on its sort: a thing of its own, a part of another, or the program's.
func TestEveryKindSaysWhatOthersAskOfIt(t *testing.T) {
	p, err := services.Example(context.Background(), filepath.Join(t.TempDir(), "exempel.itp"), "S", 1)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	seen := map[string]*field.Kind{}
	for i, k := range app.Kinds {
		t.Run(k.Name, func(t *testing.T) {
			for _, name := range []string{k.Name, k.Plural, k.One, k.Many, k.Prefix, k.Sheet} {
				if other := seen[name]; name != "" && other != nil && other != k {
					t.Errorf("%q is also what %s is called", name, other.Name)
				}
				seen[name] = k
			}
			if k.Name == "" || k.Plural == "" || k.One == "" || k.Many == "" || k.Title() == nil {
				t.Errorf("it lacks a name or a title: %+v", k)
			}
			for _, f := range k.Pointers() {
				for _, target := range f.Targets() {
					if at := slices.Index(app.Kinds, target); at < 0 || at > i {
						t.Errorf("%s points at %s, which doesn't come before it", f.Key, target.Name)
					}
				}
				if len(f.Targets()) == 0 {
					t.Errorf("%s points at nothing", f.Key)
				}
			}
			if k.Silent {
				if k.Sheet != "" || k.Searched {
					t.Error("the program's own kind is shown to people")
				}
				return
			}
			listedKind(t, p, k)
		})
	}
}

// TestEveryReminderIsWhole asks every kind what it reminds of in the example, then and a
// year later.
func TestEveryReminderIsWhole(t *testing.T) {
	p, err := services.Example(context.Background(), filepath.Join(t.TempDir(), "exempel.itp"), "S", 1)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	of := map[string]*field.Kind{}
	for _, w := range []field.World{p, later{p}} {
		for _, k := range app.Kinds {
			if k.Remind == nil {
				continue
			}
			for _, r := range p.All(k) {
				k.Remind(w, r, func(m field.Reminder) {
					if m.Rule == "" || m.Text == "" || m.Field == nil || k.Field(m.Field.Key) != m.Field {
						t.Errorf("%s: it lacks a rule, a text or a field of its kind: %+v", r.Ref, m)
					}
					if other := of[m.Rule]; other != nil && other != k {
						t.Errorf("%s is a rule of %s too", m.Rule, other.Name)
					}
					of[m.Rule] = k
					if m.Badge == "" && (m.Gathered || m.Due.IsZero() && !m.Unknown) {
						t.Errorf("%s: %s has neither a day nor a badge, or a day that is lost in the line of many", r.Ref, m.Rule)
					}
				})
			}
		}
	}
	if len(of) < 10 {
		t.Errorf("the example shows few of the rules: %d", len(of))
	}
}

// later is a portfolio in a year.
type later struct{ *app.Portfolio }

func (l later) Today() date.Date { return l.Portfolio.Today().AddMonths(12) }

// listedKind holds what is asked of kinds that people see.
func listedKind(t *testing.T, p *app.Portfolio, k *field.Kind) {
	if n := utf8.RuneCountInString(k.Sheet); n == 0 || n > 31 { // Excel's limit
		t.Errorf("its sheet is called %q", k.Sheet)
	}
	if _, err := fs.Stat(assets.Files, "icons/"+k.Icon+".svg"); err != nil {
		t.Errorf("its icon: %v", err)
	}
	if k.Owner() != nil && k.Searched {
		t.Error("a part of another is found by itself")
	}
	for _, f := range k.Columns { // ui/record shows them in the form of its owner
		if f.Kind != k || f == k.Owner() || f.Hidden || k.Owner() == nil {
			t.Errorf("the form of what it is a part of can't show %s", f.Key)
		}
	}
	all := p.All(k)
	if len(all) == 0 {
		t.Fatal("the example has none")
	}
	for _, r := range all {
		if _, err := p.Find(k, p.Exact(r.ID)); k.Searched && err != nil {
			t.Errorf("%s isn't found by %q: %v", r.ID, p.Exact(r.ID), err)
			break
		}
	}
	if k.Searched && !slices.ContainsFunc(find.Things(p, all[0].Name(), 50), func(h find.Hit) bool { return h.Record.Kind == k }) {
		t.Errorf("%q isn't found by Ctrl+K", all[0].Name())
	}
	if k.Counted {
		whole, gaps := 0, 0
		for _, r := range all {
			if len(insight.Missing(p, r)) > 0 {
				gaps++
			} else {
				whole++
			}
		}
		if whole == 0 || gaps == 0 {
			t.Errorf("the example has %d whole and %d with gaps; real ones have both", whole, gaps)
		}
	}
	scoped(t, p, k)
	public(t, p, k)
}

// scoped holds that a unit's workbook has just what belongs to the unit.
func scoped(t *testing.T, p *app.Portfolio, k *field.Kind) {
	for _, u := range p.All(org.UnitKind)[:6] {
		got := map[string]bool{}
		for _, s := range export.Book(p, export.Options{Unit: u.ID}).Sheets {
			got[s.Name] = true
			if s.Name != k.Sheet {
				continue
			}
			n := 0
			for _, r := range p.All(k) {
				if of, known := field.UnitOf(p, r); known && org.Within(p, of, u.ID) {
					n++
				}
			}
			if rows := rowsOf(t, s); rows < n || rows > n && k.Answers != field.Person { // persons who are named come along
				t.Errorf("%s has %d rows of %s, want %d", org.Path(p, u.ID), rows, k.Many, n)
			}
		}
		if got[k.Sheet] != k.OfUnits() {
			t.Errorf("a unit's workbook has a sheet of %s: %v", k.Many, got[k.Sheet])
		}
	}
}

func rowsOf(t *testing.T, s sheet.Out) (n int) {
	t.Helper()
	if err := s.Each(func([]sheet.Cell) error { n++; return nil }); err != nil {
		t.Fatal(err)
	}
	return n
}

// public holds that what is sensitive is left out of public versions.
func public(t *testing.T, p *app.Portfolio, k *field.Kind) {
	s := export.Book(p, export.Options{What: export.Of(k), Public: true}).Sheets[0]
	for _, f := range p.Fields(k) {
		if !f.Sensitive {
			continue
		}
		for _, c := range s.Columns {
			if c.Key == f.Key {
				t.Errorf("the public version has %s", f.Label)
			}
		}
	}
}
