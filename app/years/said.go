package years

import (
	"fmt"

	"itportfoljen/app/base/text"
)

// Label is what a copying is called in the journal.
func (o Copying) Label() string { return fmt.Sprintf("Budget %d av %d", o.To, o.From) }

// Already says how many budgets were so already, and what they are.
func (c Copied) Already() string {
	return fmt.Sprintf("%s var så redan, %s kr.", text.Plural(c.Same, "budget", "budgetar"), c.SameIs.Exact())
}

// Counts is "2 rader nya, 1 rad ändrad och 1 rad borta".
func (c Copied) Counts() string {
	var parts []string
	for _, one := range []struct {
		n         int
		one, many string
	}{{c.Made, "rad ny", "rader nya"}, {c.Changed, "rad ändrad", "rader ändrade"}, {c.Replaced, "budgetrad borta", "budgetrader borta"}} {
		if one.n > 0 {
			parts = append(parts, text.Plural(one.n, one.one, one.many))
		}
	}
	return text.And(parts)
}

// Short is a year in few characters: "120 000", "120 000*" that is reckoned, "(120 000)" that needs
// a renewal, why it is over, and "–" for what nobody has said.
func (y Year) Short() string {
	switch y.How {
	case Stands:
		return y.Sum.Exact()
	case Reckoned:
		return y.Sum.Exact() + "*"
	case Renewed:
		return "(" + y.Sum.Exact() + ")"
	case Over:
		return y.Why
	}
	return "–"
}
