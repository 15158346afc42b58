package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/exchange/identify"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/match"
)

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

// group is a text that couldn't be read, with all rows where it stands; what it means
// is answered by its id.
type group struct {
	ID      string `json:"id"`
	Column  string `json:"column"`
	Value   string `json:"value"`
	Rows    []int  `json:"rows"`
	Message string `json:"message"`
}

type matched struct {
	Heading   string  `json:"heading"`
	Field     *string `json:"field"` // null: no field of ours; "+": kept as a free field; "ref": says which record a row is
	Certainty float64 `json:"certainty"`
}

type askedOf struct {
	ID      string      `json:"id"`
	Sheet   string      `json:"sheet"`
	Rows    []int       `json:"rows"`
	Words   string      `json:"words"`
	Choices []askedWhat `json:"choices"`
	Answer  string      `json:"answer"`
	Effect  string      `json:"effect"`
}

type leftOut struct {
	What  ask.Part `json:"what"`
	Sheet string   `json:"sheet"`
	Name  string   `json:"name"`
	Row   int      `json:"row,omitempty"`
	Why   string   `json:"why"`
}

type askedWhat struct {
	Key   string `json:"key"`
	Label string `json:"label"`
}

// resultOf is the result of an import as machines read it. Made are the kinds that
// it names what is new of: new_units, new_persons.
func resultOf(r *intake.Result, made []identify.Made) *export.Ordered {
	out := &export.Ordered{}
	kind := ""
	if r.Kind != nil {
		kind = r.Kind.Plural
	}
	out.Add("kind", kind)
	out.Add("sheet", r.Sheet)
	out.Add("header_row", r.HeaderRow)
	out.Add("rows_read", r.RowsRead)
	out.Add("new", r.New)
	out.Add("changed", r.Changed)
	out.Add("unchanged", r.Unchanged)
	skipped := []skippedRow{}
	for _, row := range r.Skipped() {
		skipped = append(skipped, skippedRow{row.Number, row.Reason})
	}
	out.Add("skipped", skipped)
	out.Add("errors", issues(r.Errors))
	columns := []matched{}
	for _, c := range r.Columns {
		columns = append(columns, matched{c.Heading, keyOf(c), c.Certainty})
	}
	out.Add("columns", columns)
	none := slices.Clone(made) // what is new is said of the whole
	for i, m := range made {
		out.Add("new_"+m.Kind.Plural, orNone(m.Names))
		none[i].Names = nil
	}
	out.Add("remarks", issues(r.Remarks))
	groups := []group{}
	for _, g := range ask.Groups(r.Errors) {
		groups = append(groups, group(g))
	}
	out.Add("groups", groups)
	out.Add("questions", questionsOf(r))
	unread := []leftOut{}
	for _, u := range r.Unread {
		unread = append(unread, leftOut{u.Part, u.Sheet, u.Name, u.Row, u.Why})
	}
	out.Add("unread", unread)
	if len(r.Sheets) > 0 {
		sheets := make([]*export.Ordered, len(r.Sheets))
		for i, s := range r.Sheets {
			sheets[i] = resultOf(s, none)
		}
		out.Add("sheets", sheets)
	}
	return out
}

func questionsOf(r *intake.Result) []askedOf {
	out := []askedOf{}
	for _, q := range r.Questions {
		a := askedOf{ID: q.ID, Sheet: r.Sheet, Rows: append([]int{}, q.Rows...), Words: q.Text, Choices: []askedWhat{}, Answer: q.Answer, Effect: q.Effect}
		for _, o := range q.Options {
			a.Choices = append(a.Choices, askedWhat(o))
		}
		out = append(out, a)
	}
	return out
}

func keyOf(c match.Column) *string {
	switch {
	case c.Keep:
		return some("+")
	case c.Identity:
		return some(export.IDKey)
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
		out = append(out, issue{i.Row, i.Column, i.Value, i.Message})
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
			if s.RowsRead == 0 {
				continue
			}
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
	for _, m := range r.Made {
		lines(w, "Nya "+m.Kind.Many, m.Names)
	}
	tellRows(w, sheets)
	tellUnread(w, r)
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

// tellRows tells of the rows that are passed over, and of the cells that couldn't be read
// or only with a reservation, with the sheet when there are several.
func tellRows(w io.Writer, sheets []*intake.Result) {
	var skipped, errors, remarks []string
	for _, s := range sheets {
		place := placer(len(sheets) > 1, s.Sheet)
		for _, row := range s.Skipped() {
			skipped = append(skipped, place(row.Number, "", row.Reason))
		}
		for _, i := range s.Errors {
			errors = append(errors, place(i.Row, i.Column, i.Message))
		}
		for _, i := range s.Remarks {
			remarks = append(remarks, place(i.Row, i.Column, i.Message))
		}
	}
	lines(w, "Överhoppade rader", skipped)
	lines(w, "Celler som inte gick att läsa", errors)
	tellMeaning(w, sheets)
	lines(w, "Lästa med förbehåll", remarks)
}

// placer says where in the workbook something is: "Skola, rad 3, Avtal till: …". What
// is about a whole sheet has no row.
func placer(several bool, sheet string) func(row int, column, message string) string {
	return func(row int, column, message string) string {
		var at []string
		if several {
			at = append(at, sheet)
		}
		if row > 0 {
			at = append(at, fmt.Sprintf("rad %d", row))
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
		unread = append(unread, placer(u.Sheet != "" && u.Part != ask.SheetPart, u.Sheet)(u.Row, name, u.Why))
	}
	lines(w, "Inte läst", unread)
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

// mostRows is how many rows of a question are written out.
const mostRows = 5

// rowsOf are the rows that a question is about: "rad 3, 5, 7 … (14 rader)".
func rowsOf(q ask.Question) string {
	if len(q.Rows) == 0 {
		return ""
	}
	var out []string
	for _, n := range q.Rows[:min(mostRows, len(q.Rows))] {
		out = append(out, strconv.Itoa(n))
	}
	s := "rad " + strings.Join(out, ", ")
	if n := len(q.Rows); n > mostRows {
		s += fmt.Sprintf(" … (%s)", text.Plural(n, "rad", "rader"))
	}
	return s
}

func tellQuestion(w io.Writer, q ask.Question) {
	say(w, "\nFråga %s", q.ID)
	if rows := rowsOf(q); rows != "" {
		say(w, " (%s)", rows)
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
