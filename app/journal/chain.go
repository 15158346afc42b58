package journal

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"itportfoljen/app/field"
)

// Head is what an entry says of itself.
type Head struct {
	Number       int64
	At           time.Time
	Who, Session string
	Undoes       int64
	Words        Words
}

// Words are the texts of an entry that may name what it changed: its label and
// where it came from. They can be erased as any text.
type Words struct {
	Label, Origin string
	Veil          []byte // what is hashed with them or, when they are erased, their hash
}

// NewWords gives an entry its words.
func NewWords(label, origin string) Words {
	w := Words{Label: label, Origin: origin, Veil: make([]byte, len(salt{}))}
	_, _ = rand.Read(w.Veil) // never fails
	return w
}

// Erased says that the words are gone.
func (w Words) Erased() bool { return len(w.Veil) == len(Hash{}) }

// Erase takes the words out.
func (w Words) Erase() Words {
	h := w.hash()
	return Words{Veil: h[:]}
}

func (w Words) hash() Hash {
	if w.Erased() {
		return Hash(w.Veil)
	}
	return sha256.Sum256(field.AppendText(field.AppendText(append([]byte(nil), w.Veil...), w.Label), w.Origin))
}

// Content is the hash of an entry with its blocks.
func (h Head) Content(blocks []Hash) Hash {
	words := h.Words.hash()
	var numbers []byte
	for _, n := range []int64{h.Number, h.At.Unix(), int64(h.At.Nanosecond()), h.Undoes} {
		numbers = binary.AppendVarint(numbers, n)
	}
	return content([][]byte{numbers, []byte(h.Who), []byte(h.Session), words[:]}, blocks)
}

// Link is the chain after an entry: it hangs on all that came before.
func Link(before, content Hash) Hash {
	return sha256.Sum256(append(append([]byte("itpf-link"), before[:]...), content[:]...))
}

// Seal is an entry's place in the chain as people write it, "412-9f3a07c1": its
// number and the beginning of the chain after it.
func Seal(number int64, chain Hash) string { return fmt.Sprintf("%d-%x", number, chain[:4]) }

var sealForm = regexp.MustCompile(`^([1-9][0-9]{0,17})[-–—: ]\s*([0-9a-f]{8})$`)

// ReadSeal reads a seal as people write it; ok is false for what isn't one.
func ReadSeal(s string) (number int64, begins string, ok bool) {
	m := sealForm.FindStringSubmatch(strings.ToLower(strings.TrimSpace(s)))
	if m == nil {
		return 0, "", false
	}
	number, err := strconv.ParseInt(m[1], 10, 64)
	return number, m[2], err == nil
}
