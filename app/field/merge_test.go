package field

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func ids(s string) Value {
	if s == "" {
		return nil
	}
	var out []ID
	for _, f := range strings.Fields(s) {
		out = append(out, ID(f))
	}
	return out
}

func TestMergedReferences(t *testing.T) {
	for _, c := range []struct{ now, before, after, want string }{
		{"a b", "a b", "a b c", "a b c"},
		{"a b x", "a b", "a b c", "a b c x"},     // both added
		{"a b c", "a b", "a b c", "a b c"},       // both added the same
		{"b", "a b", "b", "b"},                   // both took the same out
		{"b x", "a b", "b c", "b c x"},           // took out, and added
		{"x", "", "c", "x c"},                    // began at once
		{"a", "a b", "a b c", "a c"},             // what it came after has gone: last
		{"x y", "a", "", "x y"},                  // another did it
		{"a x", "a", "", "x"},                    // took all out
		{"b a", "a b", "a c b", "b a c"},         // another changed the order
		{"a b", "a b", "c d a b", "a b c d"},     // nothing before it: last, in order
		{"a x b", "a b", "a c d b", "a c d x b"}, // two after one
	} {
		got, ok := merged(ids(c.now), ids(c.before), ids(c.after))
		if !ok || !Equal(got, ids(c.want)) {
			t.Errorf("%q, where %q became %q, is %v %v, want %q", c.now, c.before, c.after, got, ok, c.want)
		}
	}
}

func TestMergedHoldings(t *testing.T) {
	hold := func(s string) Value {
		if s == "" {
			return nil
		}
		var out []Holding
		for _, f := range strings.Fields(s) {
			var h Holding
			p, dates, _ := strings.Cut(f, ":")
			h.Person = ID(p)
			_, _ = fmt.Sscanf(dates, "%d-%d", &h.From, &h.To)
			out = append(out, h)
		}
		return out
	}
	for _, c := range []struct {
		now, before, after, want string
		ok                       bool
	}{
		{"a:0-0 x:5-0", "a:0-0", "a:0-4 b:5-0", "a:0-4 b:5-0 x:5-0", true}, // a successor each
		{"a:0-4", "a:0-0", "a:0-4 b:5-0", "a:0-4 b:5-0", true},             // both ended it that day
		{"a:0-3", "a:0-0", "a:0-4", "", false},                             // on different days
		{"a:0-3", "a:0-0", "", "", false},                                  // one ended it, one says it never was
		{"", "a:0-0", "a:0-4", "", false},                                  // ended what is gone
		{"a:0-0 b:5-9", "a:0-0", "a:0-0 b:5-0", "", false},                 // the same one, until different days
		{"a:0-0 a:0-0", "a:0-0", "a:0-0 b:5-0", "", false},                 // doubled
	} {
		got, ok := merged(hold(c.now), hold(c.before), hold(c.after))
		if ok != c.ok || ok && !Equal(got, hold(c.want)) {
			t.Errorf("%q, where %q became %q, is %v %v, want %q", c.now, c.before, c.after, got, ok, c.want)
		}
	}
	if _, ok := merged("x", "y", "z"); ok {
		t.Error("texts can't be merged")
	}
}

// TestMergedHasBoth: whatever two do to a list, what each added is there and what
// each took out isn't, unless the other added it.
func TestMergedHasBoth(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	some := func() (out []ID) {
		for _, i := range rng.Perm(7)[:rng.IntN(7)] {
			out = append(out, ID(rune('a'+i)))
		}
		return out
	}
	for range 2000 {
		before, mine, theirs := some(), some(), some()
		v, ok := merged(theirs, before, mine)
		if !ok {
			t.Fatal(before, mine, theirs)
		}
		got, _ := v.([]ID)
		for i := range 7 {
			id := ID(rune('a' + i))
			was, is, was2 := slices.Contains(before, id), slices.Contains(mine, id), slices.Contains(theirs, id)
			want := was2
			if was != is {
				want = is
			}
			if slices.Contains(got, id) != want {
				t.Fatalf("%v → %v and %v gave %v", before, mine, theirs, got)
			}
		}
	}
}
