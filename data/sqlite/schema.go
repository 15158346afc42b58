package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql/driver"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

// The columns that every kind's table has besides its fields.
var ownColumns = []string{"id", "ref", "created", "changed", "free", "sum"}

// table is a kind as SQL: the statements are made from the catalogue, so that
// a new field needs its migration and nothing else.
type table struct {
	kind    *field.Kind
	scalars []*field.Field // with a column, in the order of the statements
	lists   []*field.Field
	byKey   map[string]*field.Field

	load, loadOne, insert, remove, sumOf, setSum string
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
	t.loadOne = t.load + " WHERE id = ?"
	t.remove = "DELETE FROM " + name + " WHERE id = ?"
	t.sumOf = "SELECT sum FROM " + name + " WHERE id = ?"
	t.setSum = "UPDATE " + name + " SET sum = ? WHERE id = ?"
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
func (t *table) row(r *field.Record, s sum, into []driver.Value) []driver.Value {
	into = append(into[:0], string(r.ID), orNull(r.Ref), orNull(r.Created), orNull(r.Changed), packFree(r.FreeValues()), s[:])
	for _, f := range t.scalars {
		into = append(into, bind(f, r.Get(f)))
	}
	return into
}

func quote(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// places is "(?,?,?)".
func places(n int) string { return "(" + strings.Repeat("?,", n-1) + "?)" }

// drift tells which stored fields have no column, as "table.column TYPE".
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
			want := "TEXT"
			if name == "sum" {
				want = "BLOB"
			}
			if have[k.Name+"."+name] != want {
				missing = append(missing, k.Name+"."+name+" "+want)
			}
		}
		for _, f := range k.Stored() {
			column := k.Name + "." + f.Key
			if want := forms[f.Type].column; !f.IsList() && have[column] != want {
				missing = append(missing, column+" "+want)
			}
		}
	}
	return missing, nil
}

// recognise refuses a file whose tables aren't just those that the program
// makes: a trigger, a view or a generated column runs what somebody else has
// written. Nothing but the list of tables has been read by then.
func (s *Store) recognise(ctx context.Context, c *conn, version int) error {
	want, err := s.options.digest(ctx, version)
	if err != nil {
		return err
	}
	have, err := schemaOf(ctx, c, mostObjects)
	if err != nil {
		return err
	}
	if digestOf(have) == want {
		return s.options.covers(ctx, c, version)
	}
	return about(fault.Unreadable, foreignText, s.shown, fmt.Errorf("sqlite: the schema isn't that of version %d", version))
}

// mostObjects is more tables, indexes and triggers than any version has.
const mostObjects = 400

// digest is that of the tables of a version.
func (o Options) digest(ctx context.Context, version int) (string, error) {
	upTo := o.upTo(version).migrations
	if kept := upTo[len(upTo)-1].schema; kept != "" {
		return kept, nil
	}
	made, err := o.upTo(version).shape(ctx)
	if err != nil {
		return "", err
	}
	return made.digest, nil
}

func digestOf(schema []string) string {
	sum := sha256.Sum256([]byte(strings.Join(schema, "\x01")))
	return hex.EncodeToString(sum[:16])
}

// covers makes sure that the tables of the newest version hold all that the catalogue
// declares: else the programmer forgot a migration.
func (o Options) covers(ctx context.Context, c *conn, version int) error {
	if version < newest(o.migrations) {
		return nil
	}
	missing, err := drift(ctx, c, o.Kinds)
	if err != nil || len(missing) == 0 {
		return err
	}
	return fault.Wrap(fault.Internal, "Programmet och filens uppbyggnad stämmer inte överens. Filen är orörd. Installera om programmet eller kontakta den som levererat det.",
		fmt.Errorf("sqlite: no migration adds %s", strings.Join(missing, ", ")))
}

// schemaOf lists what a file is made of, at most so many of it; 0 for all. The
// mark's page is part of it: on another page, as in a file that SQLite shrinks
// by itself, it would tell nothing of a journal.
func schemaOf(ctx context.Context, c *conn, most int) ([]string, error) {
	var out []string
	limit := int64(most)
	if most == 0 {
		limit = -1
	}
	const all = "SELECT type, name, tbl_name, substr(sql, 1, 100000), CASE name WHEN 'mark' THEN rootpage ELSE '' END || '' FROM sqlite_schema ORDER BY name, type LIMIT ?"
	err := c.each(ctx, all, []driver.Value{limit}, func(row []driver.Value) error {
		out = append(out, strings.Join([]string{text(row[0]), text(row[1]), text(row[2]), text(row[3]), text(row[4])}, "\x00"))
		return nil
	})
	return out, err
}
