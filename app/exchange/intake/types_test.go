package intake

import (
	"testing"

	"itportfoljen/app/field"
)

// Every type has its reader, so that no column of a new one is passed by.
func TestEveryTypeIsRead(t *testing.T) {
	for _, of := range field.Types() {
		if readers[of].read == nil || readers[of].takes == nil {
			t.Errorf("nobody reads cells of %s, or says what fits", of)
		}
	}
}
