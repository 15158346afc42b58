package sqlite

// What the economy system has booked, the rules that say what it is for, and the months that
// are closed.
const migration0021 = `
CREATE TABLE "ledger" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"company" TEXT,
	"number" TEXT,
	"year" INTEGER,
	"from" TEXT,
	"to" TEXT,
	"source" TEXT,
	"made" TEXT,
	"digest" TEXT,
	"dimensions" TEXT,
	"notes" TEXT
) STRICT;

CREATE TABLE "ledger_rows" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"digest" TEXT,
	"ledger" TEXT REFERENCES "ledger" (id) DEFERRABLE INITIALLY DEFERRED,
	"year" INTEGER,
	"month" INTEGER,
	"place" INTEGER,
	"count" INTEGER,
	"net" INTEGER,
	"data" TEXT
) STRICT;
CREATE INDEX "ledger_rows_ledger" ON "ledger_rows" ("ledger") WHERE "ledger" IS NOT NULL;

CREATE TABLE "ledger_rule" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"order" INTEGER,
	"account" TEXT,
	"responsibility" TEXT,
	"activity" TEXT,
	"project" TEXT,
	"object" TEXT,
	"counterpart" TEXT,
	"text" TEXT,
	"target" TEXT,
	"type" TEXT,
	"notes" TEXT
) STRICT;
CREATE INDEX "ledger_rule_target" ON "ledger_rule" ("target") WHERE "target" IS NOT NULL;

CREATE TABLE "closed_month" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"year" INTEGER,
	"month" INTEGER,
	"closed_on" TEXT,
	"closed_by" TEXT,
	"notes" TEXT
) STRICT;
`
