package field

import (
	"encoding/json"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
)

// personType, unitType and refType are another record; refsType is several.
type (
	personType struct{ oneType }
	unitType   struct{ oneType }
	refType    struct{ oneType }
	refsType   struct{ lookedUp }
)

func (personType) traits() traits {
	return traits{name: "person", word: "person", prompt: "En persons namn eller e-post.", words: true, filters: true, points: true, of: Person}
}

func (unitType) traits() traits {
	return traits{name: "unit", word: "enhet", prompt: "En enhets namn eller sökväg.", words: true, filters: true, points: true, of: Unit}
}

func (refType) traits() traits {
	return traits{name: "reference", word: "post", prompt: "Namn eller referens.", words: true, points: true}
}

func (refsType) traits() traits {
	return traits{name: "references", word: "flera poster", prompt: "Namn, flera åtskilda med semikolon.", words: true, points: true, list: true}
}

// lookedUp is what the types have in common that point at other records: only
// those who know what there is can read them.
type lookedUp struct{}

func (lookedUp) parse(f *Field, _ World, _ string, _ money.Unit) (Value, string, error) {
	return nil, "", fault.New(fault.Internal, "Fältet "+f.Label+" kan inte läsas som text.")
}

// rank is of the names, as they are shown.
func (lookedUp) rank(f *Field, w World) func(Value) Rank {
	return func(v Value) Rank {
		s := f.Show(w, v)
		return Rank{S: text.SortKey(s), None: s == ""}
	}
}

// oneType is what the types have in common that point at one record.
type oneType struct{ lookedUp }

func (oneType) holds(v Value) bool { return is[ID](v) }

func (oneType) decode(s string) (Value, error) { return ID(s), nil }

func (oneType) show(_ *Field, w World, v Value) string { return w.Label(v.(ID)) }

func (oneType) exact(_ *Field, w World, v Value) string { return w.Exact(v.(ID)) }

func (refsType) holds(v Value) bool { return is[[]ID](v) }

func (refsType) decode(s string) (Value, error) {
	var ids []ID
	err := json.Unmarshal([]byte(s), &ids)
	return ids, err
}

func (refsType) show(_ *Field, w World, v Value) string { return joinIDs(v.([]ID), w.Label) }

func (refsType) exact(_ *Field, w World, v Value) string { return joinIDs(v.([]ID), w.Exact) }

func joinIDs(ids []ID, name func(ID) string) string {
	parts := make([]string, 0, len(ids))
	for _, id := range ids {
		if s := name(id); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "; ")
}

// IDField is a reference to one record, and RefsField to several, with their typed
// access.
type (
	IDField   struct{ *Field }
	RefsField struct{ *Field }
)

// Get gives the stored value, "" when empty.
func (f IDField) Get(r *Record) ID { return get[ID](r, f.Field) }

// Get gives the stored value, nil when empty.
func (f RefsField) Get(r *Record) []ID { return get[[]ID](r, f.Field) }

// NewPerson declares one person.
func NewPerson(k *Kind, key, label string, opts ...Opt) IDField {
	return IDField{New(k, Person, key, label, opts...)}
}

// NewUnit declares one unit.
func NewUnit(k *Kind, key, label string, opts ...Opt) IDField {
	return IDField{New(k, Unit, key, label, opts...)}
}

// NewRef declares a reference to one thing.
func NewRef(k *Kind, key, label string, opts ...Opt) IDField {
	return IDField{New(k, Ref, key, label, opts...)}
}

// NewRefs declares references to several things.
func NewRefs(k *Kind, key, label string, opts ...Opt) RefsField {
	return RefsField{New(k, Refs, key, label, opts...)}
}
