package demo

import (
	"fmt"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// unit is an enhet that systems and insatser may belong to.
type unit struct {
	id    field.ID
	name  string
	admin int // index in administrations
}

type person struct {
	id   field.ID
	name string
	left date.Date
}

// staff is who does what in an administration.
type staff struct {
	unit     field.ID // the förvaltning or bolag
	board    field.ID // its nämnd, which is personuppgiftsansvarig
	sections []unit
	chief    *person
	managers []*person // verksamhetens systemförvaltare
	leaders  []*person // who order and lead insatser
	left     []*person
}

func (g *generator) unit(name, typ string, parent field.ID, code string, users int64) *field.Record {
	g.used[name] = true
	r := g.record(org.UnitKind).Put(org.UnitName.Field, name).Put(org.UnitType.Field, typ).Put(org.UnitParent.Field, parent).Put(org.UnitCode.Field, code)
	if users > 0 {
		r.Put(org.UnitHeadcount.Field, users)
	}
	return r
}

func (g *generator) makeUnits() {
	top := g.unit("Ekvalla kommun", "group", "", "1", 0)
	for i, a := range administrations {
		parent := top.ID
		if a.board != "" {
			parent = g.unit(a.board, "board", top.ID, a.code+"00", 0).ID
		}
		own := g.unit(a.name, a.typ, parent, a.code+"10", a.users)
		s := staff{unit: own.ID, board: parent}
		if a.board == "" {
			s.board = own.ID
		}
		for j, name := range a.sections {
			r := g.unit(name, "section", own.ID, fmt.Sprintf("%s%d", a.code, 20+j), a.users/int64(len(a.sections)+1))
			s.sections = append(s.sections, unit{r.ID, name, i})
		}
		g.units = append(g.units, unit{own.ID, a.name, i})
		g.staff = append(g.staff, s)
	}
	g.unit("Räddningstjänstförbundet Ekvalla Lindmark", "association", top.ID, "91", 60)
	for i := range g.staff {
		g.units = append(g.units, g.staff[i].sections...)
	}
	for n := 0; len(g.units) < g.counts.units; n++ {
		i := g.weighted(1, 7, 3, 6, 3, .5, 2.5, 1, 1)
		grow := pick(g, administrations[i].grow)
		name := g.unique(func(try int) string { return grow + " " + g.place(try) })
		parent := pick(g, g.staff[i].sections)
		r := g.unit(name, "section", parent.id, fmt.Sprintf("%s%d", administrations[i].code, 100+n), int64(g.between(6, 90)))
		g.units = append(g.units, unit{r.ID, name, i})
	}
}

// place is an area's name; later tries are longer.
func (g *generator) place(try int) string {
	s := pick(g, placeStarts) + pick(g, placeEnds)
	if try > 2 {
		s = pick(g, []string{"Norra", "Södra", "Västra", "Östra", "Gamla", "Nya", "Lilla", "Stora"}) + " " + s
	}
	if try > 8 {
		s += fmt.Sprintf(" %d", try-7)
	}
	return s
}

// first are those that every municipality has, with the administration.
var first = []struct {
	name, title string
	admin       int
}{
	{"Anna Ek", "IT-chef", 0}, {"Göran Wallin", "Kommundirektör", 0}, {"Birgitta Holmgren", "Ekonomichef", 0}, {"Håkan Nyström", "HR-chef", 0},
	{"Ylva Sandell", "IT-arkitekt", 0}, {"Omar Haddad", "IT-tekniker", 0}, {"Johanna Fors", "IT-tekniker", 0}, {"Stefan Kvist", "Driftansvarig", 0},
	{"Leila Ahmed", "Säkerhetschef", 0}, {"Märta Blom", "Chefsarkivarie", 0}, {"Disa Lindahl", "Webbstrateg", 0}, {"Per Öberg", "Kommuncontroller", 0}, {"Karin Sjöberg", "Dataskyddsombud", 0},
	{"Ulrika Bergqvist", "Förvaltningschef", 1}, {"Magnus Rosén", "Förvaltningschef", 2}, {"Helena Åkesson", "Förvaltningschef", 3}, {"Björn Lindgren", "Förvaltningschef", 4},
	{"Pia Norén", "Miljöchef", 5}, {"Yusuf Yilmaz", "Förvaltningschef", 6}, {"Camilla Strand", "Verkställande direktör", 7}, {"Örjan Falk", "Verkställande direktör", 8},
}

// technicians are the first persons who care for systems at IT.
var technicians = [2]int{4, 8}

func (g *generator) makePersons() {
	for _, p := range first {
		g.used[p.name] = true
		made := g.person(p.name, p.title, p.admin, g.staff[p.admin].unit, false)
		s := &g.staff[p.admin]
		if s.chief == nil {
			s.chief = made
		}
		if p.title != "IT-tekniker" && p.title != "Driftansvarig" {
			s.leaders = append(s.leaders, made)
		}
	}
	for i := 0; len(g.persons) < g.counts.persons; i++ {
		admin := i % len(administrations)
		if i >= 2*len(administrations) {
			admin = g.weighted(4, 5, 3, 5, 3, .7, 2, 1, 1)
		}
		s := &g.staff[admin]
		title := pick(g, []string{"Systemförvaltare", "Systemförvaltare", "Verksamhetsutvecklare", "Enhetschef", "Administratör", "Handläggare", "IT-samordnare", "Projektledare"})
		if i < len(administrations) {
			title = "Systemförvaltare"
		} else if i < 2*len(administrations) {
			title = "IT-samordnare"
		}
		left := i >= 2*len(administrations) && g.chance(.07)
		p := g.person(g.personName(), title, admin, pick(g, s.sections).id, left)
		switch {
		case left:
			s.left = append(s.left, p)
		case title == "Enhetschef" || title == "Projektledare" || title == "Verksamhetsutvecklare":
			s.leaders = append(s.leaders, p)
			s.managers = append(s.managers, p)
		default:
			s.managers = append(s.managers, p)
		}
	}
	if s := &g.staff[0]; len(s.left) == 0 { // somebody has always left
		s.left = append(s.left, g.person(g.personName(), "Systemförvaltare", 0, s.sections[1].id, true))
	}
}

func (g *generator) personName() string {
	return g.unique(func(try int) string {
		names := givenNames[g.rng.IntN(2)]
		given := pick(g, names)
		if try > 1 || g.chance(.06) {
			if other := pick(g, names); other != given {
				given += "-" + other
			}
		}
		return given + " " + pick(g, surnames)
	})
}

func (g *generator) person(name, title string, admin int, at field.ID, left bool) *person {
	local := strings.NewReplacer(" ", ".", "'", "").Replace(text.Fold(name))
	mail := g.unique(func(try int) string {
		if try > 0 {
			return fmt.Sprintf("%s%d@ekvalla.example", local, try+1)
		}
		return local + "@ekvalla.example"
	})
	r := g.record(org.PersonKind).Put(org.PersonName.Field, name).Put(org.PersonEmail.Field, mail).Put(org.PersonTitle.Field, title).Put(org.PersonUnit.Field, at)
	if g.chance(.8) { // numbers set apart for made-up persons
		r.Put(org.PersonPhone.Field, fmt.Sprintf("0980-319 2%02d", g.between(0, 50)))
	}
	p := &person{id: r.ID, name: name}
	if left {
		p.left = g.ago(1, 20)
		r.Put(org.PersonLeft.Field, p.left)
	}
	g.persons = append(g.persons, p)
	return p
}
