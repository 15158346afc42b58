package frame

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
)

func init() {
	governance.Framed(plan.Kind, func(w field.World, r *field.Record, need string) (string, *field.Field) {
		return askOf(w, r).answer(need)
	})
	governance.Framed(plan.LegKind, func(w field.World, leg *field.Record, need string) (string, *field.Field) {
		r := w.Get(plan.LegOf.Get(leg))
		if r == nil {
			return "", nil
		}
		year := int(plan.LegYear.Get(leg))
		if year == 0 {
			return "Det är inte sagt vilket år etappen gäller.", plan.LegYear.Field
		}
		q := askOf(w, r)
		q.what, q.years, q.leg = "etappen", []int{year}, leg
		return q.answer(need)
	})
}

// question is whether a decision has room in the ramar: of an insats, or of an etapp of it.
type question struct {
	w     field.World
	r     *field.Record
	what  string        // "insatsen"
	years []int         // that the decision is of
	leg   *field.Record // nil: of the whole insats
}

// askOf is the question of an insats: of the years that it costs something from this one on.
// Where each year decides, those of later etapper ask for themselves.
func askOf(w field.World, r *field.Record) question {
	q := question{w: w, r: r, what: "insatsen"}
	first := 0
	for _, leg := range plan.Legs(w, r.ID) {
		if y := int(plan.LegYear.Get(leg)); y != 0 && !decidedLeg(leg) && (first == 0 || y < first) {
			first = y
		}
	}
	for _, y := range years(w, r) {
		if y < w.Today().Year() || governance.Of(w).Framing.EachYear && first != 0 && y > first {
			continue
		}
		q.years = append(q.years, y)
	}
	return q
}

// answer is what is lacking of what a gate needs; "" for nothing.
func (q question) answer(need string) (string, *field.Field) {
	if need == governance.FrameDecided {
		return q.unframed()
	}
	var said []string
	for _, year := range q.years {
		said = append(said, q.over(year)...)
	}
	return strings.Join(said, " "), Amount.Field
}

// claim is what a decision takes of a line, and what the others have of it.
type claim struct{ need, others money.Ore }

// claim says what the decision takes of lines of the same place: those of a type, or all.
func (q question) claim(found []part, year int, of func(Sums) money.Ore, holds func(place) bool) (c claim) {
	s := plan.StageOf(q.w, q.r)
	then := func(leg *field.Record) bool { return q.leg == nil || leg.ID == q.leg.ID || decidedLeg(leg) }
	before := func(leg *field.Record) bool { return q.leg != nil && leg.ID != q.leg.ID && decidedLeg(leg) }
	for _, p := range found {
		if p.at.outside || !holds(p.at) {
			continue
		}
		_, now := p.standing(q.w, q.r, year, s, decidedLeg)
		_, with := p.standing(q.w, q.r, year, governance.Planned, then)
		c.others -= of(now)
		if q.leg == nil {
			c.need += of(with)
			continue
		}
		_, without := p.standing(q.w, q.r, year, governance.Planned, before)
		c.others, c.need = c.others+of(without), c.need+of(with)-of(without)
	}
	return c
}

// over are the decided ramar of a year that the decision goes beyond, each as a sentence with
// its figures.
func (q question) over(year int) (said []string) {
	q.claims(year, func(l Line, c claim) bool {
		over := c.others+c.need > l.Ram.Ore
		if over {
			said = append(said, q.figures(l, c))
		}
		return over
	})
	return said
}

// claims goes through the decided ramar of a year that the decision takes something of, with what
// it takes and what the others have. Of ramar for drift and investering apart, what doesn't say
// which it is claims both together, unless the one before them was enough to see.
func (q question) claims(year int, see func(Line, claim) (enough bool)) {
	lines := Use(q.w, year)
	found := map[string][]part{}
	for i, l := range lines {
		if !l.Ram.Known || l.Untold {
			continue
		}
		if found[l.Per] == nil {
			found[l.Per], _ = parts(q.w, q.r, year, l.Per)
		}
		of := func(s Sums) money.Ore { return s.Of(l.Type) }
		c := q.claim(found[l.Per], year, of, func(at place) bool { return l.holds(q.w, at) })
		if c.others += l.Allotted; c.need > 0 && see(l, c) {
			continue
		}
		if l.Type == "" || i > 0 && lines[i-1].same(l) && lines[i-1].Ram.Known { // what doesn't say which it is has room in both together
			continue
		}
		all := l
		all.Type, all.Ram, all.Allotted = "", money.Total{}, 0
		for _, o := range lines {
			if o.same(l) {
				all.Ram.Add(o.Ram.Ore, o.Ram.Known)
				all.Allotted += o.Allotted
			}
		}
		untold := q.claim(found[l.Per], year, func(s Sums) money.Ore { return s.Untold }, func(at place) bool { return l.holds(q.w, at) })
		c = q.claim(found[l.Per], year, func(s Sums) money.Ore { return s.Of("") }, func(at place) bool { return l.holds(q.w, at) })
		if c.others += all.Allotted; untold.need > 0 {
			see(all, c)
		}
	}
}

