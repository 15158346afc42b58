package sqlite

import (
	"context"
	"database/sql/driver"
	"fmt"
	"slices"

	"itportfoljen/app"
)

// Suppliers and agreements, which were texts of the systems. Each name that was
// written becomes a supplier, spelled as it was; systems share an agreement only when
// somebody says so.
const migration0003 = `
CREATE TABLE "supplier" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"org_number" TEXT,
	"web" TEXT,
	"contact" TEXT,
	"email" TEXT,
	"phone" TEXT,
	"incident_contact" TEXT,
	"notes" TEXT
) STRICT;

CREATE TABLE "agreement" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"supplier" TEXT REFERENCES "supplier" (id) DEFERRABLE INITIALLY DEFERRED,
	"state" TEXT,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"number" TEXT,
	"value" INTEGER,
	"start" TEXT,
	"end" TEXT,
	"terms" TEXT,
	"notice_months" INTEGER,
	"renewal_months" INTEGER,
	"notice_on" TEXT,
	"notes" TEXT
) STRICT;
CREATE INDEX "agreement_supplier" ON "agreement" ("supplier") WHERE "supplier" IS NOT NULL;
CREATE INDEX "agreement_unit" ON "agreement" ("unit") WHERE "unit" IS NOT NULL;

CREATE TABLE "agreement_system" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"text" TEXT,
	"agreement" TEXT REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED,
	"system" TEXT,
	"share" INTEGER
) STRICT;
CREATE INDEX "agreement_system_agreement" ON "agreement_system" ("agreement") WHERE "agreement" IS NOT NULL;
CREATE INDEX "agreement_system_system" ON "agreement_system" ("system") WHERE "system" IS NOT NULL;

ALTER TABLE "system" RENAME COLUMN "supplier" TO "supplier_name";
ALTER TABLE "system" ADD COLUMN "supplier" TEXT REFERENCES "supplier" (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "system_supplier" ON "system" ("supplier") WHERE "supplier" IS NOT NULL;
`

const migration0003after = `
ALTER TABLE "system" DROP COLUMN "supplier_name";
ALTER TABLE "system" DROP COLUMN "agreement_terms";
ALTER TABLE "system" DROP COLUMN "agreement_ref";
ALTER TABLE "system" DROP COLUMN "agreement_start";
ALTER TABLE "system" DROP COLUMN "agreement_end";
ALTER TABLE "system" DROP COLUMN "notice_months";
ALTER TABLE "system" DROP COLUMN "renewal_months";
`

// before0003 is what systems kept of whom they are bought from, and of the agreement.
var before0003 = []earlier{{kind: "system", kept: map[string]string{
	"supplier": "text", "agreement_terms": "text", "agreement_ref": "text", "agreement_start": "date", "agreement_end": "date",
	"notice_months": "number", "renewal_months": "number",
}}}

// moveAgreements makes suppliers and agreements of what systems have written of them.
func moveAgreements(ctx context.Context, c *conn, o Options) error {
	newID, at := app.UUIDs(o.Clock), stamp(o.Clock())
	suppliers := map[string]string{} // their ids
	var names []string
	var bought [][2]string // system and supplier
	err := c.each(ctx, `SELECT id, supplier_name FROM system WHERE supplier_name <> '' ORDER BY length(ref), ref, id`, nil, func(row []driver.Value) error {
		name := text(row[1])
		if suppliers[name] == "" {
			suppliers[name] = string(newID())
			names = append(names, name)
		}
		bought = append(bought, [2]string{text(row[0]), suppliers[name]})
		return nil
	})
	if err != nil {
		return err
	}
	for i, name := range names {
		if _, err := c.exec(`INSERT INTO supplier (id, ref, created, changed, sum, name) VALUES (?, ?, ?, ?, zeroblob(16), ?)`,
			suppliers[name], fmt.Sprintf("LEV-%04d", i+1), at, at, name); err != nil {
			return err
		}
	}
	for _, b := range bought {
		if _, err := c.exec(`UPDATE system SET supplier = ? WHERE id = ?`, b[1], b[0]); err != nil {
			return err
		}
	}
	const told = `SELECT id, name, unit, supplier, agreement_terms, agreement_ref, agreement_start, agreement_end, notice_months, renewal_months FROM system
		WHERE coalesce(agreement_terms, agreement_ref, agreement_start, agreement_end, notice_months, renewal_months) IS NOT NULL ORDER BY length(ref), ref, id`
	var rows [][]driver.Value
	if err := c.each(ctx, told, nil, func(row []driver.Value) error {
		rows = append(rows, slices.Clone(row))
		return nil
	}); err != nil {
		return err
	}
	for i, r := range rows {
		id := string(newID())
		if _, err := c.exec(`INSERT INTO agreement (id, ref, created, changed, sum, name, state, unit, supplier, terms, number, start, "end", notice_months, renewal_months)
			VALUES (?, ?, ?, ?, zeroblob(16), ?, 'signed', ?, ?, ?, ?, ?, ?, ?, ?)`,
			append([]driver.Value{id, fmt.Sprintf("AVT-%04d", i+1), at, at, "Avtal " + text(r[1])}, r[2:]...)...); err != nil {
			return err
		}
		if _, err := c.exec(`INSERT INTO agreement_system (id, created, changed, sum, agreement, system) VALUES (?, ?, ?, zeroblob(16), ?, ?)`,
			string(newID()), at, at, id, r[0]); err != nil {
			return err
		}
	}
	for prefix, n := range map[string]int{"LEV": len(names), "AVT": len(rows)} {
		if n == 0 {
			continue
		}
		if _, err := c.exec(raiseSequence, prefix, int64(n)); err != nil {
			return err
		}
	}
	return nil
}
