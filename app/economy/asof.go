package economy

import (
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
)

// AsOf gives cost rows with the forecasts that were believed on a day, and what counts of them then:
// what was forecast later isn't there. Budgets and utfall are those of now.
func AsOf(w field.World, day date.Date) (Count, func(c *field.Record) *field.Record) {
	then := make(map[field.ID]*field.Record, len(w.All(CostKind)))
	rows := make([]*field.Record, 0, len(w.All(CostKind)))
	for _, c := range w.All(CostKind) {
		is := c
		v, ok := ForecastAt(w, c, day)
		switch {
		case ok && !field.Equal(v, c.Get(CostForecast.Field)):
			is = c.Clone().Put(CostForecast.Field, v)
		case !ok && c.Get(CostForecast.Field) != nil:
			is = c.Clone().Put(CostForecast.Field, nil)
		}
		then[c.ID], rows = is, append(rows, is)
	}
	return Counting(w, rows), func(c *field.Record) *field.Record {
		if is := then[c.ID]; is != nil {
			return is
		}
		return c
	}
}
