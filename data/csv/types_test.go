package csv

import "testing"

// Every type of column is in the table.
func TestEveryTypeOfColumnIsWritten(t *testing.T) {
	for of, as := range numbers {
		if as == 0 {
			t.Errorf("nothing says how numbers are written in a column of type %d", of)
		}
	}
}
