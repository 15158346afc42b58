package budget

import "itportfoljen/ui/shell"

// ReadFile reads a file in as if it had been chosen.
func ReadFile(page shell.Page, path string) { page.(*Page).readFile(path) }

// Duplicate and ShowBehind are what the table of costs does with a row.
var (
	Duplicate  = duplicate
	ShowBehind = showBehind
)

// ShowAhead shows the years ahead.
func ShowAhead(page shell.Page) { page.(*Page).showAhead() }

// AskCopy asks what a year's budget is to be made of.
func AskCopy(page shell.Page) { page.(*Page).askCopy() }

// Choose parts the sheet as if the keys had been chosen.
func Choose(page shell.Page, by ...string) {
	h := page.(*Page).sheet
	h.is.By = [2]string{}
	copy(h.is.By[:], by)
	h.keep()
	h.Reload()
}
