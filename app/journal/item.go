package journal

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"maps"
	"slices"

	"itportfoljen/app/field"
)

// item is a change as a block holds it, by words and not by the catalogue.
type item struct {
	op                    field.Op
	kind, key             string
	name                  *term // instead of the key, of a field of the municipality's own: people have written it
	id, owner             field.ID
	since                 string
	before, after         *term // Set
	ref, created, changed string
	values, free          []keyed // Create, Delete: by key
}

type keyed struct {
	key  string
	name *term // instead of the key, as in item
	term
}

// ownName is the key of a field of the municipality's own.
func ownName(key string) *term { return &term{v: key, text: true} }

// term is a value. What people write as they like, texts and numbers, has a salt, and
// one that is erased only its hash.
type term struct {
	v      field.Value
	text   bool
	erased bool
	salted bool // salt is known
	salt   salt // of one that is erased its hash
}

func (t *term) erase() {
	t.salt = saltedHash(t.salt, t.v)
	t.v, t.erased, t.salted = nil, true, false
}

// about is the record and what it is a part of.
func (it *item) about() [2]field.ID { return [2]field.ID{it.id, it.owner} }

// terms goes through the values of an item that has one.
func (it *item) terms(yield func(*term) bool) {
	for _, t := range []*term{it.name, it.before, it.after} {
		if t != nil && !yield(t) {
			return
		}
	}
	for _, list := range [][]keyed{it.values, it.free} {
		for i := range list {
			if name := list[i].name; name != nil && !yield(name) || !yield(&list[i].term) {
				return
			}
		}
	}
}

// termOf makes a term of a field's value; nil for an empty one.
func termOf(f *field.Field, v field.Value) *term {
	if field.IsEmpty(v) {
		return nil
	}
	t := valueTerm(f, v)
	return &t
}

// valueTerm makes a term of a value that isn't empty; f is nil for a field of the
// municipality's own.
func valueTerm(f *field.Field, v field.Value) term {
	return term{v: v, text: f == nil || f.Free() || f.Written()}
}

// itemOf makes an item of a change; room is for its values.
func itemOf(c *field.Change, room []keyed) *item {
	k := c.Kind
	if k == nil {
		k = c.Record.Kind
	}
	it := &item{op: c.Op, kind: k.Name, id: c.ID, owner: c.Owner, since: c.Since, values: room[:0]}
	if c.Op == field.Set {
		if it.key = c.Field.Key; c.Field.Free() {
			it.key, it.name = "", ownName(c.Field.Key)
		}
		it.before, it.after = termOf(c.Field, c.Before), termOf(c.Field, c.After)
		return it
	}
	r := c.Record
	it.ref, it.created, it.changed = r.Ref, r.Created, r.Changed
	for f := range r.Values {
		it.values = append(it.values, keyed{key: f.Key, term: valueTerm(f, r.Get(f))})
	}
	if free := r.FreeValues(); len(free) > 0 {
		for _, key := range slices.Sorted(maps.Keys(free)) {
			it.free = append(it.free, keyed{name: ownName(key), term: valueTerm(nil, free[key])})
		}
	}
	return it
}

// change makes a change of an item, by the names of today.
func (it *item) change(names *Names) field.Change {
	c := field.Change{Op: it.op, Kind: names.Kind(it.kind), ID: it.id, Owner: it.owner, Since: it.since}
	for t := range it.terms {
		c.Erased = c.Erased || t.erased
	}
	if it.op == field.Set {
		c.Before, c.After = it.before.value(), it.after.value()
		c.Lost = [2]bool{it.before.gone(), it.after.gone()}
		if it.name != nil {
			c.Field = it.name.field(c.Kind)
		} else {
			c.Field = names.field(c.Kind, it.key, &c.Before, &c.After)
		}
		return c
	}
	r := field.NewRecord(c.Kind, it.id)
	r.Ref, r.Created, r.Changed = it.ref, it.created, it.changed
	for _, kv := range it.values {
		v := kv.value()
		f := names.field(c.Kind, kv.key, &v)
		r.Put(f, v)
	}
	for _, kv := range it.free {
		r.Put(kv.name.field(c.Kind), kv.value())
	}
	c.Record = r
	return c
}

// field is the municipality's own field that a name is of. One whose name is erased
// is told apart by its hash.
func (t *term) field(k *field.Kind) *field.Field {
	name, _ := t.value().(string)
	if t == nil || name == "" {
		key := gone
		if t != nil {
			key += hex.EncodeToString(t.salt[:4])
		}
		return field.NewFree(k, key, "(rensat)")
	}
	return field.NewFree(k, name, name)
}

func (t *term) gone() bool { return t != nil && t.erased }

func (t *term) value() field.Value {
	if t == nil || t.erased {
		return nil
	}
	return t.v
}

