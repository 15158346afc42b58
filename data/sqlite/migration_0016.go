package sqlite

// What somebody confirms has a document, an exception a last day; an upphandling begins on a
// day.
const migration0016 = `
ALTER TABLE "decision" ADD COLUMN "until" TEXT;
ALTER TABLE "decision" ADD COLUMN "document" TEXT;
ALTER TABLE "initiative" ADD COLUMN "procurement_on" TEXT;
`
