package app

import (
	"cmp"
	"fmt"

	"itportfoljen/app/economy"
	"itportfoljen/app/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/picture"
	"itportfoljen/app/plan"
	"itportfoljen/app/portfolio"
	"itportfoljen/app/settings"
)

// validate holds the rules that no change may break.
func (b *batch) validate() error {
	for _, id := range b.touched { // in order, so that of several faults it is always the same that is told
		r := b.now[id]
		if r == nil {
			continue
		}
		if t, _ := r.Get(r.Kind.Title()).(string); t == "" && r.Kind.Title().Required {
			return fault.New(fault.Invalid, fmt.Sprintf("%s måste ha ett värde. Inget har ändrats.", r.Kind.Title().Label))
		}
		for _, f := range r.Kind.Fields() {
			if err := b.fits(r, f); err != nil {
				return err
			}
		}
		for key := range r.FreeValues() {
			f := b.p.FieldOf(r.Kind, key)
			if f == nil { // made along with the record
				f = field.NewFree(r.Kind, key, key)
			}
			if err := b.fits(r, f); err != nil {
				return err
			}
		}
		if err := b.ofKind(r); err != nil {
			return err
		}
	}
	if err := b.tree(); err != nil {
		return err
	}
	return b.orphans()
}

// ofKind holds the rules of single kinds.
func (b *batch) ofKind(r *field.Record) error {
	switch r.Kind {
	case economy.CostKind:
		if economy.CostOwner.Get(r) == "" || economy.CostYear.Get(r) == 0 { // it would count nowhere
			return fault.New(fault.Invalid, "En kostnad måste gälla ett system eller en insats, ett visst år. Inget har ändrats. Fyll i båda.")
		}
	case economy.FrameKind:
		if economy.FrameYear.Get(r) == 0 {
			return fault.New(fault.Invalid, "En ram måste gälla ett visst år. Inget har ändrats. Fyll i året.")
		}
	case settings.FreeKind:
		return b.freeField(r)
	case settings.Kind:
		return b.settings(r)
	}
	return nil
}

// settings holds that the model and the arms can be read; those that stand there
// since before don't stop anything else from being changed.
func (b *batch) settings(r *field.Record) error {
	before := b.p.Get(r.ID)
	fresh := func(f field.TextField) bool {
		return f.Get(r) != "" && (before == nil || f.Get(before) != f.Get(r))
	}
	if fresh(settings.Model) {
		if _, err := governance.Parse([]byte(settings.Model.Get(r))); err != nil {
			return err
		}
	}
	if fresh(settings.Logo) {
		if _, err := picture.FromText(settings.Logo.Get(r)); err != nil {
			return fault.Wrap(fault.CodeOf(err), err.Error()+" Inget har ändrats.", err)
		}
	}
	return nil
}

// freeKey is the kind that a field of the municipality's own is of, and its
// key; the kind is nil for what is no such field.
func freeKey(r *field.Record) (k *field.Kind, key string) {
	if r.Kind != settings.FreeKind {
		return nil, ""
	}
	return KindNamed(settings.FreeOf.Get(r)), settings.FreeKey.Get(r)
}

// freeField holds that a field of the municipality's own is the only one of its
// key, and keeps it: values are found by it.
func (b *batch) freeField(r *field.Record) error {
	k, key := freeKey(r)
	if k == nil || key == "" || k.Silent {
		return broken("ett eget fält hör inte till något")
	}
	if before := b.p.Get(r.ID); before != nil {
		if was, old := freeKey(before); was != k || old != key {
			return fault.New(fault.Invalid, fmt.Sprintf("%s kan byta namn men inte flyttas eller byta nyckel. Inget har ändrats. Lägg till ett nytt fält i stället.", r.Name()))
		}
	}
	taken := k.Field(key) != nil || field.Reserved(key)
	is := func(other *field.Record) {
		of, same := freeKey(other)
		taken = taken || other.ID != r.ID && of == k && same == key
	}
	for _, other := range b.p.All(settings.FreeKind) {
		if b.now[other.ID] == nil && b.gone[other.ID] == nil {
			is(other)
		}
	}
	for _, other := range b.now {
		is(other)
	}
	if taken {
		return fault.New(fault.Conflict, fmt.Sprintf("Det finns redan ett fält för %s med nyckeln ”%s”. Inget har ändrats. Välj en annan nyckel.", k.Many, key))
	}
	return nil
}

