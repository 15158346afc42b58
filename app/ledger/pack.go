package ledger

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
)

// mostPlain is how many bytes of rows are packed together: so few that a record's text holds
// them even when nothing can be squeezed out of them.
const mostPlain = field.MostText / 4 * 3

// errPacked says that packed rows can't be had back.
var errPacked = errors.New("ledger: the packed rows are broken")

// packed are rows of a month, as a record keeps them.
type packed struct {
	digest string // of what they say, however they are squeezed
	plain  []byte
	count  int
	net    money.Ore
}

// pack packs rows of one month in their order, as many together as a record holds.
func pack(rows []Row) (out []packed) {
	for len(rows) > 0 {
		n := fit(rows)
		p := packed{plain: encode(rows[:n]), count: n}
		sum := sha256.Sum256(p.plain)
		p.digest = hex.EncodeToString(sum[:])
		for _, r := range rows[:n] {
			if Result(r.Account) {
				p.net += r.Amount
			}
		}
		out = append(out, p)
		rows = rows[n:]
	}
	return out
}

// fit is how many of the first rows are at most as many bytes as are packed together, and at
// least one.
func fit(rows []Row) int {
	const numbers, bounds = 6 * 5, 3 * binary.MaxVarintLen64 // of a row, and of all
	size := bounds
	seen := map[string]bool{}
	for n, r := range rows {
		size += numbers
		for _, s := range []string{r.Account, r.Codes, r.Voucher, r.Text} {
			if !seen[s] {
				seen[s] = true
				size += len(s) + 2
			}
		}
		if size > mostPlain && n > 0 {
			return n
		}
	}
	return len(rows)
}

// data is the rows as a text.
func (p packed) data() string {
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, flate.DefaultCompression)
	_, _ = w.Write(p.plain)
	_ = w.Close()
	return base64.RawStdEncoding.EncodeToString(b.Bytes())
}

// encode writes rows plainly: the words once each, then the rows' numbers column by column.
func encode(rows []Row) []byte {
	var words []string
	at := map[string]uint64{}
	word := func(s string) uint64 {
		n, ok := at[s]
		if !ok {
			n = uint64(len(words))
			at[s], words = n, append(words, s)
		}
		return n
	}
	var body []byte
	for _, r := range rows {
		body = binary.AppendUvarint(body, word(r.Account))
	}
	for _, r := range rows {
		body = binary.AppendUvarint(body, word(r.Codes))
	}
	for _, r := range rows {
		body = binary.AppendUvarint(body, word(r.Voucher))
	}
	for _, r := range rows {
		body = binary.AppendUvarint(body, word(r.Text))
	}
	for _, r := range rows {
		body = binary.AppendUvarint(body, uint64(r.Day))
	}
	for _, r := range rows {
		body = binary.AppendVarint(body, int64(r.Amount))
	}
	out := binary.AppendUvarint(nil, 1) // the version
	out = binary.AppendUvarint(out, uint64(len(rows)))
	out = binary.AppendUvarint(out, uint64(len(words)))
	for _, w := range words {
		out = binary.AppendUvarint(out, uint64(len(w)))
		out = append(out, w...)
	}
	return append(out, body...)
}

// unpack gives the rows of a record back.
func unpack(r *field.Record) ([]Row, error) {
	squeezed, err := base64.RawStdEncoding.DecodeString(RowsData.Get(r))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errPacked, err)
	}
	plain, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(squeezed)), 2*mostPlain))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errPacked, err)
	}
	if sum := sha256.Sum256(plain); hex.EncodeToString(sum[:]) != RowsDigest.Get(r) {
		return nil, fmt.Errorf("%w: the sum isn't theirs", errPacked)
	}
	return decode(plain, int16(RowsYear.Get(r)), int8(RowsMonth.Get(r)))
}

// decode reads what encode wrote.
func decode(plain []byte, year int16, month int8) ([]Row, error) {
	broken := false
	number := func() uint64 {
		v, n := binary.Uvarint(plain)
		if n <= 0 {
			broken = true
			return 0
		}
		plain = plain[n:]
		return v
	}
	version, count, many := number(), number(), number()
	if broken || version != 1 || count > uint64(len(plain)) || many > uint64(len(plain)) {
		return nil, errPacked
	}
	words := make([]string, many)
	for i := range words {
		n := number()
		if broken || n > uint64(len(plain)) {
			return nil, errPacked
		}
		words[i], plain = string(plain[:n]), plain[n:]
	}
	rows := make([]Row, count)
	word := func() string {
		if n := number(); n < uint64(len(words)) {
			return words[n]
		}
		broken = true
		return ""
	}
	for i := range rows {
		rows[i].Year, rows[i].Month, rows[i].Account = year, month, word()
	}
	for i := range rows {
		rows[i].Codes = word()
	}
	for i := range rows {
		rows[i].Voucher = word()
	}
	for i := range rows {
		rows[i].Text = word()
	}
	for i := range rows {
		rows[i].Day = date.Date(number())
	}
	for i := range rows {
		v, n := binary.Varint(plain)
		if n <= 0 {
			return nil, errPacked
		}
		plain = plain[n:]
		rows[i].Amount = money.Ore(v)
	}
	if broken || len(plain) > 0 {
		return nil, errPacked
	}
	return rows, nil
}
