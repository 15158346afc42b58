// Package ask is what people are told and asked while a workbook is read: what
// couldn't be read or only with a reservation, and what isn't guessed in
// silence.
package ask

import (
	"context"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
)

// Issue is something about a cell that the user should know.
type Issue struct {
	Row                    int
	Column, Value, Message string
}

// Option is one answer to a question.
type Option struct{ Key, Label string }

// Question is something that isn't guessed in silence.
type Question struct {
	ID      string // the same when the same file is read again
	Row     int
	Text    string
	Options []Option
	Answer  string // chosen option; empty: unanswered
	Effect  string // Swedish: what happens while it is unanswered
}

// Said is what is told and asked about a sheet.
type Said struct {
	Errors    []Issue // cells that couldn't be read
	Remarks   []Issue // what was read with a reservation
	Questions []Question
}

// Fail tells of a cell that couldn't be read.
func (s *Said) Fail(row int, column, value, message string) {
	s.Errors = append(s.Errors, Issue{row, column, value, message})
}

// Remark tells of what was read with a reservation.
func (s *Said) Remark(row int, column, value, message string) {
	s.Remarks = append(s.Remarks, Issue{row, column, value, message})
}

// Desk asks what is to be asked about a workbook, each question once.
type Desk struct {
	answers map[string]string // by question
	asked   map[string]bool
}

// NewDesk makes the desk of a workbook. Answers are what the user has chosen, by
// question.
func NewDesk(answers map[string]string) *Desk {
	return &Desk{answers: answers, asked: map[string]bool{}}
}

// key is a question's lasting name, easy to give on a command line.
func key(id string) string { return strings.ReplaceAll(id, " ", "_") }

// Answer is what the user has answered a question; "" for nothing.
func (d *Desk) Answer(id string) string { return d.answers[key(id)] }

// Pose adds a question to what is said, unless it has been asked before, and
// gives its answer.
func (d *Desk) Pose(to *Said, q Question, options func() []Option) string {
	q.ID = key(q.ID)
	q.Answer = d.answers[q.ID]
	if !d.asked[q.ID] {
		d.asked[q.ID] = true
		q.Options = options()
		to.Questions = append(to.Questions, q)
	}
	return q.Answer
}

// mostQuoted is how much of a text a sentence quotes.
const mostQuoted = 60

// Short is as much of a text as a sentence quotes.
func Short(s string) string { return text.Shorten(s, mostQuoted) }

// Canceled is what is said when the user has stopped the reading.
func Canceled(ctx context.Context) error {
	return fault.Wrap(fault.Canceled, "Läsningen avbröts. Inget har ändrats.", ctx.Err())
}
