package field_test

import (
	"slices"
	"testing"

	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
)

func TestTell(t *testing.T) {
	today := date.Of(2026, 11, 20)
	autumn, spring, year := date.Of(2026, 9, 1), date.Of(2027, 3, 1), date.Of(2026, 12, 31)
	for _, c := range []struct {
		name            string
		now, told, want []field.Holding
	}{
		{"the first, with its days", nil, []field.Holding{{"a", autumn, year}}, []field.Holding{{"a", autumn, year}}},
		{"the first, without", nil, []field.Holding{{Person: "a"}}, []field.Holding{{Person: "a"}}},
		{"the same once more", []field.Holding{{"a", autumn, year}}, []field.Holding{{"a", autumn, year}}, []field.Holding{{"a", autumn, year}}},
		{"an end", []field.Holding{{Person: "a"}}, []field.Holding{{"a", 0, year}}, []field.Holding{{"a", 0, year}}},
		{"who follows", []field.Holding{{Person: "a"}}, []field.Holding{{"a", 0, year}, {"b", spring, 0}}, []field.Holding{{"a", 0, year}, {"b", spring, 0}}},
		{"only who follows", []field.Holding{{Person: "a"}}, []field.Holding{{"b", spring, 0}}, []field.Holding{{Person: "a"}, {"b", spring, 0}}},
		{"only who was before", []field.Holding{{Person: "a"}}, []field.Holding{{"b", 0, date.Of(2025, 5, 1)}}, []field.Holding{{Person: "a"}, {"b", 0, date.Of(2025, 5, 1)}}},
		{"another", []field.Holding{{Person: "a"}}, []field.Holding{{"b", autumn, 0}}, []field.Holding{{"a", 0, date.Of(2026, 11, 19)}, {"b", autumn, 0}}},
	} {
		got := field.Tell(c.now, c.told, today)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		if again := field.Tell(got, c.told, today); !slices.Equal(again, got) {
			t.Errorf("%s: told once more %v, want %v", c.name, again, got)
		}
	}
}
