package sqlite

import (
	"database/sql/driver"
	"strings"

	"itportfoljen/app/field"
)

// bulk inserts rows, several per statement.
type bulk struct {
	c     *conn
	into  string // "table (columns)"
	width int
	args  []driver.Value
}

// bulkRows is few: the driver looks parameters up one by one.
const bulkRows = 8

func (b *bulk) add(row ...driver.Value) error {
	b.args = append(b.args, row...)
	if len(b.args) < bulkRows*b.width {
		return nil
	}
	return b.insert(bulkRows)
}

// flush inserts what is left.
func (b *bulk) flush() error {
	for len(b.args) > 0 {
		if err := b.insert(1); err != nil {
			return err
		}
	}
	return nil
}

func (b *bulk) insert(rows int) error {
	n := rows * b.width
	query := "INSERT INTO " + b.into + " VALUES " + places(b.width) + strings.Repeat(","+places(b.width), rows-1)
	_, err := b.c.exec(query, b.args[:n]...)
	b.args = append(b.args[:0], b.args[n:]...)
	return err
}

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
