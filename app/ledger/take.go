package ledger

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Month is a calendar month; its number is 0 for what only a year is known of.
type Month struct {
	Year   int16
	Number int8
}

// String is "mars 2026", or "2026".
func (m Month) String() string {
	if m.Number == 0 {
		return fmt.Sprint(m.Year)
	}
	return date.Of(int(m.Year), int(m.Number), 1).LongMonth()
}

func byMonth(a, b Month) int {
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Number, b.Number))
}

// Moved is a month that a file changed.
type Moved struct {
	Month
	Was, Is         money.Ore // of classes 3–8
	WasRows, IsRows int
}

// Taken is what became of a file.
type Taken struct {
	Ledger *field.Record
	New    bool    // there was no such ledger
	Moved  []Moved // the months that became something else; none: the file changed nothing
	Kept   []Month // months that the ledger has after the last one in the file, left as they are
}

// Into says which ledger a file is of.
type Into struct {
	File string // what the file is called
	Name string // of the ledger; "": that of the same company and year, or a new one
}

// Take puts a ledger's rows where they belong. Each month from the file's first to its last
// becomes what the file says, also where that is nothing; other months are left. The same
// file again changes nothing. Faults: Conflict (a closed month would change), Ambiguous (several
// ledgers are of that company and year), Invalid (the file says neither company nor year).
func Take(tx *field.Tx, b *Book, into Into) (out Taken, err error) {
	months := map[Month]int{} // how many rows each has
	for _, r := range b.Rows {
		months[Month{r.Year, r.Month}]++
	}
	order := slices.SortedFunc(maps.Keys(months), byMonth)
	if len(order) == 0 {
		return out, fault.New(fault.Invalid, fmt.Sprintf("Filen ”%s” har inga rader. Inget har ändrats. Välj en period som är bokförd.", into.File))
	}
	if out.Ledger, err = find(tx, b, into, order); err != nil {
		return out, err
	}
	if out.New = out.Ledger == nil; out.New {
		out.Ledger = begin(tx, b, into, order)
		if err := tx.Create(out.Ledger); err != nil {
			return out, err
		}
	}
	if err := out.months(tx, b, months, order); err != nil {
		return out, err
	}
	if len(out.Moved) == 0 && !out.New {
		return out, nil
	}
	if err := closed(tx, out.Moved); err != nil {
		return out, err
	}
	return out, tell(tx, out.Ledger.ID, b, into, yearOf(b, order))
}

// yearOf is the year that a file is of: the one in which its financial year ends, else its
// last row.
func yearOf(b *Book, order []Month) int64 {
	if !b.To.IsZero() {
		return int64(b.To.Year())
	}
	return int64(order[len(order)-1].Year)
}

// find is the ledger that a file is of, nil for a new one.
func find(tx *field.Tx, b *Book, into Into, order []Month) (*field.Record, error) {
	var same []*field.Record
	year := yearOf(b, order)
	for _, r := range tx.All(Kind) {
		if into.Name != "" {
			if strings.EqualFold(Name.Get(r), into.Name) && (Year.Get(r) == year || Year.Get(r) == 0) {
				same = append(same, r)
			}
		} else if Year.Get(r) == 0 && strings.EqualFold(r.Name(), nameOf(b, into, order)) {
			same = append(same, r) // it came with a list, and no file has been read into it
		} else if Year.Get(r) == year && alike(Number.Get(r), b.Number, Company.Get(r), b.Company) {
			same = append(same, r)
		}
	}
	switch {
	case len(same) == 1:
		return same[0], nil
	case len(same) == 0:
		return nil, nil
	}
	return nil, fault.New(fault.Ambiguous, fmt.Sprintf("Det finns %s av %s för %d. Inget har ändrats. Säg vilken av dem filen ”%s” hör till.", text.Plural(len(same), "huvudbok", "huvudböcker"), text.Line(b.Company), year, into.File))
}

