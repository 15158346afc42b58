package block

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// session is one planning.
type session struct {
	ctx      context.Context
	w        World
	kind     *field.Kind
	choices  Choices
	progress Progress
	plan     *Plan
	wishes   []*wish
	rowOf    map[field.ID]int // of records that rows have found
	makers   *makers
	ids      map[written]pointed // what texts in fields that point were read as
}

// wish is a value that a cell of the list is to have.
type wish struct {
	row    int
	id     field.ID
	col    field.Column
	text   string // as written, unless the value is given
	given  bool
	filled bool // it is what another cell has
	unit   money.Unit

	value  field.Value
	remark string
	place  int // among the wishes
}

func newSession(ctx context.Context, w World, k *field.Kind, c Choices, progress Progress) *session {
	if progress == nil {
		progress = func(float64) {}
	}
	return &session{ctx: ctx, w: w, kind: k, choices: c, progress: progress, plan: &Plan{Kind: k}, rowOf: map[field.ID]int{},
		makers: newMakers(w), ids: map[written]pointed{}}
}

func (s *session) wish(w *wish) {
	w.place = len(s.wishes)
	s.wishes = append(s.wishes, w)
}

func (s *session) note(str string) { s.plan.Notes = append(s.plan.Notes, str) }
func (s *session) leave(c Cell)    { s.plan.Left = append(s.plan.Left, c) }

// finish reads what is wished, tries it, and gives the plan.
func (s *session) finish(what string) (*Plan, error) {
	wanted := s.wishes[:0]
	for i, w := range s.wishes {
		if i%512 == 0 {
			if s.ctx.Err() != nil {
				return nil, canceled(s.ctx)
			}
			s.progress(0.5 * float64(i) / float64(len(s.wishes)))
		}
		if s.read(w) {
			wanted = append(wanted, w)
		}
	}
	if err := s.lay(wanted); err != nil {
		return nil, err
	}
	inPlace := func(a, b Cell) int { return cmp.Or(a.Row-b.Row, a.place-b.place) }
	slices.SortStableFunc(s.plan.Left, inPlace)
	slices.SortStableFunc(s.plan.Cells, func(a, b Cell) int { return a.place - b.place })
	if len(s.plan.Cells) > 0 {
		s.plan.labelled(what)
	}
	s.progress(1)
	return s.plan, nil
}

// read reads the value of a wish; false when there is nothing to change, or it can't be.
func (s *session) read(w *wish) bool {
	r := s.w.Get(w.id)
	if r == nil {
		s.leave(Cell{Row: w.row, Why: "Raden finns inte längre."})
		return false
	}
	c := s.cellOf(w, r)
	if w.col.Field == nil {
		return s.keepsRef(w, r, c)
	}
	now := w.col.Field.Value(s.w, r, w.col.Year)
	if !w.given && s.saysSame(w, r, now) {
		s.plan.Same++
		return false
	}
	if why := w.col.Field.Unwritable(); why != "" {
		c.Why = why
		s.leave(c)
		return false
	}
	var err error
	if !w.given {
		if w.text == "" && s.passEmpty(now) {
			return false
		}
		w.value, w.remark, err = s.valueOf(w, now)
	}
	if err != nil {
		c.Why = told(err)
		s.leave(c)
		return false
	}
	if s.same(w.col.Field, now, w.value) {
		s.plan.Same++
		return false
	}
	return true
}

// passEmpty counts an empty cell over a value, and says whether the value stays.
func (s *session) passEmpty(now field.Value) bool {
	if field.IsEmpty(now) {
		return false
	}
	s.plan.Empties++
	return s.choices.KeepEmpty
}

// keepsRef tells of a cell in the column of references, which never change.
func (s *session) keepsRef(w *wish, r *field.Record, c Cell) bool {
	if w.given || strings.EqualFold(text.OneLine(w.text), r.Ref) || text.OneLine(w.text) == "" {
		return false
	}
	c.Column, c.Before, c.Why = refHeading, r.Ref, "Referensen sätts av programmet och ändras inte."
	s.leave(c)
	return false
}

// saysSame says that a cell holds just what copies of ours, or the list, show there.
func (s *session) saysSame(w *wish, r *field.Record, now field.Value) bool {
	f := w.col.Field
	if blank(s.w, f, w.text) {
		w.text = ""
		return field.IsEmpty(now)
	}
	if field.IsEmpty(now) {
		return !f.Editable() && text.Clean(w.text) == text.Clean(f.Blank(s.w, r))
	}
	is := text.Clean(w.text)
	return is == text.Clean(f.Exact(s.w, now)) || !f.Editable() && is == text.Clean(f.Read(s.w, r, w.col.Year))
}

// same says that a field holds a value already: a role those persons today.
func (s *session) same(f *field.Field, now, v field.Value) bool {
	if !f.IsHeld() {
		return field.Equal(now, v)
	}
	return slices.Equal(field.Current(now, s.w.Today()), field.Current(v, s.w.Today()))
}

// cellOf is a wish as it is shown, with what stands there now.
func (s *session) cellOf(w *wish, r *field.Record) Cell {
	c := Cell{Row: w.row, place: w.place, Record: r.ID, Name: field.Called(r, s.w.Get), After: text.OneLine(w.text)}
	if w.col.Field != nil {
		c.Column, c.Before = w.col.Phrase(s.w), w.col.Field.Show(s.w, w.col.Field.Value(s.w, r, w.col.Year))
	}
	return c
}

// told is an error of one cell, of a block whose other cells go in.
func told(err error) string {
	if fault.CodeOf(err) == fault.Internal {
		return "Värdet kunde inte läsas."
	}
	return strings.ReplaceAll(err.Error(), " Inget har ändrats.", "")
}
