package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql/driver"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"maps"
	"math/bits"
	"strconv"
	"strings"

	"itportfoljen/app/field"
)

// Sums tell damage that SQLite doesn't see, since its pages have none: a flipped
// bit in an amount, an old page among new ones, a row that is missing, a copy
// taken in the middle of a commit.
//
// A record's sum covers all that it holds, lists included, and lies in its row.
// Each entry of the journal keeps the state after it: per kind how many records
// there are and what their sums add up to, in any order, and the sequences. Who
// opens the file computes both anew.

// sumSize is how much of a SHA-256 is kept.
const sumSize = 16

type sum [sumSize]byte

// summer computes sums; it isn't for several goroutines.
type summer struct{ buf []byte }

// of is the sum of a record.
func (s *summer) of(r *field.Record) sum {
	s.buf = field.AppendRecord(s.buf[:0], r)
	full := sha256.Sum256(s.buf)
	return sum(full[:sumSize])
}

// tally is how many records of a kind there are, and their sums added up. There is one for
// each kind in every entry, which should have room in a page of the file: what spills over lies
// at the file's end, and is the first to be lost.
type tally struct {
	Count     int64
	High, Low uint64
}

// tallySize is how many bytes a tally's sum is.
const tallySize = 16

// MarshalJSON writes "12.q83vEjRWeJCrze8SNFZ4kA": the count, and the sum.
func (t tally) MarshalJSON() ([]byte, error) {
	b := binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(nil, t.High), t.Low)
	return fmt.Appendf(nil, "\"%d.%s\"", t.Count, base64.RawURLEncoding.EncodeToString(b)), nil
}

// UnmarshalJSON reads that, and the three numbers that entries were written with before.
func (t *tally) UnmarshalJSON(b []byte) error {
	var s string
	if json.Unmarshal(b, &s) != nil {
		var before struct {
			N    int64
			H, L uint64
		}
		err := json.Unmarshal(b, &before)
		*t = tally{before.N, before.H, before.L}
		return err
	}
	count, rest, _ := strings.Cut(s, ".")
	n, err := strconv.ParseInt(count, 10, 64)
	if err != nil {
		return err
	}
	sum, err := base64.RawURLEncoding.Strict().DecodeString(rest)
	if err != nil || len(sum) != tallySize {
		return fmt.Errorf("the sum of a kind is %q", rest)
	}
	*t = tally{n, binary.BigEndian.Uint64(sum), binary.BigEndian.Uint64(sum[8:])}
	return nil
}

func (t *tally) add(s sum) {
	var carry uint64
	t.Count++
	t.Low, carry = bits.Add64(t.Low, binary.BigEndian.Uint64(s[8:]), 0)
	t.High, _ = bits.Add64(t.High, binary.BigEndian.Uint64(s[:8]), carry)
}

func (t *tally) join(o tally) {
	var carry uint64
	t.Count += o.Count
	t.Low, carry = bits.Add64(t.Low, o.Low, 0)
	t.High, _ = bits.Add64(t.High, o.High, carry)
}

func (t *tally) remove(s sum) {
	var borrow uint64
	t.Count--
	t.Low, borrow = bits.Sub64(t.Low, binary.BigEndian.Uint64(s[8:]), 0)
	t.High, _ = bits.Sub64(t.High, binary.BigEndian.Uint64(s[:8]), borrow)
}

// state is what the file holds after an entry.
type state struct {
	Kinds     map[string]tally `json:"kinds"`
	Sequences map[string]int   `json:"sequences"`
}

func newFileState() state { return state{Kinds: map[string]tally{}, Sequences: map[string]int{}} }

// text writes a state the same way each time: a kind without records isn't in it.
func (s state) text() string {
	maps.DeleteFunc(s.Kinds, func(_ string, t tally) bool { return t == tally{} })
	b, _ := json.Marshal(s) // maps of numbers, in the order of their keys
	return string(b)
}

func parseState(text string) (state, error) {
	s := newFileState()
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		return s, fmt.Errorf("%w: the state of an entry: %w", errMisread, err)
	}
	return s, nil
}

func (s *state) add(kind string, of sum) {
	t := s.Kinds[kind]
	t.add(of)
	s.Kinds[kind] = t
}

func (s *state) remove(kind string, of sum) {
	t := s.Kinds[kind]
	t.remove(of)
	s.Kinds[kind] = t
}

const newestState = "SELECT state FROM entry ORDER BY number DESC LIMIT 1"

// lastState is the state after the newest entry; of a file without any, an empty
// one.
func lastState(ctx context.Context, c *conn) (string, error) {
	text := newFileState().text()
	err := c.each(ctx, newestState, nil, func(row []driver.Value) error {
		text, _ = row[0].(string)
		return nil
	})
	return text, err
}

// readSum is a stored sum; false for what can't be one.
func readSum(v driver.Value) (s sum, ok bool) {
	b, _ := v.([]byte)
	if len(b) != sumSize {
		return s, false
	}
	return sum(b), true
}
