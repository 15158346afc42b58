package sqlite

// The units that use a system; the förvaltningsobjekt that systems are managed in; the roles
// in the municipality and whom they are held by, and what a system says of its owner.
const migration0010 = `
CREATE TABLE "system_use" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"purpose" TEXT,
	"system" TEXT REFERENCES "system" (id) DEFERRABLE INITIALLY DEFERRED,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"users" INTEGER,
	"share" INTEGER,
	"criticality" TEXT,
	"comment" TEXT
) STRICT;
CREATE INDEX "system_use_system" ON "system_use" ("system") WHERE "system" IS NOT NULL;
CREATE INDEX "system_use_unit" ON "system_use" ("unit") WHERE "unit" IS NOT NULL;

CREATE TABLE "managed_object" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"description" TEXT,
	"plan" TEXT,
	"plan_on" TEXT,
	"goals" TEXT,
	"budget" TEXT,
	"notes" TEXT
) STRICT;
CREATE INDEX "managed_object_unit" ON "managed_object" ("unit") WHERE "unit" IS NOT NULL;

CREATE TABLE "appointment" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"role" TEXT,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"appointed_by" TEXT,
	"decided_on" TEXT,
	"reference" TEXT,
	"notes" TEXT
) STRICT;
CREATE INDEX "appointment_unit" ON "appointment" ("unit") WHERE "unit" IS NOT NULL;

ALTER TABLE "system" ADD COLUMN "managed_object" TEXT REFERENCES "managed_object" (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "system" ADD COLUMN "owner_body" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "system" ADD COLUMN "manager_appointed_by" TEXT;
ALTER TABLE "system" ADD COLUMN "manager_agreed" INTEGER;
CREATE INDEX "system_managed_object" ON "system" ("managed_object") WHERE "managed_object" IS NOT NULL;
CREATE INDEX "system_owner_body" ON "system" ("owner_body") WHERE "owner_body" IS NOT NULL;
`
