package economy

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// whole is all of a cost, in hundredths of a per cent.
const whole = 100_00

// Payer is a unit that pays a part of a cost.
type Payer struct {
	Unit  field.ID
	Share int64 // hundredths of a per cent
}

// Payers are those that a cost says, in the order of their names; nil where it says none.
func Payers(w field.World, cost field.ID) (out []Payer) {
	for _, r := range w.Pointing(PayerOf.Field, cost) {
		unit := PayerUnit.Get(r)
		if i := slices.IndexFunc(out, func(p Payer) bool { return p.Unit == unit }); i >= 0 {
			out[i].Share += PayerShare.Get(r) // two units that have become one
			continue
		}
		out = append(out, Payer{unit, PayerShare.Get(r)})
	}
	slices.SortStableFunc(out, func(a, b Payer) int {
		return cmp.Or(text.Compare(w.Label(a.Unit), w.Label(b.Unit)), cmp.Compare(a.Unit, b.Unit))
	})
	return out
}

// payersText is how the payers of a cost are written: "Skola 40 %; Vård 60 %".
func payersText(w field.World, c *field.Record) field.Value {
	var parts []string
	for _, p := range Payers(w, c.ID) {
		parts = append(parts, w.Exact(p.Unit)+" "+PayerShare.Exact(w, p.Share)+" %")
	}
	if parts == nil {
		return nil
	}
	return strings.Join(parts, "; ")
}

var (
	rePayer = regexp.MustCompile(`^(.*?)\s*[:=]?\s*\(?(\d+(?:[.,]\d+)?)\s*%\)?$`)
	reLast  = regexp.MustCompile(`^(.*\S)\s*[:=\s]\s*(\d+(?:[.,]\d+)?)$`)
)

