package history

import (
	"strings"
	"time"
	"unicode/utf8"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/ui/texts"
)

// Erased stands where a text has been erased from the journal.
func Erased() string { return texts.T("history.erased") }

// Undone is the word for an entry that has been taken back.
func Undone() string { return texts.T("history.undone") }

// Label says what was done.
func Label(it *Item) string {
	label := it.Label
	if it.Erased {
		label = Erased()
	}
	switch {
	case it.Turns == 0:
		return label
	case it.Turns%2 == 0:
		return texts.T("history.redid", label)
	}
	return texts.T("history.undid", label)
}

// usual is the origin of what is done in the window, which goes without saying.
const usual = "fönstret"

// Origin says where an entry came from, "" for the window.
func Origin(e app.Entry) string {
	if e.Origin == usual {
		return ""
	}
	return e.Origin
}

// By says who made an entry and, unless it was in the window, where it came from.
func By(e app.Entry) string {
	if o := Origin(e); o != "" {
		return e.Who + " · " + o
	}
	return e.Who
}

// Minute is when an entry was made.
func Minute(at time.Time) string { return at.Local().Format("2006-01-02 15:04") }

// Day is the day of a moment as a heading.
func Day(at time.Time, today date.Date) string {
	d := date.FromTime(at.Local())
	switch d {
	case today:
		return texts.T("history.today", d.Long())
	case today.AddDays(-1):
		return texts.T("history.yesterday", d.Long())
	}
	return text.Capital(d.Long())
}

// Part is what an entry did to one record.
type Part struct {
	Name  string // "" for the record that is asked about, and where the line says it
	Lines []string
	ID    field.ID // of the record, "" for one that isn't there any more, and for the one that is asked about
}

// Parts says what an entry changed, record by record, in at most so many lines; left
// is how many changes that leaves. of is the record that is asked about, "" for all.
func Parts(w *app.Portfolio, of field.ID, it *Item, most int) (parts []Part, left int) {
	at, past := map[field.ID]int{}, it.past
	if past.Portfolio == nil {
		past = w.Recall(it.Entry)
	}
	for n, c := range it.Changes {
		if n == most {
			return parts, it.More + len(it.Changes) - n
		}
		if c.Op != field.Set {
			parts = append(parts, Part{Lines: []string{whole(w, of, c)}, ID: there(w, of, c)})
			continue
		}
		i, ok := at[c.ID]
		if !ok {
			i = len(parts)
			at[c.ID] = i
			parts = append(parts, Part{ID: there(w, of, c)})
			if c.ID != of {
				parts[i].Name = called(w, c)
			}
		}
		parts[i].Lines = append(parts[i].Lines, set(past, c))
	}
	return parts, it.More
}

// there is the record that a change is of, if it is there to be shown and isn't the one that is
// asked about.
func there(w *app.Portfolio, of field.ID, c field.Change) field.ID {
	if c.ID == of || c.Kind.Silent && c.Kind.Owner() == nil || w.Get(c.ID) == nil {
		return ""
	}
	return c.ID
}

// called is the name of the record that a change is of, also of one that is gone.
func called(w *app.Portfolio, c field.Change) string {
	r := c.Record
	if r == nil {
		r = w.Get(c.ID)
	}
	switch {
	case r == nil:
		return texts.T("history.gone", c.Kind.One)
	case r.Ref != "" && r.Ref != r.Name():
		return r.Ref + " " + w.Called(r)
	}
	return w.Called(r)
}

// whole is a change of a whole record: it was added, or it went.
func whole(w *app.Portfolio, of field.ID, c field.Change) string {
	created := c.Op == field.Create
	switch {
	case c.ID != of && created:
		return erasedAfter(texts.T("history.created.other", called(w, c), c.Kind.One), c)
	case c.ID != of:
		return erasedAfter(texts.T("history.deleted.other", called(w, c), c.Kind.One), c)
	case created:
		return erasedAfter(texts.T("history.created", c.Kind.One), c)
	}
	return erasedAfter(texts.T("history.deleted", c.Kind.One), c)
}

// set is a change of a field.
func set(w app.Recalled, c field.Change) string {
	f := c.Field
	if now := w.FieldOf(c.Kind, f.Key); now != nil { // an own field may have another name today
		f = now
	}
	if f.Hidden {
		return erasedAfter(texts.T("history.hidden", f.Label), c)
	}
	before, after := value(w, c, c.Before), value(w, c, c.After)
	if before == after && c.Erased {
		return texts.T("history.set.erased", f.Label, Erased())
	}
	return texts.T("history.set", f.Label, before, after)
}

func erasedAfter(s string, c field.Change) string {
	if c.Erased {
		s += " " + Erased()
	}
	return s
}

// longest is how much of a value is told.
const longest = 240

func value(w app.Recalled, c field.Change, v field.Value) string {
	s := c.Field.Show(w, v)
	switch {
	case utf8.RuneCountInString(s) > longest || strings.ContainsRune(s, '\n'):
		return text.Shorten(s, longest)
	case s != "":
		return s
	case c.Erased:
		return Erased()
	}
	return texts.T("history.nothing")
}
