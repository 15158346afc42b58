package reports_test

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"maps"
	"os"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/demo"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
	"itportfoljen/reports"
	"itportfoljen/reports/pdf"
)

// sizes are portfolios of every size, what they were when they were made, and what has been built
// of them. Making them takes longer than most tests, so all tests share them.
var sizes struct {
	worlds map[string]*world
	was    map[string]string
	docs   map[*world]map[string]*pdf.Doc
}

// worlds are portfolios of every size, which nobody may change: TestMain tells of whoever has.
func worlds(t testing.TB) map[string]*world {
	t.Helper()
	if sizes.worlds == nil {
		sizes.worlds = map[string]*world{"tom": newWorld(t), "3": town(t, 3, 2), "60": town(t, 60, 20), "80": town(t, 80, 25), "800": town(t, 800, 240),
			"ekvalla": ekvalla(t, demo.S), "hård": hard(t)}
		sizes.was, sizes.docs = map[string]string{}, map[*world]map[string]*pdf.Doc{}
		for size, w := range sizes.worlds {
			sizes.was[size], sizes.docs[w] = w.digest(), map[string]*pdf.Doc{}
		}
	}
	return maps.Clone(sizes.worlds)
}

func TestMain(m *testing.M) {
	flag.Parse()
	code := m.Run()
	for size, w := range sizes.worlds {
		if w.digest() != sizes.was[size] {
			fmt.Printf("a test has changed the portfolio %q, which all tests share: make one of its own\n", size)
			code = 1
		}
	}
	os.Exit(code)
}

// digest is of all that a world holds.
func (w *world) digest() string {
	h := sha256.New()
	all := []*field.Record{w.settings}
	for _, k := range app.Kinds {
		all = append(all, w.all[k]...)
	}
	for _, r := range all {
		fmt.Fprintln(h, r.ID, r.Ref)
		for _, f := range r.Kind.Fields() {
			if f.Kept() {
				fmt.Fprintln(h, field.Encode(r.Get(f)))
			}
		}
	}
	return string(h.Sum(nil))
}

// hard has names and texts as long as they get.
func hard(t testing.TB) *world {
	w := town(t, 80, 60)
	long := strings.Repeat("Informationssäkerhetsklassningsverktygsförvaltningsorganisation och uppföljning ", 6)
	w.settings.Put(settings.Name.Field, long).Put(settings.Sender.Field, long).Put(settings.Department.Field, long)
	for _, k := range []*field.Kind{system.Kind, plan.Kind} {
		for i, r := range w.all[k] {
			r.Put(k.Title(), fmt.Sprint(strings.Repeat("x", i%90), long, i))
		}
	}
	for _, r := range w.all[plan.Kind] {
		r.Put(plan.Recommendation.Field, long+long).Put(plan.Description.Field, strings.Repeat(long, 10)).Put(plan.BenefitNote.Field, long)
	}
	for _, c := range w.all[economy.CostKind] {
		c.Put(economy.CostBudget.Field, money.FromKronor(999_999_999))
	}
	return w
}

// build makes a report. What is made of one of the worlds as it is made when nobody has chosen
// anything is made once, and is only to be read.
func build(t testing.TB, w reports.World, name string, sets map[string]string) *pdf.Doc {
	t.Helper()
	of, _ := w.(*world)
	made, shared := sizes.docs[of]
	shared = shared && len(sets) == 0
	if doc := made[name]; shared && doc != nil {
		return doc
	}
	doc, err := reports.Build(w, name, reports.Options{Draft: true, Sets: sets})
	if err != nil {
		t.Fatal(err)
	}
	if shared {
		made[name] = doc
	}
	return doc
}

// needs are the settings that a report can't do without, of the first record that will
// do; ok is false where the portfolio has none.
func needs(w *world, info reports.Info) (sets map[string]string, ok bool) {
	sets = map[string]string{}
	for _, s := range info.Settings {
		of := s.Of
		if s.Kind == app.SettingUnit {
			of = org.UnitKind
		}
		if !s.Needed {
			continue
		}
		if len(w.all[of]) == 0 {
			return nil, false
		}
		sets[s.Key] = string(w.all[of][0].ID)
		if s.Kind == app.SettingUnit {
			sets[s.Key] = org.Path(w, w.all[of][0].ID)
		}
	}
	return sets, true
}

// every builds each report that the portfolio has something to make of, with settings
// besides those that it needs.
func every(t testing.TB, w *world, besides map[string]string, see func(info reports.Info, doc *pdf.Doc)) {
	t.Helper()
	for _, info := range reports.List() {
		if sets, ok := needs(w, info); ok {
			maps.Copy(sets, besides)
			see(info, build(t, w, info.Name, sets))
		}
	}
}

// lines are the texts of each page, those on one line joined with " | ".
func lines(doc *pdf.Doc) [][]string {
	var out [][]string
	for _, p := range doc.Pages() {
		at := map[float64]int{}
		var page []string
		for _, it := range p.Items {
			m, ok := it.Mark.(pdf.TextMark)
			if !ok {
				continue
			}
			text := strings.TrimSpace(m.Text)
			if i, ok := at[m.Y]; ok {
				page[i] += " | " + text
				continue
			}
			at[m.Y] = len(page)
			page = append(page, text)
		}
		out = append(out, page)
	}
	return out
}

func whole(doc *pdf.Doc) string {
	var b strings.Builder
	for _, p := range lines(doc) {
		b.WriteString(strings.Join(p, "\n") + "\n")
	}
	return b.String()
}
