package field_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

// A small world of its own: boxes lie in a place, hold labels, and know boxes.
var (
	placeKind = field.NewKind(field.Kind{Name: "place", Plural: "places", One: "plats", Many: "platser"})
	placeName = field.NewText(placeKind, "name", "Namn", field.Required(""))

	boxKind  = field.NewKind(field.Kind{Name: "box", Plural: "boxes", One: "låda", Many: "lådor"})
	boxName  = field.NewText(boxKind, "name", "Namn")
	boxPlace = field.NewRef(boxKind, "place", "Plats", field.To(placeKind))
	boxKnows = field.NewRefs(boxKind, "knows", "Känner", field.To(boxKind), field.WhenGone(field.Detach))

	labelKind = field.NewKind(field.Kind{Name: "label", Plural: "labels", One: "etikett", Many: "etiketter"})
	labelText = field.NewText(labelKind, "text", "Text")
	labelOf   = field.NewRef(labelKind, "of", "På", field.Owning, field.To(boxKind))
)

// plain is a world that looks through everything each time.
type plain struct {
	records map[field.ID]*field.Record
	ids     int
}

func newPlain() *plain { return &plain{records: map[field.ID]*field.Record{}} }

func (p *plain) Today() date.Date                      { return date.Of(2027, 3, 1) }
func (p *plain) PlanYear() int                         { return 2027 }
func (p *plain) Kinds() []*field.Kind                  { return []*field.Kind{placeKind, boxKind, labelKind} }
func (p *plain) Get(id field.ID) *field.Record         { return p.records[id] }
func (p *plain) Options(f *field.Field) []field.Option { return f.Options }
func (p *plain) Fields(k *field.Kind) []*field.Field   { return k.Fields() }
func (p *plain) Label(id field.ID) string              { return p.records[id].Name() }
func (p *plain) Exact(id field.ID) string              { return p.records[id].Name() }

func (p *plain) NewID() field.ID {
	p.ids++
	return field.ID(fmt.Sprintf("%04d", p.ids))
}

func (p *plain) All(k *field.Kind) []*field.Record {
	return p.those(func(r *field.Record) bool { return r.Kind == k })
}

func (p *plain) Pointing(f *field.Field, id field.ID) []*field.Record {
	return p.those(func(r *field.Record) bool {
		return r.Kind == f.Kind && slices.Contains(field.References(r.Get(f)), id)
	})
}

