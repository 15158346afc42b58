package excel

import (
	"cmp"
	"slices"
	"strings"

	"itportfoljen/app/exchange/sheet"
)

// The bounds of the comments on a sheet.
const (
	mostComments = 10_000
	mostComment  = 4000 // bytes
)

// comments reads the comments on a sheet, in the order of their cells. Those in threads
// are kept twice in a workbook, the second time for programs that know no threads.
func (a *archive) comments(part string) ([]sheet.Comment, error) {
	rels, err := a.relations(part)
	if err != nil {
		return nil, err
	}
	notes, threads := &commentReader{}, &commentReader{}
	for _, rel := range rels {
		switch rel.kind {
		case "comments":
			err = a.WalkOwn(rel.target, notes.visit)
		case "threadedComment":
			err = a.WalkOwn(rel.target, threads.visit)
		}
		if err != nil {
			return nil, err
		}
	}
	out := threads.found
	for _, c := range notes.found {
		if threads.at[place{c.Row, c.Column}] == 0 {
			c.Text = unthreaded(c.Text)
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b sheet.Comment) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column))
	})
	return out, nil
}

// unthreaded is a comment without the words that say that it belongs to a thread.
func unthreaded(text string) string {
	if !strings.HasPrefix(text, "[") {
		return text
	}
	for _, head := range []string{"\nComment:\n", "\nKommentar:\n"} {
		if _, said, ok := strings.Cut(text, head); ok {
			return strings.TrimSpace(said)
		}
	}
	return text
}

// place is a cell.
type place struct{ row, column int }

// commentReader gathers comments, and answers to them below them.
type commentReader struct {
	found []sheet.Comment
	at    map[place]int // index of the comment on a cell, plus one

	inside bool
	ref    place
	item   textItem
	direct bool // the text isn't in runs
}

func (r *commentReader) visit(s *scanner, tok token) error {
	name := string(s.Name)
	switch {
	case tok == tokText && r.direct:
		r.item.buf = append(r.item.buf, s.Text...)
	case tok == tokText:
		r.item.visit(s, tok)
	case name == "comment" || name == "threadedComment":
		if r.inside = tok == tokStart; !r.inside {
			r.end()
			return nil
		}
		column, row, ok := parseRef(s.Attr("ref"))
		if r.inside, r.ref = ok && row > 0, (place{}); r.inside {
			r.ref = place{row, column}
		}
		r.item.reset()
	case name == "text" && r.inside:
		r.direct = tok == tokStart
	case name == "r" || name == "t":
		r.direct = false
		r.item.visit(s, tok)
	default:
		r.item.visit(s, tok)
	}
	return nil
}

// end keeps the comment that has been read.
func (r *commentReader) end() {
	text := strings.TrimSpace(r.item.String())
	if r.ref.row <= 0 || text == "" {
		return
	}
	if at := r.at[r.ref]; at > 0 {
		if said := &r.found[at-1].Text; len(*said) < mostComment {
			*said = bounded(*said + "\n" + text)
		}
		return
	}
	if len(r.found) == mostComments {
		return
	}
	if r.at == nil {
		r.at = map[place]int{}
	}
	r.found = append(r.found, sheet.Comment{Row: r.ref.row, Column: r.ref.column, Text: bounded(text)})
	r.at[r.ref] = len(r.found)
}

// bounded is as much of a comment as is kept.
func bounded(text string) string {
	if len(text) > mostComment {
		text = strings.ToValidUTF8(text[:mostComment], "")
	}
	return text
}
