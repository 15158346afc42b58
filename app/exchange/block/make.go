package block

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/identify"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// makers make the records that a block names and that aren't there, of the kinds that
// say how (see field.Naming).
type makers struct {
	w     World
	draft *identify.Draft
	by    map[maker][]field.ID
	order []field.ID
	alike map[*field.Kind]*identify.Spellings
}

type maker struct {
	kind *field.Kind
	key  string
}

func newMakers(w World) *makers {
	return &makers{w: w, draft: identify.NewDraft(w), by: map[maker][]field.ID{}, alike: map[*field.Kind]*identify.Spellings{}}
}

// kindOf is the kind that a name in a field may make a record of, nil for none.
func (m *makers) kindOf(f *field.Field) *field.Kind {
	for _, k := range f.Targets() {
		if k.Naming != nil && (f.Makes || f.OfPersons() || f.OfUnits()) {
			return k
		}
	}
	return nil
}

// make gives the record of a name, made unless an earlier cell has named it.
func (m *makers) make(k *field.Kind, is org.Mention) (field.ID, error) {
	key := maker{k, text.Key(is.Name)}
	if k.Answers == field.Person {
		key.key = is.Key()
	}
	id, err := m.made(m.by[key], is)
	if id != "" || err != nil {
		return id, err
	}
	r, err := m.record(k, is)
	if err != nil {
		return "", err
	}
	m.by[key], m.order = append(m.by[key], r.ID), append(m.order, r.ID)
	m.spellings(k).Note(r)
	return r.ID, nil
}

// made is which of the records that are made of a name is meant; "" for none. An
// address that comes after the name is that person's.
func (m *makers) made(ids []field.ID, is org.Mention) (field.ID, error) {
	for _, id := range ids {
		if is.Email != "" && org.PersonEmail.Get(m.draft.Get(id)) == is.Email {
			return id, nil
		}
	}
	switch {
	case len(ids) == 0:
		return "", nil
	case is.Email == "" && len(ids) > 1:
		return "", fault.New(fault.Ambiguous, fmt.Sprintf("Flera som läggs till heter ”%s”. Skriv e-postadressen.", text.Shorten(is.Name, 60)))
	case is.Email == "":
		return ids[0], nil
	case org.PersonEmail.Get(m.draft.Get(ids[0])) == "":
		return ids[0], m.draft.Set(ids[0], org.PersonEmail.Field, is.Email)
	}
	return "", nil
}

func (m *makers) record(k *field.Kind, is org.Mention) (*field.Record, error) {
	name, under := text.OneLine(is.Name), field.ID("")
	if k.Parent != nil {
		var err error
		if name, under, err = m.place(k, name); err != nil {
			return nil, err
		}
	}
	r := field.NewRecord(k, m.w.NewID())
	if k.Answers == field.Person {
		if name = org.DisplayName([]org.Mention{is}); m.isUnit(name) {
			return nil, noPerson(name)
		}
		if is.Email == "" && !strings.Contains(name, " ") {
			return nil, fault.New(fault.Invalid, "Ingen heter bara ”"+text.Shorten(name, 60)+"”. Skriv för- och efternamn eller e-postadress.")
		}
		r.Put(org.PersonEmail.Field, is.Email)
	} else if read.IsAddress(name) {
		return nil, fault.New(fault.Invalid, "”"+text.Shorten(name, 60)+"” är en adress och inget namn på "+k.Naming.The+".")
	}
	if err := k.Title().Fits(name); err != nil {
		return nil, err
	}
	if near := m.spellings(k).Find(name); near != "" {
		return nil, fault.New(fault.Ambiguous, fmt.Sprintf("”%s” liknar ”%s”. Skriv namnet som det står där, eller lägg till %s först om det är en annan.", text.Shorten(name, 60), m.draft.Label(near), k.Naming.The))
	}
	r.Put(k.Title(), name)
	if k.Parent != nil && under != "" {
		r.Put(k.Parent, under)
	}
	if k.Naming.Fill != nil {
		k.Naming.Fill(r)
	}
	r.FillIn(m.w)
	m.draft.Make(r)
	return r, m.draft.Err()
}

// place parts a path into the last name and what it lies under, which is made if it
// isn't there either.
func (m *makers) place(k *field.Kind, path string) (name string, under field.ID, err error) {
	i := strings.LastIndex(path, org.PathSeparator)
	if i < 0 {
		return path, "", nil
	}
	name, above := strings.TrimSpace(path[i+len(org.PathSeparator):]), strings.TrimSpace(path[:i])
	if r, missing := m.w.Find(k, above); missing == nil {
		under = r.ID
	} else if fault.CodeOf(missing) != fault.NotFound {
		return "", "", missing
	} else if under, err = m.make(k, org.Mention{Name: above}); err != nil {
		return "", "", err
	}
	if field.Depth(m.draft, under) >= field.Deepest {
		return "", "", fault.New(fault.Invalid, fmt.Sprintf("%s ”%s” ligger djupare än %d led, som är det mesta.", text.Capital(k.Naming.The), text.Shorten(path, 60), field.Deepest))
	}
	return name, under, nil
}

func noPerson(name string) error {
	return fault.New(fault.Invalid, "”"+text.Shorten(text.OneLine(name), 60)+"” ser ut som en enhet och är ingen person.")
}

// isUnit says that a text in a person's place names something else, or sounds so.
func (m *makers) isUnit(name string) bool {
	return slices.ContainsFunc(m.w.Kinds(), func(k *field.Kind) bool {
		if k.Naming == nil || k.Naming.Sounds == nil {
			return false
		}
		_, err := m.w.Find(k, name)
		return err == nil || k.Naming.Sounds(name)
	})
}

// spellings are those of the names that there are, and of those that are made.
func (m *makers) spellings(k *field.Kind) *identify.Spellings {
	if m.alike[k] == nil {
		m.alike[k] = identify.NewSpellings(m.draft, k)
	}
	return m.alike[k]
}

// used are the creations of those records that changes point at, and of those that
// they lie under; each after what it lies under.
func (m *makers) used(changes []field.Change) []field.Change {
	wanted := map[field.ID]bool{}
	for _, c := range changes {
		if c.Op == field.Create {
			for f := range c.Record.Values {
				m.want(wanted, c.Record.Get(f))
			}
			continue
		}
		m.want(wanted, c.After)
	}
	var out []field.Change
	for _, c := range m.draft.Changes() {
		if wanted[c.ID] {
			out = append(out, c)
		}
	}
	return out
}

func (m *makers) want(wanted map[field.ID]bool, v field.Value) {
	for _, id := range field.References(v) {
		for r := range field.Up(m.draft, id) {
			if m.draft.Made(r.ID) {
				wanted[r.ID] = true
			}
		}
	}
}

// told are those that are made, or would be, by their kinds.
func (m *makers) told(only map[field.ID]bool) (out []identify.Made) {
	for _, id := range m.order {
		if only != nil && !only[id] {
			continue
		}
		r := m.draft.Get(id)
		i := slices.IndexFunc(out, func(o identify.Made) bool { return o.Kind == r.Kind })
		if i < 0 {
			out, i = append(out, identify.Made{Kind: r.Kind}), len(out)
		}
		out[i].Names = append(out[i].Names, r.Name())
	}
	return out
}
