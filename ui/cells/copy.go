package cells

import (
	"context"

	"itportfoljen/app/exchange/block"
	"itportfoljen/ui/async"
	"itportfoljen/ui/texts"
)

// copyCells puts the selected cells on the clipboard as a table that spreadsheets take
// and that can be pasted back: with headings, but a single cell as just its value.
func (h *Hands) copyCells() {
	on, ok := h.Picked()
	if !ok {
		return
	}
	h.s.WhenSaved(func() { h.copy(on, func() {}) })
}

// cutCells copies the selected cells and empties them. Whole rows aren't cut: what takes
// records away says what goes with them.
func (h *Hands) cutCells() {
	on, ok := h.Picked()
	if !ok || !h.changeable() {
		return
	}
	if on.Rows {
		h.s.Toast(texts.T("cells.cut.rows"))
		return
	}
	h.s.WhenSaved(func() { h.copy(on, h.clearCells) })
}

// copy copies, and goes on when the clipboard has it.
func (h *Hands) copy(on Chosen, then func()) {
	if h.unsaved(on) {
		h.s.Problem(texts.T("cells.unsaved"))
		return
	}
	p := h.s.Portfolio()
	h.s.Progress(texts.T("cells.copying"), "cells", func(context.Context, async.Progress) (any, error) {
		return block.Copy(p, on.List, on.At), nil
	}, func(v any, err error) {
		if err != nil {
			h.s.Fail(err)
			return
		}
		text := v.(string)
		h.s.App.Clipboard().SetContent(text)
		h.copied = ""
		if on.Rows {
			h.s.Toast(texts.N("register.copied", len(on.List.Rows)))
			return
		}
		n := on.At.Height() * on.At.Width()
		if n > 1 {
			h.copied = plainly(text)
		}
		h.s.Toast(texts.N("cells.copied", n))
		then()
	})
}

// unsaved tells whether one of the cells shows what couldn't be saved.
func (h *Hands) unsaved(on Chosen) bool {
	if !h.s.Stuck(h.Kind) {
		return false
	}
	for _, id := range on.List.Rows[on.At.Top : on.At.Bottom+1] {
		for _, c := range on.List.Columns[on.At.Left : on.At.Right+1] {
			if _, _, is := h.s.Unsaved(id, c); is {
				return true
			}
		}
	}
	return false
}
