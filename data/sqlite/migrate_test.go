package sqlite

import (
	"bytes"
	"database/sql/driver"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

// TestCatalogueAndMigrationsAgree fails when a field has been declared without
// a migration that adds its column.
func TestCatalogueAndMigrationsAgree(t *testing.T) {
	c, err := connect(t.Context(), emptyFile(t), building)
	if err != nil {
		t.Fatal(err)
	}
	defer c.close()
	if err := migrate(t.Context(), c, "", 0, me.withDefaults()); err != nil {
		t.Fatal(err)
	}
	missing, err := drift(t.Context(), c, app.Kinds)
	if err != nil {
		t.Fatal(err)
	}
	if len(missing) != 0 {
		t.Errorf("no migration adds %q: give them columns in a new one, last in migrations (CONTRIBUTING.md, En migrering)", missing)
	}
	for i, m := range migrations {
		if m.number != i+1 || m.name == "" {
			t.Errorf("migration %d is number %d, %q", i+1, m.number, m.name)
		}
	}
}

func emptyFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "tom.itp")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestDriftNamesWhatIsMissing(t *testing.T) {
	k := field.NewKind(field.Kind{Name: "unit"})
	field.NewText(k, "name", "Namn")
	field.NewNumber(k, "code", "Text i filen")
	field.NewText(k, "shoe_size", "Ny")
	field.NewRefs(k, "lists", "Har ingen kolumn")
	path := closed(t, 1)
	o := me
	o.Kinds = []*field.Kind{k}
	_, err := Open(t.Context(), path, o)
	if fault.CodeOf(err) != fault.Internal || !strings.Contains(cause(err).Error(), "unit.code INTEGER, unit.shoe_size TEXT") {
		t.Errorf("%v (%v)", err, cause(err))
	}
}

var later = append(migrations[:len(migrations):len(migrations)],
	migration{number: len(migrations) + 1, name: "en kolumn", script: `ALTER TABLE unit ADD COLUMN shoe_size TEXT; UPDATE unit SET shoe_size = '42'`},
	migration{number: len(migrations) + 2, name: "en tabell", script: `CREATE TABLE extra (id TEXT) STRICT`},
)

func TestMigrate(t *testing.T) {
	path := closed(t, 3)
	old, _ := os.ReadFile(path)
	o := me
	o.migrations = later
	s := open(t, path, o)
	info := s.Info()
	want := filepath.Join(filepath.Dir(path), fmt.Sprintf("portfölj.före-migrering-%d-2027-03-01.itp", newest(migrations)))
	if info.Migrated != want || info.Schema != newest(later) || info.ReadOnly {
		t.Errorf("info %+v, want a backup at %s", info, want)
	}
	if n := records(t, s); n != 3 {
		t.Errorf("%d records after the migration", n)
	}
	var done []string
	err := s.readers.with(t.Context(), func(c *conn) error {
		return c.each(t.Context(), "SELECT name || ' av ' || who FROM migration ORDER BY number", nil, func(row []driver.Value) error {
			done = append(done, text(row[0]))
			return nil
		})
	})
	if err != nil || len(done) != len(later) || done[len(done)-1] != "en tabell av "+me.Who {
		t.Errorf("recorded %q, %v", done, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s = open(t, path, o); s.Info().Migrated != "" {
		t.Error("migrated twice")
	}
	s.Close()
	if _, err := Open(t.Context(), path, me); fault.CodeOf(err) != fault.TooNew {
		t.Errorf("the older program got %v", err)
	}
	if backup := open(t, want, me); records(t, backup) != 3 || backup.Info().Schema != newest(migrations) {
		t.Errorf("the backup is %+v", backup.Info())
	}
	again := filepath.Join(filepath.Dir(path), "igen.itp")
	if err := os.WriteFile(again, old, 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 { // a backup of the same name stays
		if err := os.WriteFile(again, old, 0o600); err != nil {
			t.Fatal(err)
		}
		open(t, again, o).Close()
	}
	if got := strings.Join(inFolder(t, again), " "); !strings.Contains(got, fmt.Sprintf("igen.före-migrering-%d-2027-03-01-2.itp", newest(migrations))) {
		t.Errorf("no second backup among %s", got)
	}
}

func TestFailedMigrationChangesNothing(t *testing.T) {
	path := closed(t, 3)
	o := me
	o.migrations = append(later[:len(later):len(later)], migration{number: newest(later) + 1, name: "fel", script: "CREATE TABLE half (id TEXT) STRICT; INSERT INTO ingenting VALUES (1)"})
	_, err := Open(t.Context(), path, o)
	if fault.CodeOf(err) != fault.Internal {
		t.Errorf("%v (%v)", err, cause(err))
	}
	o.migrations = later // those before it stand, each by itself
	s := open(t, path, o)
	if s.Info().Migrated != "" || records(t, s) != 3 {
		t.Errorf("after the failure: %+v", s.Info())
	}
	err = s.readers.with(t.Context(), func(c *conn) error {
		n, err := c.number(t.Context(), "SELECT count(*) FROM sqlite_schema WHERE name = 'half'")
		if n != 0 {
			err = errors.New("half a migration was left")
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func TestMigrationNeedsToWrite(t *testing.T) {
	holder := create(t)
	o := me
	o.migrations = later
	before, _ := os.ReadFile(holder.file)
	if _, err := Open(t.Context(), holder.Info().Path, o); fault.CodeOf(err) != fault.Locked {
		t.Errorf("%v (%v)", err, cause(err))
	}
	if after, _ := os.ReadFile(holder.file); !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
}

// TestWhatFilesAreKnownBy: the digest that a migration has is that of the tables that it and
// those before it make.
func TestWhatFilesAreKnownBy(t *testing.T) {
	o := me.withDefaults()
	for _, m := range migrations {
		if m.schema == "" {
			continue
		}
		made := o.upTo(m.number)
		last := &made.migrations[len(made.migrations)-1]
		last.schema = ""
		if is, err := made.digest(t.Context(), m.number); err != nil || is != m.schema {
			t.Errorf("migration %d: schema is %q, not %q (%v)", m.number, is, m.schema, err)
		}
	}
	if all := migrations; all[len(all)-1].schema == "" {
		t.Error("the newest has no digest: every opening makes all tables to see what they are")
	}
}
