package app

import (
	"crypto/rand"
	"fmt"
	"sync"
	"time"

	"itportfoljen/app/field"
)

// UUIDs makes identities of UUID version 7 (RFC 9562): milliseconds since
// 1970, a counter that keeps those of one millisecond in order, and chance.
func UUIDs(now func() time.Time) func() field.ID {
	return uuids(now, func(b []byte) { _, _ = rand.Read(b) })
}

// SeededUUIDs makes the same identities every time, for the example portfolio.
func SeededUUIDs(at time.Time, seed uint64) func() field.ID {
	x := seed | 1
	return uuids(func() time.Time { return at }, func(b []byte) {
		for i := range b {
			x ^= x << 13
			x ^= x >> 7
			x ^= x << 17
			b[i] = byte(x)
		}
	})
}

func uuids(now func() time.Time, fill func([]byte)) func() field.ID {
	var mu sync.Mutex
	var last, count int64
	return func() field.ID {
		mu.Lock()
		defer mu.Unlock()
		ms := now().UnixMilli()
		if ms <= last {
			ms = last
			if count++; count > 0xfff {
				ms, count = last+1, 0
			}
		} else {
			count = 0
		}
		last = ms
		var b [16]byte
		fill(b[8:])
		for i := range 6 {
			b[i] = byte(ms >> (40 - 8*i))
		}
		b[6], b[7] = 0x70|byte(count>>8), byte(count)
		b[8] = b[8]&0x3f | 0x80
		return field.ID(fmt.Sprintf("%x-%x-%x-%x-%x", b[0:4], b[4:6], b[6:8], b[8:10], b[10:]))
	}
}
