package modelling

import (
	"fmt"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// Part is some of what a change does, in words.
type Part struct {
	Title string
	Lines []string
}

// Told is what the change does, part by part; those without anything to say are left out. What
// must be answered first Questions tells.
func (c *Change) Told(w field.World) (out []Part) {
	add := func(title string, lines []string) {
		if len(lines) > 0 {
			out = append(out, Part{title, lines})
		}
	}
	if c.Refused != nil {
		add("Går inte så", []string{c.Refused.Error()})
	}
	var moved, kept []string
	for _, m := range c.Moves {
		if m.Old == m.New {
			kept = append(kept, fmt.Sprintf("%s %s heter %s (%s)", singular(m.List), m.OldLabel, m.NewLabel, m.Things))
		} else {
			moved = append(moved, fmt.Sprintf("%s %s blir %s, %s (%s)", singular(m.List), m.OldLabel, m.NewLabel, m.Why, m.Things))
		}
	}
	add("Får annat värde", moved)
	add("Heter annorlunda", kept)
	add("Ramar som läggs ihop", c.joined())
	var behind, ahead []string
	for _, b := range c.Broken {
		line := fmt.Sprintf("%s %s: %s %s", b.Gate.Key, EffectWord(b.Gate.Effect), b.Gate.Text, some(w, b.Things))
		if b.Next {
			ahead = append(ahead, line)
		} else {
			behind = append(behind, line)
		}
	}
	add("Krav som inte är uppfyllda där saker är", behind)
	add("Krav som stoppar nästa steg", ahead)
	var vacant []string
	for _, v := range c.Vacant {
		vacant = append(vacant, fmt.Sprintf("%s: ingen i %s", v.Post.Label, some(w, v.Units)))
	}
	add("Roller som ingen har", vacant)
	add("Forum utan ledamöter", c.Bare)
	add("Forum som inte är upplagda", c.Unmade)
	add("Register som kommer fram", c.Shown)
	add("Register som läggs undan, de är tomma", c.Hidden)
	if c.Kept > 0 {
		add("Behåller sina ord", []string{text.Plural(c.Kept, "beslut, yttrande eller steg", "beslut, yttranden och steg")})
	}
	return out
}

// Differs is how the new model differs from the old, list by list, and the rules that nothing
// in it carries any longer.
func (c *Change) Differs(kinds []*field.Kind, gone []governance.Rule) (out []Part) {
	for _, s := range Compare(c.From, c.To, kinds) {
		var lines []string
		for _, r := range s.Rows {
			switch {
			case r.A == "":
				lines = append(lines, "Ny: "+r.B)
			case r.B == "":
				lines = append(lines, "Tas bort: "+r.A)
			default:
				lines = append(lines, r.A+" → "+r.B)
			}
		}
		if len(lines) > 0 {
			out = append(out, Part{s.Title + " i modellen", lines})
		}
	}
	if len(out) == 0 {
		out = append(out, Part{"Modellen", []string{"Bara ordning, förklaringar, andra ord eller namn ändras."}})
	}
	var rules []string
	for _, r := range gone {
		rules = append(rules, r.Key+": "+r.Text)
	}
	if len(rules) > 0 {
		out = append(out, Part{"Regler som inget i modellen bär längre", rules})
	}
	return out
}

// Questions are what must be answered first, as sentences.
func (c *Change) Questions() (out []string) {
	for _, a := range c.Asks {
		out = append(out, fmt.Sprintf("%s: vad blir %s (%s, %s)?", singular(a.List), a.OldLabel, a.Old, a.Things))
	}
	return out
}

// joined are the portföljer whose amounts become one.
func (c *Change) joined() (out []string) {
	into := map[string][]string{}
	var order []string
	for _, u := range c.used {
		if u.list != "portfolios" || !strings.Contains(things(u.at), "ram") {
			continue
		}
		key := c.becomes(u)
		if len(into[key]) == 0 {
			order = append(order, key)
		}
		into[key] = append(into[key], labelOf(c.From.Options(u.list), u.key))
	}
	for _, key := range order {
		if len(into[key]) > 1 && key != "" {
			out = append(out, text.And(into[key])+" i "+labelOf(c.To.Options("portfolios"), key))
		}
	}
	return out
}

// shownAtMost is how many things are named.
const shownAtMost = 3

// some counts things and names a few: "12 insatser: A, B, C …".
func some(w field.World, ids []field.ID) string {
	var names []string
	var k *field.Kind
	for _, id := range ids {
		r := w.Get(id)
		if r == nil {
			continue
		}
		if k = r.Kind; len(names) < shownAtMost {
			names = append(names, strings.TrimSpace(r.Ref+" "+r.Name()))
		}
	}
	if k == nil {
		return ""
	}
	out := text.Plural(len(ids), k.One, k.Many) + ": " + strings.Join(names, ", ")
	if len(ids) > len(names) {
		return out + " …"
	}
	return out + "."
}
