package sie

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/ledger"
	"itportfoljen/data/files"
)

// reader is a file being read.
type reader struct {
	path    string
	book    ledger.Book
	codes   map[string]string
	typ     string
	months  []balance // of the year, by #PSALDO
	results []balance // #RES
	in, out map[string]money.Ore
	foreign int // rows of other years, left out
	voucher *voucher
	awaited bool // a voucher's block is to begin
	odd     []string
	outside int // vouchers outside of the year
	sum     *checksum
	last    int // the number of the newest line
	quotes  int // lines with a quote that never ends
	quoted  int // the first of them
}

// balance is what an account came to in a month, or in the year: month is 0.
type balance struct {
	line    int
	year    int16
	month   int8
	account string
	codes   string
	amount  money.Ore
}

// voucher is one whose block is open.
type voucher struct {
	line       int
	name, text string
	day        date.Date
	sum        money.Ore
	rows       int
}

func newReader(path string) *reader {
	return &reader{path: path, codes: map[string]string{}, in: map[string]money.Ore{}, out: map[string]money.Ore{},
		book: ledger.Book{Accounts: map[string]string{}, Objects: map[ledger.Object]string{}}}
}

func (r *reader) note(line int, format string, args ...any) {
	r.book.Notes = append(r.book.Notes, ledger.Note{Line: line, Text: fmt.Sprintf(format, args...)})
}

// doubt notes that the sums may be wrong.
func (r *reader) doubt(line int, format string, args ...any) {
	r.book.Notes = append(r.book.Notes, ledger.Note{Line: line, Text: fmt.Sprintf(format, args...), Doubt: true})
}

// broken refuses the file for what stands on a line.
func (r *reader) broken(line int, format string, args ...any) error {
	return files.Refuse(fault.Damaged, r.path, fmt.Sprintf("går inte att lita på: rad %d, %s", line, fmt.Sprintf(format, args...)), "Ta ut den på nytt ur ekonomisystemet.", nil)
}

// line takes in one line.
func (r *reader) line(s string, number int) error {
	if s == "" {
		return nil
	}
	r.last = number
	l, whole := split(s, number)
	r.sum.add(l)
	if !whole {
		return r.broken(number, "en klammer avslutas aldrig")
	}
	if l.quote {
		if r.quotes++; r.quotes == 1 {
			r.quoted = number
		}
	}
	switch {
	case l.label == "" && l.open && len(l.fields) == 0:
		if !r.awaited {
			return r.broken(number, "ett block börjar utan verifikation")
		}
		r.awaited = false
		return nil
	case l.label == "" && l.close:
		if r.voucher == nil || r.awaited {
			return r.broken(number, "ett block slutar som inte har börjat")
		}
		r.balanced()
		return nil
	case l.label == "":
		return nil // continued text, that no tag begins: unknown, as the standard says
	}
	if r.awaited {
		return r.broken(r.voucher.line, "verifikation %s har inga rader", r.voucher.name)
	}
	if err := r.record(l); err != nil {
		return err
	}
	if l.open {
		r.awaited = false
	}
	return nil
}

