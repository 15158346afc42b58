package identify

import (
	"fmt"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// units finds the unit that a name or a path means and makes those that are
// missing.
type units struct {
	d        *Draft
	kind     *field.Kind
	children map[field.ID]map[string]field.ID // parent → name key; "" is the top
	byName   map[string]named
	written  map[string]field.ID // what a written text was found to be
	asked    map[string]answer
	added    []field.ID
}

func newUnits(d *Draft) *units {
	u := &units{d: d, kind: org.UnitKind, children: map[field.ID]map[string]field.ID{}, byName: map[string]named{}, written: map[string]field.ID{}, asked: map[string]answer{}}
	for _, r := range d.All(u.kind) {
		u.note(r)
	}
	return u
}

func (u *units) note(r *field.Record) {
	key, parent := text.Key(org.UnitName.Get(r)), org.UnitParent.Get(r)
	if u.children[parent] == nil {
		u.children[parent] = map[string]field.ID{}
	}
	if _, taken := u.children[parent][key]; !taken {
		u.children[parent][key] = r.ID
	}
	n := u.byName[key]
	if n.count++; n.count == 1 || org.Depth(u.d, r.ID) < org.Depth(u.d, n.highest) {
		n.highest = r.ID
	}
	u.byName[key] = n
}

// named are the units of one name: the one that lies highest, which a name
// without a path means, and how many there are.
type named struct {
	highest field.ID
	count   int
}

var separators = strings.NewReplacer(" > ", org.PathSeparator, `\`, org.PathSeparator, " » ", org.PathSeparator, "\n", " ")

// splitPath gives the names of "Kommunen / Förvaltningen / Enheten".
func splitPath(s string) []string {
	var names []string
	for n := range strings.SplitSeq(separators.Replace(text.Clean(s)), org.PathSeparator) {
		if n = strings.TrimSpace(n); n != "" {
			names = append(names, n)
		}
	}
	return names
}

// find gives the unit that exists already, without making any.
func (u *units) find(s string) (field.ID, bool) {
	names := splitPath(s)
	if len(names) == 0 {
		return "", false
	}
	at, ok := u.named(names)
	for _, n := range names[1:] {
		if !ok {
			return "", false
		}
		at, ok = u.children[at][text.Key(n)]
	}
	return at, ok
}

// named finds a path's first name: at the top, else the shallowest.
func (u *units) named(names []string) (field.ID, bool) {
	key := text.Key(names[0])
	if id, ok := u.children[""][key]; ok && len(names) > 1 {
		return id, true
	}
	n, ok := u.byName[key]
	return n.highest, ok
}

// resolve gives the unit that a cell means, made if it is missing. One deeper
// than a unit may lie is an error, and nothing is made.
func (u *units) resolve(s string) (field.ID, error) {
	if id, ok := u.written[s]; ok {
		return id, nil
	}
	names := splitPath(s)
	if len(names) == 0 {
		return "", nil
	}
	for _, n := range names {
		if err := org.UnitName.Fits(n); err != nil {
			return "", err
		}
	}
	at, ok := u.named(names)
	deep := len(names)
	if ok {
		deep += org.Depth(u.d, at) - 1
	}
	if deep > org.Deepest {
		return "", tooDeep(s)
	}
	if !ok {
		at = u.make(names[0], "")
	}
	for _, n := range names[1:] {
		at = u.child(at, n)
	}
	u.written[s] = at
	return at, nil
}

func tooDeep(s string) error {
	return fault.New(fault.Invalid, fmt.Sprintf("Enheten ”%s” ligger djupare än %d led, som är det mesta. Rätta vad den hör till.", ask.Short(s), org.Deepest))
}

// child finds the unit under parent, takes in one of that name that hung
// loose at the top, or makes it.
func (u *units) child(parent field.ID, name string) field.ID {
	key := text.Key(name)
	if id, ok := u.children[parent][key]; ok {
		return id
	}
	if id, ok := u.children[""][key]; ok && id != parent && !org.Within(u.d, parent, id) && len(u.children[id]) == 0 && u.byName[key].count == 1 {
		u.d.set(u.d.Get(id), org.UnitParent.Field, parent)
		delete(u.children[""], key)
		if u.children[parent] == nil {
			u.children[parent] = map[string]field.ID{}
		}
		u.children[parent][key] = id
		return id
	}
	return u.make(name, parent)
}

func (u *units) make(name string, parent field.ID) field.ID {
	r := field.NewRecord(u.kind, u.d.NewID())
	r.Put(org.UnitName.Field, name).Put(org.UnitType.Field, org.GuessType(name, parent == "")).Put(org.UnitParent.Field, parent)
	u.d.Make(r)
	u.note(r)
	u.added = append(u.added, r.ID)
	return r.ID
}

// isUnit says that a text in a place for a person names a unit instead.
func (u *units) isUnit(s string) (field.ID, bool) {
	if strings.Contains(s, "@") {
		return "", false
	}
	if is, ok := u.asked[s]; ok && is.made == len(u.added) {
		return is.id, is.unit
	}
	id, unit := u.looksLikeUnit(s)
	u.asked[s] = answer{id, unit, len(u.added)}
	return id, unit
}

// answer is what isUnit found, and how many units had been made by then.
type answer struct {
	id   field.ID
	unit bool
	made int
}

func (u *units) looksLikeUnit(s string) (field.ID, bool) {
	if id, ok := u.find(s); ok {
		return id, true
	}
	return "", strings.Contains(text.Clean(s), " ") && org.GuessType(text.Clean(s), false) != "section"
}
