package identify

import (
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// people finds the person that a mention means and makes those that are
// missing. All mentions are collected before any is resolved, so that "Åsa
// Ekström" on row 2 meets "asa.ekstrom@…" on row 90.
type people struct {
	d       *Draft
	kind    *field.Kind
	byEmail map[string]field.ID
	byKey   map[string][]field.ID
	groups  map[string]*mentions
	keys    map[org.Mention]string // of the mentions seen
	heard   map[org.Mention]bool   // those that are in their group
	mended  []field.ID             // existing persons who got an address or a better spelling
	forms   forms
	domains map[string]int // how many addresses of each stand beside the name that they are made of
}

// mentions are all that the file says of one name.
type mentions struct {
	spelled map[string][]spelling // by address; "" those without, which count for every person of the name
	emails  []string              // in the order they came
	paired  map[string]bool       // addresses that stand beside the name somewhere
	heard   int                   // different mentions
	times   int                   // mentions
	since   int                   // how many names came before it
	settled bool
	persons []field.ID
}

func newPeople(d *Draft) *people {
	p := &people{d: d, kind: org.PersonKind, byEmail: map[string]field.ID{}, byKey: map[string][]field.ID{}, groups: map[string]*mentions{}, keys: map[org.Mention]string{}, heard: map[org.Mention]bool{},
		forms: forms{names: map[string][]string{}, known: map[string]bool{}}, domains: map[string]int{}}
	for _, r := range d.All(p.kind) {
		p.note(r)
	}
	return p
}

func (p *people) note(r *field.Record) {
	m := org.Mention{Name: org.PersonName.Get(r), Email: org.PersonEmail.Get(r)}
	if m.Email != "" {
		p.byEmail[m.Email] = r.ID
	}
	key := m.Key()
	p.byKey[key] = append(p.byKey[key], r.ID)
	p.forms.note(key)
}

// key is the mention's identity across spellings.
func (p *people) key(m org.Mention) string {
	key, ok := p.keys[m]
	if !ok {
		key = m.Key()
		p.keys[m] = key
	}
	return key
}

// spelling is a mention and how many of the name came before it.
type spelling struct {
	org.Mention
	place int
}

// mostSpellings bounds how many spellings of a name and address are weighed.
const mostSpellings = 20

// collect remembers whom a text mentions.
func (p *people) collect(said *personText) {
	if said.heard != nil {
		for _, g := range said.heard {
			g.times++
		}
		return
	}
	for _, n := range said.Named {
		if n.Not == "" && !n.Past {
			said.heard = append(said.heard, p.mentioned(n))
		}
	}
}

// mentioned remembers a mention, among all of its name.
func (p *people) mentioned(n org.Named) *mentions {
	g := p.hear(n.Mention)
	if n.Email != "" && !n.Alone && !g.paired[n.Email] {
		if g.paired == nil {
			g.paired = map[string]bool{}
		}
		g.paired[n.Email] = true
		if _, domain, ok := strings.Cut(n.Email, "@"); ok && (org.Mention{Email: n.Email}).Key() == p.key(n.Mention) {
			p.domains[domain]++
		}
	}
	return g
}

func (p *people) hear(m org.Mention) *mentions {
	key := p.key(m)
	g := p.groups[key]
	if g == nil {
		g = &mentions{spelled: map[string][]spelling{}, since: len(p.groups)}
		p.groups[key] = g
		if m.Email == "" {
			p.forms.note(key)
		}
	}
	g.times++
	if p.heard[m] {
		return g
	}
	p.heard[m], g.settled = true, false
	if m.Email != "" && g.spelled[m.Email] == nil {
		g.emails = append(g.emails, m.Email)
	}
	if g.heard++; len(g.spelled[m.Email]) < mostSpellings {
		g.spelled[m.Email] = append(g.spelled[m.Email], spelling{m, g.heard})
	}
	return g
}

// find gives the persons that a mention may mean: one, or several when only
// their addresses tell them apart and the mention has none.
func (p *people) find(m org.Mention) []field.ID {
	key := p.key(m)
	if p.groups[key] == nil {
		p.hear(m)
	}
	g := p.groups[key]
	if !g.settled {
		p.settle(key, g)
	}
	if id, ok := p.byEmail[m.Email]; ok && m.Email != "" {
		return []field.ID{id}
	}
	return g.persons
}

// settle decides who the persons of one name are.
func (p *people) settle(key string, g *mentions) {
	g.settled = true
	for _, email := range g.emails {
		if _, ok := p.byEmail[email]; ok {
			continue
		}
		if id, ok := p.withoutEmail(key); ok && len(g.emails) == 1 {
			p.d.set(p.d.Get(id), org.PersonEmail.Field, email)
			p.byEmail[email] = id
			p.mended = append(p.mended, id)
			continue
		}
		p.make(g, email)
	}
	among := map[field.ID]bool{}
	g.persons = nil
	is := func(id field.ID) {
		if !among[id] {
			among[id] = true
			g.persons = append(g.persons, id)
		}
	}
	for _, id := range p.byKey[key] {
		is(id)
	}
	for _, email := range g.emails {
		is(p.byEmail[email])
	}
	if len(g.persons) == 0 {
		is(p.make(g, ""))
	}
	for _, id := range g.persons {
		p.respell(id, g)
	}
}

// withoutEmail is the only person of a name, when no address is known.
func (p *people) withoutEmail(key string) (field.ID, bool) {
	ids := p.byKey[key]
	if len(ids) != 1 || org.PersonEmail.Get(p.d.Get(ids[0])) != "" {
		return "", false
	}
	return ids[0], true
}

func (p *people) make(g *mentions, email string) field.ID {
	r := field.NewRecord(p.kind, p.d.NewID())
	r.Put(org.PersonName.Field, org.DisplayName(g.of(email))).Put(org.PersonEmail.Field, email)
	p.d.Make(r)
	p.d.named = append(p.d.named, r.ID)
	p.note(r)
	return r.ID
}

// respell gives a name that was only made from an address its written form.
func (p *people) respell(id field.ID, g *mentions) {
	r := p.d.Get(id)
	name, email := org.PersonName.Get(r), org.PersonEmail.Get(r)
	made := org.DisplayName([]org.Mention{{Email: email}})
	if email == "" || name != made || p.d.Made(id) && g.heard == 1 {
		return
	}
	if best := org.DisplayName(g.of(email)); best != name && (org.Mention{Name: best}).Key() == (org.Mention{Name: name}).Key() {
		p.d.set(r, org.PersonName.Field, best)
		if !p.d.Made(id) {
			p.mended = append(p.mended, id)
		}
	}
}

// of gives the spellings that may be of the person with an address, in the order
// they came.
func (g *mentions) of(email string) []org.Mention {
	all := g.spelled[""]
	if email != "" {
		all = slices.Concat(all, g.spelled[email])
		slices.SortFunc(all, func(a, b spelling) int { return a.place - b.place })
	}
	out := make([]org.Mention, len(all))
	for i, s := range all {
		out[i] = s.Mention
	}
	return out
}

// like says whether a cell may name somebody: a name of at least two words, an
// address, or words for nobody. What people write in a person's place, such as a
// function or a part of a name that is known, is half as like; an acronym isn't.
func (p *people) like(c sheet.Cell) float64 {
	if c.Kind != sheet.Text {
		return 0
	}
	if meansAbove(c) {
		return 0.5
	}
	said := org.ReadPersons(c.Text)
	like := 1.0
	for _, n := range said.Named {
		words := strings.Fields(text.Fold(n.Name + " " + n.Rest))
		switch {
		case n.Not == org.Function || n.Not == org.Mailbox || n.Not == org.Sentence || len(words) == 1 && n.Email == "" && len(p.formsOf(n).names) > 0:
			like = 0.5
		case n.Email == "" && (n.Not != "" || len(words) < 2 || slices.ContainsFunc(words, func(w string) bool { return noName[w] })):
			return 0
		}
	}
	if len(said.Named) == 0 {
		return 0.5
	}
	return like
}

// noName are folded words that are in the names of offices, not of persons.
var noName = map[string]bool{"of": true, "the": true, "for": true, "office": true, "division": true, "department": true, "administration": true, "agency": true, "commission": true, "-": true,
	"enhet": true, "enheten": true, "avdelning": true, "avdelningen": true, "gruppen": true, "team": true}
