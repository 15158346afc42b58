// Package jsonform says what the JSON document of a portfolio means: its lists become the
// sheets of a workbook of ours, which is then read as any other. A reader of files gives
// the document as sheets of its own keys and values.
package jsonform

import (
	"fmt"
	"slices"
	"strconv"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/journal"
)

// Name is what a document of ours says that it is, and Version the form of it that
// docs/json.md describes.
const (
	Name    = "itportfoljen"
	Version = 1
)

// Format is what a book is of that a document was read into.
const Format = "json"

// HeadSheet is the sheet of what stands beside the lists: a key and its value on each row.
// What an object has there is called by both keys, "portfolio.id".
const HeadSheet = "_json"

// The keys beside the lists.
const (
	keyFormat  = "format"
	keyVersion = "version"
	keyID      = "portfolio.id"
	keyEntry   = "portfolio.entry"
	keyChain   = "portfolio.chain"
)

// known are the keys beside the lists that say something.
var known = []string{keyFormat, keyVersion, keyID, keyEntry, keyChain, "municipality", "date", "plan_year", "portfolio"}

// is says that a book is a document as it was read.
func is(book *sheet.Book) bool {
	return book.Format == Format && len(book.Sheets) > 0 && book.Sheets[0].Name == HeadSheet
}

// head is what stands beside the lists.
func head(book *sheet.Book) map[string]string {
	out := map[string]string{}
	for _, r := range book.Sheets[0].Rows {
		out[r.At(0).Text] = r.At(1).Text
	}
	return out
}

// Check refuses a document that isn't ours, or is of a form that came later.
func Check(book *sheet.Book) error {
	says := head(book)
	if says[keyFormat] != Name {
		return fault.New(fault.Unreadable, fmt.Sprintf("Filen ”%s” är ett JSON-dokument, men inget som IT-portföljen har skrivit: det börjar inte med \"format\": \"%s\". Inget har ändrats. Gör en lista i Excel av det som ska in, och importera den.", book.Name, Name))
	}
	switch v := says[keyVersion]; {
	case v == strconv.Itoa(Version):
	case isLater(v):
		return fault.New(fault.TooNew, fmt.Sprintf("Filen ”%s” är skriven av en nyare version av IT-portföljen: dokumentet är av version %s, och det här programmet läser version %d. Inget har ändrats. Uppdatera programmet och importera filen igen.", book.Name, v, Version))
	default:
		book.Notes = append(book.Notes, sheet.Note{Text: fmt.Sprintf("Dokumentet säger inte att det är av version %d. Det lästes som om det var det: kontrollera det som ändras.", Version)})
	}
	return nil
}

func isLater(v string) bool {
	n, err := strconv.ParseFloat(v, 64)
	return err == nil && n > Version
}

// Book is a document as the workbook that w would have written it as; another book is
// given back as it is.
func Book(w field.World, book *sheet.Book) *sheet.Book {
	if !is(book) {
		return book
	}
	says := head(book)
	f := newFormer(w, journal.MarkOf(says[keyID], says[keyEntry], says[keyChain]), book.Sheets[1:])
	out := &sheet.Book{Name: book.Name, Format: book.Format, Notes: book.Notes, Left: strangers(book)}
	for i := range book.Sheets[1:] {
		list := &book.Sheets[1+i]
		if k := kindOf(w, list.Name); k != nil {
			out.Sheets = append(out.Sheets, f.sheet(k, list))
		} else {
			f.pass(list.Name, list.Name, "Listan är inte läst: programmet har inget slag som heter så.")
		}
	}
	out.Sheets = append(out.Sheets, f.keySheet())
	out.Left = append(out.Left, f.left...)
	return out
}

// strangers are the values beside the lists that nobody knows.
func strangers(book *sheet.Book) (out []sheet.Left) {
	for _, r := range book.Sheets[0].Rows {
		if key := r.At(0).Text; !slices.Contains(known, key) {
			out = append(out, sheet.Left{Name: key, Why: "Nyckeln är inte läst: programmet känner inte till den."})
		}
	}
	return out
}

func kindOf(w field.World, plural string) *field.Kind {
	for _, k := range w.Kinds() {
		if k.Plural == plural && k.Sheet != "" {
			return k
		}
	}
	return nil
}

// columnOf is where a key stands in a list, -1 for nowhere.
func columnOf(list *sheet.Sheet, key string) int {
	return slices.IndexFunc(list.Rows[0].Cells, func(c sheet.Cell) bool { return c.Text == key })
}
