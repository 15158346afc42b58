package sqlite

import (
	"context"
	"fmt"
	"slices"

	"itportfoljen/app/field"
)

// A file of an older version is looked through, and repaired, as what it is: by the
// kinds as they were then. Which tables and columns there were its migrations tell. What
// has gone since, or is kept as something else, the migration that changed it says.

// earlier says what a kind kept before a migration and doesn't keep after it, or keeps as
// another type: the name of the type of each field, by key.
type earlier struct {
	kind string
	kept map[string]string
}

// upTo is with the migrations that there were in a version.
func (o Options) upTo(version int) Options {
	o.migrations = slices.DeleteFunc(slices.Clone(o.migrations), func(m migration) bool { return m.number > version })
	return o
}

// at is with the migrations and the kinds of a version.
func (o Options) at(ctx context.Context, version int) (Options, error) {
	if version >= newest(o.migrations) {
		return o, nil
	}
	was := make([]field.Past, 0, len(o.Kinds))
	for _, k := range o.Kinds {
		p := field.Past{Kind: k, Name: k.Name}
		for _, f := range k.Stored() {
			p.Fields = append(p.Fields, field.PastField{Key: f.Key, Type: f.Type, Of: f})
		}
		for _, m := range slices.Backward(o.migrations) {
			if m.number > version {
				m.before(&p)
			}
		}
		was = append(was, p)
	}
	o = o.upTo(version)
	was, err := o.withColumns(ctx, was)
	o.Kinds = field.Earlier(was)
	return o, err
}

// before makes of a kind after the migration what it was before it.
func (m migration) before(p *field.Past) {
	for _, r := range slices.Backward(m.renamed) {
		if r.Kind == "" && r.New == p.Name {
			p.Name = r.Old
		}
		for i := range p.Fields {
			if r.Kind == p.Kind.Name && r.New == p.Fields[i].Key {
				p.Fields[i].Key = r.Old
			}
		}
	}
	for _, w := range m.was {
		if w.kind != p.Name {
			continue
		}
		for key, name := range w.kept {
			p.Fields = slices.DeleteFunc(p.Fields, func(f field.PastField) bool { return f.Key == key })
			p.Fields = append(p.Fields, field.PastField{Key: key, Type: typeNamed(name)})
		}
	}
}

func typeNamed(name string) field.Type {
	for _, t := range field.Types() {
		if t.Name() == name {
			return t
		}
	}
	panic(fmt.Sprintf("sqlite: no type is called %q", name))
}

// withColumns leaves the kinds that have a table, and of their fields those that have a
// column or are lists.
func (o Options) withColumns(ctx context.Context, was []field.Past) (out []field.Past, err error) {
	made, err := o.shape(ctx)
	if err != nil {
		return nil, err
	}
	for _, p := range was {
		have := made.columns[p.Name]
		if len(have) == 0 {
			continue
		}
		p.Fields = slices.DeleteFunc(p.Fields, func(f field.PastField) bool { return forms[f.Type].list == "" && !have[f.Key] })
		out = append(out, p)
	}
	for i := range out {
		out[i].Fields = slices.DeleteFunc(out[i].Fields, func(f field.PastField) bool { return forms[f.Type].list != "" && pointsAtNone(f, out) })
	}
	return out, nil
}

// pointsAtNone says that a list is of kinds that there weren't, so that it wasn't either.
func pointsAtNone(f field.PastField, was []field.Past) bool {
	if f.Of == nil || len(f.Of.Targets()) == 0 {
		return false
	}
	return !slices.ContainsFunc(was, func(p field.Past) bool { return slices.Contains(f.Of.Targets(), p.Kind) })
}

// as is a store of the file as one of a version; of the newest it is the store itself.
func (s *Store) as(ctx context.Context, version int) (*Store, error) {
	if version >= newest(s.options.migrations) {
		return s, nil
	}
	o, err := s.options.at(ctx, version)
	if err != nil {
		return nil, err
	}
	own := newStore(o)
	own.shown = s.shown
	return own, nil
}

// today is a kind as the newest version has it.
func (s *Store) today(k *field.Kind) *field.Kind { return s.names.Kind(k.Name) }
