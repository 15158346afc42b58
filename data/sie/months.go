package sie

import (
	"cmp"
	"slices"
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/ledger"
)

// cell is an account in a month.
type cell struct {
	account string
	year    int16
	month   int8
}

// takeMonths makes the rows of the months' balances. Of an account in a month there may be a
// row without objects and rows with. Some programs let the first be the whole and the others
// parts of it, along one dimension or several; others let them all be parts. Which it is
// shows when they are held against what the file says that the year came to.
func (r *reader) takeMonths() error {
	total, parts := r.months, 0
	for _, b := range r.months {
		if b.codes != "" {
			parts++
		}
	}
	if parts == 0 {
		r.rows(total)
	} else {
		whole := r.whole()
		all := sums(r.months)
		said := r.yearly()
		switch a, b := apart(all, said), apart(sums(whole), said); {
		case len(said) > 0 && len(a) <= len(b):
			r.rows(r.months)
		default:
			r.rows(whole)
		}
	}
	if len(r.results) > 0 {
		d := apart(r.book.ByAccount(), r.yearly())
		if len(d) > 0 && r.cumulative() {
			return r.broken(r.months[0].line, "periodsaldona är ackumulerade: var och en säger vad året har kommit till, och inte vad månaden gav")
		}
		r.tell(d, "periodsaldona")
	}
	return nil
}

func sums(list []balance) map[string]money.Ore {
	out := map[string]money.Ore{}
	for _, b := range list {
		out[b.account] += b.amount
	}
	return out
}

func (r *reader) rows(list []balance) {
	for _, b := range list {
		r.book.Rows = append(r.book.Rows, ledger.Row{Year: b.year, Month: b.month, Account: b.account, Codes: b.codes, Amount: b.amount})
	}
}

// whole takes the rows without objects as the whole of their month, and of the rows with
// objects those along one set of dimensions, with what they leave over as a row of its own. A
// dimension that divides another repeats it, so it isn't taken where the other one is.
func (r *reader) whole() (out []balance) {
	groups := map[cell][]balance{}
	var order []cell
	for _, b := range r.months {
		c := cell{b.account, b.year, b.month}
		if groups[c] == nil {
			order = append(order, c)
		}
		groups[c] = append(groups[c], b)
	}
	for _, c := range order {
		list := groups[c]
		var total money.Ore
		bare, along := false, map[string][]balance{}
		for _, b := range list {
			if b.codes == "" {
				bare, total = true, total+b.amount
			} else {
				d := dimensions(b.codes)
				along[d] = append(along[d], b)
			}
		}
		best := ""
		for d := range along {
			if best == "" || better(d, best) {
				best = d
			}
		}
		left := total
		for _, b := range along[best] {
			out = append(out, b)
			left -= b.amount
		}
		if bare && (left != 0 || len(along) == 0) {
			out = append(out, balance{line: list[0].line, year: c.year, month: c.month, account: c.account, amount: left})
		}
	}
	return out
}

// dimensions are those that codes are along: "1\x1f7".
func dimensions(codes string) string {
	var out []string
	for part := range strings.SplitSeq(codes, "\x1e") {
		d, _, _ := strings.Cut(part, "\x1f")
		out = append(out, d)
	}
	return strings.Join(out, "\x1f")
}

// better says that one set of dimensions says more than another: it has more of them, or
// lower numbers, kostnadsställe being the first.
func better(a, b string) bool {
	x, y := strings.Split(a, "\x1f"), strings.Split(b, "\x1f")
	if len(x) != len(y) {
		return len(x) > len(y)
	}
	return slices.CompareFunc(x, y, func(p, q string) int { return cmp.Or(cmp.Compare(len(p), len(q)), cmp.Compare(p, q)) }) < 0
}

// cumulative says that the months' balances are what the year has come to so far: the last of
// each account is the year's sum, and they rarely are the same when added up.
func (r *reader) cumulative() bool {
	last := map[string]balance{}
	for _, b := range r.months {
		if b.codes == "" && (last[b.account].account == "" || cell{"", last[b.account].year, last[b.account].month}.before(b)) {
			last[b.account] = b
		}
	}
	got := map[string]money.Ore{}
	for account, b := range last {
		got[account] = b.amount
	}
	said := r.yearly()
	return len(apart(got, said)) == 0 && len(said) > 0
}

func (c cell) before(b balance) bool {
	return c.year < b.year || c.year == b.year && c.month < b.month
}
