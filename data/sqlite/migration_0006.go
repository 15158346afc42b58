package sqlite

// What an agreement is and lies under, how it goes on, how it was bought, and how it is
// followed up; its options and avtalsuppföljningar.
const migration0006 = `
ALTER TABLE "agreement" ADD COLUMN "type" TEXT;
ALTER TABLE "agreement" ADD COLUMN "parent" TEXT REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "agreement" ADD COLUMN "contract_owner" TEXT REFERENCES "unit" (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "agreement" ADD COLUMN "renewal" TEXT;
ALTER TABLE "agreement" ADD COLUMN "most_renewals" INTEGER;
ALTER TABLE "agreement" ADD COLUMN "renewed" INTEGER;
ALTER TABLE "agreement" ADD COLUMN "bound_until" TEXT;
ALTER TABLE "agreement" ADD COLUMN "notice_from" TEXT;
ALTER TABLE "agreement" ADD COLUMN "their_notice_months" INTEGER;
ALTER TABLE "agreement" ADD COLUMN "lead_months" INTEGER;
ALTER TABLE "agreement" ADD COLUMN "option_terms" TEXT;
ALTER TABLE "agreement" ADD COLUMN "procurement" TEXT;
ALTER TABLE "agreement" ADD COLUMN "procurement_number" TEXT;
ALTER TABLE "agreement" ADD COLUMN "ceiling" INTEGER;
ALTER TABLE "agreement" ADD COLUMN "used" INTEGER;
ALTER TABLE "agreement" ADD COLUMN "price_index" TEXT;
ALTER TABLE "agreement" ADD COLUMN "index_base" TEXT;
ALTER TABLE "agreement" ADD COLUMN "index_on" TEXT;
ALTER TABLE "agreement" ADD COLUMN "it_asked" TEXT;
ALTER TABLE "agreement" ADD COLUMN "it_answer" TEXT;
ALTER TABLE "agreement" ADD COLUMN "review_months" INTEGER;
ALTER TABLE "agreement" ADD COLUMN "support_route" TEXT;
CREATE INDEX "agreement_parent" ON "agreement" ("parent") WHERE "parent" IS NOT NULL;
CREATE INDEX "agreement_contract_owner" ON "agreement" ("contract_owner") WHERE "contract_owner" IS NOT NULL;

CREATE TABLE "agreement_option" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"text" TEXT,
	"agreement" TEXT REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED,
	"months" INTEGER,
	"months_before" INTEGER,
	"use_by" TEXT,
	"state" TEXT,
	"used_on" TEXT
) STRICT;
CREATE INDEX "agreement_option_agreement" ON "agreement_option" ("agreement") WHERE "agreement" IS NOT NULL;

CREATE TABLE "agreement_review" (
	id TEXT PRIMARY KEY NOT NULL,
	ref TEXT UNIQUE,
	created TEXT,
	changed TEXT,
	free TEXT,
	sum BLOB NOT NULL,
	"text" TEXT,
	"agreement" TEXT REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED,
	"on" TEXT,
	"deviations" TEXT,
	"by" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
	"next" TEXT
) STRICT;
CREATE INDEX "agreement_review_agreement" ON "agreement_review" ("agreement") WHERE "agreement" IS NOT NULL;
CREATE INDEX "agreement_review_by" ON "agreement_review" ("by") WHERE "by" IS NOT NULL;
`
