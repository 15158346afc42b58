package budget

import "itportfoljen/ui/shell"

// ReadFile reads a file in as if it had been chosen.
func ReadFile(page shell.Page, path string) { page.(*Page).readFile(path) }
