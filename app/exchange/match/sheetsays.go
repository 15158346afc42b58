package match

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/read"
)

// ofUnit says that a sheet's name is a unit's, and that no column says the unit.
func (s *matching) ofUnit(l *laid) bool {
	home := l.Kind.Home()
	return home != nil && l.Of(home) == nil && !l.title.bare(l.Kind) && (s.known.LikeUnit(l.title.name) || s.known.Area(l.title.name) || read.IsShort(l.title.name))
}

// byNames lets what the sheets are called say what no column does: the unit, the year
// of the amounts, or one of a field's alternatives.
func (s *matching) byNames(all []*laid) {
	for _, l := range all {
		if l.Stated = s.stated(l.Layout, l.title); len(l.Stated) > 0 {
			st := l.Stated[0]
			l.tell("Bladets namn är taget som " + st.Field.Label + " för raderna: " + st.Field.Show(s.w, st.Value) + ".")
		}
	}
	for i, l := range all {
		if !slices.ContainsFunc(all[:i], func(o *laid) bool { return o.Kind == l.Kind }) {
			s.units(slices.DeleteFunc(slices.Clone(all), func(o *laid) bool { return o.Kind != l.Kind }))
		}
		if s.o.Year == 0 && l.title.year != 0 && l.bareAmounts() && slices.ContainsFunc(all, func(o *laid) bool { return o != l && o.Kind == l.Kind && o.years(l) }) {
			l.ofYear(slices.ContainsFunc(all, func(o *laid) bool { return o.Kind == l.Kind && o.title.year > l.title.year }))
		}
	}
}

// tell tells of what holds for the whole sheet.
func (l *Layout) tell(message string) { l.Remark(0, "", l.Sheet.Name, message) }

// ofYear gives the sheet's bare amounts the year that it is called by. Of a sheet that
// there is a newer one of only the amounts are read.
func (l *laid) ofYear(older bool) {
	var left []string
	for i := range l.Columns {
		c := &l.Columns[i]
		switch {
		case c.Field == nil:
		case c.Field.Yearly && c.heading.Year == 0:
			c.Year, c.undated = l.title.year, false
		case older && !c.Field.Yearly && c.Field != l.Kind.Title() && c.Field != l.Kind.Home() && c.Field != l.Kind.Number:
			c.Field, c.Why, c.Certainty = nil, "", 0
			left = append(left, "”"+ask.Short(c.Label)+"”")
		}
	}
	l.Year = l.title.year
	message := fmt.Sprintf("Bladets namn säger året: beloppen lästes som %d.", l.title.year)
	if len(left) > 0 {
		message += " Härifrån lästes inte " + text.And(left) + ", eftersom det finns ett nyare blad."
	}
	l.tell(message)
}

// units lets sheets of a kind be those of a unit each, when no column says the unit.
// Names that are those of units, and those beside them, are taken for it; of others it
// is asked.
func (s *matching) units(all []*laid) {
	var sure, maybe, others []*laid
	for _, l := range all {
		switch {
		case len(l.Stated) > 0 || l.title.bare(l.Kind):
		case s.ofUnit(l):
			sure = append(sure, l)
		case s.maybeUnit(l):
			maybe = append(maybe, l)
		default:
			others = append(others, l)
		}
	}
	switch {
	case len(all) == 1 && !slices.ContainsFunc(sure, func(l *laid) bool { return s.known.LikeUnit(l.title.name) }):
		return
	case len(sure) == 0 && len(maybe) > 1 && len(maybe) == len(all):
		if !s.asUnits(maybe) {
			return
		}
	case len(sure) == 0:
		others, maybe = append(others, maybe...), nil
	}
	for _, l := range append(sure, maybe...) {
		l.Group = l.title.name
		l.tell("Bladets namn är taget som enhet för raderna: ”" + ask.Short(l.Group) + "”.")
	}
	for _, l := range others {
		if len(all) > 1 && !l.table.beside && !slices.ContainsFunc(all, func(o *laid) bool { return o.years(l) }) {
			l.tell("Bladet är läst, men det som namnet säger om raderna är inte med.")
		}
	}
}

// maybeUnit says that a sheet's name could be a unit's: it says nothing else, and no
// column says the unit.
func (s *matching) maybeUnit(l *laid) bool {
	home := l.Kind.Home()
	return home != nil && l.Of(home) == nil && l.title.year == 0 && !l.title.copy && !l.table.beside &&
		!slices.ContainsFunc(l.title.words, func(w string) bool { return ofKind(l.Kind, w) })
}

// unitsQuestion is what is asked when sheets may be those of a unit each.
const unitsQuestion = "sheets"

// The answers to it.
const (
	areUnits = "units"
	noUnits  = "other"
)

func (s *matching) asUnits(all []*laid) bool {
	var names []string
	for _, l := range all {
		names = append(names, "”"+ask.Short(l.title.name)+"”")
	}
	if len(names) > mostNamed {
		names = append(names[:mostNamed], text.Plural(len(all)-mostNamed, "blad till", "blad till"))
	}
	list := text.And(names)
	return s.desk.Pose(&all[0].Said, ask.Question{ID: unitsQuestion,
		Text:   "Är bladen " + list + " enheter, så att raderna i dem hör dit?",
		Effect: "Raderna importeras utan enhet.",
	}, func() []ask.Option {
		return []ask.Option{{Key: areUnits, Label: "Ja, varje rad hör till enheten som bladet heter som"}, {Key: noUnits, Label: "Nej, importera utan enhet"}}
	}) == areUnits
}