// alike says that two ledgers are of the same company: by its number where both say one.
func alike(number, other, company, name string) bool {
	digits := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, s)
	}
	if a, b := digits(number), digits(other); a != "" && b != "" {
		return a == b
	}
	return strings.EqualFold(company, name)
}

// begin is a new ledger.
func begin(tx *field.Tx, b *Book, into Into, order []Month) *field.Record {
	return field.NewRecord(Kind, tx.NewID()).Put(Name.Field, nameOf(b, into, order))
}

// nameOf is what a ledger is called: as it is said, else after whose it is and its year.
func nameOf(b *Book, into Into, order []Month) string {
	name := into.Name
	if name == "" {
		name = cmp.Or(b.Company, strings.TrimSuffix(into.File, filepath.Ext(into.File)))
		name = fmt.Sprintf("%s %d", name, yearOf(b, order))
	}
	return text.Shorten(text.Line(name), field.MostLine)
}

// months makes the months from the first to the last in the file what it says.
func (t *Taken) months(tx *field.Tx, b *Book, months map[Month]int, order []Month) error {
	first, last := order[0], order[len(order)-1]
	had := map[Month][]*field.Record{}
	for _, r := range tx.Pointing(RowsOf.Field, t.Ledger.ID) {
		m := Month{int16(RowsYear.Get(r)), int8(RowsMonth.Get(r))}
		had[m] = append(had[m], r)
	}
	for m := range had {
		switch {
		case byMonth(m, last) > 0:
			t.Kept = append(t.Kept, m)
		case byMonth(m, first) >= 0 && months[m] == 0:
			order = append(order, m)
		case (m.Number == 0) != (first.Number == 0) && m.Year == first.Year:
			order = append(order, m) // what was a year's sum is months now, or the other way
		}
	}
	slices.SortFunc(t.Kept, byMonth)
	slices.SortFunc(order, byMonth)
	for _, m := range slices.Compact(order) {
		if err := t.month(tx, m, b.in(m, months[m]), had[m]); err != nil {
			return err
		}
	}
	return nil
}

// in are the n rows of a month.
func (b *Book) in(m Month, n int) []Row {
	out := make([]Row, 0, n)
	for _, r := range b.Rows {
		if (Month{r.Year, r.Month}) == m {
			out = append(out, r)
		}
	}
	return out
}

// month makes a month what the file says, keeping what is there already.
func (t *Taken) month(tx *field.Tx, m Month, rows []Row, had []*field.Record) error {
	moved := Moved{Month: m}
	slices.SortFunc(had, func(a, b *field.Record) int { return cmp.Compare(RowsPlace.Get(a), RowsPlace.Get(b)) })
	var was, is []string
	for _, r := range had {
		was = append(was, RowsDigest.Get(r))
		moved.Was += RowsNet.Get(r)
		moved.WasRows += int(RowsCount.Get(r))
	}
	parts := pack(rows)
	for _, p := range parts {
		is = append(is, p.digest)
		moved.Is += p.net
		moved.IsRows += p.count
	}
	if slices.Equal(was, is) {
		return nil
	}
	t.Moved = append(t.Moved, moved)
	for _, r := range had {
		if err := tx.Delete(r.ID); err != nil {
			return err
		}
	}
	for _, r := range records(t.Ledger.ID, m, parts, tx.NewID) {
		if err := tx.Create(r); err != nil {
			return err
		}
	}
	return nil
}

// records are packed rows of a month as a ledger has them.
func records(ledger field.ID, m Month, parts []packed, newID func() field.ID) (out []*field.Record) {
	for i, p := range parts {
		r := field.NewRecord(RowsKind, newID())
		r.Put(RowsOf.Field, ledger).Put(RowsYear.Field, int64(m.Year)).Put(RowsMonth.Field, int64(m.Number)).Put(RowsPlace.Field, int64(i+1)).
			Put(RowsCount.Field, int64(p.count)).Put(RowsNet.Field, p.net).Put(RowsDigest.Field, p.digest).Put(RowsData.Field, p.data())
		out = append(out, r)
	}
	return out
}

