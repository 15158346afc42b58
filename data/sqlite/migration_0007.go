package sqlite

// Licences, what they are of and how many there are.
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
`
