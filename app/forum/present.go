package forum

import (
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Seat is who may be at a meeting.
type Seat struct {
	Person  field.ID
	CoOpted bool
}

// Seats are those who are in a forum today, those who are co-opted last.
func Seats(w field.World, forum field.ID) (out []Seat) {
	for _, as := range []string{Ordinary, CoOpted} {
		for _, m := range w.Pointing(MemberOf.Field, forum) {
			if (MemberAs.Get(m) == CoOpted) != (as == CoOpted) {
				continue
			}
			for _, id := range seated(w, m) {
				if !slices.ContainsFunc(out, func(s Seat) bool { return s.Person == id }) {
					out = append(out, Seat{id, as == CoOpted})
				}
			}
		}
	}
	return out
}

// coOpted ends the name of who was there without a seat of her own.
const coOpted = " (adjungerad)"

// Attendants are those that a meeting says were there, as they are written: with commas,
// semicolons or line breaks between.
func Attendants(m *field.Record) (out []string) {
	for _, s := range strings.FieldsFunc(Present.Get(m), func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// Attends says whether a meeting says that somebody was there.
func Attends(m *field.Record, name string) bool {
	return slices.ContainsFunc(Attendants(m), func(s string) bool { return Named(s, name) })
}

// Attend is how those that were there are written when somebody comes or, for false, goes.
func Attend(m *field.Record, name string, asCoOpted, there bool) string {
	out := slices.DeleteFunc(Attendants(m), func(s string) bool { return Named(s, name) })
	if there {
		if asCoOpted {
			name += coOpted
		}
		out = append(out, name)
	}
	return strings.Join(out, ", ")
}

// Named says whether what is written of somebody that was there is of who has a name.
func Named(written, name string) bool {
	bare, _, _ := strings.Cut(written, " (")
	return text.Key(bare) == text.Key(name)
}
