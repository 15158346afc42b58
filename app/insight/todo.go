package insight

import (
	"cmp"
	"fmt"
	"slices"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
)

// Todo is something that must be done. One that concerns several records
// lists them all.
type Todo struct {
	Rule    string // which rule found it, stable: "notice", "owner" …
	Tone    field.Tone
	Badge   string // "9 dagar", "försenad", "saknas"
	Text    string // what to do
	Subject string // about what
	Due     date.Date
	Kind    *field.Kind
	Records []field.ID
	Field   string // the field to fill in, when there is one
	rank    int
}

// Todos lists what must be done, the most urgent first. The rules:
//
//	notice         an agreement must be given notice of within three months
//	ending         it is too late for that, or nobody knows, and it ends within six
//	ended          it has ended
//	notice-unknown its end is to come, and nobody has said how long notice is
//	shares         what it covers has shares that don't come to the whole
//	owner, manager a role in a system in service is vacant; owner-left when its
//	               holder has left
//	class          a system in service lacks K, R or T
//	class-old      its classification should have been redone
//	support        the supplier's support ends within six months
//	support-ended  it has ended
//	dpa            personal data outside the house without a PUB-avtal
//	decision       an insats waits for a decision
//	late           a running insats should be ready
//	not-started    a planned one should have begun
//	measure        a benefit should be measured within a month
//	frame          more is allotted than a ram holds
func Todos(w World) []Todo {
	c := collector{w: w, today: w.Today()}
	c.agreements()
	c.systems()
	c.initiatives()
	c.groups()
	for _, f := range Frames(w) {
		if f.Over() {
			c.add(Todo{Rule: "frame", Tone: field.Bad, Badge: "över ram", Text: "Insatserna överskrider ramen", Kind: plan.Kind,
				Subject: fmt.Sprintf("%s, %s över", f.Label, (f.Allotted - f.Frame.Ore).Short()), rank: 1})
		}
	}
	slices.SortStableFunc(c.out, func(a, b Todo) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(orLast(a.Due), orLast(b.Due)))
	})
	return c.out
}

type collector struct {
	w       World
	today   date.Date
	out     []Todo
	missing map[string]*Todo // rules that gather many records in one line
}

func (c *collector) add(t Todo) { c.out = append(c.out, t) }

// gather puts a record in the one line of a rule.
func (c *collector) gather(rule string, tone field.Tone, badge, what string, r *field.Record, f *field.Field) {
	if c.missing == nil {
		c.missing = map[string]*Todo{}
	}
	t := c.missing[rule]
	if t == nil {
		t = &Todo{Rule: rule, Tone: tone, Badge: badge, Text: what, Kind: r.Kind, Field: f.Key, rank: 3}
		if tone == field.Bad {
			t.rank = 1 // after what has a day of the same rank
		}
		c.missing[rule] = t
	}
	t.Records = append(t.Records, r.ID)
}

func (c *collector) groups() {
	for _, rule := range []string{"owner-left", "ended", "support-ended", "notice-unknown", "owner", "manager", "class", "class-old", "dpa", "shares"} {
		t := c.missing[rule]
		if t == nil {
			continue
		}
		t.Subject = text.Plural(len(t.Records), t.Kind.One, t.Kind.Many)
		if len(t.Records) == 1 {
			t.Subject = c.w.Label(t.Records[0])
			if r := c.w.Get(t.Records[0]); r.Kind == agreement.Kind {
				t.Subject = c.covering(r)
			}
		}
		c.add(*t)
	}
}

// soon writes the days that are left.
func (c *collector) soon(d date.Date) (string, field.Tone) {
	n := c.today.DaysUntil(d)
	switch {
	case n < 0:
		return "försenad", field.Bad
	case n == 0:
		return "i dag", field.Bad
	case n <= 14:
		return text.Plural(n, "dag", "dagar"), field.Bad
	case n <= 60:
		return text.Plural(n, "dag", "dagar"), field.Warn
	}
	return text.Plural((n+15)/30, "månad", "månader"), field.Plain
}

func (c *collector) dated(rule, what string, r *field.Record, subject string, due date.Date, f *field.Field) {
	badge, tone := c.soon(due)
	rank := 2
	if tone == field.Bad {
		rank = 1
	} else if tone == field.Plain {
		rank = 4
	}
	c.add(Todo{Rule: rule, Tone: tone, Badge: badge, Text: what, Subject: subject, Due: due, Kind: r.Kind, Records: []field.ID{r.ID}, Field: f.Key, rank: rank})
}

func (c *collector) systems() {
	years := int(settings.ReviewYear.Get(c.w.Settings()))
	if years <= 0 {
		years = settings.DefaultReviewYears
	}
	for _, r := range c.w.All(system.Kind) {
		if !system.InService(r) {
			continue
		}
		c.roles(r)
		c.classification(r, years)
		c.support(r)
		c.processor(r)
	}
}

func (c *collector) support(r *field.Record) {
	switch end := system.SupportEnd.Get(r); {
	case end.IsZero() || end > c.today.AddMonths(6):
	case end < c.today:
		c.gather("support-ended", field.Bad, "passerat", "Leverantörens stöd har upphört – uppgradera eller avveckla", r, system.SupportEnd.Field)
	default:
		c.dated("support", "Leverantörens stöd upphör", r, r.Name(), end, system.SupportEnd.Field)
	}
}

func (c *collector) processor(r *field.Record) {
	data, hosting := system.PersonalData.Get(r), system.Hosting.Get(r)
	if (data == "yes" || data == "sensitive") && (hosting == "cloud" || hosting == "external") && system.ProcessorSigned.Get(r).IsZero() {
		c.gather("dpa", field.Warn, "saknas", "PUB-avtal saknas för extern drift", r, system.ProcessorSigned.Field)
	}
}