// writer writes items, and what is hashed of them.
type writer struct {
	seed     salt
	explicit bool // each text has its salt beside it, since some have gone
	n        int  // texts so far
	payload  []byte
	digest   []byte
	room     []keyed // for the values of one item after another
}

func (w *writer) hash() Hash { return sha256.Sum256(w.digest) }

// head is what stands before the payload.
func (w *writer) head(items int) []byte {
	head := []byte{'e'}
	if !w.explicit {
		head = append([]byte{'s'}, w.seed[:]...)
	}
	return binary.AppendUvarint(head, uint64(items))
}

func (w *writer) item(it *item) {
	w.both(func(b []byte) []byte {
		b = append(b, byte(it.op))
		for _, s := range []string{it.kind, string(it.id), string(it.owner), it.since} {
			b = field.AppendText(b, s)
		}
		if it.op == field.Set {
			if it.name != nil {
				return append(b, 'o')
			}
			return field.AppendText(append(b, 'd'), it.key)
		}
		for _, s := range []string{it.ref, it.created, it.changed} {
			b = field.AppendText(b, s)
		}
		return b
	})
	if it.op == field.Set {
		if it.name != nil {
			w.term(it.name)
		}
		w.term(it.before)
		w.term(it.after)
		return
	}
	for _, list := range [][]keyed{it.values, it.free} {
		w.both(func(b []byte) []byte { return binary.AppendUvarint(b, uint64(len(list))) })
		for i := range list {
			if name := list[i].name; name != nil {
				w.term(name)
			} else {
				w.both(func(b []byte) []byte { return field.AppendText(b, list[i].key) })
			}
			w.term(&list[i].term)
		}
	}
}

// both adds to the payload and to what is hashed.
func (w *writer) both(add func([]byte) []byte) {
	from := len(w.payload)
	w.payload = add(w.payload)
	w.digest = append(w.digest, w.payload[from:]...)
}

// The letters of terms besides those of canonical values.
const (
	nothing = '-'
	salted  = 'T'
	erased  = 'Z'
)

func (w *writer) term(t *term) {
	switch {
	case t == nil:
		w.both(func(b []byte) []byte { return append(b, nothing) })
		return
	case !t.text:
		w.both(func(b []byte) []byte { return field.AppendValue(b, t.v) })
		return
	case t.erased:
		w.payload = append(append(w.payload, erased), t.salt[:]...)
		w.digest = append(append(w.digest, salted), t.salt[:]...)
		return
	}
	s := t.salt
	if !t.salted {
		s = derive(w.seed, w.n)
	}
	w.n++
	h := saltedHash(s, t.v)
	w.digest = append(append(w.digest, salted), h[:]...)
	w.payload = append(w.payload, salted)
	if w.explicit {
		w.payload = append(w.payload, s[:]...)
	}
	w.payload = field.AppendValue(w.payload, t.v)
}

// reader reads the payload of a block.
type reader struct {
	in       *field.Reader
	seed     salt
	explicit bool
	n        int
}

func newReader(payload []byte) *reader {
	r := &reader{in: field.NewReader(payload)}
	if r.explicit = r.in.Byte() == 'e'; !r.explicit {
		copy(r.seed[:], r.in.Bytes(len(r.seed)))
	}
	return r
}

func (r *reader) items() (out []*item) {
	for n := r.in.Count(); n > 0 && r.in.Err() == nil; n-- {
		out = append(out, r.item())
	}
	return out
}

func (r *reader) item() *item {
	it := &item{op: field.Op(r.in.Byte()), kind: r.in.Text(), id: field.ID(r.in.Text()), owner: field.ID(r.in.Text()), since: r.in.Text()}
	if it.op == field.Set {
		if r.in.Byte() == 'o' {
			it.name = r.term()
		} else {
			it.key = r.in.Text()
		}
		it.before, it.after = r.term(), r.term()
		return it
	}
	it.ref, it.created, it.changed = r.in.Text(), r.in.Text(), r.in.Text()
	it.values, it.free = r.list(false), r.list(true)
	return it
}

func (r *reader) list(own bool) (out []keyed) {
	for n := r.in.Count(); n > 0 && r.in.Err() == nil; n-- {
		var kv keyed
		if own {
			kv.name = r.term()
		} else {
			kv.key = r.in.Text()
		}
		if t := r.term(); t != nil {
			kv.term = *t
			out = append(out, kv)
		}
	}
	return out
}

func (r *reader) term() *term {
	switch letter := r.in.Byte(); letter {
	case nothing:
		return nil
	case erased:
		t := &term{text: true, erased: true}
		copy(t.salt[:], r.in.Bytes(len(t.salt)))
		return t
	case salted:
		t := &term{text: true, salted: true}
		if r.explicit {
			copy(t.salt[:], r.in.Bytes(len(t.salt)))
		} else {
			t.salt = derive(r.seed, r.n)
		}
		r.n++
		t.v = r.in.Value(r.in.Byte())
		return t
	default:
		return &term{v: r.in.Value(letter)}
	}
}
