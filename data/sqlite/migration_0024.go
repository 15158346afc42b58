package sqlite

// Which ledger what a cost has been is booked in; the sort of cost that a rule says; what a ledger's
// accounts are called.
const migration0024 = `
ALTER TABLE "cost" ADD COLUMN "ledger" TEXT REFERENCES "ledger" (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "cost_ledger" ON "cost" ("ledger") WHERE "ledger" IS NOT NULL;
ALTER TABLE "cost" ADD COLUMN "booked" INTEGER;
ALTER TABLE "ledger_rule" ADD COLUMN "sort" TEXT;
ALTER TABLE "ledger" ADD COLUMN "accounts" TEXT;
`
