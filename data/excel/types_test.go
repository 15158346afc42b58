package excel

import "testing"

// Every type of column is in the table, with a format that the styles know.
func TestEveryTypeOfColumnIsWritten(t *testing.T) {
	for of, is := range columnForms {
		known := is.format == "General" || builtinFormat(is.format) != 0 || numberFormat(is.format) != nil
		if !known || is.least <= 0 || is.most < is.least {
			t.Errorf("column type %d is written as %+v", of, is)
		}
	}
}