// agreements tells of those in force that cover a system in service, or nothing that
// is known.
func (c *collector) agreements() {
	for _, r := range c.w.All(agreement.Kind) {
		if !agreement.InForce(r) || !c.needed(r) {
			continue
		}
		if sum, said := agreement.Shares(c.w, r.ID); said > 0 && sum < 100 {
			c.gather("shares", field.Plain, "saknas", "Andelarna i avtalet blir inte 100 % – fyll på", r, agreement.Things.Field)
		}
		end, notice := agreement.Dates(r, c.today)
		switch {
		case end.IsZero():
		case end < c.today:
			c.gather("ended", field.Bad, "passerat", "Avtalet har löpt ut – förnya eller avsluta", r, agreement.End.Field)
		case agreement.Bound(r):
			c.ending(r, end)
		case notice.IsZero():
			c.gather("notice-unknown", field.Warn, "saknas", "Avtal saknar uppsägningstid – ta reda på den", r, agreement.NoticeMonths.Field)
			c.ending(r, end)
		case notice >= c.today && notice <= c.today.AddMonths(3):
			c.dated("notice", "Säg upp eller förläng avtalet", r, c.covering(r), notice, agreement.NoticeBy.Field)
		case notice < c.today:
			c.ending(r, end)
		}
	}
}

// needed says that an agreement covers something in service, or nothing that is known.
func (c *collector) needed(r *field.Record) bool {
	things := covered(c.w, r)
	return len(things) == 0 || slices.ContainsFunc(things, system.InService)
}

// covering is what an agreement is called with what it covers, where the name doesn't
// say.
func (c *collector) covering(r *field.Record) string {
	var names []string
	for _, t := range covered(c.w, r) {
		names = append(names, t.Name())
	}
	return Covering(r.Name(), names)
}

// ending tells of an agreement that nobody may be able to give notice of any more.
func (c *collector) ending(r *field.Record, end date.Date) {
	if end > c.today.AddMonths(6) {
		return
	}
	what := "Avtalet löper ut"
	switch {
	case agreement.Bound(r):
		what = "Det uppsagda avtalet löper ut"
	case agreement.RenewalMonths.Get(r) > 0:
		what = "Avtalet förlängs av sig självt"
	}
	c.dated("ending", what, r, c.covering(r), end, agreement.End.Field)
}

func (c *collector) roles(r *field.Record) {
	if !field.Held(c.w, r, system.SystemOwner) {
		if len(field.Holders(system.SystemOwner.Get(r), c.today)) > 0 { // somebody, who isn't here any more
			c.gather("owner-left", field.Bad, "saknas", "Systemägaren har slutat – utse ny", r, system.SystemOwner.Field)
		} else {
			c.gather("owner", field.Warn, "saknas", "Systemägare saknas – utse", r, system.SystemOwner.Field)
		}
	}
	if !field.Held(c.w, r, system.Manager) {
		c.gather("manager", field.Plain, "saknas", "Systemförvaltare saknas – utse", r, system.Manager.Field)
	}
}

func (c *collector) classification(r *field.Record, years int) {
	review := system.ReviewBy.Get(r)
	if on := system.ClassifiedOn.Get(r); review.IsZero() && !on.IsZero() {
		review = on.AddMonths(12 * years)
	}
	switch {
	case !classified(r):
		c.gather("class", field.Warn, "saknas", "Informationsklassning saknas", r, system.Confidentiality.Field)
	case !review.IsZero() && review < c.today:
		c.gather("class-old", field.Warn, "försenad", "Klassningen är för gammal – klassa om", r, system.ClassifiedOn.Field)
	}
}

func (c *collector) initiatives() {
	model := c.w.Model()
	for _, r := range c.w.All(plan.Kind) {
		switch model.StageOf(plan.Phase.Get(r)) {
		case governance.Waiting:
			c.decision(r)
		case governance.Running:
			if end := plan.End.Get(r); !end.IsZero() && end < c.today {
				c.dated("late", "Insatsen skulle ha varit klar: "+r.Name(), r, c.about(r), end, plan.End.Field)
			}
		case governance.Planned:
			if start := plan.Start.Get(r); !start.IsZero() && start < c.today {
				c.dated("not-started", "Insatsen skulle ha börjat: "+r.Name(), r, c.about(r), start, plan.Start.Field)
			}
		case governance.Done:
			if on := plan.MeasureOn.Get(r); !on.IsZero() && on <= c.today.AddMonths(1) {
				c.dated("measure", "Mät nyttan: "+r.Name(), r, c.about(r), on, plan.BenefitRealised.Field)
			}
		}
	}
}

// about is an insats' reference and förvaltning.
func (c *collector) about(r *field.Record) string {
	if unit := c.w.Label(org.Level(c.w, plan.Unit.Get(r))); unit != "" {
		return r.Ref + " · " + unit
	}
	return r.Ref
}

func (c *collector) decision(r *field.Record) {
	t := Todo{Rule: "decision", Tone: field.Warn, Badge: "väntar", Text: "Beslut: " + r.Name(), Subject: c.about(r), Due: plan.DecideBy.Get(r),
		Kind: r.Kind, Records: []field.ID{r.ID}, Field: plan.DecidedOn.Key, rank: 1}
	if next := settings.NextBoard.Get(c.w.Settings()); t.Due.IsZero() && next >= c.today { // a meeting that has been makes nothing late
		t.Due = next
	}
	if !t.Due.IsZero() && t.Due < c.today {
		t.Badge, t.Tone = "försenad", field.Bad
	}
	c.add(t)
}
