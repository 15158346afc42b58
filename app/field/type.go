package field

import (
	"fmt"

	"itportfoljen/app/base/money"
)

// Type says what a field holds. All that a type is, is said once: in a file of its
// own, type_*.go, and a line of types below. What only one adapter knows of it
// (its column in a file, its cell in a sheet, its input in a form) is a line in
// that adapter's own table, which is an array of TypeCount.
type Type uint8

// The types, with the Go type of their values.
const (
	Text     Type = iota // string, one line
	LongText             // string, several lines
	Tags                 // string: words, each once, "moln, skola"
	Number               // int64
	Decimal              // int64: hundredths
	Money                // money.Ore
	Date                 // date.Date
	Year                 // int64, 1950–2199
	Choice               // string: a choice's key
	Level                // int64: a consequence level, labelled by the choices
	Bool                 // bool; unanswered is empty
	Person               // ID of a person
	Unit                 // ID of a unit
	Roles                // []Holding: persons who hold or held a role
	Refs                 // []ID of the kinds of Targets
	Ref                  // ID of one of the kinds of Targets

	TypeCount // how many there are
)

// types is the table of what each type is.
var types = [TypeCount]valueType{
	Text:     lineType{},
	LongText: linesType{},
	Tags:     tagsType{},
	Number:   numberType{},
	Decimal:  decimalType{},
	Money:    moneyType{},
	Date:     dateType{},
	Year:     yearType{},
	Choice:   choiceType{},
	Level:    levelType{},
	Bool:     yesNoType{},
	Person:   personType{},
	Unit:     unitType{},
	Roles:    rolesType{},
	Refs:     refsType{},
	Ref:      refType{},
}

// valueType is what a type is. Values that are given to it are never empty, and
// of the Go type that it holds.
type valueType interface {
	traits() traits
	// holds says whether a value is of the Go type that the type's values are of.
	holds(v Value) bool
	// parse reads what a person typed, tidied and not empty; see Field.Parse. What
	// points at others is looked up by those who know them, and isn't read here.
	parse(f *Field, w World, s string, bare money.Unit) (v Value, remark string, err error)
	// decode reads what Encode wrote. An error is a damaged text.
	decode(s string) (Value, error)
	// show writes a value as people read it, and exact so that it reads back to the
	// same value.
	show(f *Field, w World, v Value) string
	exact(f *Field, w World, v Value) string
	// rank gives what a value is sorted by.
	rank(f *Field, w World) func(v Value) Rank
}

// traits are what others ask of a type.
type traits struct {
	name    string // for machines, "money"
	word    string // Swedish: what a field of the type takes, "kronor"
	own     string // Swedish: what a field of the municipality's own of the type is said to hold; "" where none may be
	prompt  string // Swedish sentence: what to write in a cell of a sheet; "" for what has alternatives
	example string // a text that reads as a value; "" where that depends on what there is
	jsonEnd string // what its keys in JSON documents end in

	most    int  // how many characters a value may have; 0: it is no text
	prose   bool // people write it as they like
	lines   bool // it may have several lines
	words   bool // it is read as words, so that a search looks in it
	sums    bool // values add up
	known   bool // values are a few words that are known beforehand
	options bool // those words are the field's alternatives
	filters bool // people pick out records by it
	points  bool // values are other records
	list    bool // values are several
	tags    bool // values are tags
	held    bool // values are persons, each from a day to another
	of      Type // Person or Unit: what it always points at; Text: what the field says
}

// traitsOf are the traits of each type.
var traitsOf = func() (out [TypeCount]traits) {
	for t, is := range types {
		out[t] = is.traits()
	}
	return out
}()

// Types gives all types.
func Types() []Type {
	out := make([]Type, TypeCount)
	for i := range out {
		out[i] = Type(i)
	}
	return out
}

// Name is what machines are told that the type is, "money".
func (t Type) Name() string { return traitsOf[t].name }