// Records are the rows of one month as a ledger has them, for a portfolio that is made whole.
func Records(ledger field.ID, m Month, rows []Row, newID func() field.ID) []*field.Record {
	return records(ledger, m, pack(rows), newID)
}

// closed refuses what would change a month that is closed.
func closed(tx *field.Tx, moved []Moved) error {
	for _, c := range tx.All(ClosedKind) {
		for _, m := range moved {
			if ClosedYear.Get(c) != int64(m.Year) || m.Number != 0 && ClosedMonth.Get(c) != int64(m.Number) {
				continue
			}
			when := ""
			if on := ClosedOn.Get(c); !on.IsZero() {
				when = " sedan " + on.String()
			}
			return fault.New(fault.Conflict, fmt.Sprintf("%s är stängd%s, och filen ändrar den från %s till %s kr. Inget har ändrats. Öppna månaden först, om det är rätt.",
				text.Capital(m.String()), when, m.Was.Exact(), m.Is.Exact()))
		}
	}
	return nil
}

// tell writes in the ledger what the file said.
func tell(tx *field.Tx, id field.ID, b *Book, into Into, year int64) error {
	values := map[*field.Field]field.Value{Year.Field: year, Sum.Field: sumOf(tx, id), Source.Field: text.Shorten(text.Line(into.File+", "+b.Kind), field.MostLine)}
	for f, s := range map[field.TextField]string{Company: b.Company, Number: b.Number} {
		if s != "" {
			values[f.Field] = text.Shorten(text.Line(s), field.MostLine)
		}
	}
	if d := dimensionsIn(together(DimensionsOf(tx.Get(id)), b.Dimensions)); d != "" {
		values[Parted.Field] = text.Shorten(d, field.MostLine)
	}
	for f, d := range map[field.DateField]date.Date{From: b.From, To: b.To, Made: b.Made} {
		if !d.IsZero() {
			values[f.Field] = d
		}
	}
	if s := namesIn(accountsOf(tx.Get(id)), b); s != "" {
		values[Named.Field] = s
	}
	for _, f := range Kind.Fields() {
		if v, ok := values[f]; ok {
			if err := tx.Set(id, f, v); err != nil {
				return err
			}
		}
	}
	return nil
}

// sumOf is the SHA-256 of all that a ledger's rows say.
func sumOf(w field.World, id field.ID) string {
	h := sha256.New()
	for _, p := range inOrder(w, id) {
		fmt.Fprintf(h, "%d %d %s\n", RowsYear.Get(p), RowsMonth.Get(p), RowsDigest.Get(p))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// together are the dimensions that a ledger has and those of a file, which knows better what one
// is called: months that were read before may have had others.
func together(had, now []Dimension) []Dimension {
	out := slices.Clone(now)
	for _, d := range had {
		if !slices.ContainsFunc(now, func(n Dimension) bool { return n.Number == d.Number }) {
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(a, b Dimension) int { return cmp.Compare(a.Number, b.Number) })
	return out
}

// dimensionsIn is "1 Ansvar, 6 Projekt, 21 Delprojekt (6)".
func dimensionsIn(list []Dimension) string {
	var out []string
	for _, d := range list {
		s := fmt.Sprintf("%d %s", d.Number, strings.ReplaceAll(text.Line(d.Name), ",", " "))
		if d.Parent > 0 {
			s += fmt.Sprintf(" (%d)", d.Parent)
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

// DimensionsOf are those that a ledger's file had.
func DimensionsOf(r *field.Record) (out []Dimension) {
	for s := range strings.SplitSeq(Parted.Get(r), ", ") {
		var d Dimension
		number, name, ok := strings.Cut(s, " ")
		if _, err := fmt.Sscan(number, &d.Number); err != nil || !ok {
			continue
		}
		d.Name = strings.TrimSpace(name)
		out = append(out, d)
	}
	return out
}
