package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// writable says why a field can't be typed in, if it can't.
func writable(f *field.Field) error {
	if why := f.Unwritable(); why != "" {
		return fault.New(fault.Invalid, why+" Inget har ändrats.")
	}
	return nil
}

func gone() error {
	return fault.New(fault.NotFound, "Det som skulle ändras finns inte längre. Inget har ändrats.")
}

// SetText sets a field to what a person typed. The entry's label names the
// field and the thing.
func (p *Portfolio) SetText(ctx context.Context, id field.ID, c field.Column, s string) (Entry, error) {
	return p.SetTexts(ctx, id, []Assignment{{Column: c, Text: s}})
}

// Set sets a field of a record.
func (p *Portfolio) Set(ctx context.Context, id field.ID, c field.Column, v field.Value) (Entry, error) {
	return p.setEach(ctx, []field.ID{id}, c, func(*field.Record) field.Value { return v })
}

// SetMany sets a field of several records to the same value, as one entry. A
// role passes to the persons that hold it in v today; those who held it keep
// their time in each record's history. Records that are gone are passed over.
func (p *Portfolio) SetMany(ctx context.Context, ids []field.ID, c field.Column, v field.Value) (Entry, error) {
	hs, role := v.([]field.Holding)
	if !role && (!c.Field.IsHeld() || v != nil) {
		return p.setEach(ctx, ids, c, func(*field.Record) field.Value { return v })
	}
	return p.setEach(ctx, ids, c, func(r *field.Record) field.Value {
		now, _ := r.Get(c.Field).([]field.Holding)
		return field.Succeed(now, field.Holders(hs, p.Today()), p.Today())
	})
}

func (p *Portfolio) setEach(ctx context.Context, ids []field.ID, c field.Column, value func(*field.Record) field.Value) (Entry, error) {
	if c.Field.ReadOnly {
		return Entry{}, writable(c.Field)
	}
	return p.Do(ctx, func(tx *field.Tx) (string, error) {
		what, n := "", 0
		for _, id := range ids {
			r := p.Get(id)
			if r == nil {
				continue
			}
			if err := tx.Assign(id, c, value(r)); err != nil {
				return "", err
			}
			what, n = p.Called(r), n+1
		}
		if n == 0 {
			return "", gone()
		}
		if n > 1 {
			what = text.Plural(n, c.Field.Kind.One, c.Field.Kind.Many)
		}
		return c.Field.Label + " för " + what, nil
	})
}

// Assignment is a field's typed text in a new record or a command.
type Assignment struct {
	Column field.Column
	Text   string
}

// Create makes a record from typed texts and gives it. Fields that say so begin
// with their first alternative: an insats in the model's first phase.
func (p *Portfolio) Create(ctx context.Context, k *field.Kind, as []Assignment) (*field.Record, error) {
	r := field.NewRecord(k, p.NewID())
	_, err := p.Do(ctx, func(tx *field.Tx) (string, error) {
		if err := tx.Create(r); err != nil {
			return "", err
		}
		if err := p.assign(tx, r.ID, as); err != nil {
			return "", err
		}
		made := tx.Get(r.ID)
		made.FillIn(tx)
		return "Tillagt: " + field.Called(made, tx.Get), nil
	})
	if err != nil {
		return nil, err
	}
	return p.Get(r.ID), nil
}

// Named is a record to be made, of a kind that a name is enough for.
type Named struct {
	Kind *field.Kind
	ID   field.ID
	Name string
}

// SetNew sets a field of a record to a value with others that are made at once, as one
// entry. Those of them that are there already are passed over.
func (p *Portfolio) SetNew(ctx context.Context, made []Named, id field.ID, c field.Column, v field.Value) (Entry, error) {
	return p.Do(ctx, func(tx *field.Tx) (string, error) {
		r := p.Get(id)
		if r == nil {
			return "", gone()
		}
		var names []string
		for _, n := range made {
			if p.Get(n.ID) != nil {
				continue
			}
			if err := p.makeNamed(tx, n); err != nil {
				return "", err
			}
			names = append(names, tx.Get(n.ID).Name())
		}
		if err := tx.Assign(id, c, v); err != nil {
			return "", err
		}
		label := c.Field.Label + " för " + p.Called(r)
		switch len(names) {
		case 0:
			return label, nil
		case 1:
			return label + ", med " + names[0] + " som ny", nil
		}
		return label + ", med " + text.And(names) + " som nya", nil
	})
}

// makeNamed makes a record by its name.
func (p *Portfolio) makeNamed(tx *field.Tx, n Named) error {
	if err := tx.Create(field.NewRecord(n.Kind, n.ID)); err != nil {
		return err
	}
	if err := p.assign(tx, n.ID, []Assignment{{Column: field.Column{Field: n.Kind.Title()}, Text: n.Name}}); err != nil {
		return err
	}
	if n.Kind.Naming.Fill != nil {
		n.Kind.Naming.Fill(tx.Get(n.ID))
	}
	tx.Get(n.ID).FillIn(tx)
	return nil
}