func (p *plain) those(is func(*field.Record) bool) (out []*field.Record) {
	for _, r := range p.records {
		if is(r) {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, field.InOrder)
	return out
}

// carry does what changes say, without asking.
func (p *plain) carry(changes []field.Change) {
	for _, c := range changes {
		switch c.Op {
		case field.Create:
			p.records[c.ID] = c.Record.Clone()
		case field.Delete:
			delete(p.records, c.ID)
		default:
			p.records[c.ID] = p.records[c.ID].Clone().Put(c.Field, c.After)
		}
	}
}

func (p *plain) clone() *plain {
	out := newPlain()
	out.ids = p.ids
	for id, r := range p.records {
		out.records[id] = r.Clone()
	}
	return out
}

// step does something at random in tx: mostly things that fit.
func step(tx *field.Tx, w *plain, n *rand.Rand) {
	pick := func(k *field.Kind) field.ID {
		if all := tx.All(k); len(all) > 0 {
			return all[n.IntN(len(all))].ID
		}
		return ""
	}
	switch n.IntN(9) {
	case 0:
		_ = tx.Create(field.NewRecord(placeKind, w.NewID()).Put(placeName.Field, "Plats"))
	case 1, 2:
		_ = tx.Create(field.NewRecord(boxKind, w.NewID()).Put(boxName.Field, "Låda").Put(boxPlace.Field, pick(placeKind)))
	case 3:
		if box := pick(boxKind); box != "" {
			_ = tx.Create(field.NewRecord(labelKind, w.NewID()).Put(labelOf.Field, box))
		}
	case 4:
		_ = tx.Set(pick(boxKind), boxPlace.Field, pick(placeKind))
	case 5, 6:
		_ = tx.Set(pick(boxKind), boxKnows.Field, []field.ID{pick(boxKind), pick(boxKind)})
	case 7:
		_ = tx.Remove(pick(boxKind))
	case 8:
		_ = tx.Delete(pick(labelKind))
	}
}

// TestTxIsTheWorldToBe: whatever is done in one, it answers as a world in which
// its changes have been carried out, and that world is as it says when they are.
func TestTxIsTheWorldToBe(t *testing.T) {
	for seed := range uint64(60) {
		n := rand.New(rand.NewPCG(seed, 7))
		w := newPlain()
		for range 3 { // one after another, each on what the one before left
			before := w.clone()
			tx := field.NewTx(w)
			for range 40 {
				step(tx, w, n)
				if n.IntN(4) == 0 { // asked in between, so that what is kept is kept right
					same(t, tx, carried(before, tx))
				}
			}
			after := carried(before, tx)
			same(t, tx, after)
			back := after.clone()
			for _, c := range slices.Backward(tx.Changes()) {
				back.carry([]field.Change{c.Inverse()})
			}
			same(t, back, before)
			if t.Failed() {
				t.Fatalf("seed %d", seed)
			}
			w.carry(tx.Changes())
		}
	}
}

func carried(before *plain, tx *field.Tx) *plain {
	out := before.clone()
	out.carry(tx.Changes())
	return out
}

func same(t *testing.T, got, want field.World) {
	t.Helper()
	for _, k := range []*field.Kind{placeKind, boxKind, labelKind} {
		a, b := got.All(k), want.All(k)
		if !slices.EqualFunc(a, b, (*field.Record).Same) {
			t.Fatalf("%s: %d records, want %d", k.Name, len(a), len(b))
		}
		for _, r := range b {
			if g := got.Get(r.ID); g == nil || !g.Same(r) {
				t.Fatalf("%s %s isn't as it should be", k.Name, r.ID)
			}
			for _, f := range r.Kind.PointedBy() {
				a, b := got.Pointing(f, r.ID), want.Pointing(f, r.ID)
				if !slices.EqualFunc(a, b, (*field.Record).Same) {
					t.Fatalf("%s.%s points at %s from %d, want %d", f.Kind.Name, f.Key, r.ID, len(a), len(b))
				}
			}
		}
	}
}

// begun is a world with a place, two boxes in it that know each other, and a
// label on the first.
func begun(t *testing.T) (w *plain, place, a, b, label field.ID) {
	t.Helper()
	w = newPlain()
	place, a, b, label = w.NewID(), w.NewID(), w.NewID(), w.NewID()
	tx := field.NewTx(w)
	for _, r := range []*field.Record{
		field.NewRecord(placeKind, place).Put(placeName.Field, "Källaren"),
		field.NewRecord(boxKind, a).Put(boxName.Field, "A").Put(boxPlace.Field, place).Put(boxKnows.Field, []field.ID{b}),
		field.NewRecord(boxKind, b).Put(boxName.Field, "B").Put(boxPlace.Field, place).Put(boxKnows.Field, []field.ID{a, b}),
		field.NewRecord(labelKind, label).Put(labelOf.Field, a).Put(labelText.Field, "Glas"),
	} {
		if err := tx.Create(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Check(); err != nil {
		t.Fatal(err)
	}
	w.carry(tx.Changes())
	return w, place, a, b, label
}

func TestRemoveTakesPartsAndLetsOthersGo(t *testing.T) {
	w, place, a, b, label := begun(t)
	tx := field.NewTx(w)
	if err := tx.Remove(a); err != nil {
		t.Fatal(err)
	}
	if tx.Get(a) != nil || tx.Get(label) != nil {
		t.Error("the box or its label is left")
	}
	if knows := boxKnows.Get(tx.Get(b)); !slices.Equal(knows, []field.ID{b}) {
		t.Errorf("the other knows %q", knows)
	}
	if err := tx.Check(); err != nil {
		t.Error(err)
	}
	tx = field.NewTx(w)
	if err := tx.Remove(place); err != nil {
		t.Fatal(err)
	}
	if err := tx.Check(); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("a place that is used went: %v", err)
	}
}

func TestCheckRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(tx *field.Tx, place, a, b field.ID) error
		want fault.Code
	}{
		"no title":           {func(tx *field.Tx, place, _, _ field.ID) error { return tx.Set(place, placeName.Field, nil) }, fault.Invalid},
		"a wrong type":       {func(tx *field.Tx, _, a, _ field.ID) error { return tx.Set(a, boxName.Field, int64(3)) }, fault.Internal},
		"at nothing":         {func(tx *field.Tx, _, a, _ field.ID) error { return tx.Set(a, boxPlace.Field, field.ID("ingen")) }, fault.NotFound},
		"at the wrong kind":  {func(tx *field.Tx, _, a, b field.ID) error { return tx.Set(a, boxPlace.Field, b) }, fault.Invalid},
		"removed and missed": {func(tx *field.Tx, _, a, _ field.ID) error { return tx.Delete(a) }, fault.Conflict},
		"what isn't there":   {func(tx *field.Tx, _, _, _ field.ID) error { return tx.Set("ingen", boxName.Field, "x") }, fault.NotFound},
		"what is there":      {func(tx *field.Tx, _, a, _ field.ID) error { return tx.Create(field.NewRecord(boxKind, a)) }, fault.Conflict},
		"what was otherwise": {func(tx *field.Tx, _, a, _ field.ID) error {
			return tx.Carry(field.Change{ID: a, Field: boxName.Field, Before: "Z", After: "Q"})
		}, fault.Conflict},
		"a field of another": {func(tx *field.Tx, _, a, _ field.ID) error {
			return tx.Carry(field.Change{ID: a, Field: placeName.Field, After: "Q"})
		}, fault.Internal},
		"nothing to speak of": {func(tx *field.Tx, _, a, _ field.ID) error { return tx.Set(a, boxName.Field, "A") }, ""},
	} {
		w, place, a, b, _ := begun(t)
		tx := field.NewTx(w)
		err := c.do(tx, place, a, b)
		if err == nil {
			err = tx.Check()
		}
		if fault.CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// TestRulesAreAskedOnce of what they watch, and not otherwise.
func TestRulesAreAskedOnce(t *testing.T) {
	asked := 0
	k := field.NewKind(field.Kind{Name: "share", Plural: "shares", One: "andel", Many: "andelar"})
	percent := field.NewNumber(k, "percent", "Procent")
	field.NewRule(func(tx *field.Tx) error {
		asked++
		sum := int64(0)
		for _, r := range tx.All(k) {
			sum += percent.Get(r)
		}
		if sum != 100 {
			return fault.New(fault.Invalid, fmt.Sprintf("Andelarna är %d %%.", sum))
		}
		return nil
	}, k)
	w := newPlain()
	tx := field.NewTx(w)
	for _, part := range []int64{60, 40} {
		if err := tx.Create(field.NewRecord(k, w.NewID()).Put(percent.Field, part)); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Check(); err != nil || asked != 1 {
		t.Errorf("%v, asked %d times", err, asked)
	}
	w.carry(tx.Changes())
	tx = field.NewTx(w)
	if err := tx.Create(field.NewRecord(placeKind, w.NewID()).Put(placeName.Field, "Här")); err != nil {
		t.Fatal(err)
	}
	if err := tx.Check(); err != nil || asked != 1 {
		t.Errorf("%v, asked %d times of what it doesn't watch", err, asked)
	}
	if err := tx.Set(w.All(k)[0].ID, percent.Field, int64(50)); err != nil {
		t.Fatal(err)
	}
	if err := tx.Check(); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("90 %% passed: %v", err)
	}
}

// TestWhatIsFrozenDoesNotChange: a rule may ask how things were. A plan that is
// frozen changes no more, and neither do its parts, whoever comes at them.
func TestWhatIsFrozenDoesNotChange(t *testing.T) {
	plan := field.NewKind(field.Kind{Name: "frozen_plan", Plural: "frozen_plans", One: "plan", Many: "planer", Neuter: true})
	name, frozen := field.NewText(plan, "name", "Namn"), field.NewBool(plan, "frozen", "Fryst")
	item := field.NewKind(field.Kind{Name: "frozen_item", Plural: "frozen_items", One: "rad", Many: "rader"})
	what, of := field.NewText(item, "text", "Text"), field.NewRef(item, "plan", "Plan", field.To(plan), field.Owning)
	field.NewRule(func(tx *field.Tx) error {
		for _, id := range tx.Touched() {
			for _, r := range []*field.Record{tx.Before(id), tx.Get(id)} {
				if r == nil {
					continue
				}
				whole := id
				if r.Kind == item {
					whole = of.Get(r)
				}
				if was := tx.Before(whole); was != nil && frozen.Get(was) {
					return fault.New(fault.Conflict, was.Name()+" är fryst.")
				}
			}
		}
		return nil
	}, plan, item)

	w := newPlain()
	ids := []field.ID{w.NewID(), w.NewID(), w.NewID(), w.NewID()}
	ice, open, part, other := ids[0], ids[1], ids[2], ids[3]
	tx := field.NewTx(w)
	for _, r := range []*field.Record{
		field.NewRecord(plan, ice).Put(name.Field, "2027").Put(frozen.Field, true), field.NewRecord(plan, open).Put(name.Field, "2028"),
		field.NewRecord(item, part).Put(what.Field, "i den").Put(of.Field, ice), field.NewRecord(item, other).Put(what.Field, "inte i den").Put(of.Field, open),
	} {
		if err := tx.Create(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Check(); err != nil { // it is frozen by what makes it
		t.Fatal(err)
	}
	w.carry(tx.Changes())
	for what, c := range map[string]struct {
		do   func(tx *field.Tx) error
		want fault.Code
	}{
		"its name":            {func(tx *field.Tx) error { return tx.Set(ice, name.Field, "x") }, fault.Conflict},
		"a part":              {func(tx *field.Tx) error { return tx.Set(part, what.Field, "x") }, fault.Conflict},
		"a part moved out":    {func(tx *field.Tx) error { return tx.Set(part, of.Field, open) }, fault.Conflict},
		"a part moved in":     {func(tx *field.Tx) error { return tx.Set(other, of.Field, ice) }, fault.Conflict},
		"a part removed":      {func(tx *field.Tx) error { return tx.Delete(part) }, fault.Conflict},
		"all of it removed":   {func(tx *field.Tx) error { return tx.Remove(ice) }, fault.Conflict},
		"thawed and changed":  {func(tx *field.Tx) error { _ = tx.Set(ice, frozen.Field, nil); return tx.Set(part, what.Field, "x") }, fault.Conflict},
		"another":             {func(tx *field.Tx) error { return tx.Set(open, name.Field, "x") }, ""},
		"a part of the other": {func(tx *field.Tx) error { return tx.Delete(other) }, ""},
	} {
		tx := field.NewTx(w)
		err := c.do(tx)
		if err == nil {
			err = tx.Check()
		}
		if fault.CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %q", what, err, c.want)
		}
	}
}
