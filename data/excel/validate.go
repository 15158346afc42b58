package excel

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// validations lets columns with choices be filled from a list, and shows the
// headings' help when they are chosen. last is the number of the last data row.
func (t *tableWriter) validations(last int) error {
	bottom := last
	if t.row == last { // no row of sums below: keep room for new entries
		bottom = min(last+newRows, maxRows)
	}
	for i, column := range t.out.Columns {
		if column.Help != "" {
			rule := excelize.NewDataValidation(true)
			rule.SetSqref(cellName(i+1, t.head))
			rule.SetInput(shorten(cleanWritten(column.Heading), 32), shorten(cleanWritten(column.Help), 255))
			if err := t.b.file.AddDataValidation(t.name, rule); err != nil {
				return err
			}
		}
		if len(column.Choices) == 0 || bottom <= t.head {
			continue
		}
		rule := excelize.NewDataValidation(true)
		rule.SetSqref(cellName(i+1, t.head+1) + ":" + cellName(i+1, bottom))
		rule.SetError(excelize.DataValidationErrorStyleStop, "Finns inte i listan", "Välj ett av värdena i listan.")
		if err := t.b.setChoices(rule, column.Choices); err != nil {
			return err
		}
		if err := t.b.file.AddDataValidation(t.name, rule); err != nil {
			return err
		}
	}
	return nil
}

// setChoices writes the choices in the rule itself, or, when they don't fit
// there or hold a comma, in listSheet.
func (b *bookWriter) setChoices(rule *excelize.DataValidation, choices []string) error {
	clean := make([]string, len(choices))
	for i, choice := range choices {
		clean[i] = shorten(cleanWritten(choice), maxText)
	}
	joined := strings.Join(clean, "\x00")
	if !strings.ContainsAny(joined, ",\"\n") && strings.TrimSpace(joined) == joined && shorten(joined, 250) == joined {
		return rule.SetDropList(clean)
	}
	area, known := b.listAt[joined]
	if !known {
		b.lists = append(b.lists, clean)
		letter, err := excelize.ColumnNumberToName(len(b.lists))
		if err != nil {
			return err
		}
		area = fmt.Sprintf("%s!$%s$1:$%s$%d", listSheet, letter, letter, len(clean))
		b.listAt[joined] = area
	}
	rule.SetSqrefDropList(area)
	return nil
}
