package text

import (
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// collator is one collator with its buffer; neither may be shared between
// goroutines, so they are pooled.
type collator struct {
	c   *collate.Collator
	buf collate.Buffer
}

var collators = sync.Pool{New: func() any {
	return &collator{c: collate.New(language.Swedish, collate.Numeric)}
}}

// Compare orders a and b as a Swedish list does: å ä ö after z, capitals and
// accents only as tie breaks, numbers by their size ("SYS-9" before
// "SYS-10"). It is negative when a comes first and zero only when a and b are
// the same string.
func Compare(a, b string) int {
	if a == b {
		return 0
	}
	return strings.Compare(SortKey(a), SortKey(b))
}

// SortKey gives bytes that compare as Compare does. Compute it once per row
// when sorting many.
func SortKey(s string) string {
	k := collators.Get().(*collator)
	k.buf.Reset()
	key := string(k.c.KeyFromString(&k.buf, s)) + "\x00\x00\x00" + s
	collators.Put(k)
	return key
}

// Keys are sort keys, each made once: for sorting many by their names.
type Keys map[string]string

// Compare orders a and b as the function of that name does.
func (k Keys) Compare(a, b string) int {
	if a == b {
		return 0
	}
	return strings.Compare(k.of(a), k.of(b))
}

func (k Keys) of(s string) string {
	key, made := k[s]
	if !made {
		key = SortKey(s)
		k[s] = key
	}
	return key
}
