package storetest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
)

// Wanderer does whatever can be done to a portfolio, at random: creates, changes,
// removes, adds own fields, and takes any of it back again.
type Wanderer struct {
	P       *app.Portfolio
	rng     *rand.Rand
	values  *Values
	Done    int // entries written
	Refused int // what a rule said no to
	Moments map[int64]map[field.ID]*field.Record
}

// NewWanderer wanders the same way for the same seed.
func NewWanderer(p *app.Portfolio, seed uint64) *Wanderer {
	return &Wanderer{P: p, rng: rand.New(rand.NewPCG(seed, 11)), values: NewValues(seed, nil, nil, nil), Moments: map[int64]map[field.ID]*field.Record{}}
}

// Wander takes n steps, and remembers what the portfolio was after some of them. An
// error that isn't a rule's is given.
func (w *Wanderer) Wander(ctx context.Context, n int) error {
	for i := range n {
		e, err := w.step(ctx)
		switch fault.CodeOf(err) {
		case "":
			if err != nil {
				return err
			}
		case fault.Invalid, fault.Conflict, fault.NotFound:
			w.Refused++
			continue
		default:
			return fmt.Errorf("step %d: %w", i, err)
		}
		if e.Number == 0 {
			continue
		}
		if w.Done++; w.Done%691 == 0 {
			w.Moments[e.Number] = w.All()
		}
	}
	return nil
}

// All are the records of the portfolio now, which are never changed in place.
func (w *Wanderer) All() map[field.ID]*field.Record { return All(w.P) }

// All are the records of a portfolio.
func All(p *app.Portfolio) map[field.ID]*field.Record {
	out := map[field.ID]*field.Record{}
	for _, k := range p.Kinds() {
		for _, r := range p.All(k) {
			out[r.ID] = r
		}
	}
	return out
}

func (w *Wanderer) step(ctx context.Context) (app.Entry, error) {
	r := w.any()
	switch n := w.rng.IntN(100); {
	case r == nil || n < 14:
		return w.create(ctx)
	case n < 70:
		return w.set(ctx, r)
	case n < 76:
		return w.P.Delete(ctx, w.some(r))
	case n < 86:
		return w.P.Undo(ctx)
	case n < 92:
		return w.P.Redo(ctx)
	case n < 97:
		return w.P.TakeBack(ctx, 1+w.rng.Int64N(int64(w.Done+2)))
	}
	return w.several(ctx)
}

// some are one or two records.
func (w *Wanderer) some(r *field.Record) []field.ID {
	out := []field.ID{r.ID}
	if other := w.any(); other != nil {
		out = append(out, other.ID)
	}
	return out
}

// any is a record of any kind but the settings, which are one.
func (w *Wanderer) any() *field.Record {
	kinds := w.P.Kinds()
	for range 20 {
		k := kinds[w.rng.IntN(len(kinds))]
		if rs := w.P.All(k); len(rs) > 0 && k != settings.Kind {
			return rs[w.rng.IntN(len(rs))]
		}
	}
	return nil
}

func (w *Wanderer) create(ctx context.Context) (app.Entry, error) {
	kinds := w.P.Kinds()
	k := kinds[w.rng.IntN(len(kinds))]
	if k == settings.Kind || k == settings.FreeKind && len(w.P.All(k)) > 6 || len(w.P.All(k)) > 40 {
		return app.Entry{}, nil
	}
	r := field.NewRecord(k, w.P.NewID())
	for _, f := range w.P.Fields(k) {
		if f.Kept() && (f == k.Title() || w.rng.IntN(3) == 0 || f.Owning) {
			r.Put(f, w.value(f))
		}
	}
	if k == settings.FreeKind {
		of := kinds[w.rng.IntN(len(kinds))]
		for of.Silent {
			of = kinds[w.rng.IntN(len(kinds))]
		}
		r.Put(settings.FreeOf.Field, of.Name).Put(settings.FreeKey.Field, fmt.Sprint("x_", w.rng.IntN(1e9)))
	}
	return w.P.CreateAll(ctx, "Tillagt", []*field.Record{r})
}

// value is any value of a field, of what is there to point at.
func (w *Wanderer) value(f *field.Field) field.Value {
	if f == f.Kind.Title() && f.Prose() {
		return fmt.Sprint("Namn ", w.rng.IntN(1000))
	}
	if options := f.Alternatives(w.P); f.HasAlternatives() && len(options) > 0 {
		v, _ := field.Decode(f, options[w.rng.IntN(len(options))].Key) // an option's key is its value
		return v
	}
	var ids []field.ID
	for _, k := range f.Targets() {
		for _, r := range w.P.All(k) {
			ids = append(ids, r.ID)
		}
	}
	w.values.Units, w.values.Persons, w.values.Others = ids, ids, ids
	return w.values.For(f)
}

func (w *Wanderer) set(ctx context.Context, r *field.Record) (app.Entry, error) {
	return w.P.Do(ctx, func(tx *field.Tx) (string, error) { return "Ändrat", w.change(tx, r) })
}

func (w *Wanderer) change(tx *field.Tx, r *field.Record) error {
	fields := w.P.Fields(r.Kind)
	f := fields[w.rng.IntN(len(fields))]
	if !f.Kept() || r.Kind == settings.FreeKind && f != settings.FreeOpen.Field {
		return nil
	}
	return tx.Set(r.ID, f, w.value(f))
}

// several does many things as one entry, also to the same records.
func (w *Wanderer) several(ctx context.Context) (app.Entry, error) {
	return w.P.Do(ctx, func(tx *field.Tx) (string, error) {
		for range 1 + w.rng.IntN(8) {
			r := w.any()
			if r == nil || tx.Get(r.ID) == nil {
				continue
			}
			if w.rng.IntN(5) == 0 {
				if err := tx.Remove(r.ID); err != nil {
					return "", err
				}
				continue
			}
			if err := w.change(tx, r); err != nil {
				return "", err
			}
		}
		return "Flera", nil
	})
}

// Played holds that the journal gives what the portfolio is, and what it was.
func Played(t testing.TB, w *Wanderer) {
	t.Helper()
	if err := w.P.Check(context.Background()); err != nil {
		t.Fatal(err, cause(err))
	}
	for number, want := range w.Moments {
		old, err := w.P.At(context.Background(), number)
		if err != nil {
			t.Fatal(err)
		}
		got := All(old)
		if len(got) != len(want) {
			t.Fatalf("after %d there were %d records, want %d", number, len(got), len(want))
		}
		for id, r := range want {
			if o := got[id]; o == nil || !o.Same(r) {
				t.Fatalf("after %d %s %s was %+v, want %+v", number, r.Kind.Name, id, o, r)
			}
		}
	}
	t.Logf("%d entries, %d refused, %d records, %d moments", w.Done, w.Refused, len(w.All()), len(w.Moments))
}
