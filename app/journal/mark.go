package journal

import (
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
)

// Mark says what a document was made of: which portfolio, and as it was after which
// entry. Whoever gets the document back can tell what has been done since.
type Mark struct {
	Portfolio string // its identity; "" for one that has no entry yet
	Entry     int64
	Chain     Hash // after the entry
}

// ReadMark reads a mark as documents carry it; ok is false for another text.
func ReadMark(s string) (m Mark, ok bool) {
	var chain []byte
	words := strings.Fields(s)
	if len(words) != 4 || words[0] != markHead {
		return Mark{}, false
	}
	entry, err := strconv.ParseInt(words[2], 10, 64)
	if err != nil {
		return Mark{}, false
	}
	if chain, err = hex.DecodeString(words[3]); err != nil || len(chain) != len(m.Chain) {
		return Mark{}, false
	}
	m.Portfolio, m.Entry = words[1], entry
	copy(m.Chain[:], chain)
	return m, true
}

// MarkOf is the mark of what a document says beside what it holds; the zero mark where
// that is none.
func MarkOf(portfolio, entry, chain string) Mark {
	m, _ := ReadMark(strings.Join([]string{markHead, portfolio, entry, chain}, " "))
	return m
}

const markHead = "itportfoljen"

// String writes a mark as documents carry it; "" for none.
func (m Mark) String() string {
	if m.Portfolio == "" {
		return ""
	}
	return fmt.Sprintf("%s %s %d %x", markHead, m.Portfolio, m.Entry, m.Chain)
}

// identitySize is how many bytes of the first link tell a portfolio from others.
const identitySize = 8

// Identity is what a portfolio is known by: the beginning of the chain after its
// first entry, "" before that.
func Identity(first Hash) string {
	if first == (Hash{}) {
		return ""
	}
	return hex.EncodeToString(first[:identitySize])
}
