package system

import (
	"fmt"

	"itportfoljen/app/economy"
	"itportfoljen/app/field"
)

func init() { economy.Ends(Kind, overBy) }

// overBy says that a system is retired by a year.
func overBy(_ field.World, r *field.Record, year int) string {
	switch y := int(RetireYear.Get(r)); {
	case Retired(r):
		return "avvecklat"
	case y != 0 && y < year:
		return fmt.Sprintf("avvecklas %d", y)
	}
	return ""
}
