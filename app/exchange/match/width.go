package match

import (
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/sheet"
)

// mostColumns bounds how wide a list is that is read; each column is looked at in many
// ways.
const mostColumns = 2000

// narrow leaves out the sheets that are wider than any list.
func narrow(sheets []*sheet.Sheet) (kept []*sheet.Sheet, unread []ask.Unread, err error) {
	for _, sh := range sheets {
		width := 0
		for _, r := range sh.Rows {
			width = max(width, len(r.Cells))
		}
		if width <= mostColumns {
			kept = append(kept, sh)
			continue
		}
		says := text.Plural(width, "kolumn", "kolumner") + ", fler än vad som går att importera säkert"
		unread = append(unread, ask.Unread{Part: ask.SheetPart, Sheet: sh.Name, Why: "Bladet är inte läst: det har " + says + "."})
		err = fault.New(fault.TooLarge, "Bladet ”"+sh.Name+"” har "+says+". Inget har ändrats. Ta bort kolumner som inte behövs, eller flytta listan till ett eget blad.")
	}
	if len(kept) > 0 {
		err = nil
	}
	return kept, unread, err
}
