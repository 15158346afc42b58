package sqlite

// The states that a year's budget, forecast and actuals are locked in.
const migration0026 = `
CREATE TABLE "budget_state" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"year" INTEGER,
	"milestone" TEXT,
	"frozen_on" TEXT,
	"frozen_by" TEXT,
	"rows" INTEGER,
	"budget" INTEGER,
	"forecast" INTEGER,
	"actual" INTEGER,
	"entry" INTEGER,
	"digest" TEXT,
	"notes" TEXT
) STRICT;
`
