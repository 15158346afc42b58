package sqlite

import (
	"database/sql/driver"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
)

// form is how values of a type lie in the file: in a column of their kind's table, or
// when they are lists each item in a row of a table for all such lists. Values that
// are given to it are never empty, and columns never NULL.
type form struct {
	column string // the SQLite type of the column
	bind   func(v field.Value) driver.Value
	read   func(f *field.Field, v driver.Value) (field.Value, error)
	recurs bool // the same texts in record after record: one copy of each is kept

	list string // the table of lists
	add  func(c *conn, owner field.ID, key string, v field.Value) error
}

// forms is the table of the types.
var forms = [field.TypeCount]form{
	field.Text:     {column: "TEXT", bind: asItIs, read: as[string]},
	field.LongText: {column: "TEXT", bind: asItIs, read: as[string]},
	field.Tags:     {column: "TEXT", bind: asItIs, read: as[string], recurs: true},
	field.Number:   {column: "INTEGER", bind: asItIs, read: as[int64]},
	field.Decimal:  {column: "INTEGER", bind: asItIs, read: as[int64]},
	field.Money:    {column: "INTEGER", bind: bindMoney, read: readMoney},
	field.Date:     {column: "TEXT", bind: bindDate, read: readDate},
	field.Year:     {column: "INTEGER", bind: asItIs, read: as[int64]},
	field.Choice:   {column: "TEXT", bind: asItIs, read: as[string], recurs: true},
	field.Level:    {column: "INTEGER", bind: asItIs, read: as[int64]},
	field.Bool:     {column: "INTEGER", bind: bindBool, read: readBool},
	field.Person:   {column: "TEXT", bind: bindID, read: readID, recurs: true},
	field.Unit:     {column: "TEXT", bind: bindID, read: readID, recurs: true},
	field.Ref:      {column: "TEXT", bind: bindID, read: readID, recurs: true},
	field.Roles:    {list: holdingTable, add: addHoldings},
	field.Refs:     {list: linkTable, add: addLinks},
}

// The tables of lists; lists.read knows their columns.
const (
	holdingTable = "holding"
	linkTable    = "link"
)

func asItIs(v field.Value) driver.Value { return v }

func as[T any](f *field.Field, v driver.Value) (field.Value, error) {
	if _, ok := v.(T); !ok {
		return nil, misread(f, v)
	}
	return v, nil
}

func bindMoney(v field.Value) driver.Value { return int64(v.(money.Ore)) }

func readMoney(f *field.Field, v driver.Value) (field.Value, error) {
	n, ok := v.(int64)
	if !ok {
		return nil, misread(f, v)
	}
	return money.Ore(n), nil
}

func bindBool(v field.Value) driver.Value {
	if v.(bool) {
		return int64(1)
	}
	return int64(0)
}

func readBool(f *field.Field, v driver.Value) (field.Value, error) {
	n, ok := v.(int64)
	if !ok || n < 0 || n > 1 {
		return nil, misread(f, v)
	}
	return n == 1, nil
}

func bindID(v field.Value) driver.Value { return string(v.(field.ID)) }

func readID(f *field.Field, v driver.Value) (field.Value, error) {
	s, ok := v.(string)
	if !ok {
		return nil, misread(f, v)
	}
	return field.ID(s), nil
}

func bindDate(v field.Value) driver.Value { return v.(date.Date).String() }

func readDate(f *field.Field, v driver.Value) (field.Value, error) {
	s, _ := v.(string)
	d, err := parseDay(s)
	if err != nil {
		return nil, misread(f, v)
	}
	return d, nil
}

func addHoldings(c *conn, owner field.ID, key string, v field.Value) error {
	for i, h := range v.([]field.Holding) {
		if _, err := c.exec(insertHolding, string(owner), key, int64(i), string(h.Person), day(h.From), day(h.To)); err != nil {
			return err
		}
	}
	return nil
}

func addLinks(c *conn, owner field.ID, key string, v field.Value) error {
	for i, id := range v.([]field.ID) {
		if _, err := c.exec(insertLink, string(owner), key, int64(i), string(id)); err != nil {
			return err
		}
	}
	return nil
}
