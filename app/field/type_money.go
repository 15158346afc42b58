package field

import (
	"fmt"
	"strconv"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
)

// moneyType is an amount in öre.
type moneyType struct{}

func (moneyType) traits() traits {
	return traits{name: "money", own: "Belopp", word: "kronor", prompt: "Belopp i kronor.", example: "1 234,50", jsonEnd: "_ore", sums: true}
}

func (moneyType) holds(v Value) bool { return is[money.Ore](v) }

// parse takes "250 000 kr/år", "ca 300 tkr" and "12 500:- exkl moms".
func (moneyType) parse(f *Field, _ World, s string, bare money.Unit) (Value, string, error) {
	r, err := money.Read(s, bare)
	switch {
	case err != nil:
		return nil, "", err
	case r.None:
		return nil, noted(r.Note, s), nil
	case r.Yearly && f.Whole:
		return nil, "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är ett belopp per år, och ”%s” är hela tidens. Skriv vad det blir tillsammans.", s, f.Label))
	}
	return r.Amount, noted(r.Note, s), nil
}

func (moneyType) decode(s string) (Value, error) {
	n, err := strconv.ParseInt(s, 10, 64)
	return money.Ore(n), err
}

func (moneyType) show(_ *Field, _ World, v Value) string { return v.(money.Ore).Kr() }

func (moneyType) exact(_ *Field, _ World, v Value) string { return v.(money.Ore).Exact() }

func (moneyType) rank(*Field, World) func(Value) Rank {
	return func(v Value) Rank { return Rank{N: int64(v.(money.Ore))} }
}

// MoneyField is an amount with its typed access.
type MoneyField struct{ *Field }

// Get gives the stored value, 0 when empty.
func (f MoneyField) Get(r *Record) money.Ore { return get[money.Ore](r, f.Field) }

// NewMoney declares an amount.
func NewMoney(k *Kind, key, label string, opts ...Opt) MoneyField {
	return MoneyField{New(k, Money, key, label, opts...)}
}
