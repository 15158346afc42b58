package calendar_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"itportfoljen/app/base/calendar"
	"itportfoljen/app/base/date"
)

// property is a line of a calendar as those who read it take it.
type property struct{ name, value string }

// read takes a calendar apart by the standard: lines end by CRLF and have at most 75
// octets, a line that begins with a space goes on from the one before, and what begins ends.
func read(t *testing.T, s string) (out []property) {
	t.Helper()
	if !utf8.ValidString(s) || !strings.HasSuffix(s, "\r\n") || strings.Contains(strings.ReplaceAll(s, "\r\n", ""), "\n") || strings.Contains(strings.ReplaceAll(s, "\r\n", ""), "\r") {
		t.Fatalf("not lines of UTF-8: %q", s)
	}
	var whole []string
	for line := range strings.SplitSeq(strings.TrimSuffix(s, "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) {
			t.Errorf("a line of %d octets: %q", len(line), line)
		}
		if rest, goesOn := strings.CutPrefix(line, " "); goesOn && len(whole) > 0 {
			whole[len(whole)-1] += rest
			continue
		}
		whole = append(whole, line)
	}
	var open []string
	for _, line := range whole {
		head, value, ok := strings.Cut(line, ":")
		if !ok {
			t.Fatalf("no property: %q", line)
		}
		name, _, _ := strings.Cut(head, ";")
		switch name {
		case "BEGIN":
			open = append(open, value)
		case "END":
			if len(open) == 0 || open[len(open)-1] != value {
				t.Fatalf("%s ends among %q", value, open)
			}
			open = open[:len(open)-1]
		}
		out = append(out, property{strings.Join(append(open, head), "/"), unescape(value)})
	}
	if len(open) > 0 {
		t.Errorf("%q don't end", open)
	}
	return out
}

func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
			if s[i] == 'n' || s[i] == 'N' {
				b.WriteByte('\n')
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func write(t *testing.T, c calendar.Calendar) string {
	t.Helper()
	var b strings.Builder
	if err := c.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// made is noon in Stockholm, which is eleven by universal time.
var made = time.Date(2026, 11, 21, 12, 0, 0, 0, time.FixedZone("CET", 3600))

func TestADayIsWrittenAsTheStandardSays(t *testing.T) {
	e := calendar.Event{ID: "SYS-1-end@x.itportfoljen", Day: date.Date(20261231), Summary: `Säg upp avtalet; "Lön, HR" \ senast`, About: "AVT-0001\nKommunledningskontoret", Category: "IT", Warn: 92}
	got := map[string]string{}
	for _, p := range read(t, write(t, calendar.Calendar{Name: "Ekvalla kommun", Made: made, Events: []calendar.Event{e}})) {
		got[strings.TrimPrefix(p.name, "VCALENDAR/")] = p.value
	}
	for name, want := range map[string]string{
		"VERSION": "2.0", "CALSCALE": "GREGORIAN", "METHOD": "PUBLISH", "X-WR-CALNAME": "Ekvalla kommun",
		"VEVENT/UID": e.ID, "VEVENT/DTSTAMP": "20261121T110000Z", "VEVENT/DTSTART;VALUE=DATE": "20261231", "VEVENT/DTEND;VALUE=DATE": "20270101",
		"VEVENT/SUMMARY": e.Summary, "VEVENT/DESCRIPTION": e.About, "VEVENT/CATEGORIES": "IT", "VEVENT/TRANSP": "TRANSPARENT",
		"VEVENT/VALARM/ACTION": "DISPLAY", "VEVENT/VALARM/TRIGGER": "-P92D", "VEVENT/VALARM/DESCRIPTION": e.Summary,
	} {
		if got[name] != want {
			t.Errorf("%s: %q, want %q", name, got[name], want)
		}
	}
	if got["VEVENT/SEQUENCE"] == "" || got["PRODID"] == "" {
		t.Error("nothing says who wrote it, or when")
	}
}

func TestTheNewestFileIsBelieved(t *testing.T) {
	number := func(at time.Time) (n int) {
		for _, p := range read(t, write(t, calendar.Calendar{Made: at, Events: []calendar.Event{{ID: "a", Day: 20261231, Summary: "x"}}})) {
			if strings.HasSuffix(p.name, "SEQUENCE") {
				fmt.Sscan(p.value, &n)
			}
		}
		return n
	}
	if a, b := number(made), number(made.Add(time.Minute)); b <= a || b > 1<<31-1 {
		t.Errorf("%d, then %d", a, b)
	}
}

func TestLongLinesAreFoldedBetweenLetters(t *testing.T) {
	for n := range 200 {
		s := strings.Repeat("x", n%7) + strings.Repeat("åäö€🙂, ", n)
		found := false
		for _, p := range read(t, write(t, calendar.Calendar{Made: made, Events: []calendar.Event{{ID: "a", Day: 20261231, Summary: s + "!"}}})) {
			found = found || p.name == "VCALENDAR/VEVENT/SUMMARY" && p.value == s+"!"
		}
		if !found {
			t.Fatalf("%d: the text isn't there", n)
		}
	}
}

func TestWhatIsntThereIsntWritten(t *testing.T) {
	s := write(t, calendar.Calendar{Made: made, Events: []calendar.Event{{ID: "no day", Summary: "x"}, {ID: "bare", Day: 20280229, Summary: "Skottdag"}}})
	for _, never := range []string{"no day", "DESCRIPTION", "VALARM", "CATEGORIES", "X-WR-CALNAME"} {
		if strings.Contains(s, never) {
			t.Errorf("%s is there", never)
		}
	}
	read(t, s)
	if !strings.Contains(s, "DTSTART;VALUE=DATE:20280229\r\nDTEND;VALUE=DATE:20280301\r\n") {
		t.Error("a leap day doesn't end on the first of March")
	}
}

func TestATextBreaksNoLine(t *testing.T) {
	for _, s := range []string{"a\r\nEND:VCALENDAR", "a\nBEGIN:VEVENT", "a\u2028b", "a\x00b", "a\x1b[31mb", "a\tb", "\xff"} {
		e := calendar.Event{ID: s, Day: 20261231, Summary: s, About: s, Category: s, Warn: 1}
		n := 0
		for _, p := range read(t, write(t, calendar.Calendar{Name: s, Made: made, Events: []calendar.Event{e}})) {
			if strings.HasSuffix(p.name, "BEGIN") {
				n++
			}
		}
		if n != 3 {
			t.Errorf("%q: %d parts", s, n)
		}
	}
}
