package view

import (
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Matched is the field, of those that the list doesn't show, in which a word that is
// searched for was found, and what stands there. ok is false where all of them stand in
// the columns.
func (l *List) Matched(r *field.Record) (f *field.Field, value string, ok bool) {
	if len(l.query) == 0 {
		return nil, "", false
	}
	var b strings.Builder
	b.WriteString(r.Ref)
	seen := map[*field.Field]bool{}
	for _, c := range l.columns {
		seen[c.Field] = true
		b.WriteByte('\n')
		b.WriteString(l.Text(r, c))
	}
	shown := text.Fold(b.String())
	for _, word := range l.query {
		if strings.Contains(shown, word) {
			continue
		}
		for _, f := range l.w.Fields(l.kind) {
			if seen[f] || !told(f) && !f.Free() {
				continue
			}
			if s := l.Text(r, field.Column{Field: f}); strings.Contains(text.Fold(s), word) {
				return f, s, true
			}
		}
	}
	return nil, "", false
}
