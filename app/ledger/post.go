package ledger

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
)

// Hand says what becomes of an utfall that somebody has written in a year that a ledger posts to.
type Hand string

// The ways; "" asks: the posting is refused.
const (
	Keep  Hand = "keep"  // it stays, and what is booked isn't posted to it
	Yield Hand = "yield" // it gives way to what is booked
)

// Posting says what to post. A preview of what is to be asked shows it as if it were kept.
type Posting struct {
	Year    int      // of the ledgers; 0: all
	Ledger  field.ID // one of them; "": all
	To      Month    // the last month; zero: all
	Hand    Hand
	Preview bool // what is to be asked doesn't stop it: nobody carries it out
}

// ByHand is an utfall that is written by hand in a year that a ledger posts to.
type ByHand struct {
	Owner field.ID
	Year  int
	Sum   money.Ore // that counts
	Shut  bool      // it can't give way: it is of the year, and months of it are closed
}

// PostedOn is what became of the utfall of something a year.
type PostedOn struct {
	Owner   field.ID
	Year    int
	Was, Is money.Ore
}

// PostedBook is how the rows of a ledger fell out. Net is Posted + Aside + Left + Kept + Shut, to the
// öre; what an investment has on accounts of the balance is beside it.
type PostedBook struct {
	Ledger *field.Record
	Net    money.Ore // the accounts of classes 3–8, of the months that are posted
	Posted money.Ore // in the utfall of something
	Aside  money.Ore // of a rule that says that the rows are for nothing here
	Left   money.Ore // of no rule
	Kept   money.Ore // for what keeps an utfall that is written by hand
	Shut   money.Ore // what months that are closed would become beyond what they are
	Assets money.Ore // posted of accounts of the balance
}

// Posted is what a posting does.
type Posted struct {
	Books               []PostedBook
	Hand                []ByHand
	Owners              []PostedOn // those whose utfall moves, the largest first
	Shut                []Month    // months that are closed and would be changed
	Made, Changed, Gone int        // rows of utfall
}

// Still says that a posting changes nothing.
func (p Posted) Still() bool { return p.Made+p.Changed+p.Gone == 0 }

// mostPosted is how many rows of utfall the ledgers of a posting may become.
const mostPosted = 50_000

// Post makes the utfall of cost rows what the rules have sorted ledgers' rows to: a row for each
// owner, month, type, sort and code string. What was posted before gives way, so that the same
// again changes nothing and a corrected file or rule moves what it is about. Months that are
// closed stay as they are. Faults: NotFound (there is no ledger), Conflict (somebody has written an
// utfall where it would post, and Hand doesn't say), Invalid (too many rows), those of Each.
func Post(tx *field.Tx, o Posting) (out Posted, err error) {
	run := &posting{Posting: o, tx: tx, shut: closedMonths(tx), was: map[ownerYear]money.Ore{}, out: &out}
	var books []*postedBook
	n := 0
	for _, l := range Of(tx, o.Year) {
		if _, _, ok := Known(tx, l); !ok || o.Ledger != "" && o.Ledger != l.ID {
			continue
		}
		b, err := run.sort(l)
		if err != nil {
			return out, err
		}
		books = append(books, b)
		n += len(b.sums)
	}
	switch {
	case len(books) == 0:
		return out, fault.New(fault.NotFound, "Det finns ingen importerad huvudbok att bokföra utfall ur för den tiden. Inget har ändrats. Importera utfallet först.")
	case n > mostPosted:
		return out, fault.New(fault.Invalid, fmt.Sprintf("Utfallet blir %s, och så många får inte plats: högst %s. Inget har ändrats. Låt färre regler ta allt, eller ta färre delar i kodsträngen under Inställningar.", text.Plural(n, "rad", "rader"), text.Count(mostPosted)))
	}
	run.hands(books)
	for _, h := range out.Hand {
		if o.Hand == "" && !o.Preview {
			return out, fault.New(fault.Conflict, fmt.Sprintf("%s har ett utfall %d som någon har skrivit, %s kr, och huvudboken har ett också. Inget har ändrats. Säg om det skrivna ska stå kvar eller ge plats.", tx.Label(h.Owner), h.Year, h.Sum.Exact()))
		}
	}
	for _, b := range books {
		if err := run.write(b); err != nil {
			return out, err
		}
	}
	if o.Hand == Yield {
		if err := run.yield(); err != nil {
			return out, err
		}
	}
	for _, b := range books {
		if err := run.ties(b); err != nil {
			return out, err
		}
		out.Books = append(out.Books, b.PostedBook)
	}
	run.tell()
	return out, nil
}

