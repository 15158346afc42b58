package report

import (
	"testing"

	"itportfoljen/app/field"
)

// Every type is in the table, so that a new one isn't set as something else.
func TestEveryTypeIsSetOnPaper(t *testing.T) {
	for _, of := range field.Types() {
		if ColumnOf[of] == nil {
			t.Errorf("%s has no column on paper", of)
		}
	}
}
