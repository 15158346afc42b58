package sqlite

import (
	"bytes"
	"os"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
)

// TestHostileSchema: a file that others have built into isn't opened, whatever
// it is opened for.
func TestHostileSchema(t *testing.T) {
	for name, script := range map[string]string{
		"a trigger":        "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM system; END",
		"a view":           "CREATE VIEW v AS SELECT * FROM system",
		"an endless view":  "ALTER TABLE frame RENAME TO old; CREATE VIEW frame AS WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n AS id, '' AS ref, '' AS created, '' AS changed, NULL AS free, 1 AS portfolio, 1 AS year, 1 AS amount FROM r",
		"another table":    "CREATE TABLE more (x)",
		"another index":    "CREATE INDEX more ON system (name)",
		"another column":   "ALTER TABLE system ADD COLUMN more TEXT",
		"a generated one":  "ALTER TABLE system ADD COLUMN more TEXT AS (hex(zeroblob(1000000000)))",
		"a virtual table":  "CREATE VIRTUAL TABLE more USING fts5 (x)",
		"a check":          "DROP TABLE frame; CREATE TABLE \"frame\" (id TEXT PRIMARY KEY NOT NULL, ref TEXT UNIQUE, created TEXT, changed TEXT, free TEXT, portfolio TEXT, year INTEGER, amount INTEGER CHECK (length(hex(zeroblob(1000000000))) > 0)) STRICT",
		"hundreds of them": hundreds(),
		"a mark elsewhere": "PRAGMA auto_vacuum = FULL; VACUUM",
	} {
		t.Run(name, func(t *testing.T) {
			path := closed(t, 3)
			c, err := connect(t.Context(), path, "mode=rw")
			if err != nil {
				t.Fatal(err)
			}
			err = c.run(t.Context(), script)
			c.close()
			if err != nil {
				t.Skip("SQLite refuses it itself:", err)
			}
			before, _ := os.ReadFile(path)
			for _, a := range []app.Access{app.ToRead, app.ToEdit, app.ToWrite} {
				o := me
				o.Access = a
				s, err := Open(t.Context(), path, o)
				if err == nil {
					s.Close()
				}
				if fault.CodeOf(err) != fault.Unreadable {
					t.Errorf("code %q: %v (%v)", fault.CodeOf(err), err, cause(err))
				}
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) || len(inFolder(t, path)) != 1 {
				t.Errorf("the file was changed, or left %q", inFolder(t, path))
			}
		})
	}
}

func hundreds() string {
	var b bytes.Buffer
	for _, id := range many("t")[:300] {
		b.WriteString("CREATE TABLE " + id + " (x);")
	}
	return b.String()
}
