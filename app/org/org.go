// Package org holds the organisation: units as a tree, and persons.
package org

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// PathSeparator stands between the units of a written path,
// "Ekvalla kommun / Vård- och omsorgsförvaltningen / Hemtjänst".
const PathSeparator = " / "

// UnitKind is a nämnd, förvaltning, bolag, enhet …
var UnitKind = field.NewKind(field.Kind{Name: "unit", Plural: "units", One: "enhet", Many: "enheter", Also: []string{"organisation", "förvaltning", "nämnd", "avdelning", "kontor", "organisationsträd"}, Answers: field.Unit,
	Sheet: "Enheter", Searched: true, Icon: "building"})

// What a unit may be.
const (
	Group          = "group" // the whole municipality
	Board          = "board"
	Administration = "administration"
	Company        = "company"
	Association    = "association"
	Section        = "section"
)

// The fields of a unit.
var (
	UnitName = field.NewText(UnitKind, "name", "Namn", field.Required(""), field.Listed, field.Also("enhet", "organisation", "förvaltning", "nämnd", "avdelning", "organisationsenhet", "unit", "department"))
	UnitType = field.NewChoice(UnitKind, "type", "Slag", field.Listed, field.Of(
		field.Option{Key: Group, Label: "Koncern", Synonyms: []string{"kommun", "kommunkoncern"}},
		field.Option{Key: Board, Label: "Nämnd", Synonyms: []string{"styrelse"}},
		field.Option{Key: Administration, Label: "Förvaltning", Synonyms: []string{"kontor"}},
		field.Option{Key: Company, Label: "Bolag", Synonyms: []string{"ab"}},
		field.Option{Key: Association, Label: "Kommunalförbund", Synonyms: []string{"förbund", "gemensam nämnd"}},
		field.Option{Key: Section, Label: "Enhet", Synonyms: []string{"avdelning", "verksamhet"}},
	), field.Also("typ", "slag", "kind"))
	UnitParent    = field.NewUnit(UnitKind, "parent", "Hör till", field.Listed, field.Width(34), field.Also("överordnad", "överordnad enhet", "tillhör", "hör till enhet", "parent"))
	UnitCode      = field.NewText(UnitKind, "code", "Ansvarskod", field.Help("Kod i ekonomisystemet, till exempel ansvar."), field.Also("ansvar", "ansvarsnummer", "kod", "code"))
	UnitArchived  = field.NewBool(UnitKind, "archived", "Arkiverad", field.Help("Finns inte längre i organisationen, och finns kvar för historiens skull."), field.Also("arkiverad", "nedlagd"))
	UnitHeadcount = field.NewNumber(UnitKind, "users", "Antal användare", field.Help("Nyckel när gemensamma kostnader fördelas."), field.Also("användare", "users"))
)

// PersonKind is somebody with a role.
var PersonKind = field.NewKind(field.Kind{Name: "person", Plural: "persons", One: "person", Many: "personer", Also: []string{"anställd", "medarbetare", "kontakt", "användare", "ägare", "förvaltare"}, Answers: field.Person,
	Sheet: "Personer", Searched: true, Icon: "user", Page: "person", List: "people"})

// The fields of a person.
var (
	PersonName  = field.NewText(PersonKind, "name", "Namn", field.Required(""), field.Listed, field.Also("person", "namn", "för- och efternamn", "fullständigt namn", "anställd", "medarbetare", "kontakt", "kontaktperson", "name"))
	PersonEmail = field.NewText(PersonKind, "email", "E-post", field.Found, field.Listed, field.Width(28), field.Normalise(email), field.Also("e-post", "epost", "mail", "mejl", "e-postadress", "email"))
	PersonPhone = field.NewText(PersonKind, "phone", "Telefon", field.Also("tel", "telefonnummer", "mobil", "mobilnummer", "mobiltelefon", "direktnummer", "phone"))
	PersonTitle = field.NewText(PersonKind, "title", "Befattning", field.Listed, field.Vocabulary, field.Also("titel", "befattning", "tjänstetitel", "yrkestitel", "yrkesroll", "title"))
	PersonUnit  = field.NewUnit(PersonKind, "unit", "Enhet", field.Listed, field.Also("enhet", "förvaltning", "avdelning", "arbetsplats", "unit"))
	PersonRoles = field.NewNumber(PersonKind, "roles", "Roller", field.Listed, field.Help("Hur mycket personen har i dag: roller, insatser och annat som går att lämna över."),
		field.Computed(func(w field.World, r *field.Record) field.Value { return int64(CountHeld(w, r.ID)) }),
		field.Follows(PersonKind.Pointing))
	PersonLeft = field.NewDate(PersonKind, "left_on", "Slutat", field.LastDay, field.Listed, field.Help("Sista dagen. Därefter räknas personens roller som obesatta."), field.Also("slutat", "slutdatum", "anställning upphör", "sista arbetsdag", "left"))
)

// Deepest is how many units a path may hold: from the kommun to the smallest
// group there are some six. It also bounds how far up a unit is followed, should
// a file's parents go in a circle; the write path lets none do so.
const Deepest = field.Deepest

// Up gives unit id and those that it lies under, nearest first.
func Up(w field.World, id field.ID) iter.Seq[*field.Record] { return field.Up(w, id) }

