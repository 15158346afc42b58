package app

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// Parse reads what a person typed into field f of r, references included:
// names, paths, e-mail and refs are looked up, never guessed between. Bare
// amounts are kronor. The text that Exact writes of what r points at is
// always read as just that, also where names are shared.
func (p *Portfolio) Parse(r *field.Record, f *field.Field, s string) (field.Value, error) {
	if r != nil && f.Points() && s != "" && s == f.Exact(p, r.Get(f)) {
		return r.Get(f), nil
	}
	switch {
	case !f.Points():
		v, _, err := f.Parse(p, s, money.Kr)
		return v, err
	case !f.IsList():
		if s = text.Clean(s); s == "" {
			return nil, nil
		}
		r, err := p.findAmong(f.Targets(), s)
		if err != nil {
			return nil, err
		}
		return r.ID, nil
	case !f.IsHeld():
		ids, err := p.several(f.Targets(), split(s))
		return ids, err
	}
	told, err := p.holders(f.Targets(), s)
	if err != nil {
		return nil, err
	}
	var now []field.Holding
	if r != nil {
		now, _ = r.Get(f).([]field.Holding)
	}
	return field.Named(now, told, p.Today()), nil
}

// split cuts a list at semicolons and line breaks.
func split(s string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == '\n' }) {
		if part = text.Clean(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// findAmong finds a record of the first of the kinds that has one of the name.
func (p *Portfolio) findAmong(kinds []*field.Kind, s string) (r *field.Record, err error) {
	for _, k := range kinds {
		if r, err = p.Find(k, s); fault.CodeOf(err) != fault.NotFound {
			return r, err
		}
	}
	if len(kinds) > 1 {
		err = noneOf(kinds, s)
	}
	return nil, err
}

// mostNamed is how many kinds a message names.
const mostNamed = 3

// noneOf says that no record of any of the kinds has the name.
func noneOf(kinds []*field.Kind, s string) error {
	none := "inget"
	if len(kinds) <= mostNamed {
		var each []string
		for _, k := range kinds {
			each = append(each, k.None())
		}
		none = text.And(each)
	}
	return fault.New(fault.NotFound, fmt.Sprintf("Det finns %s som heter ”%s”. Kontrollera stavningen eller lägg till det först.", none, s))
}

// several finds what each name names, each once.
func (p *Portfolio) several(kinds []*field.Kind, names []string) ([]field.ID, error) {
	var ids []field.ID
	seen := map[field.ID]bool{}
	for _, name := range names {
		r, err := p.findAmong(kinds, name)
		if err != nil {
			return nil, err
		}
		if !seen[r.ID] {
			seen[r.ID] = true
			ids = append(ids, r.ID)
		}
	}
	return ids, nil
}

// holders finds the persons in a cell, by address first and else by name, with the days
// that it says of them. One that isn't found is an error, so that nobody loses a role by a
// misspelling; so is one who is told to have had it until nobody knows when.
func (p *Portfolio) holders(kinds []*field.Kind, s string) ([]field.Holding, error) {
	var told []field.Holding
	said := org.ReadPersons(s)
	named := said.Named
	if days := said.Backwards(); days != "" {
		return nil, org.Backwards(days)
	}
	if len(named) == 0 && !org.SaysNobody(s) {
		return nil, fault.New(fault.Invalid, fmt.Sprintf("”%s” är inget namn. Inget har ändrats. Skriv för- och efternamn eller e-postadress, eller töm fältet.", s))
	}
	for _, n := range named {
		r, err := p.findAmong(kinds, cmp.Or(n.Email, n.Name))
		if err != nil && n.Email != "" && n.Name != "" {
			r, err = p.findAmong(kinds, n.Name)
		}
		switch {
		case err != nil:
			return nil, err
		case n.Past && n.To == 0:
			return nil, fault.New(fault.Invalid, fmt.Sprintf("%s står som tidigare, utan dag. Inget har ändrats. Skriv till och med vilken dag, eller bara dem som har rollen nu.", n.Name))
		}
		told = append(told, field.Holding{Person: r.ID, From: n.From, To: n.To})
	}
	return told, nil
}

// Find finds one record of a kind by reference, identity, name, path, e-mail
// or what Exact writes. Several of the name is a fault.Ambiguous that names
// them; none is a fault.NotFound.
func (p *Portfolio) Find(k *field.Kind, s string) (*field.Record, error) {
	s = text.Clean(s)
	if r := p.Get(field.ID(s)); r != nil && r.Kind == k {
		return r, nil
	}
	if r := p.ByRef(s); r != nil && r.Kind == k {
		return r, nil
	}
	if i := strings.LastIndex(s, " ("); i > 0 && strings.HasSuffix(s, ")") {
		said := s[i+2 : len(s)-1]
		if r := p.ByRef(said); r != nil && r.Kind == k {
			return r, nil
		}
		if parts := slices.DeleteFunc(slices.Clone(p.Named(k, s[:i])), func(r *field.Record) bool { return !strings.EqualFold(p.ownerSaid(r), said) }); len(parts) == 1 {
			return parts[0], nil
		}
	}
	found := p.Named(k, s)
	if k.Otherwise != nil && len(found) != 1 { // of units of a name, the one at the top has it for its whole path
		if more := k.Otherwise(p, s); len(found) == 0 || len(more) == 1 {
			found = more
		}
	}
	if len(found) > 1 { // spelled just so it is the one meant
		so := func(r *field.Record) bool { return text.OneLine(r.Name()) == text.OneLine(s) }
		if i := slices.IndexFunc(found, so); i >= 0 && !slices.ContainsFunc(found[i+1:], so) {
			return found[i], nil
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		it := "den"
		if k.Neuter {
			it = "det"
		}
		return nil, fault.New(fault.NotFound, fmt.Sprintf("Det finns %s ”%s”. Kontrollera stavningen eller lägg till %s först.", k.None(), s, it))
	}
	var names []string
	for _, r := range found[:min(len(found), 4)] {
		names = append(names, p.distinct(r))
	}
	return nil, fault.New(fault.Ambiguous, fmt.Sprintf("Flera heter ”%s”: %s. Skriv vilken som avses.", s, strings.Join(names, "; ")))
}

// distinct tells a record from others of its name.
func (p *Portfolio) distinct(r *field.Record) string {
	s := p.Exact(r.ID)
	if u := r.Home(); r.Kind.Answers == field.Text && u != "" {
		s += ", " + p.Label(u)
	}
	return s
}

// Called is what to call a record in a message; one without a name goes by what
// it belongs to: "drift 2027 för Lönesystemet".
func (p *Portfolio) Called(r *field.Record) string { return field.Called(r, p.Get) }
