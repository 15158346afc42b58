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
	})
}
