package storetest

import (
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
)

// makers is the table of how a value of each type is made.
var makers = [field.TypeCount]func(v *Values) field.Value{
	field.Text:     (*Values).anyText,
	field.LongText: (*Values).anyText,
	field.Tags:     func(v *Values) field.Value { return v.tags() },
	field.Number:   (*Values).anyNumber,
	field.Decimal:  (*Values).anyNumber,
	field.Money:    func(v *Values) field.Value { return money.Ore(v.number()) },
	field.Date:     func(v *Values) field.Value { return v.day() },
	field.Year:     (*Values).anyNumber,
	field.Choice:   (*Values).anyText,
	field.Level:    (*Values).anyNumber,
	field.Bool:     func(v *Values) field.Value { return v.rng.IntN(2) == 0 },
	field.Person:   func(v *Values) field.Value { return v.pick(v.Persons) },
	field.Unit:     func(v *Values) field.Value { return v.pick(v.Units) },
	field.Ref:      func(v *Values) field.Value { return v.pick(v.among) },
	field.Refs:     func(v *Values) field.Value { return v.picks() },
	field.Roles:    func(v *Values) field.Value { return v.holdings() },
}
