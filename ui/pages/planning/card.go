package planning

import (
	"slices"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// card is an insats on the board.
func card(p *app.Portfolio, r *field.Record) widgets.BoardCard {
	c := widgets.BoardCard{Key: string(r.ID), Ref: r.Ref, Title: r.Name(), Subtitle: p.Label(org.Level(p, plan.Unit.Get(r))), Who: p.Label(responsible(r))}
	if cost, ok := plan.Cost(p, r); ok {
		c.Amount = cost.Short()
	}
	if o, ok := plan.Priority.OptionOf(p, plan.Priority.Get(r)); ok {
		c.Rank, c.RankStyle = texts.T("plan.rank", o.Key), record.Style(o.Tone)
	}
	c.When, c.WhenStyle = when(p, r)
	c.Pill, c.PillStyle = state(p, r)
	c.Flags, c.FlagsStyle = flags(p, r)
	return c
}

// responsible is who leads an insats, else who asked for it.
func responsible(r *field.Record) field.ID {
	if id := plan.Manager.Get(r); id != "" {
		return id
	}
	return plan.Client.Get(r)
}

// when is by which day something must be done about an insats, as it reminds of itself,
// else when it goes on.
func when(p *app.Portfolio, r *field.Record) (text string, style widgets.Style) {
	plan.Kind.Remind(p, r, func(m field.Reminder) {
		switch {
		case m.Due.IsZero() || !m.Pressing(p.Today()):
		case m.Due < p.Today() && slices.Contains(late, m.Rule):
			text, style = texts.T("plan.late."+m.Rule, day(p, m.Due)), widgets.Bad
		case m.Due < p.Today():
			text, style = told(m, day(p, m.Due)), widgets.Bad
		case slices.Contains(soon, m.Rule):
			text = texts.T("plan.when."+m.Rule, day(p, m.Due))
		default:
			text = told(m, day(p, m.Due))
		}
	})
	if on := plan.MeasureOn.Get(r); text == "" && !on.IsZero() && plan.StageOf(p, r) == governance.Done {
		text = texts.T("plan.when.measure", day(p, on))
	}
	if text != "" {
		return text, style
	}
	from, to := plan.Start.Get(r), plan.End.Get(r)
	switch {
	case from.IsZero() && to.IsZero():
		return "", style
	case from.IsZero():
		return texts.T("plan.to", to.ShortMonth()), style
	case to.IsZero():
		return texts.T("plan.from", from.ShortMonth()), style
	case from.Year() == to.Year() && from.Month() == to.Month():
		return to.ShortMonth(), style
	case from.Year() == to.Year():
		month, _, _ := strings.Cut(from.ShortMonth(), " ")
		return month + "–" + to.ShortMonth(), style
	}
	return from.ShortMonth() + "–" + to.ShortMonth(), style
}

// The reminders that a card has few words for when they are late, and before; others are told
// as they are.
var (
	late = []string{"decision", "not-started", "late", "measure"}
	soon = []string{"decision", "measure"}
)

func told(m field.Reminder, day string) string { return strings.TrimRight(m.Text, ": ") + " " + day }

// day is a day, or when it isn't near its month and year.
func day(p *app.Portfolio, d date.Date) string {
	if near := p.Today().DaysUntil(d); near > -300 && near < 300 {
		return d.Short()
	}
	return d.ShortMonth()
}

// tip is all that a card may not have room for.
func tip(p *app.Portfolio, r *field.Record) string {
	if r == nil {
		return ""
	}
	lines := []string{r.Name()}
	for _, fields := range [][]*field.Field{{plan.Unit.Field}, {plan.Manager.Field, plan.Client.Field}, {plan.Start.Field, plan.End.Field}, {plan.DecideBy.Field}} {
		var said []string
		for _, f := range fields {
			if value := f.Read(p, r, 0); value != "" {
				said = append(said, f.Label+": "+value)
			}
		}
		if len(said) > 0 {
			lines = append(lines, strings.Join(said, " · "))
		}
	}
	cost := texts.T("plan.sum.unknown")
	if total, ok := plan.Cost(p, r); ok {
		cost = texts.T("plan.tip.cost", total.Kr())
	}
	return strings.Join(append(lines, cost), "\n")
}

// state is what a card's pill says: what deviates, what waits, else its class.
func state(p *app.Portfolio, r *field.Record) (string, widgets.Style) {
	switch plan.StageOf(p, r) {
	case governance.Waiting:
		return texts.T("plan.waiting"), widgets.Warn
	case governance.Running:
		said, tone := plan.Status(p, r)
		return said, record.Style(tone)
	}
	if o, ok := plan.Class.OptionOf(p, plan.Class.Get(r)); ok {
		return o.Label, widgets.Neutral
	}
	return "", widgets.Neutral
}

// flags are what is special about an insats and, when it runs, how old its läge is.
func flags(p *app.Portfolio, r *field.Record) (string, widgets.Style) {
	said, style := plan.Specials(p, r), widgets.Muted
	if len(said) > 0 {
		style = widgets.Warn
	}
	if plan.StageOf(p, r) == governance.Running {
		if age, old := plan.Aged(p, r); age != "" {
			said = append(said, texts.T("plan.aged", age))
			if old {
				style = widgets.Warn
			}
		}
	}
	return strings.Join(said, " · "), style
}
