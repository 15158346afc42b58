package sqlite

// What isn't used any more is kept.
const migration0013 = `
ALTER TABLE "supplier" ADD COLUMN "archived" INTEGER;
ALTER TABLE "unit" ADD COLUMN "archived" INTEGER;
`
