package sqlite

// What an insats is to lead to, its etapper, its risks and how it goes; who does it, where the
// need came from and how it ended.
const migration0019 = `
ALTER TABLE "settings" ADD COLUMN "report_months" INTEGER;
ALTER TABLE "initiative" ADD COLUMN "performer" TEXT;
ALTER TABLE "initiative" ADD COLUMN "origin" TEXT;
ALTER TABLE "initiative" ADD COLUMN "origin_note" TEXT;
ALTER TABLE "initiative" ADD COLUMN "decided_budget" INTEGER;
ALTER TABLE "initiative" ADD COLUMN "decided_end" TEXT;
ALTER TABLE "initiative" ADD COLUMN "ended_on" TEXT;
ALTER TABLE "initiative" ADD COLUMN "result" TEXT;
ALTER TABLE "initiative" ADD COLUMN "lessons" TEXT;

CREATE TABLE "stage" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"initiative" TEXT REFERENCES "initiative" (id) DEFERRABLE INITIALLY DEFERRED,
	"year" INTEGER,
	"from" TEXT,
	"to" TEXT,
	"amount" INTEGER,
	"state" TEXT,
	"decided_on" TEXT,
	"reference" TEXT,
	"notes" TEXT
) STRICT;
CREATE INDEX "stage_initiative" ON "stage" ("initiative") WHERE "initiative" IS NOT NULL;

CREATE TABLE "status_report" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"summary" TEXT,
	"initiative" TEXT REFERENCES "initiative" (id) DEFERRABLE INITIALLY DEFERRED,
	"date" TEXT,
	"by" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"time" TEXT,
	"cost" TEXT,
	"scope" TEXT,
	"quality" TEXT,
	"risk" TEXT,
	"benefit" TEXT,
	"more" TEXT
) STRICT;
CREATE INDEX "status_report_initiative" ON "status_report" ("initiative") WHERE "initiative" IS NOT NULL;
CREATE INDEX "status_report_by" ON "status_report" ("by") WHERE "by" IS NOT NULL;

CREATE TABLE "goal" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"level" TEXT,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"owner" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"from" TEXT,
	"to" TEXT,
	"measure" TEXT,
	"baseline" TEXT,
	"target" TEXT,
	"outcome" TEXT,
	"notes" TEXT
) STRICT;
CREATE INDEX "goal_unit" ON "goal" ("unit") WHERE "unit" IS NOT NULL;
CREATE INDEX "goal_owner" ON "goal" ("owner") WHERE "owner" IS NOT NULL;

CREATE TABLE "goal_contribution" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"contribution" TEXT,
	"initiative" TEXT REFERENCES "initiative" (id) DEFERRABLE INITIALLY DEFERRED,
	"goal" TEXT REFERENCES "goal" (id) DEFERRABLE INITIALLY DEFERRED,
	"size" TEXT
) STRICT;
CREATE INDEX "goal_contribution_initiative" ON "goal_contribution" ("initiative") WHERE "initiative" IS NOT NULL;
CREATE INDEX "goal_contribution_goal" ON "goal_contribution" ("goal") WHERE "goal" IS NOT NULL;

CREATE TABLE "risk" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"what" TEXT,
	"about" TEXT,
	"probability" INTEGER,
	"consequence" INTEGER,
	"state" TEXT,
	"action" TEXT,
	"responsible" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"by" TEXT,
	"probability_after" INTEGER,
	"consequence_after" INTEGER,
	"notes" TEXT
) STRICT;
CREATE INDEX "risk_about" ON "risk" ("about") WHERE "about" IS NOT NULL;
CREATE INDEX "risk_responsible" ON "risk" ("responsible") WHERE "responsible" IS NOT NULL;
`
