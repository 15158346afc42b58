package match

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// laid is a sheet as it is best read, and what its name says.
type laid struct {
	*Layout
	table table
	title titled
	names map[string]bool // that it lists; made when it is asked for
}

// several lays out the sheets that go together: the one that is most like a list, and
// those that list the same, or clearly something else. The others are named.
func (s *matching) several(sheets []*sheet.Sheet) ([]*Layout, []ask.Unread, error) {
	all, err := s.lay(sheets)
	if err != nil {
		return nil, nil, err
	}
	main := slices.MinFunc(all, likelier)
	if err := main.barred(); err != nil {
		return nil, nil, err
	}
	if err = s.settleName(main.Layout); err == nil {
		err = main.complain()
	}
	if err != nil {
		return []*Layout{main.Layout}, nil, err
	}
	var out []*laid
	var unread []ask.Unread
	for _, l := range all {
		if why := s.outside(main, l); why != "" {
			unread = append(unread, l.unread(why))
			continue
		}
		out = append(out, l)
	}
	out, old := s.newest(out)
	s.byNames(out)
	kinds := s.w.Kinds()
	slices.SortStableFunc(out, func(a, b *laid) int { return slices.Index(kinds, a.Kind) - slices.Index(kinds, b.Kind) })
	var layouts []*Layout
	for _, l := range out {
		l.tellTurned()
		l.tellYears()
		l.tellGuessed()
		l.tellTaken()
		layouts = append(layouts, l.Layout)
	}
	return layouts, append(unread, old...), nil
}

// lay lays out each table of the sheets as it is best read.
func (s *matching) lay(sheets []*sheet.Sheet) (all []*laid, err error) {
	for _, sh := range sheets {
		for _, t := range s.tables(sh) {
			l, err := s.best(t.Sheet)
			if err != nil {
				return nil, err
			}
			l.lying = t.lying
			all = append(all, &laid{Layout: l, table: t, title: titleOf(whole(sh.Name, t.Sheet.Rows[:max(l.Header, 0)]))})
		}
	}
	return all, nil
}

// likelier orders tables by how likely they are the main one.
func likelier(a, b *laid) int {
	if a.usable() && b.usable() && a.title.old() != b.title.old() {
		return order(a.title.old(), b.title.old())
	}
	return better(a.Layout, b.Layout)
}

func (t titled) old() bool { return t.copy || t.aside }

// order puts what isn't before what is.
func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

func unreadSheet(name, why string) ask.Unread {
	return ask.Unread{Part: ask.SheetPart, Sheet: name, Name: name, Why: why}
}

// outside says, in Swedish, why a sheet isn't read with the main one; "" when it is.
func (s *matching) outside(main, l *laid) string {
	_, chosen := s.wants(l.Sheet)
	switch {
	case l == main || chosen && l.usable():
		return ""
	case s.o.HeaderRow != 0:
		return "Bladet är inte läst: raden med rubriker är vald för bladet ”" + main.Sheet.Name + "”. Importera det för sig."
	case l.title.aside:
		return "Bladet är inte läst: namnet säger att det är undanlagt. Välj bladet för att importera det."
	case l.lying != nil:
		return "Bladet är inte läst: tabellen i det ligger på tvären. Välj bladet för att se vad som går att göra."
	case l.Header < 0 || len(l.fields()) == 0:
		return "Bladet är inte läst: det är ingen lista som känns igen."
	case l.barred() != nil:
		return "Bladet är inte läst: det har inga rader under rubrikerna."
	case !l.usable() && l.Kind != main.Kind:
		return "Bladet är inte läst: det är ingen lista som känns igen. Välj bladet för att tala om vad det är."
	case !l.usable():
		return "Bladet är inte läst: det saknar en kolumn för ”" + l.missing() + "”. Välj bladet för att tala om vilken kolumn som är vilken."
	case !s.named(l.Layout):
		return "Bladet är inte läst: ingen rubrik säger säkert vilken kolumn som är ”" + l.missing() + "”. Välj bladet för att importera det."
	case !l.clear() && !(l.Kind == main.Kind && l.sameHeadings(main)):
		return "Bladet är inte läst: de flesta rubrikerna känns inte igen. Välj bladet för att importera det."
	}
	return ""
}

// wants gives the place of a sheet among those that the user has chosen.
func (s *matching) wants(sh *sheet.Sheet) (int, bool) {
	i := slices.IndexFunc(s.o.Sheets(), func(name string) bool { return text.Key(name) == text.Key(sh.Name) })
	return i, i >= 0
}

// missing is the label of what a row says nothing without.
func (l *laid) missing() string {
	for _, f := range neededOf(l.Kind) {
		if l.Of(f) == nil {
			return f.Label
		}
	}
	return neededOf(l.Kind)[0].Label
}

