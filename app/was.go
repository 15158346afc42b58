package app

import (
	"context"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

// Was is what a field of a record was given once.
type Was struct {
	Entry         Entry
	Before, After field.Value
	Lost          [2]bool // whether Before and After have been taken out of the history
}

// HistoryOf is what a stored field of a record has been given, newest first, with what it
// was made with last.
func (p *Portfolio) HistoryOf(ctx context.Context, id field.ID, f *field.Field) ([]Was, error) {
	entries, err := p.Journal(ctx, Query{Record: id})
	if err != nil {
		return nil, err
	}
	var out []Was
	for _, e := range entries {
		for _, c := range e.Changes {
			switch {
			case c.ID != id:
			case c.Op == field.Set && c.Field != nil && c.Field.Key == f.Key:
				out = append(out, Was{e, c.Before, c.After, c.Lost})
			case c.Op == field.Create && c.Record != nil && !field.IsEmpty(c.Record.Get(f)):
				out = append(out, Was{Entry: e, After: c.Record.Get(f)})
			case c.Op == field.Delete && c.Record != nil && !field.IsEmpty(c.Record.Get(f)):
				out = append(out, Was{Entry: e, Before: c.Record.Get(f)})
			}
		}
	}
	return out, nil
}

// WhenGiven gives the portfolio as it was after a stored field of a record was given a value,
// the latest time. Faults: NotFound (it never was), and those of At.
func (p *Portfolio) WhenGiven(ctx context.Context, id field.ID, f *field.Field, v field.Value) (*Portfolio, error) {
	was, err := p.HistoryOf(ctx, id, f)
	if err != nil {
		return nil, err
	}
	for _, h := range was {
		if field.Equal(h.After, v) {
			return p.At(ctx, h.Entry.Number)
		}
	}
	return nil, fault.New(fault.NotFound, "Det syns inte i journalen när "+f.Label+" för "+p.Label(id)+" blev "+f.Show(p, v)+". Inget har ändrats.")
}
