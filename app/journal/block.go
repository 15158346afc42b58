package journal

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"iter"

	"itportfoljen/app/field"
)

// A block holds at most so many changes, and begins anew when it is so large.
const (
	changesInBlock = 1000
	bytesInBlock   = 1 << 20
)

// Hash is a SHA-256.
type Hash [sha256.Size]byte

// Block is a part of an entry's changes as a store keeps it.
type Block struct {
	Data    []byte
	Hash    Hash
	Records []field.ID // that it has changes of, and what those are parts of, each once
}

// ErrDamaged is in the chain of what says that a block or an entry isn't what was
// written.
var ErrDamaged = errors.New("journal: not what was written")

// Pack writes changes as blocks, one at a time.
func Pack(changes []field.Change) iter.Seq[Block] {
	return func(yield func(Block) bool) {
		var w writer
		var press press
		defer press.rest()
		for len(changes) > 0 {
			b, n := w.pack(changes, &press)
			if changes = changes[n:]; !yield(b) {
				return
			}
		}
	}
}

// pack packs what goes into one block, and tells how many changes that is. The room of
// the block before is used again.
func (w *writer) pack(changes []field.Change, press *press) (Block, int) {
	*w = writer{payload: w.payload[:0], digest: w.digest[:0], room: w.room}
	_, _ = rand.Read(w.seed[:]) // never fails
	n := 0
	for n < len(changes) && n < changesInBlock && len(w.payload) < bytesInBlock {
		it := itemOf(&changes[n], w.room)
		w.item(it)
		clear(it.values)
		w.room = it.values[:0]
		n++
	}
	return Block{Data: press.squeeze(w.head(n), w.payload), Hash: w.hash(), Records: recordsOf(changes[:n], func(c field.Change) [2]field.ID { return [2]field.ID{c.ID, c.Owner} })}, n
}

func recordsOf[T any](of []T, about func(T) [2]field.ID) (out []field.ID) {
	seen := make(map[field.ID]bool, len(of))
	for _, one := range of {
		for _, id := range about(one) {
			if id != "" && !seen[id] {
				seen[id] = true
				out = append(out, id)
			}
		}
	}
	return out
}

// Unpack reads a block, and makes sure that it is what was written.
func Unpack(data []byte, want Hash, names *Names) ([]field.Change, error) {
	items, err := read(data, want)
	if err != nil {
		return nil, err
	}
	out := make([]field.Change, len(items))
	for i, it := range items {
		out[i] = it.change(names)
	}
	return out, nil
}

// Verify makes sure that a block is what was written, and gives the records that it
// has changes of and what those are parts of, each once.
func Verify(data []byte, want Hash) ([]field.ID, error) {
	items, err := read(data, want)
	return recordsOf(items, (*item).about), err
}

// Erase takes out every text that is to go, and tells how many there were. The
// block's hash stays as it was. Faults: ErrDamaged.
func Erase(data []byte, want Hash, gone func(string) bool) ([]byte, int, error) {
	items, err := read(data, want)
	if err != nil {
		return nil, 0, err
	}
	n := 0
	for _, it := range items {
		for t := range it.terms {
			if t.text && !t.erased && gone(field.Encode(t.v)) {
				t.erase()
				n++
			}
		}
	}
	if n == 0 {
		return data, 0, nil
	}
	w := writer{explicit: true}
	for _, it := range items {
		w.item(it)
	}
	var press press
	defer press.rest()
	return press.squeeze(w.head(len(items)), w.payload), n, nil
}

// salt is hashed with a text, so that its hash tells nothing of it.
type salt [16]byte

// derive gives the salt of the nth text in a block.
func derive(seed salt, n int) salt {
	full := sha256.Sum256(binary.AppendUvarint(seed[:], uint64(n)))
	return salt(full[:])
}

func saltedHash(s salt, v field.Value) (h salt) {
	full := sha256.Sum256(field.AppendValue(s[:], v))
	return salt(full[:])
}

// read unpacks a block as it is written.
func read(data []byte, want Hash) ([]*item, error) {
	payload, err := expand(data)
	if err != nil {
		return nil, errors.Join(ErrDamaged, err)
	}
	r := newReader(payload)
	items := r.items()
	if !r.in.Done() {
		return nil, errors.Join(ErrDamaged, r.in.Err())
	}
	var w writer
	for _, it := range items {
		w.item(it)
	}
	if w.hash() != want {
		return nil, ErrDamaged
	}
	return items, nil
}

// content makes the hash of an entry: what it says of itself, and its blocks.
func content(parts [][]byte, blocks []Hash) (h Hash) {
	d := sha256.New()
	var size []byte
	for _, p := range parts {
		size = binary.AppendUvarint(size[:0], uint64(len(p)))
		d.Write(size)
		d.Write(p)
	}
	for _, b := range blocks {
		d.Write(b[:])
	}
	d.Sum(h[:0])
	return h
}
