// Package match tells what a workbook's sheets list and which field each of
// their columns is: by the headings, by what stands in the columns, and by what
// the user has said. Of the portfolio's records it only asks whether there is
// one that a text names.
package match

import (
	"context"
	"slices"

	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// Choices are what the user has decided. The zero value lets everything be found.
type Choices struct {
	Kind          *field.Kind       // nil: guessed
	Sheet         string            // "": those that go together
	Also          []string          // more sheets to read with it
	HeaderRow     int               // 0: found
	Map           map[string]string // heading → field key, "key:2027" for a year, "" leave out, "+" keep as a free field
	KeepUnmatched bool              // keep every unmatched column as a free field
	Year          int               // for amounts without a year; 0: the one that is said, else the plan year
	Unit          *money.Unit       // of bare amounts; nil: found in the sheet, else kronor
	Answers       map[string]string // question ID → chosen option key
	Terse         bool              // what becomes of each row is enough: not its cells in words
	Once          bool              // nobody reads the book again: its cells may be let go as they are read
}

// Sheets are those that the user has chosen; none: they are found.
func (o Choices) Sheets() []string {
	if o.Sheet == "" {
		return o.Also
	}
	return append([]string{o.Sheet}, o.Also...)
}

// Known is what the texts of a column are asked, to tell what it is.
type Known interface {
	// Named says that a record of the kind goes by the name or reference.
	Named(k *field.Kind, s string) bool
	// Unit says that a text is the name or path of a unit.
	Unit(s string) bool
	// LikeUnit says that a text is one, or has the form of its name.
	LikeUnit(s string) bool
	// Area says that a text is what units answer for, and are called after.
	Area(s string) bool
	// Person says how likely it is, from 0 to 1, that a cell names somebody.
	Person(c sheet.Cell) float64
}

// matching is what the sheets of a book are matched by.
type matching struct {
	ctx        context.Context
	w          field.World
	book       string // the file's name
	o          Choices
	known      Known
	desk       *ask.Desk
	names      map[*field.Kind]*headings
	vocabulary *vocabulary
}

// Layouts decides which sheets of a book to read and how, and says which are left
// unread. The error is for people; when it is for want of a column the layout comes
// with it, to say what each column was taken for.
func Layouts(ctx context.Context, w field.World, book *sheet.Book, o Choices, known Known, desk *ask.Desk) ([]*Layout, []ask.Unread, error) {
	s := &matching{ctx: ctx, w: w, book: book.Name, o: o, known: known, desk: desk, names: map[*field.Kind]*headings{}, vocabulary: newVocabulary(w)}
	if ours, unread := s.ourLayouts(book); len(ours) > 0 {
		return ours, unread, nil
	}
	sheets, err := read.Candidates(book, o.Sheets())
	if err != nil {
		return nil, nil, err
	}
	tables, wide, err := narrow(sheets)
	if err != nil {
		return nil, nil, err
	}
	layouts, unread, err := s.several(tables)
	if err != nil {
		return layouts, nil, err
	}
	return layouts, append(append(unread, wide...), s.hidden(book, sheets)...), nil
}

// best lays a sheet out as each kind that it may list, and gives the best; of those that
// fit well the one that the sheet is called by.
func (s *matching) best(sh *sheet.Sheet) (*Layout, error) {
	var all []*Layout
	for _, k := range s.kinds(sh) {
		if s.ctx.Err() != nil {
			return nil, ask.Canceled(s.ctx)
		}
		all = append(all, s.layOut(sh, k, -1, nil))
	}
	s.rate(all)
	all = slices.DeleteFunc(all, func(l *Layout) bool { return s.o.Kind == nil && !l.Kind.Common && !l.clear() })
	slices.SortStableFunc(all, better)
	best, title := all[0], titleOf(sh.Name)
	if i := slices.IndexFunc(all, func(l *Layout) bool { return title.lists(l.Kind) && l.usable() && l.clear() }); i >= 0 {
		best = all[i]
	}
	if !best.usable() {
		if i := slices.IndexFunc(all, s.numbered); i >= 0 {
			best = all[i]
		}
	}
	best.fill()
	return best, nil
}

func (s *matching) headings(k *field.Kind) *headings {
	if s.names[k] == nil {
		s.names[k] = newHeadings(s.w, k, s.vocabulary)
	}
	return s.names[k]
}

// importable are the kinds that a sheet may list, likeliest first.
func importable(w field.World) []*field.Kind {
	var common, others []*field.Kind
	for _, k := range w.Kinds() {
		switch {
		case k.Sheet == "":
		case k.Common:
			common = append(common, k)
		default:
			others = append(others, k)
		}
	}
	return append(common, others...)
}

// neededOf are the fields without which a row of a kind says nothing.
func neededOf(k *field.Kind) []*field.Field {
	if len(k.Vital) > 0 {
		return k.Vital
	}
	return []*field.Field{k.Title()}
}
