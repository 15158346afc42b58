package sqlite

// What is done about a cost that is dearer than its budget, and how much it may differ before
// somebody has to say why.
const migration0025 = `
ALTER TABLE "cost" ADD COLUMN "action" TEXT;
ALTER TABLE "settings" ADD COLUMN "variance_percent" INTEGER;
ALTER TABLE "settings" ADD COLUMN "variance_amount" INTEGER;
`