// Path is the unit's names from the top, joined by PathSeparator.
func Path(w field.World, id field.ID) string {
	var names []string
	for u := range Up(w, id) {
		names = append(names, UnitName.Get(u))
	}
	slices.Reverse(names)
	return strings.Join(names, PathSeparator)
}

// Depth is how many units stand in the unit's path, itself included.
func Depth(w field.World, id field.ID) int { return field.Depth(w, id) }

// Level is the depth at which costs and counts are summed per unit: the
// förvaltning, nämnd or bolag that id is or belongs to; id itself when there
// is none above.
func Level(w field.World, id field.ID) field.ID {
	for u := range Up(w, id) {
		switch UnitType.Get(u) {
		case Administration, Company, Board, Association:
			return u.ID
		}
	}
	return id
}

// BoardOf is the nämnd, bolag or förbund that id is or belongs to; its Level when there is none
// above.
func BoardOf(w field.World, id field.ID) field.ID {
	for u := range Up(w, id) {
		switch UnitType.Get(u) {
		case Company, Board, Association:
			return u.ID
		}
	}
	return Level(w, id)
}

// Within says whether unit id is top or lies under it; no unit lies nowhere.
func Within(w field.World, id, top field.ID) bool {
	if id == top {
		return id != ""
	}
	for u := range Up(w, id) {
		if u.ID == top {
			return true
		}
	}
	return false
}

// GuessType tells from its name, and whether it has a parent, what a unit is.
func GuessType(name string, top bool) string {
	n := strings.ToLower(name)
	switch {
	case strings.Contains(n, "förbund") || strings.Contains(n, "gemensam nämnd"):
		return Association
	case strings.HasSuffix(n, " ab") || strings.Contains(n, " ab ") || strings.HasSuffix(n, "bolaget") || strings.HasSuffix(n, " inc") || strings.HasSuffix(n, " ltd"):
		return Company
	case strings.HasSuffix(n, "förvaltning") || strings.HasSuffix(n, "förvaltningen") || strings.HasSuffix(n, "kontoret") || strings.HasSuffix(n, "kontor"):
		return Administration
	case strings.HasSuffix(n, "nämnd") || strings.HasSuffix(n, "nämnden") || strings.HasSuffix(n, "styrelsen") || strings.HasSuffix(n, "fullmäktige"):
		return Board
	case top && (strings.Contains(n, "kommun") || strings.Contains(n, "koncern") || strings.Contains(n, "region")):
		return Group
	}
	return Section
}

// guessType tells what a unit is that only its name is known of.
func guessType(r *field.Record) {
	r.Put(UnitType.Field, GuessType(UnitName.Get(r), UnitParent.Get(r) == ""))
}

// soundsLikeUnit says that a text has the form of a unit's name: "Socialförvaltningen",
// "Enheten för digitalisering".
func soundsLikeUnit(s string) bool {
	if strings.Contains(s, " ") && GuessType(s, false) != Section {
		return true
	}
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
	if len(words) == 0 || len(words) > mostUnitWords {
		return false
	}
	last := words[len(words)-1]
	return len(words) > 1 && (opensUnit[words[0]] || slices.Contains(unitEndings, last)) || slices.ContainsFunc(words, endsAsUnit)
}

// IsArea says that a text is what a unit answers for, which many are called after: "Skola",
// "Kultur & fritid".
func IsArea(s string) bool {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
	return len(words) > 0 && isArea[words[len(words)-1]] && !slices.ContainsFunc(words, func(w string) bool { return !isArea[w] && !joinsAreas[w] })
}

// mostUnitWords is how many words the name of a unit may have.
const mostUnitWords = 10

func endsAsUnit(word string) bool {
	return slices.ContainsFunc(unitEndings, func(end string) bool { return len(word) > len(end)+1 && strings.HasSuffix(word, end) })
}

// unitEndings end the names of units, and opensUnit are words that begin them.
var (
	unitEndings = []string{"förvaltning", "förvaltningen", "kontor", "kontoret", "nämnd", "nämnden", "styrelsen", "fullmäktige", "avdelning", "avdelningen",
		"enheten", "bolaget", "bolagen", "förbundet", "sektionen", "staben", "kommun", "kommunen", "förv"}
	opensUnit = text.Set("avdelningen enheten förvaltningen kontoret nämnden sektor sektorn sektionen verksamhetsområde styrelsen")
)

// isArea are the words for what a municipality does that its units are called after, and
// joinsAreas those between them: "Kultur och fritid".
var (
	isArea = text.Set(`skola skolan skolor förskola förskolan grundskola grundskolan gymnasium gymnasiet gymnasieskola gymnasieskolan kulturskolan vuxenutbildning vuxenutbildningen
		elevhälsa elevhälsan barn ungdom utbildning vård vården omsorg omsorgen äldreomsorg äldreomsorgen funktionsstöd hemtjänst hemtjänsten hemsjukvård hemsjukvården
		socialtjänst socialtjänsten individ familj familjeomsorg kultur fritid samhällsbyggnad samhällsbyggnadsenhet räddningstjänst räddningstjänsten
		kommunledning kommunledningen kommunkansli kommunkansliet kansli kansliet näringsliv överförmyndare överförmyndaren bygg miljö bygglov gata park`)
	joinsAreas = text.Set("och samt i")
)
