package sqlite

// Integrations: what systems send to each other and to others.
const migration0009 = `
CREATE TABLE "integration" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"information" TEXT,
	"from" TEXT REFERENCES "system" (id) DEFERRABLE INITIALLY DEFERRED,
	"to" TEXT REFERENCES "system" (id) DEFERRABLE INITIALLY DEFERRED,
	"outside" TEXT,
	"direction" TEXT,
	"state" TEXT,
	"frequency" TEXT,
	"personal_data" TEXT,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"method" TEXT,
	"through" TEXT REFERENCES "system" (id) DEFERRABLE INITIALLY DEFERRED,
	"platform" TEXT,
	"agreement" TEXT REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED,
	"notes" TEXT
) STRICT;
CREATE INDEX "integration_from" ON "integration" ("from") WHERE "from" IS NOT NULL;
CREATE INDEX "integration_to" ON "integration" ("to") WHERE "to" IS NOT NULL;
CREATE INDEX "integration_unit" ON "integration" ("unit") WHERE "unit" IS NOT NULL;
CREATE INDEX "integration_through" ON "integration" ("through") WHERE "through" IS NOT NULL;
CREATE INDEX "integration_agreement" ON "integration" ("agreement") WHERE "agreement" IS NOT NULL;
`
