package frame

import (
	"cmp"
	"fmt"

	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
)

// Pot is what insatser wait for the same money of: what has a ram, or could have one, whatever
// it is for.
type Pot struct {
	Key      string // the portfölj's, or the unit's ID; "" is what belongs to none
	Label    string
	Frame    money.Total // the decided ramar together; unknown: none is
	Allotted money.Ore
	Lines    []Line // of the use: one, or one for each type that has a ram of its own
}

// Pots are those of a year that have a ram or use something, of what the model gives ramar to,
// in the order of Use. What belongs to none is among them only where it uses something.
func Pots(w field.World, year int) (out []Pot) {
	per, at := governance.Of(w).FramedBy(), map[string]int{}
	for _, l := range Use(w, year) {
		if l.Per != per || l.Sort == Outside || !l.Ram.Known && l.Allotted == 0 {
			continue
		}
		key := cmp.Or(l.Portfolio, string(l.Unit))
		i, there := at[key]
		if !there {
			i = len(out)
			at[key] = i
			out = append(out, Pot{Key: key, Label: l.Name})
		}
		out[i].Frame.Add(l.Ram.Ore, l.Ram.Known)
		out[i].Allotted += l.Allotted
		out[i].Lines = append(out[i].Lines, l)
	}
	return out
}

// PotOf is the key of the pot of an insats, and what it is called: its portfölj, or the nearest
// unit above that has a ram among pots, else its förvaltning, nämnd or bolag.
func PotOf(w field.World, r *field.Record, pots []Pot) (key, label string) {
	if governance.Of(w).FramedBy() == governance.PerUnit {
		unit := plan.Unit.Get(r)
		for above := range org.Up(w, unit) {
			for _, p := range pots {
				if p.Key == string(above.ID) && p.Frame.Known {
					return p.Key, p.Label
				}
			}
		}
		if unit == "" {
			return "", "Utan enhet"
		}
		unit = org.Level(w, unit)
		return string(unit), w.Label(unit)
	}
	key = plan.Portfolio.Get(r)
	if o, ok := plan.Portfolio.OptionOf(w, key); ok {
		return key, o.Label
	}
	return key, cmp.Or(key, "Utan portfölj")
}

// Claim is what an insats would take of a decided ram, were it decided now.
type Claim struct {
	Ram        string // which: the same for all that claim it
	Name       string // "ramen 2027 (drift) för Innovation"
	Left, Need money.Ore
}

// Claims are those of an insats on the ramar of a year; none where no decided ram holds it.
func Claims(w field.World, r *field.Record, year int) (out []Claim) {
	question{w: w, r: r, what: "insatsen"}.claims(year, func(l Line, c claim) bool {
		out = append(out, Claim{Ram: fmt.Sprint(l.Per, " ", l.Portfolio, " ", l.Unit, " ", l.Type), Name: l.frame() + " för " + l.Name, Left: l.Ram.Ore - c.others, Need: c.need})
		return false
	})
	return out
}
