package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/ledger"
)

type postedJSON struct {
	Books   []postedBookJSON `json:"ledgers"`
	Hand    []handJSON       `json:"by_hand,omitempty"`
	Owners  []postedOnJSON   `json:"moved"`
	Shut    []string         `json:"closed,omitempty"`
	Made    int              `json:"made"`
	Changed int              `json:"changed"`
	Gone    int              `json:"gone"`
}

type postedBookJSON struct {
	Ledger string `json:"ledger"`
	Net    string `json:"net"`
	Posted string `json:"posted"`
	Aside  string `json:"aside"`
	Left   string `json:"left"`
	Kept   string `json:"kept"`
	Shut   string `json:"closed"`
	Assets string `json:"assets"`
}

type handJSON struct {
	Owner string `json:"owner"`
	Year  int    `json:"year"`
	Sum   string `json:"sum"`
	Stays bool   `json:"stays"`
}

type postedOnJSON struct {
	Owner string `json:"owner"`
	Year  int    `json:"year"`
	Was   string `json:"was"`
	Is    string `json:"is"`
}

// posting is what the flags ask for.
func (o *ledgerOptions) posting() (ledger.Posting, error) {
	out := ledger.Posting{Year: o.year, Hand: ledger.Hand(o.hand), Preview: o.dryRun}
	if o.to != "" {
		y, m, err := monthOf(o.to)
		if err != nil {
			return out, err
		}
		if m < 1 || m > 12 {
			return out, usage("”%s” är ingen månad. Skriv till exempel 2026-04.", o.to)
		}
		out.To = ledger.Month{Year: int16(y), Number: int8(m)}
	}
	if o.hand != "" && out.Hand != ledger.Keep && out.Hand != ledger.Yield {
		return out, usage("--hand ska vara keep eller yield, inte ”%s”.", o.hand)
	}
	return out, nil
}

// post posts what the rules have sorted, or shows what that would do.
func (o *ledgerOptions) post(ctx context.Context, e *env, p *app.Portfolio) error {
	what, err := o.posting()
	if err != nil {
		return err
	}
	var done ledger.Posted
	work := func(tx *field.Tx) (string, error) {
		var err error
		done, err = ledger.Post(tx, what)
		return ledger.PostLabel(tx, done), err
	}
	if o.dryRun {
		_, err = work(field.NewTx(p))
	} else {
		_, err = p.Do(ctx, work)
	}
	if err != nil {
		if fault.CodeOf(err) == fault.Conflict && what.Hand == "" {
			return fault.Wrap(fault.Conflict, err.Error()+" Se vad det gäller med --dry-run; svara med --hand keep eller --hand yield.", err)
		}
		return err
	}
	if o.json {
		return writeJSON(e.out, postedOf(p, done, what.Hand))
	}
	o.tellPosted(e, p, done, what)
	return nil
}

func postedOf(p *app.Portfolio, done ledger.Posted, hand ledger.Hand) postedJSON {
	out := postedJSON{Made: done.Made, Changed: done.Changed, Gone: done.Gone, Owners: []postedOnJSON{}}
	for _, b := range done.Books {
		out.Books = append(out.Books, postedBookJSON{b.Ledger.Name(), b.Net.Decimal(), b.Posted.Decimal(), b.Aside.Decimal(), b.Left.Decimal(), b.Kept.Decimal(), b.Shut.Decimal(), b.Assets.Decimal()})
	}
	for _, h := range done.Hand {
		out.Hand = append(out.Hand, handJSON{p.Label(h.Owner), h.Year, h.Sum.Decimal(), hand != ledger.Yield || h.Shut})
	}
	for _, m := range done.Owners {
		out.Owners = append(out.Owners, postedOnJSON{p.Label(m.Owner), m.Year, m.Was.Decimal(), m.Is.Decimal()})
	}
	for _, m := range done.Shut {
		out.Shut = append(out.Shut, fmt.Sprintf("%d-%02d", m.Year, m.Number))
	}
	return out
}

