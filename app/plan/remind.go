package plan

import (
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/settings"
)

// What must be done about an insats. A benefit is told of within a month of when it
// should be measured.
var (
	decide   = field.Reminder{Rule: "decision", Text: "Beslut: ", Field: DecidedOn.Field, Badge: "väntar", Tone: field.Warn, Urgent: true, Weight: 110}
	begin    = field.Reminder{Rule: "not-started", Text: "Insatsen skulle ha börjat: ", Field: Start.Field, Weight: 110}
	complete = field.Reminder{Rule: "late", Text: "Insatsen skulle ha varit klar: ", Field: End.Field, Weight: 110}
	begins   = field.Reminder{Rule: "begins", Text: "Insatsen börjar: ", Field: Start.Field, Quiet: true}
	ready    = field.Reminder{Rule: "ready", Text: "Insatsen ska vara klar: ", Field: End.Field, Quiet: true}
	measure  = field.Reminder{Rule: "measure", Text: "Mät nyttan: ", Field: BenefitRealised.Field, Weight: 110}
)

func init() {
	Kind.Remind = func(w field.World, r *field.Record, say func(field.Reminder)) {
		tell := func(m field.Reminder, due date.Date) {
			m.Text += r.Name()
			m.Subject, m.Due = about(w, r), due
			say(m)
		}
		passed := func(d date.Date) bool { return !d.IsZero() && d < w.Today() }
		// day tells of a day to come, and otherwise once it has passed.
		day := func(on date.Date, coming, gone field.Reminder) {
			switch {
			case passed(on):
				tell(gone, on)
			case !on.IsZero():
				tell(coming, on)
			}
		}
		remindOfPlatform(w, r, say)
		switch StageOf(w, r) {
		case governance.Waiting:
			m, due := decide, decideBy(w, r)
			if passed(due) {
				m.Badge, m.Tone = "försenad", field.Bad
			}
			tell(m, due)
		case governance.Planned:
			day(Start.Get(r), begins, begin)
		case governance.Running:
			day(End.Get(r), ready, complete)
		case governance.Done:
			if on := MeasureOn.Get(r); !on.IsZero() {
				tell(measure.Within(1, on), on)
			}
		}
	}
}

// decideBy is when a decision is needed: when the insats says, else the next meeting. One
// that has been makes nothing late.
func decideBy(w field.World, r *field.Record) date.Date {
	if on := DecideBy.Get(r); !on.IsZero() {
		return on
	}
	if next := settings.NextBoard.Get(settings.In(w)); next >= w.Today() {
		return next
	}
	return 0
}

// about is an insats' reference and förvaltning.
func about(w field.World, r *field.Record) string {
	if unit := w.Label(org.Level(w, Unit.Get(r))); unit != "" {
		return r.Ref + " · " + unit
	}
	return r.Ref
}