// Word is what people are told that a field of the type takes, "kronor".
func (t Type) Word() string { return traitsOf[t].word }

// Own is what people are told that a field of the municipality's own of the type holds,
// "Belopp"; "" where none may be of it.
func (t Type) Own() string { return traitsOf[t].own }

// HasAlternatives says that values of the type are a few that the field says.
func (t Type) HasAlternatives() bool { return traitsOf[t].options }

// String names the type in what programmers read.
func (t Type) String() string {
	if t >= TypeCount {
		return fmt.Sprintf("type %d", uint8(t))
	}
	return t.Name()
}

// Points says whether values refer to other records.
func (f *Field) Points() bool { return traitsOf[f.Type].points }

// SaysTargets says whether the field's own declaration says what it points at; of
// others that point its type does.
func (f *Field) SaysTargets() bool { return f.Points() && traitsOf[f.Type].of == Text }

// OfPersons says whether values are persons by their type.
func (f *Field) OfPersons() bool { return traitsOf[f.Type].of == Person }

// OfUnits says whether values are units by their type, so that a value lies under
// others.
func (f *Field) OfUnits() bool { return traitsOf[f.Type].of == Unit }

// Accepts says whether v is empty or of the Go type that the field's type
// names.
func (f *Field) Accepts(v Value) bool { return v == nil || types[f.Type].holds(v) }

// Prose says whether values are texts that people write as they like.
func (f *Field) Prose() bool { return traitsOf[f.Type].prose }

// Written says whether values are what people write as they like, texts and numbers:
// anything may have been written there.
func (f *Field) Written() bool { return f.Prose() || f.Type == Number }

// Multiline says whether a value may have several lines.
func (f *Field) Multiline() bool { return traitsOf[f.Type].lines }

// Words says whether values are read as words, which a search looks in, and not as
// figures.
func (f *Field) Words() bool { return traitsOf[f.Type].words }

// Sums says whether values add up to something.
func (f *Field) Sums() bool { return traitsOf[f.Type].sums && !f.Each }

// InKronor says whether values are amounts.
func (f *Field) InKronor() bool { return f.Type == Money }

// HasAlternatives says whether a value is one of the field's Alternatives.
func (f *Field) HasAlternatives() bool { return traitsOf[f.Type].options }

// KnownWords says whether values are a few words that are known beforehand: the
// field's alternatives, or yes and no.
func (f *Field) KnownWords() bool { return traitsOf[f.Type].known }

// Filters says whether people pick out records by the field's values.
func (f *Field) Filters() bool { return !f.Hidden && traitsOf[f.Type].filters || f.Vocabulary }

// IsList says whether values are lists, kept in a table of their own.
func (f *Field) IsList() bool { return traitsOf[f.Type].list }

// IsHeld says whether values are times in which persons have a role, so that it may
// be vacant though it isn't empty.
func (f *Field) IsHeld() bool { return traitsOf[f.Type].held }

// IsDay says whether values are days.
func (f *Field) IsDay() bool { return f.Type == Date }

// IsYear says whether values are years.
func (f *Field) IsYear() bool { return f.Type == Year }

// JSONKey is the key in JSON documents: amounts end in "_ore".
func (f *Field) JSONKey() string { return f.Key + traitsOf[f.Type].jsonEnd }

// Example is a text that reads as a value; "" where that depends on what the
// portfolio has.
func (f *Field) Example(w World) string {
	if options := f.Alternatives(w); f.HasAlternatives() && len(options) > 0 {
		return options[len(options)-1].Label
	}
	return traitsOf[f.Type].example
}

// Prompt is a Swedish sentence that says what to write in a cell of a sheet.
func (f *Field) Prompt(w World) string {
	if f.HasAlternatives() {
		return "Ett av " + labelsOf(f.Alternatives(w)) + "."
	}
	return traitsOf[f.Type].prompt
}

// is says whether a value is a T.
func is[T any](v Value) bool {
	_, ok := v.(T)
	return ok
}
