package operation

import (
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/system"
)

// What must be done before and during drift. A version, test or training is told of when
// its day has passed, a version that lacks something a month before.
var (
	versionLate  = field.Reminder{Rule: "version-late", Text: "Versionen skulle ha varit i drift", Field: VersionFrom.Field, Weight: 60}
	versionComes = field.Reminder{Rule: "version-late", Text: "Versionen ska i drift", Field: VersionFrom.Field, Quiet: true}
	versionLacks = field.Reminder{Rule: "version-lacks", Text: "Versionen ska i drift och något som krävs saknas", Field: VersionState.Field, Weight: 70}
	testOver     = field.Reminder{Rule: "test-over", Text: "Testet är slut – skriv utfallet", Field: TestOutcome.Field, Weight: 40}
	testEnds     = field.Reminder{Rule: "test-over", Text: "Testet slutar", Field: TestOutcome.Field, Quiet: true}
	trainingLate = field.Reminder{Rule: "training-late", Text: "Utbildningen skulle ha varit gjord", Field: TrainingDone.Field, Weight: 40}
	trainingDay  = field.Reminder{Rule: "training-late", Text: "Utbildningen ska vara gjord", Field: TrainingDone.Field, Quiet: true}
	changeWaits  = field.Reminder{Rule: "change-waits", Text: "Ändrad drift väntar på IT-enheten", Field: ChangeNotedOn.Field, Badge: "väntar", Tone: field.Warn, Weight: 80}
	changeLate   = field.Reminder{Rule: "change-late", Text: "Driftändringen skulle ha varit genomförd", Field: ChangeState.Field, Weight: 60}
	changeComes  = field.Reminder{Rule: "change-late", Text: "Driftändringen ska genomföras", Field: ChangeState.Field, Quiet: true}
	changeUntold = field.Reminder{Rule: "change-untold", Text: "Driften är ändrad utan att IT-enheten har noterat det", Field: ChangeNotedOn.Field, Badge: "ej noterad", Tone: field.Warn, Weight: 75}
	itemsLeft    = field.Reminder{Rule: "retirement-left", Text: "Avvecklat system har punkter kvar i checklistan", Field: ItemDone.Field, Badge: "kvar", Tone: field.Warn, Gathered: true, Weight: 30}
)

func init() {
	VersionKind.Remind = remindOfVersion
	TestKind.Remind = func(w field.World, r *field.Record, say func(field.Reminder)) {
		if TestOutcome.Get(r) == "" && stands(w, TestOf.Get(r)) {
			dayOf(w, r, TestOf.Get(r), testEnds, testOver, TestTo.Get(r), say)
		}
	}
	TrainingKind.Remind = func(w field.World, r *field.Record, say func(field.Reminder)) {
		if TrainingDone.Get(r).IsZero() && stands(w, TrainingOf.Get(r)) {
			dayOf(w, r, TrainingOf.Get(r), trainingDay, trainingLate, TrainingPlanned.Get(r), say)
		}
	}
	ChangeKind.Remind = remindOfChange
	ItemKind.Remind = func(w field.World, r *field.Record, say func(field.Reminder)) {
		if of := w.Get(ItemOf.Get(r)); of != nil && system.Retired(of) && ItemDone.Get(r).IsZero() {
			say(itemsLeft)
		}
	}
}

// stands says that a system isn't out of use.
func stands(w field.World, id field.ID) bool {
	of := w.Get(id)
	return of != nil && !system.Retired(of)
}

// about gives the reminder the system and what of it.
func about(w field.World, r *field.Record, of field.ID, m field.Reminder) field.Reminder {
	m.Subject = w.Label(of) + ", " + r.Name()
	return m
}

// dayOf tells of a day to come and, otherwise, of one that has passed.
func dayOf(w field.World, r *field.Record, of field.ID, coming, gone field.Reminder, on date.Date, say func(field.Reminder)) {
	switch {
	case on.IsZero():
	case on < w.Today():
		say(about(w, r, of, gone).On(on))
	default:
		say(about(w, r, of, coming).On(on))
	}
}

func remindOfVersion(w field.World, r *field.Record, say func(field.Reminder)) {
	state, on := VersionState.Get(r), VersionFrom.Get(r)
	if state == VersionRuns || state == VersionReplaced || on.IsZero() || !stands(w, VersionOf.Get(r)) {
		return
	}
	if on >= w.Today() && on <= w.Today().AddMonths(1) && len(governance.LacksBefore(w, r, VersionRuns)) > 0 {
		say(about(w, r, VersionOf.Get(r), versionLacks).On(on))
		return
	}
	dayOf(w, r, VersionOf.Get(r), versionComes, versionLate, on, say)
}

func remindOfChange(w field.World, r *field.Record, say func(field.Reminder)) {
	if !stands(w, ChangeOf.Get(r)) {
		return
	}
	switch ChangeState.Get(r) {
	case ChangePlanned:
	case CarriedOut:
		if len(governance.Unasked(w, r)) > 0 {
			say(about(w, r, ChangeOf.Get(r), changeUntold))
		}
		return
	default:
		return
	}
	if len(governance.LacksBefore(w, r, CarriedOut)) > 0 {
		m := about(w, r, ChangeOf.Get(r), changeWaits)
		m.Due = ChangeOn.Get(r)
		say(m)
		return
	}
	dayOf(w, r, ChangeOf.Get(r), changeComes, changeLate, ChangeOn.Get(r), say)
}
