package sqlite

import (
	"database/sql/driver"

	"itportfoljen/app/field"
)

// update gathers what is set on one record, so that a row is written once.
type update struct {
	table   *table
	id      field.ID
	columns []string
	values  []driver.Value
}

func (u *update) begin(t *table, id field.ID) { *u = update{table: t, id: id} }

func (u *update) of(t *table, id field.ID) bool { return u.table == t && u.id == id }

func (u *update) set(column string, v driver.Value) {
	for i, c := range u.columns {
		if c == column {
			u.values[i] = v
			return
		}
	}
	u.columns, u.values = append(u.columns, column), append(u.values, v)
}

func (u *update) value(column string) (driver.Value, bool) {
	for i, c := range u.columns {
		if c == column {
			return u.values[i], true
		}
	}
	return nil, false
}

// statement gives "" when nothing is set. A list alone still changes when the
// record was changed.
func (u *update) statement(changed string) (string, []driver.Value) {
	if u.table == nil {
		return "", nil
	}
	return u.table.update(u.columns), append(u.values, changed, string(u.id))
}
