package main

import (
	"cmp"
	"slices"
	"strconv"

	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/exchange/identify"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/match"
)

// What is said of a row has its sheet, in a book of which several are read.
type skippedRow struct {
	Sheet  string `json:"sheet,omitempty"`
	Row    int    `json:"row"`
	Reason string `json:"reason"`
}

type issue struct {
	Sheet   string `json:"sheet,omitempty"`
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

	ID      string      `json:"id,omitempty"` // of one with which something else may be done
	Choices []askedWhat `json:"choices,omitempty"`
	Answer  string      `json:"answer,omitempty"`
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
	out.Add("year", r.Year) // of amounts without one
	out.Add("rows_read", r.RowsRead)
	out.Add("new", r.New)
	out.Add("changed", r.Changed)
	out.Add("unchanged", r.Unchanged)
	skipped, errors, remarks := saidOf(r)
	out.Add("skipped", skipped)
	out.Add("errors", errors)
	out.Add("columns", columnsOf(r))
	none := slices.Clone(made) // what is new is said of the whole
	for i, m := range made {
		out.Add("new_"+m.Kind.Plural, orNone(m.Names))
		none[i].Names = nil
	}
	out.Add("remarks", remarks)
	out.Add("groups", groupsOf(r))
	out.Add("questions", questionsOf(r))
	out.Add("unread", unreadOf(r))
	gone := []string{}
	for _, m := range r.Gone {
		gone = append(gone, cmp.Or(m.Ref, m.Name))
	}
	out.Add("gone", gone)
	if len(r.Sheets) > 0 {
		sheets := make([]*export.Ordered, len(r.Sheets))
		for i, s := range r.Sheets {
			sheets[i] = resultOf(s, none)
		}
		out.Add("sheets", sheets)
	}
	return out
}

// partsOf are the sheets of a result, itself when there is one.
func partsOf(r *intake.Result) []*intake.Result {
	if len(r.Sheets) > 0 {
		return r.Sheets
	}
	return []*intake.Result{r}
}

// saidOf is what is said of rows and cells, of all sheets.
func saidOf(r *intake.Result) (skipped []skippedRow, errors, remarks []issue) {
	skipped, errors, remarks = []skippedRow{}, []issue{}, []issue{}
	for _, part := range partsOf(r) {
		sheet := ""
		if part != r {
			sheet = part.Sheet
		}
		for _, row := range part.Skipped() {
			skipped = append(skipped, skippedRow{sheet, row.Number, row.Reason})
		}
		errors, remarks = append(errors, issues(sheet, part.Errors)...), append(remarks, issues(sheet, part.Remarks)...)
	}
	return skipped, errors, remarks
}

func columnsOf(r *intake.Result) []matched {
	out := []matched{}
	for _, c := range r.Columns {
		out = append(out, matched{c.Heading, keyOf(c), c.Certainty})
	}
	return out
}

func groupsOf(r *intake.Result) []group {
	out := []group{}
	for _, g := range ask.Groups(r.Errors) {
		out = append(out, group(g))
	}
	return out
}

func unreadOf(r *intake.Result) []leftOut {
	out := []leftOut{}
	for _, u := range r.Unread {
		left := leftOut{What: u.Part, Sheet: u.Sheet, Name: u.Name, Row: u.Row, Why: u.Why, ID: u.ID, Answer: u.Answer}
		for _, o := range u.Options {
			left.Choices = append(left.Choices, askedWhat(o))
		}
		out = append(out, left)
	}
	return out
}

func questionsOf(r *intake.Result) []askedOf {
	out := []askedOf{}
	for _, part := range partsOf(r) {
		for _, q := range part.Questions {
			a := askedOf{ID: q.ID, Sheet: part.Sheet, Rows: append([]int{}, q.Rows...), Words: q.Text, Choices: []askedWhat{}, Answer: q.Answer, Effect: q.Effect}
			for _, o := range q.Options {
				a.Choices = append(a.Choices, askedWhat(o))
			}
			out = append(out, a)
		}
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
	case c.Joint != nil:
		return some(c.Joint.Key())
	case c.Field == nil:
		return nil
	case c.Year != 0:
		return some(c.Field.Key + ":" + strconv.Itoa(c.Year))
	}
	return some(c.Field.Key)
}

func issues(sheet string, in []ask.Issue) []issue {
	out := make([]issue, 0, len(in))
	for _, i := range in {
		out = append(out, issue{sheet, i.Row, i.Column, i.Value, i.Message})
	}
	return out
}

func orNone(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
