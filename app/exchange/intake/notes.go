package intake

import (
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/identify"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/field"
)

// withNote brings the record's note up to date: it gets what the row says that
// no field could take, and loses what can be read now, when a question has
// been answered or a missing system has come.
func (t *merge) withNote(l *line, values []value) []value {
	f := t.Kind.Field("import_note")
	if f == nil {
		return values
	}
	was := ""
	if l.Record != nil {
		was, _ = t.d.Get(l.Record.ID).Get(f).(string)
	}
	now := was
	own := slices.IndexFunc(values, func(v value) bool { return v.Field == f })
	if own >= 0 {
		now, _ = values[own].Value.(string)
	}
	merged := mergeNotes(t.withoutRead(l, values, now), l.Notes)
	if own >= 0 {
		values = slices.Delete(values, own, own+1)
	}
	if merged == was {
		return values
	}
	return append(values, value{identify.Given{Field: f, Value: merged}, 0, f.Label, nil})
}

// withoutRead leaves out the lines whose text stands in a cell that could be
// read this time with nothing left to note.
func (t *merge) withoutRead(l *line, values []value, s string) string {
	if s == "" || l.Record == nil {
		return s
	}
	lines := slices.DeleteFunc(strings.Split(s, "\n"), func(line string) bool {
		label, rest, ok := strings.Cut(line, ": ")
		i := slices.IndexFunc(t.Columns, func(c match.Column) bool { return c.Label == label })
		noted := slices.ContainsFunc(l.Notes, func(n identify.Note) bool { return n.Label == label })
		return ok && i >= 0 && !noted && strings.Contains(text.OneLine(l.Row.At(t.Columns[i].Index).Text), rest) &&
			slices.ContainsFunc(values, func(v value) bool { return v.column == label })
	})
	return strings.Join(lines, "\n")
}

// mergeNotes puts each note on a line of its own. A line about the same column
// from an earlier import gives way, so that a second import of the same file
// finds everything as it left it.
func mergeNotes(now string, notes []identify.Note) string {
	var lines []string
	if now != "" {
		lines = strings.Split(now, "\n")
	}
	for _, n := range notes {
		head := n.Label + ": "
		line := head + text.Shorten(strings.Join(strings.Fields(n.Text), " "), mostNote)
		i := slices.IndexFunc(lines, func(s string) bool { return strings.HasPrefix(s, head) })
		if i >= 0 {
			lines[i] = line
		} else {
			lines = append(lines, line)
		}
	}
	return fitting(lines)
}

// mostNote is how much of a cell a note keeps.
const mostNote = 2000

// fitting joins the whole lines, from the first, that a note has room for.
func fitting(lines []string) string {
	var b strings.Builder
	for i, s := range lines {
		if b.Len()+1+len(s) > field.MostText {
			break
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(s)
	}
	return b.String()
}
