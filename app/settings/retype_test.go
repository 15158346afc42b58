package settings_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
)

// written are what people write in a field that holds anything.
var written = []string{"12", "1 200", "3,5", "-4", "0", "12 kr", "1,5 mnkr", "ca 40", "40 användare", "ja", "nej", "x", "2027-03-01", "mars 2027", "1/3 2027", "2027-02-29", "29 februari 2028",
	"Röd", "röd", "Blå", "Grön", "fritt", "vet ej", "–", "inte ännu", "https://a.se", "\"citat\"; å ä ö"}

// A field of the municipality's own that comes to hold something else: what can be read so is
// what it was read as, nothing falls away, and what can't be read is said and stops it all.
func TestWhatAFieldHeldIsReadAsWhatItIsToHold(t *testing.T) {
	rnd := rand.New(rand.NewPCG(13, 14))
	for range 150 {
		p := apptest.Empty(t)
		if _, err := p.Do(t.Context(), func(tx *field.Tx) (string, error) {
			return "Nytt fält", settings.Declare(tx, p.NewID(), system.Kind, "Eget", field.OwnTypes()[0], "", false)
		}); err != nil {
			t.Fatal(err)
		}
		def := settings.Declared(p)[0]
		own := func() *field.Field { return settings.Own(system.Kind, p.Get(def.ID)) }
		said := map[field.ID]string{}
		for i := range 1 + rnd.IntN(3) {
			id := apptest.Add(t, p, system.Kind, system.Name, fmt.Sprint("System ", i)).ID
			said[id] = written[rnd.IntN(len(written))]
			if _, err := p.SetText(t.Context(), id, field.Column{Field: own()}, said[id]); err != nil {
				t.Fatal(err)
			}
		}
		to := field.OwnTypes()[1+rnd.IntN(len(field.OwnTypes())-1)]
		var done []int64
		retype := func(to field.Type, words string) error {
			e, err := p.Do(t.Context(), func(tx *field.Tx) (string, error) { return "Slag", settings.Retype(tx, def.ID, to, words) })
			done = append(done, e.Number)
			return err
		}
		before, what := holds(p), fmt.Sprintf("%q to %s", said, to.Name())
		fits := map[field.ID]field.Value{}
		now := field.NewOwn(system.Kind, own().Key, "Eget", to, []string{"Röd", "Blå"})
		for id, s := range said {
			if v, remark, err := now.Parse(p, s, money.Kr); err == nil && remark == "" && !field.IsEmpty(v) {
				fits[id] = v
			}
		}
		err := retype(to, "Röd; Blå")
		if len(fits) < len(said) {
			if fault.CodeOf(err) != fault.Invalid || settings.TypeOf(p.Get(def.ID)) != field.OwnTypes()[0] || holds(p) != before {
				t.Errorf("%s: %v, and it holds %s", what, err, holds(p))
			}
			for id, s := range said {
				if _, fits := fits[id]; fits == regexp.MustCompile("”"+regexp.QuoteMeta(s)+`”( \([^)]+\))? i .*`+p.Get(id).Name()).MatchString(fmt.Sprint(err)) {
					t.Errorf("%s: %q fits %v: %v", what, s, fits, err)
				}
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", what, err)
			continue
		}
		same := func(when string) {
			for id, v := range fits {
				if got := p.Get(id).Get(own()); !field.Equal(got, v) {
					t.Errorf("%s, %s: %v, want %v", what, when, got, v)
				}
			}
		}
		same("read")
		if err := retype(field.OwnTypes()[0], ""); err != nil {
			t.Errorf("%s and back: %v", what, err)
		}
		if err := retype(to, "Röd; Blå"); err != nil {
			t.Errorf("%s and there again: %v", what, err)
		}
		same("there again")
		for _, number := range slices.Backward(done) {
			if _, err := p.TakeBack(t.Context(), number); err != nil {
				t.Fatal(err)
			}
		}
		if after := holds(p); after != before {
			t.Errorf("%s: undone it holds %s, held %s", what, after, before)
		}
	}
}

// holds is all that the systems say in fields of the municipality's own.
func holds(p *app.Portfolio) string {
	var out []string
	for _, r := range p.All(system.Kind) {
		out = append(out, fmt.Sprint(r.Name(), r.FreeValues()))
	}
	return strings.Join(out, "\n")
}
