package service

import (
	"cmp"
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/deadline"
	"itportfoljen/app/field"
)

// better says which of two values is the better one of what is measured.
type better uint8

// Which is the better.
const (
	unsaid better = iota // nobody can tell without being told what it is
	higher
	lower
)

// measured are the things that people measure.
var measured = []struct {
	key, label string
	synonyms   []string
	better     better
}{
	{"availability", "Tillgänglighet", []string{"upptid", "availability", "tillgänglig tid"}, higher},
	{"response", "Svarstid", []string{"responstid", "inställelsetid", "tid till svar", "väntetid"}, lower},
	{"remedy", "Åtgärdstid", []string{"lösningstid", "ledtid", "tid till åtgärd"}, lower},
	{"recovery", "Återställningstid", []string{"rto", "avbrottstid", "längsta avbrott", "återläsningstid"}, lower},
	{"loss", "Längsta dataförlust", []string{"rpo", "dataförlust"}, lower},
	{"interruptions", "Antal avbrott", []string{"avbrott", "incidenter", "antal incidenter"}, lower},
	{"within", "Andel i tid", []string{"andel inom tid", "andel lösta i tid", "inom sla"}, higher},
	{"satisfaction", "Nöjdhet", []string{"användarnöjdhet", "nki", "kundnöjdhet"}, higher},
	{"other", "Annat", []string{"övrigt"}, unsaid},
}

func measures() (out []field.Option) {
	for _, m := range measured {
		out = append(out, field.Option{Key: m.key, Label: m.label, Synonyms: m.synonyms})
	}
	return out
}

// betterOf is which value is the better one for a level.
func betterOf(level *field.Record) better {
	for _, m := range measured {
		if m.key == Measure.Get(level) {
			return m.better
		}
	}
	return unsaid
}

// reached says whether a measured value is as good as the target, nil when nobody can tell.
func reached(level *field.Record, value field.Value) field.Value {
	v, known := value.(int64)
	target, said := level.Get(Target.Field).(int64)
	b := betterOf(level)
	switch {
	case !known || !said || b == unsaid:
		return nil
	case b == higher && v >= target || b == lower && v <= target:
		return "yes"
	}
	return "no"
}

func outcomeMet(w field.World, r *field.Record) field.Value {
	if level := w.Get(OutcomeOf.Get(r)); level != nil {
		return reached(level, r.Get(Outcome.Field))
	}
	return nil
}

// Last is the outcome of a level's latest period in which something was measured; nil for
// none.
func Last(w field.World, level field.ID) (last *field.Record) {
	for _, o := range w.Pointing(OutcomeOf.Field, level) {
		if o.Get(Outcome.Field) != nil && (last == nil || periodEnd(o) >= periodEnd(last)) {
			last = o
		}
	}
	return last
}

// periodEnd is the day that an outcome is of: the end of its period or, when that isn't
// said, its beginning.
func periodEnd(o *field.Record) date.Date { return cmp.Or(OutcomeTo.Get(o), OutcomeFrom.Get(o)) }

func latestMeasured(w field.World, r *field.Record) field.Value {
	if o := Last(w, r.ID); o != nil {
		return o.Get(Outcome.Field)
	}
	return nil
}

func latestMet(w field.World, r *field.Record) field.Value {
	if o := Last(w, r.ID); o != nil {
		return reached(r, o.Get(Outcome.Field))
	}
	return nil
}

// unmet says why nobody can tell whether the target is reached.
func unmet(w field.World, r *field.Record) string {
	switch {
	case Last(w, r.ID) == nil:
		return ""
	case r.Get(Target.Field) == nil:
		return "mål saknas"
	case Measure.Get(r) == "":
		return "vad som mäts saknas"
	case betterOf(r) == unsaid:
		return "kan inte avgöras"
	}
	return ""
}

// measureBy is the last day to measure: an interval after the latest period, or after the
// level began or was approved. It is unknown when either isn't said.
func measureBy(w field.World, r *field.Record) field.Value {
	months, by := int(Interval.Get(r)), date.Date(0)
	if o := Last(w, r.ID); o == nil {
		by = cmp.Or(From.Get(r), ApprovedOn.Get(r)).AddMonths(months)
	} else if to := OutcomeTo.Get(o); !to.IsZero() {
		by = deadline.Later(to, months)
	} else {
		by = OutcomeFrom.Get(o).AddMonths(months)
	}
	if months <= 0 || by.IsZero() {
		return nil
	}
	return by
}

// unknownBy says what is missing to know when a level is to be measured.
func unknownBy(w field.World, r *field.Record) string {
	switch {
	case Interval.Get(r) <= 0 || measureBy(w, r) != nil || over(w, r):
		return ""
	case Last(w, r.ID) != nil:
		return "mätperiod saknas"
	}
	return "startdag saknas"
}

// Levels are those said of a system or a service, those that hold first.
func Levels(w field.World, thing field.ID) []*field.Record {
	out := slices.Clone(w.Pointing(LevelOf.Field, thing))
	slices.SortStableFunc(out, func(a, b *field.Record) int {
		return cmp.Compare(toInt(over(w, a)), toInt(over(w, b)))
	})
	return out
}

func toInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
