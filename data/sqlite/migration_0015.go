package sqlite

// What the styrmodell asks before a system is in drift: how long it is to live, that it follows
// the riktlinjer and uses what there is, and that what is open is apart from the rest.
const migration0015 = `
ALTER TABLE "system" ADD COLUMN "support_category" TEXT;
ALTER TABLE "system" ADD COLUMN "lifespan" TEXT;
ALTER TABLE "system" ADD COLUMN "guidelines_on" TEXT;
ALTER TABLE "system" ADD COLUMN "reuse_on" TEXT;
ALTER TABLE "system" ADD COLUMN "separated_on" TEXT;
`
