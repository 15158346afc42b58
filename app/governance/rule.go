package governance

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/field"
)

// Rule is one of the guideline's rules, in words. What carries it is its gates, and what By
// names.
type Rule struct {
	Key    string   `json:"key"`    // "Da-21"
	Text   string   `json:"text"`   // Swedish: one or two whole sentences
	Source string   `json:"source"` // where the guideline says so: "5, 6.3, 6.4"
	By     []string `json:"by,omitempty"`
}

// What By names: "kind:policy", "field:system.owner", "post:it_chief", "forum:it_forum",
// "list:portfolios" (one of the model's own lists), "report:rollfordelning". "comes:nyttan"
// is what the program doesn't have yet.
const (
	ByKind   = "kind"
	ByField  = "field"
	ByPost   = "post"
	ByForum  = "forum"
	ByList   = "list"
	ByReport = "report"
	Comes    = "comes"
)

// RuleOf is the key of the rule that a gate is of: "Da-9" of "Da-9-nyckel".
func (g Gate) RuleOf() string {
	parts := strings.SplitN(g.Key, "-", 3)
	return strings.Join(parts[:min(2, len(parts))], "-")
}

// Rule finds a rule by its key.
func (m *Model) Rule(key string) (Rule, bool) {
	for _, r := range m.Rules {
		if strings.EqualFold(r.Key, key) {
			return r, true
		}
	}
	return Rule{}, false
}

// GatesOf are the gates of a rule, in order.
func (m *Model) GatesOf(rule string) (out []Gate) {
	for _, g := range m.Gates {
		if g.RuleOf() == rule {
			out = append(out, g)
		}
	}
	return out
}

// lists are the model's own lists, as its file calls them.
func (m *Model) lists() map[string]bool {
	return map[string]bool{
		"phases": len(m.Phases) > 0, "portfolios": len(m.Portfolios) > 0, "categories": len(m.Categories) > 0, "classes": len(m.Classes) > 0,
		"forums": len(m.Forums) > 0, "checklist": len(m.Checklist) > 0, "assessment": len(m.Assessment) > 0, "retirement_checklist": len(m.Retirement) > 0,
		"policy_classes": len(m.Policies) > 0, "posts": len(m.Posts) > 0, "role_defaults": len(m.Defaults) > 0, "system_owner": m.Ownership != "",
		"class_needs": len(m.ClassNeeds) > 0, "class_forums": len(m.ClassForums) > 0, "delegation": len(m.Delegation) > 0, "acute": m.Acute.Role != "",
		"transitions": len(m.Transitions) > 0, "thresholds_ore": len(m.Thresholds) > 0, "registers": len(m.Registers) > 0, "year": len(m.Year) > 0, "criteria": len(m.Criteria) > 0, "framing": m.Framing != Framing{},
	}
}

// checkRules holds that each rule is said and carried, and each gate one of a rule, but for
// that which asks for what a class must have: the model's own list says that.
func (m *Model) checkRules() error {
	for i, list := range m.Ours {
		if !m.lists()[list] {
			return m.invalid(fmt.Sprintf("kallar en lista sin egen som inte finns (%s)", list), "ours[%d]", i)
		}
	}
	if len(m.Rules) == 0 { // a model of a municipality's own may say what it asks for and no more
		return nil
	}
	seen := map[string]bool{}
	for i, r := range m.Rules {
		at := fmt.Sprintf("rules[%d]", i)
		switch {
		case r.Key == "" || seen[r.Key]:
			return m.invalid(fmt.Sprintf("har en regel utan nyckel eller två med samma (%s)", r.Key), at+".key")
		case !strings.HasSuffix(r.Text, "."):
			return m.invalid(fmt.Sprintf("har en regel, %s, utan en mening som säger den", r.Key), at+".text")
		case len(r.By) == 0 && len(m.GatesOf(r.Key)) == 0:
			return m.invalid(fmt.Sprintf("har en regel, %s, som varken ett krav eller något annat bär", r.Key), at+".by")
		}
		for j, by := range r.By {
			if !m.carries(by) {
				return m.invalid(fmt.Sprintf("låter regeln %s bäras av något som inte finns (%s)", r.Key, by), "%s.by[%d]", at, j)
			}
		}
		seen[r.Key] = true
	}
	for i, g := range m.Gates {
		if !seen[g.RuleOf()] && !g.Need.asksClass() {
			return m.invalid(fmt.Sprintf("har ett krav, %s, som ingen regel säger", g.Key), "gates[%d].key", i)
		}
	}
	return nil
}

// Prune takes away what only speaks of what isn't in the model any longer: that a list is its
// own, what carries a rule, and rules that nothing carries. It gives those.
func (m *Model) Prune() (gone []Rule) {
	lists := m.lists()
	m.Ours = slices.DeleteFunc(slices.Clone(m.Ours), func(list string) bool { return !lists[list] })
	var kept []Rule
	for _, r := range m.Rules {
		if !slices.ContainsFunc(r.By, func(by string) bool { return !m.carries(by) }) && (len(r.By) > 0 || len(m.GatesOf(r.Key)) > 0) {
			kept = append(kept, r)
			continue
		}
		r.By = slices.DeleteFunc(slices.Clone(r.By), func(by string) bool { return !m.carries(by) })
		if len(r.By) > 0 || len(m.GatesOf(r.Key)) > 0 {
			kept = append(kept, r)
		} else {
			gone = append(gone, r)
		}
	}
	m.Rules = kept
	return gone
}

// carries says whether what a rule is carried by is in the model, as far as it can tell:
// kinds and fields are the catalogue's to know, reports those who make them.
func (m *Model) carries(by string) bool {
	sort, name, _ := strings.Cut(by, ":")
	switch sort {
	case ByKind, ByField, ByReport, Comes:
		return name != ""
	case ByPost:
		_, known := m.Post(name)
		return known
	case ByForum:
		return m.ForumName(name) != ""
	case ByList:
		return m.lists()[name]
	}
	return false
}

// unknownBearers are the kinds and fields that the rules name and that there aren't.
func (m *Model) unknownBearers(byName map[string]*field.Kind) (out []string) {
	for _, r := range m.Rules {
		for _, by := range r.By {
			sort, name, _ := strings.Cut(by, ":")
			kind, key, _ := strings.Cut(name, ".")
			if sort != ByKind && sort != ByField {
				continue
			}
			if k := byName[kind]; k == nil || sort == ByField && k.Field(key) == nil {
				out = append(out, r.Key+": "+by)
			}
		}
	}
	return out
}
