package match

import (
	"fmt"

	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/sheet"
)

// tellGuessed says what columns were taken for whose headings may mean something else.
func (l *Layout) tellGuessed() {
	if l.Header < 0 || l.Ours {
		return
	}
	for i := range l.Columns {
		c := &l.Columns[i]
		if c.Field != nil && c.maybe && len(c.Samples) > 0 {
			l.Remark(l.Sheet.Rows[l.Header].Number, c.Label, "", fmt.Sprintf("Rubriken kan betyda flera saker. Kolumnen lästes som %s. Välj ett annat fält om det är fel.", c.named()))
		}
	}
}

// tellTaken names the columns that mean a field that another column is.
func (l *Layout) tellTaken() {
	if l.Header < 0 || l.Ours {
		return
	}
	for i := range l.Columns {
		c := &l.Columns[i]
		if c.Why != "" || len(c.Samples) == 0 {
			continue
		}
		if first := l.taken(c); first != nil {
			l.Pass(ask.Unread{Part: ask.ColumnPart, Sheet: l.Sheet.Name, Name: c.Label,
				Why: fmt.Sprintf("Kolumnen är inte läst: %s lästes ur kolumn %s, ”%s”. Välj ett annat fält, eller behåll kolumnen som ett eget.", first.named(), sheet.Letters(first.Index), ask.Short(first.Label))})
		}
	}
}

// taken is the column that is what another one means too.
func (l *Layout) taken(c *Column) *Column {
	for _, cand := range l.find(c) {
		trial := *c
		l.take(&trial, cand.field)
		for i := range l.Columns {
			if o := &l.Columns[i]; o.Field != nil && o.Field == trial.Field && o.Year == trial.Year {
				return o
			}
		}
	}
	return nil
}

// named is what the column's field is called, with its year.
func (c *Column) named() string {
	if c.Field.Yearly {
		return fmt.Sprintf("”%s %d”", c.Field.Label, c.Year)
	}
	return "”" + c.Field.Label + "”"
}
