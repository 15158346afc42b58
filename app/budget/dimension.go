package budget

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// Dimension is a way to part costs. Its key is for machines and its label Swedish.
type Dimension struct {
	Key, Label string
	none       string // Swedish: what those are called that have none, "Utan enhet"
	of         func(s *scan, p *piece) string
	label      func(w field.World, key string, p *piece) string
	order      func(a, b *Line) int
	record     bool // its keys are records
}

// piece is a part of a cost row, and what is known of it.
type piece struct {
	cost, owner *field.Record // owner is nil for a row of nobody's
	economy.Shard
}

// Keys of the dimensions that are more than a field of the row or a kind that has costs.
const (
	ByUnit      = "unit"  // the förvaltning, nämnd or bolag that it is a cost of
	ByBoard     = "board" // the nämnd or bolag over it
	ByPlace     = "place" // the very unit
	ByPayer     = "payer" // the förvaltning, nämnd or bolag that pays
	ByOwner     = "owner" // the very system, agreement, insats or unit that has the row
	BySystem    = "system"
	ByAgreement = "agreement"
	ByPlan      = "initiative"
	ByPortfolio = "portfolio"
	BySupplier  = "supplier"
	BySort      = "sort"
	ByAccount   = "account"
	ByYear      = "year"
	ByMonth     = "month"
	ByType      = "type"
)

// Dimensions are all there are, in the order in which they are offered: those that everybody has,
// then the municipality's own parts of the code string.
func Dimensions(w field.World) []Dimension {
	out := common()
	for _, p := range economy.Parts(w) {
		if p.Field.Free() {
			out = append(out, code(p.Field))
		}
	}
	return out
}

// common are those that everybody has.
func common() []Dimension {
	unit := func(key, label, none string, of func(s *scan, p *piece) field.ID) Dimension {
		return records(key, label, none, of)
	}
	out := []Dimension{
		unit(ByUnit, "Förvaltning eller bolag", "Utan enhet", func(s *scan, p *piece) field.ID { return s.level(p.Unit) }),
		unit(ByPlace, "Enhet", "Utan enhet", func(_ *scan, p *piece) field.ID { return p.Unit }),
		unit(ByBoard, "Nämnd eller bolag", "Utan nämnd", func(s *scan, p *piece) field.ID { return s.board(p.Unit) }),
		unit(ByPayer, "Betalare", "Utan betalare", func(s *scan, p *piece) field.ID { return s.level(p.Payer) }),
		records(ByOwner, "Gäller", "Gäller inget", func(_ *scan, p *piece) field.ID { return idOf(p.owner) }),
		records(BySystem, "System", "Inget system", func(s *scan, p *piece) field.ID { return s.only(p.To, system.Name.Kind) }),
		records(ByAgreement, "Avtal", "Inget avtal", func(s *scan, p *piece) field.ID { return s.agreement(p) }),
		records(ByPlan, "Insats", "Ingen insats", func(s *scan, p *piece) field.ID { return s.only(p.To, plan.Name.Kind) }),
		records(BySupplier, "Leverantör", "Utan leverantör", func(s *scan, p *piece) field.ID { return s.supplier(p) }),
		portfolios(),
		choice(economy.CostSort.Field, "Utan kostnadsslag"), choice(economy.CostType.Field, "Utan slag"),
		choice(economy.CostWork.Field, "Inte sagt"), choice(economy.CostFunding.Field, "Finansiering inte sagd"),
	}
	for _, f := range []field.TextField{economy.CostAccount, economy.CostCentre, economy.CostDoing, economy.CostProject, economy.CostObject, economy.CostOther} {
		out = append(out, code(f.Field))
	}
	return append(out, years(), months())
}

// Find is the dimension that a key or a label means, however it is written; the error says which
// there are.
func Find(w field.World, s string) (Dimension, error) {
	key := text.Key(s)
	all := Dimensions(w)
	for _, d := range all {
		if d.Key == s || text.Key(d.Label) == key {
			return d, nil
		}
	}
	words := make([]string, len(all))
	for i, d := range all {
		words[i] = d.Key
	}
	return Dimension{}, fault.New(fault.Usage, fmt.Sprintf("Budgeten går inte att dela på ”%s”. Välj bland %s.", text.Shorten(s, 40), text.And(words)))
}

// By is the dimension of one of the keys above.
func By(key string) Dimension {
	all := common()
	return all[slices.IndexFunc(all, func(d Dimension) bool { return d.Key == key })]
}

func idOf(r *field.Record) field.ID {
	if r == nil {
		return ""
	}
	return r.ID
}

// byLabel puts lines in the order of their names, and last what has none.
func byLabel(a, b *Line) int {
	return cmp.Or(lacking(a)-lacking(b), cmp.Compare(a.sort, b.sort), cmp.Compare(a.Key, b.Key))
}

