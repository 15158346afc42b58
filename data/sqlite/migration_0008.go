package sqlite

// The styrdokument that IT is governed by, the platform that systems and insatser are held
// against, and the undantag from either.
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

CREATE TABLE "platform" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"area" TEXT,
	"sort" TEXT,
	"state" TEXT,
	"from" TEXT,
	"to" TEXT,
	"common_for" TEXT,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"notes" TEXT,
	"decided_by" TEXT,
	"decided_on" TEXT,
	"reference" TEXT,
	"replaced_by" TEXT REFERENCES "platform" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "platform_unit" ON "platform" ("unit") WHERE "unit" IS NOT NULL;
CREATE INDEX "platform_replaced_by" ON "platform" ("replaced_by") WHERE "replaced_by" IS NOT NULL;

CREATE TABLE "exemption" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"from_text" TEXT,
	"of" TEXT,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"state" TEXT,
	"why" TEXT,
	"asked_by" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"asked_on" TEXT,
	"until" TEXT,
	"lead_months" INTEGER,
	"notes" TEXT,
	"accord" TEXT,
	"consulted_with" TEXT,
	"consulted_on" TEXT,
	"decided_by" TEXT,
	"decided_on" TEXT,
	"reference" TEXT
) STRICT;
CREATE INDEX "exemption_of" ON "exemption" ("of") WHERE "of" IS NOT NULL;
CREATE INDEX "exemption_unit" ON "exemption" ("unit") WHERE "unit" IS NOT NULL;
CREATE INDEX "exemption_asked_by" ON "exemption" ("asked_by") WHERE "asked_by" IS NOT NULL;

ALTER TABLE "initiative" ADD COLUMN "area" TEXT;
ALTER TABLE "initiative" ADD COLUMN "deviates" INTEGER;
`
