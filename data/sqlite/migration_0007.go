package sqlite

// Licences, the tjänstekatalog, and servicenivåer with what was measured of them.
const migration0007 = `
CREATE TABLE "licence" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"system" TEXT REFERENCES "system" (id) DEFERRABLE INITIALLY DEFERRED,
	"supplier" TEXT REFERENCES "supplier" (id) DEFERRABLE INITIALLY DEFERRED,
	"agreement" TEXT REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"form" TEXT,
	"ends" TEXT,
	"notes" TEXT,
	"metric" TEXT,
	"owned" INTEGER,
	"used" INTEGER,
	"counted_on" TEXT,
	"cost" INTEGER
) STRICT;
CREATE INDEX "licence_system" ON "licence" ("system") WHERE "system" IS NOT NULL;
CREATE INDEX "licence_supplier" ON "licence" ("supplier") WHERE "supplier" IS NOT NULL;
CREATE INDEX "licence_agreement" ON "licence" ("agreement") WHERE "agreement" IS NOT NULL;
CREATE INDEX "licence_unit" ON "licence" ("unit") WHERE "unit" IS NOT NULL;

CREATE TABLE "service" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"phase" TEXT,
	"definition" TEXT,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"audience" TEXT,
	"support" TEXT,
	"notes" TEXT,
	"price" INTEGER,
	"price_per" TEXT,
	"terms" TEXT,
	"agreement" TEXT REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED,
	"availability" INTEGER,
	"hours" TEXT,
	"capacity" TEXT,
	"continuity" TEXT
) STRICT;
CREATE INDEX "service_unit" ON "service" ("unit") WHERE "unit" IS NOT NULL;
CREATE INDEX "service_agreement" ON "service" ("agreement") WHERE "agreement" IS NOT NULL;

CREATE TABLE "sla" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"state" TEXT,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"measure" TEXT,
	"target" INTEGER,
	"measured_in" TEXT,
	"hours" TEXT,
	"priority" TEXT,
	"notes" TEXT,
	"agreement" TEXT REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED,
	"approved_on" TEXT,
	"approved_by" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"agreed_by" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"start" TEXT,
	"until" TEXT,
	"interval_months" INTEGER
) STRICT;
CREATE INDEX "sla_unit" ON "sla" ("unit") WHERE "unit" IS NOT NULL;
CREATE INDEX "sla_agreement" ON "sla" ("agreement") WHERE "agreement" IS NOT NULL;
CREATE INDEX "sla_approved_by" ON "sla" ("approved_by") WHERE "approved_by" IS NOT NULL;
CREATE INDEX "sla_agreed_by" ON "sla" ("agreed_by") WHERE "agreed_by" IS NOT NULL;

CREATE TABLE "sla_outcome" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"comment" TEXT,
	"sla" TEXT REFERENCES "sla" (id) DEFERRABLE INITIALLY DEFERRED,
	"from" TEXT,
	"to" TEXT,
	"measured" INTEGER
) STRICT;
CREATE INDEX "sla_outcome_sla" ON "sla_outcome" ("sla") WHERE "sla" IS NOT NULL;
`
