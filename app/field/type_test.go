package field_test

import (
	"fmt"
	"sync"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
)

// ofEach is a field of each type, on a kind of its own.
var ofEach = sync.OnceValue(func() map[field.Type]*field.Field {
	k := field.NewKind(field.Kind{Name: "thing"})
	out := map[field.Type]*field.Field{}
	for _, t := range field.Types() {
		out[t] = field.New(k, t, fmt.Sprint("f", uint8(t)), "Fält", field.Of(field.Option{Key: "1", Label: "Ett"}))
	}
	return out
})

// Every type is in the table and says what it is, so that nobody else has to know.
func TestEveryTypeSaysWhatItIs(t *testing.T) {
	names, words := map[string]bool{}, map[string]bool{}
	p := apptest.Open(t)
	for of, f := range ofEach() {
		name := of.Name()
		if name == "" || of.Word() == "" || names[name] || words[of.Word()] {
			t.Errorf("type %d is called %q and %q, which others may be too", of, name, of.Word())
		}
		names[name], words[of.Word()] = true, true
		if f.Prompt(p) == "" {
			t.Errorf("%s doesn't say what to write in a cell", name)
		}
		goTypes := map[string]bool{}
		for _, v := range samples(f) {
			goTypes[fmt.Sprintf("%T", v)] = true
		}
		if len(goTypes) != 1 {
			t.Errorf("%s holds values of the Go types %v; a new one has its line among forms, and in value.go, canon.go and merge.go", name, goTypes)
		}
		for what, wrong := range map[string]bool{
			"alternatives that aren't known words": f.HasAlternatives() && !f.KnownWords(),
			"prose without a greatest length":      f.Prose() && f.Most() == 0,
			"lines in what isn't prose":            f.Multiline() && !f.Prose(),
			"sums of words":                        f.Sums() && f.Words(),
			"lists of what isn't records":          f.IsList() && !f.Points(),
			"holders that aren't a list":           f.IsHeld() && !(f.IsList() && f.OfPersons()),
			"persons that it doesn't point at":     (f.OfPersons() || f.OfUnits()) && !f.Points(),
			"an example of what must be looked up": f.Points() != (f.Example(p) == ""),
		} {
			if wrong {
				t.Errorf("%s has %s", name, what)
			}
		}
	}
}

// What a type reads it writes, and keeps.
func TestTheExampleOfEveryTypeGoesAllTheWay(t *testing.T) {
	p := apptest.Open(t)
	for of, f := range ofEach() {
		if f.Points() {
			if _, _, err := f.Parse(p, "x", money.Kr); err == nil {
				t.Errorf("%s reads what only they know who know what there is", of)
			}
			continue
		}
		v, remark, err := f.Parse(p, f.Example(p), money.Kr)
		if err != nil || remark != "" || field.IsEmpty(v) || !f.Accepts(v) {
			t.Errorf("%s: %q reads as %#v, %q, %v", of, f.Example(p), v, remark, err)
			continue
		}
		if back, _, err := f.Parse(p, f.Exact(p, v), money.Kr); err != nil || !field.Equal(back, v) {
			t.Errorf("%s: %q, which it wrote, reads as %#v, %v", of, f.Exact(p, v), back, err)
		}
		if f.Show(p, v) == "" || f.Ranks(p)(v).None {
			t.Errorf("%s shows nothing of %#v", of, v)
		}
		if !field.Equal(f.Tidy(v), v) || f.Fits(v) != nil {
			t.Errorf("%s doesn't hold its own example", of)
		}
	}
}

// A value of each Go type that a type holds is kept, whoever keeps it.
func TestEveryTypeIsKept(t *testing.T) {
	p := apptest.Open(t)
	for of, f := range ofEach() {
		rank := f.Ranks(p)
		for _, v := range samples(f) {
			if back, err := field.Decode(f, field.Encode(v)); err != nil || !field.Equal(back, v) {
				t.Errorf("%s: %#v is decoded as %#v, %v", of, v, back, err)
			}
			b := field.AppendValue(nil, v)
			if r := field.NewReader(b[1:]); !field.Equal(r.Value(b[0]), v) || !r.Done() {
				t.Errorf("%s: %#v isn't what its canonical form reads as", of, v)
			}
			if field.IsEmpty(v) || f.Points() != (len(field.References(v)) > 0) {
				t.Errorf("%s: %#v is empty, or points where its type doesn't", of, v)
			}
			if _, adds := field.Addend(v); f.Sums() && !adds {
				t.Errorf("%s sums, but %#v adds nothing", of, v)
			}
			_ = rank(v)
		}
	}
}

// What was kept by a field while it had another type is shown, and breaks nothing.
func TestAValueOfAnotherTypeIsShown(t *testing.T) {
	p := apptest.Open(t)
	for of, f := range ofEach() {
		for _, v := range forms {
			if f.Accepts(v) {
				continue
			}
			_, _ = f.Show(p, v), f.Ranks(p)(v)
			if got := f.Exact(p, v); got == "" && len(field.References(v)) == 0 {
				t.Errorf("%s shows nothing of %#v", of, v)
			}
		}
	}
}
