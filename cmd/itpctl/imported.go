package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"

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
	for _, m := range r.Made {
		lines(w, "Nya "+m.Kind.Many, m.Names)
	}
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
