package grid

import "fyne.io/fyne/v2"

func (g *Grid) isSelected(key string) bool { _, ok := g.selected[key]; return ok }

// moveTo moves the cursor and selects as the modifiers say.
func (g *Grid) moveTo(row int, mod fyne.KeyModifier) {
	key := g.src.Key(row)
	switch {
	case g.Multi && mod&fyne.KeyModifierShift != 0 && g.anchor >= 0:
		clear(g.selected)
		for i := min(g.anchor, row); i <= max(g.anchor, row); i++ {
			g.selected[g.src.Key(i)] = struct{}{}
		}
	case g.Multi && mod&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0:
		g.flip(key)
		g.anchor = row
	default:
		clear(g.selected)
		g.selected[key] = struct{}{}
		g.anchor = row
	}
	g.cursor, g.cursorKey = row, key
	g.ShowRow(row)
	g.body.reshade()
	g.told()
}

// landing is the row that the cursor comes to when it is sent to one: past those to
// read only, and back where there are no others that way; −1 for none.
func (g *Grid) landing(to int) int {
	to = max(0, min(to, g.len()-1))
	if g.len() == 0 {
		return -1
	}
	if !g.passive(to) {
		return to
	}
	way := 1
	if to < g.cursor {
		way = -1
	}
	if row := g.nextRow(to, way); row >= 0 {
		return row
	}
	return g.nextRow(to, -way)
}

func (g *Grid) flip(key string) {
	if g.isSelected(key) {
		delete(g.selected, key)
	} else {
		g.selected[key] = struct{}{}
	}
}

func (g *Grid) toggle(row int) {
	g.flip(g.src.Key(row))
	g.anchor = row
	g.body.reshade()
	g.told()
}

func (g *Grid) told() {
	if g.OnSelect != nil {
		g.OnSelect()
	}
}

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
		g.moveTo(i, 0)
		return
	}
	g.ClearSelection()
}

// SelectAll selects every row, where several can be.
func (g *Grid) SelectAll() {
	if !g.Multi {
		return
	}
	for i := range g.len() {
		g.selected[g.src.Key(i)] = struct{}{}
	}
	g.body.reshade()
	g.told()
}

// ClearSelection selects nothing.
func (g *Grid) ClearSelection() {
	clear(g.selected)
	g.cursor, g.anchor, g.cursorKey = -1, -1, ""
	g.body.reshade()
	g.told()
}
