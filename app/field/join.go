package field

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
)

// Take says whose value a record that two have become gets.
type Take uint8

// The first is the one that is kept; what it doesn't say is taken from the other all the same.
const (
	TakeFirst Take = iota
	TakeSecond
	TakeBoth // of a list or tags: all that either has; of a number: the sum
)

// Difference is a field in which two records that may become one say different things.
type Difference struct {
	Field         *Field
	First, Second Value
}

// Differences are the fields in which two records of a kind say different things, in the
// order of the kind. What only one of them says is no difference.
func Differences(w World, a, b *Record) (out []Difference) {
	for _, f := range w.Fields(a.Kind) {
		x, y := a.Get(f), b.Get(f)
		if f.Kept() && f.Editable() && !IsEmpty(x) && !IsEmpty(y) && !Equal(x, y) {
			out = append(out, Difference{f, x, y})
		}
	}
	return out
}

// Join makes two records one: what points at gone points at keep, what only gone says is
// taken over, of what both say keep's stands unless take says otherwise, and gone is
// removed. What the one said of the other is said no more. Parts of the two that are told
// apart by the same become one. Faults: NotFound, Invalid (they aren't of one kind, or are
// the same), Conflict (two parts of them say different things of the same).
func (t *Tx) Join(keep, gone ID, take map[*Field]Take) error {
	a, b := t.Get(keep), t.Get(gone)
	switch {
	case a == nil || b == nil:
		return errGone
	case keep == gone:
		return fault.New(fault.Invalid, fmt.Sprintf("%s kan inte slås ihop med sig själv. Inget har ändrats. Nämn två olika.", t.called(a)))
	case a.Kind != b.Kind:
		return fault.New(fault.Invalid, fmt.Sprintf("%s och %s är inte två av samma slag. Inget har ändrats.", t.called(a), t.called(b)))
	}
	for _, f := range t.Fields(b.Kind) {
		if !f.Kept() {
			continue
		}
		if v := f.taken(apart(a.Get(f), gone), apart(b.Get(f), keep), take[f]); !Equal(v, a.Get(f)) {
			if err := t.Set(keep, f, v); err != nil {
				return err
			}
		}
	}
	for _, f := range b.Kind.PointedBy() {
		for _, r := range slices.Clone(t.Pointing(f, gone)) {
			if err := t.passOn(r, f, gone, keep); err != nil {
				return err
			}
		}
	}
	return t.Delete(gone)
}

// taken is what one gets of two values.
func (f *Field) taken(first, second Value, take Take) Value {
	switch {
	case IsEmpty(first) || take == TakeSecond && !IsEmpty(second):
		return second
	case take == TakeBoth && f.IsTags():
		return orNone(append(tagsOf(first), tagsOf(second)...))
	case take == TakeBoth:
		switch x := first.(type) {
		case []ID:
			y, _ := second.([]ID)
			out := slices.Clone(x)
			for _, id := range y {
				if !slices.Contains(out, id) {
					out = append(out, id)
				}
			}
			return out
		case []Holding:
			y, _ := second.([]Holding)
			out := slices.Concat(x, y)
			for _, h := range y {
				out = heldOnce(out, h.Person)
			}
			return out
		case int64:
			y, _ := second.(int64)
			return x + y
		}
	}
	return first
}

// apart is a value of one of two that become one, that doesn't point at the other.
func apart(v Value, other ID) Value {
	if slices.Contains(References(v), other) {
		return without(v, other)
	}
	return v
}

// passOn lets a record that points at gone point at keep. One that says the same of keep
// as another that is there already becomes one with it.
func (t *Tx) passOn(r *Record, f *Field, gone, keep ID) error {
	if t.Get(r.ID) == nil { // gone with what it was a part of
		return nil
	}
	v := instead(r.Get(f), gone, keep)
	if r.Kind.Repeats || !slices.Contains(r.Kind.Identity, f) {
		return t.Set(r.ID, f, v)
	}
	for _, other := range t.Pointing(f, keep) {
		if other.ID != r.ID && other.Kind == r.Kind && !slices.ContainsFunc(r.Kind.Identity, func(of *Field) bool { return of != f && !Equal(of.Value(t, other, 0), of.Value(t, r, 0)) }) {
			if r.Kind.Lasting { // both were said
				break
			}
			if err := t.disagree(other, r, f); err != nil {
				return err
			}
			return t.Join(other.ID, r.ID, gathered(t.Fields(r.Kind), f))
		}
	}
	return t.Set(r.ID, f, v)
}

// gathered takes all that either of two has, of lists, and both shares of what by has made
// one: of two systems that an agreement's cost was parted between.
func gathered(fields []*Field, by *Field) map[*Field]Take {
	out := map[*Field]Take{}
	for _, f := range fields {
		if f.IsSeveral() || f == by.share {
			out[f] = TakeBoth
		}
	}
	return out
}

// disagree says what two parts that would become one say differently, but for what they are
// told apart by: nobody has chosen between them, and neither is dropped in silence.
func (t *Tx) disagree(a, b *Record, by *Field) error {
	for _, d := range Differences(t, a, b) {
		if f := d.Field; f != by && f != by.share && !f.IsSeveral() && !slices.Contains(a.Kind.Identity, f) {
			return fault.New(fault.Conflict, fmt.Sprintf("Båda har %s, och de säger olika: %s är %s i den ena och %s i den andra. Inget har ändrats. Gör dem lika eller ta bort den ena, och slå ihop sedan.",
				t.toldApart(a), f.Label, shown(f, t, d.First), shown(f, t, d.Second)))
		}
	}
	return nil
}

// toldApart is what a part is called, with what tells it apart where that doesn't say.
func (t *Tx) toldApart(r *Record) string {
	name := t.called(r)
	var more []string
	for _, f := range r.Kind.Identity {
		if s := f.Show(t, r.Get(f)); s != "" && !f.Owning && !strings.Contains(name, s) {
			more = append(more, s)
		}
	}
	if len(more) > 0 {
		name += " (" + strings.Join(more, ", ") + ")"
	}
	return name
}

func shown(f *Field, w World, v Value) string { return "”" + text.Shorten(f.Show(w, v), 40) + "”" }

// instead is a reference's value with another in the place of one, each once.
func instead(v Value, old, now ID) Value {
	switch v := v.(type) {
	case []ID:
		if slices.Contains(v, now) {
			return without(v, old)
		}
		v = slices.Clone(v)
		for i, id := range v {
			if id == old {
				v[i] = now
			}
		}
		return v
	case []Holding:
		v = slices.Clone(v)
		for i := range v {
			if v[i].Person == old {
				v[i].Person = now
			}
		}
		return heldOnce(v, now)
	}
	return now
}

// heldOnce lets a person hold a role once on any day: of holdings that overlap the first
// takes in the others.
func heldOnce(hs []Holding, person ID) []Holding {
	for i := 0; i < len(hs); i++ {
		for j := i + 1; j < len(hs); j++ {
			if a, b := hs[i], hs[j]; a.Person == person && b.Person == person && a.overlaps(b) {
				hs[i].From = min(a.From, b.From)
				if hs[i].To = max(a.To, b.To); a.To == 0 || b.To == 0 {
					hs[i].To = 0
				}
				hs, j = slices.Delete(hs, j, j+1), i // what it took in may make it reach another
			}
		}
	}
	return hs
}
