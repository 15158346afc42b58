package field

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
)

// The canonical encoding writes a value in one way only, so that it can be summed
// and hashed: a letter for what it is, and then its bytes. It says by itself what
// it holds, so that a journal can be read by a program that no longer has the
// field.

// AppendText writes a text with its length.
func AppendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// AppendValue writes a value, which isn't empty.
func AppendValue(b []byte, v Value) []byte {
	switch v := v.(type) {
	case string:
		return AppendText(append(b, 't'), v)
	case ID:
		return AppendText(append(b, 'i'), string(v))
	case int64:
		return binary.AppendVarint(append(b, 'n'), v)
	case money.Ore:
		return binary.AppendVarint(append(b, 'm'), int64(v))
	case bool:
		if v {
			return append(b, 'y')
		}
		return append(b, 'x')
	case date.Date:
		return binary.AppendUvarint(append(b, 'd'), uint64(v))
	case []ID:
		b = binary.AppendUvarint(append(b, 'l'), uint64(len(v)))
		for _, id := range v {
			b = AppendText(b, string(id))
		}
		return b
	case []Holding:
		b = binary.AppendUvarint(append(b, 'h'), uint64(len(v)))
		for _, h := range v {
			b = AppendText(b, string(h.Person))
			b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(h.From)), uint64(h.To))
		}
		return b
	}
	panic(fmt.Sprintf("field: no canonical form of a %T", v))
}

// AppendRecord writes all that a record holds. Only what has a value is in it, by
// key, so that a new field leaves those that lack it as they were.
func AppendRecord(b []byte, r *Record) []byte {
	b = AppendText(b, r.Kind.Name)
	for _, s := range []string{string(r.ID), r.Ref, r.Created, r.Changed} {
		b = AppendText(b, s)
	}
	for f := range r.Values {
		b = AppendValue(AppendText(b, f.Key), r.Get(f))
	}
	for _, key := range slices.Sorted(maps.Keys(r.free)) {
		b = AppendText(AppendText(append(b, 'f'), key), r.free[key])
	}
	return b
}

// Reader reads the canonical encoding. After an error it gives nothing more.
type Reader struct {
	rest []byte
	err  error
}

// NewReader reads from b, whose texts are copied.
func NewReader(b []byte) *Reader { return &Reader{rest: b} }

// Err is the first thing that was wrong.
func (r *Reader) Err() error { return r.err }

// Done says that all has been read.
func (r *Reader) Done() bool { return r.err == nil && len(r.rest) == 0 }

var errShort = errors.New("field: the text ends too early, or isn't in the canonical form")

// Byte reads one byte.
func (r *Reader) Byte() byte {
	b := r.Bytes(1)
	if len(b) == 0 {
		return 0
	}
	return b[0]
}

// Bytes reads n bytes, which are not to be changed; nil when there aren't as many.
func (r *Reader) Bytes(n int) []byte {
	if r.err != nil || n < 0 || n > len(r.rest) {
		r.fail()
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *Reader) fail() {
	if r.err == nil {
		r.err = errShort
	}
}

// Count reads a number that isn't negative.
func (r *Reader) Count() uint64 {
	n, size := binary.Uvarint(r.rest)
	if r.err != nil || size <= 0 {
		r.fail()
		return 0
	}
	r.rest = r.rest[size:]
	return n
}

// Text reads what AppendText wrote.
func (r *Reader) Text() string {
	n := r.Count()
	if n > uint64(len(r.rest)) {
		r.fail()
		return ""
	}
	return string(r.Bytes(int(n)))
}

func (r *Reader) number() int64 {
	n, size := binary.Varint(r.rest)
	if r.err != nil || size <= 0 {
		r.fail()
		return 0
	}
	r.rest = r.rest[size:]
	return n
}

// Value reads what AppendValue wrote after its letter.
func (r *Reader) Value(letter byte) Value {
	switch letter {
	case 't':
		return r.Text()
	case 'i':
		return ID(r.Text())
	case 'n':
		return r.number()
	case 'm':
		return money.Ore(r.number())
	case 'y', 'x':
		return letter == 'y'
	case 'd':
		return date.Date(r.Count())
	case 'l':
		return readList(r, func() ID { return ID(r.Text()) })
	case 'h':
		return readList(r, func() Holding {
			return Holding{Person: ID(r.Text()), From: date.Date(r.Count()), To: date.Date(r.Count())}
		})
	}
	r.fail()
	return nil
}

func readList[T any](r *Reader, one func() T) []T {
	var out []T
	for n := r.Count(); n > 0 && r.err == nil; n-- {
		out = append(out, one())
	}
	return out
}
