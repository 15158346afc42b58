package grid

func (g *Grid) isSelected(key string) bool { _, ok := g.selected[key]; return ok }

func (g *Grid) flip(key string) {
	if g.isSelected(key) {
		delete(g.selected, key)
	} else {
		g.selected[key] = struct{}{}
	}
}

// CursorColumn is the cursor's column, where the cursor is a cell.
func (g *Grid) CursorColumn() int { return g.column }

// Cursor is the row with the keyboard and its key; −1 and "" when none.
func (g *Grid) Cursor() (row int, key string) { return g.cursor, g.cursorKey }

// Selected is the keys of the selected rows in the order shown.
func (g *Grid) Selected() []string {
	if len(g.selected) == 1 {
		for k := range g.selected {
			return []string{k}
		}
	}
	var keys []string
	for i := range g.len() {
		if k := g.src.Key(i); g.isSelected(k) {
			keys = append(keys, k)
			if len(keys) == len(g.selected) {
				break
			}
		}
	}
	return keys
}

// SelectedCount is how many rows are selected, without looking through them.
func (g *Grid) SelectedCount() int { return len(g.selected) }

// Select selects one row by key, shows it and tells OnSelect. An unknown key
// clears the selection.
func (g *Grid) Select(key string) {
	if i := g.indexOf(key); i >= 0 {
		g.goTo(i, g.column)
		return
	}
	g.ClearSelection()
}

// SelectAll selects every row, where several can be; in a spreadsheet all their cells.
func (g *Grid) SelectAll() {
	if !g.Multi || g.len() == 0 {
		return
	}
	if g.cursor < 0 {
		g.setCursor(0, 0)
	}
	for i := range g.len() {
		if !g.apart(i) {
			g.selected[g.src.Key(i)] = struct{}{}
		}
	}
	g.whole = true
	g.tell()
}

// ClearSelection selects nothing.
func (g *Grid) ClearSelection() {
	clear(g.selected)
	g.around = around{}
	g.cursor, g.leadRow, g.cursorKey, g.leadKey, g.whole = -1, -1, "", "", false
	g.tell()
}
