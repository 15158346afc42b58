package frame

import (
	"cmp"
	"slices"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
)

// Sort is what a line of the use is of.
type Sort int

// The sorts, in the order that they are told.
const (
	Framed   Sort = iota // what has a ram, decided or proposed
	Unframed             // what could have one, and hasn't
	Without              // insatser that belong to nothing that could
	Outside              // what is paid otherwise
)

// Line is what is asked for, allotted and used a year of what has a ram, or could have one. Of
// what has ramar for drift and investering apart each has a line, and Untold what doesn't say
// which it is.
type Line struct {
	Year      int
	Per       string // governance.PerPortfolio or PerUnit
	Portfolio string // its key; "" for none
	Unit      field.ID
	Type      string // economy.Operations or Investment; "" for both
	Untold    bool
	Sort      Sort
	Name      string      // what it is of, as people call it
	Ram       money.Total // what is decided; unknown: nothing is
	Proposal  money.Total // what is proposed and not decided
	Amounts
	Under  bool       // a unit above has a ram that holds this one too
	Of     []field.ID // the insatser, in reference order
	Frames []field.ID
}

// Amounts are what is asked for, allotted and used.
type Amounts struct{ Asked, Allotted, Used money.Ore }

// Counted are those of the lines of what the model gives ramar to that hold each amount once.
func Counted(w field.World, lines []Line) (out []Line) {
	per := governance.Of(w).FramedBy()
	for _, l := range lines {
		if l.Per == per && !l.Under {
			out = append(out, l)
		}
	}
	return out
}

// Sum adds the lines of what the model gives ramar to, each amount once.
func Sum(w field.World, lines []Line) (sum Amounts) {
	for _, l := range Counted(w, lines) {
		sum.Asked, sum.Allotted, sum.Used = sum.Asked+l.Asked, sum.Allotted+l.Allotted, sum.Used+l.Used
	}
	return sum
}

// Left is what isn't allotted of the decided ram, or where none is of what is proposed; below zero
// where more is.
func (l Line) Left() money.Ore {
	if l.Ram.Known {
		return l.Ram.Ore - l.Allotted
	}
	return l.Proposal.Ore - l.Allotted
}

// Over says that more is allotted, or has been used, than a decided ram holds.
func (l Line) Over() bool { return l.Ram.Known && max(l.Allotted, l.Used) > l.Ram.Ore }

// Beyond is how much more that is.
func (l Line) Beyond() money.Ore { return max(l.Allotted, l.Used) - l.Ram.Ore }

// Label is the line's name with its type where drift and investering are apart.
func (l Line) Label() string {
	switch {
	case l.Untold:
		return l.Name + ", drift eller investering inte sagt"
	case l.Type != "":
		return l.Name + ", " + text.Lower(TypeName(l.Type))
	}
	return l.Name
}

// TypeName is what the line's ram is for: "Drift", "Investering", or both.
func (l Line) TypeName() string {
	if l.Untold {
		return "Inte sagt"
	}
	return TypeName(l.Type)
}

// keeper is a world that remembers what is worked out of it until something changes.
type keeper interface {
	Keep(key any, make func() any) any
}

type useOf struct{ year int }

// Use is what is asked for, allotted and used a year of each ram, and of each portfölj or unit
// that could have one and uses something; what belongs to none and what is paid otherwise
// come last. The lines that aren't Under another come to what all insatser cost. It is the
// one place where ramar are added up.
func Use(w field.World, year int) []Line {
	if k, ok := w.(keeper); ok {
		return k.Keep(useOf{year}, func() any { return use(w, year) }).([]Line)
	}
	return use(w, year)
}

func use(w field.World, year int) []Line {
	m := governance.Of(w)
	var out []Line
	for _, per := range []string{governance.PerPortfolio, governance.PerUnit} {
		u := &users{w: w, year: year, per: per, alone: per == m.FramedBy(), at: map[string]int{}}
		u.frames()
		if !u.alone && len(u.lots) == 0 {
			continue
		}
		for _, r := range w.All(plan.Kind) {
			u.count(r, m.StageOf(plan.Phase.Get(r)))
		}
		out = append(out, u.lines()...)
	}
	return out
}

