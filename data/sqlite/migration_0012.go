package sqlite

// Documents, kept as links.
const migration0012 = `
CREATE TABLE "document" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"title" TEXT,
	"owner" TEXT,
	"type" TEXT,
	"link" TEXT,
	"dated" TEXT,
	"number" TEXT,
	"comment" TEXT,
	"missing" TEXT
) STRICT;
`
