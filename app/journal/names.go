package journal

import (
	"maps"
	"strings"
	"sync"

	"itportfoljen/app/field"
)

// Renamed is a word of old entries that has another name since a migration: a key
// of a kind's field or, Kind being "", a kind.
type Renamed struct{ Kind, Old, New string }

// Names finds what the journal's words stand for today. What the catalogue no
// longer has is shown as text, and is no damage.
type Names struct {
	kinds   map[string]*field.Kind
	renamed map[Renamed]string // without New

	mu      sync.Mutex
	foreign map[string]*field.Kind
}

// NewNames knows the kinds of today and what has had other names.
func NewNames(kinds []*field.Kind, renamed ...Renamed) *Names {
	n := &Names{kinds: map[string]*field.Kind{}, renamed: map[Renamed]string{}, foreign: map[string]*field.Kind{}}
	for _, k := range kinds {
		n.kinds[k.Name] = k
	}
	for _, r := range renamed {
		n.renamed[Renamed{Kind: r.Kind, Old: r.Old}] = r.New
	}
	return n
}

// today is the word that a renamed one has now.
func (n *Names) today(kind, word string) string {
	for range len(n.renamed) { // several times over
		now, ok := n.renamed[Renamed{Kind: kind, Old: word}]
		if !ok {
			break
		}
		word = now
	}
	return word
}

// Kind finds a kind, also one that there no longer is.
func (n *Names) Kind(name string) *field.Kind {
	name = n.today("", name)
	if k := n.kinds[name]; k != nil {
		return k
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	k := n.foreign[name]
	if k == nil {
		k = field.NewKind(field.Kind{Name: name, Plural: name, One: name, Many: name, Silent: true})
		field.NewText(k, "name", "Namn")
		n.foreign[name] = k
	}
	return k
}

// Knows says whether a kind is one of today's.
func (n *Names) Knows(k *field.Kind) bool { return n.kinds[k.Name] == k }

// field finds the field that a value was written for. One that the catalogue no
// longer has, or has as another type, is from another version: then the value is
// its text.
func (n *Names) field(k *field.Kind, key string, values ...*field.Value) *field.Field {
	f := k.Field(n.today(k.Name, key))
	fits := f != nil && f.Kept()
	for _, v := range values {
		fits = fits && f.Accepts(*v)
	}
	if fits {
		return f
	}
	for _, v := range values {
		if *v != nil {
			*v = field.Encode(*v)
		}
	}
	return field.NewFree(k, gone+key, key)
}

// gone is before the key of a field that the catalogue no longer has.
const gone = "\x00"

// IsGone says whether a field is one that the catalogue no longer has, and whose
// values are only in the journal.
func IsGone(f *field.Field) bool { return strings.HasPrefix(f.Key, gone) }

// WithoutGone takes the values of such fields out of a record that is being built.
func WithoutGone(r *field.Record) *field.Record {
	maps.DeleteFunc(r.FreeValues(), func(key, _ string) bool { return strings.HasPrefix(key, gone) })
	return r
}
