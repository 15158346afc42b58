package field

import (
	"itportfoljen/app/date"
	"itportfoljen/app/money"
)

// Opt adds something to a declaration.
type Opt func(*Field)

// In places the field in a group of the form.
func In(group string) Opt { return func(f *Field) { f.Group = group } }

// Help gives the Swedish help text.
func Help(s string) Opt { return func(f *Field) { f.Help = s } }

// Short gives a short column heading.
func Short(s string) Opt { return func(f *Field) { f.Short = s } }

// Also gives other headings that people use for the field.
func Also(names ...string) Opt { return func(f *Field) { f.Synonyms = append(f.Synonyms, names...) } }

// Of gives the alternatives of a choice.
func Of(options ...Option) Opt { return func(f *Field) { f.Options = options } }

// FromModel takes the alternatives from a list of the governance model.
func FromModel(list string) Opt { return func(f *Field) { f.Model = list } }

// Else names the field that takes text this one can't read.
func Else(t TextField) Opt { return func(f *Field) { f.Fallback = t.Field } }

// Required makes the field count in completeness, from a phase or always ("").
func Required(from string) Opt { return func(f *Field) { f.Required, f.From = true, from } }

// Normalise checks and tidies a typed text.
func Normalise(fn func(string) (string, error)) Opt { return func(f *Field) { f.normalise = fn } }

// Width sets the column's width in characters.
func Width(n int) Opt { return func(f *Field) { f.Width = n } }

// Sensitive, First, Hidden, Vocabulary, Listed, Found and LastDay set the flag of
// that name.
func Sensitive(f *Field)  { f.Sensitive = true }
func First(f *Field)      { f.First = true }
func LastDay(f *Field)    { f.LastDay = true }
func Hidden(f *Field)     { f.Hidden = true }
func Vocabulary(f *Field) { f.Vocabulary = true }
func Listed(f *Field)     { f.Listed = true }
func Found(f *Field)      { f.Found = true }

// Computed makes the field follow from others; it is never stored.
func Computed(fn func(w World, r *Record) Value) Opt {
	return func(f *Field) {
		f.ReadOnly = true
		f.compute = func(w World, r *Record, _ int) Value { return fn(w, r) }
	}
}

// Blank says why a field has no value, for those who read it and ask
// themselves; "" when there is nothing to say.
func Blank(fn func(w World, r *Record) string) Opt { return func(f *Field) { f.blank = fn } }

// PerYear makes the field an amount of a year that is kept elsewhere: read
// gives it and write gives the changes that set it.
func PerYear(read func(w World, r *Record, year int) Value, write func(w World, r *Record, year int, v Value) ([]Change, error)) Opt {
	return func(f *Field) { f.Yearly, f.compute, f.assign = true, read, write }
}

func declare(k *Kind, t Type, key, label string, opts []Opt) *Field {
	f := &Field{Key: key, Label: label, Type: t}
	for _, o := range opts {
		o(f)
	}
	return k.add(f)
}

// The typed handles: each is the field with a Get of its Go type.
type (
	TextField   struct{ *Field } // also choices: the key
	NumberField struct{ *Field }
	MoneyField  struct{ *Field }
	DateField   struct{ *Field }
	BoolField   struct{ *Field }
	IDField     struct{ *Field }
	RolesField  struct{ *Field }
	RefsField   struct{ *Field }
)

// NewText declares a one-line text.
func NewText(k *Kind, key, label string, opts ...Opt) TextField {
	return TextField{declare(k, Text, key, label, opts)}
}

// NewLongText declares a text of several lines.
func NewLongText(k *Kind, key, label string, opts ...Opt) TextField {
	return TextField{declare(k, LongText, key, label, opts)}
}

// NewChoice declares a choice of one.
func NewChoice(k *Kind, key, label string, opts ...Opt) TextField {
	return TextField{declare(k, Choice, key, label, opts)}
}

// NewNumber declares a whole number.
func NewNumber(k *Kind, key, label string, opts ...Opt) NumberField {
	return NumberField{declare(k, Number, key, label, opts)}
}

// NewYear declares a year.
func NewYear(k *Kind, key, label string, opts ...Opt) NumberField {
	return NumberField{declare(k, Year, key, label, opts)}
}

// NewLevel declares a consequence level.
func NewLevel(k *Kind, key, label string, opts ...Opt) NumberField {
	return NumberField{declare(k, Level, key, label, opts)}
}

// NewMoney declares an amount.
func NewMoney(k *Kind, key, label string, opts ...Opt) MoneyField {
	return MoneyField{declare(k, Money, key, label, opts)}
}

// NewDate declares a day.
func NewDate(k *Kind, key, label string, opts ...Opt) DateField {
	return DateField{declare(k, Date, key, label, opts)}
}

// NewBool declares a yes or no.
func NewBool(k *Kind, key, label string, opts ...Opt) BoolField {
	return BoolField{declare(k, Bool, key, label, opts)}
}

// NewPerson declares one person.
func NewPerson(k *Kind, key, label string, opts ...Opt) IDField {
	return IDField{declare(k, Person, key, label, opts)}
}

// NewUnit declares one unit.
func NewUnit(k *Kind, key, label string, opts ...Opt) IDField {
	return IDField{declare(k, Unit, key, label, opts)}
}

// NewRef declares a reference to one thing.
func NewRef(k *Kind, key, label string, opts ...Opt) IDField {
	return IDField{declare(k, Ref, key, label, opts)}
}

// NewRoles declares a role that persons hold from and to dates.
func NewRoles(k *Kind, key, label string, opts ...Opt) RolesField {
	return RolesField{declare(k, Roles, key, label, opts)}
}

// NewRefs declares references to several things.
func NewRefs(k *Kind, key, label string, opts ...Opt) RefsField {
	return RefsField{declare(k, Refs, key, label, opts)}
}

// Get gives the stored value, the zero value when empty.
func (f TextField) Get(r *Record) string     { return get[string](r, f.Field) }
func (f NumberField) Get(r *Record) int64    { return get[int64](r, f.Field) }
func (f MoneyField) Get(r *Record) money.Ore { return get[money.Ore](r, f.Field) }
func (f DateField) Get(r *Record) date.Date  { return get[date.Date](r, f.Field) }
func (f BoolField) Get(r *Record) bool       { return get[bool](r, f.Field) }
func (f IDField) Get(r *Record) ID           { return get[ID](r, f.Field) }
func (f RolesField) Get(r *Record) []Holding { return get[[]Holding](r, f.Field) }
func (f RefsField) Get(r *Record) []ID       { return get[[]ID](r, f.Field) }

func get[T any](r *Record, f *Field) T {
	v, _ := r.Get(f).(T)
	return v
}
