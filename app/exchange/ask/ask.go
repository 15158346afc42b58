// Package ask is what people are told and asked while a workbook is read: what
// couldn't be read or only with a reservation, and what isn't guessed in
// silence.
package ask

import (
	"context"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
)

// Issue is something about a cell that the user should know.
type Issue struct {
	Row                    int
	Column, Value, Message string
	ID                     string // names what the text means, for the user to say; "" where nothing can be said of it
}

// Option is one answer to a question.
type Option struct{ Key, Label string }

// Question is something that isn't guessed in silence.
type Question struct {
	ID      string // the same when the same file is read again
	Row     int    // the first that it is about; 0 for none
	Rows    []int  // all of them
	Lasting bool   // the answer holds for other files too, and is remembered
	Text    string
	Options []Option
	Answer  string // chosen option; empty: unanswered
	Effect  string // Swedish: what happens while it is unanswered
}

// Part is a part of a workbook that may be left unread.
type Part string

// The parts.
const (
	SheetPart   Part = "sheet"
	ColumnPart  Part = "column" // one without a heading, or hidden
	RowPart     Part = "row"    // one that is hidden or struck out
	TablePart   Part = "table"  // beside or below the one that is read
	CommentPart Part = "comment"
)

// Unread is a part of the workbook that isn't read, or is read though somebody has put
// it aside, and what to do about it.
type Unread struct {
	Part  Part
	Sheet string
	Name  string // the sheet's or the heading's, or the cell: "B5"
	Row   int    // of a row or a comment
	Why   string // Swedish: what it is and what was done

	// What may be done with it instead, for a part that says so; it needs no answer.
	ID      string
	Options []Option
	Answer  string // chosen option; empty: what Why says
}

// Said is what is told and asked about a sheet.
type Said struct {
	Errors    []Issue // cells that couldn't be read
	Remarks   []Issue // what was read with a reservation
	Questions []Question
	Unread    []Unread
	Meant     []string // texts that the user has said what they mean, by name
}

// Pass tells of a part that isn't read.
func (s *Said) Pass(u Unread) { s.Unread = append(s.Unread, u) }

// Fail tells of a cell that couldn't be read.
func (s *Said) Fail(row int, column, value, message string) {
	s.Errors = append(s.Errors, Issue{Row: row, Column: column, Value: value, Message: sentence(message)})
}

// Remark tells of what was read with a reservation.
func (s *Said) Remark(row int, column, value, message string) {
	s.Remarks = append(s.Remarks, Issue{Row: row, Column: column, Value: value, Message: sentence(message)})
}

// sentence begins with a capital and ends with a full stop, whoever wrote it.
func sentence(s string) string {
	if s = text.Capital(s); s != "" && !strings.ContainsAny(s[len(s)-1:], ".?!:") {
		s += "."
	}
	return s
}

// Desk asks what is to be asked about a workbook, each question once.
type Desk struct {
	answers map[string]string // by question
	before  map[string]string // those that were given when other files were read
	rows    map[string][]int  // that each question is about
	holds   map[string]bool   // whether an answer from before still is one
	lasting []Kept
}

// NewDesk makes the desk of a workbook. Answers are what the user has chosen, by
// question; before what she chose when she read other files, and isn't asked again.
func NewDesk(answers, before map[string]string) *Desk {
	return &Desk{answers: answers, before: before, rows: map[string][]int{}, holds: map[string]bool{}}
}

// Key is the lasting name of a question or an answer, easy to give on a command line.
func Key(s string) string { return strings.ReplaceAll(s, " ", "_") }

// Answer is what the user has answered a question, now or before; "" for nothing.
func (d *Desk) Answer(id string) string {
	if a := d.answers[Key(id)]; a != "" {
		return a
	}
	return d.before[Key(id)]
}

// mostRows bounds how many rows a question names.
const mostRows = 10_000

// Kept is an answer that holds for other files too, with the words that people see.
type Kept struct{ Question, Answer, Words, Said string }

// Pose adds a question to what is said, unless it has been asked before, and gives its
// answer. One that was answered when another file was read isn't put, if the answer still
// is one of those to choose among.
func (d *Desk) Pose(to *Said, q Question, options func() []Option) (answer string) {
	q.ID = Key(q.ID)
	q.Answer = d.Answer(q.ID)
	if d.answers[q.ID] == "" && q.Answer != "" {
		if q.Lasting && d.stillHolds(q, options) {
			return q.Answer
		}
		q.Answer = ""
	}
	rows, asked := d.rows[q.ID]
	if q.Row != 0 && len(rows) < mostRows && (len(rows) == 0 || rows[len(rows)-1] != q.Row) {
		rows = append(rows, q.Row)
	}
	d.rows[q.ID] = rows
	if asked {
		return q.Answer
	}
	q.Options = options()
	to.Questions = append(to.Questions, q)
	for _, o := range q.Options {
		if q.Lasting && o.Key == q.Answer {
			d.lasting = append(d.lasting, Kept{q.ID, q.Answer, q.Text, o.Label})
		}
	}
	return q.Answer
}

// stillHolds says that the answer from before is among the options, which may be of what
// has been taken away since.
func (d *Desk) stillHolds(q Question, options func() []Option) bool {
	holds, known := d.holds[q.ID]
	if !known {
		holds = slices.ContainsFunc(options(), func(o Option) bool { return o.Key == q.Answer })
		d.holds[q.ID] = holds
	}
	return holds
}

// Offer tells of a part with which something else may be done, and gives the answer.
func (d *Desk) Offer(to *Said, u Unread) (answer string) {
	u.ID = Key(u.ID)
	u.Answer = d.Answer(u.ID)
	to.Pass(u)
	return u.Answer
}

// Rows gives questions the rows that they turned out to be about.
func (d *Desk) Rows(questions []Question) {
	for i := range questions {
		if rows := d.rows[questions[i].ID]; len(rows) > 0 {
			questions[i].Rows = rows
		}
	}
}

// Lasting are the answers given now that hold for other files too.
func (d *Desk) Lasting() []Kept { return d.lasting }

// mostQuoted is how much of a text a sentence quotes.
const mostQuoted = 60

// Short is as much of a text as a sentence quotes.
func Short(s string) string { return text.Shorten(s, mostQuoted) }

// Canceled is what is said when the user has stopped the reading.
func Canceled(ctx context.Context) error {
	return fault.Wrap(fault.Canceled, "Läsningen avbröts. Inget har ändrats.", ctx.Err())
}
