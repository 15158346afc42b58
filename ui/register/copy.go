package register

import (
	"context"

	"itportfoljen/app/exchange/block"
	"itportfoljen/ui/async"
	"itportfoljen/ui/texts"
)

// copyCells puts the selected cells on the clipboard as a table that spreadsheets take
// and that can be pasted back: with headings, but a single cell as just its value.
func (r *Register) copyCells() {
	on, ok := r.picked()
	if !ok {
		return
	}
	p := r.s.Portfolio()
	r.s.Progress(texts.T("cells.copying"), "cells", func(context.Context, async.Progress) (any, error) {
		return block.Copy(p, on.list, on.at), nil
	}, func(v any, err error) {
		if err != nil {
			r.s.Fail(err)
			return
		}
		text := v.(string)
		r.s.App.Clipboard().SetContent(text)
		r.copied = ""
		if on.rows {
			r.s.Toast(texts.N("register.copied", len(on.list.Rows)))
			return
		}
		n := on.at.Height() * on.at.Width()
		if n > 1 {
			r.copied = plainly(text)
		}
		r.s.Toast(texts.N("cells.copied", n))
	})
}
