package intake

import (
	"slices"

	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/settings"
)

// draft is the portfolio as it would be with the changes so far: later rows
// see what earlier ones made.
type draft struct {
	field.World
	records map[field.ID]*field.Record   // made or changed here
	made    map[field.ID]bool            // made here
	costs   map[field.ID][]*field.Record // all cost rows of an owner that got one here
	frees   map[*field.Kind][]*field.Field

	free, units, persons, rest []field.Change
}

func newDraft(w field.World) *draft {
	return &draft{World: w, records: map[field.ID]*field.Record{}, made: map[field.ID]bool{},
		costs: map[field.ID][]*field.Record{}, frees: map[*field.Kind][]*field.Field{}}
}

// Get sees what was made and changed here before the portfolio itself.
func (d *draft) Get(id field.ID) *field.Record {
	if r := d.records[id]; r != nil {
		return r
	}
	return d.World.Get(id)
}

// Owned sees the cost rows that were made here.
func (d *draft) Owned(k *field.Kind, owner field.ID) []*field.Record {
	if rows, ok := d.costs[owner]; ok && k == economy.CostKind {
		return rows
	}
	if d.made[owner] {
		return nil
	}
	return d.World.Owned(k, owner)
}

// Fields sees the free fields that were made here.
func (d *draft) Fields(k *field.Kind) []*field.Field {
	if len(d.frees[k]) == 0 {
		return d.World.Fields(k)
	}
	return append(slices.Clone(d.World.Fields(k)), d.frees[k]...)
}

// Label names also what was made here.
func (d *draft) Label(id field.ID) string {
	if r := d.records[id]; r != nil {
		return r.Name()
	}
	return d.World.Label(id)
}

// create adds a record. Until the plan is handed over it may still be built on.
func (d *draft) create(r *field.Record) {
	d.records[r.ID], d.made[r.ID] = r, true
	c := field.Change{Op: field.Create, Kind: r.Kind, ID: r.ID, Record: r}
	switch r.Kind {
	case settings.FreeKind:
		d.free = append(d.free, c)
	case org.UnitKind:
		d.units = append(d.units, c)
	case org.PersonKind:
		d.persons = append(d.persons, c)
	default:
		d.rest = append(d.rest, c)
	}
	if r.Kind == economy.CostKind {
		owner := economy.CostOwner.Get(r)
		d.costs[owner] = append(d.own(owner), r)
	}
}

// own are the cost rows of an owner in a list that is the draft's to change.
func (d *draft) own(owner field.ID) []*field.Record {
	rows, ok := d.costs[owner]
	if !ok {
		rows = slices.Clone(d.Owned(economy.CostKind, owner))
	}
	return rows
}

// set gives a record's field a value.
func (d *draft) set(r *field.Record, f *field.Field, v field.Value) {
	if d.made[r.ID] {
		d.records[r.ID].Put(f, v)
		return
	}
	before := d.Get(r.ID).Get(f)
	if field.Equal(before, v) {
		return
	}
	d.carry([]field.Change{{Op: field.Set, Kind: r.Kind, ID: r.ID, Field: f, Before: before, After: v}})
}

// carry carries out changes, such as those that Field.Assign gives.
func (d *draft) carry(changes []field.Change) {
	for _, c := range changes {
		if c.Op == field.Create {
			d.create(c.Record)
			continue
		}
		if d.made[c.ID] {
			d.records[c.ID].Put(c.Field, c.After)
			continue
		}
		if d.records[c.ID] == nil {
			d.records[c.ID] = d.World.Get(c.ID).Clone()
		}
		d.records[c.ID].Put(c.Field, c.After)
		d.rest = append(d.rest, c)
		if c.Kind == economy.CostKind {
			d.refreshCost(d.records[c.ID])
		}
	}
}

// refreshCost makes the owner's rows show a changed cost row.
func (d *draft) refreshCost(r *field.Record) {
	owner := economy.CostOwner.Get(r)
	rows := d.own(owner)
	at, found := slices.BinarySearchFunc(rows, r, field.InOrder) // those made here have the newest identities
	if !found {
		at = slices.IndexFunc(rows, func(o *field.Record) bool { return o.ID == r.ID })
	}
	if at >= 0 {
		rows[at] = r
	}
	d.costs[owner] = rows
}

// freeField makes a field of the municipality's own, or finds the one of that
// name.
func (d *draft) freeField(k *field.Kind, label string) *field.Field {
	want := squeezed(phrase(label))
	key := want
	taken := map[string]bool{}
	for _, f := range d.Fields(k) {
		taken[f.Key] = true
		if f.Free() && squeezed(phrase(f.Label)) == want {
			return f
		}
	}
	for key == "" || taken[key] || field.Reserved(key) {
		key += "_x"
	}
	r := field.NewRecord(settings.FreeKind, d.NewID())
	r.Put(settings.FreeLabel.Field, label).Put(settings.FreeOf.Field, k.Name).Put(settings.FreeKey.Field, key)
	d.create(r)
	f := field.NewFree(k, key, label)
	d.frees[k] = append(d.frees[k], f)
	return f
}

// changes are all of them in an order in which each comes after what it
// refers to.
func (d *draft) changes() []field.Change {
	slices.SortStableFunc(d.units, func(a, b field.Change) int { return org.Depth(d, a.ID) - org.Depth(d, b.ID) })
	return slices.Concat(d.free, d.units, d.persons, d.rest)
}
