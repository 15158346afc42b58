package sqlite

// What people have answered when files were read in.
const migration0005 = `
CREATE TABLE "lasting_answer" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"question" TEXT,
	"answer" TEXT,
	"words" TEXT,
	"said" TEXT
) STRICT;
`
