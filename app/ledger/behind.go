package ledger

import (
	"cmp"
	"fmt"
	"slices"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
)

// before remembers what the utfall of something was.
func (p *posting) before(owner field.ID, year int) {
	at := ownerYear{owner, year}
	if _, known := p.was[at]; !known {
		p.was[at], _ = economy.Sum(p.tx.Beneath(), owner, year, "", economy.CostActual)
	}
}

// yield takes the utfall that somebody has written away where a ledger has posted.
func (p *posting) yield() error {
	for _, c := range p.hand {
		p.before(economy.CostOwner.Get(c), int(economy.CostYear.Get(c)))
		if err := economy.TakeBack(p.tx, c); err != nil {
			return err
		}
	}
	return nil
}

// ties holds that all of a ledger is accounted for, of what the rows of utfall now are.
func (p *posting) ties(b *postedBook) error {
	for _, c := range p.tx.Pointing(economy.CostLedger.Field, b.Ledger.ID) {
		k := postedOf(c)
		switch {
		case !p.within(k.month):
		case Result(k.account):
			b.Posted += economy.CostActual.Get(c)
		default:
			b.Assets += economy.CostActual.Get(c)
		}
	}
	if sum := b.Posted + b.Aside + b.Left + b.Kept + b.Shut; sum != b.Net {
		return fault.New(fault.Internal, fmt.Sprintf("Internt fel: utfallet ur %s blir %s kr och ska bli %s. Inget har ändrats. Anmäl felet.", b.Ledger.Name(), sum.Exact(), b.Net.Exact()))
	}
	return nil
}

// tell says whose utfall has moved.
func (p *posting) tell() {
	for at, was := range p.was {
		is, _ := economy.Sum(p.tx, at.owner, at.year, "", economy.CostActual)
		if is != was {
			p.out.Owners = append(p.out.Owners, PostedOn{at.owner, at.year, was, is})
		}
	}
	names := text.Keys{}
	slices.SortFunc(p.out.Owners, func(a, b PostedOn) int {
		return cmp.Or(cmp.Compare((b.Is-b.Was).Abs(), (a.Is-a.Was).Abs()), names.Compare(p.tx.Label(a.Owner), p.tx.Label(b.Owner)), cmp.Compare(a.Owner, b.Owner), cmp.Compare(a.Year, b.Year))
	})
	slices.SortFunc(p.out.Shut, byMonth)
}

// takeBack takes what a ledger has posted out of the cost rows, before it is removed.
func takeBack(tx *field.Tx, l *field.Record) error {
	for _, c := range slices.Clone(tx.Pointing(economy.CostLedger.Field, l.ID)) {
		if err := economy.TakeBack(tx, c); err != nil {
			return err
		}
	}
	return nil
}

// sorter tells what the rows of a ledger are of, as a row of utfall says it.
type sorter struct {
	*Matcher
	coded map[string][]string // the codes in the order of Parts
	sorts map[string]string   // of accounts
	names map[string]string
}

func newSorter(w field.World, l *field.Record) (*sorter, error) {
	m, err := NewMatcher(w, DimensionsOf(l))
	return &sorter{Matcher: m, coded: map[string][]string{}, sorts: map[string]string{}, names: AccountNames(w, l)}, err
}

// posted is what a row that a rule takes is of.
func (s *sorter) posted(r Row, rule *field.Record) posted {
	parts, ok := s.coded[r.Codes]
	if !ok {
		parts = make([]string, len(s.dims))
		for i, d := range s.dims {
			if d > 0 {
				parts[i] = r.Code(d)
			}
		}
		s.coded[r.Codes] = parts
	}
	return posted{RuleTarget.Get(rule), Month{r.Year, r.Month}, cmp.Or(RuleType.Get(rule), economy.Operations), cmp.Or(RuleSort.Get(rule), s.sortOf(r.Account)), r.Account,
		parts[0], parts[1], parts[2], parts[3], parts[4]}
}

// Entry is a row of a ledger, and the rule that takes it.
type Entry struct {
	Row
	Ledger, Rule *field.Record
}

// Behind gives the rows to see that a rule takes for an owner in a year, 0 for all, and a month, 0
// for all: what its utfall is made of. A cost row that is given has its own alone.
func Behind(w field.World, owner field.ID, year, month int, row *field.Record, see func(Entry)) error {
	for _, l := range Of(w, 0) {
		if row != nil && economy.CostLedger.Get(row) != l.ID {
			continue
		}
		s, err := newSorter(w, l)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(s.rules, func(r rule) bool { return RuleTarget.Get(r.record) == owner }) {
			continue
		}
		err = each(w, l.ID, func(m Month) bool {
			return (year == 0 || int(m.Year) == year) && (month == 0 || int(m.Number) == month)
		}, func(r Row) bool {
			one := s.Of(r)
			if one == nil || RuleTarget.Get(one) != owner || !Result(r.Account) && RuleType.Get(one) != economy.Investment {
				return true
			}
			if row == nil || s.posted(r, one) == postedOf(row) {
				see(Entry{r, l, one})
			}
			return true
		})
		if err != nil {
			return err
		}
	}
	return nil
}
