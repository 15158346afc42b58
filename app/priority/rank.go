package priority

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/plan"
)

// Place is where an insats stands among those that wait for the same money.
type Place struct {
	Insats *field.Record
	Score  Score
	Number int         // in its group, from 1
	Cost   money.Total // in the plan year; unknown: no amount is said
	Sum    money.Ore   // of it and those before it
	Below  bool        // a ram has no room for it, or hadn't for one before it
	Lacks  money.Ore   // how much it lacks, where a ram has no room for it
	Ram    string      // which: "ramen 2027 (drift) för Innovation"
	claims []frame.Claim
}

// Group is the insatser that wait for the money of a ram, the first to have it first.
type Group struct {
	frame.Pot
	Places []Place
}

// Below is where a ram ends: the place of the first that it has no room for; ok is false where
// all have room or there is no ram.
func (g Group) Below() (at int, ok bool) {
	at = slices.IndexFunc(g.Places, func(p Place) bool { return p.Below })
	return max(at, 0), at >= 0
}

// Rank puts the insatser that aren't decided in the order of their points, under the ram that
// they would take from in the plan year. Those with points for less than half of the weight come
// after the others. Among equals the one with the higher priority comes first, then the one that
// must be decided the soonest.
func Rank(w insight.World) (out []Group) {
	at := map[string]int{}
	pots := frame.Pots(w, w.PlanYear())
	for _, f := range pots {
		at[f.Key] = len(out)
		out = append(out, Group{Pot: f})
	}
	year := w.PlanYear()
	for _, r := range plan.At(w, governance.Idea, governance.Prepared, governance.Waiting) {
		key, label := frame.PotOf(w, r, pots)
		i, there := at[key]
		if !there {
			i = len(out)
			at[key] = i
			out = append(out, Group{Pot: frame.Pot{Key: key, Label: label}})
		}
		p := Place{Insats: r, Score: Of(w, r)}
		p.Cost.Add(plan.YearCost(w, r, year))
		p.claims = frame.Claims(w, r, year)
		out[i].Places = append(out[i].Places, p)
	}
	out = slices.DeleteFunc(out, func(g Group) bool { return len(g.Places) == 0 })
	for i := range out {
		out[i].number()
	}
	if i := slices.IndexFunc(out, func(g Group) bool { return g.Key == "" }); i >= 0 { // no ram is theirs
		none := out[i]
		out = append(slices.Delete(out, i, i+1), none)
	}
	return out
}

// Kinds are those that the order follows from, besides the insatser themselves.
func Kinds() []*field.Kind { return append(kinds(), frame.Year.Kind) }

// number puts the places in order, and draws the line.
func (g *Group) number() {
	names := text.Keys{}
	slices.SortStableFunc(g.Places, func(a, b Place) int {
		day := func(p Place) int64 {
			if d := plan.DecideBy.Get(p.Insats); !d.IsZero() {
				return int64(d)
			}
			return 1 << 40
		}
		enough := func(p Place) int {
			if p.Score.Enough() {
				return 1
			}
			return 0
		}
		return cmp.Or(cmp.Compare(enough(b), enough(a)), cmp.Compare(b.Score.Value, a.Score.Value), cmp.Compare(cmp.Or(plan.Priority.Get(a.Insats), "9"), cmp.Or(plan.Priority.Get(b.Insats), "9")),
			cmp.Compare(day(a), day(b)), names.Compare(a.Insats.Name(), b.Insats.Name()))
	})
	var sum money.Ore
	below, taken := false, map[string]money.Ore{}
	for i := range g.Places {
		p := &g.Places[i]
		for _, c := range p.claims {
			taken[c.Ram] += c.Need
			if lacks := taken[c.Ram] - c.Left; lacks > p.Lacks {
				p.Lacks, p.Ram, below = lacks, c.Name, true
			}
		}
		sum += p.Cost.Ore
		p.Number, p.Sum, p.Below = i+1, sum, below
	}
}

// Told is what there is of the ram: "ram 2027 1 200 tkr, fördelat 800 tkr, kvar 400 tkr".
func (g Group) Told(year int) string {
	switch {
	case g.Key == "":
		return "ingen egen ram"
	case !g.Frame.Known:
		return fmt.Sprintf("ingen ram %d", year)
	case len(g.Lines) > 1:
		var said []string
		for _, l := range g.Lines {
			said = append(said, text.Lower(l.TypeName())+" "+of(l.Ram, l.Allotted))
		}
		return fmt.Sprintf("ram %d: %s", year, strings.Join(said, "; "))
	}
	return fmt.Sprintf("ram %d %s", year, of(g.Frame, g.Allotted))
}

// of is what is left of a ram: "1 200 tkr, fördelat 800 tkr, kvar 400 tkr".
func of(ram money.Total, allotted money.Ore) string {
	switch left := ram.Ore - allotted; {
	case !ram.Known:
		return "ingen ram, fördelat " + allotted.Short()
	case left < 0:
		return fmt.Sprintf("%s, fördelat %s, %s över", ram.Short(), allotted.Short(), (-left).Short())
	default:
		return fmt.Sprintf("%s, fördelat %s, kvar %s", ram.Short(), allotted.Short(), left.Short())
	}
}

// Ends is said where a ram ends: how much the first below lacks.
func (p Place) Ends() string {
	return fmt.Sprintf("Här tar %s slut: det fattas %s för nästa.", p.Ram, p.Lacks.Short())
}

// Costs is what the insats costs in the plan year.
func (p Place) Costs() string {
	if !p.Cost.Known {
		return "belopp saknas"
	}
	return p.Cost.Short()
}

// Said is the points as they stand in a table: "3,4", with * where some criterion has none;
// "–" for none.
func (s Score) Said() string {
	if s.Value == 0 {
		return "–"
	}
	said := strings.Replace(money.Ore(s.Value).Decimal(), ".", ",", 1)
	if s.Unmarked > 0 {
		said += "*"
	}
	return said
}
