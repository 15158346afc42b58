package read

import (
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
)

// Candidates are the sheets that may hold a table: those wanted, or when none are all
// visible ones but notes to the reader. The error is for people.
func Candidates(book *sheet.Book, wanted []string) ([]*sheet.Sheet, error) {
	if len(wanted) > 0 {
		return chosen(book, wanted)
	}
	var out, rest []*sheet.Sheet
	for i := range book.Sheets {
		sh := &book.Sheets[i]
		switch {
		case len(sh.Rows) == 0 || sh.Hidden || IsOurs(sh):
		case Explains(sh):
			rest = append(rest, sh)
		default:
			out = append(out, sh)
		}
	}
	if len(out) == 0 {
		out = rest
	}
	if len(out) == 0 {
		return nil, fault.New(fault.Unreadable, book.Name+" är tom: inget synligt blad har några rader. Inget har ändrats. Kontrollera att det är rätt fil.")
	}
	return out, nil
}

func chosen(book *sheet.Book, wanted []string) ([]*sheet.Sheet, error) {
	var out []*sheet.Sheet
	for _, name := range wanted {
		i := slices.IndexFunc(book.Sheets, func(sh sheet.Sheet) bool { return text.Key(sh.Name) == text.Key(name) })
		if i < 0 {
			return nil, fault.New(fault.NotFound, "Det finns inget blad ”"+name+"” i "+book.Name+". Bladen är: "+strings.Join(SheetNames(book), ", ")+".")
		}
		if err := notEmpty(&book.Sheets[i]); err != nil {
			return nil, err
		}
		if sh := &book.Sheets[i]; !slices.Contains(out, sh) {
			out = append(out, sh)
		}
	}
	return out, nil
}

// IsOurs says that a sheet is one that the program hides in its own workbooks.
func IsOurs(sh *sheet.Sheet) bool { return strings.HasPrefix(sh.Name, sheet.KeySheet) }

func notEmpty(sh *sheet.Sheet) error {
	if len(sh.Rows) == 0 {
		return fault.New(fault.Unreadable, "Bladet ”"+sh.Name+"” är tomt. Inget har ändrats. Välj ett annat blad.")
	}
	return nil
}

// prose are the folded names of sheets that explain the workbook.
var prose = map[string]bool{"las mig": true, "lasmig": true, "readme": true, "read me": true, "om": true, "info": true, "information": true, "instruktion": true, "instruktioner": true, "innehall": true, "forklaring": true, "listor": true, "val": true}

// Explains says that a sheet explains the workbook, by its name.
func Explains(sh *sheet.Sheet) bool { return prose[text.Fold(sh.Name)] }

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
