package sqlite

// Forums and who is in them, and their meetings with what is on the agenda and what is to be done
// after.
const migration0017 = `
CREATE TABLE "forum" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"type" TEXT,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"portfolio" TEXT,
	"caller" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"secretary" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"every" TEXT,
	"next_on" TEXT,
	"place" TEXT,
	"notes" TEXT
) STRICT;
CREATE INDEX "forum_unit" ON "forum" ("unit") WHERE "unit" IS NOT NULL;
CREATE INDEX "forum_caller" ON "forum" ("caller") WHERE "caller" IS NOT NULL;
CREATE INDEX "forum_secretary" ON "forum" ("secretary") WHERE "secretary" IS NOT NULL;

CREATE TABLE "forum_member" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"role" TEXT,
	"forum" TEXT REFERENCES "forum" (id) DEFERRABLE INITIALLY DEFERRED,
	"person" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"as" TEXT,
	"from" TEXT,
	"to" TEXT
) STRICT;
CREATE INDEX "forum_member_forum" ON "forum_member" ("forum") WHERE "forum" IS NOT NULL;
CREATE INDEX "forum_member_person" ON "forum_member" ("person") WHERE "person" IS NOT NULL;

CREATE TABLE "meeting" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"forum" TEXT REFERENCES "forum" (id) DEFERRABLE INITIALLY DEFERRED,
	"on" TEXT,
	"time" TEXT,
	"place" TEXT,
	"state" TEXT,
	"called_on" TEXT,
	"closed_on" TEXT,
	"chair" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"secretary" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"present" TEXT,
	"notes" TEXT,
	"minutes" TEXT
) STRICT;
CREATE INDEX "meeting_forum" ON "meeting" ("forum") WHERE "forum" IS NOT NULL;
CREATE INDEX "meeting_chair" ON "meeting" ("chair") WHERE "chair" IS NOT NULL;
CREATE INDEX "meeting_secretary" ON "meeting" ("secretary") WHERE "secretary" IS NOT NULL;

CREATE TABLE "agenda_item" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"subject" TEXT,
	"meeting" TEXT REFERENCES "meeting" (id) DEFERRABLE INITIALLY DEFERRED,
	"place" TEXT,
	"initiative" TEXT REFERENCES "initiative" (id) DEFERRABLE INITIALLY DEFERRED,
	"ask" TEXT,
	"why" TEXT,
	"presenter" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"recommendation" TEXT,
	"outcome" TEXT,
	"stays" INTEGER,
	"paragraph" TEXT,
	"note" TEXT
) STRICT;
CREATE INDEX "agenda_item_meeting" ON "agenda_item" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "agenda_item_initiative" ON "agenda_item" ("initiative") WHERE "initiative" IS NOT NULL;
CREATE INDEX "agenda_item_presenter" ON "agenda_item" ("presenter") WHERE "presenter" IS NOT NULL;

CREATE TABLE "next_step" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"what" TEXT,
	"about" TEXT,
	"initiative" TEXT REFERENCES "initiative" (id) DEFERRABLE INITIALLY DEFERRED,
	"who" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"by" TEXT,
	"done_on" TEXT,
	"note" TEXT
) STRICT;
CREATE INDEX "next_step_about" ON "next_step" ("about") WHERE "about" IS NOT NULL;
CREATE INDEX "next_step_initiative" ON "next_step" ("initiative") WHERE "initiative" IS NOT NULL;
CREATE INDEX "next_step_who" ON "next_step" ("who") WHERE "who" IS NOT NULL;
`