// named says that headings, which the content doesn't speak against, say what the rows
// are about.
func (s *matching) named(l *Layout) bool {
	for _, f := range neededOf(l.Kind) {
		c := l.Of(f)
		if c == nil || !c.Said() || c.Trust() == Unsure {
			return false
		}
	}
	if len(l.Kind.Vital) > 0 {
		return true
	}
	return !s.looksOf(l, l.Of(l.Kind.Title())).UnlikeNames()
}

// fields are those that the columns are, each with its year.
func (l *Layout) fields() map[field.Column]bool {
	out := map[field.Column]bool{}
	for _, c := range l.Columns {
		if c.Field != nil {
			out[field.Column{Field: c.Field, Year: c.Year}] = true
		}
	}
	return out
}

// sameHeadings says that most of a sheet's headings are those of another.
func (l *laid) sameHeadings(other *laid) bool {
	has := map[string]bool{}
	for _, c := range other.Columns {
		has[c.heading.Key()] = true
	}
	same, n := 0, 0
	for _, c := range l.Columns {
		if c.Heading != "" {
			n++
			if has[c.heading.Key()] {
				same++
			}
		}
	}
	return 3*same >= 2*n
}

// hidden names the sheets that are hidden, and those that explain the workbook by their
// names, which nobody has asked to have read. The tables are those that were looked at.
func (s *matching) hidden(book *sheet.Book, tables []*sheet.Sheet) (out []ask.Unread) {
	for i := range book.Sheets {
		sh := &book.Sheets[i]
		switch {
		case len(sh.Rows) == 0 || read.IsOurs(sh) || len(s.o.Sheets()) > 0:
		case sh.Hidden:
			out = append(out, unreadSheet(sh.Name, "Bladet är dolt och inte läst. Välj det för att importera det."))
		case !slices.Contains(tables, sh) && read.Explains(sh):
			out = append(out, unreadSheet(sh.Name, "Bladet är inte läst: namnet säger att det förklarar arbetsboken. Välj bladet för att importera det."))
		}
	}
	return out
}

// listed are the names in a sheet.
func (l *laid) listed() map[string]bool {
	if l.names != nil {
		return l.names
	}
	l.names = map[string]bool{}
	if c := l.Of(l.Kind.Title()); c != nil {
		for _, r := range l.Rows() {
			if key := text.Key(r.At(c.Index).Text); key != "" {
				l.names[key] = true
			}
		}
	}
	return l.names
}

// How much of the shorter of two lists stands in the other before they are taken for
// editions of one.
const mostShared = 0.6

// newest parts the editions of a list from each other: the newest, of those that are
// as new the first, is read and the others are named.
func (s *matching) newest(all []*laid) (out []*laid, old []ask.Unread) {
	ranked := slices.Clone(all)
	slices.SortStableFunc(ranked, func(a, b *laid) int {
		if c := order(a.title.old(), b.title.old()); c != 0 {
			return c
		}
		return 100*(b.title.year-a.title.year) + b.title.month - a.title.month
	})
	keep := map[*laid]bool{}
	for i, l := range ranked {
		keep[l] = true
		if _, chosen := s.wants(l.Sheet); chosen {
			continue
		}
		for _, first := range ranked[:i] {
			if keep[first] && s.edition(first, l) {
				keep[l] = false
				old = append(old, l.unread(fmt.Sprintf("Bladet är inte läst: det ser ut som en annan upplaga av ”%s”, som är läst. Välj bladet för att importera det.", first.Sheet.Name)))
				break
			}
		}
	}
	return slices.DeleteFunc(all, func(l *laid) bool { return !keep[l] }), old
}

// edition says that two sheets are editions of one list.
func (s *matching) edition(a, b *laid) bool {
	if a.Kind != b.Kind || a.years(b) || s.ofUnit(a) && s.ofUnit(b) && a.title.stem() != b.title.stem() {
		return false
	}
	same, x, y := 0, a.listed(), b.listed()
	for n := range x {
		if y[n] {
			same++
		}
	}
	if a.title.stem() == b.title.stem() && (a.title.year != b.title.year || a.title.month != b.title.month || same > 0 && a.title.copy != b.title.copy) {
		return true
	}
	return same > 0 && float64(same) >= mostShared*float64(min(len(x), len(y))) && !a.beside(b)
}

// years says that two sheets have the amounts of a year each: amounts that no heading
// says the year of, in sheets that are called by a year.
func (l *laid) years(other *laid) bool {
	return l.title.year != 0 && other.title.year != 0 && l.title.year != other.title.year && l.bareAmounts() && other.bareAmounts()
}

func (l *laid) bareAmounts() bool {
	return slices.ContainsFunc(l.Columns, func(c Column) bool { return c.Field != nil && c.Field.Yearly && c.heading.Year == 0 })
}

// beside says that two sheets say different things of the same: nothing but what tells
// the rows apart stands in both.
func (l *laid) beside(other *laid) bool {
	theirs := other.fields()
	for c := range l.fields() {
		if theirs[c] && c.Field != l.Kind.Title() && c.Field != l.Kind.Home() && c.Field != l.Kind.Number && !slices.Contains(l.Kind.Identity, c.Field) {
			return false
		}
	}
	return true
}
