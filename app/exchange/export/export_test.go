package export_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

func find(t *testing.T, b sheet.OutBook, name string) sheet.Out {
	t.Helper()
	for _, s := range b.Sheets {
		if s.Name == name {
			return s
		}
	}
	t.Fatalf("no sheet is called %s", name)
	return sheet.Out{}
}

func names(b sheet.OutBook) []string {
	var out []string
	for _, s := range b.Sheets {
		out = append(out, s.Name)
	}
	return out
}

func rows(t *testing.T, s sheet.Out) [][]sheet.Cell {
	t.Helper()
	var out [][]sheet.Cell
	err := s.Each(func(cells []sheet.Cell) error {
		if len(cells) != len(s.Columns) {
			t.Fatalf("%s: a row of %d cells under %d columns", s.Name, len(cells), len(s.Columns))
		}
		out = append(out, slices.Clone(cells))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// column finds a column by key, or by heading when it has none.
func column(s sheet.Out, name string) int {
	return slices.IndexFunc(s.Columns, func(c sheet.Column) bool { return c.Key == name || c.Key == "" && c.Heading == name })
}

func TestWhatABookHolds(t *testing.T) {
	w := newWorld(t)
	lists := ""
	for _, k := range app.Kinds {
		if k.Sheet != "" && governance.Met(w, k) {
			lists += ", " + k.Sheet
		}
	}
	if !strings.HasPrefix(lists, ", Enheter, Personer, ") {
		t.Errorf("what others refer to doesn't come first: %s", lists)
	}
	for _, c := range []struct {
		what export.What
		want string
	}{
		{"", "Läs mig, Budget" + lists},
		{export.All, "Läs mig, Budget" + lists},
		{"systems", "Systemportfölj"}, {"plan", "IT-verksamhetsplan"}, {"persons", "Personer"}, {"units", "Enheter"},
		{"costs", "Kostnader"}, {"frames", "Ramar"}, {export.Budget, "Budget, Budget per år, Kostnader"},
		{export.Empty, "Läs mig" + lists},
	} {
		if got := strings.Join(names(export.Book(w, export.Options{What: c.what})), ", "); got != c.want {
			t.Errorf("%q holds %s, want %s", c.what, got, c.want)
		}
	}
	if b := export.Book(w, export.Options{}); !strings.Contains(b.Title, w.municipality()) {
		t.Error("the book is called", b.Title)
	}
}

func TestColumnsTellWhichRecordAndField(t *testing.T) {
	w := newWorld(t)
	w.free = []*field.Field{field.NewFree(system.Kind, "contract_manager", "Avtalscontroller"), field.NewFree(system.Kind, "own_supplier", "LEVERANTÖR")}
	b := export.Book(w, export.Options{})
	s := find(t, b, "Systemportfölj")
	if c := s.Columns[0]; c.Key != "ref" || !c.Locked {
		t.Errorf("the first column is %+v", c)
	}
	for _, key := range []string{"name", "import_note", "contract_manager", "operations_budget:2027", "development_actual:2026"} {
		if has := column(s, key) >= 0; has != (key != "development_actual:2026") { // no utfall of that this year
			t.Errorf("column %s: %v", key, has)
		}
	}
	if c := s.Columns[column(s, "operations_budget:2027")]; c.Heading != "Driftbudget 2027" || c.Type != sheet.ColMoney {
		t.Errorf("driftbudget is %+v", c)
	}
	if c := s.Columns[column(s, "notice_by")]; !c.Locked || len(c.Choices) > 0 {
		t.Errorf("a computed column is %+v", c)
	}
	u := find(t, b, "Enheter")
	if c := u.Columns[len(u.Columns)-1]; c.Key != "id" || !c.Hidden || c.Locked {
		t.Errorf("the last column of Enheter is %+v", c)
	}
	if c := s.Columns[len(s.Columns)-1]; c.Key != "id" || !c.Hidden {
		t.Errorf("the last column of systems is %+v", c)
	}
	for _, s := range b.Sheets {
		seen := map[string]bool{}
		for _, c := range s.Columns {
			if k := text.Key(c.Heading); seen[k] {
				t.Errorf("%s has two columns %s", s.Name, c.Heading)
			} else {
				seen[k] = true
			}
			if (c.Key == "") != (s.Name == "Budget") {
				t.Errorf("%s, %s has key %q", s.Name, c.Heading, c.Key)
			}
		}
	}
}

// Every cell reads back to the value it was written from.
func TestCellsReadBack(t *testing.T) {
	w := newWorld(t)
	for _, k := range []*field.Kind{org.UnitKind, org.PersonKind, system.Kind, plan.Kind, economy.CostKind, frame.Kind} {
		columns := export.Columns(w, k, w.all[k], nil)
		s := export.Table(w, k, columns, w.all[k])
		off := 0
		if k.Prefix != "" {
			off = 1
		}
		for i, row := range rows(t, s) {
			r := w.all[k][i]
			for j, c := range columns {
				checkCell(t, w, r, c, row[j+off], s.Columns[j+off])
			}
		}
	}
}

func checkCell(t *testing.T, w *world, r *field.Record, c field.Column, cell sheet.Cell, col sheet.Column) {
	t.Helper()
	v := c.Field.Value(w, r, c.Year)
	switch v.(type) {
	case field.ID, []field.ID, []field.Holding:
		if got, want := cell.Text, c.Field.Exact(w, v); got != want && !strings.HasPrefix(got, want+" (") {
			t.Errorf("%s of %s is %q, want %q", c.Field.Key, r.Name(), got, want)
		}
		return
	}
	if field.IsEmpty(v) {
		if cell.Text != c.Field.Blank(w, r) {
			t.Errorf("%s of %s holds %v", c.Field.Key, r.Name(), cell)
		}
		return
	}
	got, _, err := c.Field.Parse(w, cell.Text, money.Kr)
	if err != nil || !field.Equal(got, v) {
		t.Errorf("%s of %s: %v is written %q and reads as %v %v", c.Field.Key, r.Name(), v, cell.Text, got, err)
	}
	if len(col.Choices) > 0 && !slices.Contains(col.Choices, cell.Text) {
		t.Errorf("%s of %s: %q is none of the choices %v", c.Field.Key, r.Name(), cell.Text, col.Choices)
	}
}

func TestBudgetTies(t *testing.T) {
	w := newWorld(t)
	w.add(field.NewRecord(economy.CostKind, "stray").Put(economy.CostYear.Field, int64(2027)).Put(economy.CostBudget.Field, money.FromKronor(77)))
	for _, what := range []export.What{export.All, export.Budget} {
		b := export.Book(w, export.Options{What: what})
		budget, costs := find(t, b, "Budget"), find(t, b, "Kostnader")
		for heading, key := range map[string]string{"Budget": "budget", "Prognos": "forecast", "Utfall": "actual"} {
			i, j := column(budget, heading), column(costs, key)
			if !budget.Columns[i].Sum || costs.Columns[j].Sum != (what == export.Budget) { // no sum among rows to edit
				t.Errorf("%s has no live sum", heading)
			}
			if a, b := sum(t, budget, i), sum(t, costs, j); a != b || a == 0 {
				t.Errorf("%s: %s sums to %v, the cost rows to %v", what, heading, a, b)
			}
		}
	}
}

// What nobody has said is an empty cell, and not a zero.
func TestTheBudgetHasNoZerosThatNobodySaid(t *testing.T) {
	w := newWorld(t)
	w.all[economy.CostKind] = nil
	owner := w.all[system.Kind][0].ID
	w.add(field.NewRecord(economy.CostKind, "a").Put(economy.CostOwner.Field, owner).Put(economy.CostYear.Field, int64(2027)).Put(economy.CostType.Field, economy.Operations).Put(economy.CostBudget.Field, money.Ore(0)))
	w.add(field.NewRecord(economy.CostKind, "b").Put(economy.CostOwner.Field, owner).Put(economy.CostYear.Field, int64(2028)).Put(economy.CostType.Field, economy.Operations).Put(economy.CostForecast.Field, money.FromKronor(7)))
	b := export.Book(w, export.Options{What: export.Budget})
	for name, want := range map[string]string{"Budget": "[2027 0.00  ] [2028  7.00 ]", "Budget per år": "[0.00 ]"} {
		var got []string
		for _, row := range rows(t, find(t, b, name)) {
			var texts []string
			for _, c := range row[2:] {
				texts = append(texts, c.Text)
			}
			got = append(got, fmt.Sprint(texts))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", name, s, want)
		}
	}
}

func sum(t *testing.T, s sheet.Out, column int) money.Ore {
	t.Helper()
	var total money.Ore
	for _, row := range rows(t, s) {
		if row[column].IsEmpty() {
			continue
		}
		o, err := money.Parse(row[column].Text, money.Kr)
		if err != nil {
			t.Fatal(err)
		}
		total += o
	}
	return total
}

func TestNarrowing(t *testing.T) {
	w := newWorld(t)
	unit := w.unit(t, "Socialförvaltningen")
	b := export.Book(w, export.Options{Unit: unit})
	if slices.Contains(names(b), "Inställningar") {
		t.Error("a unit has no settings")
	}
	systems := find(t, b, "Systemportfölj")
	got := rows(t, systems)
	at, owner := column(systems, "unit"), column(systems, "system_owner")
	persons := map[string]bool{}
	for _, row := range rows(t, find(t, b, "Personer")) {
		persons[row[0].Text] = true
	}
	for _, row := range got {
		if !strings.Contains(row[at].Text, "Socialförvaltningen") {
			t.Errorf("%s is of %s", row[1].Text, row[at].Text)
		}
		if o := row[owner].Text; o != "" && !persons[o] {
			t.Errorf("the owner %s isn't among the persons", o)
		}
	}
	if n := len(got); n == 0 || n == len(w.all[system.Kind]) {
		t.Error(n, "systems")
	}
	chosen := w.all[system.Kind][3]
	b = export.Book(w, export.Options{Records: []field.ID{chosen.ID}})
	if got := strings.Join(names(b), ", "); got != "Läs mig, Budget, Systemportfölj, Användning, Dokument, Kostnader" {
		t.Error("chosen rows give", got)
	}
	if n := len(rows(t, find(t, b, "Kostnader"))); n != len(economy.Rows(w, chosen.ID)) {
		t.Error(n, "cost rows")
	}
}

func TestPublicLeavesOutTheSensitive(t *testing.T) {
	w := newWorld(t)
	for _, columns := range [][]field.Column{nil, {{Field: system.Name.Field}, {Field: system.Measures.Field}}} {
		o := export.Options{What: "systems", Public: true}
		if columns != nil {
			o.Columns = map[*field.Kind][]field.Column{system.Kind: columns}
		}
		s := export.Book(w, o).Sheets[0]
		if column(s, "security_measures") >= 0 || column(s, "name") < 0 {
			t.Error("public columns:", len(s.Columns))
		}
	}
}

// What a field of the municipality's own holds nobody knows, on whichever sheet.
func TestPublicLeavesOutTheSensitiveFromTheCosts(t *testing.T) {
	w := newWorld(t)
	own := field.NewFree(economy.CostKind, "x_secret", "Hemlig kolumn")
	w.free = append(w.free, own)
	w.all[economy.CostKind][0].Put(own, "hemligt")
	for _, what := range []export.What{export.All, export.Budget, export.Of(economy.CostKind)} {
		for _, public := range []bool{false, true} {
			told := false
			for _, s := range export.Book(w, export.Options{What: what, Public: public}).Sheets {
				told = told || column(s, own.Key) >= 0
			}
			if told == public {
				t.Errorf("%s: the own field of the costs is told: %v, in a public version: %v", what, told, public)
			}
		}
	}
	economy.CostActual.Sensitive = true
	defer func() { economy.CostActual.Sensitive = false }()
	for _, row := range rows(t, find(t, export.Book(w, export.Options{What: export.Budget, Public: true}), "Budget")) {
		if !row[5].IsEmpty() {
			t.Fatal("the sums tell of amounts that are sensitive")
		}
	}
}

func TestYears(t *testing.T) {
	w := newWorld(t)
	s := export.Book(w, export.Options{What: "systems", Years: []int{2025}}).Sheets[0]
	if column(s, "operations_budget:2025") < 0 || column(s, "operations_budget:2027") >= 0 {
		t.Error("the years asked for aren't those given")
	}
}

func TestTemplate(t *testing.T) {
	w := newWorld(t)
	b := export.Book(w, export.Options{What: export.Empty})
	s := find(t, b, "Systemportfölj")
	if n := len(rows(t, s)); n != 0 {
		t.Error(n, "rows")
	}
	for _, c := range s.Columns {
		if c.Locked {
			t.Error("locked:", c.Heading)
		}
	}
	if help := strings.Join(find(t, b, "Läs mig").Text, "\n"); !strings.Contains(help, "Systemägare: ") {
		t.Error(help)
	}
}
