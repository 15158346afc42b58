package sqlite

// The views of lists that people keep.
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
`
