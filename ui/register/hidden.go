package register

import (
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// mostLooked is how many rows are looked through, at each letter, for where they were
// found: those that fill a tall window.
const mostLooked = 60

// syncHidden says when what is searched for was found in fields that the list doesn't
// show, and offers to show them.
func (r *Register) syncHidden() {
	r.notice.Objects = nil
	n, fields := r.foundHidden()
	if n == 0 || r.other != nil {
		return
	}
	names := make([]string, len(fields))
	columns := make([]field.Column, len(fields))
	for i, f := range fields {
		names[i], columns[i] = f.Label, field.Column{Field: f}
	}
	rows := text.Plural(n, r.kind.One, r.kind.Many)
	if len(r.list.Rows()) > mostLooked {
		rows = texts.T("register.hidden.atleast", rows)
	}
	say := widgets.NewText(texts.T("register.hidden", rows, text.Shorten(strings.Join(names, ", "), 60)), widgets.Muted)
	r.notice.Objects = []fyne.CanvasObject{widgets.HStack(10, say, widgets.NewLink(texts.T("register.hidden.show"), func() { r.addColumns(columns...) }))}
}

// foundHidden is how many of the first rows were found in hidden fields, and in which.
func (r *Register) foundHidden() (n int, fields []*field.Field) {
	rows := r.list.Rows()
	seen := map[*field.Field]bool{}
	for _, rec := range rows[:min(len(rows), mostLooked)] {
		f, _, ok := r.list.Matched(rec)
		if !ok {
			continue
		}
		if n++; !seen[f] {
			seen[f], fields = true, append(fields, f)
		}
	}
	return n, fields
}
