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
	tell     = field.Reminder{Rule: "acute-tell", Text: "Ta upp för information (akut): ", Field: Acute.Field, Badge: "väntar", Tone: field.Warn, Weight: 90}
	whyAcute = field.Reminder{Rule: "acute-why", Text: "Skriv varför insatsen är akut", Field: AcuteWhy.Field, Badge: "saknas", Tone: field.Warn, Gathered: true, Weight: 40}
	whyClass = field.Reminder{Rule: "class-differs", Text: "Klassen är inte checklistans – skriv varför", Field: Class.Field, Badge: "avviker", Tone: field.Warn, Gathered: true, Weight: 30}
	backward = field.Reminder{Rule: "ends-before", Text: "Insatsen slutar före dagen då den börjar", Field: End.Field, Badge: "avviker", Tone: field.Warn, Gathered: true, Weight: 45}
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
		remindOfAssessment(w, r, say)
		remindOfReport(w, r, say)
		remindOfLegs(w, r, say)
		remindOfHandover(w, r, say)
		if backwards(r) && StageOf(w, r).Live() {
			say(backward)
		}
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

// backwards says that an insats would end before it begins. It is told and not refused: the days
// are written one at a time, also by lists that are read in.
func backwards(r *field.Record) bool {
	return !End.Get(r).IsZero() && End.Get(r) < Start.Get(r)
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

// remindOfAssessment tells of what hurries and of a class that nobody has said why it has,
// until the insats is done.
func remindOfAssessment(w field.World, r *field.Record, say func(field.Reminder)) {
	stage := StageOf(w, r)
	if !stage.Live() || stage == governance.Done {
		return
	}
	if Acute.Get(r) && AcuteWhy.Get(r) == "" && governance.Of(w).Acute.Role != "" {
		say(whyAcute)
	}
	if governance.ToTell(w, r) {
		m := tell
		m.Text += r.Name()
		m.Subject = about(w, r)
		say(m)
	}
	if Differs(w, r) {
		say(whyClass)
	}
}