// posting is one under way.
type posting struct {
	Posting
	tx   *field.Tx
	shut map[Month]bool
	was  map[ownerYear]money.Ore // what each had before
	hand []*field.Record         // rows with an utfall that gives way
	kept map[ownerYear]bool
	out  *Posted
}

type ownerYear struct {
	owner field.ID
	year  int
}

// posted tells what a row of utfall is of.
type posted struct {
	owner                    field.ID
	month                    Month
	typ, sort, account       string
	centre, activity         string
	project, object, counter string
}

// postedOf is what a row of utfall is of.
func postedOf(c *field.Record) posted {
	return posted{economy.CostOwner.Get(c), Month{int16(economy.CostYear.Get(c)), int8(economy.Month(c))}, economy.CostType.Get(c), economy.CostSort.Get(c), economy.CostAccount.Get(c),
		economy.CostCentre.Get(c), economy.CostDoing.Get(c), economy.CostProject.Get(c), economy.CostObject.Get(c), economy.CostOther.Get(c)}
}

// record is a new row of utfall.
func (p posted) record(id field.ID) *field.Record {
	r := field.NewRecord(economy.CostKind, id).Put(economy.CostOwner.Field, p.owner).Put(economy.CostYear.Field, int64(p.month.Year)).Put(economy.CostType.Field, p.typ)
	if p.month.Number > 0 {
		r.Put(economy.CostMonth.Field, strconv.Itoa(int(p.month.Number)))
	}
	for _, f := range []struct {
		field *field.Field
		text  string
	}{{economy.CostSort.Field, p.sort}, {economy.CostAccount.Field, p.account}, {economy.CostCentre.Field, p.centre}, {economy.CostDoing.Field, p.activity},
		{economy.CostProject.Field, p.project}, {economy.CostObject.Field, p.object}, {economy.CostOther.Field, p.counter}} {
		if f.text != "" {
			r.Put(f.field, f.text)
		}
	}
	return r
}

func (p posted) compare(o posted) int {
	return cmp.Or(cmp.Compare(p.owner, o.owner), byMonth(p.month, o.month), cmp.Compare(p.typ, o.typ), cmp.Compare(p.sort, o.sort), cmp.Compare(p.account, o.account),
		cmp.Compare(p.centre, o.centre), cmp.Compare(p.activity, o.activity), cmp.Compare(p.project, o.project), cmp.Compare(p.object, o.object), cmp.Compare(p.counter, o.counter))
}

// postedBook is a ledger whose rows have been sorted.
type postedBook struct {
	PostedBook
	sums map[posted]money.Ore
}

// within says that a month is one to post.
func (p *posting) within(m Month) bool {
	return p.To == (Month{}) || m.Number > 0 && byMonth(m, p.To) <= 0
}

// closed says that a month, or one of a year whose sum it is, is closed.
func (p *posting) closed(m Month) bool {
	if m.Number > 0 {
		return p.shut[m]
	}
	for o := range p.shut {
		if o.Year == m.Year {
			return true
		}
	}
	return false
}

func closedMonths(w field.World) map[Month]bool {
	out := map[Month]bool{}
	for _, r := range w.All(ClosedKind) {
		out[Month{int16(ClosedYear.Get(r)), int8(ClosedMonth.Get(r))}] = true
	}
	return out
}

// sort adds the rows of a ledger up as the rules say.
func (p *posting) sort(l *field.Record) (*postedBook, error) {
	b := &postedBook{PostedBook: PostedBook{Ledger: l}, sums: map[posted]money.Ore{}}
	s, err := newSorter(p.tx, l)
	if err != nil {
		return nil, err
	}
	err = Each(p.tx, l.ID, func(r Row) bool {
		if !p.within(Month{r.Year, r.Month}) {
			return true
		}
		rule := s.Of(r)
		result := Result(r.Account)
		if result {
			b.Net += r.Amount
		}
		switch {
		case rule == nil && result:
			b.Left += r.Amount
		case rule == nil || !result && RuleType.Get(rule) != economy.Investment:
		case RuleTarget.Get(rule) != "":
			b.sums[s.posted(r, rule)] += r.Amount
		case result:
			b.Aside += r.Amount
		}
		return true
	})
	maps.DeleteFunc(b.sums, func(_ posted, v money.Ore) bool { return v == 0 })
	return b, err
}