func lacking(l *Line) int {
	if l.Key == "" {
		return 1
	}
	return 0
}

func records(key, label, none string, of func(s *scan, p *piece) field.ID) Dimension {
	return Dimension{Key: key, Label: label, none: none, record: true, order: byLabel,
		of:    func(s *scan, p *piece) string { return string(of(s, p)) },
		label: func(w field.World, id string, _ *piece) string { return w.Label(field.ID(id)) }}
}

// choice is a field with alternatives, in their order.
func choice(f *field.Field, none string) Dimension {
	return Dimension{Key: f.Key, Label: f.Label, none: none,
		of: func(_ *scan, p *piece) string { s, _ := p.cost.Get(f).(string); return s },
		label: func(w field.World, key string, _ *piece) string {
			o, _ := f.OptionOf(w, key)
			return cmp.Or(o.Label, key)
		},
		order: func(a, b *Line) int {
			at := func(l *Line) int {
				return slices.IndexFunc(f.Options, func(o field.Option) bool { return o.Key == l.Key })
			}
			return cmp.Or(lacking(a)-lacking(b), at(a)-at(b), cmp.Compare(a.Key, b.Key))
		}}
}

// portfolios are those of insatser.
func portfolios() Dimension {
	f := plan.Portfolio.Field
	return Dimension{Key: ByPortfolio, Label: f.Label, none: "Utan portfölj", order: byLabel,
		of: func(s *scan, p *piece) string {
			if r := s.w.Get(s.only(p.To, plan.Name.Kind)); r != nil {
				return plan.Portfolio.Get(r)
			}
			return ""
		},
		label: func(w field.World, key string, _ *piece) string {
			for _, o := range w.Options(f) {
				if o.Key == key {
					return o.Label
				}
			}
			return key
		}}
}

// code is a part of the code string, with what the code is called beside it.
func code(f *field.Field) Dimension {
	return Dimension{Key: f.Key, Label: f.Label, none: "Utan " + text.Lower(f.Label), order: byLabel,
		of: func(_ *scan, p *piece) string { s, _ := p.cost.Get(f).(string); return economy.CodeIn(s) },
		label: func(w field.World, key string, p *piece) string {
			s, _ := p.cost.Get(f).(string)
			return cmp.Or(economy.CodeLabel(w, f, key), s)
		}}
}

func years() Dimension {
	return Dimension{Key: ByYear, Label: economy.CostYear.Label, none: "Utan år", order: byNumber,
		of: func(_ *scan, p *piece) string {
			if y := economy.CostYear.Get(p.cost); y != 0 {
				return strconv.FormatInt(y, 10)
			}
			return ""
		},
		label: func(_ field.World, key string, _ *piece) string { return key }}
}

func months() Dimension {
	d := choice(economy.CostMonth.Field, "Hela året")
	d.Key, d.order = ByMonth, byNumber
	return d
}

func byNumber(a, b *Line) int {
	x, _ := strconv.Atoi(a.Key)
	y, _ := strconv.Atoi(b.Key)
	return cmp.Or(lacking(a)-lacking(b), x-y)
}

// only is id where it is of a kind, else "".
func (s *scan) only(id field.ID, k *field.Kind) field.ID {
	if r := s.w.Get(id); r != nil && r.Kind == k {
		return id
	}
	return ""
}

func (s *scan) level(unit field.ID) field.ID {
	return known(s.levels, unit, func() field.ID { return org.Level(s.w, unit) })
}

func (s *scan) board(unit field.ID) field.ID {
	return known(s.boards, unit, func() field.ID { return org.BoardOf(s.w, unit) })
}

// agreement is that which has the row, else that which rules what it goes to.
func (s *scan) agreement(p *piece) field.ID {
	if p.owner != nil && p.owner.Kind == agreement.Name.Kind {
		return p.owner.ID
	}
	return known(s.ruling, p.To, func() field.ID { return idOf(agreement.Ruling(s.w, p.To)) })
}

// supplier is that of what has the row, else that of what it goes to.
func (s *scan) supplier(p *piece) field.ID {
	for _, r := range []*field.Record{p.owner, s.w.Get(p.To)} {
		if r == nil {
			continue
		}
		switch r.Kind {
		case agreement.Name.Kind:
			if id := agreement.Supplier.Get(r); id != "" {
				return id
			}
		case system.Name.Kind:
			return system.Supplier.Get(r)
		}
	}
	return ""
}

func known(m map[field.ID]field.ID, id field.ID, ask func() field.ID) field.ID {
	v, ok := m[id]
	if !ok {
		v = ask()
		m[id] = v
	}
	return v
}
