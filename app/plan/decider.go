package plan

import (
	"slices"
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
)

// Proposal is who decides of an insats by the delegation.
type Proposal struct {
	Who  string     // the role or body, as the model calls it; "" while it isn't known
	Held []field.ID // the persons who have the role today, where it is one of the model's
	Why  string     // "Större, 1,2 mnkr, inte politiskt"
	Lack string     // why nobody can say yet, "kostnaden är inte känd"; "" where nothing is missing
}

// facts are what the delegation asks of an insats.
type facts struct {
	class, typ       string
	cost             money.Ore
	costed           bool
	political, asked bool
	answers          map[string]*field.Record
}

// PoliticalOf says whether an insats needs a political decision: what is decided, else what
// the checklist says; known is false where nothing does.
func PoliticalOf(w field.World, r *field.Record) (is, known bool) {
	if is, said := r.Get(Political.Field).(bool); said {
		return is, true
	}
	return governance.Yes(governance.Answers(w, r.ID), politicalQuestion)
}

// politicalQuestion is the key of the question of the checklist that is of this.
const politicalQuestion = "political"

// Decide finds who decides of an insats: the first row of the delegation that fits. One that
// may fit, when more is known, is asked for first.
func Decide(w field.World, r *field.Record) Proposal {
	m := governance.Of(w)
	f := facts{class: class(w, r), typ: Type.Get(r), answers: governance.Answers(w, r.ID)}
	f.cost, f.costed = Cost(w, r)
	f.political, f.asked = PoliticalOf(w, r)
	p := Proposal{Why: f.said(w)}
	for _, d := range m.Delegation {
		fits, lack := f.fits(d)
		if lack != "" {
			p.Lack = lack
			return p
		}
		if fits {
			p.Who = d.Decider
			if post, known := m.Post(d.Post); known {
				p.Held = holders(w, post, Unit.Get(r))
			}
			return p
		}
	}
	return p
}

// holders are who has a role today in the unit, or in the nearest one above that has
// somebody in it.
func holders(w field.World, post governance.Post, unit field.ID) []field.ID {
	for u := range org.Up(w, unit) {
		if held := org.InPost(w, post, u.ID); len(held) > 0 {
			return held
		}
	}
	return org.InPost(w, post, "")
}

// fits says whether a row is of the insats; lack is why that can't be said yet.
func (f facts) fits(d governance.Delegated) (fits bool, lack string) {
	unknown := func(is bool, what string) {
		if is && lack == "" {
			lack = what
		}
	}
	switch {
	case len(d.Types) > 0 && !slices.Contains(d.Types, f.typ):
		return false, ""
	case len(d.Classes) > 0 && f.class != "" && !slices.Contains(d.Classes, f.class):
		return false, ""
	case d.Political != "" && f.asked && f.political != (d.Political == "yes"):
		return false, ""
	case d.UpTo > 0 && f.costed && f.cost > money.Ore(d.UpTo):
		return false, ""
	}
	for _, key := range d.Yes {
		yes, known := governance.Yes(f.answers, key)
		if known && !yes {
			return false, ""
		}
		unknown(!known, "checklistan är inte besvarad")
	}
	unknown(d.Political != "" && !f.asked, "det är inte sagt om beslutet är politiskt")
	unknown(len(d.Classes) > 0 && f.class == "", "klassen är inte bestämd")
	unknown(d.UpTo > 0 && !f.costed, "kostnaden är inte känd")
	return lack == "", lack
}

// said are the facts in words: "Större, 1,2 mnkr, inte politiskt".
func (f facts) said(w field.World) string {
	var out []string
	if f.class != "" {
		out = append(out, Class.Show(w, f.class))
	}
	if f.costed {
		out = append(out, f.cost.Short())
	}
	if f.asked {
		out = append(out, map[bool]string{true: "politiskt", false: "inte politiskt"}[f.political])
	}
	return strings.Join(out, ", ")
}

// Text is "IT-chefen, Maj Ek (Större, 1,2 mnkr, inte politiskt: delegationsordningen)".
func (p Proposal) Text(w field.World) string {
	if p.Who == "" {
		return ""
	}
	names := append([]string{p.Who}, field.Labels(w, p.Held)...)
	why := "delegationsordningen"
	if p.Why != "" {
		why = p.Why + ": " + why
	}
	return strings.Join(names, ", ") + " (" + why + ")"
}

// Other says whether it is somebody else than proposed that decides; "" when it isn't, or
// when nobody is.
func (p Proposal) Other(w field.World, s governance.Step) string {
	if p.Who == "" || slices.Contains(p.Held, s.By) && s.By != "" {
		return ""
	}
	for _, said := range []string{s.Forum, s.Role} {
		if said != "" && meansSame(said, p.Who) {
			return ""
		}
	}
	if len(p.Held) == 0 && s.By != "" && s.Forum == "" && s.Role == "" {
		return "" // who has the role isn't known
	}
	return "Delegationen föreslår att " + p.Text(w) + " beslutar."
}

// meansSame says whether two names of a role or a body are of the same: "IT-chef" and
// "IT-chefen", one of "kommunstyrelsen eller nämnden".
func meansSame(a, b string) bool {
	a, b = text.Key(a), text.Key(b)
	return a == b || strings.HasPrefix(b, a) || strings.HasPrefix(a, b) || slices.Contains(strings.Split(b, " eller "), a) || slices.Contains(strings.Split(a, " eller "), b)
}

func proposedText(w field.World, r *field.Record) field.Value {
	if s := Decide(w, r).Text(w); s != "" {
		return s
	}
	return nil
}

func proposedBlank(w field.World, r *field.Record) string {
	return Decide(w, r).Lack
}

func politicalBlank(w field.World, r *field.Record) string {
	if is, known := governance.Yes(governance.Answers(w, r.ID), politicalQuestion); known {
		return map[bool]string{true: "ja", false: "nej"}[is] + " enligt checklistan"
	}
	return ""
}

// classKinds and delegationKinds are those that the class, and who decides, follow from.
func classKinds() []*field.Kind { return []*field.Kind{governance.AnswerKind, economy.CostKind} }

func delegationKinds() []*field.Kind {
	return []*field.Kind{governance.AnswerKind, economy.CostKind, org.AppointmentKind, org.PersonKind}
}
