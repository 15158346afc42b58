package sie

import (
	"cmp"
	"fmt"
	"hash/crc32"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/ledger"
	"itportfoljen/data/files"
)

// mostNamed is how many of a kind are named one by one.
const mostNamed = 5

// checksum is the CRC-32 of what stands between two #KSUMMA: labels and fields as PC8, with
// nothing between them.
type checksum struct{ crc uint32 }

func (c *checksum) add(l line) {
	if c == nil || l.label == "#KSUMMA" {
		return
	}
	c.text(l.label)
	for _, f := range l.fields {
		c.text(f.text)
		for _, t := range f.list {
			c.text(t)
		}
	}
}

func (c *checksum) text(s string) {
	for _, r := range s {
		b, ok := charmap.CodePage437.EncodeRune(r)
		if !ok {
			b = '?'
		}
		c.crc = crc32.Update(c.crc, crc32.IEEETable, []byte{b})
	}
}

// checksum is #KSUMMA: the first begins the sum, the second says what it should be.
func (r *reader) checksum(l line) error {
	if r.sum == nil {
		r.sum = &checksum{}
		return nil
	}
	said, err := strconv.ParseInt(l.text(0), 10, 64)
	if err != nil {
		return r.broken(l.number, "”%s” är ingen kontrollsumma", l.text(0))
	}
	if uint32(said) != r.sum.crc {
		r.doubt(l.number, "Filens kontrollsumma stämmer inte: något i den har ändrats sedan ekonomisystemet skrev den. Se efter att summorna är de väntade, eller ta ut den på nytt.")
	}
	return nil
}

// end takes in that there is no more: what is left open was cut off, and what was booked
// is held against what the file says that it comes to.
func (r *reader) end() error {
	switch {
	case r.voucher != nil:
		return r.broken(r.last, "där den slutar mitt i verifikation %s: den är avklippt", r.voucher.name)
	case len(r.odd) > 0:
		return r.unbalanced()
	}
	b := &r.book
	b.Kind = "SIE " + r.typ
	if r.typ == "4" {
		b.Kind = "SIE 4E"
		if len(r.in)+len(r.out)+len(r.results) == 0 {
			b.Kind = "SIE 4I"
		}
	}
	switch {
	case b.Vouchers > 0:
		b.Basis = ledger.ByVoucher
		r.holdVouchers()
	case len(r.months) > 0:
		b.Basis = ledger.ByMonth
		if err := r.takeMonths(); err != nil {
			return err
		}
	case len(r.results) > 0:
		b.Basis = ledger.ByYear
		r.takeYear()
	default:
		return files.Refuse(fault.Unreadable, r.path, "innehåller inga verifikationer, periodsaldon eller årssaldon", "Ta ut den på nytt ur ekonomisystemet och välj en period som är bokförd.", nil)
	}
	if r.quotes > 0 {
		r.note(r.quoted, "Ett citattecken avslutas aldrig på %s. Texten lästes till radens slut; beloppen stod före den och är lästa.", text.Plural(r.quotes, "rad", "rader"))
	}
	if r.foreign > 0 {
		r.note(0, "Filen har också %s från andra år. De lästes inte: importera det årets egen fil.", text.Plural(r.foreign, "periodsaldo", "periodsaldon"))
	}
	if r.outside > 0 {
		r.note(0, "%s har en dag utanför räkenskapsåret %s–%s. De räknas på sina egna dagar.", text.Plural(r.outside, "verifikation", "verifikationer"), b.From, b.To)
	}
	return nil
}

// unbalanced refuses a file whose vouchers don't come to nothing, naming them.
func (r *reader) unbalanced() error {
	list := strings.Join(r.odd[:min(len(r.odd), mostNamed)], ", ")
	if n := len(r.odd) - mostNamed; n > 0 {
		list += fmt.Sprintf(" och %d till", n)
	}
	return files.Refuse(fault.Damaged, r.path, fmt.Sprintf("går inte att lita på: %s balanserar inte, %s", text.Plural(len(r.odd), "verifikation", "verifikationer"), list),
		"Ta ut den på nytt ur ekonomisystemet.", nil)
}

// yearly are the year's sums by account: the results, and how the balances moved.
func (r *reader) yearly() map[string]money.Ore {
	out := map[string]money.Ore{}
	for _, b := range r.results {
		out[b.account] += b.amount
	}
	for account, v := range r.out {
		out[account] += v - r.in[account]
	}
	for account, v := range r.in {
		if _, ok := r.out[account]; !ok {
			out[account] -= v
		}
	}
	return out
}

// holdVouchers tells of the income and cost accounts where the vouchers come to something else
// than the file says that the year did.
func (r *reader) holdVouchers() {
	if len(r.results) == 0 {
		return
	}
	r.tell(apart(r.book.ByAccount(), r.yearly()), "verifikationerna")
}

// apart are the result accounts where two sums differ, in order.
func apart(got, said map[string]money.Ore) (out []difference) {
	seen := map[string]bool{}
	for _, m := range []map[string]money.Ore{got, said} {
		for account := range m {
			if !seen[account] && ledger.Result(account) && got[account] != said[account] {
				out = append(out, difference{account, got[account], said[account]})
			}
			seen[account] = true
		}
	}
	slices.SortFunc(out, func(a, b difference) int { return cmp.Compare(a.account, b.account) })
	return out
}

// difference is an account where what was added up isn't what the file says.
type difference struct {
	account   string
	got, said money.Ore
}

func (r *reader) tell(list []difference, what string) {
	for i, d := range list {
		if i == mostNamed {
			r.doubt(0, "Och på %s till.", text.Plural(len(list)-mostNamed, "konto", "konton"))
			return
		}
		r.doubt(0, "Konto %s: %s ger %s kr, men filens årssaldo är %s kr.", d.account, what, d.got.Exact(), d.said.Exact())
	}
}

// takeYear makes the rows of the results: a file of type 1 says no more.
func (r *reader) takeYear() {
	to := r.book.To
	if !r.book.Through.IsZero() {
		to = r.book.Through
	}
	for _, b := range r.results {
		r.book.Rows = append(r.book.Rows, ledger.Row{Year: int16(to.Year()), Account: b.account, Amount: b.amount})
	}
	r.note(0, "Filen säger bara vad året kom till, inte månaderna: den går inte att följa upp per tertial.")
}
