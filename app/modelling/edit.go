package modelling

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// List is one of the parts that a model is made of, as people change it: lines in order, each
// with the same columns. What the lists are is declared in tables; see Lists.
type List struct {
	Key     string // as a model file has it: "phases"
	Title   string
	One     string // what a line of it is called: "fas"
	Help    string
	Columns []Column
	Fixed   bool // lines are neither added, moved nor removed
	Loose   bool // the order means nothing, so lines aren't moved
	lines   func(s Setting) []Line
	said    func(line Line) string // nil: the first column
	detail  func(s Setting, line Line) string
	store   func(s Setting, lines []Line) error
	check   func(s Setting, was, cells Cells) error // of a line, when all is written; nil: nothing more
}

// Sort is what is written in a column.
type Sort int

// The sorts. A cell is a text: of Many and Words one a line, of Choice and Many keys, of Yes
// "ja" or nothing.
const (
	Text Sort = iota
	Long
	Choice
	Many
	Words  // any words, where Options are those that are suggested
	Amount // kronor
	Number
	Yes
	Day
	Told // it is only told
)

// Column is a part of each line.
type Column struct {
	Key     string // as a model file has it: "label"
	Label   string
	Help    string
	Sort    Sort
	Must    bool // it can't be empty
	Options func(s Setting, cells Cells) []field.Option
	Asked   func(cells Cells) bool // nil: always
}

// Setting is what a line stands in: the model as it is written now, and the kinds that its
// words speak of.
type Setting struct {
	Model *governance.Model
	Kinds []*field.Kind
}

// Cells are the parts of a line, by the keys of their columns.
type Cells map[string]string

// Line is one of a list.
type Line struct {
	Key   string // what it is known by; "" for one that is new
	Of    string // the key of the one that it is, or is a copy of, in the model that was begun with
	Cells Cells
}

// Said is what a line is called in its list.
func (l List) Said(line Line) string {
	if l.said != nil {
		return l.said(line)
	}
	return l.name(line)
}

// name is the first column of a line.
func (l List) name(line Line) string {
	if len(l.Columns) == 0 {
		return ""
	}
	return text.OneLine(line.Cells[l.Columns[0].Key])
}

// Detail says some more of a line; "" for nothing.
func (l List) Detail(s Setting, line Line) string {
	if l.detail == nil {
		return ""
	}
	return l.detail(s, line)
}

// listed are the words of a cell, each once; celled is the cell of some.
func listed(cell string) (out []string) {
	for s := range strings.SplitSeq(cell, "\n") {
		if s = text.OneLine(s); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

func celled(list []string) string { return strings.Join(list, "\n") }

// fresh is a key that no other has, made of a name.
func fresh(name string, taken map[string]bool) string {
	key := strings.Join(strings.FieldsFunc(text.Fold(name), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }), "_")
	if key == "" {
		key = "ny"
	}
	out := key
	for n := 2; taken[out]; n++ {
		out = fmt.Sprint(key, "_", n)
	}
	taken[out] = true
	return out
}

// table declares a list of things of a type.
type table[T any] struct {
	List
	of      func(s Setting) []T
	put     func(m *governance.Model, all []T)
	key     func(t *T) *string
	former  func(t *T) *[]string                        // where what it was called before is kept; nil for nowhere
	renamed func(m *governance.Model, t *T, was string) // what follows a new name
	clear   func(m *governance.Model)                   // what the columns write anew
	columns []column[T]
}

// column is a column of a table, with how its cell is read from a thing and written in it.
type column[T any] struct {
	Column
	get func(m *governance.Model, t *T) string
	put func(m *governance.Model, t *T, cells Cells) error // nil: it is only told
}

// list is the table as a list.
func (d table[T]) list() List {
	out := d.List
	for _, c := range d.columns {
		out.Columns = append(out.Columns, c.Column)
	}
	out.lines = func(s Setting) (lines []Line) {
		for _, t := range d.of(s) {
			line := Line{Key: *d.key(&t), Of: *d.key(&t), Cells: Cells{}}
			for _, c := range d.columns {
				line.Cells[c.Key] = c.get(s.Model, &t)
			}
			lines = append(lines, line)
		}
		return lines
	}
	out.store = d.store
	return out
}

// store puts lines in a model, in their order. What has no column is kept as it was.
func (d table[T]) store(s Setting, lines []Line) error {
	m := s.Model
	old := d.of(s)
	var names []string
	for i := range old {
		names = append(names, d.called(m, &old[i]))
	}
	if d.clear != nil {
		d.clear(m)
	}
	var all []T
	for _, line := range lines {
		var t T
		was := ""
		if i := slices.IndexFunc(old, func(o T) bool { return *d.key(&o) == line.Of }); i >= 0 && line.Of != "" {
			t, was = old[i], names[i]
		}
		*d.key(&t) = line.Key
		for _, c := range d.columns {
			if c.put == nil {
				continue
			}
			if err := c.put(m, &t, line.Cells); err != nil {
				at := c.Key
				if m, is := err.(*missed); is {
					at, err = m.column, m.error
				}
				return &wrong{line.Key, at, err}
			}
		}
		if is := d.called(m, &t); line.Key == line.Of && was != "" && is != was && is != "" {
			d.rename(m, &t, was, is, lines)
		}
		all = append(all, t)
	}
	d.put(m, all)
	return nil
}

// called is what a thing is called: its first column.
func (d table[T]) called(m *governance.Model, t *T) string {
	if len(d.columns) == 0 || d.columns[0].put == nil {
		return ""
	}
	return d.columns[0].get(m, t)
}

// rename keeps what a thing was called, so that what was said in its name is still its, unless
// another has that name now.
func (d table[T]) rename(m *governance.Model, t *T, was, is string, lines []Line) {
	if d.renamed != nil {
		d.renamed(m, t, was)
	}
	if d.former == nil || slices.ContainsFunc(lines, func(l Line) bool { return text.Key(l.Cells[d.columns[0].Key]) == text.Key(was) }) {
		return
	}
	kept := slices.DeleteFunc(slices.Clone(*d.former(t)), func(s string) bool { return text.Key(s) == text.Key(is) })
	if !slices.ContainsFunc(kept, func(s string) bool { return text.Key(s) == text.Key(was) }) {
		kept = append(kept, was)
	}
	*d.former(t) = kept
}

// wrong is what can't be written in a cell.
type wrong struct {
	line, column string
	err          error
}

func (w *wrong) Error() string { return w.err.Error() }

func (w *wrong) Unwrap() error { return w.err }
