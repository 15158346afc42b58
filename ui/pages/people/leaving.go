package people

import (
	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/ui/shell"
)

// leavers are those whom a change says leave, who nobody had said did, and who hold something
// still.
func leavers(w field.World, e app.Entry) (out []field.ID) {
	if e.Undoes != 0 {
		return nil
	}
	for _, c := range e.Changes {
		if c.Op == field.Set && c.Field == org.PersonLeft.Field && field.IsEmpty(c.Before) && !field.IsEmpty(c.After) && org.CountHeld(w, c.ID) > 0 {
			out = append(out, c.ID)
		}
	}
	return out
}

// askLeavers asks of each, one after the other, who takes over.
func askLeavers(s *shell.Shell, who []field.ID) {
	if len(who) > 0 && s.Writable() {
		askHandOver(s, who[0], nil, func() { askLeavers(s, who[1:]) })
	}
}

// Changed takes in a change: whoever writes in the list that somebody leaves is asked at once
// who takes over.
func (l *List) Changed(e app.Event) {
	l.Tabs.Changed(e)
	askLeavers(l.s, leavers(l.s.Portfolio(), e.Entry))
}