// record takes in a line with a label. Labels that nobody knows are passed by, as the
// standard asks, and so is what we have no use of.
func (r *reader) record(l line) error {
	b := &r.book
	if r.voucher != nil {
		switch l.label {
		case "#TRANS":
			return r.transaction(l)
		case "#VER":
			return r.broken(r.voucher.line, "verifikation %s har inget slut", r.voucher.name)
		}
		return nil // #RTRANS and #BTRANS: what was added is repeated as #TRANS, what was removed is gone
	}
	switch l.label {
	case "#SIETYP":
		r.typ = strings.ToUpper(l.text(0))
	case "#PROGRAM":
		b.Program = strings.TrimSpace(l.text(0) + " " + l.text(1))
	case "#FNAMN":
		b.Company = l.text(0)
	case "#ORGNR":
		b.Number = l.text(0)
	case "#GEN":
		b.Made, _ = day(l.text(0))
	case "#OMFATTN":
		b.Through, _ = day(l.text(0))
	case "#VALUTA":
		if c := strings.ToUpper(l.text(0)); c != "" && c != "SEK" {
			return r.broken(l.number, "beloppen är i %s och inte i kronor", c)
		}
	case "#KSUMMA":
		return r.checksum(l)
	case "#RAR":
		return r.year(l)
	case "#DIM", "#UNDERDIM":
		n, err := strconv.Atoi(l.text(0))
		if err != nil || n < 0 || n > math.MaxInt32 {
			return r.broken(l.number, "”%s” är inget nummer på en dimension", l.text(0))
		}
		parent, _ := strconv.Atoi(l.text(2))
		if l.label == "#DIM" {
			parent = 0
		}
		b.Dimensions = append(b.Dimensions, ledger.Dimension{Number: n, Name: l.text(1), Parent: parent})
	case "#OBJEKT":
		if n, err := strconv.Atoi(l.text(0)); err == nil {
			b.Objects[ledger.Object{Dimension: n, Code: l.text(1)}] = l.text(2)
		}
	case "#KONTO":
		b.Accounts[l.text(0)] = l.text(1)
	case "#IB", "#UB", "#RES":
		return r.balance(l)
	case "#PSALDO":
		return r.month(l)
	case "#VER":
		return r.begin(l)
	case "#TRANS":
		return r.broken(l.number, "en bokförd rad står utanför verifikationerna")
	}
	return nil
}

// year is #RAR: only the file's own year is taken.
func (r *reader) year(l line) error {
	from, ok := day(l.text(1))
	to, ok2 := day(l.text(2))
	if !ok || !ok2 || to < from {
		return r.broken(l.number, "räkenskapsåret är ”%s”–”%s”, som inte är två dagar i ordning", l.text(1), l.text(2))
	}
	if l.text(0) == "0" {
		r.book.From, r.book.To = from, to
	}
	return nil
}

// balance is #IB, #UB or #RES: year account amount.
func (r *reader) balance(l line) error {
	amount, err := r.amount(l, 2)
	if err != nil || l.text(0) != "0" {
		return err
	}
	account := l.text(1)
	switch l.label {
	case "#IB":
		r.in[account] += amount
	case "#UB":
		r.out[account] += amount
	default:
		r.results = append(r.results, balance{line: l.number, account: account, amount: amount})
	}
	return nil
}

// month is #PSALDO: year period account {objects} amount. Some programs leave out the list
// when there is nothing in it.
func (r *reader) month(l line) error {
	at, codes := 3, ""
	if len(l.fields) > 3 && l.fields[3].is {
		var err error
		if codes, err = r.objects(l, 3); err != nil {
			return err
		}
		at = 4
	}
	amount, err := r.amount(l, at)
	if err != nil {
		return err
	}
	if l.text(0) != "0" {
		r.foreign++
		return nil
	}
	n, err := strconv.Atoi(l.text(1))
	if err != nil || len(l.text(1)) != 6 || n%100 < 1 || n%100 > 12 {
		return r.broken(l.number, "”%s” är ingen månad", l.text(1))
	}
	if l.text(2) == "" {
		return r.broken(l.number, "kontot saknas")
	}
	r.months = append(r.months, balance{l.number, int16(n / 100), int8(n % 100), l.text(2), codes, amount})
	return nil
}

// begin is #VER: series number day [text]; both of the first may be empty.
func (r *reader) begin(l line) error {
	name := strings.TrimSpace(l.text(0) + " " + l.text(1))
	if name == "" {
		name = fmt.Sprintf("utan nummer (rad %d)", l.number)
	}
	on, ok := day(l.text(2))
	if !ok {
		return r.broken(l.number, "verifikation %s har ingen dag: ”%s”", name, l.text(2))
	}
	r.book.Vouchers++
	r.voucher = &voucher{line: l.number, name: name, text: l.text(3), day: on}
	r.awaited = true
	if !r.book.From.IsZero() && (on < r.book.From || on > r.book.To) {
		r.outside++
	}
	return nil
}