// fits holds that a value is of its field's type, and that what it points at
// is there and of the right kind.
func (b *batch) fits(r *field.Record, f *field.Field) error {
	v := r.Get(f)
	if v == nil {
		return nil
	}
	if !f.Accepts(v) {
		return broken(fmt.Sprintf("%s fick ett värde av fel slag", f.Label))
	}
	if before := b.p.Get(r.ID); before == nil || !field.Equal(before.Get(f), v) {
		if err := f.Fits(v); err != nil {
			return fault.Wrap(fault.Invalid, err.Error()+" Inget har ändrats.", err)
		}
	}
	for _, id := range field.References(v) {
		target := b.get(id)
		if g := b.gone[id]; target == nil && g != nil {
			return b.inUse(g, r, f)
		}
		if target == nil {
			return fault.New(fault.NotFound, fmt.Sprintf("%s: det som %s pekar på finns inte. Inget har ändrats.", r.Name(), f.Label))
		}
		if !mayPoint(f, target.Kind) {
			return fault.New(fault.Invalid, fmt.Sprintf("%s: %s kan inte vara %s. Inget har ändrats.", r.Name(), f.Label, target.Name()))
		}
	}
	return nil
}

// mayPoint says whether a field may refer to things of kind k.
func mayPoint(f *field.Field, k *field.Kind) bool {
	switch {
	case f.Type == field.Unit:
		return k == org.UnitKind
	case f.Type == field.Person || f.Type == field.Roles:
		return k == org.PersonKind
	case f.Target != nil:
		return k == f.Target
	}
	return k == portfolio.Kind || k == plan.Kind // a cost's owner
}

// pointers are the fields of each kind that point at other records.
var pointers = func() map[*field.Kind][]*field.Field {
	out := map[*field.Kind][]*field.Field{}
	for _, k := range Kinds {
		for _, f := range k.Fields() {
			if f.Stored() && f.Points() {
				out[k] = append(out[k], f)
			}
		}
	}
	return out
}()

// orphans refuses to remove what others still point at.
func (b *batch) orphans() error {
	if len(b.gone) == 0 {
		return nil
	}
	for _, id := range b.touched {
		if err := b.unused(b.gone[id]); err != nil {
			return err
		}
	}
	for _, k := range Kinds {
		if len(pointers[k]) == 0 {
			continue
		}
		for _, r := range b.p.All(k) {
			if r = b.get(r.ID); r == nil {
				continue
			}
			if err := b.pointsAtGone(r); err != nil {
				return err
			}
		}
	}
	return nil
}

// unused refuses to remove a field of the municipality's own that records still
// have values in: a new field of that key would get them.
func (b *batch) unused(gone *field.Record) error {
	if gone == nil || b.now[gone.ID] != nil {
		return nil
	}
	k, key := freeKey(gone)
	if k == nil {
		return nil
	}
	f := field.NewFree(k, key, gone.Name())
	for _, r := range b.p.All(k) {
		if r = b.get(r.ID); r != nil && r.Get(f) != nil {
			return b.inUse(gone, r, f)
		}
	}
	return nil
}

func (b *batch) pointsAtGone(r *field.Record) error {
	for _, f := range pointers[r.Kind] {
		for _, id := range field.References(r.Get(f)) {
			if g := b.gone[id]; g != nil && b.now[id] == nil {
				return b.inUse(g, r, f)
			}
		}
	}
	return nil
}

// inUse says that f of r points at what was to be removed.
func (b *batch) inUse(gone, r *field.Record, f *field.Field) error {
	return fault.New(fault.Conflict, fmt.Sprintf("%s används av %s (%s) och kan inte tas bort. Inget har ändrats. Byt där först.", called(gone, b.get), called(r, b.get), f.Label))
}

// Called is what to call a record in a message; one without a name goes by what
// it belongs to: "drift 2027 för Lönesystemet".
func (p *Portfolio) Called(r *field.Record) string { return called(r, p.Get) }

func called(r *field.Record, get func(field.ID) *field.Record) string {
	if name := r.Name(); name != "" {
		return name
	}
	what := cmp.Or(economy.Caption(r), r.Kind.One)
	if o := get(owner(r)); o != nil {
		return what + " för " + o.Name()
	}
	return what
}
