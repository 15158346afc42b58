// Package intake turns a workbook that was read into a plan of changes: which
// kind of thing each sheet lists, which field each column is, which records
// are new or changed and which rows are passed over and why. It is the door to
// the rooms that do so, in the order of the work: read, match and identify; here
// what a row says is laid against the record that it is about. It writes
// nothing; the plan's changes are carried out by the write path in app.
package intake

import (
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/identify"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
)

// Options are what the user has decided.
type Options = match.Choices

// Status is what would happen to a row.
type Status string

// The statuses.
const (
	New       Status = "new"
	Changed   Status = "changed"
	Unchanged Status = "unchanged"
	Skipped   Status = "skipped"
)

var statusLabels = map[Status]string{New: "ny", Changed: "ändras", Unchanged: "oförändrad", Skipped: "överhoppad"}

// Label is the status in Swedish.
func (s Status) Label() string { return statusLabels[s] }

// Cell is one changed cell in words.
type Cell struct {
	Column        string
	Field         *field.Field
	Before, After string
}

// Row is one data row and what would happen to it.
type Row struct {
	Number int // as the user sees it
	Status Status
	Role   identify.Role // in the list, of one that is passed over
	Reason string        // Swedish: why skipped, or what else is worth knowing
	Name   string
	Ref    string   // of the record it meets; empty for a new one
	Record field.ID // existing or to be made
	Cells  []Cell
}

// Result is the plan. RowsRead is always New + Changed + Unchanged + the
// skipped rows. For a workbook of several sheets Sheets has one result each
// and the numbers and lists here cover them all.
type Result struct {
	ask.Said
	Kind                              *field.Kind
	Sheet                             string
	HeaderRow                         int
	RowsRead, New, Changed, Unchanged int
	Rows                              []Row
	Columns                           []match.Column
	Made                              []identify.Made // what isn't there and is named, for every kind that some may be made of
	Changes                           []field.Change  // in order, as one transaction
	Sheets                            []*Result
	Gone                              []Missing  // what the list no longer has
	Retired                           bool       // that is marked as out of use
	Unit                              money.Unit // of bare amounts
	Year                              int        // of amounts without one
	YearFrom                          string     // Swedish: where it is said
	Sheetnames                        []string   // that the user may choose among
}

// Foreign is a complaint when no heading of the table is one that only lists of ours
// have, nor most of them such as they could have, so that what was matched is a guess:
// most likely the wrong file. Where the names are a guess too it takes a quarter of the
// headings. Nil when some heading was chosen by the user.
func (r *Result) Foreign() error {
	named, common, own, guessed := 0, 0, 0, false
	for _, s := range append([]*Result{r}, r.Sheets...) {
		for _, c := range s.Columns {
			guessed = guessed || c.Field == s.Kind.Title() && c.Field != nil && !c.Said()
			switch {
			case c.Said() && !c.Common && (c.Trust() == match.Chosen || c.Field == nil):
				return nil
			case c.Said() && !c.Common && !c.Unfit():
				own++
			case c.Said():
				common++
			}
			if c.Heading != "" {
				named++
			}
		}
	}
	if 2*common > named || own > 0 && (!guessed || 4*own >= named) {
		return nil
	}
	if common > 0 {
		return fault.New(fault.Unreadable, "Rubrikerna i bladet ”"+r.Sheet+"” säger inte vad det är en lista över, så det är nog fel fil. Inget har ändrats. Kontrollera filen, eller tala om vad den är och vilken kolumn som är vilken.")
	}
	return fault.New(fault.Unreadable, "Ingen rubrik i bladet ”"+r.Sheet+"” känns igen, så det är nog fel fil. Inget har ändrats. Kontrollera filen, eller tala om vad den är och vilken kolumn som är vilken.")
}

// Skipped are the rows that are passed over, with their reasons.
func (r *Result) Skipped() []Row {
	var out []Row
	for _, row := range r.Rows {
		if row.Status == Skipped {
			out = append(out, row)
		}
	}
	return out
}

// Signature identifies the headings, so that what the user decides about them
// can be remembered.
func (r *Result) Signature() string {
	headings := make([]string, len(r.Columns))
	for i, c := range r.Columns {
		headings[i] = c.Heading
	}
	return read.Signature(headings)
}
