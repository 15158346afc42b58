package intake

import (
	"fmt"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/identify"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
)

// listed are the records, by what a book of our own calls them, that a sheet of the
// book points at: what it holds of them isn't read from the sums and views beside them
// as well.
type listed map[*field.Field]map[string]bool

// note looks through the sheets of a book of ours.
func (s listed) note(layouts []*match.Layout) {
	for _, l := range layouts {
		if !l.Ours {
			continue
		}
		for _, f := range l.Kind.Pointers() {
			if c := l.Of(f); c != nil {
				s.column(l, c)
			}
		}
	}
}

func (s listed) column(l *match.Layout, c *match.Column) {
	for _, r := range l.Rows() {
		ref := text.Clean(r.At(c.Index).Text)
		if _, own, ok := read.CutRef(ref); ok {
			ref = own
		}
		if ref == "" {
			continue
		}
		if s[c.Field] == nil {
			s[c.Field] = map[string]bool{}
		}
		s[c.Field][text.Key(ref)] = true
	}
}

// has says that the book has what a field shows in a sheet of its own. There the record
// goes by its name, and by its reference where others have the name.
func (s listed) has(f *field.Field, ref, name string) bool {
	of := s[f.Via]
	return of[ref] || of[text.Key(name)]
}

// leave is the answer that what is written elsewhere stays as it is.
const leave = "leave"

// place is where a value is written that the row's record shows and others keep: in
// the one that the user has chosen, else nowhere, and then it is kept as a note.
func (t *merge) place(l *line, c *match.Column, g identify.Given) (at *field.Record, ok bool) {
	if l.Record == nil || g.Field.Places == nil {
		return nil, true
	}
	r := t.d.Get(l.Record.ID)
	others := g.Field.Places(t.d, r)
	if len(others) == 0 || t.same(value{Given: g}, g.Field.Value(t.d, r, 0)) {
		return nil, true
	}
	keys := map[string]*field.Record{}
	var options []ask.Option
	for _, o := range others {
		key := o.Ref
		if key == "" {
			key = text.Key(o.Name())
		}
		keys[key] = o
		options = append(options, ask.Option{Key: key, Label: fmt.Sprintf("Ändra i %s %s", o.Ref, o.Name())})
	}
	options = append(options, ask.Option{Key: leave, Label: "Ändra inte"})
	said := g.Field.Show(t.d, g.Value)
	answer := t.desk.Pose(&t.Said, ask.Question{
		ID: "place:" + g.Field.Key + ":" + text.Key(r.Ref), Row: l.Row.Number,
		Text:   fmt.Sprintf("%s: filen säger %s i %s, och det står %s. Det hör till %s. Ska det ändras?", r.Name(), said, c.Label, orEmpty(g.Field.Show(t.d, g.Field.Value(t.d, r, 0))), text.Plural(len(others), others[0].Kind.One, others[0].Kind.Many)),
		Effect: "Inget ändras; det som står i filen behålls som anteckning.",
	}, func() []ask.Option { return options })
	if to := keys[answer]; to != nil {
		return to, true
	}
	if answer != leave {
		l.Notes = append(l.Notes, identify.Note{Label: c.Label, Text: said})
	}
	return nil, false
}

func orEmpty(s string) string {
	if s == "" {
		return "inget"
	}
	return s
}
