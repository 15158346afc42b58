package sqlite

// Decisions, and the answers to checklists and assessments.
const migration0002 = `
CREATE TABLE "decision" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"reference" TEXT,
	"about" TEXT,
	"type" TEXT,
	"decided_on" TEXT,
	"forum" TEXT,
	"outcome" TEXT,
	"by" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"role" TEXT,
	"from" TEXT,
	"to" TEXT,
	"gate" TEXT,
	"reason" TEXT
) STRICT;
CREATE INDEX "decision_about" ON "decision" ("about") WHERE "about" IS NOT NULL;
CREATE INDEX "decision_by" ON "decision" ("by") WHERE "by" IS NOT NULL;

CREATE TABLE "answer" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"note" TEXT,
	"about" TEXT,
	"question" TEXT,
	"answer" TEXT
) STRICT;
CREATE INDEX "answer_about" ON "answer" ("about") WHERE "about" IS NOT NULL;
`
