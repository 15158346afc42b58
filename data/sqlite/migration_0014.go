package sqlite

import (
	"context"
	"database/sql/driver"

	"itportfoljen/app/field"
)

// Agreements, insatser, tjänster and styrdokument have tags as systems do.
const migration0014 = `
ALTER TABLE "agreement" ADD COLUMN "tags" TEXT;
ALTER TABLE "initiative" ADD COLUMN "tags" TEXT;
ALTER TABLE "service" ADD COLUMN "tags" TEXT;
ALTER TABLE "policy" ADD COLUMN "tags" TEXT;
`

// moveTags makes tags of the text that systems had for them: each once, and spelled as the
// first that has it.
func moveTags(ctx context.Context, c *conn, _ Options) error {
	var ids, written []string
	err := c.each(ctx, `SELECT id, tags FROM system WHERE tags IS NOT NULL ORDER BY length(ref), ref, id`, nil, func(row []driver.Value) error {
		ids, written = append(ids, text(row[0])), append(written, text(row[1]))
		return nil
	})
	if err != nil {
		return err
	}
	spelled := map[string]string{}
	for i, was := range written {
		is := field.Spelled(was, func(tag string) string {
			key := field.TagKey(tag)
			if spelled[key] == "" {
				spelled[key] = tag
			}
			return spelled[key]
		})
		if is == was {
			continue
		}
		var now driver.Value // NULL where it named none
		if is != "" {
			now = is
		}
		if _, err := c.exec(`UPDATE system SET tags = ? WHERE id = ?`, now, ids[i]); err != nil {
			return err
		}
	}
	return nil
}