// ReadPayers reads payers as people write them: "Vård 60 %; Skola 40 %". A unit alone pays
// all of it. Shares that don't come to 100 % are refused, and units that aren't there.
func ReadPayers(w field.World, s string) ([]Payer, error) {
	var out []Payer
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == '\n' })
	var sum int64
	for _, part := range parts {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		name, share := part, ""
		if unitNamed(w, part) == nil { // a name may end with a number
			for _, re := range []*regexp.Regexp{rePayer, reLast} {
				if m := re.FindStringSubmatch(part); m != nil {
					name, share = strings.TrimRight(m[1], ":= "), m[2]
					break
				}
			}
		}
		u := unitNamed(w, name)
		if u == nil {
			return nil, fault.New(fault.NotFound, fmt.Sprintf("Enheten ”%s” finns inte, eller så heter flera så. Inget har ändrats. Skriv till exempel Vård 60 %%; Skola 40 %%.", text.Shorten(name, 60)))
		}
		p := Payer{Unit: u.ID, Share: whole}
		switch {
		case share != "":
			v, _, err := PayerShare.Parse(w, share, money.Kr)
			if err != nil {
				return nil, err
			}
			p.Share, _ = v.(int64)
		case len(parts) > 1:
			return nil, fault.New(fault.Invalid, fmt.Sprintf("Andelen för %s saknas. Inget har ändrats. Skriv till exempel Vård 60 %%; Skola 40 %%.", u.Name()))
		}
		if slices.ContainsFunc(out, func(o Payer) bool { return o.Unit == p.Unit }) {
			return nil, fault.New(fault.Invalid, fmt.Sprintf("%s står två gånger bland dem som betalar. Inget har ändrats. Skriv enheten en gång.", u.Name()))
		}
		out, sum = append(out, p), sum+p.Share
	}
	if out != nil {
		if err := all(w, sum); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// all holds that shares come to the whole.
func all(w field.World, sum int64) error {
	if sum == whole {
		return nil
	}
	return fault.New(fault.Invalid, fmt.Sprintf("Andelarna blir %s %% och ska bli 100. Inget har ändrats. Skriv alla som betalar och deras andelar på en gång, till exempel Vård 60 %%; Skola 40 %%.", PayerShare.Show(w, sum)))
}

// unitNamed is the unit that a text means, nil for none and for several.
func unitNamed(w field.World, name string) (found *field.Record) {
	key := text.Key(name)
	for _, u := range w.All(org.UnitKind) {
		if text.Key(w.Exact(u.ID)) == key || u.Ref != "" && text.Key(u.Ref) == key {
			return u
		}
	}
	for _, u := range w.All(org.UnitKind) {
		if text.Key(u.Name()) == key {
			if found != nil {
				return nil
			}
			found = u
		}
	}
	return found
}

// setPayers gives the changes that make the payers of a cost those of a text: what is the same
// is left as it is.
func setPayers(w field.World, c *field.Record, v field.Value) (changes []field.Change, err error) {
	s, _ := v.(string)
	want, err := ReadPayers(w, s)
	if err != nil {
		return nil, err
	}
	for _, r := range w.Pointing(PayerOf.Field, c.ID) {
		i := slices.IndexFunc(want, func(p Payer) bool { return p.Unit == PayerUnit.Get(r) })
		if i < 0 {
			changes = append(changes, field.Change{Op: field.Delete, Kind: PayerKind, ID: r.ID})
			continue
		}
		set, err := PayerShare.Assign(w, r, 0, want[i].Share)
		if err != nil {
			return nil, err
		}
		changes, want = append(changes, set...), slices.Delete(want, i, i+1)
	}
	for _, p := range want {
		r := field.NewRecord(PayerKind, w.NewID()).Put(PayerOf.Field, c.ID).Put(PayerUnit.Field, p.Unit).Put(PayerShare.Field, p.Share)
		changes = append(changes, field.Change{Op: field.Create, Kind: PayerKind, ID: r.ID, Record: r, Owner: c.ID})
	}
	return changes, nil
}

// holdShares holds that the payers of each cost that changes come to all of it.
func holdShares(tx *field.Tx) error {
	asked := map[field.ID]bool{}
	ask := func(r *field.Record) error {
		if r == nil || r.Kind != PayerKind || asked[PayerOf.Get(r)] {
			return nil
		}
		cost := PayerOf.Get(r)
		asked[cost] = true
		payers := Payers(tx, cost)
		if payers == nil || tx.Get(cost) == nil {
			return nil
		}
		var sum int64
		for _, p := range payers {
			if p.Share < 0 {
				return fault.New(fault.Invalid, "En andel kan inte vara mindre än noll. Inget har ändrats. Skriv andelar mellan 0 och 100 %.")
			}
			sum += p.Share
		}
		return all(tx, sum)
	}
	for _, id := range tx.Touched() {
		for _, r := range []*field.Record{tx.Now()[id], tx.Gone(id)} {
			if err := ask(r); err != nil {
				return err
			}
		}
	}
	return nil
}

// Portion is a part of what an owner costs that something else stands for.
type Portion struct {
	To     field.ID // what it goes to
	Weight int64
}

// passing says, by kind of owner, how its costs are passed on to others.
var passing = map[*field.Kind]func(w field.World, owner *field.Record) []Portion{}

// Pass declares that the costs of what is of kind k go on to others: they are counted once,
// with those and not with the owner. Weights come to what is whole, the rest staying with
// the owner, whose own portion has its own ID.
func Pass(k *field.Kind, how func(w field.World, owner *field.Record) []Portion) { passing[k] = how }

// Portions are what the costs of an owner go to; the owner alone, where they go nowhere.
func Portions(w field.World, owner *field.Record) []Portion {
	if how := passing[owner.Kind]; how != nil {
		if out := how(w, owner); len(out) > 0 {
			return out
		}
	}
	return []Portion{{owner.ID, 1}}
}

// Borne is what of an amount something bears.
type Borne struct {
	By     field.ID // what Portions or Payers say; "" for no unit
	Amount money.Ore
}

// Split parts an amount of owner's among what it goes to, with no öre over.
func Split(w field.World, owner *field.Record, amount money.Ore) []Borne {
	portions := Portions(w, owner)
	weights := make([]int64, len(portions))
	for i, p := range portions {
		weights[i] = p.Weight
	}
	out := make([]Borne, len(portions))
	for i, part := range money.Split(amount, weights) {
		out[i] = Borne{portions[i].To, part}
	}
	return out
}

// Bear adds what counts of owner's rows of a year and type, "" for both, by the first of some
// amounts that each has, and parts each among what the owner's costs go to.
func Bear(w field.World, owner *field.Record, year int, typ string, amounts ...field.MoneyField) (out []Borne) {
	rows := Rows(w, owner.ID)
	n := Counting(w, rows)
	for _, c := range rows {
		if CostYear.Get(c) != int64(year) || typ != "" && CostType.Get(c) != typ {
			continue
		}
		v, ok := n.First(c, amounts...)
		if !ok {
			continue
		}
		for _, b := range Split(w, owner, v) {
			if i := slices.IndexFunc(out, func(o Borne) bool { return o.By == b.By }); i >= 0 {
				out[i].Amount += b.Amount
			} else {
				out = append(out, b)
			}
		}
	}
	return out
}

// Bearers parts an amount of a cost among the units that pay it, with no öre over: those that
// the row says, else the unit that its owner belongs to or, where what the owner costs goes on
// to others, the units that those belong to.
func Bearers(w field.World, c *field.Record, amount money.Ore) (out []Borne) {
	return borne(PartingOf(w, c).Of(amount), func(s Shard) field.ID { return s.Payer })
}

// Homes parts an amount of a cost among the units that it is a cost of, whoever pays: the unit
// that its owner belongs to or, where what the owner costs goes on to others, those that they
// belong to. "" is no unit.
func Homes(w field.World, c *field.Record, amount money.Ore) (out []Borne) {
	return borne(PartingOf(w, c).Of(amount), func(s Shard) field.ID { return s.Unit })
}

func borne(shards []Shard, by func(Shard) field.ID) (out []Borne) {
	for _, s := range shards {
		if i := slices.IndexFunc(out, func(b Borne) bool { return b.By == by(s) }); i >= 0 {
			out[i].Amount += s.Amount
		} else {
			out = append(out, Borne{by(s), s.Amount})
		}
	}
	return out
}
