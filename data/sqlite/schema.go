package sqlite

import (
	"context"
	"database/sql/driver"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/fault"
	"itportfoljen/app/field"
)

// The columns that every kind's table has besides its fields.
var ownColumns = []string{"id", "ref", "created", "changed", "free"}

// table is a kind as SQL: the statements are made from the catalogue, so that
// a new field needs its migration and nothing else.
type table struct {
	kind    *field.Kind
	scalars []*field.Field // with a column, in the order of the statements
	lists   []*field.Field
	byKey   map[string]*field.Field

	load, insert, remove string
}

func newTable(k *field.Kind) *table {
	t := &table{kind: k, byKey: map[string]*field.Field{}}
	columns := slices.Clone(ownColumns)
	for _, f := range k.Stored() {
		t.byKey[f.Key] = f
		if f.IsList() {
			t.lists = append(t.lists, f)
			continue
		}
		t.scalars = append(t.scalars, f)
		columns = append(columns, f.Key)
	}
	for i, c := range columns {
		columns[i] = quote(c)
	}
	name, list := quote(k.Name), strings.Join(columns, ",")
	t.load = "SELECT " + list + " FROM " + name
	t.insert = "INSERT INTO " + name + " (" + list + ") VALUES " + places(len(columns))
	t.remove = "DELETE FROM " + name + " WHERE id = ?"
	return t
}

// update is the statement that sets columns of one record.
func (t *table) update(columns []string) string {
	var b strings.Builder
	b.WriteString("UPDATE " + quote(t.kind.Name) + " SET ")
	for _, c := range columns {
		b.WriteString(quote(c) + " = ?, ")
	}
	b.WriteString("changed = ? WHERE id = ?")
	return b.String()
}

// row gives a record's values in the order of insert.
func (t *table) row(r *field.Record, into []driver.Value) []driver.Value {
	into = append(into[:0], string(r.ID), orNull(r.Ref), orNull(r.Created), orNull(r.Changed), packFree(r.FreeValues()))
	for _, f := range t.scalars {
		into = append(into, bind(r.Get(f)))
	}
	return into
}

func quote(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// places is "(?,?,?)".
func places(n int) string { return "(" + strings.Repeat("?,", n-1) + "?)" }

// drift tells which stored fields have no column in the file, as "table.column".
func drift(ctx context.Context, c *conn, kinds []*field.Kind) ([]string, error) {
	have := map[string]string{}
	const all = "SELECT m.name, p.name, p.type FROM sqlite_schema m, pragma_table_info(m.name) p WHERE m.type = 'table'"
	err := c.each(ctx, all, nil, func(row []driver.Value) error {
		have[text(row[0])+"."+text(row[1])] = text(row[2])
		return nil
	})
	if err != nil {
		return nil, err
	}
	var missing []string
	for _, k := range kinds {
		for _, name := range ownColumns {
			if have[k.Name+"."+name] != "TEXT" {
				missing = append(missing, k.Name+"."+name+" TEXT")
			}
		}
		for _, f := range k.Stored() {
			column := k.Name + "." + f.Key
			if !f.IsList() && have[column] != columnType(f) {
				missing = append(missing, column+" "+columnType(f))
			}
		}
	}
	return missing, nil
}

// verify refuses a file whose tables lack what the catalogue declares: the
// programmer forgot a migration.
func verify(ctx context.Context, c *conn, kinds []*field.Kind) error {
	missing, err := drift(ctx, c, kinds)
	if err != nil {
		return err
	}
	if len(missing) == 0 {
		return nil
	}
	return fault.Wrap(fault.Internal, "Programmet och filens uppbyggnad stämmer inte överens. Filen är orörd. Installera om programmet eller kontakta den som levererat det.",
		fmt.Errorf("sqlite: no migration adds %s", strings.Join(missing, ", ")))
}
