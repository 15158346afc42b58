package block

import (
	"fmt"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// blank says that a cell holds nothing: nor does a dash in a field that isn't text.
func blank(w field.World, f *field.Field, s string) bool {
	if f.Prose() {
		return text.Clean(s) == ""
	}
	return !read.Says(w, f, sheet.Str(s))
}

// faulty are what spreadsheets write in a cell that has no value.
var faulty = map[string]bool{"#N/A": true, "#SAKNAS!": true, "#REF!": true, "#REFERENS!": true, "#VALUE!": true, "#VÄRDEFEL!": true, "#DIV/0!": true,
	"#DIVISION/0!": true, "#NAME?": true, "#NAMN?": true, "#NULL!": true, "#SKÄRNING!": true, "#NUM!": true, "#OGILTIGT!": true, "#SPILL!": true}

// misread says why a text is no value but what a spreadsheet writes for want of one.
func misread(s string) error {
	switch s = text.OneLine(s); {
	case faulty[strings.ToUpper(s)]:
		return fault.New(fault.Invalid, "Cellen visar felet "+s+" och har inget värde. Rätta formeln i arbetsboken och kopiera igen.")
	case len(s) > 1 && strings.Trim(s, "#") == "":
		return fault.New(fault.Invalid, "Kolumnen är för smal i arbetsboken, så att cellen visar ####. Gör den bredare och kopiera igen.")
	}
	return nil
}

// valueOf reads a cell's text into the field of a record that now holds a value.
func (s *session) valueOf(w *wish, now field.Value) (v field.Value, remark string, err error) {
	f := w.col.Field
	if err := misread(w.text); err != nil {
		return nil, "", err
	}
	if !f.Points() {
		return f.Parse(s.w, w.text, w.unit)
	}
	var told []field.Holding
	if w.text != "" {
		if told, err = s.pointed(f, w.text); err != nil {
			return nil, "", err
		}
	}
	ids := field.References(told)
	switch {
	case f.IsHeld():
		held, _ := now.([]field.Holding)
		return field.Named(held, told, s.w.Today()), "", nil
	case len(ids) == 0:
		return nil, "", nil
	case f.IsList():
		return ids, "", nil
	}
	return ids[0], "", nil
}

type written struct {
	f *field.Field
	s string
}

type pointed struct {
	told []field.Holding
	err  error
}

// pointed are the records that a text in a field names. A column says the same things
// over and over, so what they are is remembered. Of those who have a role it says the days
// that the text does.
func (s *session) pointed(f *field.Field, str string) ([]field.Holding, error) {
	key := written{f, str}
	p, ok := s.ids[key]
	if !ok {
		p.told, p.err = s.look(f, str)
		s.ids[key] = p
	}
	return p.told, p.err
}

func (s *session) look(f *field.Field, str string) ([]field.Holding, error) {
	v, err := s.w.Parse(nil, f, str)
	if hs, held := v.([]field.Holding); held && err == nil {
		return hs, nil
	}
	var told []field.Holding
	if err == nil {
		for _, id := range field.References(v) {
			told = append(told, field.Holding{Person: id})
		}
		return told, nil
	}
	k := s.makers.kindOf(f)
	if k == nil || fault.CodeOf(err) != fault.NotFound {
		return nil, err
	}
	if f.OfPersons() && s.makers.isUnit(text.OneLine(str)) {
		return nil, noPerson(str)
	}
	if f.IsHeld() {
		if days := org.ReadPersons(str).Backwards(); days != "" {
			return nil, org.Backwards(days)
		}
	}
	for _, n := range named(f, str) {
		id, missing := s.find(f, k, n.Mention)
		if missing != nil {
			return nil, missing
		}
		told = append(told, field.Holding{Person: id, From: n.From, To: n.To})
	}
	if len(told) == 0 {
		return nil, err
	}
	return told, nil
}

// named are who and what a text names.
func named(f *field.Field, str string) []org.Named {
	alone := func(name string) org.Named { return org.Named{Mention: org.Mention{Name: name}} }
	switch {
	case f.OfPersons():
		return org.ReadPersons(str).Named
	case !f.IsList():
		return []org.Named{alone(text.OneLine(str))}
	}
	var out []org.Named
	for _, part := range strings.FieldsFunc(str, func(r rune) bool { return r == ';' || r == '\n' }) {
		if part = text.OneLine(part); part != "" {
			out = append(out, alone(part))
		}
	}
	return out
}

// find gives the record that is named, made if it isn't there and may be.
func (s *session) find(f *field.Field, k *field.Kind, m org.Mention) (field.ID, error) {
	for _, name := range []string{m.Email, m.Name} {
		if name == "" {
			continue
		}
		for _, target := range f.Targets() {
			r, missing := s.w.Find(target, name)
			if missing == nil {
				return r.ID, nil
			}
			if fault.CodeOf(missing) != fault.NotFound {
				return "", missing
			}
		}
	}
	id, err := s.makers.make(k, m)
	if err == nil && s.choices.NoneNew {
		err = fault.New(fault.NotFound, fmt.Sprintf("Det finns %s ”%s”, och nya läggs inte till.", k.None(), text.Shorten(m.Name, 60)))
	}
	return id, err
}
