package report

import (
	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/plan"
	"itportfoljen/app/rhythm"
)

// Since is the setting of what the changes that a report tells of are since. Job.Past is how
// it was then.
var Since = Setting{Key: "sedan", Kind: app.SettingSince, Label: "Förändringar sedan", Help: "En dag, eller namn eller nummer på ett låst läge eller en fastställd plan. Tomt: ledningsgruppens senaste möte."}

// Past is the portfolio as it stood at an earlier time.
type Past struct {
	World field.World // the whole municipality's, its today the day of that time; nil where that isn't known
	Name  string      // what that time is called: "T1 2027, låst 2026-05-31"
	Short string      // and in the head of a column: "T1 2027"
	Why   string      // why it isn't known, in sentences
}

// since is what the setting says: a locked state, a plan, or else a day; none of them is the
// ledningsgrupp's latest meeting.
type since struct {
	state, version *field.Record
	day            date.Date
}

// readSince understands what the setting says. Faults: Usage (nothing that there is, or what is
// after the report's day).
func (j *Job) readSince(said string) (since, error) {
	states, plans := called(j.All, rhythm.States(j.All, 0), said), called(j.All, plan.Versions(j.All), said)
	switch {
	case len(states)+len(plans) > 1:
		return since{}, Usage("Flera låsta lägen eller fastställda planer heter ”%s”. Skriv numret i stället.", said)
	case len(states) == 1:
		return since{state: states[0]}, j.notAfter(rhythm.On.Get(states[0]))
	case len(plans) == 1:
		return since{version: plans[0]}, j.notAfter(plan.VersionOn.Get(plans[0]))
	}
	day, err := date.Parse(said)
	if err != nil || day.From != day.To {
		return since{}, Usage("”%s” är varken en dag, ett låst läge eller en fastställd plan. Skriv datum så här: 2026-12-03, eller ett namn eller nummer som finns.", said)
	}
	return since{day: day.From}, j.notAfter(day.From)
}

// notAfter refuses to tell of changes since a day that comes after the report's.
func (j *Job) notAfter(day date.Date) error {
	if day > j.Date {
		return Usage("Förändringar sedan %s går inte att visa i en rapport från %s. Välj en tidigare dag.", day, j.Date)
	}
	return nil
}

// Past is the portfolio as it stood when the setting Since says.
func (j *Job) Past() (Past, error) {
	switch s := j.since; {
	case s.state != nil:
		return j.sinceEntry(rhythm.At.Get(s.state), rhythm.On.Get(s.state), s.state.Name(), ", låst ")
	case s.version != nil:
		return j.sinceEntry(plan.VersionAt.Get(s.version), plan.VersionOn.Get(s.version), s.version.Name(), ", fastställd ")
	case !s.day.IsZero():
		return j.sinceDay(s.day)
	}
	return j.sinceMeeting()
}

// past makes the World of an earlier time, or says why there is none.
func past(name, short string, on date.Date, w World, err error) (Past, error) {
	p := Past{Name: name, Short: short}
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		p.Why = "Hur portföljen stod då, " + name + ", går inte att räkna fram ur journalen."
	case err != nil:
		return Past{}, err
	case on.IsZero():
		p.World = w
	default:
		p.World = dated{newUpon(w), on}
	}
	return p, nil
}

// sinceEntry is the portfolio after the entry in which something was locked.
func (j *Job) sinceEntry(entry int64, on date.Date, name, when string) (Past, error) {
	short := Clip(name, 40)
	name = Clip(name, 80) + when + on.String()
	if entry == 0 {
		return Past{Name: name, Short: short, Why: "Hur portföljen stod då, " + name + ", är inte känt: det var innan portföljen fanns."}, nil
	}
	w, err := j.All.At(j.ctx, entry)
	return past(name, short, on, w, err)
}

// sinceDay is the portfolio as it stood when a day had ended.
func (j *Job) sinceDay(day date.Date) (Past, error) {
	w, err := j.All.AsOf(j.ctx, day)
	return past(day.String(), day.String(), day, w, err)
}

// sinceMeeting is the portfolio when the ledningsgrupp's latest meeting was closed.
func (j *Job) sinceMeeting() (Past, error) {
	m := forum.LastOfLeaders(j.All, j.Date)
	if m == nil {
		return Past{Why: "Inget justerat möte med ledningsgruppen finns i portföljen, så det är inte känt när den senast fick en rapport. Välj vad förändringarna ska räknas från: en dag, ett låst läge eller en fastställd plan."}, nil
	}
	on := forum.MeetingOn.Get(m).String()
	w, err := j.whenClosed(m)
	name := Joined(" ", Clip(j.All.Label(forum.MeetingOf.Get(m)), MostHead), on)
	if err == nil {
		name += " (justerat " + w.Today().String() + ")"
	}
	return past(name, on, 0, w, err)
}

// whenClosed is the portfolio as it stood when a meeting was closed. Faults: NotFound.
func (j *Job) whenClosed(m *field.Record) (*app.Portfolio, error) {
	return j.All.WhenGiven(j.ctx, m.ID, forum.State.Field, forum.Closed)
}
