package ledger_test

import (
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/ledger"
)

// TestRules tries rules, written "konto/ansvar/projekt/text", on rows written alike.
func TestRules(t *testing.T) {
	for _, c := range []struct{ rules, row, want string }{
		{"6540///", "6540///", "0"}, {"6540///", "6541///", "-"}, {"654*///", "6541///", "0"}, {"654*///", "6550///", "-"},
		{"6500-6599///", "6599///", "0"}, {"6500–6599///", "6600///", "-"}, {"6500-6599///", "65001///", "-"}, {"6540, 4*///", "4010///", "0"},
		{"0040///", "40///", "-"}, {"/100//", "6540/100//", "0"}, {"/100//", "6540///", "-"}, {"//P*/", "6540//P7/", "0"},
		{"///visma, tieto", "6540///Faktura Visma Public", "0"}, {"///VISMA", "6540///visma", "0"}, {"///visma", "6540///", "-"},
		{"6540/100//;6540///", "6540/200//", "1"}, {"6540///;6540/100//", "6540/100//", "0"}, {"///", "6540///", "0"},
	} {
		p := apptest.Open(t)
		for i, s := range strings.Split(c.rules, ";") {
			f := strings.Split(s, "/")
			apptest.Add(t, p, ledger.RuleKind, ledger.RuleName, fmt.Sprint(i), ledger.RuleOrder, int64(i), ledger.RuleAccount, f[0], ledger.RuleAnswer, f[1], ledger.RuleProject, f[2], ledger.RuleText, f[3])
		}
		m, err := ledger.NewMatcher(p, nil)
		if err != nil {
			t.Fatal(err)
		}
		f := strings.Split(c.row, "/")
		r := ledger.Row{Account: f[0], Codes: ledger.Codes([]ledger.Object{{Dimension: 1, Code: f[1]}, {Dimension: 6, Code: f[2]}}), Text: f[3]}
		got := "-"
		if one := m.Of(r); one != nil {
			got = one.Name()
		}
		if got != c.want {
			t.Errorf("%s on %s: %s", c.rules, c.row, got)
		}
	}
}

// TestDimensions: what a part is called in the file goes before its number.
func TestDimensions(t *testing.T) {
	d := func(n int, name string) ledger.Dimension { return ledger.Dimension{Number: n, Name: name} }
	for _, c := range []struct {
		dims []ledger.Dimension
		want string
	}{
		{nil, "[1 0 6 0 0]"},
		{[]ledger.Dimension{d(1, "Kostnadsställe"), d(6, "Projekt")}, "[1 0 6 0 0]"},
		{[]ledger.Dimension{d(1, "Verksamhet"), d(2, "Ansvar"), d(20, "Motpart")}, "[2 1 0 0 20]"},
		{[]ledger.Dimension{d(1, "Sektor"), d(7, "Objekt")}, "[1 0 0 7 0]"},
	} {
		var got []int
		for _, p := range ledger.Parts {
			got = append(got, p.Dimension(c.dims))
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%v: %v, want %s", c.dims, got, c.want)
		}
	}
}

func TestARuleThatCantBeReadIsRefused(t *testing.T) {
	p := apptest.Open(t)
	for _, s := range []string{"65*0", "6599-6500", "65-6599", "-6500"} {
		r := apptest.Record(p, ledger.RuleKind, ledger.RuleName, "x", ledger.RuleAccount, s)
		if err := p.Try([]field.Change{{Op: field.Create, Kind: r.Kind, ID: r.ID, Record: r}}); err == nil || !strings.Contains(err.Error(), "Inget har ändrats") {
			t.Errorf("%s: %v", s, err)
		}
	}
}

// TestSortTies: the rules' shares and what is left over are all of it, and the balance
// counts only for investments.
func TestSortTies(t *testing.T) {
	p := apptest.Open(t)
	apptest.Add(t, p, ledger.RuleKind, ledger.RuleName, "Licenser", ledger.RuleOrder, int64(1), ledger.RuleAccount, "6540")
	apptest.Add(t, p, ledger.RuleKind, ledger.RuleName, "Servrar", ledger.RuleOrder, int64(2), ledger.RuleAccount, "1200", ledger.RuleType, economy.Investment)
	m, err := ledger.NewMatcher(p, nil)
	if err != nil {
		t.Fatal(err)
	}
	list := rows("202601 6540 10", "202601 1930 -10", "202602 1200 50", "202602 5010 7", "202602 5010 3", "202603 3010 -4")
	out, err := m.Sort(func(see func(ledger.Row) bool) error {
		for _, r := range list {
			see(r)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range out.Shares {
		name := "-"
		if s.Rule != nil {
			name = s.Rule.Name()
		}
		got = append(got, fmt.Sprintf("%s %d %d", name, s.Rows, s.Sum/100))
	}
	if s := strings.Join(got, ", "); s != "Licenser 1 10, Servrar 1 50, - 3 6" {
		t.Error(s)
	}
	if len(out.Left) != 2 || out.Left[0].Account != "5010" || out.Left[0].Sum != money.FromKronor(10) {
		t.Errorf("%+v", out.Left)
	}
}
