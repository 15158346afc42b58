package storetest

import (
	"testing"

	"itportfoljen/app/field"
)

// Every type has its maker, so that no store goes untried with it.
func TestEveryTypeIsMade(t *testing.T) {
	k := field.NewKind(field.Kind{Name: "thing"})
	v := NewValues(1, []field.ID{"u"}, []field.ID{"p"}, []field.ID{"o"})
	for _, of := range field.Types() {
		if makers[of] == nil {
			t.Errorf("%s is never made", of)
			continue
		}
		f := field.New(k, of, of.Name(), "Fält")
		some := false
		for range 100 {
			made := v.For(f)
			if some = some || !field.IsEmpty(made); !f.Accepts(made) {
				t.Fatalf("%s is made as %#v", of, made)
			}
		}
		if !some {
			t.Errorf("%s is never made with a value", of)
		}
	}
}
