package identify

import (
	"fmt"
	"strconv"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
)

// The answers about rows that somebody has put aside. While there is none they are read.
const (
	readThem = "read"
	skipThem = "skip"
	retire   = "retire"
)

// tellPutAside tells of what somebody has hidden, struck out or commented on.
func (s *rows) tellPutAside() {
	s.hiddenRows()
	s.struckRows()
	s.struckCells()
	s.comments()
	if !s.t.Ours {
		s.columns()
	}
}

// those are the lines with data that something holds for.
func (s *rows) those(is func(*Line) bool) (out []*Line) {
	for _, l := range s.t.Lines {
		if !l.Skipped && is(l) {
			out = append(out, l)
		}
	}
	return out
}

func (s *rows) hiddenRows() {
	found := s.those(func(l *Line) bool { return l.Row.Hidden })
	if s.offerRows("hidden", found, "rad är dold", "rader är dolda") == skipThem {
		skipAll(found, "raden är dold i arbetsboken")
	}
}

func (s *rows) struckRows() {
	found := s.those(s.struck)
	out := s.t.Kind.Retiring
	var more []ask.Option
	if out != nil {
		more = append(more, ask.Option{Key: retire, Label: "Läs som " + text.Lower(out.Field.Show(s.t.d, out.Value))})
	}
	switch s.offerRows("struck", found, "rad är överstruken", "rader är överstrukna", more...) {
	case skipThem:
		skipAll(found, "raden är överstruken i arbetsboken")
	case retire:
		for _, l := range found {
			l.gives = append([]Given{{out.Field, out.Value}}, l.gives...)
			if c := s.t.Of(out.Field); c != nil {
				l.put(c.Index, sheet.Cell{})
			}
		}
	}
}

// struckCells tells of cells that are struck out in rows that aren't.
func (s *rows) struckCells() {
	names, first := s.namesStruck()
	if len(names) == 0 {
		return
	}
	why := "Cellen är överstruken i arbetsboken. Den läses som de andra; töm den där om den inte gäller."
	if len(names) > 1 {
		why = "Cellerna är överstrukna i arbetsboken. De läses som de andra; töm dem där om de inte gäller."
	}
	name := strings.Join(names[:min(len(names), mostNumbers)], ", ")
	if len(names) > mostNumbers {
		name += " …"
	}
	s.t.Pass(ask.Unread{Part: ask.RowPart, Sheet: s.t.Sheet.Name, Name: name, Row: first, Why: why})
}

// namesStruck are the first of those cells, and the row of the first.
func (s *rows) namesStruck() (names []string, first int) {
	for _, l := range s.t.Lines {
		if l.Skipped || s.struck(l) {
			continue
		}
		for i := range l.Row.Cells {
			if c := &l.Row.Cells[i]; !c.Struck || read.IsBlank(*c) {
				continue
			}
			if len(names) == 0 {
				first = l.Row.Number
			}
			if names = append(names, sheet.Letters(i)+strconv.Itoa(l.Row.Number)); len(names) > mostNumbers {
				return names, first
			}
		}
	}
	return names, first
}

// offerRows tells how rows are put aside, if there are any, and gives the answer to what
// to do with them.
func (s *rows) offerRows(how string, found []*Line, one, many string, more ...ask.Option) (answer string) {
	if len(found) == 0 {
		return ""
	}
	they, them := "De", "dem"
	if len(found) == 1 {
		they, them = "Den", "den"
	}
	return s.t.desk.Offer(&s.t.Said, ask.Unread{
		ID: how + ":" + s.t.Kind.Plural, Part: ask.RowPart, Sheet: s.t.Sheet.Name, Name: numbersOf(found), Row: found[0].Row.Number,
		Why:     text.Plural(len(found), one, many) + " i arbetsboken. " + they + " läses som de andra.",
		Options: append([]ask.Option{{Key: readThem, Label: "Läs " + them}, {Key: skipThem, Label: "Hoppa över"}}, more...),
	})
}

// struck says that the name of a row, or what stands first in one without, is struck out.
func (s *rows) struck(l *Line) bool {
	if s.title >= 0 {
		return l.Row.At(s.title).Struck
	}
	return l.Row.At(read.FirstFilled(l.Row)).Struck
}

func skipAll(lines []*Line, reason string) {
	for _, l := range lines {
		l.Skip(reason)
	}
}

// mostNumbers is how many rows are named one by one.
const mostNumbers = 20

// numbersOf names rows: "rad 4", "rad 4, 7–9".
func numbersOf(lines []*Line) string {
	var parts []string
	for i := 0; i < len(lines) && len(parts) < mostNumbers; {
		j := i
		for j+1 < len(lines) && lines[j+1].Row.Number == lines[j].Row.Number+1 {
			j++
		}
		s := strconv.Itoa(lines[i].Row.Number)
		if j > i {
			s += "–" + strconv.Itoa(lines[j].Row.Number)
		}
		parts = append(parts, s)
		i = j + 1
	}
	s := "rad " + strings.Join(parts, ", ")
	if len(parts) == mostNumbers {
		s += " …"
	}
	return s
}

// mostComments is how many comments are told of one by one.
const mostComments = 100

// comments keeps what is written on a row's cells with its record, and tells of it.
func (s *rows) comments() {
	if len(s.t.Sheet.Comments) == 0 {
		return
	}
	told := 0
	byRow := map[int]*Line{}
	for _, l := range s.t.Lines {
		byRow[l.Row.Number] = l
	}
	for _, c := range s.t.Sheet.Comments {
		said := text.OneLine(c.Text)
		if said == "" {
			continue
		}
		why := "Kommentaren läses inte: ”" + ask.Short(said) + "”"
		if l := byRow[c.Row]; l != nil && !l.Skipped {
			l.addNote("Kommentar till "+s.label(c.Column), said)
			why = "Kommentaren behålls som anteckning till raden: ”" + ask.Short(said) + "”"
		}
		if told++; told <= mostComments {
			s.t.Pass(ask.Unread{Part: ask.CommentPart, Sheet: s.t.Sheet.Name, Name: sheet.Letters(c.Column) + strconv.Itoa(c.Row), Row: c.Row, Why: why})
		}
	}
	if told > mostComments {
		s.t.Pass(ask.Unread{Part: ask.CommentPart, Sheet: s.t.Sheet.Name, Why: fmt.Sprintf("Ytterligare %s behandlas likadant.", text.Plural(told-mostComments, "kommentar", "kommentarer"))})
	}
}

// columns tells of those that have no heading and aren't read, and of those that are
// hidden and are.
func (s *rows) columns() {
	for i := range s.t.Columns {
		c := &s.t.Columns[i]
		if c.Heading == "" && c.Field == nil && !c.Reference && len(c.Samples) > 0 {
			s.t.Pass(ask.Unread{Part: ask.ColumnPart, Sheet: s.t.Sheet.Name, Name: "kolumn " + sheet.Letters(c.Index),
				Why: "Kolumnen har ingen rubrik och läses inte. I den står bland annat ”" + ask.Short(c.Samples[0]) + "”."})
		}
	}
	for _, at := range s.t.Sheet.Unseen {
		if c := s.column(at); c != nil && c.Heading != "" && len(c.Samples) > 0 {
			why := "Kolumnen är dold i arbetsboken. Den läses som de andra."
			if c.Field == nil && !c.Reference {
				why = "Kolumnen är dold i arbetsboken. Den läses inte."
			}
			s.t.Pass(ask.Unread{Part: ask.ColumnPart, Sheet: s.t.Sheet.Name, Name: c.Label, Why: why})
		}
	}
}
