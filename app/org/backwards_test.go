package org_test

import (
	"testing"

	"itportfoljen/app/org"
)

// TestDaysOfARoleThatEndBeforeTheyBegin are told, however they are written.
func TestDaysOfARoleThatEndBeforeTheyBegin(t *testing.T) {
	for _, c := range []struct{ cell, days string }{
		{"Eva Dal (2025-01-01–2024-01-01)", "2025-01-01–2024-01-01"},
		{"Eva Dal fr.o.m. 2025-01-01 t.o.m. 2024-01-01", "fr.o.m. 2025-01-01 t.o.m. 2024-01-01"},
		{"Bo Alm; Eva Dal 2025–2024", "2025–2024"},
		{"Eva Dal, slutar 2024-06-30, börjar 2025-01-01", "2025-01-01–2024-06-30"},
		{"Eva Dal (2024-01-01–2024-01-01)", ""},
		{"Eva Dal (2024-01-01–2025-01-01)", ""},
		{"Eva Dal t.o.m. 2024-01-01; Bo Alm fr.o.m. 2024-01-02", ""},
		{"Eva Dal", ""},
	} {
		if got := org.ReadPersons(c.cell).Backwards(); got != c.days {
			t.Errorf("%q: %q ends before it begins, want %q", c.cell, got, c.days)
		}
	}
}
