package main

import (
	"fmt"
	"io"
	"strconv"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/match"
)

// imported is the result of an import as machines read it.
type imported struct {
	Kind       string       `json:"kind"`
	Sheet      string       `json:"sheet"`
	HeaderRow  int          `json:"header_row"`
	RowsRead   int          `json:"rows_read"`
	New        int          `json:"new"`
	Changed    int          `json:"changed"`
	Unchanged  int          `json:"unchanged"`
	Skipped    []skippedRow `json:"skipped"`
	Errors     []issue      `json:"errors"`
	Columns    []matched    `json:"columns"`
	NewUnits   []string     `json:"new_units"`
	NewPersons []string     `json:"new_persons"`
	Remarks    []issue      `json:"remarks"`
	Questions  []askedOf    `json:"questions"`
	Sheets     []imported   `json:"sheets,omitempty"`
}

type skippedRow struct {
	Row    int    `json:"row"`
	Reason string `json:"reason"`
}

type issue struct {
	Row     int    `json:"row"`
	Column  string `json:"column"`
	Value   string `json:"value"`
	Message string `json:"message"`
}

type matched struct {
	Heading   string  `json:"heading"`
	Field     *string `json:"field"` // null: no field of ours; "+": kept as a free field; "ref": says which record a row is
	Certainty float64 `json:"certainty"`
}

type askedOf struct {
	ID      string      `json:"id"`
	Row     int         `json:"row"`
	Text    string      `json:"text"`
	Options []askedWhat `json:"options"`
	Answer  string      `json:"answer"`
	Effect  string      `json:"effect"`
}

type askedWhat struct {
	Key   string `json:"key"`
	Label string `json:"label"`
}

func resultOf(r *intake.Result) imported {
	out := imported{Sheet: r.Sheet, HeaderRow: r.HeaderRow, RowsRead: r.RowsRead, New: r.New, Changed: r.Changed, Unchanged: r.Unchanged,
		Skipped: []skippedRow{}, Errors: issues(r.Errors), Columns: []matched{}, NewUnits: orNone(r.NewUnits), NewPersons: orNone(r.NewPersons),
		Remarks: issues(r.Remarks), Questions: []askedOf{}}
	if r.Kind != nil {
		out.Kind = r.Kind.Plural
	}
	for _, row := range r.Skipped() {
		out.Skipped = append(out.Skipped, skippedRow{row.Number, row.Reason})
	}
	for _, c := range r.Columns {
		out.Columns = append(out.Columns, matched{c.Heading, keyOf(c), c.Certainty})
	}
	for _, q := range r.Questions {
		a := askedOf{ID: q.ID, Row: q.Row, Text: q.Text, Options: []askedWhat{}, Answer: q.Answer, Effect: q.Effect}
		for _, o := range q.Options {
			a.Options = append(a.Options, askedWhat(o))
		}
		out.Questions = append(out.Questions, a)
	}
	for _, s := range r.Sheets {
		out.Sheets = append(out.Sheets, resultOf(s))
	}
	return out
}

func keyOf(c match.Column) *string {
	switch {
	case c.Keep:
		return some("+")
	case c.Reference:
		return some(export.RefKey)
	case c.Field == nil:
		return nil
	case c.Year != 0:
		return some(c.Field.Key + ":" + strconv.Itoa(c.Year))
	}
	return some(c.Field.Key)
}

func issues(in []ask.Issue) []issue {
	out := make([]issue, 0, len(in))
	for _, i := range in {
		out = append(out, issue(i))
	}
	return out
}

