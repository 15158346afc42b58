package pages

import (
	"encoding/binary"
	"iter"
)

// cell is a row as a page holds it.
type cell struct {
	rowid  int64
	values []any
}

// cells gives the sound rows of a page. In an index, and in a table without rowids,
// the inner pages hold rows too.
func (p page) cells() iter.Seq[cell] {
	return func(yield func(cell) bool) {
		k := p.kind()
		if k == 0 || k == tableInside {
			return
		}
		room := 2 * p.f.size // sound cells don't lie over one another
		for _, at := range p.pointers() {
			c, used, ok := p.cell(k, at)
			if room -= used; room < 0 || ok && !yield(c) {
				return
			}
		}
	}
}

// cell reads a row, and tells how much of the page it takes.
func (p page) cell(k byte, at int) (c cell, used int, ok bool) {
	b := p.data[at:]
	if k == indexInside {
		if len(b) < 4 {
			return c, 4, false
		}
		b = b[4:]
	}
	size, n := varint(b)
	if n == 0 || size < 2 || size > uint64(p.f.bytes) {
		return c, 4, false
	}
	b = b[n:]
	if k == tableLeaf {
		id, n := varint(b)
		if n == 0 {
			return c, 4, false
		}
		c.rowid, b = int64(id), b[n:]
	}
	payload, used, ok := p.payload(b, int(size), k)
	if ok {
		c.values, ok = record(payload)
	}
	return c, used, ok
}

// payload puts together what a row holds: what is in the page, which it tells the size
// of, and what is in the chain of pages after it.
func (p page) payload(b []byte, size int, k byte) (out []byte, here int, ok bool) {
	usable := p.f.size
	most := usable - 35
	if k != tableLeaf {
		most = (usable-12)*64/255 - 23
	}
	if size <= most {
		if len(b) < size {
			return nil, 4, false
		}
		return b[:size], size, true
	}
	least := (usable-12)*32/255 - 23
	here = least + (size-least)%(usable-4)
	if here > most {
		here = least
	}
	if len(b) < here+4 || int64(size) > p.f.budget {
		return nil, 4, false
	}
	p.f.budget -= int64(size)
	out = append(make([]byte, 0, here), b[:here]...)
	next := int64(binary.BigEndian.Uint32(b[here:]))
	for len(out) < size {
		more := p.f.page(next)
		n := min(size-len(out), usable-4)
		if len(more.data) < 4+n {
			return nil, here, false
		}
		out = append(out, more.data[4:4+n]...)
		next = int64(binary.BigEndian.Uint32(more.data))
	}
	return out, here, true
}

// mostColumns is more than any table of ours has.
const mostColumns = 400

// record reads a row. It is sound only when its head and what it says of the rest
// are just as long as they should be. No value of ours is a fraction.
func record(b []byte) ([]any, bool) {
	size, n := varint(b)
	if n == 0 || size > uint64(len(b)) || size < uint64(n) {
		return nil, false
	}
	head, body := b[n:size], b[size:]
	var out []any
	for len(head) > 0 {
		kind, n := varint(head)
		if n == 0 || len(out) == mostColumns {
			return nil, false
		}
		head = head[n:]
		v, used, ok := value(kind, body)
		if !ok {
			return nil, false
		}
		out, body = append(out, v), body[used:]
	}
	return out, len(body) == 0 && len(out) > 0
}

// widths are how many bytes whole numbers have, by their kind.
var widths = [...]int{0, 1, 2, 3, 4, 6, 8}

// value reads one value: nil, int64, string or []byte.
func value(kind uint64, b []byte) (v any, used int, ok bool) {
	switch {
	case kind == 0:
		return nil, 0, true
	case kind < 7:
		n := widths[kind]
		if len(b) < n {
			return nil, 0, false
		}
		x := int64(int8(b[0]))
		for _, c := range b[1:n] {
			x = x<<8 | int64(c)
		}
		return x, n, true
	case kind == 8, kind == 9:
		return int64(kind - 8), 0, true
	case kind < 12:
		return nil, 0, false
	}
	n := (kind - 12) / 2
	if n > uint64(len(b)) {
		return nil, 0, false
	}
	if kind%2 == 0 {
		return append([]byte{}, b[:n]...), int(n), true
	}
	return string(b[:n]), int(n), true
}

// varint reads a number as SQLite writes it, and tells how long it is; 0 for what
// isn't one.
func varint(b []byte) (v uint64, n int) {
	for i := range min(len(b), 9) {
		if i == 8 {
			return v<<8 | uint64(b[i]), 9
		}
		v = v<<7 | uint64(b[i]&0x7f)
		if b[i] < 0x80 {
			return v, i + 1
		}
	}
	return 0, 0
}
