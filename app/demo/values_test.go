package demo_test

import (
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/demo"
)

// What a field gives, computed or stored, is of its type: those who write it ask no more.
func TestEveryValueIsOfItsFieldsType(t *testing.T) {
	w, _ := generate(t, demo.S, "danderyd")
	for _, k := range app.Kinds {
		for _, r := range w.all[k] {
			for _, f := range k.Fields() {
				if v := f.Value(w, r, 0); !f.Accepts(v) {
					t.Fatalf("%s.%s is %s and gives a %T", k.Name, f.Key, f.Type, v)
				}
			}
		}
	}
}
