package view

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Op is what a filter asks of a record. Its text is what is kept in the file.
type Op string

// What a filter may ask.
const (
	Among    Op = ""         // the field has any of Values; units take those below them too
	Lacks    Op = "lacks"    // the field, or one of Also, is empty or, for a role, vacant
	Has      Op = "has"      // none of them is
	Contains Op = "contains" // the field as people read it holds Text
	Without  Op = "without"  // it doesn't
	Between  Op = "between"  // from Low to High, both included; nil is no limit
	During   Op = "during"   // the day falls within Span
	InUse    Op = "inuse"    // the kind says that the record is in use
)

// Filter keeps records by one field. A field of another kind, that points at the kind
// listed, asks which records point there.
type Filter struct {
	Field     *field.Field
	Year      int // of a yearly field; 0: the plan year
	Op        Op
	Values    []string // encoded values, or IDs; "" is to lack any
	Also      []*field.Field
	Text      string
	Low, High field.Value
	Span      Span
	IDs       []field.ID // instead of all that: just these records
	Label     string     // Swedish, for a chip; "": see Said
}

// passes is a filter as a question to ask of each record.
func (l *List) passes(f Filter) func(*field.Record) bool {
	value := l.value(f)
	switch {
	case f.IDs != nil:
		in := make(map[field.ID]bool, len(f.IDs))
		for _, id := range f.IDs {
			in[id] = true
		}
		return func(r *field.Record) bool { return in[r.ID] }
	case f.Op == InUse:
		return func(r *field.Record) bool { return field.InUse(l.w, r) }
	}
	switch f.Op {
	case Lacks:
		return func(r *field.Record) bool { return l.lacks(r, f) }
	case Has:
		return func(r *field.Record) bool { return !l.lacks(r, f) }
	case Contains, Without:
		want := strings.Fields(text.Fold(f.Text))
		return func(r *field.Record) bool {
			return holdsAll(text.Fold(l.shown(f, r)), want) == (f.Op == Contains)
		}
	case Between:
		return func(r *field.Record) bool { return between(value(r), f.Low, f.High) }
	case During:
		first, last := f.Span.Days(l.w.Today())
		return func(r *field.Record) bool { return falls(value(r), first, last) }
	}
	want := map[string]bool{}
	for _, v := range f.Values {
		want[v] = true
	}
	return func(r *field.Record) bool {
		for key := range l.keys(f.Field, value(r)) {
			if want[key] {
				return true
			}
		}
		return want[""] && l.empty(r, f.Field, f.Year)
	}
}

// value gives what a filter asks of: the field's value, or of another kind's field the
// records that point here by it.
func (l *List) value(f Filter) func(*field.Record) field.Value {
	switch {
	case f.Field == nil:
		return func(*field.Record) field.Value { return nil }
	case f.Field.Kind != l.kind:
		return func(r *field.Record) field.Value { return pointing(l.w, f.Field, r.ID) }
	}
	return func(r *field.Record) field.Value { return f.Field.Value(l.w, r, f.Year) }
}

// pointing are the records that point at one by f: of parts, what they are parts of.
func pointing(w field.World, f *field.Field, id field.ID) []field.ID {
	var out []field.ID
	for _, r := range w.Pointing(f, id) {
		if owner := r.Kind.Owner(); owner != nil && owner != f {
			out = append(out, r.Owner())
		} else {
			out = append(out, r.ID)
		}
	}
	return out
}

func (l *List) lacks(r *field.Record, f Filter) bool {
	if l.empty(r, f.Field, f.Year) {
		return true
	}
	for _, also := range f.Also {
		if l.empty(r, also, f.Year) {
			return true
		}
	}
	return false
}

func (l *List) empty(r *field.Record, f *field.Field, year int) bool {
	switch {
	case f == nil:
		return false
	case f.Kind != l.kind:
		return len(l.w.Pointing(f, r.ID)) == 0
	case f.IsHeld():
		return !field.Held(l.w, r, field.RolesField{Field: f})
	}
	return field.IsEmpty(f.Value(l.w, r, year))
}

// shown is what people read where a filter asks.
func (l *List) shown(f Filter, r *field.Record) string {
	if f.Field.Kind == l.kind {
		return f.Field.Read(l.w, r, f.Year)
	}
	var names []string
	for _, id := range pointing(l.w, f.Field, r.ID) {
		names = append(names, l.w.Label(id))
	}
	return strings.Join(names, "; ")
}

func holdsAll(s string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(s, w) {
			return false
		}
	}
	return true
}

