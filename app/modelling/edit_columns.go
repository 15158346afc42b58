package modelling

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// with adds help to a column.
func (c column[T]) with(help string) column[T] { c.Help = help; return c }

// must says that a column can't be empty.
func (c column[T]) must() column[T] { c.Must = true; return c }

// when says when a column is asked for.
func (c column[T]) when(asked func(cells Cells) bool) column[T] { c.Asked = asked; return c }

// line is a line of text.
func line[T any](key, label string, at func(t *T) *string) column[T] {
	return column[T]{Column{Key: key, Label: label, Sort: Text}, func(_ *governance.Model, t *T) string { return *at(t) },
		func(_ *governance.Model, t *T, cells Cells) error { *at(t) = text.OneLine(cells[key]); return nil }}
}

// long is a text of some lines.
func long[T any](key, label string, at func(t *T) *string) column[T] {
	c := line(key, label, at)
	c.Sort = Long
	return c
}

// choice is one of some alternatives.
func choice[T any, S ~string](key, label string, options func(s Setting, cells Cells) []field.Option, at func(t *T) *S) column[T] {
	return column[T]{Column{Key: key, Label: label, Sort: Choice, Options: options}, func(_ *governance.Model, t *T) string { return string(*at(t)) },
		func(_ *governance.Model, t *T, cells Cells) error { *at(t) = S(cells[key]); return nil }}
}

// many are some of the alternatives.
func many[T any](key, label string, options func(s Setting, cells Cells) []field.Option, at func(t *T) *[]string) column[T] {
	c := wordlist(key, label, options, at)
	c.Sort = Many
	return c
}

// wordlist are any words, with those that are suggested.
func wordlist[T any](key, label string, options func(s Setting, cells Cells) []field.Option, at func(t *T) *[]string) column[T] {
	return column[T]{Column{Key: key, Label: label, Sort: Words, Options: options}, func(_ *governance.Model, t *T) string { return celled(*at(t)) },
		func(_ *governance.Model, t *T, cells Cells) error {
			if now := listed(cells[key]); !slices.Equal(now, *at(t)) {
				*at(t) = now
			}
			return nil
		}}
}

// amount is a sum of kronor, kept in öre; nothing is 0.
func amount[T any](key, label string, at func(t *T) *int64) column[T] {
	return column[T]{Column{Key: key, Label: label, Sort: Amount}, func(_ *governance.Model, t *T) string {
		if *at(t) == 0 {
			return ""
		}
		return money.Ore(*at(t)).Exact()
	}, func(_ *governance.Model, t *T, cells Cells) error {
		cell := cells[key]
		if strings.TrimSpace(cell) == "" {
			*at(t) = 0
			return nil
		}
		sum, err := money.Parse(cell, money.Kr)
		if err != nil || sum <= 0 {
			return fault.New(fault.Invalid, fmt.Sprintf("”%s” är inget belopp över noll. Skriv det i kronor, till exempel 700 000.", cell))
		}
		*at(t) = int64(sum)
		return nil
	}}
}

// number is a whole number of at least 0; nothing is 0.
func number[T any](key, label string, at func(t *T) *int) column[T] {
	return column[T]{Column{Key: key, Label: label, Sort: Number}, func(_ *governance.Model, t *T) string {
		if *at(t) == 0 {
			return ""
		}
		return strconv.Itoa(*at(t))
	}, func(_ *governance.Model, t *T, cells Cells) error {
		cell := strings.TrimSpace(cells[key])
		if cell == "" {
			*at(t) = 0
			return nil
		}
		n, err := strconv.Atoi(cell)
		if err != nil || n < 0 || n > 9999 {
			return fault.New(fault.Invalid, fmt.Sprintf("”%s” är inget helt tal. Skriv till exempel 36.", cell))
		}
		*at(t) = n
		return nil
	}}
}

// yes is a tick.
func yes[T any](key, label string, at func(t *T) *bool) column[T] {
	return column[T]{Column{Key: key, Label: label, Sort: Yes}, func(_ *governance.Model, t *T) string { return ticked(*at(t)) },
		func(_ *governance.Model, t *T, cells Cells) error { *at(t) = cells[key] != ""; return nil }}
}

func ticked(on bool) string {
	if on {
		return "ja"
	}
	return ""
}

// day is a day, kept as 2027-01-01.
func day[T any](key, label string, at func(t *T) *string) column[T] {
	return column[T]{Column{Key: key, Label: label, Sort: Day}, func(_ *governance.Model, t *T) string { return *at(t) },
		func(_ *governance.Model, t *T, cells Cells) error {
			cell := strings.TrimSpace(cells[key])
			if cell == "" {
				*at(t) = ""
				return nil
			}
			d, err := date.ParseDay(cell)
			if err != nil {
				return fault.New(fault.Invalid, fmt.Sprintf("”%s” är ingen dag. Skriv den som 2027-01-01.", cell))
			}
			*at(t) = d.String()
			return nil
		}}
}

// The alternatives that columns have.

func ofList(list string) func(s Setting, cells Cells) []field.Option {
	return func(s Setting, _ Cells) []field.Option { return s.Model.Options(list) }
}

func fixed(options ...field.Option) func(s Setting, cells Cells) []field.Option {
	return func(Setting, Cells) []field.Option { return options }
}

func stages() (out []field.Option) {
	for _, s := range []governance.Stage{governance.Idea, governance.Prepared, governance.Waiting, governance.Planned, governance.Running, governance.Done, governance.Closed, governance.Aside} {
		out = append(out, field.Option{Key: string(s), Label: text.Capital(values[string(s)])})
	}
	return out
}

func units(more ...field.Option) []field.Option {
	return append([]field.Option{{Key: "group", Label: "Kommunen"}, {Key: "administration", Label: "Förvaltning"}, {Key: "board", Label: "Nämnd"}, {Key: "company", Label: "Bolag"}}, more...)
}

// posts are what the roles of the model are called, which members and beslutsfattare are
// written as.
func posts(s Setting, _ Cells) (out []field.Option) {
	for _, p := range s.Model.Posts {
		out = append(out, field.Option{Key: p.Label, Label: p.Label})
	}
	return out
}

func ofQuestions(s Setting, _ Cells) (out []field.Option) {
	for _, q := range s.Model.Checklist {
		out = append(out, field.Option{Key: q.Key, Label: q.Label})
	}
	return out
}

// kind is a kind by its name; nil if there is none.
func (s Setting) kind(name string) *field.Kind { return teller{s.Model, s.Kinds}.kind(name) }

// fieldsOf are the fields of a kind that people fill in, or those that some hold of.
func (s Setting) fieldsOf(kind string, is func(f *field.Field) bool) (out []field.Option) {
	k := s.kind(kind)
	if k == nil {
		return nil
	}
	for _, f := range k.Fields() {
		if !f.Hidden && is(f) {
			out = append(out, field.Option{Key: f.Key, Label: f.Label})
		}
	}
	return out
}
