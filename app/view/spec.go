package view

import (
	"encoding/json"
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Spec is how a list is shown: which columns and records, in which order and groups.
// The zero Spec is all of a kind as it comes.
type Spec struct {
	Columns []field.Column // none: those that the kind lists
	Filters []Filter
	Orders  []Order
	Group   field.Column
}

// Spec is how the list is shown now. Filters on just some records aren't part of it.
func (l *List) Spec() Spec {
	s := Spec{Columns: l.columns, Orders: l.orders, Group: l.group}
	for _, f := range l.filters {
		if f.IDs == nil {
			s.Filters = append(s.Filters, f)
		}
	}
	return s
}

// Show shows the list in another way.
func (l *List) Show(s Spec) {
	if len(s.Columns) == 0 {
		s.Columns = Listed(l.w, l.kind)
	}
	l.SetColumns(s.Columns)
	l.SetFilters(s.Filters)
	l.Sort(s.Orders...)
	l.Group(s.Group)
}

// written is a Spec as it is kept.
type written struct {
	Columns []string        `json:"columns,omitempty"`
	Filters []writtenFilter `json:"filters,omitempty"`
	Sort    []string        `json:"sort,omitempty"` // column IDs; "-" before one is the largest first
	Group   string          `json:"group,omitempty"`
}

type writtenFilter struct {
	Kind   string   `json:"kind,omitempty"` // of a field of another kind
	Field  string   `json:"field,omitempty"`
	Op     Op       `json:"op,omitempty"`
	Values []string `json:"values,omitempty"`
	Also   []string `json:"also,omitempty"`
	Text   string   `json:"text,omitempty"`
	Low    string   `json:"low,omitempty"`
	High   string   `json:"high,omitempty"`
	Span   Span     `json:"span,omitempty"`
}

// byReference is how an order by reference is kept.
const byReference = "ref"

// Encode writes the Spec of a list of k as it is kept.
func (s Spec) Encode(k *field.Kind) string {
	var out written
	for _, c := range s.Columns {
		out.Columns = append(out.Columns, ColumnID(c))
	}
	for _, f := range s.Filters {
		out.Filters = append(out.Filters, f.written(k))
	}
	for _, o := range s.Orders {
		id := byReference
		if o.Column.Field != nil {
			id = ColumnID(o.Column)
		}
		if o.Desc {
			id = "-" + id
		}
		out.Sort = append(out.Sort, id)
	}
	if s.Group.Field != nil {
		out.Group = ColumnID(s.Group)
	}
	b, err := json.Marshal(out)
	if err != nil {
		return "" // texts are always writable
	}
	return string(b)
}

func (f Filter) written(k *field.Kind) writtenFilter {
	out := writtenFilter{Op: f.Op, Values: f.Values, Text: f.Text, Span: f.Span}
	if f.Field != nil {
		out.Field = ColumnID(field.Column{Field: f.Field, Year: f.Year})
		if f.Field.Kind != k {
			out.Kind = f.Field.Kind.Name
		}
		out.Low, out.High = field.Encode(f.Low), field.Encode(f.High)
	}
	for _, also := range f.Also {
		out.Also = append(out.Also, also.Key)
	}
	return out
}

// Decode reads a Spec that was kept for lists of k. What it says of fields that aren't
// there any more, or that can't be read, is left out, and lost names it.
func Decode(w field.World, k *field.Kind, kept string) (s Spec, lost []string) {
	var in written
	if kept == "" {
		return s, nil
	}
	if err := json.Unmarshal([]byte(kept), &in); err != nil {
		return s, []string{"allt"}
	}
	column := func(id string) (field.Column, bool) {
		c, ok := ColumnOf(w, k, id)
		if !ok {
			lost = append(lost, id)
		}
		return c, ok
	}
	for _, id := range in.Columns {
		if c, ok := column(id); ok {
			s.Columns = append(s.Columns, c)
		}
	}
	for _, f := range in.Filters {
		read, missing := f.read(w, k)
		if missing != "" {
			lost = append(lost, missing)
		} else {
			s.Filters = append(s.Filters, read)
		}
	}
	for _, id := range in.Sort {
		key, desc := strings.CutPrefix(id, "-")
		if key == byReference {
			s.Orders = append(s.Orders, Order{Desc: desc})
		} else if c, ok := column(key); ok {
			s.Orders = append(s.Orders, Order{Column: c, Desc: desc})
		}
	}
	if in.Group != "" {
		s.Group, _ = column(in.Group)
	}
	return s, lost
}

// read gives the filter; missing is what it says of what isn't there, or can't be read.
// One that would ask of less than it did is none.
func (f writtenFilter) read(w field.World, k *field.Kind) (out Filter, missing string) {
	out = Filter{Op: f.Op, Values: f.Values, Text: f.Text, Span: f.Span}
	if f.Op == InUse {
		return out, ""
	}
	if f.Kind != "" {
		for _, rel := range Relations(k) {
			if rel.Kind.Name == f.Kind && rel.Key == f.Field {
				out.Field = rel
			}
		}
	} else if c, found := ColumnOf(w, k, f.Field); found {
		out.Field, out.Year = c.Field, c.Year
	}
	if out.Field == nil {
		return Filter{}, f.Field
	}
	for _, key := range f.Also {
		c, found := ColumnOf(w, k, key)
		if !found {
			return Filter{}, key
		}
		out.Also = append(out.Also, c.Field)
	}
	var low, high error
	out.Low, low = field.Decode(out.Field, f.Low)
	out.High, high = field.Decode(out.Field, f.High)
	if low != nil || high != nil || !knownOp(f.Op) || f.Op == During && out.Span.index() < 0 {
		return Filter{}, FieldLabel(w, k, out.Field, out.Year)
	}
	return out, ""
}

func knownOp(op Op) bool {
	switch op {
	case Among, Lacks, Has, Contains, Without, Between, During:
		return true
	}
	return false
}

// Named is a Spec with a name.
type Named struct {
	Name string
	Spec Spec
	Text string // the Spec as it is kept
}

// Shipped are the views that the program comes with for a kind: of what nobody lacks, since
// the municipality has no use for it, there is none.
func Shipped(w field.World, k *field.Kind) []Named {
	var out []Named
	for _, v := range k.Views {
		if slices.ContainsFunc(v.Lacks, func(f *field.Field) bool { return !f.InDemand(w) }) {
			continue
		}
		s := Spec{}
		if v.InUse {
			s.Filters = append(s.Filters, Filter{Op: InUse})
		}
		if len(v.Lacks) > 0 {
			f := Filter{Op: Lacks, Field: v.Lacks[0]}
			f.Also = append(f.Also, v.Lacks[1:]...)
			s.Filters = append(s.Filters, f)
		}
		if v.ThisYear != nil {
			s.Filters = append(s.Filters, Filter{Op: During, Field: v.ThisYear, Span: "year"})
			s.Orders = append(s.Orders, Order{Column: field.Column{Field: v.ThisYear}})
		}
		if v.Most != nil {
			s.Filters = append(s.Filters, Filter{Op: Has, Field: v.Most})
			s.Orders = append(s.Orders, Order{Column: field.Column{Field: v.Most}, Desc: true})
		}
		out = append(out, Named{Name: v.Name, Spec: s, Text: s.Encode(k)})
	}
	return out
}

// sameName says whether two views are called the same.
func sameName(a, b string) bool { return text.Key(a) == text.Key(b) }
