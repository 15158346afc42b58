// Package booked reads a ledger that somebody has taken out of an economy system as a table:
// a row for each voucher row or sum, with konto, the other parts of the code string, a time
// and an amount. What a column is shows by its heading; what isn't clear is refused with what
// is missing.
package booked

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/ledger"
)

// Options are what the table itself may not say.
type Options struct {
	Year  int        // of rows that say no time, or only a month; 0: they must say
	Unit  money.Unit // of amounts whose heading says none
	Sheet string     // which sheet; "": the one that is a ledger
}

// Read makes a ledger of a table. Errors are *fault.Error: Unreadable (no sheet is a ledger) and
// Damaged (a row can't be read).
func Read(b *sheet.Book, o Options) (*ledger.Book, error) {
	found, l, also := choose(b, o)
	if found == nil {
		return nil, fault.New(fault.Unreadable, fmt.Sprintf("I ”%s” finns ingen tabell med rubrikerna konto och belopp (eller debet och kredit, eller en kolumn per månad). Inget har ändrats. Skriv rubrikerna så och försök igen.", b.Name))
	}
	heading := func(w what) string { return found.Rows[l.header].At(l.at[w]).Text }
	switch {
	case len(l.again) > 0:
		return nil, fault.New(fault.Unreadable, fmt.Sprintf("I ”%s” kan flera kolumner vara beloppet: %s. Inget har ändrats. Låt bara en av dem heta så.", b.Name, text.And(append([]string{heading(amount)}, l.again...))))
	case !l.says():
		return nil, fault.New(fault.Unreadable, fmt.Sprintf("I ”%s” står bara vad året har kommit till, ”%s”, och inte vad som har bokförts. Inget har ändrats. Ta ut listan med periodens belopp.", b.Name, heading(running)))
	}
	r := reader{file: b.Name, sheet: found, layout: l, o: o, book: &ledger.Book{Kind: "tabell", Basis: ledger.ByVoucher, Accounts: map[string]string{}, Objects: map[ledger.Object]string{}}}
	for w, d := range parts {
		if _, ok := l.at[w]; ok {
			r.book.Dimensions = append(r.book.Dimensions, d)
		}
	}
	slices.SortFunc(r.book.Dimensions, func(a, b ledger.Dimension) int { return cmp.Compare(a.Number, b.Number) })
	if len(also) > 0 {
		r.note(true, "%s ser också ut att vara en huvudbok och lästes inte. Importera det för sig om det är andra rader.", text.And(also))
	}
	r.creditSigns(found.Rows[l.header+1:])
	for _, row := range found.Rows[l.header+1:] {
		if err := r.row(row); err != nil {
			return nil, err
		}
	}
	return r.end()
}

// choose gives the sheet that most looks like a ledger, and the names of others that do.
func choose(b *sheet.Book, o Options) (found *sheet.Sheet, l layout, also []string) {
	for i := range b.Sheets {
		s := &b.Sheets[i]
		if o.Sheet != "" && !strings.EqualFold(o.Sheet, s.Name) || strings.HasPrefix(s.Name, sheet.KeySheet) {
			continue
		}
		one, ok := look(s, o.Unit)
		switch {
		case !ok:
		case found == nil:
			found, l = s, one
		case one.score > l.score:
			also = append(also, "Bladet "+found.Name)
			found, l = s, one
		default:
			also = append(also, "Bladet "+s.Name)
		}
	}
	return found, l, also
}

// reader is a table being read.
type reader struct {
	file     string
	sheet    *sheet.Sheet
	layout   layout
	o        Options
	book     *ledger.Book
	sums     int // rows that only sum others
	grand    money.Ore
	hasGrand bool
	hidden   int
	undated  int
	minus    bool // credits are written below zero
}

func (r *reader) note(doubt bool, format string, args ...any) {
	r.book.Notes = append(r.book.Notes, ledger.Note{Text: fmt.Sprintf(format, args...), Doubt: doubt})
}

func (r *reader) text(row sheet.Row, w what) string {
	c, ok := r.layout.at[w]
	if !ok {
		return ""
	}
	cell := row.At(c)
	if cell.Kind == sheet.Error {
		return ""
	}
	return text.Line(cell.Text)
}

func (r *reader) broken(row sheet.Row, format string, args ...any) error {
	return fault.New(fault.Damaged, fmt.Sprintf("”%s” går inte att läsa som en huvudbok: blad %s, rad %d, %s. Inget har ändrats. Rätta raden eller ta ut listan på nytt.", r.file, r.sheet.Name, row.Number, fmt.Sprintf(format, args...)))
}

