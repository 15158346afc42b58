package sqlite

// Ramar of units too, by type, with who decided them and what they were before. One that nothing
// is said of counts as decided, as those before did.
const migration0027 = `
ALTER TABLE "frame" ADD COLUMN "name" TEXT;
ALTER TABLE "frame" ADD COLUMN "unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "frame" ADD COLUMN "type" TEXT;
ALTER TABLE "frame" ADD COLUMN "state" TEXT;
ALTER TABLE "frame" ADD COLUMN "goal" TEXT;
ALTER TABLE "frame" ADD COLUMN "notes" TEXT;
ALTER TABLE "frame" ADD COLUMN "decided_by" TEXT;
ALTER TABLE "frame" ADD COLUMN "decided_on" TEXT;
ALTER TABLE "frame" ADD COLUMN "reference" TEXT;
ALTER TABLE "frame" ADD COLUMN "reason" TEXT;
CREATE INDEX "frame_unit" ON "frame" ("unit") WHERE "unit" IS NOT NULL;

CREATE TABLE "frame_earlier" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"frame" TEXT REFERENCES "frame" (id) DEFERRABLE INITIALLY DEFERRED,
	"on" TEXT,
	"amount" INTEGER,
	"by" TEXT,
	"reference" TEXT,
	"reason" TEXT
) STRICT;
CREATE INDEX "frame_earlier_frame" ON "frame_earlier" ("frame") WHERE "frame" IS NOT NULL;
`
