package record

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// partKinds are the kinds whose records are parts of records of k, and shown in a
// table in their form.
func partKinds(k *field.Kind) []*field.Kind {
	var out []*field.Kind
	for _, f := range k.PointedBy() {
		if f.Owning && !f.Kind.Silent {
			out = append(out, f.Kind)
		}
	}
	return out
}

// partColumns are the fields that the table of a kind's records has: those that
// the kind says, else all that people may change, and what the municipality has
// added.
func partColumns(w field.World, k *field.Kind) []field.Column {
	fields := slices.Clone(k.Columns)
	if fields == nil {
		for _, listed := range []bool{true, false} {
			for _, f := range k.Fields() {
				if f != k.Owner() && !f.Hidden && f.Listed == listed && (listed || f.Editable()) {
					fields = append(fields, f)
				}
			}
		}
	}
	for _, f := range w.Fields(k) {
		if f.Free() {
			fields = append(fields, f)
		}
	}
	out := make([]field.Column, len(fields))
	for i, f := range fields {
		out[i] = field.Column{Field: f}
	}
	return out
}

// partNeeds are the fields that are asked for when a record is added, and must
// those of them without which there is none.
func partNeeds(w field.World, k *field.Kind) (fields []*field.Field, must map[*field.Field]bool) {
	must, asked := map[*field.Field]bool{}, map[*field.Field]bool{}
	vital := k.Vital
	if vital == nil {
		vital = []*field.Field{k.Title()}
	}
	for _, f := range vital {
		must[f], asked[f] = true, true
	}
	for _, f := range k.Identity {
		asked[f] = true
	}
	for _, c := range partColumns(w, k) {
		if f := c.Field; f.Editable() && (asked[f] || f.Required && f.From == "") {
			fields = append(fields, f)
			delete(asked, f)
		}
	}
	for _, f := range k.Fields() { // what the table doesn't have
		if asked[f] && f.Editable() && f != k.Owner() {
			fields = append(fields, f)
		}
	}
	return fields, must
}

// partYear is the field that says which year a record's amounts are of, nil when
// the kind has none.
func partYear(k *field.Kind) *field.Field {
	for _, f := range k.Fields() {
		if f.IsYear() && f.Stored() && !f.Hidden {
			return f
		}
	}
	return nil
}

// partRow is a row of the table: a record, or the sums of the records above.
type partRow struct {
	rec *field.Record
	key string // of sums
	sum []grid.Cell
}

// partRows are an owner's records of a kind as the table shows them: in their order, by year where
// they have one, with sums of the amounts where there is more than one to add.
func partRows(w field.World, k *field.Kind, owner field.ID, columns []field.Column) []partRow {
	recs := slices.Clone(field.Parts(w, k.Owner(), owner))
	year := partYear(k)
	of := func(r *field.Record) int64 {
		if year == nil {
			return 0
		}
		y, _ := r.Get(year).(int64)
		return y
	}
	slices.SortStableFunc(recs, func(a, b *field.Record) int { return int(of(a) - of(b)) })
	counts := func(*field.Record, *field.Field) bool { return true }
	if k.Counts != nil {
		counts = k.Counts(w, recs)
	}
	var rows []partRow
	for i := 0; i < len(recs); {
		n := i
		for ; n < len(recs) && of(recs[n]) == of(recs[i]); n++ {
			rows = append(rows, partRow{rec: recs[n]})
		}
		if sum, any := partSums(columns, recs[i:n], year, counts); any {
			rows = append(rows, partRow{key: fmt.Sprintf("sum %d", of(recs[i])), sum: sum})
		}
		i = n
	}
	return rows
}

// partSums adds the amounts of some records, of one year where they have one. Any
// tells whether there are two or more to add in some column. A sum to which not
// all records have something to add says so, and one that none has is empty: what
// isn't known isn't nothing.
func partSums(columns []field.Column, recs []*field.Record, year *field.Field, counts func(*field.Record, *field.Field) bool) (cells []grid.Cell, any bool) {
	cells = make([]grid.Cell, len(columns))
	named := false
	for i, c := range columns {
		switch f := c.Field; {
		case f == year && !field.IsEmpty(recs[0].Get(f)):
			cells[i] = grid.Cell{Text: f.Show(nil, recs[0].Get(f)), Style: widgets.Strong}
		case f.InKronor() && f.Stored():
			var total money.Total
			has, lacks := 0, 0
			for _, r := range recs {
				v, known := r.Get(f).(money.Ore)
				if !counts(r, f) {
					continue
				}
				if !known {
					lacks++
				}
				if total.Add(v, known); known {
					has++
				}
			}
			any = any || has > 1
			if !total.Known {
				continue
			}
			cells[i] = grid.Cell{Text: total.Kr(), Style: widgets.Strong}
			if lacks > 0 {
				cells[i].Text += texts.T("record.parts.unknown")
				cells[i].Tip = texts.N("record.parts.lacks", lacks, f.Label)
			}
		case !named:
			named = true
			cells[i] = grid.Cell{Text: texts.T("record.parts.sum"), Style: widgets.Strong}
		}
	}
	return cells, any
}

// Len implements grid.Source.
func (t *parts) Len() int { return len(t.rows) }

// Key implements grid.Source.
func (t *parts) Key(row int) string {
	if r := t.rows[row]; r.rec != nil {
		return string(r.rec.ID)
	}
	return t.rows[row].key
}

// Cell implements grid.Source.
func (t *parts) Cell(row, col int) grid.Cell {
	r, c := t.rows[row], t.columns[col]
	if r.rec == nil {
		return r.sum[col]
	}
	v, why := t.value(r.rec, c)
	cell := cellOf(t.s.Portfolio(), r.rec, c, v, why)
	if c.Field.Multiline() {
		cell.Text = text.OneLine(cell.Text)
	}
	if cell.Style == widgets.Strong { // a name among the amounts
		cell.Style = widgets.Normal
	}
	cell.Tick = why == "" && t.ticked[partCell{r.rec.ID, c.Field}] > 0
	return cell
}

// value is what a cell has: what was written and isn't saved, and why, or what is.
func (t *parts) value(r *field.Record, c field.Column) (v field.Value, why string) {
	if v, why, ok := t.s.Unsaved(r.ID, c); ok {
		return v, why
	}
	return c.Field.Value(t.s.Portfolio(), r, c.Year), ""
}
