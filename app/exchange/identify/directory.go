package identify

import (
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// Directory knows what a text in a workbook may name: the portfolio's records
// and those that earlier rows have made.
type Directory struct {
	Origin Origin // of the workbook

	d       *Draft
	units   *tree
	people  *people
	linked  map[*field.Kind]*links
	alike   map[*field.Kind]*Spellings
	exacts  map[*field.Kind]map[string]field.ID
	claimed map[field.ID]bool   // records of kinds that Repeat which a row of some sheet is about
	aliases map[string]field.ID // what a file of our own calls a record: its ref or identity there
	named   map[string]*personText
}

// NewDirectory makes the directory of a draft.
func NewDirectory(d *Draft) *Directory {
	return &Directory{d: d, units: newTree(d, org.UnitKind), people: newPeople(d), linked: map[*field.Kind]*links{}, alike: map[*field.Kind]*Spellings{},
		exacts: map[*field.Kind]map[string]field.ID{}, claimed: map[field.ID]bool{}, aliases: map[string]field.ID{}, named: map[string]*personText{}}
}

// calls says what a file of our own calls a record.
func (n *Directory) calls(ref string, id field.ID) {
	if ref != "" {
		n.aliases[ref] = id
	}
}

func (n *Directory) links(k *field.Kind) *links {
	if n.linked[k] == nil {
		n.linked[k] = newLinks(n.d, k)
	}
	return n.linked[k]
}

// find gives the records that a text may mean. What another portfolio calls by a
// reference is another thing here.
func (n *Directory) find(k *field.Kind, s string) []field.ID {
	if id, ok := n.referred(k, s); ok {
		return []field.ID{id}
	}
	return n.links(k).called(s)
}

// referred is the record whose reference a text has, unless the text calls it something
// else: "Kartan (SYS-0001)" isn't the SYS-0001 that is the Tavlan here.
func (n *Directory) referred(k *field.Kind, s string) (field.ID, bool) {
	id, ok := n.links(k).referred(s)
	if !ok || n.Origin == Elsewhere {
		return "", false
	}
	if name, _, named := read.CutRef(text.Clean(s)); named && n.Origin != Here && !likeName(name, n.d.Get(id).Name()) {
		return "", false
	}
	return id, true
}

// Named says that a record of the kind goes by the name or reference.
func (n *Directory) Named(k *field.Kind, name string) bool { return len(n.links(k).find(name)) > 0 }

// Unit says that a text is the name or path of a unit.
func (n *Directory) Unit(name string) bool {
	_, ok := n.units.find(name)
	return ok
}

// LikeUnit says that a text is the name of a unit, or has the form of one.
func (n *Directory) LikeUnit(s string) bool {
	return n.Unit(s) || org.GuessType(text.OneLine(s), false) != org.GuessType("", false) || n.units.kind.Naming.Sounds(text.Clean(s))
}

// Area says that a text is what units answer for, and are called after.
func (n *Directory) Area(s string) bool { return org.IsArea(s) }

// Person says how likely it is that the cell names somebody.
func (n *Directory) Person(c sheet.Cell) float64 {
	if _, unit := n.units.isUnit(c.Text); unit {
		return 0.5 // people write who ordered it, be it a person or a förvaltning
	}
	return n.people.like(c)
}

// personText is a text of cells that name persons: what it tells, and what came of it. A
// list has the same ones over and over.
type personText struct {
	org.Said
	asAbove bool        // it means the one on the row above
	heard   []*mentions // of those that it names; nil while it hasn't been collected
	table   *Table      // whose cells with it say nothing but whom it names
	ids     []field.ID  // those, in that table
}

// said is what a text tells of persons.
func (n *Directory) said(s string) *personText {
	said := n.named[s]
	if said == nil {
		said = &personText{Said: org.ReadPersons(s), asAbove: meansAbove(sheet.Str(s))}
		n.named[s] = said
	}
	return said
}
