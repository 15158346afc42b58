package reports_test

import (
	"fmt"
	"maps"
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

// worlds are portfolios of every size.
func worlds(t testing.TB) map[string]*world {
	return map[string]*world{"tom": newWorld(t), "3": town(t, 3, 2), "60": town(t, 60, 20), "80": town(t, 80, 25), "800": town(t, 800, 240),
		"ekvalla": ekvalla(t, demo.S), "hård": hard(t)}
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

func build(t testing.TB, w reports.World, name string, sets map[string]string) *pdf.Doc {
	t.Helper()
	doc, err := reports.Build(w, name, reports.Options{Draft: true, Sets: sets})
	if err != nil {
		t.Fatal(err)
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
