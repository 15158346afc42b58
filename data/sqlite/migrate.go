package sqlite

import (
	"context"
	"database/sql/driver"
	"fmt"
	"path/filepath"
	"strings"
	"time"
)

// application marks a portfolio among SQLite files: "ITPF".
const application = 0x49545046

// migration takes a file from the schema before it to its own number.
type migration struct {
	number int
	name   string
	script string
}

// migrations are all there are, numbered from 1 without gaps. One that has
// been released is never changed.
var migrations = []migration{
	{1, "första schemat", migration0001},
}

func newest(list []migration) int { return list[len(list)-1].number }

// migrate carries out the migrations after schema from, each with its record
// in one transaction. Killed in between, the next opening goes on from there.
func migrate(ctx context.Context, c *conn, list []migration, from int, who string, now func() time.Time) error {
	for _, m := range list {
		if m.number <= from {
			continue
		}
		err := c.transaction("BEGIN IMMEDIATE", func() error {
			script := m.script + fmt.Sprintf("\n;PRAGMA application_id = %d; PRAGMA user_version = %d;", application, m.number)
			if err := c.run(ctx, script); err != nil {
				return fmt.Errorf("migration %04d: %w", m.number, err)
			}
			// Foreign keys are off so that a migration may rebuild a table.
			if table, err := c.one(ctx, "PRAGMA foreign_key_check"); err != nil || table != nil {
				return fmt.Errorf("migration %04d: foreign key violated in %v (%v)", m.number, table, err)
			}
			_, err := c.exec("INSERT INTO migration (number, name, at, who) VALUES (?, ?, ?, ?)",
				driver.Value(int64(m.number)), m.name, stamp(now()), who)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// backupName is where a file of an older schema is kept before a migration:
// "portfölj.före-migrering-1-2027-03-01.itp".
func backupName(path string, schema int, day string, again int) string {
	ext := filepath.Ext(path)
	name := fmt.Sprintf("%s.före-migrering-%d-%s", strings.TrimSuffix(path, ext), schema, day)
	if again > 0 {
		name += fmt.Sprintf("-%d", again+1)
	}
	return name + ext
}

// stamp writes a moment as every table keeps it.
func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }
