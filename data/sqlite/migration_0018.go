package sqlite

// Who decides of an insats, and why it may hurry; the plans that were fastställda.
const migration0018 = `
ALTER TABLE "initiative" ADD COLUMN "decider" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "initiative" ADD COLUMN "decider_role" TEXT;
ALTER TABLE "initiative" ADD COLUMN "handler" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "initiative" ADD COLUMN "political" INTEGER;
ALTER TABLE "initiative" ADD COLUMN "acute" INTEGER;
ALTER TABLE "initiative" ADD COLUMN "acute_why" TEXT;
CREATE INDEX "initiative_decider" ON "initiative" ("decider") WHERE "decider" IS NOT NULL;
CREATE INDEX "initiative_handler" ON "initiative" ("handler") WHERE "handler" IS NOT NULL;
CREATE TABLE "plan_version" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"year" INTEGER,
	"frozen_on" TEXT,
	"frozen_by" TEXT,
	"reference" TEXT,
	"initiatives" INTEGER,
	"references" TEXT,
	"entry" INTEGER,
	"digest" TEXT,
	"notes" TEXT
) STRICT;
`
