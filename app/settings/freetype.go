package settings

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

func typeOptions() (out []field.Option) {
	for _, t := range field.OwnTypes() {
		out = append(out, field.Option{Key: t.Name(), Label: t.Own()})
	}
	return out
}

// TypeOf is what a field of the municipality's own holds; a text unless something else is
// said.
func TypeOf(def *field.Record) field.Type {
	types := field.OwnTypes()
	for _, t := range types {
		if t.Name() == FreeType.Get(def) {
			return t
		}
	}
	return types[0]
}

// Alternatives are what can be chosen in a field of the municipality's own.
func Alternatives(def *field.Record) (out []string) {
	for _, s := range strings.Split(FreeWords.Get(def), ";") {
		if s = text.Clean(s); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// Retype makes a field of the municipality's own hold something else: what records say in it
// is read as that. Where some can't be, or something of it would fall away, nothing is changed,
// and the fault (Invalid) says where.
func Retype(tx *field.Tx, id field.ID, t field.Type, alternatives string) error {
	def := tx.Get(id)
	if def == nil {
		return fault.New(fault.NotFound, "Fältet finns inte längre. Inget har ändrats.")
	}
	k, key := ownField(tx, def)
	if k == nil {
		return nil
	}
	was := Own(k, def)
	to := def.Clone().Put(FreeType.Field, t.Name()).Put(FreeWords.Field, alternatives)
	now := field.NewOwn(k, key, def.Name(), t, Alternatives(to))
	var wrong []string
	changes := []field.Change{}
	for _, r := range tx.All(k) {
		s := was.Exact(tx, r.Get(was))
		if s == "" {
			continue
		}
		v, remark, err := now.Parse(tx, s, money.Kr)
		if err != nil || remark != "" {
			wrong = append(wrong, unread(s, remark)+" i "+field.Called(r, tx.Get))
			continue
		}
		changes = append(changes, field.Change{Op: field.Set, Kind: k, ID: r.ID, Field: now, Before: r.FreeValues()[key], After: v})
	}
	if len(wrong) > 0 {
		n := len(wrong)
		if n > 3 {
			wrong = append(wrong[:3], fmt.Sprintf("och %d till", n-3))
		}
		if was.Type == t && was.HasAlternatives() {
			return fault.New(fault.Invalid, fmt.Sprintf("%s har %s, som inte längre vore ett alternativ. Inget har ändrats. Rätta det först, eller låt alternativet vara kvar.", def.Name(), strings.Join(wrong, ", ")))
		}
		return fault.New(fault.Invalid, fmt.Sprintf("%s kan inte vara %s: %s går inte att läsa så. Inget har ändrats. Rätta det först, eller välj ett annat slag.", def.Name(), text.Lower(t.Own()), strings.Join(wrong, ", ")))
	}
	if err := tx.Set(id, FreeType.Field, t.Name()); err != nil {
		return err
	}
	if err := tx.Set(id, FreeWords.Field, field.OrNil(alternatives)); err != nil {
		return err
	}
	for _, c := range changes {
		if field.Encode(c.After) == c.Before {
			continue
		}
		if err := tx.Carry(c); err != nil {
			return err
		}
	}
	return nil
}

// unread is a text that can't be read, or not without that something of it falls away.
func unread(s, remark string) string {
	said := "”" + text.Shorten(s, 40) + "”"
	if note, _, _ := strings.Cut(remark, ":"); note != "" {
		said += " (" + note + ")"
	}
	return said
}

// checkType holds that what records say in a field can be read as what the field holds, and
// that there is something to choose in a choice.
func checkType(w field.World, k *field.Kind, before, after *field.Record) error {
	f := Own(k, after)
	if f.HasAlternatives() && len(f.Options) == 0 {
		return fault.New(fault.Invalid, fmt.Sprintf("%s har inget att välja bland. Inget har ändrats. Skriv alternativen, med semikolon emellan.", after.Name()))
	}
	if before != nil && TypeOf(before) == TypeOf(after) {
		return nil
	}
	for _, r := range w.All(k) {
		if r.FreeValues()[f.Key] != "" && r.Get(f) == nil {
			return fault.New(fault.Invalid, fmt.Sprintf("%s kan inte vara %s: det som står i %s går inte att läsa så. Inget har ändrats. Rätta det först.", f.Label, text.Lower(f.Type.Own()), field.Called(r, w.Get)))
		}
	}
	return nil
}

// Declare makes a field of the municipality's own, and gives its record.
func Declare(tx *field.Tx, id field.ID, k *field.Kind, label string, t field.Type, alternatives string, open bool) error {
	label = text.Clean(label)
	key := "eget_" + strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '_'
	}, text.Key(label))
	taken := map[string]bool{}
	for _, f := range tx.Fields(k) {
		taken[f.Key] = true
	}
	for taken[key] {
		key += "_x"
	}
	r := NewOwn(id, k, key, label).Put(FreeType.Field, t.Name()).Put(FreeWords.Field, field.OrNil(alternatives))
	if open {
		r.Put(FreeOpen.Field, true)
	}
	return tx.Create(r)
}
