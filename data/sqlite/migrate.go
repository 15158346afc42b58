package sqlite

import (
	"context"
	"database/sql/driver"
	"fmt"
	"time"

	"itportfoljen/app/journal"
)

// application marks a portfolio among SQLite files: "ITPF".
const application = 0x49545046

// migration takes a file from the schema before it to its own number.
type migration struct {
	number int
	name   string
	script string
	// schema is the digest of the tables that there are after it, so that a file can be known
	// without making them; "": they are made to see. A test says what it is.
	schema string
	// move carries over what people have written, after the script and before the one
	// called after; nil: nothing is to be moved.
	move  func(ctx context.Context, c *conn, o Options) error
	after string
	// was is what the kinds kept before it, where that isn't what they keep after it.
	was []earlier
	// renamed are the words that entries before it have for what it gave other names.
	renamed []journal.Renamed
}

// migrations are all there are, numbered from 1 without gaps. One that has
// been released is never changed.
var migrations = []migration{
	{number: 1, name: "första schemat", script: migration0001},
	{number: 2, name: "beslut och svar", script: migration0002},
	{number: 3, name: "leverantörer och avtal", script: migration0003, move: moveAgreements, after: migration0003after, was: before0003},
	{number: 4, name: "sparade vyer", script: migration0004},
	{number: 5, name: "svar vid inläsning", script: migration0005},
	{number: 6, name: "avtalen hela", script: migration0006},
	{number: 7, name: "tjänster, servicenivåer och licenser", script: migration0007},
	{number: 8, name: "styrdokument, plattform och undantag", script: migration0008},
	{number: 9, name: "integrationer", script: migration0009},
	{number: 10, name: "användning, förvaltningsobjekt och uppdrag", script: migration0010},
	{number: 11, name: "före och under drift", script: migration0011},
	{number: 12, name: "dokument", script: migration0012},
	{number: 13, name: "etiketter och egna fält", script: migration0013, schema: "157de346779bd526ac5ab10feb1f66a4"},
	{number: 14, name: "taggar", script: migration0014, schema: "ef7af23938068898d71658ce4bc52190", move: moveTags},
	{number: 15, name: "krav före drift", script: migration0015, schema: "610c7045409ef1f3d0a926eaeae3a344"},
	{number: 16, name: "bekräftelser och upphandling", script: migration0016, schema: "c6c10cc0af2c07d113a342a6e96dce8e"},
	{number: 17, name: "forum och möten", script: migration0017},
	{number: 18, name: "beslutsfattare och klass", script: migration0018},
	{number: 19, name: "mål, etapper, lägen och risker", script: migration0019},
	{number: 20, name: "planer och program", script: migration0020, schema: "8b6c51536b0e98c1297ac0dc545b5ffc"},
	{number: 21, name: "huvudböcker och konteringsregler", script: migration0021, schema: "c5069f82e6eb67cfa072bc4b99881b3d"},
	{number: 22, name: "systemförvaltningsplaner och program", script: migration0022, schema: "aca823125f7ee2130c13054ac2a83680"},
	{number: 23, name: "kostnadsrader", script: migration0023, schema: "ae1f1d0339cee8f86633b1bbd41a7132"},
	{number: 24, name: "utfall ur huvudböcker", script: migration0024, schema: "35f7b19c0713101d09c9403f17e34337"},
	{number: 25, name: "åtgärder och avvikelser", script: migration0025, schema: "3af5a29fb7da161d299e3c212f11a10e"},
	{number: 26, name: "låsta lägen", script: migration0026, schema: "eb35958c68315f1f0d517cdde32e0f55"},
	{number: 27, name: "ramar", script: migration0027, schema: "b3393c9d1cec8d45604e5f7c9d70e399"},
	{number: 28, name: "standardval", script: `ALTER TABLE "saved_view" ADD COLUMN "standard" INTEGER`, schema: "9036bab1a2fea95025f197ff89e13713"},
}

// renamed are the words that any of the migrations has changed.
func renamed(list []migration) (out []journal.Renamed) {
	for _, m := range list {
		out = append(out, m.renamed...)
	}
	return out
}

func newest(list []migration) int { return list[len(list)-1].number }

// migrate carries out the migrations after schema from, each with its record
// in one transaction, with an entry of what it changes and the sums made anew. Killed
// in between, the next opening goes on from there. A file that is being built has no
// name here.
func migrate(ctx context.Context, c *conn, file string, from int, o Options, tables ...*table) error {
	seen := watch{tables: tables}
	if err := seen.begin(ctx, c, from); err != nil {
		return err
	}
	for _, m := range o.migrations {
		if m.number <= from {
			continue
		}
		err := c.transaction("BEGIN IMMEDIATE", func() error {
			if err := m.run(ctx, c, file, o); err != nil {
				return err
			}
			if err := seen.note(ctx, c, m, o); err != nil {
				return err
			}
			return resumAs(ctx, c, m.number, o, tables)
		})
		if err != nil {
			return fmt.Errorf("migration %04d: %w", m.number, err)
		}
	}
	return nil
}

// resumAs makes the sums anew by the kinds of a version on the way to the newest.
func resumAs(ctx context.Context, c *conn, version int, o Options, tables []*table) error {
	if len(tables) == 0 || version == newest(o.migrations) {
		return resum(ctx, c, tables)
	}
	then, err := o.at(ctx, version)
	if err != nil {
		return err
	}
	return resum(ctx, c, newStore(then).tables)
}

func (m migration) run(ctx context.Context, c *conn, file string, o Options) error {
	if m.number > 1 {
		if _, err := c.remark(ctx, file); err != nil {
			return err
		}
	}
	if err := c.run(ctx, m.script); err != nil {
		return err
	}
	if m.move != nil {
		if err := m.move(ctx, c, o); err != nil {
			return err
		}
	}
	if err := c.run(ctx, m.after+fmt.Sprintf("\n;PRAGMA application_id = %d; PRAGMA user_version = %d;", application, m.number)); err != nil {
		return err
	}
	if m.number == 1 {
		if _, err := c.exec(insertMark, mark{}.next().bytes()); err != nil {
			return err
		}
	}
	// Foreign keys are off so that a migration may rebuild a table.
	if table, err := c.one(ctx, "PRAGMA foreign_key_check"); err != nil || table != nil {
		return fmt.Errorf("foreign key violated in %v (%v)", table, err)
	}
	if _, err := c.exec("INSERT INTO migration (number, name, at, who) VALUES (?, ?, ?, ?)",
		driver.Value(int64(m.number)), m.name, stamp(o.Clock()), o.Who); err != nil || m.number < marksEntry {
		return err
	}
	entry, err := newestEntry(ctx, c)
	if err != nil || entry == 0 { // a file that is being built has no past
		return err
	}
	return c.markEntry(m.number, entry)
}

// markEntry says in a migration's row which entry was the newest before it.
func (c *conn) markEntry(number int, entry int64) error {
	_, err := c.exec("UPDATE migration SET entry = ? WHERE number = ?", entry, int64(number))
	return err
}

// stamp writes a moment as every table keeps it.
func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }
