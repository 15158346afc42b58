package identify

import (
	"slices"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// parted is what a text in a joint's column was read as.
type parted struct {
	values []field.Value
	remark string
	err    error
}

// Parts reads the cell of a row in a column of several fields. What can't be parted is
// told and kept, in the field that takes what one of them can't read or else in the
// record's note. A field with a column of its own that says something isn't given.
func (t *Table) Parts(l *Line, c *match.Column) []Given {
	v := l.Row.At(c.Index)
	if read.IsBlank(v) {
		return nil
	}
	if v.Kind == sheet.Error {
		t.fail(l, c, v, read.Lacks(v).Error())
		return nil
	}
	p := t.part(c, v)
	if p.err != nil {
		return t.unparted(l, c, v, p.err)
	}
	if p.remark != "" {
		t.remark(l, c, v, p.remark)
		l.keep(c, text.OneLine(v.Text))
	}
	var out []Given
	for i, value := range p.values {
		f := c.Joint.Parts[i]
		if own := t.Of(f); field.IsEmpty(value) || own != nil && read.Says(t.d, f, l.Row.At(own.Index)) {
			continue
		}
		out = append(out, Given{f, value})
	}
	return out
}

// partOf is a field's part of a row's cell in a column of several fields, nil for none.
func (t *Table) partOf(l *Line, f *field.Field) field.Value {
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Joint == nil {
			continue
		}
		at := slices.Index(c.Joint.Parts, f)
		if v := l.Row.At(c.Index); at >= 0 && !read.IsBlank(v) && v.Kind != sheet.Error {
			if p := t.part(c, v); p.err == nil && at < len(p.values) {
				return p.values[at]
			}
		}
	}
	return nil
}

// part parts a text; what a column's texts mean is remembered.
func (t *Table) part(c *match.Column, v sheet.Cell) parted {
	key := parseKey{c: c, kind: v.Kind, text: v.Text}
	p, ok := t.joints[key]
	if ok {
		return p
	}
	p.values, p.remark, p.err = c.Joint.Parse(t.d, v.Text)
	if p.err != nil {
		if means, ok := t.desk.Meaning(&t.Said, meaningOf(c, v), c.Label, v.Text); ok {
			p = parted{remark: leftEmpty}
			if means != ask.Empty {
				p.values, _, p.err = c.Joint.Parse(t.d, means)
				p.remark = readAsMeant(means)
			}
		}
	}
	if len(t.joints) < mostKept {
		t.joints[key] = p
	}
	return p
}

// unparted keeps a text that can't be parted.
func (t *Table) unparted(l *Line, c *match.Column, v sheet.Cell, err error) []Given {
	for _, f := range c.Joint.Parts {
		if f.Fallback == nil {
			continue
		}
		if value, _, wrong := f.Fallback.Parse(t.d, v.Text, c.Unit); wrong == nil {
			t.remark(l, c, v, err.Error()+" Det står som ”"+f.Fallback.Label+"”.")
			return []Given{{f.Fallback, value}}
		}
	}
	t.misread(l, c, v, err)
	return nil
}

// alternative reads yes or no in a column that is named as one alternative of a choice;
// ok is false when it is neither. A no says which it isn't, and not which it is.
func (t *Table) alternative(l *Line, c *match.Column, v sheet.Cell) (g Given, given, ok bool) {
	yes, ok := field.YesNo(v.Text)
	switch {
	case !ok:
		return Given{}, false, false
	case !yes:
		t.remarkOnce(l, c, field.No, "”"+field.No+"” säger att ”"+c.Field.Label+"” inte är ”"+c.Means.Label+"”, men inte vad det är. Det lämnas tomt i alla rader med det svaret.")
	case t.saidElsewhere(l, c):
		t.remark(l, c, v, "”"+c.Field.Label+"” sägs redan i en annan kolumn; den gäller.")
	default:
		return Given{c.Field, c.Means.Key}, true, true
	}
	l.keep(c, text.OneLine(v.Text))
	return Given{}, false, true
}

// saidElsewhere says that the field has a column of its own that says something in the
// row, or that another alternative before it has a yes.
func (t *Table) saidElsewhere(l *Line, c *match.Column) bool {
	for i := range t.Columns {
		o := &t.Columns[i]
		if o.Field != c.Field || o == c {
			continue
		}
		v := l.Row.At(o.Index)
		if yes, _ := field.YesNo(v.Text); o.Means == nil && read.Says(t.d, o.Field, v) || o.Means != nil && o.Index < c.Index && yes {
			return true
		}
	}
	return false
}
