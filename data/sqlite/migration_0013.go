package sqlite

// What isn't used any more is kept, and a field of the municipality's own holds a number, a
// day or a choice.
const migration0013 = `
ALTER TABLE "supplier" ADD COLUMN "archived" INTEGER;
ALTER TABLE "free_field" ADD COLUMN "type" TEXT;
ALTER TABLE "free_field" ADD COLUMN "choices" TEXT;
ALTER TABLE "unit" ADD COLUMN "archived" INTEGER;
`
