package app

import (
	"context"
	"fmt"

	"itportfoljen/app/economy"
	"itportfoljen/app/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
)

// SetText sets a field to what a person typed. The entry's label names the
// field and the thing.
func (p *Portfolio) SetText(ctx context.Context, id field.ID, c field.Column, s string) (Entry, error) {
	r := p.Get(id)
	if r == nil {
		return Entry{}, fault.New(fault.NotFound, "Det som skulle ändras finns inte längre. Inget har ändrats.")
	}
	v, err := p.Parse(r, c.Field, s)
	if err != nil {
		return Entry{}, err
	}
	return p.Set(ctx, id, c, v)
}

// Set sets a field of a record.
func (p *Portfolio) Set(ctx context.Context, id field.ID, c field.Column, v field.Value) (Entry, error) {
	return p.SetMany(ctx, []field.ID{id}, c, v)
}

// SetMany sets a field of several records to the same value, as one entry.
func (p *Portfolio) SetMany(ctx context.Context, ids []field.ID, c field.Column, v field.Value) (Entry, error) {
	if !c.Field.Editable() && !c.Field.Hidden {
		return Entry{}, fault.New(fault.Invalid, fmt.Sprintf("%s räknas fram och kan inte skrivas. Inget har ändrats.", c.Field.Label))
	}
	var changes []field.Change
	for _, id := range ids {
		r := p.Get(id)
		if r == nil {
			continue
		}
		more, err := c.Field.Assign(p, r, c.Year, v)
		if err != nil {
			return Entry{}, err
		}
		changes = append(changes, more...)
	}
	what := fmt.Sprintf("%d %s", len(ids), "poster")
	if len(ids) == 1 {
		what = p.Label(ids[0])
	}
	return p.Apply(ctx, c.Field.Label+" för "+what, changes)
}

// Assignment is a field's typed text in a new record or a command.
type Assignment struct {
	Column field.Column
	Text   string
}

// Create makes a record from typed texts and gives it.
func (p *Portfolio) Create(ctx context.Context, k *field.Kind, as []Assignment) (*field.Record, error) {
	r := field.NewRecord(k, p.NewID())
	var after []field.Change
	for _, a := range as {
		v, err := p.Parse(r, a.Column.Field, a.Text)
		if err != nil {
			return nil, err
		}
		if a.Column.Field.Yearly {
			more, err := a.Column.Field.Assign(p, r, a.Column.Year, v)
			if err != nil {
				return nil, err
			}
			after = append(after, more...)
			continue
		}
		r.Put(a.Column.Field, v)
	}
	if k == plan.Kind && plan.Phase.Get(r) == "" && len(p.Model().Phases) > 0 {
		r.Put(plan.Phase.Field, p.Model().Phases[0].Key)
	}
	changes := append([]field.Change{{Op: field.Create, Kind: k, ID: r.ID, Record: r}}, after...)
	if _, err := p.Apply(ctx, "Tillagt: "+r.Name(), changes); err != nil {
		return nil, err
	}
	return p.Get(r.ID), nil
}

// SetTexts sets several fields of one record to typed texts, as one entry.
func (p *Portfolio) SetTexts(ctx context.Context, id field.ID, as []Assignment) (Entry, error) {
	r := p.Get(id)
	if r == nil {
		return Entry{}, fault.New(fault.NotFound, "Det som skulle ändras finns inte. Inget har ändrats.")
	}
	var changes []field.Change
	label := r.Name()
	for _, a := range as {
		if !a.Column.Field.Editable() {
			return Entry{}, fault.New(fault.Invalid, fmt.Sprintf("%s räknas fram och kan inte skrivas. Inget har ändrats.", a.Column.Field.Label))
		}
		v, err := p.Parse(r, a.Column.Field, a.Text)
		if err != nil {
			return Entry{}, err
		}
		more, err := a.Column.Field.Assign(p, r, a.Column.Year, v)
		if err != nil {
			return Entry{}, err
		}
		changes = append(changes, more...)
		label = a.Column.Field.Label + " för " + r.Name()
	}
	if len(as) > 1 {
		label = fmt.Sprintf("%d fält för %s", len(as), r.Name())
	}
	return p.Apply(ctx, label, changes)
}

// Delete removes records with their costs, and takes them out of the insatser
// that point at them. What else points at them stands in the way.
func (p *Portfolio) Delete(ctx context.Context, ids []field.ID) (Entry, error) {
	going := map[field.ID]bool{}
	var changes []field.Change
	var name string
	for _, id := range ids {
		r := p.Get(id)
		if r == nil || going[id] {
			continue
		}
		going[id], name = true, r.Name()
		for _, c := range p.Owned(economy.CostKind, id) {
			changes = append(changes, field.Change{Op: field.Delete, Kind: c.Kind, ID: c.ID})
		}
		changes = append(changes, field.Change{Op: field.Delete, Kind: r.Kind, ID: id})
	}
	changes = append(p.detach(going), changes...)
	label := "Borttaget: " + name
	if len(going) > 1 {
		label = fmt.Sprintf("%d poster borttagna", len(going))
	}
	return p.Apply(ctx, label, changes)
}

func (p *Portfolio) detach(going map[field.ID]bool) []field.Change {
	var out []field.Change
	for _, r := range p.All(plan.Kind) {
		before := plan.Systems.Get(r)
		var left []field.ID
		for _, id := range before {
			if !going[id] {
				left = append(left, id)
			}
		}
		if len(left) != len(before) && !going[r.ID] {
			out = append(out, field.Change{Op: field.Set, Kind: r.Kind, ID: r.ID, Field: plan.Systems.Field, Before: before, After: left})
		}
	}
	return out
}

// CreateAll makes many records as one entry: the example portfolio.
func (p *Portfolio) CreateAll(ctx context.Context, label string, records []*field.Record) (Entry, error) {
	changes := make([]field.Change, 0, len(records))
	for _, r := range records {
		changes = append(changes, field.Change{Op: field.Create, Kind: r.Kind, ID: r.ID, Record: r})
	}
	return p.Apply(ctx, label, changes)
}
