package relations

import (
	"slices"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/integration"
	"itportfoljen/app/system"
	"itportfoljen/app/usage"
)

// steps is how far a stop is followed: those that get nothing from the system, and those
// that get nothing from them.
const steps = 2

// Touched is what a stop would touch, and by which way.
type Touched struct {
	Record *field.Record
	Step   int      // 0: the system itself; 1: at once; 2: through what was touched at once
	By     []string // the information that doesn't come, or what it is to the system
	Via    string   // the system that it would have come from
}

// Impact is what a stop of a system would touch, each thing once, by the shortest way.
type Impact struct {
	Systems []Touched // those in use that get information, nearest first
	Others  []Touched // units, and what else the systems are a part of, by kind
	Users   int64     // of the system and of those touched, added: the same person may count in several
	Unknown []*field.Record
}

// ImpactOf tells what a stop of a system would touch.
func ImpactOf(w field.World, id field.ID) Impact {
	s := w.Get(id)
	if s == nil || s.Kind != system.Name.Kind {
		return Impact{}
	}
	reached := []Touched{{Record: s}}
	for at := 0; at < len(reached); at++ {
		if from := reached[at]; from.Step < steps {
			reached = follow(w, from, reached)
		}
	}
	out := Impact{Systems: reached[1:]}
	for _, t := range reached {
		if n, said := users(w, t.Record); said {
			out.Users += n
		} else {
			out.Unknown = append(out.Unknown, t.Record)
		}
		out.Others = surroundings(w, t, out.Others)
	}
	order := map[*field.Kind]int{}
	for i, k := range w.Kinds() {
		order[k] = i
	}
	slices.SortStableFunc(out.Others, func(a, b Touched) int {
		if a.Record.Kind != b.Record.Kind {
			return order[a.Record.Kind] - order[b.Record.Kind]
		}
		return a.Step - b.Step
	})
	return out
}

// users are how many use a system: as it says, or as its uses say together.
func users(w field.World, s *field.Record) (n int64, said bool) {
	if n, said = s.Get(system.Users.Field).(int64); said {
		return n, true
	}
	sum, of := usage.Count(w, s.ID)
	return sum, of > 0
}

// follow adds the systems that get information from one, by name.
func follow(w field.World, from Touched, reached []Touched) []Touched {
	var next []Touched
	for _, f := range []*field.Field{integration.From.Field, integration.To.Field, integration.Through.Field} {
		for _, i := range w.Pointing(f, from.Record.ID) {
			if !integration.Flows(i) {
				continue
			}
			for _, id := range without(i, f) {
				next = touch(w, next, id, Touched{Step: from.Step + 1, By: []string{titled(i)}, Via: from.Record.Name()})
			}
		}
	}
	slices.SortStableFunc(next, func(a, b Touched) int { return text.Compare(a.Record.Name(), b.Record.Name()) })
	for _, t := range next {
		if !slices.ContainsFunc(reached, func(o Touched) bool { return o.Record.ID == t.Record.ID }) {
			reached = append(reached, t)
		}
	}
	return reached
}

// touch has each once, with all that doesn't come.
func touch(w field.World, all []Touched, id field.ID, t Touched) []Touched {
	t.Record = w.Get(id)
	if t.Record == nil || !system.InService(t.Record) {
		return all
	}
	t.By = slices.DeleteFunc(t.By, func(s string) bool { return s == "" })
	if i := slices.IndexFunc(all, func(o Touched) bool { return o.Record.ID == id }); i >= 0 {
		for _, s := range t.By {
			if !slices.Contains(all[i].By, s) {
				all[i].By = append(all[i].By, s)
			}
		}
		return all
	}
	return append(all, t)
}

// without are the ends of an integration that get nothing when what f points at stops.
func without(i *field.Record, f *field.Field) (out []field.ID) {
	both := integration.Direction.Get(i) == integration.Both
	if f != integration.To.Field {
		out = append(out, integration.To.Get(i))
	}
	if both && f != integration.From.Field {
		out = append(out, integration.From.Get(i))
	}
	return out
}

// surroundings adds those who would miss a touched system: the unit that has it, the units
// that use it, and the services that are made of it.
func surroundings(w field.World, t Touched, all []Touched) []Touched {
	add := func(id field.ID, by string) {
		r := w.Get(id)
		at := slices.IndexFunc(all, func(o Touched) bool { return o.Record.ID == id })
		switch {
		case r == nil || field.Over(w, r):
		case at < 0:
			all = append(all, Touched{Record: r, Step: t.Step, By: []string{by}, Via: t.Record.Name()})
		case all[at].Via == t.Record.Name() && !slices.Contains(all[at].By, by):
			all[at].By = append(all[at].By, by)
		}
	}
	add(t.Record.Home(), t.Record.Kind.Home().Label)
	for _, f := range t.Record.Kind.PointedBy() {
		for _, by := range w.Pointing(f, t.Record.ID) {
			switch {
			case f == f.Kind.Owner():
				add(by.Home(), text.Capital(f.Kind.One))
			case f.Kind.Delivers:
				add(by.ID, text.Capital(f.Kind.One))
			}
		}
	}
	return all
}

// Said is the sum of it in words: "3 system, 2 enheter och 1 tjänst, 260 användare (okänt
// för 1 system)".
func (i Impact) Said() string {
	words := []string{}
	if n := len(i.Systems); n > 0 {
		words = append(words, text.Plural(n, system.Name.Kind.One, system.Name.Kind.Many))
	}
	for at := 0; at < len(i.Others); {
		k, n := i.Others[at].Record.Kind, 0
		for ; at < len(i.Others) && i.Others[at].Record.Kind == k; at++ {
			n++
		}
		words = append(words, text.Plural(n, k.One, k.Many))
	}
	if len(words) == 0 {
		words = []string{"inga andra"}
	}
	many := text.Plural(int(i.Users), "användare", "användare")
	switch n := len(i.Unknown); {
	case n > 0 && i.Users == 0:
		many = "okänt hur många användare"
	case n > 0:
		many += " (okänt för " + text.Plural(n, system.Name.Kind.One, system.Name.Kind.Many) + ")"
	}
	return text.And(words) + ", " + many
}
