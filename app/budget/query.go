package budget

import (
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// Query is what is asked of the costs.
type Query struct {
	First, Last int                        // years; 0 is no bound
	Rows        []Dimension                // the lines, the outermost first; none: only the total
	Columns     Dimension                  // what stands side by side; without a key: nothing
	Unit        field.ID                   // only costs of this unit and those under it; "" for all
	Payer       field.ID                   // only what this unit and those under it pay; "" for all
	Type        string                     // only drift or investering; "" for both
	Filter      []Only                     // only what has these values
	AsOf        date.Date                  // forecasts as they were believed on this day; 0: as they are
	Closed      bool                       // also what insatser that are closed or set aside were budgeted and forecast to cost
	May         func(c *field.Record) bool // only rows of which it is true; nil: all

	over int // years before this one are over, and count as if Closed; 0: none
}

// Only is a value that is asked for.
type Only struct {
	Dimension
	Key string
}

// Of answers a query. The same question to the same world has the same answer.
func Of(w field.World, q Query) *Table {
	t := &Table{Query: q, Total: &Line{Label: "Summa"}}
	s := &scan{w: w, q: q, t: t, levels: map[field.ID]field.ID{}, boards: map[field.ID]field.ID{}, ruling: map[field.ID]field.ID{}, said: map[field.ID]bool{}, left: map[field.ID]bool{}}
	rows := w.All(economy.CostKind)
	if q.AsOf.IsZero() {
		s.count = economy.Counting(w, rows)
	} else {
		s.count, rows = economy.AsOf(w, rows, q.AsOf)
	}
	for c := range economy.Among(rows, q.First, q.Last) {
		if (q.Type == "" || economy.CostType.Get(c) == q.Type) && (q.May == nil || q.May(c)) {
			s.row(c)
		}
	}
	s.silent()
	t.LeftOut = len(s.left)
	for _, c := range s.columns {
		c.sort = text.SortKey(c.Label)
	}
	slices.SortFunc(s.columns, q.Columns.order)
	for _, c := range s.columns {
		t.Columns = append(t.Columns, Column{c.Key, c.Label})
	}
	s.finish(t.Total, 0)
	return t
}

// scan is a question being answered.
type scan struct {
	w                      field.World
	q                      Query
	t                      *Table
	count                  economy.Count
	levels, boards, ruling map[field.ID]field.ID
	said, left             map[field.ID]bool
	columns                []*Line // a line for each value of the columns
}

// row adds a cost row to the lines that it belongs to, in the parts that they bear.
func (s *scan) row(c *field.Record) {
	owner := s.w.Get(economy.CostOwner.Get(c))
	var a Amounts
	a.Budget.Add(s.count.Of(c, economy.CostBudget))
	a.Forecast.Add(s.count.Expected(c))
	a.Actual.Add(s.count.Of(c, economy.CostActual))
	a.Cost.Add(s.count.First(c, economy.CostActual, economy.CostForecast, economy.CostBudget))
	spends := plan.Spends(s.w, owner)
	var left Amounts
	if year := int(economy.CostYear.Get(c)); !spends && !s.q.Closed && (year == 0 || year >= s.q.over) {
		left = Amounts{Budget: a.Budget, Forecast: a.Forecast}
		a = Amounts{Actual: a.Actual, Cost: a.Actual}
	}
	lacks := s.lacks(c, a)
	parting := economy.PartingOf(s.w, c)
	shards := [...][]economy.Shard{parting.Of(a.Budget.Ore), parting.Of(a.Forecast.Ore), parting.Of(a.Actual.Ore), parting.Of(a.Cost.Ore), parting.Of(left.Budget.Ore), parting.Of(left.Forecast.Ore)}
	for i, shard := range shards[0] {
		p := &piece{cost: c, owner: owner, Shard: shard}
		if !s.asked(p) {
			continue
		}
		part := a
		part.Budget.Ore, part.Forecast.Ore, part.Actual.Ore, part.Cost.Ore = shards[0][i].Amount, shards[1][i].Amount, shards[2][i].Amount, shards[3][i].Amount
		if left != (Amounts{}) {
			l := left
			l.Budget.Ore, l.Forecast.Ore = shards[4][i].Amount, shards[5][i].Amount
			s.t.Left.add(l)
			s.left[idOf(owner)] = true
			if !part.Actual.Known {
				continue
			}
		}
		if part != (Amounts{}) {
			s.said[p.To] = true
		}
		s.add(p, part, lacks)
	}
}

// lacks says what a row lacks.
func (s *scan) lacks(c *field.Record, a Amounts) (out Lacks) {
	none := a == Amounts{}
	for _, f := range economy.Amounts() {
		none = none && s.count.Lacks(c, f)
	}
	switch {
	case none:
		out.Amount = 1
	case a.Forecast.Known && s.count.Lacks(c, economy.CostForecast):
		out.Forecast = 1
	}
	if a.Forecast.Known && s.count.Lacks(c, economy.CostActual) {
		out.Actual = 1
	}
	return out
}

// asked says that a piece is among what is asked for.
func (s *scan) asked(p *piece) bool {
	if s.q.Unit != "" && !org.Within(s.w, p.Unit, s.q.Unit) || s.q.Payer != "" && !org.Within(s.w, p.Payer, s.q.Payer) {
		return false
	}
	for _, only := range s.q.Filter {
		if only.of(s, p) != only.Key {
			return false
		}
	}
	return true
}

// add adds a piece to the total and to its line at each depth.
func (s *scan) add(p *piece, a Amounts, lacks Lacks) {
	column := ""
	if s.q.Columns.Key != "" {
		column = s.q.Columns.of(s, p)
		if s.t.Total.cells[column] == nil {
			s.columns = append(s.columns, s.line(s.q.Columns, column, p))
		}
	}
	l := s.t.Total
	for depth := 0; ; depth++ {
		l.take(p.cost.ID, a, lacks)
		if s.q.Columns.Key != "" {
			if l.cells == nil {
				l.cells = map[string]*Amounts{}
			}
			if l.cells[column] == nil {
				l.cells[column] = &Amounts{}
			}
			l.cells[column].add(a)
		}
		if depth == len(s.q.Rows) {
			return
		}
		d := s.q.Rows[depth]
		key := d.of(s, p)
		if l.at == nil {
			l.at = map[string]*Line{}
		}
		if l.at[key] == nil {
			l.at[key] = s.line(d, key, p)
			l.Parts = append(l.Parts, l.at[key])
		}
		l = l.at[key]
	}
}

// take adds a part of a cost row to a line.
func (l *Line) take(cost field.ID, a Amounts, lacks Lacks) {
	l.Amounts.add(a)
	if n := len(l.Rows); n > 0 && l.Rows[n-1].Cost == cost { // another part of the same row
		l.Rows[n-1].Amounts.add(a)
		return
	}
	l.Rows = append(l.Rows, Row{cost, a})
	l.Lacks.Amount, l.Lacks.Forecast, l.Lacks.Actual = l.Lacks.Amount+lacks.Amount, l.Lacks.Forecast+lacks.Forecast, l.Lacks.Actual+lacks.Actual
}

func (s *scan) line(d Dimension, key string, p *piece) *Line {
	l := &Line{Key: key, Label: d.none}
	if key != "" {
		if l.Label = d.label(s.w, key, p); l.Label == "" {
			l.Label = d.none
		}
		if d.record {
			l.Record = field.ID(key)
		}
	}
	return l
}

// silent counts the systems that aren't retired and of whose costs nobody has said anything, where
// the unit and what is asked for tell where they belong.
func (s *scan) silent() {
	for _, r := range system.Kept(s.w) {
		unit, _ := field.UnitOf(s.w, r)
		p := &piece{cost: field.NewRecord(economy.CostYear.Kind, ""), owner: r, Shard: economy.Shard{To: r.ID, Unit: unit, Payer: unit}}
		if !s.asked(p) {
			continue
		}
		s.t.Systems++
		if s.said[r.ID] {
			s.t.Said++
			continue
		}
		l := s.t.Total
		l.Silent++
		for _, d := range s.q.Rows {
			if !d.record { // the row would have told
				break
			}
			if l = l.at[d.of(s, p)]; l == nil {
				break
			}
			l.Silent++
		}
	}
}

// finish puts the lines in order, tells those of the same name apart, and lays the columns out.
func (s *scan) finish(l *Line, depth int) {
	for _, c := range s.t.Columns {
		if a := l.cells[c.Key]; a != nil {
			l.Cells = append(l.Cells, *a)
		} else {
			l.Cells = append(l.Cells, Amounts{})
		}
	}
	l.at, l.cells = nil, nil
	if len(l.Parts) == 0 {
		return
	}
	d, names := s.q.Rows[depth], map[string]int{}
	for _, p := range l.Parts {
		names[p.Label]++
	}
	for _, p := range l.Parts {
		if names[p.Label] > 1 && p.Record != "" {
			p.Label = s.w.Exact(p.Record)
		}
		p.sort = text.SortKey(p.Label)
	}
	slices.SortFunc(l.Parts, d.order)
	for _, p := range l.Parts {
		s.finish(p, depth+1)
	}
}