// transaction is #TRANS: account {objects} amount [day] [text] [quantity] [sign]. Its day
// may be another than the voucher's; the voucher's is the one that is booked.
func (r *reader) transaction(l line) error {
	at, codes := 1, ""
	if len(l.fields) > 1 && l.fields[1].is {
		var err error
		if codes, err = r.objects(l, 1); err != nil {
			return err
		}
		at = 2
	}
	amount, err := r.amount(l, at)
	if err != nil {
		return err
	}
	if l.text(0) == "" {
		return r.broken(l.number, "kontot saknas")
	}
	v := r.voucher
	v.sum += amount
	v.rows++
	t := v.text
	if own := l.text(at + 2); own != "" {
		t = own
	}
	r.book.Rows = append(r.book.Rows, ledger.Row{Day: v.day, Year: int16(v.day.Year()), Month: int8(v.day.Month()),
		Account: l.text(0), Codes: codes, Amount: amount, Voucher: v.name, Text: t})
	return nil
}

// balanced ends a voucher: its rows come to nothing, or it is named.
func (r *reader) balanced() {
	v := r.voucher
	if v.sum != 0 {
		r.odd = append(r.odd, fmt.Sprintf("%s den %s (rad %d) med %s kr", v.name, v.day, v.line, v.sum.Exact()))
	}
	r.voucher = nil
}

// objects are the codes of list i, pairs of dimension and code.
func (r *reader) objects(l line, i int) (string, error) {
	list := l.fields[i].list
	if len(list) == 0 {
		return "", nil
	}
	if len(list)%2 != 0 {
		return "", r.broken(l.number, "listan av objekt är inte par av dimension och kod")
	}
	key := strings.Join(list, "\x1f")
	if c, ok := r.codes[key]; ok {
		return c, nil
	}
	var objects []ledger.Object
	for j := 0; j < len(list); j += 2 {
		n, err := strconv.Atoi(list[j])
		if err != nil {
			return "", r.broken(l.number, "”%s” är inget nummer på en dimension", list[j])
		}
		objects = append(objects, ledger.Object{Dimension: n, Code: list[j+1]})
	}
	c := ledger.Codes(objects)
	r.codes[key] = c
	return c, nil
}

// amount is field i: digits with at most two decimals, in kronor.
func (r *reader) amount(l line, i int) (money.Ore, error) {
	s := l.text(i)
	if s == "" {
		return 0, r.broken(l.number, "beloppet saknas: filen kan vara avklippt")
	}
	v, ok := ore(s)
	if !ok {
		return 0, r.broken(l.number, "”%s” är inget belopp", s)
	}
	return v, nil
}

// ore reads an amount as SIE writes it: "-1234.5".
func ore(s string) (money.Ore, bool) {
	minus := strings.HasPrefix(s, "-")
	s = strings.TrimPrefix(strings.TrimPrefix(s, "-"), "+")
	whole, part, cut := strings.Cut(s, ".")
	if !cut {
		whole, part, _ = strings.Cut(s, ",")
	}
	for len(part) > 2 && part[len(part)-1] == '0' {
		part = part[:len(part)-1]
	}
	if whole == "" && part == "" || len(whole) > 13 || len(part) > 2 {
		return 0, false
	}
	for len(part) < 2 {
		part += "0"
	}
	var v money.Ore
	for _, c := range []byte(whole + part) {
		if c < '0' || c > '9' {
			return 0, false
		}
		v = v*10 + money.Ore(c-'0')
	}
	if minus {
		v = -v
	}
	return v, true
}

// day reads a day as SIE writes it, 20260131; some put hyphens in it.
func day(s string) (date.Date, bool) {
	s = strings.ReplaceAll(s, "-", "")
	n, err := strconv.Atoi(s)
	if err != nil || len(s) != 8 || !date.Valid(n/10000, n/100%100, n%100) {
		return 0, false
	}
	return date.Of(n/10000, n/100%100, n%100), true
}
