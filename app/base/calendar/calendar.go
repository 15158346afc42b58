// Package calendar writes days as a calendar file that Outlook and others read:
// iCalendar, RFC 5545.
//
// It is made for whole days only, and so needs no time zones, no repeating and no reading:
// what a library for the whole standard mostly is.
package calendar

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
)

// Calendar is a list of days.
type Calendar struct {
	Name   string
	Made   time.Time // the newest file is believed
	Events []Event
}

// Event is something of a day.
type Event struct {
	ID       string // the same each time that the same thing is written
	Day      date.Date
	Summary  string
	About    string // more words, of several lines
	Category string
	Warn     int // days before that the calendar tells of it; 0: it doesn't
}

// product says who wrote the file.
const product = "-//IT-portföljen//Kommande datum//SV"

// Write writes the calendar. An event without a day isn't written.
func (c Calendar) Write(w io.Writer) error {
	b := &lines{}
	b.add("BEGIN", "VCALENDAR")
	b.add("VERSION", "2.0")
	b.add("PRODID", product)
	b.add("CALSCALE", "GREGORIAN")
	b.add("METHOD", "PUBLISH")
	b.words("X-WR-CALNAME", c.Name)
	for _, e := range c.Events {
		if !e.Day.IsZero() {
			c.event(b, e)
		}
	}
	b.add("END", "VCALENDAR")
	_, err := io.WriteString(w, b.String())
	return err
}

func (c Calendar) event(b *lines, e Event) {
	b.add("BEGIN", "VEVENT")
	b.add("UID", plain(e.ID))
	b.add("DTSTAMP", c.Made.UTC().Format("20060102T150405Z"))
	b.add("SEQUENCE", strconv.FormatInt(max(c.Made.Unix()/60, 0), 10))
	b.add("DTSTART;VALUE=DATE", day(e.Day))
	if next := e.Day.AddDays(1); !next.IsZero() {
		b.add("DTEND;VALUE=DATE", day(next))
	}
	b.words("SUMMARY", e.Summary)
	b.words("DESCRIPTION", e.About)
	b.words("CATEGORIES", e.Category)
	b.add("TRANSP", "TRANSPARENT") // it takes nobody's time
	if e.Warn > 0 {
		b.add("BEGIN", "VALARM")
		b.add("ACTION", "DISPLAY")
		b.words("DESCRIPTION", e.Summary)
		b.add("TRIGGER", fmt.Sprintf("-P%dD", e.Warn))
		b.add("END", "VALARM")
	}
	b.add("END", "VEVENT")
}

func day(d date.Date) string { return fmt.Sprintf("%04d%02d%02d", d.Year(), d.Month(), d.Day()) }

// lines are the file's lines, none longer than the standard allows.
type lines struct{ strings.Builder }

// widest is how many octets a line may have; one that is longer goes on in the next, after
// a space.
const widest = 75

func (b *lines) add(name, value string) {
	line, room := name+":"+value, widest
	for len(line) > room {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		b.WriteString(line[:cut] + "\r\n ")
		line, room = line[cut:], widest-1
	}
	b.WriteString(line + "\r\n")
}

// words adds what people read, unless there is nothing of it.
func (b *lines) words(name, s string) {
	if s = text.Clean(s); s != "" {
		b.add(name, escape.Replace(s))
	}
}

// escape is how signs that part values are written in a text.
var escape = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`, "\t", " ")

// plain is an identity of letters, digits and signs that need no escape.
func plain(id string) string {
	return strings.Map(func(r rune) rune {
		if r > ' ' && r < 0x7f && !strings.ContainsRune(`\;,":`, r) {
			return r
		}
		return '-'
	}, id)
}