// tellPosted says what became of it, for people.
func (o *ledgerOptions) tellPosted(e *env, p *app.Portfolio, done ledger.Posted, what ledger.Posting) {
	for _, b := range done.Books {
		t := table{heads: []string{b.Ledger.Name(), "kr"}, right: []bool{false, true}}
		for _, line := range b.Lines() {
			t.rows = append(t.rows, []string{line.Text, line.Sum.Exact()})
		}
		t.write(e.out)
		if b.Assets != 0 {
			say(e.out, "Dessutom investeringar på balanskonton: %s kr.\n", b.Assets.Exact())
		}
		say(e.out, "\n")
	}
	for _, h := range done.Hand {
		say(e.out, "%s\n", h.Sentence(p, what.Hand))
	}
	if len(done.Shut) > 0 {
		say(e.out, "Stängda månader ändras inte: %s. Öppna först, om det är rätt (itpctl ledger FIL open).\n", ledger.Months(done.Shut))
	}
	if len(done.Owners) > 0 {
		t := table{heads: []string{"Utfall", "År", "Var", "Blir"}, right: []bool{false, true, true, true}}
		for i, m := range done.Owners {
			if i == o.most {
				break
			}
			t.rows = append(t.rows, []string{p.Label(m.Owner), strconv.Itoa(m.Year), m.Was.Exact(), m.Is.Exact()})
		}
		t.write(e.out)
		if n := len(done.Owners) - o.most; n > 0 {
			say(e.out, "… och %s till; visa fler med --most.\n", text.Plural(n, "rad", "rader"))
		}
	}
	switch {
	case done.Still():
		say(e.out, "%s\n", done.Why())
	case o.dryRun:
		say(e.out, "%s. Inget är skrivet.\n", text.Capital(done.Counts()))
	default:
		say(e.out, "%s.\n", text.Capital(done.Counts()))
	}
}

type bookedJSON struct {
	Ledger  string `json:"ledger"`
	Day     string `json:"day,omitempty"`
	Month   string `json:"month"`
	Voucher string `json:"voucher,omitempty"`
	Account string `json:"account"`
	Codes   string `json:"codes,omitempty"`
	Text    string `json:"text,omitempty"`
	Amount  string `json:"amount"`
	Rule    string `json:"rule"`
}

// rows shows the booked rows behind an utfall.
func (o *ledgerOptions) rows(e *env, p *app.Portfolio) error {
	if o.owner == "" {
		return usage("Säg vad raderna är bokförda på: --owner Lönesystemet, eller dess referens.")
	}
	year, month, err := o.when()
	if err != nil {
		return err
	}
	owner, err := resolve(p, o.owner)
	if err != nil {
		return err
	}
	all := []bookedJSON{}
	var total money.Ore
	more := 0
	err = ledger.Behind(p, owner.ID, year, month, nil, func(r ledger.Entry) {
		total += r.Amount
		if !o.json && len(all) == o.most {
			more++
			return
		}
		one := bookedJSON{r.Ledger.Name(), r.Day.String(), fmt.Sprintf("%d-%02d", r.Year, r.Month), r.Voucher, r.Account, ledger.CodesIn(r.Codes), r.Text, r.Amount.Decimal(), r.Rule.Name()}
		all = append(all, one)
	})
	switch {
	case err != nil:
		return err
	case o.json:
		return writeJSON(e.out, all)
	case len(all) == 0:
		say(e.out, "Reglerna har inga bokförda rader för %s där.\n", owner.Name())
		return nil
	}
	t := table{heads: []string{"Dag", "Ver.", "Konto", "Koder", "Text", "Belopp", "Regel"}, right: []bool{false, false, false, false, false, true, false}}
	for _, r := range all {
		t.rows = append(t.rows, []string{cmp.Or(r.Day, r.Month), r.Voucher, r.Account, r.Codes, r.Text, r.Amount, r.Rule})
	}
	t.rows = append(slices.Clip(t.rows), []string{"Tillsammans", "", "", "", "", total.Decimal(), ""})
	t.write(e.out)
	if more > 0 {
		say(e.out, "… med %s till, som är med i summan; visa fler med --most.\n", text.Plural(more, "rad", "rader"))
	}
	return nil
}

// when is the year and the month that rows are asked of.
func (o *ledgerOptions) when() (year, month int, err error) {
	if o.month == "" {
		return o.year, 0, nil
	}
	if month, err = strconv.Atoi(o.month); err != nil {
		if year, month, err = monthOf(o.month); err != nil {
			return 0, 0, err
		}
		if o.year != 0 && o.year != year {
			return 0, 0, usage("--month %s är inte i --year %d.", o.month, o.year)
		}
	} else {
		year = o.year
	}
	if month < 1 || month > 12 {
		return 0, 0, usage("”%s” är ingen månad. Skriv 1–12, eller ÅÅÅÅ-MM.", o.month)
	}
	return year, month, nil
}