// hands finds the utfall that somebody has written where ledgers post, and what of them stays.
func (p *posting) hands(books []*postedBook) {
	posts := map[ownerYear]bool{}
	for _, b := range books {
		for k := range b.sums {
			if !p.closed(k.month) {
				posts[ownerYear{k.owner, int(k.month.Year)}] = true
			}
		}
	}
	p.kept = map[ownerYear]bool{}
	for _, at := range slices.SortedFunc(maps.Keys(posts), func(a, b ownerYear) int { return cmp.Or(cmp.Compare(a.owner, b.owner), cmp.Compare(a.year, b.year)) }) {
		rows := economy.Rows(p.tx, at.owner)
		n := economy.Counting(p.tx, rows)
		h := ByHand{Owner: at.owner, Year: at.year}
		var found []*field.Record
		for _, c := range rows {
			m := Month{int16(economy.CostYear.Get(c)), int8(economy.Month(c))}
			if !economy.ByHand(c) || int(m.Year) != at.year || m.Number > 0 && p.closed(m) {
				continue
			}
			if v, ok := n.Of(c, economy.CostActual); ok {
				h.Sum += v
			}
			found = append(found, c)
			h.Shut = h.Shut || p.closed(m)
		}
		if len(found) == 0 {
			continue
		}
		p.out.Hand = append(p.out.Hand, h)
		if p.Hand == Yield && !h.Shut {
			p.hand = append(p.hand, found...)
		} else {
			p.kept[at] = true
		}
	}
}

// write makes the rows of utfall what the sums of a ledger are.
func (p *posting) write(b *postedBook) error {
	had := map[posted][]*field.Record{}
	var order []posted
	for _, c := range p.tx.Pointing(economy.CostLedger.Field, b.Ledger.ID) {
		k := postedOf(c)
		if p.within(k.month) {
			had[k] = append(had[k], c)
		}
	}
	for k, v := range b.sums {
		if result := Result(k.account); p.kept[ownerYear{k.owner, int(k.month.Year)}] && !p.closed(k.month) {
			if result {
				b.Kept += v
			}
			delete(b.sums, k)
		} else if had[k] == nil {
			order = append(order, k)
		}
	}
	order = slices.AppendSeq(order, maps.Keys(had))
	slices.SortFunc(order, posted.compare)
	for _, k := range order {
		if err := p.one(b, k, b.sums[k], had[k]); err != nil {
			return err
		}
	}
	return nil
}

// one makes what is posted of one thing v, in the row that has it.
func (p *posting) one(b *postedBook, k posted, v money.Ore, had []*field.Record) error {
	if p.closed(k.month) {
		stands := money.Ore(0)
		for _, c := range had {
			stands += economy.CostActual.Get(c)
		}
		if stands != v {
			if Result(k.account) {
				b.Shut += v - stands
			}
			if !slices.Contains(p.out.Shut, k.month) {
				p.out.Shut = append(p.out.Shut, k.month)
			}
		}
		return nil
	}
	p.before(k.owner, int(k.month.Year))
	for i, c := range had {
		if i == 0 && v != 0 {
			if economy.CostActual.Get(c) != v {
				p.out.Changed++
				if err := economy.Posts(p.tx, c.ID, b.Ledger.ID, v); err != nil {
					return err
				}
			}
			continue
		}
		p.out.Gone++
		if err := economy.TakeBack(p.tx, c); err != nil {
			return err
		}
	}
	if len(had) > 0 || v == 0 {
		return nil
	}
	p.out.Made++
	r := k.record(p.tx.NewID()).Put(economy.CostLedger.Field, b.Ledger.ID).Put(economy.CostBooked.Field, v).Put(economy.CostActual.Field, v)
	return p.tx.Create(r)
}
