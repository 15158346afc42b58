package insight

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

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

// keeper is a world that remembers what is worked out of it until something changes.
type keeper interface {
	Keep(key any, make func() any) any
}

type todosOf struct{ today date.Date }

// Todos lists what must be done, the most urgent first: what the kinds remind of, and
// the rams that hold less than is allotted of them. An open portfolio works them out once
// for all who ask at the same time; what their Records hold is shared and not to be changed.
func Todos(w World) []Todo {
	k, ok := w.(keeper)
	if !ok {
		return todos(w)
	}
	once := k.Keep(todosOf{w.Today()}, func() any { return sync.OnceValue(func() []Todo { return todos(w) }) })
	return slices.Clone(once.(func() []Todo)())
}

func todos(w World) []Todo {
	c := collector{w: w, today: w.Today(), lines: map[line]int{}, held: map[*field.Kind]int{}}
	for _, k := range w.Kinds() {
		if k.Remind == nil {
			continue
		}
		var r *field.Record
		say := func(m field.Reminder) { c.add(r, m) }
		for _, r = range w.All(k) {
			if field.InUse(w, r) && !field.Over(w, r) {
				c.held[k]++
			}
			k.Remind(w, r, say)
		}
	}
	governance.Standing(w, c.add)
	c.gather()
	c.wide()
	for i, t := range c.out {
		if n := len(t.Records); n > 1 {
			c.out[i].Subject = text.Plural(n, t.Kind.One, t.Kind.Many)
			if !t.Due.IsZero() {
				c.out[i].Subject += ", först " + w.Label(t.Records[0])
			}
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
	lines map[line]int        // where in out the line of a rule is that gathers records
	held  map[*field.Kind]int // how many of a kind are in use
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

// fewAlike is how many things of a rule are told of one by one.
const fewAlike = 2

// alike is what is told of together: things of a rule that are as near.
type alike struct {
	line
	rank int
	tone field.Tone
	late bool
}

// gather makes one line of many things of a rule that are as near, by the day of the first: fourteen
// agreements are one thing to see to, and what has been late for long isn't to hide all else.
func (c *collector) gather() {
	of := map[alike][]int{}
	for i, t := range c.out {
		if !t.Due.IsZero() && len(t.Records) == 1 {
			a := alike{line{t.Kind, t.Rule}, t.rank, t.Tone, t.Due < c.today}
			of[a] = append(of[a], i)
		}
	}
	gone := map[int]bool{}
	for _, at := range of {
		if len(at) <= fewAlike {
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

// A lack that concerns so many of a kind, and such a share of those that it is of, is the first thing to see to.
const (
	manyLack  = 20
	shareLack = 2 // half of them
)

// wide lifts the heaviest lack of a kind that has it nearly everywhere to the front, of what counts in
// completeness: until it is seen to, most else that is told of the kind can't be either.
func (c *collector) wide() {
	most := map[*field.Kind]int{}
	for i, t := range c.out {
		if f := t.Kind.Field(t.Field); f == nil || !f.Required || !t.Due.IsZero() || len(t.Records) < manyLack || shareLack*len(t.Records) < c.held[t.Kind] {
			continue
		}
		if at, found := most[t.Kind]; !found || t.weight > c.out[at].weight {
			most[t.Kind] = i
		}
	}
	for _, i := range most {
		c.out[i].rank = foremost
	}
}

// The ranks of what comes before all else, and of what can't wait.
const (
	foremost = 0
	urgent   = 1
)

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
