package view

import (
	"strconv"
	"strings"

	"itportfoljen/app/field"
)

// ColumnID names a column in what is remembered of a list: the field's key, or key:year.
func ColumnID(c field.Column) string {
	if c.Year != 0 {
		return c.Field.Key + ":" + strconv.Itoa(c.Year)
	}
	return c.Field.Key
}

// ColumnOf finds a column of k by its ID; ok is false when the kind has no such field.
func ColumnOf(w field.World, k *field.Kind, id string) (c field.Column, ok bool) {
	key, year, dated := strings.Cut(id, ":")
	if dated {
		var err error
		if c.Year, err = strconv.Atoi(year); err != nil {
			return field.Column{}, false
		}
	}
	for _, f := range w.Fields(k) {
		if f.Key == key {
			c.Field = f
		}
	}
	if c.Field == nil || dated && !c.Field.Yearly {
		return field.Column{}, false
	}
	return c, true
}

// Order is a column that a list is ordered by; one without a field is the order of
// references.
type Order struct {
	Column field.Column
	Desc   bool
}
