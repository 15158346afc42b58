package forum

import (
	"cmp"

	"itportfoljen/app/field"
)

// A meeting is called to two weeks before, and its minutes are done within a week.
const (
	callDays  = 14
	closeDays = 7
)

// What must be done about forums, their meetings and what somebody is to do after.
var (
	noCaller = field.Reminder{Rule: "forum-caller", Text: "Sammankallande saknas i forumet – utse", Field: Caller.Field, Badge: "saknas", Gathered: true, Weight: 20}
	noSeat   = field.Reminder{Rule: "forum-members", Text: "Forumet har inga ledamöter i dag – skriv vilka som är med", Field: Today.Field, Badge: "saknas", Gathered: true, Weight: 20}
	meets    = field.Reminder{Rule: "forum-next", Text: "Nästa möte", Field: Next.Field, Quiet: true}
	unset    = field.Reminder{Rule: "forum-unset", Text: "Nästa möte är inte bestämt – sätt en dag", Field: Next.Field, Badge: "saknas", Tone: field.Warn, Gathered: true, Weight: 30}

	call    = field.Reminder{Rule: "meeting-call", Text: "Kalla till mötet", Field: State.Field, Weight: 60}
	comes   = field.Reminder{Rule: "meeting", Text: "Möte", Field: MeetingOn.Field, Quiet: true}
	hold    = field.Reminder{Rule: "meeting-held", Text: "Mötesdagen har varit – skriv utfallet, eller ställ in", Field: State.Field, Badge: "har varit", Tone: field.Warn, Weight: 50}
	adjust  = field.Reminder{Rule: "meeting-close", Text: "Justera mötet", Field: State.Field, Weight: 50}
	late    = field.Reminder{Rule: "next-step", Text: "Nästa steg", Field: NextDone.Field, Weight: 70}
	nobodys = field.Reminder{Rule: "next-who", Text: "Ingen har nästa steg – säg vem", Field: NextWho.Field, Badge: "saknas", Gathered: true, Weight: 25}
)

func init() {
	Kind.Remind = remindOfForum
	MeetingKind.Remind = remindOfMeeting
	NextKind.Remind = remindOfNext
}

// coming is the first meeting of a forum that is still ahead; nil for none.
func coming(w field.World, forum field.ID) (next *field.Record) {
	for _, m := range w.Pointing(MeetingOf.Field, forum) {
		if !field.Over(w, m) && MeetingOn.Get(m) >= w.Today() && (next == nil || MeetingOn.Get(m) < MeetingOn.Get(next)) {
			next = m
		}
	}
	return next
}

func remindOfForum(w field.World, r *field.Record, say func(field.Reminder)) {
	if Caller.Get(r) == "" {
		say(noCaller)
	}
	if len(Members(w, r.ID)) == 0 {
		say(noSeat)
	}
	planned, day := coming(w, r.ID), Next.Get(r)
	switch {
	case planned != nil:
	case !day.IsZero() && day >= w.Today():
		say(meets.On(day))
	case regular(r):
		say(unset)
	}
}

// regular says that a forum meets though nothing calls for it.
func regular(r *field.Record) bool { return Every.Get(r) != "" && Every.Get(r) != "needed" }

func remindOfMeeting(w field.World, r *field.Record, say func(field.Reminder)) {
	on, state := MeetingOn.Get(r), cmp.Or(State.Get(r), Planned)
	switch {
	case on.IsZero() || state == Closed || state == Canceled:
	case state == Held:
		say(adjust.On(on.AddDays(closeDays)))
	case on < w.Today():
		say(hold.On(on))
	case state == Planned:
		m := call.On(on.AddDays(-callDays))
		m.From = m.Due
		say(m)
		say(comes.On(on))
	default:
		say(comes.On(on))
	}
}

func remindOfNext(w field.World, r *field.Record, say func(field.Reminder)) {
	if field.Over(w, r) {
		return
	}
	if NextWho.Get(r) == "" {
		say(nobodys)
	}
	if by := NextBy.Get(r); !by.IsZero() {
		m := late.Within(1, by)
		m.Text += ": " + r.Name()
		m.Subject = w.Label(cmp.Or(NextInitiative.Get(r), NextOf.Get(r)))
		say(m)
	}
}
