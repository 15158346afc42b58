package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/settings"
)

// ReportKind is a lägesrapport: how an insats went on a day.
var ReportKind = field.NewKind(field.Kind{Name: "status_report", Plural: "status_reports", One: "lägesrapport", Many: "lägesrapporter", Also: []string{"statusrapport", "läge", "trafikljus", "uppföljning av insats"}, Prefix: "LÄG",
	Sheet: "Lägesrapporter", Further: true, Icon: "circle-check", Page: "plan"})

// The fields of a lägesrapport.
var (
	ReportTitle   = field.NewText(ReportKind, "summary", "Rubrik", field.Width(30), field.Help("Läget på en rad, när orden är många."), field.Also("rubrik", "sammanfattning"))
	ReportOf      = field.NewRef(ReportKind, "initiative", "Insats", field.Owning, field.To(Kind), field.Required(""), field.Listed, field.Width(26), field.Also("insats", "projekt"))
	ReportOn      = field.NewDate(ReportKind, "date", "Datum", field.Required(""), field.Listed, field.Width(11), field.Also("datum", "rapportdatum", "dag"))
	ReportBy      = field.NewPerson(ReportKind, "by", "Av", field.Listed, field.Also("av", "rapporterad av", "projektledare"))
	ReportTime    = field.NewChoice(ReportKind, "time", "Tid", field.Listed, field.Width(11), field.Of(rag...), field.Also("tid", "status tid"))
	ReportCost    = field.NewChoice(ReportKind, "cost", "Kostnad", field.Listed, field.Width(11), field.Of(rag...), field.Also("kostnad", "status kostnad"))
	ReportScope   = field.NewChoice(ReportKind, "scope", "Innehåll", field.Listed, field.Width(11), field.Of(rag...), field.Also("innehåll", "status innehåll"))
	ReportQuality = field.NewChoice(ReportKind, "quality", "Kvalitet", field.Listed, field.Width(11), field.Of(rag...), field.Also("kvalitet", "status kvalitet"))
	ReportRisk    = field.NewChoice(ReportKind, "risk", "Risk", field.Listed, field.Width(11), field.Of(rag...), field.Also("risker", "status risk"))
	ReportBenefit = field.NewChoice(ReportKind, "benefit", "Nytta", field.Listed, field.Width(11), field.Of(rag...), field.Also("nytta", "status nytta"))
	ReportNote    = field.NewLongText(ReportKind, "more", "Läget i ord", field.Listed, field.Help("Det som avviker, varför, och vad som görs."), field.Also("läget i ord", "lägeskommentar", "avvikelser", "kommentar", "anteckningar"))
)

// What the latest lägesrapport says of how old it is.
var (
	ReportedOn = field.NewDate(Kind, "reported_on", "Senaste lägesrapport", field.In(Progress), field.Width(21), field.Computed(reportedOn), field.Follows(reportKinds))
	ReportAge  = field.NewNumber(Kind, "report_age", "Lägesrapportens ålder, dagar", field.In(Progress), field.Computed(reportAge), field.Follows(reportKinds))
)

func reportKinds() []*field.Kind { return []*field.Kind{ReportKind} }

// lights are those of a lägesrapport that a new one starts with, and which of the insats'
// own follow them; nil for those that it has none of.
var lights = []struct{ report, own *field.Field }{
	{ReportTime.Field, TimeStatus.Field}, {ReportCost.Field, CostStatus.Field}, {ReportScope.Field, ScopeStatus.Field},
	{ReportQuality.Field, nil}, {ReportRisk.Field, nil}, {ReportBenefit.Field, nil},
}

// LatestReport is the newest lägesrapport of an insats; nil when it has none.
func LatestReport(w field.World, id field.ID) (last *field.Record) {
	for _, r := range w.Pointing(ReportOf.Field, id) {
		if last == nil || ReportOn.Get(r) >= ReportOn.Get(last) {
			last = r
		}
	}
	return last
}

func reportedOn(w field.World, r *field.Record) field.Value {
	if last := LatestReport(w, r.ID); last != nil && !ReportOn.Get(last).IsZero() {
		return ReportOn.Get(last)
	}
	return nil
}

