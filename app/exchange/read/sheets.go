package read

import (
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
)

// Candidates are the sheets that may hold a table: the wanted one, or when that
// is "" all visible ones but notes to the reader. The error is for people.
func Candidates(book *sheet.Book, wanted string) ([]*sheet.Sheet, error) {
	var out, rest []*sheet.Sheet
	for i := range book.Sheets {
		sh := &book.Sheets[i]
		switch {
		case wanted != "" && text.Key(sh.Name) == text.Key(wanted):
			return []*sheet.Sheet{sh}, notEmpty(sh)
		case len(sh.Rows) == 0 || sh.Hidden || strings.HasPrefix(sh.Name, sheet.KeySheet):
		case prose[text.Fold(sh.Name)]:
			rest = append(rest, sh)
		default:
			out = append(out, sh)
		}
	}
	if wanted != "" {
		return nil, fault.New(fault.NotFound, "Det finns inget blad ”"+wanted+"” i "+book.Name+". Bladen är: "+strings.Join(SheetNames(book), ", ")+".")
	}
	if len(out) == 0 {
		out = rest
	}
	if len(out) == 0 {
		return nil, fault.New(fault.Unreadable, book.Name+" är tom: inget synligt blad har några rader. Inget har ändrats. Kontrollera att det är rätt fil.")
	}
	return out, nil
}

func notEmpty(sh *sheet.Sheet) error {
	if len(sh.Rows) == 0 {
		return fault.New(fault.Unreadable, "Bladet ”"+sh.Name+"” är tomt. Inget har ändrats. Välj ett annat blad.")
	}
	return nil
}

// prose are the folded names of sheets that explain the workbook.
var prose = map[string]bool{"las mig": true, "lasmig": true, "readme": true, "read me": true, "om": true, "info": true, "information": true, "instruktion": true, "instruktioner": true, "innehall": true, "forklaring": true, "listor": true, "val": true}

// SheetNames are the sheets that the user may choose among.
func SheetNames(book *sheet.Book) []string {
	var out []string
	for _, sh := range book.Sheets {
		if !sh.Hidden && len(sh.Rows) > 0 {
			out = append(out, sh.Name)
		}
	}
	return out
}
