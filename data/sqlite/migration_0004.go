package sqlite

// The views of lists that people keep; and how far the journal had come when a migration
// was carried out: one that moves nothing leaves no entry to tell.
const migration0004 = `
CREATE TABLE "saved_view" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"of" TEXT,
	"by" TEXT,
	"shared" INTEGER,
	"how" TEXT
) STRICT;

ALTER TABLE migration ADD COLUMN entry INTEGER;
`

// marksEntry is the first migration whose row says after which entry it was made.
const marksEntry = 4