func orNone(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

// told is how many of each sort of line people are shown.
const told = 20

// tell writes the result for people.
func tell(w io.Writer, r *intake.Result, dryRun bool) {
	if len(r.Sheets) > 0 {
		for _, s := range r.Sheets {
			say(w, "Bladet ”%s” (%s): %s\n", s.Sheet, manyOf(s), counts(s))
		}
		say(w, "Tillsammans: %s\n", counts(r))
	} else {
		say(w, "Bladet ”%s”, rubriker på rad %d, lästes som %s.\n%s\n", r.Sheet, r.HeaderRow, manyOf(r), counts(r))
	}
	sheets := r.Sheets
	if len(sheets) == 0 {
		sheets = []*intake.Result{r}
	}
	for _, s := range sheets {
		tellColumns(w, s)
	}
	lines(w, "Nya enheter", r.NewUnits)
	lines(w, "Nya personer", r.NewPersons)
	var skipped, errors, remarks []string
	for _, row := range r.Skipped() {
		skipped = append(skipped, fmt.Sprintf("rad %d: %s", row.Number, row.Reason))
	}
	for _, i := range r.Errors {
		errors = append(errors, fmt.Sprintf("rad %d, %s: %s", i.Row, i.Column, i.Message))
	}
	for _, i := range r.Remarks {
		remarks = append(remarks, fmt.Sprintf("rad %d, %s: %s", i.Row, i.Column, i.Message))
	}
	lines(w, "Överhoppade rader", skipped)
	lines(w, "Celler som inte gick att läsa", errors)
	lines(w, "Lästa med förbehåll", remarks)
	for _, q := range r.Questions {
		tellQuestion(w, q)
	}
	switch {
	case dryRun:
		say(w, "\nInget har ändrats (--dry-run).\n")
	case len(r.Changes) == 0:
		say(w, "\nInget att ändra.\n")
	default:
		say(w, "\nInläst. Går att ångra med itpctl undo.\n")
	}
}

func manyOf(r *intake.Result) string {
	if r.Kind == nil {
		return "okänt"
	}
	return r.Kind.Many
}

func counts(r *intake.Result) string {
	return fmt.Sprintf("%s: %s, %s, %s, %s.", text.Plural(r.RowsRead, "rad läst", "rader lästa"), text.Plural(r.New, "ny", "nya"),
		text.Plural(r.Changed, "ändrad", "ändrade"), text.Plural(r.Unchanged, "oförändrad", "oförändrade"), text.Plural(len(r.Skipped()), "överhoppad", "överhoppade"))
}

func tellColumns(w io.Writer, r *intake.Result) {
	var unsure, kept, left []string
	for _, c := range r.Columns {
		switch {
		case c.Keep:
			kept = append(kept, c.Heading)
		case c.Field == nil && c.Why == "" && c.Heading != "":
			left = append(left, c.Heading)
		case c.Trust() == match.Likely || c.Trust() == match.Unsure:
			unsure = append(unsure, fmt.Sprintf("%s → %s (%s: %s)", c.Heading, c.Field.Label, c.Trust().Label(), c.Why))
		}
	}
	lines(w, "Osäkra kolumner", unsure)
	lines(w, "Kolumner som behålls som egna fält", kept)
	lines(w, "Kolumner utan fält, som inte läses in (--keep behåller dem som egna fält)", left)
}

func tellQuestion(w io.Writer, q ask.Question) {
	say(w, "\nFråga %s", q.ID)
	if q.Row > 0 {
		say(w, " (rad %d)", q.Row)
	}
	say(w, ": %s\n", q.Text)
	for _, o := range q.Options {
		mark := " "
		if o.Key == q.Answer {
			mark = "✓"
		}
		say(w, "  %s --answer \"%s=%s\"  %s\n", mark, q.ID, o.Key, o.Label)
	}
	if q.Answer == "" && q.Effect != "" {
		say(w, "    %s\n", q.Effect)
	}
}

func lines(w io.Writer, head string, all []string) {
	if len(all) == 0 {
		return
	}
	say(w, "\n%s:\n", head)
	for _, s := range all[:min(told, len(all))] {
		say(w, "  %s\n", s)
	}
	if len(all) > told {
		say(w, "  … och %s till\n", text.Count(len(all)-told))
	}
}
