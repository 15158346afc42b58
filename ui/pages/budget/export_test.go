package budget

import "itportfoljen/ui/shell"

// ReadFile reads a file in as if it had been chosen.
func ReadFile(page shell.Page, path string) { page.(*Page).readFile(path) }

// Duplicate and ShowBehind are what the table of costs does with a row.
var (
	Duplicate  = duplicate
	ShowBehind = showBehind
)
