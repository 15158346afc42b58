package sqlite

// What is done with a system before it is run, while it is and when that ends.
const migration0011 = `
ALTER TABLE "system" ADD COLUMN "it_asked_on" TEXT;
ALTER TABLE "system" ADD COLUMN "it_answer" TEXT;
ALTER TABLE "system" ADD COLUMN "it_terms" TEXT;
ALTER TABLE "system" ADD COLUMN "environment_on" TEXT;
ALTER TABLE "system" ADD COLUMN "function_on" TEXT;
ALTER TABLE "system" ADD COLUMN "launch_on" TEXT;
ALTER TABLE "system" ADD COLUMN "handed_on" TEXT;
ALTER TABLE "system" ADD COLUMN "risk_on" TEXT;
ALTER TABLE "system" ADD COLUMN "continuity_on" TEXT;
ALTER TABLE "system" ADD COLUMN "authentication" TEXT;
ALTER TABLE "system" ADD COLUMN "e_service" INTEGER;
ALTER TABLE "system" ADD COLUMN "accessible_on" TEXT;
ALTER TABLE "system" ADD COLUMN "openness_on" TEXT;

CREATE TABLE "system_version" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"number" TEXT,
	"system" TEXT REFERENCES "system" (id) DEFERRABLE INITIALLY DEFERRED,
	"state" TEXT,
	"from" TEXT,
	"environment_on" TEXT,
	"environment_by" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"environment_outcome" TEXT,
	"function_on" TEXT,
	"function_by" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"function_outcome" TEXT,
	"launch_on" TEXT,
	"handed_on" TEXT,
	"notes" TEXT
) STRICT;
CREATE INDEX "system_version_system" ON "system_version" ("system") WHERE "system" IS NOT NULL;
CREATE INDEX "system_version_environment_by" ON "system_version" ("environment_by") WHERE "environment_by" IS NOT NULL;
CREATE INDEX "system_version_function_by" ON "system_version" ("function_by") WHERE "function_by" IS NOT NULL;

CREATE TABLE "system_test" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"system" TEXT REFERENCES "system" (id) DEFERRABLE INITIALLY DEFERRED,
	"environment" TEXT,
	"from" TEXT,
	"to" TEXT,
	"terms" TEXT,
	"responsible" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"outcome" TEXT
) STRICT;
CREATE INDEX "system_test_system" ON "system_test" ("system") WHERE "system" IS NOT NULL;
CREATE INDEX "system_test_responsible" ON "system_test" ("responsible") WHERE "responsible" IS NOT NULL;

CREATE TABLE "system_training" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"system" TEXT REFERENCES "system" (id) DEFERRABLE INITIALLY DEFERRED,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"planned_on" TEXT,
	"done_on" TEXT,
	"trained" INTEGER,
	"of_how_many" INTEGER,
	"material" TEXT
) STRICT;
CREATE INDEX "system_training_system" ON "system_training" ("system") WHERE "system" IS NOT NULL;
CREATE INDEX "system_training_unit" ON "system_training" ("unit") WHERE "unit" IS NOT NULL;

CREATE TABLE "operation_change" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"reason" TEXT,
	"system" TEXT REFERENCES "system" (id) DEFERRABLE INITIALLY DEFERRED,
	"state" TEXT,
	"hosting" TEXT,
	"place" TEXT,
	"operations_manager" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"planned_on" TEXT,
	"noted_on" TEXT,
	"noted_by" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"was" TEXT
) STRICT;
CREATE INDEX "operation_change_system" ON "operation_change" ("system") WHERE "system" IS NOT NULL;
CREATE INDEX "operation_change_operations_manager" ON "operation_change" ("operations_manager") WHERE "operations_manager" IS NOT NULL;
CREATE INDEX "operation_change_noted_by" ON "operation_change" ("noted_by") WHERE "noted_by" IS NOT NULL;

CREATE TABLE "retirement_item" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"item" TEXT,
	"system" TEXT REFERENCES "system" (id) DEFERRABLE INITIALLY DEFERRED,
	"done_on" TEXT,
	"done_by" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"note" TEXT,
	"point" TEXT
) STRICT;
CREATE INDEX "retirement_item_system" ON "retirement_item" ("system") WHERE "system" IS NOT NULL;
CREATE INDEX "retirement_item_done_by" ON "retirement_item" ("done_by") WHERE "done_by" IS NOT NULL;
`
