package economy

import (
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
)

// AsOf gives cost rows, all that there are of their owners, with the forecasts that were believed on
// a day, in the order of those given, and what counts of them then: what was forecast later isn't
// there. Budgets and utfall are those of now.
func AsOf(w field.World, all []*field.Record, day date.Date) (Count, []*field.Record) {
	rows := make([]*field.Record, len(all))
	for i, c := range all {
		is := c
		v, ok := ForecastAt(w, c, day)
		switch {
		case ok && !field.Equal(v, c.Get(CostForecast.Field)):
			is = c.Clone().Put(CostForecast.Field, v)
		case !ok && c.Get(CostForecast.Field) != nil:
			is = c.Clone().Put(CostForecast.Field, nil)
		}
		rows[i] = is
	}
	return Counting(w, rows), rows
}