func reportAge(w field.World, r *field.Record) field.Value {
	on, known := reportedOn(w, r).(date.Date)
	if !known {
		return nil
	}
	return int64(on.DaysUntil(w.Today()))
}

// Reportable says whether an insats has a läge to tell of: it is decided, and isn't closed or set
// aside.
func Reportable(w field.World, r *field.Record) bool {
	switch StageOf(w, r) {
	case governance.Planned, governance.Running, governance.Done:
		return true
	}
	return false
}

// NextReport is a lägesrapport of an insats that isn't written yet: a copy of its last, on a day
// (zero: today), and by somebody ("": who leads the insats); one without any begins with what
// the insats says of itself.
func NextReport(w field.World, of *field.Record, on date.Date, by field.ID) *field.Record {
	r := field.NewRecord(ReportKind, w.NewID()).Put(ReportOf.Field, of.ID).Put(ReportOn.Field, cmp.Or(on, w.Today())).Put(ReportBy.Field, cmp.Or(by, Manager.Get(of)))
	last := LatestReport(w, of.ID)
	for _, l := range lights {
		switch {
		case last != nil:
			r.Put(l.report, last.Get(l.report))
		case l.own != nil:
			r.Put(l.report, of.Get(l.own))
		}
	}
	if last != nil {
		r.Put(ReportTitle.Field, last.Get(ReportTitle.Field)).Put(ReportNote.Field, last.Get(ReportNote.Field))
	}
	return r
}

// Report makes the next lägesrapport of an insats, as NextReport says. Faults: NotFound,
// Conflict (there is one of that day), and those of the kind.
func Report(tx *field.Tx, insats field.ID, on date.Date, by field.ID) (*field.Record, error) {
	of := tx.Get(insats)
	if of == nil || of.Kind != Kind {
		return nil, errGone
	}
	r := NextReport(tx, of, on, by)
	if err := WriteReport(tx, r); err != nil {
		return nil, err
	}
	return r, nil
}

// WriteReport makes a lägesrapport that was begun with NextReport. Faults as those of Report.
func WriteReport(tx *field.Tx, r *field.Record) error {
	of := tx.Get(ReportOf.Get(r))
	if of == nil {
		return errGone
	}
	on := ReportOn.Get(r)
	if slices.ContainsFunc(tx.Pointing(ReportOf.Field, of.ID), func(o *field.Record) bool { return ReportOn.Get(o) == on }) {
		return fault.New(fault.Conflict, fmt.Sprintf("%s har redan en lägesrapport från %s. Inget har ändrats. Ändra den, eller skriv en annan dag.", of.Name(), on))
	}
	return tx.Create(r)
}

// Light is one of the lights of an insats: of what, and which.
type Light struct {
	Label string // "Tid"
	Word  string // "Hotad"
	Tone  field.Tone
}

// Lights are those of an insats: its latest lägesrapport's or, where it has none, its own.
func Lights(w field.World, r *field.Record) (out []Light) {
	last := LatestReport(w, r.ID)
	for _, l := range lights {
		var o field.Option
		var ok bool
		switch {
		case last != nil && !field.IsEmpty(last.Get(l.report)):
			o, ok = l.report.OptionOf(w, last.Get(l.report))
		case l.own != nil:
			o, ok = l.own.OptionOf(w, r.Get(l.own))
		}
		if ok {
			out = append(out, Light{l.report.Label, o.Label, o.Tone})
		}
	}
	return out
}

// Worst is the light that is the worst, the first of those that are as bad; false where there
// are none.
func Worst(w field.World, r *field.Record) (worst Light, any bool) {
	rank := map[field.Tone]int{field.Good: 1, field.Warn: 2, field.Bad: 3}
	for _, l := range Lights(w, r) {
		if rank[l.Tone] > rank[worst.Tone] {
			worst, any = l, true
		}
	}
	return worst, any
}

// Aged is how old the latest lägesrapport of an insats is, "3 veckor", and whether that is more
// than the municipality wants; "" where it has none.
func Aged(w field.World, r *field.Record) (age string, old bool) {
	on, known := reportedOn(w, r).(date.Date)
	if !known {
		return "", false
	}
	return text.Age(on.DaysUntil(w.Today())), StageOf(w, r) == governance.Running && on.AddMonths(settings.ReportMonths(w)) < w.Today()
}

