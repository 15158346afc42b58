package intake

import (
	"itportfoljen/app/exchange/identify"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/field"
)

// sources are the sheets that have given records their values, so that one that says
// something else of the same record doesn't win in silence. Of a single sheet, and of a
// book of our own, nothing is kept.
type sources map[source]*match.Layout

type source struct {
	id   field.ID
	f    *field.Field
	year int
}

func newSources(layouts []*match.Layout) sources {
	if len(layouts) < 2 || layouts[0].Ours {
		return nil
	}
	return sources{}
}

func (s sources) note(t *identify.Table, r *field.Record, v value) {
	if s != nil {
		s[source{r.ID, v.Field, v.year}] = t.Layout
	}
}

// elsewhere is the name of another sheet that has given the value, "" for none.
func (s sources) elsewhere(t *identify.Table, r *field.Record, v value) string {
	if by := s[source{r.ID, v.Field, v.year}]; by != nil && by != t.Layout {
		return by.Sheet.Name
	}
	return ""
}
