package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/match"
)

// told is how many of each sort of line people are shown.
const told = 20

// tell writes the result for people.
func tell(w io.Writer, r *intake.Result, dryRun bool) {
	if len(r.Sheets) > 0 {
		for _, s := range r.Sheets {
			if s.RowsRead == 0 {
				continue
			}
			say(w, "Bladet ”%s” (%s): %s\n", s.Sheet, manyOf(s), counts(s))
		}
		say(w, "Tillsammans: %s\n", counts(r))
	} else {
		say(w, "Bladet ”%s”, rubriker på rad %d, lästes som %s.\n%s\n", r.Sheet, r.HeaderRow, manyOf(r), counts(r))
	}
	sheets := partsOf(r)
	for _, s := range sheets {
		tellColumns(w, s, len(sheets) > 1)
	}
	for _, m := range r.Made {
		lines(w, "Nya "+m.Kind.Many, m.Names)
	}
	tellRows(w, sheets)
	tellUnread(w, r)
	tellGone(w, r)
	for _, q := range r.Questions {
		tellQuestion(w, q)
	}
	switch {
	case dryRun:
		say(w, "\nInget har ändrats (--dry-run).\n")
	case len(r.Changes) == 0:
		say(w, "\nInget att ändra.\n")
	default:
		say(w, "\nImporterat. Går att ångra med itpctl undo.\n")
	}
}

// tellRows tells of the rows that are passed over, and of the cells that couldn't be read
// or only with a reservation, with the sheet when there are several. The same sentence of
// a column is written once, with its rows.
func tellRows(w io.Writer, sheets []*intake.Result) {
	var skipped, errors, remarks []string
	for _, s := range sheets {
		place := placer(len(sheets) > 1, s.Sheet)
		var passed []ask.Issue
		for _, row := range s.Skipped() {
			passed = append(passed, ask.Issue{Row: row.Number, Message: row.Reason})
		}
		skipped, errors, remarks = append(skipped, sentences(passed, place)...), append(errors, sentences(s.Errors, place)...), append(remarks, sentences(s.Remarks, place)...)
	}
	lines(w, "Överhoppade rader", skipped)
	lines(w, "Celler som inte gick att läsa", errors)
	tellMeaning(w, sheets)
	lines(w, "Lästa med förbehåll", remarks)
}

// sentences are what is said of columns, each once with all the rows that it is said of.
func sentences(issues []ask.Issue, place func(rows []int, column, message string) string) []string {
	said := slices.Clone(issues)
	for i := range said {
		said[i].ID, said[i].Value = "", "" // the message tells what people need of it
	}
	var out []string
	for _, g := range ask.Groups(said) {
		out = append(out, place(g.Rows, g.Column, g.Message))
	}
	return out
}

// placer says where in the workbook something is: "Skola, rad 3, Avtal till: …". What
// is about a whole sheet has no row.
func placer(several bool, sheet string) func(rows []int, column, message string) string {
	return func(rows []int, column, message string) string {
		var at []string
		if several {
			at = append(at, sheet)
		}
		if len(rows) > 0 {
			at = append(at, rowsNamed(rows))
		}
		if column != "" {
			at = append(at, column)
		}
		if len(at) == 0 {
			return message
		}
		return strings.Join(at, ", ") + ": " + message
	}
}

// tellUnread names what of the workbook isn't read.
func tellUnread(w io.Writer, r *intake.Result) {
	var unread []string
	for _, u := range r.Unread {
		name := u.Name
		if name == "" {
			name = u.Sheet
		}
		var rows []int
		if u.Row > 0 && u.Part != ask.RowPart { // whose name says all of them
			rows = []int{u.Row}
		}
		unread = append(unread, placer(u.Sheet != "" && u.Part != ask.SheetPart, u.Sheet)(rows, name, u.Why))
		for _, o := range u.Options {
			unread = append(unread, fmt.Sprintf("  --answer \"%s=%s\"  %s", u.ID, o.Key, o.Label))
		}
	}
	lines(w, "Inte läst, eller läst fast någon har lagt det åt sidan", unread)
}

// tellGone writes what the list no longer has.
func tellGone(w io.Writer, r *intake.Result) {
	var names []string
	for _, m := range r.Gone {
		names = append(names, strings.TrimSpace(m.Ref+" "+m.Name))
	}
	head := "Borta ur listan: " + text.Count(len(names))
	switch {
	case r.Retired && len(names) == 1:
		head += ", märkt som ur bruk"
	case r.Retired:
		head += ", märkta som ur bruk"
	}
	lines(w, head, names)
}

// tellMeaning says how to say what a text that couldn't be read means.
func tellMeaning(w io.Writer, sheets []*intake.Result) {
	for _, s := range sheets {
		for _, g := range ask.Groups(s.Errors) {
			if g.ID != "" {
				say(w, "  Säg vad en text betyder med till exempel --answer \"%s=TEXT\"; %s lämnar den tom.\n", g.ID, ask.Empty)
				return
			}
		}
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

func tellColumns(w io.Writer, r *intake.Result, several bool) {
	in := ""
	if several {
		in = " i ”" + r.Sheet + "”"
	}
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
	lines(w, "Osäkra kolumner"+in, unsure)
	lines(w, "Kolumner"+in+" som behålls som egna fält", kept)
	lines(w, "Kolumner"+in+" utan fält, som inte importeras (--keep behåller dem som egna fält)", left)
}

// mostRows is how many of several rows are written out.
const mostRows = 5

// rowsNamed names rows: "rad 3, 5, 7 … (14 rader)".
func rowsNamed(rows []int) string {
	var out []string
	for _, n := range rows[:min(mostRows, len(rows))] {
		out = append(out, strconv.Itoa(n))
	}
	s := "rad " + strings.Join(out, ", ")
	if n := len(rows); n > mostRows {
		s += fmt.Sprintf(" … (%s)", text.Plural(n, "rad", "rader"))
	}
	return s
}

func tellQuestion(w io.Writer, q ask.Question) {
	say(w, "\nFråga %s", q.ID)
	if len(q.Rows) > 0 {
		say(w, " (%s)", rowsNamed(q.Rows))
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
