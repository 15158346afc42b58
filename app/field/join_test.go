package field

import (
	"slices"
	"testing"

	"itportfoljen/app/base/date"
)

// Two that have become one hold a role once on any day, and keep the days of both.
func TestHeldOnceByOne(t *testing.T) {
	jan, mar, may, jul := date.Of(2026, 1, 1), date.Of(2026, 3, 1), date.Of(2026, 5, 1), date.Of(2026, 7, 1)
	for _, c := range []struct {
		name     string
		has, end []Holding
	}{
		{"both for ever", []Holding{{Person: "a"}, {Person: "b"}}, []Holding{{Person: "a"}}},
		{"one after the other", []Holding{{"b", jan, mar}, {"a", may, 0}}, []Holding{{"a", jan, mar}, {"a", may, 0}}},
		{"overlapping", []Holding{{"b", jan, may}, {"a", mar, 0}}, []Holding{{"a", jan, 0}}},
		{"one reaches two", []Holding{{"a", jan, mar}, {"a", may, jul}, {"b", mar, may}}, []Holding{{"a", jan, jul}}},
		{"another's isn't touched", []Holding{{Person: "c"}, {Person: "a"}, {Person: "c", From: jan}, {Person: "b"}}, []Holding{{Person: "c"}, {Person: "a"}, {Person: "c", From: jan}}},
	} {
		before := slices.Clone(c.has)
		if got := instead(c.has, "b", "a"); !slices.Equal(got.([]Holding), c.end) {
			t.Errorf("%s: %v, want %v", c.name, got, c.end)
		}
		if !slices.Equal(before, c.has) {
			t.Errorf("%s: what is held already was changed in place", c.name)
		}
	}
}