// row takes in a row: what sums others is passed by, and told of.
func (r *reader) row(row sheet.Row) error {
	code := r.text(row, account)
	number, rest, _ := strings.Cut(code, " ")
	if word, sums := r.summing(row); sums || !isCode(number) {
		return r.passed(row, code, word)
	}
	if rest != "" {
		r.book.Accounts[number] = rest
	} else if n := r.text(row, accountName); n != "" {
		r.book.Accounts[number] = n
	}
	one := ledger.Row{Account: number, Voucher: r.text(row, voucher)}
	one.Text = strings.TrimSpace(r.text(row, supplier) + " " + r.text(row, words))
	var codes []ledger.Object
	for w, d := range parts {
		if s := r.text(row, w); s != "" {
			c, name, _ := strings.Cut(s, " ")
			codes = append(codes, ledger.Object{Dimension: d.Number, Code: c})
			if name != "" {
				r.book.Objects[ledger.Object{Dimension: d.Number, Code: c}] = name
			}
		}
	}
	one.Codes = ledger.Codes(codes)
	if row.Hidden {
		r.hidden++
	}
	if len(r.layout.months) > 0 {
		return r.spread(row, one)
	}
	v, any, err := r.amounts(row)
	if err != nil || !any {
		return err
	}
	if err := r.time(row, &one); err != nil {
		return err
	}
	one.Amount = v
	r.book.Rows = append(r.book.Rows, one)
	return nil
}

// spread makes a row for each month that has an amount.
func (r *reader) spread(row sheet.Row, one ledger.Row) error {
	y := r.o.Year
	if s := r.text(row, year); s != "" {
		if _, err := fmt.Sscan(s, &y); err != nil {
			return r.broken(row, "”%s” är inget år", s)
		}
	}
	if y == 0 {
		return fault.New(fault.Unreadable, fmt.Sprintf("”%s” har en kolumn per månad men säger inte vilket år. Inget har ändrats. Ange året.", r.file))
	}
	cols := make([]int, 0, len(r.layout.months))
	for c := range r.layout.months {
		cols = append(cols, c)
	}
	slices.Sort(cols)
	for _, c := range cols {
		v, any, err := r.cell(row, c)
		if err != nil {
			return err
		}
		if any {
			one.Year, one.Month, one.Amount = int16(y), int8(r.layout.months[c]), v
			r.book.Rows = append(r.book.Rows, one)
		}
	}
	return nil
}

// isCode says that a text is a konto: figures, at least two.
func isCode(s string) bool {
	return len(s) > 1 && len(s) < 13 && strings.Trim(s, "0123456789") == ""
}

// sumWords begin the words of a row that sums others.
var sumWords = []string{"summa", "totalt", "total", "delsumma", "slutsumma", "resultat"}

// summing says that a row sums others: what stands first in it, or as its konto, begins so. A
// supplier may be called Total.
func (r *reader) summing(row sheet.Row) (first string, ok bool) {
	texts := []string{r.text(row, account)}
	if i := slices.IndexFunc(row.Cells, func(c sheet.Cell) bool { return !c.IsEmpty() }); i >= 0 {
		texts = append(texts, row.At(i).Text)
	}
	if _, name, cut := strings.Cut(texts[0], " "); cut {
		texts = append(texts, name)
	}
	for _, s := range texts {
		first, _, _ = strings.Cut(text.Key(s), " ")
		if first = strings.TrimSuffix(first, ":"); slices.Contains(sumWords, first) {
			return first, true
		}
	}
	return "", false
}

// passed is a row that isn't booked: empty, a heading between, or a sum. The last sum of all is
// held against what was read.
func (r *reader) passed(row sheet.Row, code, word string) error {
	if len(r.layout.months) > 0 {
		if code != "" || word != "" {
			r.sums++
		}
		return nil
	}
	v, any, err := r.amounts(row)
	switch {
	case !any:
		return nil
	case word == "":
		return r.broken(row, "”%s” är inget konto men raden har ett belopp", code)
	case err != nil:
		return nil
	}
	r.sums++
	r.grand, r.hasGrand = v, r.sums == 1 || word == "totalt" || word == "total" || word == "slutsumma"
	return nil
}

// amounts is the row's amount: that of its own column, or debit less credit.
func (r *reader) amounts(row sheet.Row) (v money.Ore, any bool, err error) {
	if c, ok := r.layout.at[amount]; ok {
		return r.cell(row, c)
	}
	d, hasD, err := r.at(row, debit)
	if err != nil {
		return 0, true, err
	}
	k, hasK, err := r.at(row, credit)
	if r.minus {
		k = -k
	}
	return d - k, hasD || hasK, err
}

// creditSigns looks at how credits are written: all below zero are so by their column. Where some
// are above and some below, those below take back what was credited.
func (r *reader) creditSigns(rows []sheet.Row) {
	above, below := 0, 0
	for _, row := range rows {
		switch k, has, err := r.at(row, credit); {
		case !has || err != nil:
		case k < 0:
			below++
		case k > 0:
			above++
		}
	}
	if r.minus = below > 0 && above == 0; below > 0 && above > 0 {
		r.note(false, "%s i kredit har minus och lästes som rättelser.", text.Plural(below, "belopp", "belopp"))
	}
}

