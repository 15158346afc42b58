package insight

import (
	"fmt"
	"strings"
	"time"

	"itportfoljen/app/base/calendar"
	"itportfoljen/app/field"
)

// aFortnight is how many days before a calendar tells of a day when nothing says how long
// it takes to do what must be done.
const aFortnight = 14

// Calendar is the days as a calendar of their portfolio, which is told from others by its
// identity. What is in it keeps its name when its day moves, so that the calendar that reads
// a newer one moves it as well.
func Calendar(w World, portfolio, name string, made time.Time, days []Deadline) calendar.Calendar {
	c := calendar.Calendar{Name: name, Made: made}
	times := map[string]int{}
	for _, d := range days {
		id := fmt.Sprintf("%s-%s", d.Record.ID, d.of())
		if times[id]++; times[id] > 1 {
			id = fmt.Sprintf("%s-%d", id, times[id])
		}
		c.Events = append(c.Events, calendar.Event{ID: id + "@" + portfolio + ".itportfoljen", Day: d.Due, Summary: d.summary(), About: d.about(w),
			Category: name, Warn: d.warn()})
	}
	return c
}

// of is what a record's day is the day of: the same whether it is to come or has passed,
// which two rules may tell of.
func (d Deadline) of() string {
	if d.Field != nil && d.Page == "" {
		return d.Field.Key
	}
	return d.Rule
}

// summary is what to do about what, said once.
func (d Deadline) summary() string {
	if strings.Contains(d.Text, ": ") { // the text names it
		return d.Text
	}
	return d.Text + ": " + d.Subject
}

// about is whose a record is and how it is found again.
func (d Deadline) about(w World) string {
	lines := []string{strings.TrimSpace(d.Record.Ref + " " + w.Label(d.Record.ID))}
	if unit, _ := field.UnitOf(w, d.Record); unit != "" {
		lines = append(lines, w.Label(unit))
	}
	return strings.Join(lines, "\n")
}

// warn is how many days before a calendar tells of a day: as long as people have to do it.
func (d Deadline) warn() int {
	switch {
	case d.quiet:
		return 0
	case d.From.IsZero() || d.From >= d.Due:
		return aFortnight
	}
	return d.From.DaysUntil(d.Due)
}
