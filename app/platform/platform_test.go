package platform_test

import (
	"context"
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/platform"
)

var today = apptest.Today

func TestNothingReplacesItself(t *testing.T) {
	p := apptest.Empty(t)
	a := apptest.Add(t, p, platform.Kind, platform.Name, "A")
	b := apptest.Add(t, p, platform.Kind, platform.Name, "B", platform.ReplacedBy, a.ID)
	c := apptest.Add(t, p, platform.Kind, platform.Name, "C", platform.ReplacedBy, b.ID)
	for _, by := range []*field.Record{a, b, c} {
		_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) { return "Ersätts", tx.Set(a.ID, platform.ReplacedBy.Field, by.ID) })
		want := "A skulle ersätta sig själv, över " + by.Name()
		if by == a {
			want = "A kan inte ersätta sig själv."
		}
		if fault.CodeOf(err) != fault.Invalid || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("A is replaced by %s: %v", by.Name(), err)
		}
	}
}

func TestItGoesAfterItCame(t *testing.T) {
	p := apptest.Empty(t)
	a := apptest.Add(t, p, platform.Kind, platform.Name, "A", platform.From, today)
	for days, want := range map[int]fault.Code{-1: fault.Invalid, 0: "", 1: ""} {
		_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) {
			return "Utgår", tx.Set(a.ID, platform.To.Field, today.AddDays(days))
		})
		if fault.CodeOf(err) != want {
			t.Errorf("%d days after: %v", days, err)
		}
	}
}

func TestWhatLeavesHasASuccessor(t *testing.T) {
	for _, c := range []struct {
		name string
		puts []any
		want bool
	}{
		{"in use", []any{platform.State, platform.Current}, false},
		{"in use, and goes within a year", []any{platform.State, platform.Current, platform.To, today.AddMonths(12)}, true},
		{"in use, and goes later", []any{platform.State, platform.Current, platform.To, today.AddMonths(13)}, false},
		{"leaves, nobody knows when", []any{platform.State, platform.Leaving}, true},
		{"leaves within a year", []any{platform.State, platform.Leaving, platform.To, today.AddMonths(12)}, true},
		{"leaves later", []any{platform.State, platform.Leaving, platform.To, today.AddMonths(13)}, false},
		{"gone", []any{platform.State, platform.Gone}, false},
	} {
		p := apptest.Empty(t)
		next := apptest.Add(t, p, platform.Kind, platform.Name, "Ny")
		r := apptest.Add(t, p, platform.Kind, append([]any{platform.Name, "A"}, c.puts...)...)
		told := func() (is bool) {
			platform.Kind.Remind(p, p.Get(r.ID), func(m field.Reminder) { is = is || m.Rule == "platform-successor" })
			return is
		}
		if told() != c.want {
			t.Errorf("%s: told %v", c.name, told())
		}
		apptest.Put(t, p, r.ID, platform.ReplacedBy, next.ID)
		if told() {
			t.Errorf("%s: told of what is replaced", c.name)
		}
	}
}
