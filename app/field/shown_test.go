package field_test

import (
	"math/rand/v2"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
)

// randomOf is a value that people may have written in a field; nil for what they can't.
func randomOf(f *field.Field, w field.World, r *rand.Rand) field.Value {
	switch f.Type {
	case field.Number:
		n := int64(1 + r.IntN(99)) // within what most of them may be
		if _, _, err := f.Parse(w, f.Exact(w, n), money.Kr); err != nil {
			n = 1 + n%5
		}
		return n
	case field.Money:
		return money.Ore(r.Int64N(int64(money.Most)) >> r.IntN(46) * int64(1-2*r.IntN(2)))
	case field.Date:
		return date.Of(1950+r.IntN(249), 1+r.IntN(12), 1+r.IntN(28))
	case field.Year:
		return int64(1950 + r.IntN(250))
	case field.Bool:
		return r.IntN(2) == 1
	case field.Choice, field.Level:
		if all := f.Alternatives(w); len(all) > 0 {
			v, _ := field.Decode(f, all[r.IntN(len(all))].Key)
			return v
		}
	}
	return nil
}

// What the program shows of a value, exactly, is read as that value, of every field there
// is, and with nothing to say of it; so is what it shows, but for öre.
func TestWhatIsShownIsReadBack(t *testing.T) {
	p := apptest.Open(t)
	r := rand.New(rand.NewPCG(5, 6))
	for _, k := range app.Kinds {
		for _, f := range k.Fields() {
			for range 50 {
				v := randomOf(f, p, r)
				if v == nil {
					break
				}
				back, remark, err := f.Parse(p, f.Exact(p, v), money.Kr)
				if err != nil || remark != "" || !field.Equal(back, v) {
					t.Fatalf("%s.%s: %v is written %q, which is read as %v (%q), %v", k.Name, f.Key, v, f.Exact(p, v), back, remark, err)
				}
				if back, remark, err = f.Parse(p, f.Show(p, v), money.Kr); err != nil || remark != "" || !f.InKronor() && !field.Equal(back, v) {
					t.Fatalf("%s.%s: %v is shown %q, which is read as %v (%q), %v", k.Name, f.Key, v, f.Show(p, v), back, remark, err)
				}
			}
		}
	}
}

func FuzzWhatPeopleType(f *testing.F) {
	for _, s := range []string{"ca 40 st", "3 mån", "250 000 kr/år", "t.o.m. 2027-12-31", "I drift", "K2", "ja", "vet ej", "9999", "1,2 tusen", "100–200"} {
		f.Add(s)
	}
	p := apptest.Open(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, k := range app.Kinds {
			for _, of := range k.Fields() {
				if of.Points() || !of.Editable() {
					continue
				}
				v, _, err := of.Parse(p, s, money.Kr)
				if err != nil && v != nil || !of.Accepts(v) {
					t.Fatalf("%s.%s: %q is %v, %v", k.Name, of.Key, s, v, err)
				}
				if err != nil || field.IsEmpty(v) {
					continue
				}
				if again, _, err := of.Parse(p, of.Exact(p, v), money.Kr); err != nil || !field.Equal(again, v) {
					t.Fatalf("%s.%s: %q is %v, written %q, which is %v, %v", k.Name, of.Key, s, v, of.Exact(p, v), again, err)
				}
			}
		}
	})
}