// assign sets fields of a record to typed texts, if they may be typed in.
func (p *Portfolio) assign(tx *field.Tx, id field.ID, as []Assignment) error {
	step := tx.Get(id).Kind.Step
	as = slices.Clone(as)
	slices.SortStableFunc(as, func(a, b Assignment) int { // a step is taken when all else is there
		return cmp.Compare(btoi(a.Column.Field == step), btoi(b.Column.Field == step))
	})
	for _, a := range as {
		if err := writable(a.Column.Field); err != nil {
			return err
		}
		v, err := p.Parse(tx.Get(id), a.Column.Field, a.Text)
		if err != nil {
			return err
		}
		if err := tx.Assign(id, a.Column, v); err != nil {
			return err
		}
	}
	return nil
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// SetTexts sets several fields of one record to typed texts, as one entry.
func (p *Portfolio) SetTexts(ctx context.Context, id field.ID, as []Assignment) (Entry, error) {
	return p.Do(ctx, func(tx *field.Tx) (string, error) {
		now := p.Get(id)
		if now == nil {
			return "", gone()
		}
		if err := p.assign(tx, id, as); err != nil {
			return "", err
		}
		switch len(as) {
		case 0:
			return p.Called(now), nil
		case 1:
			return as[0].Column.Field.Label + " för " + p.Called(now), nil
		}
		return fmt.Sprintf("%d fält för %s", len(as), p.Called(now)), nil
	})
}

// Delete removes records with their parts, a field of the municipality's own
// with its values, and takes them out of what points at them where that may be.
// What else points at them stands in the way. Records that are gone are passed
// over.
func (p *Portfolio) Delete(ctx context.Context, ids []field.ID) (Entry, error) {
	return p.Do(ctx, func(tx *field.Tx) (string, error) {
		var gone []*field.Record
		for _, id := range ids {
			r := tx.Get(id)
			if r == nil {
				continue
			}
			if err := tx.Remove(id); err != nil {
				return "", err
			}
			gone = append(gone, r)
		}
		return p.doneWith(gone, "Borttaget", "borttagna"), nil
	})
}

// doneWith is the label of what was done with records: the name of one, how many of
// several. With none nothing was done, and there is no label.
func (p *Portfolio) doneWith(rs []*field.Record, one, many string) string {
	switch len(rs) {
	case 0:
		return ""
	case 1:
		return one + ": " + p.Called(rs[0])
	}
	k := rs[0].Kind
	if slices.ContainsFunc(rs, func(r *field.Record) bool { return r.Kind != k }) {
		return text.Plural(len(rs), "post", "poster") + " " + many
	}
	return text.Plural(len(rs), k.One, k.Many) + " " + many
}

// Retire takes records out of use instead of removing them, as one entry, in the way that
// their kind says. Those that are out of use already are passed over. It fails with Invalid
// where a kind has no way.
func (p *Portfolio) Retire(ctx context.Context, ids []field.ID) (Entry, error) {
	return p.Do(ctx, func(tx *field.Tx) (string, error) {
		var retired []*field.Record
		for _, id := range ids {
			r := tx.Get(id)
			if r == nil {
				continue
			}
			out := r.Kind.Retiring
			if out == nil {
				instead := "Ta bort"
				switch {
				case r.Kind.Step != nil:
					instead = "Ändra " + text.Lower(r.Kind.Step.Label)
				case r.Kind.Leaves != nil:
					instead = "Fyll i " + text.Lower(r.Kind.Leaves.Label)
				}
				return "", fault.New(fault.Invalid, fmt.Sprintf("%s kan inte arkiveras: så görs inte med %s. Inget har ändrats. %s i stället.", text.Capital(p.Called(r)), r.Kind.Many, instead))
			}
			if field.Equal(r.Get(out.Field), out.Value) {
				continue
			}
			if err := tx.Assign(id, field.Column{Field: out.Field}, out.Value); err != nil {
				return "", err
			}
			retired = append(retired, r)
		}
		return p.doneWith(retired, "Arkiverat", "arkiverade"), nil
	})
}

// CreateAll makes many records as one entry: the example portfolio.
func (p *Portfolio) CreateAll(ctx context.Context, label string, records []*field.Record) (Entry, error) {
	changes := make([]field.Change, 0, len(records))
	for _, r := range records {
		changes = append(changes, field.Change{Op: field.Create, Kind: r.Kind, ID: r.ID, Record: r})
	}
	return p.Apply(ctx, label, changes)
}

// Join makes two records of a kind one, as one entry: keep, which gets what pointed at
// gone and what only gone said, and what take says of what both said.
func (p *Portfolio) Join(ctx context.Context, keep, gone field.ID, take map[*field.Field]field.Take) (Entry, error) {
	return p.Do(ctx, func(tx *field.Tx) (string, error) {
		a, b := tx.Get(keep), tx.Get(gone)
		if err := tx.Join(keep, gone, take); err != nil {
			return "", err
		}
		return fmt.Sprintf("Hopslaget: %s och %s", a.Name(), b.Name()), nil
	})
}
