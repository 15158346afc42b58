package record

import (
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/view"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/texts"
)

// headingMark begins the key of a heading's row; no record's identity begins so.
const headingMark = "\x00"

// GroupKey is the group whose heading a row's key names; false for a record's.
func GroupKey(key string) (string, bool) { return strings.CutPrefix(key, headingMark) }

// Heading is the heading that a row is; false of a record's.
func (s *Source) Heading(row int) (grid.Heading, bool) {
	if row < 0 || row >= len(s.lines) || s.lines[row].Group == nil {
		return grid.Heading{}, false
	}
	g := s.lines[row].Group
	h := grid.Heading{Text: text.Capital(g.Label), Count: text.Count(g.Count), Level: g.Level, Open: g.Open, Cells: map[int]string{}}
	for i, c := range s.columns {
		if !c.Field.Sums() {
			continue
		}
		if s.HasRef {
			i++
		}
		if sum := s.sum(g, i); sum != "" {
			h.Cells[i] = sum
		}
	}
	return h, true
}

// sum is what a group's rows come to in a column of the grid; a mark after it says that
// some have nothing there, so that it may be more.
func (s *Source) sum(g *view.Group, col int) string {
	c, ok := s.Column(col)
	if !ok {
		return ""
	}
	total, lacks, ok := s.List.SumOf(g, c)
	if !ok {
		return ""
	}
	var v field.Value = total
	if c.Field.InKronor() {
		v = money.Ore(total)
	}
	out := c.Field.Show(s.World, v)
	if out == "" { // what isn't shown of a single one is still a sum
		out = text.Count(int(total))
	}
	if lacks > 0 {
		out += texts.T("record.heading.lacks")
	}
	return out
}
