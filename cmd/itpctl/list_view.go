package main

import (
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/view"
)

// spec is how the list is asked for: as a view has it, with what else is said.
func (o *listOptions) spec(e *env, p *app.Portfolio, k *field.Kind, columns []field.Column) (s view.Spec, err error) {
	if o.view != "" {
		var lost []string
		var ok bool
		if s, lost, ok = view.Find(p, k, p.Who(), o.view); !ok {
			return s, usage("Det finns ingen vy av %s som heter ”%s”. De som finns visas med --views.", k.Many, o.view)
		}
		if len(lost) > 0 {
			say(e.errs, "Vyn talar om det som inte finns längre, eller inte går att läsa, och som är utelämnat: %s.\n", text.And(lost))
		}
	}
	if columns != nil {
		s.Columns = columns
	}
	for _, w := range o.where {
		f, err := view.Read(w, view.Reader{
			Column: func(name string) (field.Column, error) { return column(p, k, name) },
			Parse:  func(f *field.Field, s string) (field.Value, error) { return p.Parse(nil, f, s) },
		})
		if err != nil {
			return s, err
		}
		s.Filters = append(s.Filters, f)
	}
	if o.sort != "" || o.desc {
		if s.Orders, err = o.orders(p, k); err != nil {
			return s, err
		}
	}
	if o.group != "" {
		if s.Group, err = column(p, k, o.group); err == nil && !view.Groups(s.Group.Field) {
			err = usage("Det går inte att gruppera efter %s. Det går efter val, enheter, personer, leverantörer, dagar och år.", text.Lower(s.Group.Field.Label))
		}
	}
	return s, err
}

// orders reads --sort; without one --desc is the newest reference first.
func (o *listOptions) orders(p *app.Portfolio, k *field.Kind) (out []view.Order, err error) {
	if o.sort == "" {
		return []view.Order{{Desc: true}}, nil
	}
	for s := range strings.SplitSeq(o.sort, ",") {
		name, desc := strings.CutPrefix(strings.TrimSpace(s), "-")
		by := view.Order{Desc: desc != o.desc}
		if by.Column, err = column(p, k, name); err != nil {
			return nil, err
		}
		out = append(out, by)
	}
	return out, nil
}

// listed is a line of the list as cells: a record, or the heading of a group with its
// sums.
func listed(l *view.List, line view.Line, hasRef bool) (row []string) {
	if line.Group == nil {
		if hasRef {
			row = append(row, line.Record.Ref)
		}
		for _, c := range l.Columns() {
			row = append(row, l.Text(line.Record, c))
		}
		return row
	}
	if hasRef {
		row = append(row, "")
	}
	at := -1 // the first column that nothing is summed in
	for _, c := range l.Columns() {
		if at < 0 && !c.Field.Sums() {
			at = len(row)
		}
		row = append(row, sumOf(l, line.Group, c))
	}
	head := strings.Repeat("· ", line.Group.Level) + text.Capital(line.Group.Label) + " (" + text.Count(line.Group.Count) + ")"
	switch {
	case at >= 0:
		row[at] = head
	case len(row) == 0:
		row = []string{head}
	default:
		row[0] = strings.TrimSpace(head + " " + row[0])
	}
	return row
}

func sumOf(l *view.List, g *view.Group, c field.Column) string {
	total, lacks, ok := l.SumOf(g, c)
	switch {
	case !ok || !c.Field.InKronor():
		return ""
	case lacks > 0:
		return money.Ore(total).Kr() + " + ?"
	}
	return money.Ore(total).Kr()
}

// writeViews tells which views there are, and what each keeps.
func (o *listOptions) writeViews(e *env, p *app.Portfolio, k *field.Kind) error {
	t := table{heads: []string{"Vy", "Från", "Visar"}, long: true}
	add := func(name, from string, s view.Spec) {
		var words []string
		for _, f := range s.Filters {
			words = append(words, f.Said(p, k))
		}
		for _, by := range s.Orders {
			if c := by.Column; c.Field != nil && by.Desc {
				words = append(words, "sorterat efter "+text.Lower(c.Phrase(p))+", fallande")
			} else if c.Field != nil {
				words = append(words, "sorterat efter "+text.Lower(c.Phrase(p)))
			}
		}
		if c := s.Group; c.Field != nil {
			words = append(words, "grupperat efter "+text.Lower(c.Phrase(p)))
		}
		t.rows = append(t.rows, []string{name, from, strings.Join(words, "; ")})
	}
	for _, v := range view.Shipped(p, k) {
		add(v.Name, "programmet", v.Spec)
	}
	for _, r := range view.Saved(p, k, p.Who()) {
		s, _ := view.Decode(p, k, view.How.Get(r))
		from := "dig"
		if view.Shared.Get(r) {
			from = "delad av " + view.By.Get(r)
		}
		add(r.Name(), from, s)
	}
	t.write(e.out)
	return nil
}
