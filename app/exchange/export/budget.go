package export

import (
	"cmp"
	"slices"
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// noUnit is where costs go whose owner has no unit, so that nothing is lost
// from the sums.
const noUnit = "Utan enhet"

// part is what sums are made per.
type part struct {
	unit field.ID // a förvaltning, nämnd or bolag
	typ  string   // drift or investering
	year int64
}

type amounts struct{ budget, forecast, actual money.Total }

// sums adds every chosen cost row to its part: where what its owner costs goes on to others, as an
// agreement's to the systems that it covers, each part to the unit of its own. The parts are in order: unit
// by name, type, year.
func sums(w field.World, s *choice) ([]part, map[part]amounts) {
	level := map[field.ID]field.ID{}
	total := map[part]amounts{}
	counted := economy.All(w)
	for _, c := range s.of(economy.CostKind) {
		at, parting := part{typ: economy.CostType.Get(c), year: economy.CostYear.Get(c)}, economy.PartingOf(w, c)
		var known [3]bool
		var shards [3][]economy.Shard
		for i, f := range economy.Amounts() {
			v, ok := counted.Of(c, f)
			known[i], shards[i] = ok && s.tells(f.Field), parting.Of(v)
		}
		for i := range shards[0] {
			at.unit = levelOf(w, level, shards[0][i].Unit)
			a := total[at]
			a.budget.Add(shards[0][i].Amount, known[0])
			a.forecast.Add(shards[1][i].Amount, known[1])
			a.actual.Add(shards[2][i].Amount, known[2])
			total[at] = a
		}
	}
	parts := make([]part, 0, len(total))
	for p := range total {
		parts = append(parts, p)
	}
	names := text.Keys{}
	slices.SortFunc(parts, func(a, b part) int {
		return cmp.Or(names.Compare(unitName(w, a.unit), unitName(w, b.unit)), cmp.Compare(a.unit, b.unit), cmp.Compare(a.typ, b.typ), cmp.Compare(a.year, b.year))
	})
	return parts, total
}

// levelOf is the förvaltning, nämnd or bolag that a unit is or belongs to.
func levelOf(w field.World, known map[field.ID]field.ID, unit field.ID) field.ID {
	at, ok := known[unit]
	if !ok {
		at = org.Level(w, unit)
		known[unit] = at
	}
	return at
}

// unitsOf names those that a cost row is a cost of, as the sums have them: the one that has all of
// it, or several with their parts of its amounts.
func unitsOf(w field.World, known map[field.ID]field.ID, c *field.Record) string {
	const whole = 100_00
	var units []field.ID
	shares := map[field.ID]money.Ore{}
	for _, b := range economy.Homes(w, c, whole) {
		u := levelOf(w, known, b.By)
		if _, there := shares[u]; !there {
			units = append(units, u)
		}
		shares[u] += b.Amount
	}
	if len(units) == 1 {
		return unitName(w, units[0])
	}
	names := make([]string, len(units))
	for i, u := range units {
		names[i] = unitName(w, u) + " " + field.PlainDecimal(int64(shares[u])) + " %"
	}
	return strings.Join(names, "; ")
}

func unitName(w field.World, id field.ID) string {
	if s := w.Label(id); s != "" {
		return s
	}
	return noUnit
}

func typeLabel(w field.World, typ string) string {
	if o, ok := economy.CostType.OptionOf(w, typ); ok {
		return o.Label
	}
	return "Utan slag"
}

// totalCell is an amount, nothing where it isn't known.
func totalCell(t money.Total) sheet.Cell {
	if !t.Known {
		return sheet.Cell{}
	}
	return moneyCell(t.Ore)
}

// budgetSheet sums budget, prognos and utfall per förvaltning, type and year.
// Its sums are those of the sheet of cost rows. No column has a key: it is
// for reading, not for editing.
func budgetSheet(w field.World, s *choice) sheet.Out {
	parts, total := sums(w, s)
	return sheet.Out{
		Name: "Budget", Title: "Budget, prognos och utfall i kronor per förvaltning och bolag",
		Columns: []sheet.Column{
			{Heading: "Förvaltning eller bolag", Width: 36}, {Heading: "Drift/investering", Width: 16}, {Heading: "År", Type: sheet.ColYear},
			{Heading: "Budget", Type: sheet.ColMoney, Sum: true}, {Heading: "Prognos", Type: sheet.ColMoney, Sum: true}, {Heading: "Utfall", Type: sheet.ColMoney, Sum: true},
		},
		Each: func(yield func([]sheet.Cell) error) error {
			cells := make([]sheet.Cell, 6)
			for _, p := range parts {
				a := total[p]
				cells[0], cells[1], cells[2] = sheet.Str(unitName(w, p.unit)), sheet.Str(typeLabel(w, p.typ)), numberCell(p.year)
				cells[3], cells[4], cells[5] = totalCell(a.budget), totalCell(a.forecast), totalCell(a.actual)
				if err := yield(cells); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// yearSheet shows the budget with the years side by side.
func yearSheet(w field.World, s *choice) sheet.Out {
	parts, total := sums(w, s)
	var years []int64
	var rows []part
	for _, p := range parts {
		if !slices.Contains(years, p.year) {
			years = append(years, p.year)
		}
		if p.year = 0; len(rows) == 0 || rows[len(rows)-1] != p {
			rows = append(rows, p)
		}
	}
	slices.Sort(years)
	columns := []sheet.Column{{Heading: "Förvaltning eller bolag", Width: 36}, {Heading: "Drift/investering", Width: 16}}
	for _, y := range years {
		columns = append(columns, sheet.Column{Heading: "Budget " + field.Encode(y), Type: sheet.ColMoney, Sum: true})
	}
	return sheet.Out{
		Name: "Budget per år", Title: "Budget i kronor per förvaltning och bolag, år för år", Columns: columns,
		Each: func(yield func([]sheet.Cell) error) error {
			for _, p := range rows {
				cells := []sheet.Cell{sheet.Str(unitName(w, p.unit)), sheet.Str(typeLabel(w, p.typ))}
				for _, y := range years {
					p.year = y
					cells = append(cells, totalCell(total[p].budget))
				}
				if err := yield(cells); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// costTable is every cost row with what it belongs to, for a pivot table.
func costTable(w field.World, s *choice) sheet.Out {
	k := economy.CostKind
	records := s.of(k)
	out := Table(w, k, s.tellable(Columns(w, k, records, nil)), records)
	for i := range out.Columns {
		out.Columns[i].Sum = out.Columns[i].Type == sheet.ColMoney
	}
	inner := out.Each
	out.Columns = append([]sheet.Column{{Heading: "Förvaltning eller bolag", Width: 36, Locked: true}, {Heading: "System, avtal m.m.", Width: 14, Locked: true}}, out.Columns...)
	out.Each = func(yield func([]sheet.Cell) error) error {
		level := map[field.ID]field.ID{}
		i, counted := 0, economy.All(w)
		var row []sheet.Cell
		return inner(func(cells []sheet.Cell) error {
			id := economy.CostOwner.Get(records[i])
			kind := ""
			if owner := w.Get(id); owner != nil {
				kind = owner.Kind.One
			}
			for _, f := range counted.Uncounted(records[i]) {
				if at := slices.IndexFunc(out.Columns, func(c sheet.Column) bool { return c.Key == f.Key }); at >= 0 {
					cells[at-2] = sheet.Cell{} // it stands on months, and would be summed twice
				}
			}
			row = append(row[:0], sheet.Str(unitsOf(w, level, records[i])), sheet.Str(kind))
			row = append(row, cells...)
			i++
			return yield(row)
		})
	}
	return out
}