// What is said of a running insats whose latest lägesrapport is old, or that has none.
var (
	reportOld  = field.Reminder{Rule: "report-old", Text: "Ny lägesrapport: ", Field: ReportedOn.Field, Weight: 55}
	reportNone = field.Reminder{Rule: "report-none", Text: "Pågående insats utan lägesrapport", Field: ReportedOn.Field, Badge: "saknas", Tone: field.Warn, Gathered: true, Weight: 30}
)

func init() {
	ReportKind.Identity = []*field.Field{ReportOf.Field, ReportOn.Field}
	ReportKind.Vital = ReportKind.Identity
	ReportKind.Columns = []*field.Field{ReportOn.Field, ReportTime.Field, ReportCost.Field, ReportScope.Field, ReportQuality.Field, ReportRisk.Field, ReportBenefit.Field, ReportTitle.Field, ReportNote.Field, ReportBy.Field}
	ReportKind.Within = Progress
	ReportKind.Caption = func(r *field.Record) string {
		return strings.TrimSpace(ReportKind.One + " " + ReportOn.Get(r).String())
	}
	ReportKind.Check = checkReport
	ReportedOn.Standing = func(w field.World, r *field.Record) (field.Standing, bool) {
		age, old := Aged(w, r)
		on, _ := reportedOn(w, r).(date.Date)
		st := field.Standing{Text: on.String() + " · " + age}
		if old {
			st.Tone, st.Why = field.Warn, "Läget är "+age+" gammalt"
		}
		return st, age != ""
	}
	field.NewSequel(followReport, ReportKind)
}

func checkReport(w field.World, _, r *field.Record) error {
	switch {
	case r == nil:
		return nil
	case ReportOf.Get(r) == "":
		return fault.New(fault.Invalid, "En lägesrapport säger vilken insats den gäller. Inget har ändrats. Fyll i insatsen.")
	case ReportOn.Get(r) > w.Today():
		return fault.New(fault.Invalid, fmt.Sprintf("Lägesrapportens dag %s har inte varit än. Inget har ändrats.", ReportOn.Get(r)))
	}
	return nil
}

// followReport gives the insatser whose lägesrapporter changed what the latest of them says.
func followReport(tx *field.Tx) error {
	for _, id := range tx.Touched() {
		for _, r := range []*field.Record{tx.Before(id), tx.Get(id)} {
			if r == nil || r.Kind != ReportKind {
				continue
			}
			of, last := tx.Get(ReportOf.Get(r)), LatestReport(tx, ReportOf.Get(r))
			if of == nil || last == nil {
				continue
			}
			if err := sayAs(tx, of, last); err != nil {
				return err
			}
		}
	}
	return nil
}

// sayAs makes an insats' own Läge what a lägesrapport says; of what that says nothing, the
// insats keeps what it has.
func sayAs(tx *field.Tx, of, last *field.Record) error {
	set := func(f *field.Field, v field.Value) error {
		if field.IsEmpty(v) || field.Equal(tx.Get(of.ID).Get(f), v) {
			return nil
		}
		return tx.Set(of.ID, f, v)
	}
	for _, l := range lights {
		if l.own == nil {
			continue
		}
		if err := set(l.own, last.Get(l.report)); err != nil {
			return err
		}
	}
	return set(StatusNote.Field, cmp.Or(ReportNote.Get(last), ReportTitle.Get(last)))
}

// remindOfReport is of a running insats, where lägesrapporter are written at all.
func remindOfReport(w field.World, r *field.Record, say func(field.Reminder)) {
	if StageOf(w, r) != governance.Running || !governance.Met(w, ReportKind) {
		return
	}
	on, known := reportedOn(w, r).(date.Date)
	if !known {
		say(reportNone)
		return
	}
	m := reportOld
	m.Text += r.Name()
	m.Subject = about(w, r)
	say(m.Within(0, on.AddMonths(settings.ReportMonths(w))))
}
