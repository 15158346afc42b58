package settings

import "itportfoljen/app/field"

// What holds where a setting says nothing is told with it.
func init() {
	holds := func(f *field.Field, v func(w field.World) field.Value) { field.Otherwise(v)(f) }
	always := func(v field.Value) func(field.World) field.Value { return func(field.World) field.Value { return v } }
	holds(PlanYear.Field, func(w field.World) field.Value { return int64(w.PlanYear()) })
	holds(ReviewYear.Field, always(int64(DefaultReviewYears)))
	holds(ReportEach.Field, always(int64(1)))
	holds(Deviation.Field, always(int64(defaultDeviation)))
	holds(Deviating.Field, always(defaultDeviating))
}