func (r *reader) at(row sheet.Row, w what) (money.Ore, bool, error) {
	c, ok := r.layout.at[w]
	if !ok {
		return 0, false, nil
	}
	return r.cell(row, c)
}

func (r *reader) cell(row sheet.Row, c int) (money.Ore, bool, error) {
	cell := row.At(c)
	if cell.IsEmpty() {
		return 0, false, nil
	}
	unit := r.layout.unit
	if u, ok := cell.Unit.Money(); ok && cell.Kind == sheet.Number {
		unit = u
	}
	var v money.Ore
	err := error(fault.New(fault.Invalid, cell.Text))
	switch cell.Kind {
	case sheet.Number:
		v, err = money.Computed(cell.Text, unit)
	case sheet.Text:
		v, err = money.Parse(cell.Text, unit)
	}
	if err != nil {
		return 0, true, r.broken(row, "”%s” är inget belopp", text.Shorten(text.Line(cell.Text), 40))
	}
	return v, true, nil
}

// time says when a row is of: its day, else its period, else the year.
func (r *reader) time(row sheet.Row, one *ledger.Row) error {
	if s := r.text(row, day); s != "" {
		c := row.At(r.layout.at[day])
		d := c.Date
		if c.Kind != sheet.Date {
			var err error
			if d, err = date.ParseDay(s); err != nil {
				return r.broken(row, "”%s” är ingen dag", s)
			}
		}
		one.Day, one.Year, one.Month = d, int16(d.Year()), int8(d.Month())
		return nil
	}
	y := r.o.Year
	if s := r.text(row, year); s != "" {
		if _, err := fmt.Sscan(s, &y); err != nil {
			return r.broken(row, "”%s” är inget år", s)
		}
	}
	if s := r.text(row, period); s != "" {
		m, py, ok := periodOf(s, row.At(r.layout.at[period]))
		if !ok {
			return r.broken(row, "”%s” är ingen period", s)
		}
		if py > 0 {
			y = py
		}
		one.Month = int8(m)
	} else {
		r.undated++
	}
	if y == 0 {
		return fault.New(fault.Unreadable, fmt.Sprintf("”%s” säger inte vilket år raderna är från. Inget har ändrats. Ange året, eller ta med en kolumn med datum eller period.", r.file))
	}
	one.Year = int16(y)
	return nil
}

// periodOf reads "202603", "2026-03", "mars 2026", "mars", "3".
func periodOf(s string, c sheet.Cell) (month, year int, ok bool) {
	if c.Kind == sheet.Date {
		return c.Date.Month(), c.Date.Year(), true
	}
	if m, ok := monthNamed(text.Key(s)); ok {
		return m, 0, true
	}
	if len(s) <= 2 && strings.Trim(s, "0123456789") == "" {
		_, _ = fmt.Sscan(s, &month)
		return month, 0, month >= 1 && month <= 12
	}
	span, err := date.Parse(s)
	if err != nil || !oneMonth(span) {
		return 0, 0, false
	}
	return span.From.Month(), span.From.Year(), true
}

// end says what was passed by, and what may be wrong.
func (r *reader) end() (*ledger.Book, error) {
	b, note := r.book, r.note
	if len(b.Rows) == 0 {
		return nil, fault.New(fault.Unreadable, fmt.Sprintf("I ”%s” finns ingen rad med konto och belopp under rubrikerna. Inget har ändrats.", r.file))
	}
	if r.sums > 0 {
		note(false, "%s lästes inte: %s andra rader.", text.Plural(r.sums, "rad", "rader"), map[bool]string{true: "den summerar", false: "de summerar"}[r.sums == 1])
	}
	var all, income, cost money.Ore
	for _, one := range b.Rows {
		all += one.Amount
		switch {
		case one.Account[0] == '3':
			income += one.Amount
		case ledger.Result(one.Account):
			cost += one.Amount
		}
	}
	if r.hasGrand && r.grand != all {
		note(true, "Raderna ger tillsammans %s kr, men listans sista summa är %s kr.", all.Exact(), r.grand.Exact())
	}
	if income > 0 && cost < 0 || income > 0 && cost == 0 || income == 0 && cost < 0 {
		note(true, "Beloppen kan ha omvänt tecken: intäkterna (klass 3) är %s kr och kostnaderna (klass 4–8) %s kr. Här är en kostnad över noll och en intäkt under.", income.Exact(), cost.Exact())
	}
	if r.hidden > 0 {
		note(false, "%s är dolda i Excel och lästes ändå.", text.Plural(r.hidden, "rad", "rader"))
	}
	if r.undated > 0 {
		note(false, "%s säger ingen månad: de räknas till året men inte till någon tertial.", text.Plural(r.undated, "rad", "rader"))
	}
	return b, nil
}
