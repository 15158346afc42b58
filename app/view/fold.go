package view

import (
	"maps"
	"slices"

	"itportfoljen/app/field"
)

// Fold closes a group, or opens it.
func (l *List) Fold(key string, closed bool) {
	if l.folded[key] != closed {
		l.old.lines = true
		if l.folded[key] = true; !closed {
			delete(l.folded, key)
		}
	}
}

// FoldAll closes all groups, or opens them.
func (l *List) FoldAll(closed bool) {
	l.renew()
	clear(l.folded)
	for key := range l.groups {
		if closed {
			l.folded[key] = true
		}
	}
	l.old.lines = true
}

// FoldLevel closes all groups of a level, or opens them; 0 is the outermost.
func (l *List) FoldLevel(level int, closed bool) {
	l.renew()
	for key, g := range l.groups {
		if g.Level == level {
			l.Fold(key, closed)
		}
	}
}

// Folded are the keys of the groups that are closed.
func (l *List) Folded() []string { return slices.Sorted(maps.Keys(l.folded)) }

// Reveal opens the groups that a record lies in; false when it isn't listed.
func (l *List) Reveal(id field.ID) bool {
	l.renew()
	e := l.byID[id]
	if e == nil || !e.shown {
		return false
	}
	for _, s := range e.path {
		l.Fold(s.key, false)
	}
	return true
}
