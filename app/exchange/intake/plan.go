package intake

import (
	"context"
	"slices"

	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/identify"
	"itportfoljen/app/exchange/jsonform"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/lasting"
)

// session is one planning of a whole book; its sheets share what it knows.
type session struct {
	ctx      context.Context
	d        *identify.Draft
	dir      *identify.Directory
	desk     *ask.Desk
	o        Options
	listed   listed
	sources  sources
	listings []*listing
	careful  bool              // every row is held against the rules of several records
	met      map[field.ID]bool // records that a row has been about, when there are several sheets
	progress func(float64)
}

// Plan reads a book against the portfolio w and gives the changes that would
// bring it in. It stops when ctx is done. The error is for people: an empty
// book, no header row, no column with names. When it is for want of a column
// the result comes with it, to say what each column was taken for and let the
// user say what it is.
func Plan(ctx context.Context, w field.World, book *sheet.Book, o Options, progress func(float64)) (*Result, error) {
	if progress == nil {
		progress = func(float64) {}
	}
	book = jsonform.Book(w, book)
	res, broken, err := planned(ctx, w, book, o, progress, false)
	if broken == nil {
		return res, err
	}
	if res.RowsRead > mostCareful {
		return nil, broken
	}
	res, broken, err = planned(ctx, w, book, o, progress, true) // row by row, to find those that break it
	if err == nil && broken != nil {
		return nil, broken
	}
	return res, err
}

// mostCareful is how many rows a book may have for those to be found that together break a
// rule.
const mostCareful = 20_000

// planned plans once. Broken is the rule of several records that what is planned breaks.
func planned(ctx context.Context, w field.World, book *sheet.Book, o Options, progress func(float64), careful bool) (res *Result, broken, err error) {
	d := identify.NewDraft(w)
	s := &session{ctx: ctx, d: d, careful: careful, dir: identify.NewDirectory(d), desk: ask.NewDesk(o.Answers, lasting.Answers(w)), o: o, listed: listed{}, progress: progress}
	mark := match.Mark(book)
	if s.dir.Origin, err = origin(ctx, w, mark); err != nil {
		return nil, nil, err
	}
	layouts, unread, err := match.Layouts(ctx, d, book, o, s.dir, s.desk)
	if err != nil {
		return s.understood(book, layouts), nil, err
	}
	if s.dir.Origin == identify.Elsewhere {
		first := layouts[max(0, slices.IndexFunc(layouts, func(l *match.Layout) bool { return len(l.Rows()) > 0 }))]
		first.Remark(0, "", book.Name, fromElsewhere(w, book.Format, mark))
	}
	s.listed.note(layouts)
	s.dir.Hear(layouts)
	s.sources = newSources(layouts)
	if len(layouts) > 1 {
		s.met = map[field.ID]bool{}
	}
	if res, err = s.sheets(layouts, read.SheetNames(book)); err != nil {
		return nil, nil, err
	}
	res.Unread = append(append(res.Unread, unread...), left(book)...)
	res.note(book.Notes)
	s.findGone(res)
	s.desk.Rows(res.Questions)
	for _, part := range res.Sheets {
		s.desk.Rows(part.Questions)
	}
	if err := lasting.Keep(d.Tx, s.given()); err != nil {
		return nil, nil, err
	}
	res.Changes, res.Made = changes(d), d.Named()
	broken, err = s.broken(layouts), d.Err()
	if broken == nil && err == nil {
		res.Made = append(res.Made, follows(d)...)
	}
	res.tellHistory(d, res.Changes)
	progress(1)
	return res, broken, err
}

// sheets plans them one after the other, each on top of those before it.
func (s *session) sheets(layouts []*match.Layout, names []string) (*Result, error) {
	res := &Result{Sheetnames: names}
	for i, l := range layouts {
		part, err := s.sheet(l, float64(i)/float64(len(layouts)), 1/float64(len(layouts)))
		if err != nil {
			return nil, err
		}
		part.Sheetnames = names
		if len(layouts) == 1 {
			return part, nil
		}
		res.add(part)
		s.letGo(layouts[:i+1], layouts[i+1:], res)
	}
	return res, nil
}

// letGo lets go of the cells of sheets that aren't read again, not to be careful either:
// of a large book they are a third of what planning holds.
func (s *session) letGo(done, left []*match.Layout, res *Result) {
	if !s.o.Once || res.RowsRead <= mostCareful {
		return
	}
	for _, l := range done {
		if !slices.ContainsFunc(left, func(o *match.Layout) bool { return o.Sheet.Name == l.Sheet.Name }) {
			l.LetGo()
		}
	}
}

// note tells, as remarks, how the file was read.
func (r *Result) note(notes []sheet.Note) {
	remarks := make([]ask.Issue, 0, len(notes)+len(r.Remarks))
	for _, n := range notes {
		remarks = append(remarks, ask.Issue{Row: n.Row, Message: n.Text})
	}
	if len(r.Sheets) > 0 {
		r.Sheets[0].Remarks = append(slices.Clip(remarks), r.Sheets[0].Remarks...)
	}
	r.Remarks = append(remarks, r.Remarks...)
}

// left is what the book's reader has put in no sheet.
func left(book *sheet.Book) (out []ask.Unread) {
	for _, l := range book.Left {
		part := ask.ColumnPart
		if l.Name == l.Sheet {
			part = ask.SheetPart
		}
		out = append(out, ask.Unread{Part: part, Sheet: l.Sheet, Name: l.Name, Why: l.Why})
	}
	return out
}

// understood is what can be said of a sheet that can't be read.
func (s *session) understood(book *sheet.Book, layouts []*match.Layout) *Result {
	if len(layouts) == 0 || layouts[0].Header < 0 {
		return nil
	}
	res := s.resultOf(layouts[0])
	res.Sheetnames = read.SheetNames(book)
	res.Columns = layouts[0].Columns
	return res
}

// add puts a sheet's result into the whole.
func (r *Result) add(part *Result) {
	if len(r.Sheets) == 0 {
		r.Kind, r.Sheet, r.HeaderRow, r.Unit, r.Year, r.YearFrom = part.Kind, part.Sheet, part.HeaderRow, part.Unit, part.Year, part.YearFrom
	}
	r.Sheets = append(r.Sheets, part)
	r.RowsRead += part.RowsRead
	r.New += part.New
	r.Changed += part.Changed
	r.Unchanged += part.Unchanged
	r.Rows = append(r.Rows, part.Rows...)
	r.Errors = append(r.Errors, part.Errors...)
	r.Remarks = append(r.Remarks, part.Remarks...)
	r.Columns = append(r.Columns, part.Columns...)
	r.Questions = append(r.Questions, part.Questions...)
	r.Unread = append(r.Unread, part.Unread...)
	r.Meant = append(r.Meant, part.Meant...)
}

// given are the answers that the portfolio is to keep.
func (s *session) given() []lasting.Given {
	var out []lasting.Given
	for _, k := range s.desk.Lasting() {
		out = append(out, lasting.Given(k))
	}
	return out
}
