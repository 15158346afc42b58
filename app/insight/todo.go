package insight

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// Todo is something that must be done. One that concerns several records
// lists them all.
type Todo struct {
	Rule    string // which rule found it, stable: "notice", "owner" …
	Tone    field.Tone
	Badge   string // "9 dagar", "försenad", "saknas"
	Text    string // what to do
	Subject string // about what
	Due     date.Date
	Kind    *field.Kind
	Records []field.ID
	Field   string // the field to fill in, when there is one
	Page    string // the page where it is done; "": that of the records
	rank    int
	weight  int
}

// Todos lists what must be done, the most urgent first: what the kinds remind of, and
// the rams that hold less than is allotted of them.
func Todos(w World) []Todo {
	c := collector{w: w, today: w.Today(), lines: map[line]int{}}
	for _, k := range w.Kinds() {
		if k.Remind == nil {
			continue
		}
		var r *field.Record
		say := func(m field.Reminder) { c.add(r, m) }
		for _, r = range w.All(k) {
			k.Remind(w, r, say)
		}
	}
	governance.Standing(w, c.add)
	c.gatherLate()
	for i, t := range c.out {
		if n := len(t.Records); n > 1 {
			c.out[i].Subject = text.Plural(n, t.Kind.One, t.Kind.Many)
		}
	}
	for _, f := range Frames(w) {
		if f.Over() {
			c.out = append(c.out, Todo{Rule: "frame", Tone: field.Bad, Badge: "över ram", Text: "Insatserna överskrider ramen", Kind: plan.Kind,
				Subject: fmt.Sprintf("%s, %s över", f.Label(), f.Beyond().Short()), Records: f.Of, rank: urgent})
		}
	}
	slices.SortStableFunc(c.out, func(a, b Todo) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(orLast(a.Due), orLast(b.Due)), cmp.Compare(b.weight, a.weight))
	})
	return c.out
}

type collector struct {
	w     World
	today date.Date
	out   []Todo
	lines map[line]int // where in out the line of a rule is that gathers records
}

type line struct {
	kind *field.Kind
	rule string
}

// add takes what a record's kind reminds of and is something to do today. What several
// records share has no day of its own.
func (c *collector) add(r *field.Record, m field.Reminder) {
	if !m.Pressing(c.today) {
		return
	}
	if m.Gathered {
		m.Due = 0
	}
	of := line{r.Kind, m.Rule}
	if i, begun := c.lines[of]; begun && m.Gathered {
		c.out[i].Records = append(c.out[i].Records, r.ID)
		return
	}
	if m.Gathered {
		c.lines[of] = len(c.out)
	}
	if m.Badge == "" {
		m.Badge, m.Tone = soon(c.today, m.Due)
	}
	c.out = append(c.out, Todo{Rule: m.Rule, Tone: m.Tone, Badge: m.Badge, Text: m.Text, Subject: cmp.Or(m.Subject, c.w.Label(r.ID)), Due: m.Due,
		Kind: r.Kind, Records: []field.ID{r.ID}, Field: m.Field.Key, Page: m.Page, rank: rank(m), weight: m.Weight})
}

// fewLate is how many late things of a rule are told of one by one.
const fewLate = 2

// gatherLate makes one line of many late things of a rule, by the day of the first: what has
// been late for long isn't to hide all else.
func (c *collector) gatherLate() {
	late := map[line][]int{}
	for i, t := range c.out {
		if !t.Due.IsZero() && t.Due < c.today && len(t.Records) == 1 {
			of := line{t.Kind, t.Rule}
			late[of] = append(late[of], i)
		}
	}
	gone := map[int]bool{}
	for _, at := range late {
		if len(at) <= fewLate {
			continue
		}
		slices.SortStableFunc(at, func(i, j int) int { return cmp.Compare(c.out[i].Due, c.out[j].Due) })
		first := &c.out[at[0]]
		first.Text, _, _ = strings.Cut(first.Text, ": ") // without its name
		for _, i := range at[1:] {
			first.Records = append(first.Records, c.out[i].Records...)
			gone[i] = true
		}
	}
	var left []Todo
	for i, t := range c.out {
		if !gone[i] {
			left = append(left, t)
		}
	}
	c.out = left
}

// urgent is the rank of what can't wait.
const urgent = 1

// rank is how urgent a reminder is: what lacks a day goes between what is near and
// what isn't.
func rank(m field.Reminder) int {
	switch {
	case m.Urgent || m.Tone == field.Bad:
		return urgent
	case m.Due.IsZero():
		return 3
	case m.Tone == field.Warn:
		return 2
	}
	return 4
}

// soon writes the days that are left.
func soon(today, due date.Date) (string, field.Tone) {
	n := today.DaysUntil(due)
	switch {
	case n < 0:
		return "försenad", field.Bad
	case n == 0:
		return "i dag", field.Bad
	case n <= 14:
		return text.Plural(n, "dag", "dagar"), field.Bad
	case n <= 60:
		return text.Plural(n, "dag", "dagar"), field.Warn
	}
	return text.Plural((n+15)/30, "månad", "månader"), field.Plain
}
