package intake

import (
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// add plans a new record.
func (t *merge) add(l *line, values []value) {
	r := field.NewRecord(t.Kind, t.NewID(l.Line))
	l.out.Status, l.out.Record = New, r.ID
	if !t.o.Terse {
		l.out.Cells = make([]Cell, 0, len(values))
	}
	var elsewhere []value
	for _, v := range values {
		if !v.Field.Kept() {
			elsewhere = append(elsewhere, v)
			continue
		}
		v.Value = t.held(v, r, nil)
		r.Put(v.Field, v.Value)
		t.show(l, v, nil)
	}
	r.FillIn(t.d)
	made := []field.Change{{Op: field.Create, Kind: t.Kind, ID: r.ID, Record: r}}
	err := t.may(made)
	if err == nil {
		if err = t.holds(made); err != nil {
			t.later = append(t.later, &waiting{line: l, values: slices.Clone(values), why: err})
		}
	}
	if err != nil {
		l.out.Cells = nil
		l.Skip("Raden är inte importerad: " + said(err))
		return
	}
	t.d.Make(r)
	t.Remember(l.Line, r)
	l.Record = r
	for _, v := range values {
		t.sources.note(t.Table, r, v)
	}
	t.write(l, elsewhere)
}

// change plans what the values change in an existing record.
func (t *merge) change(l *line, values []value) {
	r := t.d.Get(l.Record.ID)
	var wanted []value
	for _, v := range values {
		now := v.Field.Value(t.d, r, v.year)
		v.Value = t.held(v, r, now)
		switch {
		case t.same(v, now):
			t.sources.note(t.Table, r, v)
		case t.sources.elsewhere(t.Table, r, v) != "":
			t.Remark(l.Row.Number, v.column, v.Field.Show(t.d, v.Value), "Bladet ”"+t.sources.elsewhere(t.Table, r, v)+"” säger något annat om samma "+t.Kind.One+", och det gäller. Det som står här är inte läst.")
		case t.Kind.Lasting && !t.d.Made(r.ID):
			t.refuse(l, v, fault.New(fault.Conflict, "Ett "+t.Kind.One+" skrivs aldrig över. Det som står i filen är inte importerat."))
		default:
			wanted = append(wanted, v)
		}
	}
	t.write(l, wanted)
}

// held is the value as a record that has now is to hold it: persons who are named for a
// role succeed those who have it.
func (t *merge) held(v value, r *field.Record, now field.Value) field.Value {
	if v.Field.Held != nil && r != nil {
		v.Value = v.Field.Held(r, v.Value)
	}
	was, _ := now.([]field.Holding)
	switch is := v.Value.(type) {
	case []field.ID:
		if v.Field.IsHeld() {
			return field.Succeed(was, is, t.d.Today())
		}
	case []field.Holding:
		return field.Tell(was, is, t.d.Today())
	}
	return v.Value
}

// write gives the row's record values. What one makes impossible may be possible when
// the others are there, so it is tried once more before it is refused.
func (t *merge) write(l *line, values []value) {
	var later []value
	for _, v := range values {
		if t.give(l, v) != nil {
			later = append(later, v)
		}
	}
	for _, v := range later {
		if err := t.give(l, v); err != nil {
			t.refuseOrWait(l, v, err)
		}
	}
}

// give gives the row's record a value, if what it changes may be so.
func (t *merge) give(l *line, v value) error {
	r := t.d.Get(l.Record.ID)
	now := v.Field.Value(t.d, r, v.year)
	changes, err := v.assign(t.d, r)
	if err == nil {
		err = t.may(changes)
	}
	if err == nil {
		err = t.holds(changes)
	}
	if err != nil || len(changes) == 0 {
		return err
	}
	if !t.isNew(l) {
		l.out.Status = Changed
	}
	t.sources.note(t.Table, r, v)
	t.show(l, v, now)
	t.d.Take(changes)
	return nil
}

// may holds what the kinds say of each record that changes touch, so that one that
// can't be so is told of here and stops nothing else.
func (t *merge) may(changes []field.Change) error {
	for _, c := range changes {
		if c.Kind.Check == nil || c.Op == field.Delete {
			continue
		}
		before, after := t.d.Get(c.ID), c.Record
		if c.Op == field.Set {
			after = before.Clone().Put(c.Field, c.After)
		}
		if err := c.Kind.Check(t.d, before, after); err != nil {
			return err
		}
	}
	return nil
}

// same says that people would call the values the same: names in another
// case, lists in another order, and text with other spaces or letters put together
// in another way.
func (t *merge) same(v value, now field.Value) bool {
	switch was := now.(type) {
	case string:
		is, _ := v.Value.(string)
		if was == is {
			return true
		}
		if v.Field == t.Kind.Title() || v.Field.Vocabulary || v.Field.IsTags() {
			return text.Key(was) == text.Key(is)
		}
		return text.Clean(was) == text.Clean(is)
	case []field.ID:
		is, _ := v.Value.([]field.ID)
		return field.SameIDs(was, is)
	}
	return field.Equal(now, v.Value)
}

func (t *merge) refuse(l *line, v value, err error) {
	t.Fail(l.Row.Number, v.column, v.Field.Show(t.d, v.Value), said(err))
}

// said is what is wrong with a row or a cell, of a file whose other rows are read.
func said(err error) string {
	if fault.CodeOf(err) == fault.Internal {
		return "Värdet kunde inte sparas."
	}
	return strings.ReplaceAll(err.Error(), " Inget har ändrats.", "")
}

// show tells of a value that the row gives, if anybody wants to know.
func (t *merge) show(l *line, v value, before field.Value) {
	if !t.o.Terse {
		l.out.Cells = append(l.out.Cells, Cell{v.column, v.Field, v.Field.Show(t.d, before), v.Field.Show(t.d, v.Value)})
	}
}