// lot is what has ramar, or could have.
type lot struct {
	place
	sort                  Sort
	frames                []*field.Record
	asked, allotted, used Sums
	of                    []field.ID
}

// users adds up the use of the ramar of a sort.
type users struct {
	w     field.World
	year  int
	per   string
	alone bool // it is what the model gives ramar to: what has none is told too
	lots  []lot
	at    map[string]int
}

func (u *users) lot(p place, s Sort) *lot {
	key := p.key
	if s == Outside || s == Without {
		key = "\x00" + string(rune('0'+s))
		p.key = ""
	}
	i, ok := u.at[key]
	if !ok {
		i = len(u.lots)
		u.at[key] = i
		u.lots = append(u.lots, lot{place: p, sort: s})
	}
	return &u.lots[i]
}

// frames finds what has ramar of the year, and the portföljer that could have.
func (u *users) frames() {
	for _, r := range u.w.All(Kind) {
		at := placeOf(r)
		if at.per != u.per || at.key == "" || int(Year.Get(r)) != u.year {
			continue
		}
		l := u.lot(at, Framed)
		l.frames = append(l.frames, r)
	}
	if u.alone && u.per == governance.PerPortfolio {
		for _, o := range u.w.Options(plan.Portfolio.Field) {
			u.lot(place{per: u.per, key: o.Key}, Unframed)
		}
	}
}

// count counts an insats where it belongs.
func (u *users) count(r *field.Record, s governance.Stage) {
	found, _ := parts(u.w, r, u.year, u.per)
	for _, p := range found {
		asked, allotted := p.standing(u.w, r, u.year, s, decidedLeg)
		if asked == (Sums{}) && allotted == (Sums{}) && p.used == (Sums{}) {
			continue
		}
		for _, l := range u.where(p.at) {
			l.asked, l.allotted, l.used = l.asked.plus(asked), l.allotted.plus(allotted), l.used.plus(p.used)
			if len(l.of) == 0 || l.of[len(l.of)-1] != r.ID {
				l.of = append(l.of, r.ID)
			}
		}
	}
}

// where are the lots that hold a place: its own, and of units each above that has a ram.
func (u *users) where(p place) []*lot {
	switch {
	case p.outside:
		if !u.alone {
			return nil
		}
		return []*lot{u.lot(p, Outside)}
	case u.per == governance.PerPortfolio:
		if i, ok := u.at[p.key]; ok && p.key != "" {
			return []*lot{&u.lots[i]}
		}
	default:
		var out []*lot
		for above := range org.Up(u.w, field.ID(p.key)) {
			if i, ok := u.at[string(above.ID)]; ok && u.lots[i].sort == Framed {
				out = append(out, &u.lots[i])
			}
		}
		if len(out) > 0 {
			return out
		}
		p.key = string(org.Level(u.w, field.ID(p.key)))
	}
	switch {
	case !u.alone:
		return nil
	case p.key == "":
		return []*lot{u.lot(p, Without)}
	}
	return []*lot{u.lot(p, Unframed)}
}

// lines are the lots as they are told: the model's portföljer in its order and units by name,
// what has a ram first.
func (u *users) lines() (out []Line) {
	order := map[string]int{}
	options := u.w.Options(plan.Portfolio.Field)
	for i, o := range options {
		order[o.Key] = i - len(options)
	}
	for _, l := range u.lots {
		out = append(out, u.told(l)...)
	}
	slices.SortStableFunc(out, func(a, b Line) int {
		return cmp.Or(cmp.Compare(rank(a.Sort), rank(b.Sort)), cmp.Compare(order[a.Portfolio], order[b.Portfolio]), text.Compare(a.Name, b.Name), cmp.Compare(a.Unit, b.Unit))
	})
	return out
}

// rank lets what has a ram and what could have one stand in the same order.
func rank(s Sort) int { return max(int(s), int(Unframed)) }

