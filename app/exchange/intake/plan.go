package intake

import (
	"context"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// session is one planning of a whole book; its sheets share what it knows.
type session struct {
	ctx      context.Context
	d        *draft
	o        Options
	units    *units
	people   *people
	matchers map[*field.Kind]*matcher
	linked   map[*field.Kind]*links
	exacts   map[*field.Kind]map[string]field.ID
	aliases  map[string]field.ID // what a file of our own calls a record: its ref or identity there
	costed   map[string]bool     // the records, by what our own export calls them, that its sheet of costs has rows of
	desk     *ask.Desk
	named    map[string][]org.Mention // by cell text
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
	d := newDraft(w)
	s := &session{ctx: ctx, d: d, o: o, units: newUnits(d), people: newPeople(d), progress: progress,
		matchers: map[*field.Kind]*matcher{}, linked: map[*field.Kind]*links{}, exacts: map[*field.Kind]map[string]field.ID{},
		aliases: map[string]field.ID{}, costed: map[string]bool{}, desk: ask.NewDesk(o.Answers), named: map[string][]org.Mention{}}
	layouts, err := s.layouts(book)
	if err != nil {
		return s.understood(book, layouts), err
	}
	res := &Result{Sheetnames: read.SheetNames(book)}
	for i, l := range layouts {
		part, err := s.read(l, float64(i)/float64(len(layouts)), 1/float64(len(layouts)))
		if err != nil {
			return nil, err
		}
		part.Sheetnames = res.Sheetnames
		if len(layouts) == 1 {
			res = part
		} else {
			res.add(part)
		}
	}
	s.finish(res)
	progress(1)
	return res, s.d.err
}

// understood is what can be said of a sheet that can't be read.
func (s *session) understood(book *sheet.Book, layouts []*layout) *Result {
	if len(layouts) == 0 || layouts[0].header < 0 {
		return nil
	}
	res := s.resultOf(layouts[0])
	res.Sheetnames = read.SheetNames(book)
	res.Columns = layouts[0].columns()
	return res
}

// layouts decides which sheets to read and how.
func (s *session) layouts(book *sheet.Book) ([]*layout, error) {
	if ours := s.ourLayouts(book); len(ours) > 0 {
		return ours, nil
	}
	best, err := s.bestLayout(book)
	if best == nil {
		return nil, err
	}
	return []*layout{best}, err
}

// bestLayout finds the sheet and the kind that match best.
func (s *session) bestLayout(book *sheet.Book) (*layout, error) {
	sheets, err := read.Candidates(book, s.o.Sheet)
	if err != nil {
		return nil, err
	}
	kinds := importable(s.d)
	if s.o.Kind != nil {
		kinds = []*field.Kind{s.o.Kind}
	}
	var all []*layout
	for _, sh := range sheets {
		for _, k := range kinds {
			if s.ctx.Err() != nil {
				return nil, canceled(s.ctx)
			}
			l := s.layOut(sh, k, -1, nil)
			if s.o.Kind == nil && !k.Common && !l.clear() {
				continue
			}
			all = append(all, l)
		}
	}
	slices.SortStableFunc(all, better)
	best := all[0]
	if err := s.settleName(best); err != nil {
		return best, err
	}
	return best, complain(best)
}

// clear says that most headings are the kind's own: what it takes for a sheet
// to be read as something that people seldom list.
func (l *layout) clear() bool {
	named, matched := 0, 0
	for _, c := range l.cols {
		if c.Heading != "" {
			named++
		}
		if c.Field != nil || c.Reference {
			matched++
		}
	}
	return matched >= 2 && float64(matched) >= 0.6*float64(named)
}

// complain says what is missing for a sheet to be read.
func complain(l *layout) error {
	switch {
	case l.header < 0:
		return fault.New(fault.Unreadable, "Ingen rubrikrad hittades i bladet ”"+l.sheet.Name+"”. Inget har ändrats. Ange vilken rad rubrikerna står på, eller välj ett annat blad.")
	case !l.usable():
		var names []string
		for _, f := range neededOf(l.kind) {
			names = append(names, "”"+f.Label+"”")
		}
		return fault.New(fault.Unreadable, "Bladet ”"+l.sheet.Name+"” saknar en kolumn för "+strings.Join(names, " och ")+". Inget har ändrats. Ange vilken rad rubrikerna står på, eller vilken kolumn som är vilken.")
	}
	return nil
}

func canceled(ctx context.Context) error {
	return fault.Wrap(fault.Canceled, "Läsningen avbröts. Inget har ändrats.", ctx.Err())
}

// add puts a sheet's result into the whole.
func (r *Result) add(part *Result) {
	if len(r.Sheets) == 0 {
		r.Kind, r.Sheet, r.HeaderRow, r.Unit, r.Year = part.Kind, part.Sheet, part.HeaderRow, part.Unit, part.Year
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
}

// finish hands over the changes and names who and what is new.
func (s *session) finish(r *Result) {
	r.Changes = s.d.changes()
	for _, id := range s.units.added {
		r.NewUnits = append(r.NewUnits, org.Path(s.d, id))
	}
	for _, id := range s.people.added {
		r.NewPersons = append(r.NewPersons, s.d.Get(id).Name())
	}
}

func (s *session) matcher(k *field.Kind) *matcher {
	if s.matchers[k] == nil {
		s.matchers[k] = newMatcher(s.d, k)
	}
	return s.matchers[k]
}

func (s *session) links(k *field.Kind) *links {
	if s.linked[k] == nil {
		s.linked[k] = newLinks(s.d, k)
	}
	return s.linked[k]
}

// year is that of amounts without one.
func (s *session) year() int {
	if s.o.Year != 0 {
		return s.o.Year
	}
	return s.d.PlanYear()
}
