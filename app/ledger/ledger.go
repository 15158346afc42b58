// Package ledger holds what an economy system has booked: rows by the ten thousand, that are
// facts and never edited one by one.
package ledger

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
)

// Book is a ledger as a file tells of it.
type Book struct {
	Kind       string // Swedish: what the file is, "SIE 4"
	Program    string // what wrote it, "" when it doesn't say
	Company    string // whose it is
	Number     string // the organisation's number, "" when it doesn't say
	Made       date.Date
	From, To   date.Date // the financial year; no dates when it doesn't say
	Through    date.Date // the last day that is booked, when the file says so
	Coding     string    // Swedish: how its letters were written
	Basis      Basis
	Vouchers   int // how many vouchers there were
	Dimensions []Dimension
	Accounts   map[string]string // number to name
	Objects    map[Object]string // to name
	Rows       []Row             // in the order of the file
	Notes      []Note
}

// Basis is what the rows were made of.
type Basis string

// The bases, from the most exact.
const (
	ByVoucher Basis = "verifikationer"
	ByMonth   Basis = "periodsaldon"
	ByYear    Basis = "årssaldon"
)

// Dimension is a part of the code string: 1 kostnadsställe, 6 projekt.
type Dimension struct {
	Number, Parent int // Parent is 0 unless it divides another
	Name           string
}

// Object is a code in a dimension.
type Object struct {
	Dimension int
	Code      string
}

// Note is something that whoever reads the file should know, as a whole Swedish sentence.
// Line is 0 when it is of the whole file. One that is a doubt says that the sums may be
// wrong: somebody must say that the file is to be used all the same.
type Note struct {
	Line  int
	Text  string
	Doubt bool
}

// Row is an amount on an account: a booked row, or what a month or a year came to.
type Row struct {
	Day     date.Date // of the voucher; no date when only the month or the year is known
	Year    int16     // the calendar year; for a year's sum, that in which it ends
	Month   int8      // 1–12, 0 when only the year is known
	Account string    // with its zeros
	Codes   string    // the objects: see Codes and Code
	Amount  money.Ore // debit above zero: a cost is positive and an income negative
	Voucher string    // series and number, "A 52"
	Text    string
}

// Code is the row's code in a dimension, "" for none.
func (r Row) Code(dimension int) string {
	want := strconv.Itoa(dimension)
	for part := range strings.SplitSeq(r.Codes, "\x1e") {
		if d, code, _ := strings.Cut(part, "\x1f"); d == want {
			return code
		}
	}
	return ""
}

// Codes writes objects as a row keeps them, each dimension once, in the order of their
// numbers. Of two codes in a dimension the last one counts.
func Codes(objects []Object) string {
	if len(objects) == 0 {
		return ""
	}
	sorted := slices.Clone(objects)
	slices.SortStableFunc(sorted, func(a, b Object) int { return cmp.Compare(a.Dimension, b.Dimension) })
	var b strings.Builder
	for i, o := range sorted {
		if i+1 < len(sorted) && sorted[i+1].Dimension == o.Dimension || o.Code == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\x1e')
		}
		b.WriteString(strconv.Itoa(o.Dimension))
		b.WriteByte('\x1f')
		b.WriteString(o.Code)
	}
	return b.String()
}

// Result says that an account is one of income or cost, classes 3–8, and not of the balance.
func Result(account string) bool { return account != "" && '3' <= account[0] && account[0] <= '8' }

// Sum is what the rows that are seen come to.
func (b *Book) Sum(seen func(Row) bool) (total money.Ore) {
	for _, r := range b.Rows {
		if seen(r) {
			total += r.Amount
		}
	}
	return total
}

// ByAccount are the sums of the accounts that there are rows of.
func (b *Book) ByAccount() map[string]money.Ore {
	out := map[string]money.Ore{}
	for _, r := range b.Rows {
		out[r.Account] += r.Amount
	}
	return out
}

// Doubts are the notes that say that the sums may be wrong.
func (b *Book) Doubts() (out []Note) {
	for _, n := range b.Notes {
		if n.Doubt {
			out = append(out, n)
		}
	}
	return out
}
