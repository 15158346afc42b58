package identify

import (
	"fmt"
	"strings"

	"itportfoljen/app/field"
)

// repeats are the rows of a kind whose records may be alike in all that tells them apart,
// by that: each row is a record of its own.
type repeats struct {
	keys []string // in the order they came
	rows map[string][]*Line
}

func (p *repeats) add(key string, l *Line) {
	if p.rows == nil {
		p.rows = map[string][]*Line{}
	}
	if p.rows[key] == nil {
		p.keys = append(p.keys, key)
	}
	p.rows[key] = append(p.rows[key], l)
}

// settleRepeats gives each of the rows that are alike a record that no other row has:
// one that says the same in all that the sheet has of it, else the next; else it is new.
func (t *Table) settleRepeats() {
	for _, key := range t.repeats.keys {
		lines, free := t.repeats.rows[key], t.unclaimedOf(key)
		if len(lines) > 1 || len(free) > 1 {
			lines, free = t.claimSame(lines, free)
		}
		for i, l := range lines[:min(len(lines), len(free))] {
			t.claim(l, free[i])
		}
	}
	t.repeats = repeats{}
}

// unclaimedOf are the records with the key that no row of the book has.
func (t *Table) unclaimedOf(key string) (out []*field.Record) {
	for _, r := range t.keyed()[key] {
		if !t.dir.claimed[r.ID] && t.taken[r.ID] == nil {
			out = append(out, r)
		}
	}
	return out
}

// claimSame pairs rows and records that say the same, and gives those that are left. A
// row that says what another does is told to be one of its own.
func (t *Table) claimSame(lines []*Line, free []*field.Record) (rest []*Line, left []*field.Record) {
	fields := t.told()
	same := map[string][]*field.Record{}
	for _, r := range free {
		k := saidBy(fields, r.Get)
		same[k] = append(same[k], r)
	}
	first := map[string]*Line{}
	for _, l := range lines {
		k := saidBy(fields, func(f *field.Field) field.Value { return t.early(l, f) })
		if o := first[k]; o != nil {
			l.Reason = fmt.Sprintf("säger detsamma som rad %d: båda räknas", o.Row.Number)
		} else {
			first[k] = l
		}
		if rs := same[k]; len(rs) > 0 {
			t.claim(l, rs[0])
			same[k] = rs[1:]
			continue
		}
		rest = append(rest, l)
	}
	for _, r := range free {
		if t.taken[r.ID] == nil {
			left = append(left, r)
		}
	}
	return rest, left
}

// told are the fields of the kind's own that the sheet has.
func (t *Table) told() (out []*field.Field) {
	for i := range t.Columns {
		if f := t.Columns[i].Field; f != nil && f.Kind == t.Kind && f.Kept() {
			out = append(out, f)
		}
		if j := t.Columns[i].Joint; j != nil {
			out = append(out, j.Parts...)
		}
	}
	return out
}

func saidBy(fields []*field.Field, of func(*field.Field) field.Value) string {
	var b strings.Builder
	for _, f := range fields {
		b.WriteString(field.Encode(of(f)))
		b.WriteByte('\x00')
	}
	return b.String()
}
