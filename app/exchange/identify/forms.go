package identify

import (
	"slices"
	"strings"

	"itportfoljen/app/org"
)

// forms finds the whole names that a part of one may be of: "A Bergström", "Bergström A",
// "Anna B", "Anna" or "AB". What it costs follows the name, however many there are.
type forms struct {
	names map[string][]string // by form: the keys of whole names
	known map[string]bool     // the whole names that are noted
}

// meaning is what a mention may mean: the keys of the names, and whether one of them is
// meant without doubt.
type meaning struct {
	names []string
	sure  bool
}

// manyPaired is how many addresses show how those of a domain are made.
const manyPaired = 3

// mostForms bounds how many names a form leads to.
const mostForms = mostOptions

// note takes in a whole name.
func (f *forms) note(key string) {
	tokens := strings.Fields(key)
	if f.known[key] || !isWhole(tokens) {
		return
	}
	f.known[key] = true
	first, last := tokens[0], tokens[len(tokens)-1]
	initials := ""
	for _, t := range tokens {
		initials += initial(t)
	}
	given := initials[:len(initials)-len(initial(last))]
	for _, form := range []string{initial(first) + " " + last, given + " " + last, strings.Join(strings.Split(given, ""), " ") + " " + last, first + " " + initial(last), last + " " + initial(first), first, strings.Join(tokens[:len(tokens)-1], " "), last, "." + initials, "." + initial(first) + initial(last)} {
		if all := f.names[form]; form != key && len(all) <= mostForms && !slices.Contains(all, key) {
			f.names[form] = append(all, key)
		}
	}
}

func initial(token string) string { return string([]rune(token)[:1]) }

// isWhole says that a name has a given name and a surname.
func isWhole(tokens []string) bool {
	return len(tokens) > 1 && len([]rune(tokens[0])) > 1 && len([]rune(tokens[len(tokens)-1])) > 1
}

// onlyInitials says that a name is two or three capitals: "AB".
func onlyInitials(name string) bool {
	n := len([]rune(name))
	return n > 1 && n <= 3 && name == strings.ToUpper(name) && !strings.ContainsAny(name, ". ")
}

// has says that the portfolio has somebody of the mention's address or name.
func (p *people) has(m org.Mention) bool {
	if m.Email != "" && p.byEmail[m.Email] != "" {
		return true
	}
	return len(p.byKey[p.key(m)]) > 0
}

// formsOf says whom a mention may mean when nobody has its name as it is written: the
// same name turned, which is sure as one with an initial is, or a part of one.
func (p *people) formsOf(n org.Named) meaning {
	m := n.Mention
	key := p.key(m)
	if p.has(m) {
		return p.addressed(n, key)
	}
	tokens := strings.Fields(key)
	form := key
	if onlyInitials(m.Name) {
		form = "." + key
	}
	several := strings.Contains(m.Name, " ")
	if part := !isWhole(tokens) && len(tokens) <= 3 || !several; part && len(p.forms.names[form]) > 0 {
		return meaning{names: p.straight(p.forms.names[form]), sure: several && n.Email == ""}
	}
	if m, ok := p.turned(key, tokens); ok {
		return m
	}
	return p.addressed(n, key)
}

// straight are names without those that are another turned.
func (p *people) straight(keys []string) (out []string) {
	for _, key := range keys {
		if !p.has(org.Mention{Name: key}) {
			if is, ok := p.turned(key, strings.Fields(key)); ok {
				key = is.names[0]
			}
		}
		if !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	return out
}

// addressed says that an address alone is that of somebody known by name, who didn't have
// it before and hasn't it elsewhere in the file. Where many of its domain stand beside the
// names that they are made of, that goes without saying.
func (p *people) addressed(m org.Named, key string) meaning {
	if !m.Alone {
		return meaning{}
	}
	if was := p.d.Before(p.byEmail[m.Email]); was != nil && org.PersonEmail.Get(was) == m.Email {
		return meaning{}
	}
	g := p.groups[key]
	if _, domain, _ := strings.Cut(m.Email, "@"); g != nil && g.paired[m.Email] || p.domains[domain] >= manyPaired {
		return meaning{}
	}
	if g != nil && g.spelled[""] != nil || len(p.byKey[key]) == 1 && p.d.Before(p.byKey[key][0]) != nil {
		return meaning{names: []string{key}, sure: true}
	}
	return meaning{}
}

// turned finds the name that another is with its words turned. Of two that the file has
// it is the one that stands there most, or first.
func (p *people) turned(key string, tokens []string) (meaning, bool) {
	if len(tokens) < 2 {
		return meaning{}, false
	}
	own := p.groups[key]
	for i := 1; i < len(tokens); i++ {
		other := strings.Join(slices.Concat(tokens[i:], tokens[:i]), " ")
		if other == key {
			continue
		}
		if len(p.byKey[other]) > 0 {
			return meaning{[]string{other}, true}, true
		}
		if g := p.groups[other]; g != nil && own != nil && (g.times > own.times || g.times == own.times && g.since < own.since) {
			return meaning{[]string{other}, true}, true
		}
	}
	return meaning{}, false
}

// display is the best spelling of a name by its key.
func (p *people) display(key string) string {
	if g := p.groups[key]; g != nil {
		if name := org.DisplayName(g.of("")); name != "" {
			return name
		}
		for _, email := range g.emails {
			return org.DisplayName(g.of(email))
		}
	}
	for _, id := range p.byKey[key] {
		return org.PersonName.Get(p.d.Get(id))
	}
	return key
}
