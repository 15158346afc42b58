package journal

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"sync"
)

// squeezedFrom is from how many bytes it pays to compress.
const squeezedFrom = 400

// largest is more than any block holds: a single change of all the texts that a
// record may have.
const largest = 256 << 20

var squeezers = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, 4) // half as slow as the default, and 5 % larger
	return w
}}

// press compresses one block after another.
type press struct{ w *flate.Writer }

// squeeze compresses what it pays to compress.
func (p *press) squeeze(head, payload []byte) []byte {
	size := len(head) + len(payload)
	if size < squeezedFrom {
		return slices.Concat([]byte{'r'}, head, payload)
	}
	out := bytes.NewBuffer(binary.AppendUvarint([]byte{'z'}, uint64(size)))
	if p.w == nil {
		p.w = squeezers.Get().(*flate.Writer)
	}
	p.w.Reset(out)
	_, _ = p.w.Write(head) // into memory: never fails
	_, _ = p.w.Write(payload)
	_ = p.w.Close()
	return out.Bytes()
}

// rest lets others use what the press has used.
func (p *press) rest() {
	if p.w != nil {
		p.w.Reset(nil)
		squeezers.Put(p.w)
	}
}

// HeadSize is how much of a block's data Count needs.
const HeadSize = 1024

// Count is how many changes a block holds, by the beginning of its data.
func Count(head []byte) (int, error) {
	if len(head) == 0 {
		return 0, ErrDamaged
	}
	in, first := io.Reader(bytes.NewReader(head[1:])), 0
	if head[0] == 'z' {
		_, first = binary.Uvarint(head[1:])
		if first <= 0 {
			return 0, ErrDamaged
		}
		in = flate.NewReader(bytes.NewReader(head[1+first:]))
	}
	begin := make([]byte, 1+len(salt{})+binary.MaxVarintLen64)
	n, err := io.ReadFull(in, begin)
	if n == 0 {
		return 0, errors.Join(ErrDamaged, err)
	}
	r := newReader(begin[:n])
	count := int(r.in.Count())
	if r.in.Err() != nil || count > changesInBlock {
		return 0, errors.Join(ErrDamaged, r.in.Err())
	}
	return count, nil
}

func expand(data []byte) ([]byte, error) {
	if len(data) == 0 {
		return nil, io.ErrUnexpectedEOF
	}
	switch kind, rest := data[0], data[1:]; kind {
	case 'r':
		return rest, nil
	case 'z':
		size, n := binary.Uvarint(rest)
		if n <= 0 || size > largest {
			return nil, errors.New("journal: a block of no possible size")
		}
		var out bytes.Buffer
		_, err := io.Copy(&out, io.LimitReader(flate.NewReader(bytes.NewReader(rest[n:])), int64(size)+1))
		if err == nil && uint64(out.Len()) != size {
			err = errors.New("journal: a block of another size than it says")
		}
		return out.Bytes(), err
	}
	return nil, errors.New("journal: a block of no known form")
}
