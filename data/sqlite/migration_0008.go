package sqlite

// The styrdokument that IT is governed by.
const migration0008 = `
CREATE TABLE "policy" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"class" TEXT,
	"level" TEXT,
	"state" TEXT,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"notes" TEXT,
	"decided_by" TEXT,
	"decided_on" TEXT,
	"reference" TEXT,
	"number" TEXT,
	"valid_from" TEXT,
	"valid_to" TEXT,
	"approved_on" TEXT,
	"follow_up_by" TEXT,
	"follow_up_who" TEXT,
	"told_on" TEXT
) STRICT;
CREATE INDEX "policy_unit" ON "policy" ("unit") WHERE "unit" IS NOT NULL;
`
