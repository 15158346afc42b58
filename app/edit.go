package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"itportfoljen/app/economy"
	"itportfoljen/app/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
	"itportfoljen/app/text"
)

// change works out changes and carries them out as one entry, with no other
// writer in between.
func (p *Portfolio) change(ctx context.Context, work func(d *draft) (label string, err error)) (Entry, error) {
	p.write.Lock()
	defer p.write.Unlock()
	d := &draft{Portfolio: p, costs: map[field.ID]*field.Record{}, owned: map[field.ID][]*field.Record{}}
	label, err := work(d)
	if err != nil {
		return Entry{}, err
	}
	return p.apply(ctx, Entry{Label: label, Changes: d.changes})
}

// draft gathers changes on their way, and is the portfolio as their rules need
// to see it: with the cost rows that the earlier ones make, so that a year's
// budget and forecast set together become one row.
type draft struct {
	*Portfolio
	changes []field.Change
	costs   map[field.ID]*field.Record   // made here, not yet seen by others
	owned   map[field.ID][]*field.Record // the same by owner
}

// Owned adds the cost rows made here.
func (d *draft) Owned(k *field.Kind, owner field.ID) []*field.Record {
	out := d.Portfolio.Owned(k, owner)
	if k != economy.CostKind || len(d.owned[owner]) == 0 {
		return out
	}
	return slices.Concat(out, d.owned[owner])
}

// assign sets a column of r, and in r itself, which must be the draft's own.
func (d *draft) assign(r *field.Record, c field.Column, v field.Value) error {
	more, err := c.Field.Assign(d, r, c.Year, v)
	if err != nil {
		return err
	}
	for _, ch := range more {
		switch {
		case ch.Op == field.Create:
			d.costs[ch.ID], d.owned[r.ID] = ch.Record, append(d.owned[r.ID], ch.Record)
		case d.costs[ch.ID] != nil:
			d.costs[ch.ID].Put(ch.Field, ch.After)
			continue
		case ch.ID == r.ID:
			r.Put(ch.Field, ch.After)
		}
		d.changes = append(d.changes, ch)
	}
	return nil
}

// writable says why a field can't be typed in, if it can't.
func writable(f *field.Field) error {
	switch {
	case f.ReadOnly:
		return fault.New(fault.Invalid, fmt.Sprintf("%s räknas fram och kan inte skrivas. Inget har ändrats.", f.Label))
	case f.Hidden:
		return fault.New(fault.Invalid, fmt.Sprintf("%s sköts av programmet och kan inte skrivas här. Inget har ändrats.", f.Label))
	}
	return nil
}

// called is what to call a record in an entry's label; an amount goes by its
// system or insats.
func (p *Portfolio) called(r *field.Record) string {
	return cmp.Or(r.Name(), p.Label(owner(r)), r.Kind.One)
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
	if !role && (c.Field.Type != field.Roles || v != nil) {
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
	return p.change(ctx, func(d *draft) (string, error) {
		what, n := "", 0
		for _, id := range ids {
			r := p.Get(id)
			if r == nil {
				continue
			}
			if err := d.assign(r.Clone(), c, value(r)); err != nil {
				return "", err
			}
			what, n = p.called(r), n+1
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
	_, err := p.change(ctx, func(d *draft) (string, error) {
		d.changes = append(d.changes, field.Change{Op: field.Create, Kind: k, ID: r.ID, Record: r})
		for _, a := range as {
			v, err := d.read(r, a)
			if err != nil {
				return "", err
			}
			if !a.Column.Field.Yearly {
				r.Put(a.Column.Field, v)
			} else if err := d.assign(r, a.Column, v); err != nil {
				return "", err
			}
		}
		r.FillIn(d)
		return "Tillagt: " + p.called(r), nil
	})
	if err != nil {
		return nil, err
	}
	return p.Get(r.ID), nil
}

// read reads a typed text for a field that may be typed in.
func (d *draft) read(r *field.Record, a Assignment) (field.Value, error) {
	if err := writable(a.Column.Field); err != nil {
		return nil, err
	}
	return d.Parse(r, a.Column.Field, a.Text)
}

// SetTexts sets several fields of one record to typed texts, as one entry.
func (p *Portfolio) SetTexts(ctx context.Context, id field.ID, as []Assignment) (Entry, error) {
	return p.change(ctx, func(d *draft) (string, error) {
		now := p.Get(id)
		if now == nil {
			return "", gone()
		}
		r, label := now.Clone(), p.called(now)
		for _, a := range as {
			v, err := d.read(r, a)
			if err != nil {
				return "", err
			}
			if err := d.assign(r, a.Column, v); err != nil {
				return "", err
			}
			label = a.Column.Field.Label + " för " + p.called(now)
		}
		if len(as) > 1 {
			label = fmt.Sprintf("%d fält för %s", len(as), p.called(now))
		}
		return label, nil
	})
}

// Delete removes records with their costs, a field of the municipality's own
// with its values, and takes them out of the insatser that point at them. What
// else points at them stands in the way. Records that are gone are passed over.
func (p *Portfolio) Delete(ctx context.Context, ids []field.ID) (Entry, error) {
	return p.change(ctx, func(d *draft) (string, error) {
		going := map[field.ID]bool{} // with what goes along
		var removed []field.Change
		remove := func(r *field.Record) {
			if !going[r.ID] {
				going[r.ID] = true
				removed = append(removed, field.Change{Op: field.Delete, Kind: r.Kind, ID: r.ID})
			}
		}
		var last *field.Record
		n, mixed := 0, false
		for _, id := range ids {
			r := p.Get(id)
			if r == nil || going[id] {
				continue
			}
			d.changes = append(d.changes, p.emptied(r)...)
			for _, c := range p.Owned(economy.CostKind, id) {
				remove(c)
			}
			remove(r)
			mixed = mixed || last != nil && last.Kind != r.Kind
			last, n = r, n+1
		}
		d.changes = slices.Concat(d.changes, p.detach(going), removed)
		switch {
		case n == 0: // no entry
			return "", nil
		case n == 1:
			return "Borttaget: " + p.called(last), nil
		case mixed:
			return text.Plural(n, "post", "poster") + " borttagna", nil
		}
		return text.Plural(n, last.Kind.One, last.Kind.Many) + " borttagna", nil
	})
}

// emptied takes out the values that records have in a field of the
// municipality's own, when it is one.
func (p *Portfolio) emptied(def *field.Record) []field.Change {
	k, key := freeKey(def)
	if k == nil {
		return nil
	}
	f := field.NewFree(k, key, settings.FreeLabel.Get(def))
	var out []field.Change
	for _, r := range p.All(k) {
		if v := r.Get(f); v != nil {
			out = append(out, field.Change{Op: field.Set, Kind: k, ID: r.ID, Field: f, Before: v})
		}
	}
	return out
}

// detach takes what goes out of the insatser that stay.
func (p *Portfolio) detach(going map[field.ID]bool) []field.Change {
	var out []field.Change
	for _, r := range p.All(plan.Kind) {
		before := plan.Systems.Get(r)
		left := slices.DeleteFunc(slices.Clone(before), func(id field.ID) bool { return going[id] })
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
