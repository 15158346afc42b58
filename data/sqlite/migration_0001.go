package sqlite

// The first schema, frozen: what comes after is a migration of its own.
//
// A kind is a table with a column per field, all nullable: what a value must
// be is the core's to say. Lists are rows of holding and link. The journal is
// entry and block, as app/journal writes them; touched says which blocks have
// changes of a record or its parts. The mark comes first: it has its place in the
// file from that.
const migration0001 = markTable + `
CREATE TABLE migration (
	number INTEGER PRIMARY KEY,
	name TEXT NOT NULL,
	at TEXT NOT NULL,
	who TEXT NOT NULL
) STRICT;

CREATE TABLE sequence (
	prefix TEXT PRIMARY KEY NOT NULL,
	last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
	number INTEGER PRIMARY KEY,
	at TEXT NOT NULL,
	who TEXT NOT NULL,
	session TEXT NOT NULL,
	origin TEXT NOT NULL,
	label TEXT NOT NULL,
	veil BLOB NOT NULL,
	undoes INTEGER REFERENCES entry (number),
	chain BLOB NOT NULL,
	state TEXT NOT NULL
) STRICT;
CREATE INDEX entry_undoes ON entry (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE block (
	entry INTEGER NOT NULL REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED,
	ord INTEGER NOT NULL,
	hash BLOB NOT NULL,
	data BLOB NOT NULL,
	PRIMARY KEY (entry, ord)
) STRICT;

CREATE TABLE touched (
	record TEXT NOT NULL,
	entry INTEGER NOT NULL,
	ord INTEGER NOT NULL,
	PRIMARY KEY (record, entry, ord),
	FOREIGN KEY (entry, ord) REFERENCES block (entry, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE holding (
	owner TEXT NOT NULL,
	field TEXT NOT NULL,
	ord INTEGER NOT NULL,
	person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	from_date TEXT,
	to_date TEXT,
	PRIMARY KEY (owner, field, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX holding_person ON holding (person);

CREATE TABLE link (
	owner TEXT NOT NULL,
	field TEXT NOT NULL,
	ord INTEGER NOT NULL,
	target TEXT NOT NULL,
	PRIMARY KEY (owner, field, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE "settings" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"municipality" TEXT,
	"department" TEXT,
	"sender" TEXT,
	"diary" TEXT,
	"logo" TEXT,
	"plan_year" INTEGER,
	"next_forum" TEXT,
	"next_board" TEXT,
	"review_years" INTEGER,
	"model" TEXT,
	"accent" TEXT
) STRICT;

CREATE TABLE "free_field" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"label" TEXT,
	"of" TEXT,
	"key" TEXT,
	"open" INTEGER
) STRICT;

CREATE TABLE "unit" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"type" TEXT,
	"parent" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"code" TEXT,
	"users" INTEGER
) STRICT;
CREATE INDEX "unit_parent" ON "unit" ("parent") WHERE "parent" IS NOT NULL;

CREATE TABLE "person" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"email" TEXT,
	"phone" TEXT,
	"title" TEXT,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"left_on" TEXT
) STRICT;
CREATE INDEX "person_unit" ON "person" ("unit") WHERE "unit" IS NOT NULL;

CREATE TABLE "system" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"description" TEXT,
	"category" TEXT,
	"lifecycle" TEXT,
	"criticality" TEXT,
	"it_assessment" TEXT,
	"users" INTEGER,
	"scope" TEXT,
	"tags" TEXT,
	"confidentiality" INTEGER,
	"integrity" INTEGER,
	"availability" INTEGER,
	"traceability" INTEGER,
	"classified_on" TEXT,
	"classified_by" TEXT,
	"classification_note" TEXT,
	"review_by" TEXT,
	"classified_last_year" INTEGER,
	"ai_risk" TEXT,
	"personal_data" TEXT,
	"controller" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"privacy_purpose" TEXT,
	"legal_basis" TEXT,
	"data_subjects" TEXT,
	"data_categories" TEXT,
	"recipients" TEXT,
	"third_country" TEXT,
	"retention" TEXT,
	"security_measures" TEXT,
	"dpa_on" TEXT,
	"dpia_on" TEXT,
	"supplier" TEXT,
	"agreement_terms" TEXT,
	"agreement_ref" TEXT,
	"agreement_start" TEXT,
	"agreement_end" TEXT,
	"notice_months" INTEGER,
	"renewal_months" INTEGER,
	"lock_in" TEXT,
	"hosting" TEXT,
	"data_location" TEXT,
	"in_use_from" TEXT,
	"support_end" TEXT,
	"retire_year" INTEGER,
	"adaptable" TEXT,
	"technical_fit" TEXT,
	"functional_fit" TEXT,
	"depends_on" TEXT,
	"notes" TEXT,
	"import_note" TEXT
) STRICT;
CREATE INDEX "system_unit" ON "system" ("unit") WHERE "unit" IS NOT NULL;
CREATE INDEX "system_controller" ON "system" ("controller") WHERE "controller" IS NOT NULL;

CREATE TABLE "initiative" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"name" TEXT,
	"number" TEXT,
	"unit" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED,
	"phase" TEXT,
	"type" TEXT,
	"priority" TEXT,
	"start" TEXT,
	"end" TEXT,
	"description" TEXT,
	"client" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"manager" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"portfolio" TEXT,
	"category" TEXT,
	"class" TEXT,
	"recommendation" TEXT,
	"decide_by" TEXT,
	"decided_on" TEXT,
	"decision_ref" TEXT,
	"financing" TEXT,
	"time_status" TEXT,
	"cost_status" TEXT,
	"scope_status" TEXT,
	"status_note" TEXT,
	"benefit_note" TEXT,
	"benefit_per_year" INTEGER,
	"benefit_realised" INTEGER,
	"benefit_owner" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"measure_on" TEXT,
	"comment" TEXT,
	"import_note" TEXT,
	"risk" TEXT
) STRICT;
CREATE INDEX "initiative_unit" ON "initiative" ("unit") WHERE "unit" IS NOT NULL;
CREATE INDEX "initiative_client" ON "initiative" ("client") WHERE "client" IS NOT NULL;
CREATE INDEX "initiative_manager" ON "initiative" ("manager") WHERE "manager" IS NOT NULL;
CREATE INDEX "initiative_benefit_owner" ON "initiative" ("benefit_owner") WHERE "benefit_owner" IS NOT NULL;

CREATE TABLE "cost" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"text" TEXT,
	"owner" TEXT,
	"year" INTEGER,
	"type" TEXT,
	"account" TEXT,
	"budget" INTEGER,
	"forecast" INTEGER,
	"actual" INTEGER,
	"comment" TEXT
) STRICT;

CREATE TABLE "frame" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"portfolio" TEXT,
	"year" INTEGER,
	"amount" INTEGER
) STRICT;
`