// same says that lines are of the same, and of different types.
func (l Line) same(o Line) bool {
	return l.Per == o.Per && l.Portfolio == o.Portfolio && l.Unit == o.Unit && l.Sort == o.Sort
}

// holds says whether what is paid of a place is paid of the line.
func (l Line) holds(w field.World, at place) bool {
	if l.Per == governance.PerPortfolio {
		return at.key == l.Portfolio
	}
	return org.Within(w, field.ID(at.key), l.Unit)
}

// figures says what a ram has left and what is needed of it.
func (q question) figures(l Line, c claim) string {
	left := l.Ram.Ore - c.others
	if left < 0 {
		return fmt.Sprintf("%s är redan %s över %s, och %s behöver %s.", l.subject(), (-left).Short(), l.frame(), q.what, c.need.Short())
	}
	has, needs := left.Short(), c.need.Short()
	if has == needs {
		has, needs = left.Exact()+"\u00a0kr", c.need.Exact()+"\u00a0kr"
	}
	return fmt.Sprintf("%s har %s kvar av %s, och %s behöver %s.", l.subject(), has, l.frame(), q.what, needs)
}

// subject is what a line is of, as a sentence begins.
func (l Line) subject() string {
	if l.Per == governance.PerPortfolio {
		return "Portföljen " + l.Name
	}
	return text.Capital(l.Name)
}

// frame is "ramen 2027 (drift)".
func (l Line) frame() string { return fmt.Sprintf("ramen %s", l.when()) }

func (l Line) when() string {
	if l.Type == "" {
		return fmt.Sprint(l.Year)
	}
	return fmt.Sprintf("%d (%s)", l.Year, text.Lower(TypeName(l.Type)))
}

// unframed is what keeps a decision from being held to a ram: that nobody has said what the
// thing costs, that it belongs to nothing that has a ram, or that none is decided for the first
// year that it costs something. What is paid otherwise needs none.
func (q question) unframed() (string, *field.Field) {
	unknown, mend := fmt.Sprintf("Det är inte sagt vad %s kostar.", q.what), plan.OperationsBudget.Field
	if q.leg != nil {
		mend = plan.LegAmount.Field
	}
	if len(years(q.w, q.r)) == 0 {
		return unknown, mend
	}
	if len(q.years) == 0 { // it has cost what it costs
		return "", nil
	}
	per, told := governance.Of(q.w).FramedBy(), false
	for _, year := range q.years {
		found, known := parts(q.w, q.r, year, per)
		told = told || known
		if slices.ContainsFunc(found, func(p part) bool { return p.cost != (Sums{}) }) {
			return q.unpaid(found, year)
		}
	}
	if !told {
		return unknown, mend
	}
	return "", nil
}

// unpaid is what of a year's cost belongs to nothing that has a decided ram.
func (q question) unpaid(found []part, year int) (string, *field.Field) {
	var said []string
	for _, p := range found {
		switch {
		case p.at.outside || p.cost == (Sums{}):
		case p.at.key == "" && p.at.per == governance.PerUnit:
			return text.Capital(q.what) + " hör inte till någon enhet.", plan.Unit.Field
		case p.at.key == "":
			return text.Capital(q.what) + " hör inte till någon portfölj.", plan.Portfolio.Field
		default:
			said = append(said, q.without(p, year)...)
		}
	}
	return strings.Join(said, " "), Amount.Field
}

// without are the types that what is paid of a place has no decided ram for.
func (q question) without(p part, year int) (said []string) {
	all := Use(q.w, year)
	lines := slices.DeleteFunc(slices.Clone(all), func(l Line) bool {
		return l.Per != p.at.per || l.Sort > Unframed || l.Untold || !l.holds(q.w, p.at)
	})
	has := func(typ string) bool {
		return slices.ContainsFunc(lines, func(l Line) bool { return l.Ram.Known && (l.Type == typ || l.Type == "" || typ == "") })
	}
	of := Line{Year: year, Per: p.at.per, Name: q.w.Label(org.Level(q.w, field.ID(p.at.key)))}
	if len(lines) > 0 {
		of.Name = lines[0].Name
	} else if o, ok := plan.Portfolio.OptionOf(q.w, p.at.key); ok {
		of.Name = o.Label
	}
	apart := slices.ContainsFunc(lines, func(l Line) bool { return l.Type != "" })
	for _, c := range []struct {
		typ  string
		cost money.Ore
	}{{economy.Operations, p.cost.Operations}, {economy.Investment, p.cost.Investment}, {"", p.cost.Untold}} {
		if c.cost == 0 || has(c.typ) {
			continue
		}
		if of.Type = c.typ; !apart {
			of.Type, c.cost = "", p.cost.Of("")
		}
		only := ""
		if slices.ContainsFunc(lines, func(l Line) bool { return l.Proposal.Known && (l.Type == of.Type || l.Type == "") }) {
			only = ", bara ett förslag"
		}
		said = append(said, fmt.Sprintf("%s har ingen beslutad ram för %s%s, och %s behöver %s.", of.subject(), of.when(), only, q.what, c.cost.Short()))
		if !apart {
			break
		}
	}
	return said
}
