package match

import (
	"slices"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/read"
)

// with and without are the folded words for amounts that have VAT in them, and those that haven't.
var (
	with    = text.Set("inkl inklusive ink med")
	without = text.Set("exkl exklusive ex utan")
)

// WithVAT says that the amounts of a column have VAT in them, by its heading or, where that says
// nothing of it, by what stands over the headings.
func (l *Layout) WithVAT(c *Column) bool {
	if c.Field == nil || !c.Field.InKronor() || l.Ours {
		return false
	}
	has, said := vat(c.heading.Words)
	for row := 0; !said && row < l.Header; row++ {
		for _, cell := range l.Sheet.Rows[row].Cells {
			if now, says := vat(read.Words(cell.Text)); says {
				has, said = now, true
			}
		}
	}
	return has
}

// vat says whether words say that something is with VAT, and whether they say anything of it.
func vat(words []string) (has, said bool) {
	i := slices.IndexFunc(words, func(w string) bool { return w == "moms" || w == "momsen" || w == "mervardesskatt" })
	if i < 1 {
		return false, false
	}
	before := words[max(i-2, 0):i]
	has = slices.ContainsFunc(before, func(w string) bool { return with[w] })
	return has, has || slices.ContainsFunc(before, func(w string) bool { return without[w] })
}
