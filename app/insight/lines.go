package insight

import (
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// mostAlike is how many days of one rule a month tells of one by one.
const mostAlike = 3

// Lines are a month's days as people read them: those of a rule that there are many of in
// one line, where the first of them is.
func (m Month) Lines() (out []Todo) {
	of := map[line]int{}
	for _, d := range m.Days {
		of[line{d.Record.Kind, d.Rule}]++
	}
	at := map[line]int{}
	for _, d := range m.Days {
		k := line{d.Record.Kind, d.Rule}
		if i, begun := at[k]; begun {
			out[i].Records = append(out[i].Records, d.Record.ID)
			continue
		}
		t := d.todo()
		if of[k] > mostAlike {
			at[k] = len(out)
			t.Text, _, _ = strings.Cut(t.Text, ": ") // without the name of the first
			t.Subject = text.Plural(of[k], k.kind.One, k.kind.Many)
		}
		out = append(out, t)
	}
	return out
}

func (d Deadline) todo() Todo {
	t := Todo{Rule: d.Rule, Tone: d.Tone, Badge: d.Badge, Text: d.Text, Subject: d.Subject, Due: d.Due, Kind: d.Record.Kind, Records: []field.ID{d.Record.ID}, Page: d.Page}
	if d.Field != nil {
		t.Field = d.Field.Key
	}
	return t
}

// Undated are the days that nobody knows, as a month that comes last.
func (d Dates) Undated() Month { return Month{Days: d.Unknown} }
