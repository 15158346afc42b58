package read

import (
	"testing"

	"itportfoljen/app/field"
)

// Every type says what its cells hold, so that no column of a new one is passed by.
func TestEveryTypeIsRead(t *testing.T) {
	for _, of := range field.Types() {
		if types[of].holds == 0 {
			t.Errorf("nobody says what cells of %s hold", of)
		}
	}
}