// told are the lines of a lot: one, or one for each type where its ramar are apart.
func (u *users) told(l lot) (out []Line) {
	base := Line{Year: u.year, Per: u.per, Sort: l.sort, Of: l.of}
	switch {
	case l.sort == Outside:
		base.Name = "Betalas utanför ramarna"
	case l.sort == Without && u.per == governance.PerUnit:
		base.Name = "Utan enhet"
	case l.sort == Without:
		base.Name = "Utan portfölj"
	case u.per == governance.PerUnit:
		base.Unit, base.Name = field.ID(l.key), u.w.Label(field.ID(l.key))
		base.Under = u.under(l)
	default:
		base.Portfolio, base.Name = l.key, l.key
		if o, ok := plan.Portfolio.OptionOf(u.w, l.key); ok {
			base.Name = o.Label
		}
	}
	line := func(typ string, untold bool) Line {
		n := base
		n.Type, n.Untold = typ, untold
		of := func(s Sums) money.Ore {
			if untold {
				return s.Untold
			}
			return s.Of(typ)
		}
		n.Asked, n.Allotted, n.Used = of(l.asked), of(l.allotted), of(l.used)
		for _, r := range l.frames {
			if untold || typ != "" && Type.Get(r) != typ {
				continue
			}
			v, said := r.Get(Amount.Field).(money.Ore)
			if n.Frames = append(n.Frames, r.ID); Guards(r) {
				n.Ram.Add(v, said)
			} else {
				n.Proposal.Add(v, said)
			}
		}
		return n
	}
	if len(l.frames) == 0 || slices.ContainsFunc(l.frames, func(r *field.Record) bool { return Type.Get(r) == "" }) {
		return []Line{line("", false)}
	}
	for _, typ := range []string{economy.Operations, economy.Investment} {
		if n := line(typ, false); len(n.Frames) > 0 || n.Asked != 0 || n.Allotted != 0 || n.Used != 0 {
			out = append(out, n)
		}
	}
	if n := line("", true); n.Asked != 0 || n.Allotted != 0 || n.Used != 0 {
		out = append(out, n)
	}
	return out
}

// under says that a unit above one has a ram.
func (u *users) under(l lot) bool {
	for above := range org.Up(u.w, field.ID(l.key)) {
		if i, ok := u.at[string(above.ID)]; ok && string(above.ID) != l.key && u.lots[i].sort == Framed {
			return true
		}
	}
	return false
}

// LineOf is the line that a ram stands in; ok is false for one that says neither what it is of
// nor a year.
func LineOf(w field.World, r *field.Record) (l Line, ok bool) {
	for _, l := range Use(w, int(Year.Get(r))) {
		if slices.Contains(l.Frames, r.ID) {
			return l, true
		}
	}
	return Line{}, false
}

// of is a part of the line of a ram.
func of(get func(Line) money.Ore) func(w field.World, r *field.Record) field.Value {
	return func(w field.World, r *field.Record) field.Value {
		if l, ok := LineOf(w, r); ok {
			return get(l)
		}
		return nil
	}
}

// used are the kinds that the use of a ram is worked out of.
func used() []*field.Kind {
	return []*field.Kind{plan.Kind, plan.LegKind, economy.CostKind, economy.PayerKind, org.UnitKind}
}

// State is how a line's ram stands, in a word or two: "beslutad", "förslag", "ingen ram"; "–" for
// what can't have one.
func (l Line) State() string {
	switch {
	case l.Ram.Known && l.Proposal.Known:
		return "beslutad och förslag"
	case l.Ram.Known:
		return "beslutad"
	case l.Proposal.Known:
		return "förslag"
	case l.Sort > Unframed || l.Untold:
		return "–"
	}
	return "ingen ram"
}

// Share is how much of a decided ram is allotted, or used where that is more, in whole per
// cent, rounded up where it is over so that 100 is never more than all; ok is false without
// one, and of one of nothing.
func (l Line) Share() (percent int64, ok bool) {
	if !l.Ram.Known || l.Ram.Ore <= 0 {
		return 0, false
	}
	most := int64(max(l.Allotted, l.Used, 0))
	percent = most * 100 / int64(l.Ram.Ore)
	if most > int64(l.Ram.Ore) && most*100%int64(l.Ram.Ore) != 0 {
		percent++
	}
	return percent, true
}
