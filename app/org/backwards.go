package org

import (
	"fmt"

	"itportfoljen/app/base/fault"
)

// Backwards is the fault of days of a role, as they are written, that end before they begin.
func Backwards(days string) error {
	return fault.New(fault.Invalid, fmt.Sprintf("”%s” slutar före det börjar. Inget har ändrats. Skriv första dagen först.", days))
}
