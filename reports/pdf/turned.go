package pdf

// turnsFor says that blocks begin with a table that the paper is turned for, or
// with the headings above one, and which of them that table is; else -1. Only the
// document's own flow turns, and only upright paper.
func (e *engine) turnsFor(blocks []block, w float64) int {
	if e.turned || e.within > 0 {
		return -1
	}
	for i := range blocks {
		switch b := &blocks[i]; b.kind {
		case kTitle, kHeading, kAnchor, kSpace, kRule:
		case kTable:
			if e.turns(b.table, w) {
				return i
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// turns says that a table fits, in type that is read and with all its columns, on
// paper that is turned but not on paper w wide.
func (e *engine) turns(t *Table, w float64) bool {
	if !t.Turn || len(t.Cols) == 0 || len(t.Rows) == 0 {
		return false
	}
	l := e.tableLay(t, w, Artifact)
	rows := l.rows(e)
	if _, fits := l.shrink(e, rows); fits {
		return false
	}
	l.width = a4Long - 2*marginX
	_, fits := l.shrink(e, rows)
	return fits
}
