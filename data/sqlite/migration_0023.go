package sqlite

// Costs of months, with sort, code string, funding and who pays; what was believed of them before;
// the codes that a code string may have.
const migration0023 = `
ALTER TABLE "settings" ADD COLUMN "code_string" TEXT;
ALTER TABLE "cost" ADD COLUMN "month" TEXT;
ALTER TABLE "cost" ADD COLUMN "work" TEXT;
ALTER TABLE "cost" ADD COLUMN "sort" TEXT;
ALTER TABLE "cost" ADD COLUMN "centre" TEXT;
ALTER TABLE "cost" ADD COLUMN "activity" TEXT;
ALTER TABLE "cost" ADD COLUMN "project" TEXT;
ALTER TABLE "cost" ADD COLUMN "object" TEXT;
ALTER TABLE "cost" ADD COLUMN "counterpart" TEXT;
ALTER TABLE "cost" ADD COLUMN "funding" TEXT;
ALTER TABLE "cost" ADD COLUMN "forecast_on" TEXT;

CREATE TABLE "code_value" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"part" TEXT,
	"code" TEXT,
	"from" TEXT,
	"to" TEXT,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "code_value_unit" ON "code_value" ("unit") WHERE "unit" IS NOT NULL;

CREATE TABLE "cost_payer" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"cost" TEXT REFERENCES "cost" (id) DEFERRABLE INITIALLY DEFERRED,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"share" INTEGER
) STRICT;
CREATE INDEX "cost_payer_cost" ON "cost_payer" ("cost") WHERE "cost" IS NOT NULL;
CREATE INDEX "cost_payer_unit" ON "cost_payer" ("unit") WHERE "unit" IS NOT NULL;

CREATE TABLE "cost_forecast" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"cost" TEXT REFERENCES "cost" (id) DEFERRABLE INITIALLY DEFERRED,
	"on" TEXT,
	"amount" INTEGER
) STRICT;
CREATE INDEX "cost_forecast_cost" ON "cost_forecast" ("cost") WHERE "cost" IS NOT NULL;
`
