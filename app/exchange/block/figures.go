package block

import (
	"context"

	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
)

// Sort is what the values of a range have in common.
type Sort uint8

// The sorts. Values of several sorts, and those that are neither, only count.
const (
	Mixed Sort = iota
	Amounts
	Numbers
	Days
)

// Figures are what the cells of a range add up to. Amounts are in öre, and days as
// date.Date counts them.
type Figures struct {
	Sort             Sort
	Filled           int // cells with a value
	Sum, Least, Most int64
	countables       int
}

// Mean is the sum over the cells with a value, to the nearest.
func (f Figures) Mean() int64 {
	n := int64(f.countables)
	if n == 0 {
		return 0
	}
	mean, rest := f.Sum/n, f.Sum%n
	switch {
	case 2*rest >= n:
		mean++
	case -2*rest >= n:
		mean--
	}
	return mean
}

// Count counts the cells of an area and adds them up. It stops when ctx is done.
func Count(ctx context.Context, w field.World, l List, at Area) (Figures, error) {
	columns := l.Columns[at.Left : at.Right+1]
	f := Figures{Sort: sortOf(columns)}
	for i, id := range l.Rows[at.Top : at.Bottom+1] {
		if i%256 == 0 && ctx.Err() != nil {
			return f, canceled(ctx)
		}
		r := w.Get(id)
		if r == nil {
			continue
		}
		for _, c := range columns {
			f.add(w, r, c)
		}
	}
	return f, nil
}

// sortOf is what columns have in common.
func sortOf(columns []field.Column) Sort {
	out := Mixed
	for i, c := range columns {
		is := Mixed
		switch {
		case c.Field == nil:
		case c.Field.InKronor():
			is = Amounts
		case c.Field.Sums():
			is = Numbers
		case c.Field.Accepts(date.Date(1)):
			is = Days
		}
		if i > 0 && is != out {
			return Mixed
		}
		out = is
	}
	return out
}

func (f *Figures) add(w field.World, r *field.Record, c field.Column) {
	if c.Field == nil {
		if r.Ref != "" {
			f.Filled++
		}
		return
	}
	v := c.Field.Value(w, r, c.Year)
	if field.IsEmpty(v) || c.Field.IsHeld() && len(field.Current(v, w.Today())) == 0 {
		return
	}
	f.Filled++
	n, counts := field.Addend(v)
	if d, is := v.(date.Date); is && f.Sort == Days {
		n, counts = int64(d), true
	}
	if f.Sort == Mixed || !counts {
		return
	}
	if f.countables == 0 {
		f.Least, f.Most = n, n
	}
	f.countables++
	f.Sum, f.Least, f.Most = f.Sum+n, min(f.Least, n), max(f.Most, n)
}