// between says whether a day, an amount or a number lies within limits.
func between(v, low, high field.Value) bool {
	n, ok := placed(v)
	if !ok {
		return false
	}
	if least, bound := placed(low); bound && n < least {
		return false
	}
	most, bound := placed(high)
	return !bound || n <= most
}

func placed(v field.Value) (int64, bool) {
	if d, ok := v.(date.Date); ok {
		return int64(d), !d.IsZero()
	}
	return field.Addend(v)
}

// falls says whether a day falls among others; a year does when any of it does.
func falls(v field.Value, first, last date.Date) bool {
	switch v := v.(type) {
	case date.Date:
		return !v.IsZero() && v >= first && v <= last
	case int64:
		return v >= int64(first.Year()) && v <= int64(last.Year())
	}
	return false
}

// keys are what a filter on f finds a value by.
func (l *List) keys(f *field.Field, v field.Value) iter.Seq[string] {
	if f.Kind == l.kind {
		return Keys(l.w, f, v)
	}
	return func(yield func(string) bool) {
		for _, id := range field.References(v) {
			if !yield(string(id)) {
				return
			}
		}
	}
}

// Keys are what a filter on f finds a value by, none for an empty one: what it
// points at today, with the units that a unit lies under, the year of a day, each tag,
// else the value encoded.
func Keys(w field.World, f *field.Field, v field.Value) iter.Seq[string] {
	return func(yield func(string) bool) {
		d, day := v.(date.Date)
		switch {
		case field.IsEmpty(v):
		case day:
			yield(strconv.Itoa(d.Year()))
		case f.IsTags():
			s, _ := v.(string)
			for _, tag := range field.TagsIn(s) {
				if !yield(field.TagKey(tag)) {
					return
				}
			}
		case !f.Points():
			yield(field.Encode(v))
		case f.OfUnits():
			id, _ := v.(field.ID)
			for u := range field.Up(w, id) {
				if !yield(string(u.ID)) {
					return
				}
			}
		case slices.ContainsFunc(f.Targets(), func(k *field.Kind) bool { return k.Answers == field.Unit }):
			for _, id := range withAbove(w, field.Current(v, w.Today())) {
				if !yield(string(id)) {
					return
				}
			}
		default:
			for _, id := range field.Current(v, w.Today()) {
				if !yield(string(id)) {
					return
				}
			}
		}
	}
}

// Ops are what a filter on a field may ask, the most useful first.
func Ops(k *field.Kind, f *field.Field) []Op {
	switch {
	case f.Kind != k:
		return []Op{Among, Lacks, Has}
	case f.IsDay():
		return []Op{During, Between, Among, Lacks, Has}
	case f.IsYear():
		return []Op{Among, During, Between, Lacks, Has}
	case f.Sums():
		return []Op{Between, Lacks, Has}
	case f.Multiline():
		return []Op{Contains, Without, Lacks, Has}
	case f.IsTags():
		return []Op{Among, Contains, Without, Lacks, Has}
	case f.Prose():
		return []Op{Contains, Without, Among, Lacks, Has}
	}
	return []Op{Among, Lacks, Has}
}

// Relations are the fields of other kinds by which a list of k may be filtered: those
// that point at its records.
func Relations(k *field.Kind) []*field.Field {
	var out []*field.Field
	for _, f := range k.PointedBy() {
		if !f.Kind.Silent && !f.Hidden && f.Kind != k {
			out = append(out, f)
		}
	}
	return out
}

// relation is what the records that point at the kind by f are called.
func relation(k *field.Kind, f *field.Field) string {
	many := f.Kind
	if owner := f.Kind.Owner(); owner != nil && owner != f && owner.Target() != nil {
		many = owner.Target()
	}
	for _, other := range Relations(k) {
		if other != f && other.Kind == f.Kind {
			return f.Label + " (" + many.Many + ")"
		}
	}
	return text.Capital(many.Many)
}

// FieldLabel is what a filter's field is called in the list of a kind.
func FieldLabel(w field.World, k *field.Kind, f *field.Field, year int) string {
	if f.Kind != k {
		return relation(k, f)
	}
	return field.Column{Field: f, Year: year}.Phrase(w)
}

// withAbove are units with those that they lie under, each once.
func withAbove(w field.World, units []field.ID) (out []field.ID) {
	for _, id := range units {
		for u := range field.Up(w, id) {
			if !slices.Contains(out, u.ID) {
				out = append(out, u.ID)
			}
		}
	}
	return out
}
