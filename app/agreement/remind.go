package agreement

import (
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// What must be done about an agreement. Notice must be given within three months, and
// is too late or unknown when it ends within six.
var (
	giveNotice    = field.Reminder{Rule: "notice", Text: "Säg upp eller förläng avtalet", Field: NoticeBy.Field, Weight: 130}
	ending        = field.Reminder{Rule: "ending", Text: "Avtalet löper ut", Field: End.Field, Weight: 130}
	ended         = field.Reminder{Rule: "ended", Text: "Avtalet har löpt ut – förnya eller avsluta", Field: End.Field, Badge: "passerat", Tone: field.Bad, Gathered: true, Weight: 90}
	unknownNotice = field.Reminder{Rule: "notice-unknown", Text: "Avtal saknar uppsägningstid – ta reda på den", Field: NoticeMonths.Field, Badge: "saknas", Tone: field.Warn, Gathered: true, Unknown: true, Weight: 70}
	shares        = field.Reminder{Rule: "shares", Text: "Andelarna i avtalet blir inte 100 % – fyll på", Field: Things.Field, Badge: "saknas", Gathered: true, Weight: 10}
)

func init() { Kind.Remind = remind }

// remind speaks of agreements in force that cover something in use, or nothing that is
// known.
func remind(w field.World, r *field.Record, say func(field.Reminder)) {
	if !InForce(r) {
		return
	}
	covered := CoveredBy(w, r.ID)
	if len(covered) > 0 && !slices.ContainsFunc(covered, func(t *field.Record) bool { return field.InUse(w, t) }) {
		return
	}
	tell := func(m field.Reminder) {
		m.Subject = Called(r, covered)
		say(m)
	}
	if Shares.Short(w, r.ID) {
		tell(shares)
	}
	today := w.Today()
	end, notice := Dates(r, today)
	switch {
	case end.IsZero():
	case end < today:
		tell(ended.On(end))
	case Bound(r):
		tell(ends(r, end))
	case notice.IsZero():
		tell(unknownNotice)
		tell(ends(r, end))
	case notice < today:
		tell(ends(r, end))
	default:
		tell(giveNotice.Within(3, notice))
		m := ends(r, end)
		m.Quiet = true
		tell(m)
	}
}

// ends tells of an agreement's end, when nobody may be able to give notice of it any
// more something to do.
func ends(r *field.Record, end date.Date) field.Reminder {
	m := ending.Within(6, end)
	switch {
	case Bound(r):
		m.Text = "Det uppsagda avtalet löper ut"
	case RenewalMonths.Get(r) > 0:
		m.Text = "Avtalet förlängs av sig självt"
	}
	return m
}

// Called names an agreement by the things that it covers, of many by the first two; without any
// it goes by its own name.
func Called(r *field.Record, covered []*field.Record) string {
	var names []string
	for _, t := range covered {
		names = append(names, t.Name())
	}
	switch n := len(names); {
	case n == 0:
		return r.Name()
	case n > 3:
		k := covered[0].Kind
		return strings.Join(names[:2], ", ") + " och " + text.Plural(n-2, k.One, k.Many) + " till"
	}
	return strings.Join(names, ", ")
}
