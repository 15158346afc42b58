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

// tree finds the record, of a kind whose records lie under one another, that a
// name or a path means, and makes those that are missing.
type tree struct {
	d        *Draft
	kind     *field.Kind
	children map[field.ID]map[string]field.ID // parent → name key; "" is the top
	byName   map[string]named
	written  map[string]field.ID // what a written text was found to be
	asked    map[string]answer
	made     int
	loose    map[field.ID]bool // made here, since something was said to belong to them
	forms    *unitForms
}

func newTree(d *Draft, k *field.Kind) *tree {
	u := &tree{d: d, kind: k, children: map[field.ID]map[string]field.ID{}, byName: map[string]named{}, written: map[string]field.ID{}, asked: map[string]answer{}, loose: map[field.ID]bool{}}
	for _, r := range d.All(u.kind) {
		u.note(r)
	}
	u.forms = newUnitForms(u)
	return u
}

func (u *tree) note(r *field.Record) {
	key, parent := text.Key(r.Name()), u.parent(r)
	if u.children[parent] == nil {
		u.children[parent] = map[string]field.ID{}
	}
	if _, taken := u.children[parent][key]; !taken {
		u.children[parent][key] = r.ID
	}
	n := u.byName[key]
	if n.count++; n.count == 1 || field.Depth(u.d, r.ID) < field.Depth(u.d, n.highest) {
		n.highest = r.ID
	}
	u.byName[key] = n
}

// named are the records of one name: the one that lies highest, which a name
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
func (u *tree) find(s string) (field.ID, bool) {
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
func (u *tree) named(names []string) (field.ID, bool) {
	key := text.Key(names[0])
	if id, ok := u.children[""][key]; ok && len(names) > 1 {
		return id, true
	}
	n, ok := u.byName[key]
	return n.highest, ok
}

// resolve gives the unit that a cell means, made if it is missing. One deeper
// than a unit may lie is an error, and nothing is made.
func (u *tree) resolve(s string) (field.ID, error) {
	if id, ok := u.written[s]; ok {
		return id, nil
	}
	names := splitPath(s)
	if len(names) == 0 {
		return "", nil
	}
	for _, n := range names {
		if err := u.kind.Title().Fits(n); err != nil {
			return "", err
		}
	}
	at, ok := u.named(names)
	deep := len(names)
	if ok {
		deep += field.Depth(u.d, at) - 1
	}
	if deep > field.Deepest {
		return "", u.tooDeep(s)
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

func (u *tree) tooDeep(s string) error {
	return fault.New(fault.Invalid, fmt.Sprintf("%s ”%s” ligger djupare än %d led, som är det mesta. Rätta vad den hör till.", text.Capital(u.kind.Naming.The), ask.Short(s), field.Deepest))
}

// child finds the unit under parent, takes in one of that name that hung
// loose at the top, or makes it.
func (u *tree) child(parent field.ID, name string) field.ID {
	key := text.Key(name)
	if id, ok := u.children[parent][key]; ok {
		return id
	}
	if id, ok := u.children[""][key]; ok && id != parent && !org.Within(u.d, parent, id) && len(u.children[id]) == 0 && u.byName[key].count == 1 {
		u.hang(id, key, parent)
		return id
	}
	return u.make(name, parent)
}

// hang moves a unit from the top to under parent.
func (u *tree) hang(id field.ID, key string, parent field.ID) {
	u.d.set(u.d.Get(id), u.kind.Parent, parent)
	delete(u.children[""], key)
	if u.children[parent] == nil {
		u.children[parent] = map[string]field.ID{}
	}
	u.children[parent][key] = id
}

// mentioned finds the unit of the name that an earlier row has said that something belongs
// to, before its own row said what it belongs to itself. It lies at the top until then.
func (u *tree) mentioned(name string, parent field.ID) (id field.ID, ok bool) {
	id, ok = u.children[""][text.Key(name)]
	return id, ok && parent != "" && u.loose[id] && !org.Within(u.d, parent, id)
}

// height is how many levels a unit and those under it are.
func (u *tree) height(id field.ID) int {
	most := 0
	for _, under := range u.children[id] {
		most = max(most, u.height(under))
	}
	return most + 1
}

func (u *tree) make(name string, parent field.ID) field.ID {
	return u.makeAs(u.d.NewID(), name, parent)
}

// makeAs is make with an identity that the file gives.
func (u *tree) makeAs(id field.ID, name string, parent field.ID) field.ID {
	r := u.d.nameAs(id, u.kind, name, parent)
	u.note(r)
	u.made++
	u.loose[r.ID] = true
	return r.ID
}

func (u *tree) parent(r *field.Record) field.ID {
	id, _ := r.Get(u.kind.Parent).(field.ID)
	return id
}

// isUnit says that a text in a place for a person names a unit instead.
func (u *tree) isUnit(s string) (field.ID, bool) {
	if strings.Contains(s, "@") {
		return "", false
	}
	if is, ok := u.asked[s]; ok && is.made == u.made {
		return is.id, is.unit
	}
	id, unit := u.looksLikeUnit(s)
	u.asked[s] = answer{id, unit, u.made}
	return id, unit
}

// answer is what isUnit found, and how many units had been made by then.
type answer struct {
	id   field.ID
	unit bool
	made int
}

func (u *tree) looksLikeUnit(s string) (field.ID, bool) {
	if id, ok := u.find(s); ok {
		return id, true
	}
	if id, ok := u.forms.isShort(s); ok {
		return id, true
	}
	return "", u.kind.Naming.Sounds != nil && u.kind.Naming.Sounds(text.Clean(s))
}
