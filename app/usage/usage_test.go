package usage_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/app/usage"
)

// town is a portfolio with a system and some units: förvaltningar, the first with two
// enheter and a nämnd that it shares with another, two bolag, and the kommun.
type town struct {
	*app.Portfolio
	system *field.Record
	unit   map[string]field.ID
}

func newTown(t *testing.T) town {
	p := apptest.Empty(t)
	w := town{p, nil, map[string]field.ID{}}
	for _, u := range []struct{ name, typ, parent string }{
		{"Kommunen", org.Group, ""}, {"Vårdnämnden", org.Board, "Kommunen"}, {"Vård", org.Administration, "Vårdnämnden"}, {"Stöd", org.Administration, "Vårdnämnden"},
		{"Stadshus", org.Company, "Kommunen"}, {"Vatten", org.Company, "Stadshus"}, {"Skola", org.Administration, "Kommunen"},
		{"Hemtjänst", org.Section, "Vård"}, {"Boende", org.Section, "Vård"},
	} {
		w.unit[u.name] = apptest.Add(t, p, org.UnitKind, org.UnitName, u.name, org.UnitType, u.typ, org.UnitParent, w.unit[u.parent]).ID
	}
	w.system = apptest.Add(t, p, system.Kind, system.Name, "Lön", system.OwnerUnit, w.unit["Vård"], system.Users, int64(100))
	return w
}

func (w town) use(t *testing.T, unit string, puts ...any) *field.Record {
	return apptest.Add(t, w.Portfolio, usage.Kind, append([]any{usage.Of, w.system.ID, usage.Unit, w.unit[unit]}, puts...)...)
}

func (w town) shows(f *field.Field) string {
	r := w.Get(w.system.ID)
	return f.Show(w, f.Value(w, r, 0))
}

func TestASystemWithoutUsesIsItsOwnersAlone(t *testing.T) {
	w := newTown(t)
	if by, several := w.shows(system.UsedBy.Field), w.shows(system.UsedBySeveral.Field); by != "Vård" || several != "" {
		t.Errorf("used by %q, several %q", by, several)
	}
	w.use(t, "Skola")
	if by, several := w.shows(system.UsedBy.Field), w.shows(system.UsedBySeveral.Field); by != "Skola" || several != "Nej" {
		t.Errorf("used by %q, several %q", by, several)
	}
}

// TestAUnitThatIsArchivedIsNoneOfSeveral: and it is told that it is written there still, and
// that what it owned has nobody.
func TestAUnitThatIsArchivedIsNoneOfSeveral(t *testing.T) {
	for name, c := range map[string]struct {
		gone, several string
		rules         []string
	}{
		"nobody":   {"", "Ja", nil},
		"a user":   {"Skola", "Nej", []string{"use-gone"}},
		"another":  {"Vatten", "Ja", nil},
		"an owner": {"Vård", "Nej", []string{"unit-gone", "use-gone"}},
	} {
		w := newTown(t)
		apptest.Put(t, w.Portfolio, w.system.ID, system.Lifecycle, "maintained")
		w.use(t, "Vård")
		w.use(t, "Skola")
		if c.gone != "" {
			apptest.Put(t, w.Portfolio, w.unit[c.gone], org.UnitArchived, true)
		}
		var rules []string
		for _, a := range insight.Todos(w) {
			if strings.HasSuffix(a.Rule, "-gone") {
				rules = append(rules, a.Rule)
			}
		}
		slices.Sort(rules)
		if got := w.shows(system.UsedBySeveral.Field); got != c.several || !slices.Equal(rules, c.rules) {
			t.Errorf("%s is gone: several %s, want %s; %v, want %v", name, got, c.several, rules, c.rules)
		}
	}
}

func TestSeveralUseASystemWhenTheyAreOfDifferentFörvaltningar(t *testing.T) {
	for _, c := range []struct {
		units string
		want  bool
	}{
		{"Vård", false}, {"Hemtjänst Boende", false}, {"Vård Hemtjänst", false}, {"Vård Skola", true}, {"Hemtjänst Skola", true}, {"Kommunen", true}, {"Kommunen Vård", true},
		{"Vårdnämnden Vård", false}, {"Vård Vårdnämnden Hemtjänst", false}, {"Vårdnämnden Vård Stöd", true}, {"Vårdnämnden Skola", true}, {"Stadshus Vatten", true},
	} {
		w := newTown(t)
		for _, u := range strings.Fields(c.units) {
			w.use(t, u)
		}
		if got := usage.Several(w, w.system.ID); got != c.want {
			t.Errorf("%s: %v", c.units, got)
		}
	}
}

func TestUsesThatAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		puts []any
		want string
	}{
		"the same unit twice": {[]any{usage.Unit, "Skola"}, "Lön används redan av Skola."},
		"shares over all":     {[]any{usage.Unit, "Vård", usage.Share, int64(41)}, "Andelarna i Lön blir 101 % och kan inte bli mer än 100."},
		"no unit":             {nil, "En användning måste säga både systemet och enheten"},
		"shares to all":       {[]any{usage.Unit, "Vård", usage.Share, int64(40)}, ""},
		"a unit more":         {[]any{usage.Unit, "Vård"}, ""},
	} {
		w := newTown(t)
		w.use(t, "Skola", usage.Share, int64(60))
		r := field.NewRecord(usage.Kind, w.NewID()).Put(usage.Of.Field, w.system.ID)
		for i := 0; i < len(c.puts); i += 2 {
			v := c.puts[i+1]
			if name, is := v.(string); is {
				v = w.unit[name]
			}
			switch f := c.puts[i].(type) {
			case field.IDField:
				r.Put(f.Field, v)
			case field.NumberField:
				r.Put(f.Field, v)
			}
		}
		_, err := w.Do(context.Background(), func(tx *field.Tx) (string, error) { return "Prov", tx.Create(r) })
		if got := ""; err != nil && (c.want == "" || !strings.HasPrefix(err.Error(), c.want)) || err == nil && c.want != got {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func TestWhatIsSaidOfUsesIsRemindedOf(t *testing.T) {
	for name, c := range map[string]struct {
		skola, vård []any
		want        string
	}{
		"nothing is said":               {nil, nil, ""},
		"shares that are short":         {[]any{usage.Share, int64(60)}, []any{usage.Share, int64(30)}, "use-shares"},
		"one says no share":             {[]any{usage.Share, int64(60)}, nil, "use-shares"},
		"shares of all":                 {[]any{usage.Share, int64(60)}, []any{usage.Share, int64(40)}, ""},
		"users that differ":             {[]any{usage.Users, int64(60)}, []any{usage.Users, int64(60)}, "use-users"},
		"users that don't":              {[]any{usage.Users, int64(60)}, []any{usage.Users, int64(40)}, ""},
		"one hasn't counted: not known": {[]any{usage.Users, int64(60)}, nil, ""},
	} {
		w := newTown(t)
		w.use(t, "Skola", c.skola...)
		w.use(t, "Vård", c.vård...)
		var got []string
		for _, todo := range insight.Todos(w) {
			if strings.HasPrefix(todo.Rule, "use-") {
				got = append(got, todo.Rule)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
