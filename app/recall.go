package app

import (
	"cmp"

	"itportfoljen/app/field"
)

// Recalled is the portfolio as those who read its journal need it: it also names what
// has been removed since, since a reference to that wasn't empty.
type Recalled struct {
	*Portfolio
	gone map[field.ID]string
}

// Recall gives the portfolio with the names of what entries tell was removed.
func (p *Portfolio) Recall(entries ...Entry) Recalled {
	w := Recalled{p, map[field.ID]string{}}
	for _, e := range entries {
		for _, c := range e.Changes {
			if c.Record != nil && w.gone[c.ID] == "" {
				w.gone[c.ID] = c.Record.Name()
			}
		}
	}
	return w
}

// Label is what a record is called, or was.
func (w Recalled) Label(id field.ID) string {
	if s := w.Portfolio.Label(id); s != "" {
		return s
	}
	return cmp.Or(w.gone[id], removedSince)
}

const removedSince = "(borttaget)"
