package sqlite

// The units that use a system.
const migration0010 = `
CREATE TABLE "system_use" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"purpose" TEXT,
	"system" TEXT REFERENCES "system" (id) DEFERRABLE INITIALLY DEFERRED,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"users" INTEGER,
	"share" INTEGER,
	"criticality" TEXT,
	"comment" TEXT
) STRICT;
CREATE INDEX "system_use_system" ON "system_use" ("system") WHERE "system" IS NOT NULL;
CREATE INDEX "system_use_unit" ON "system_use" ("unit") WHERE "unit" IS NOT NULL;
`
