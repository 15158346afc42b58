package sqlite

// What systems are to be given a year, with the åtgärder of it, and the programmes that goals are
// set in.
const migration0022 = `
ALTER TABLE "goal" ADD COLUMN "programme" TEXT REFERENCES "programme" (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "goal_programme" ON "goal" ("programme") WHERE "programme" IS NOT NULL;

CREATE TABLE "programme" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"class" TEXT,
	"state" TEXT,
	"from" TEXT,
	"to" TEXT,
	"owner" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"notes" TEXT,
	"decided_by" TEXT,
	"decided_on" TEXT,
	"reference" TEXT,
	"document" TEXT
) STRICT;
CREATE INDEX "programme_owner" ON "programme" ("owner") WHERE "owner" IS NOT NULL;

CREATE TABLE "management_plan" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"about" TEXT,
	"year" INTEGER,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"state" TEXT,
	"notes" TEXT,
	"goal_text" TEXT,
	"maintain" TEXT,
	"maintain_budget" INTEGER,
	"develop" TEXT,
	"develop_budget" INTEGER,
	"system_owner" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"it_owner" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"system_manager" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"technical_manager" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"others" TEXT,
	"consulted_on" TEXT,
	"decided_on" TEXT,
	"decided_by" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"decided_role" TEXT,
	"reference" TEXT,
	"document" TEXT
) STRICT;
CREATE INDEX "management_plan_about" ON "management_plan" ("about") WHERE "about" IS NOT NULL;
CREATE INDEX "management_plan_unit" ON "management_plan" ("unit") WHERE "unit" IS NOT NULL;
CREATE INDEX "management_plan_system_owner" ON "management_plan" ("system_owner") WHERE "system_owner" IS NOT NULL;
CREATE INDEX "management_plan_it_owner" ON "management_plan" ("it_owner") WHERE "it_owner" IS NOT NULL;
CREATE INDEX "management_plan_system_manager" ON "management_plan" ("system_manager") WHERE "system_manager" IS NOT NULL;
CREATE INDEX "management_plan_technical_manager" ON "management_plan" ("technical_manager") WHERE "technical_manager" IS NOT NULL;
CREATE INDEX "management_plan_decided_by" ON "management_plan" ("decided_by") WHERE "decided_by" IS NOT NULL;

CREATE TABLE "management_action" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"what" TEXT,
	"plan" TEXT REFERENCES "management_plan" (id) DEFERRABLE INITIALLY DEFERRED,
	"sort" TEXT,
	"cost" INTEGER,
	"by" TEXT,
	"responsible" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"state" TEXT,
	"initiative" TEXT REFERENCES "initiative" (id) DEFERRABLE INITIALLY DEFERRED,
	"notes" TEXT
) STRICT;
CREATE INDEX "management_action_plan" ON "management_action" ("plan") WHERE "plan" IS NOT NULL;
CREATE INDEX "management_action_responsible" ON "management_action" ("responsible") WHERE "responsible" IS NOT NULL;
CREATE INDEX "management_action_initiative" ON "management_action" ("initiative") WHERE "initiative" IS NOT NULL;
`
