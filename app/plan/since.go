package plan

import (
	"slices"
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
)

// Standing are the insatser that stand in the plan, in the order of their references.
func Standing(w field.World) (out []*field.Record) {
	for _, r := range w.All(Kind) {
		if standing(w, r) {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b *field.Record) int { return strings.Compare(a.Ref, b.Ref) })
	return out
}

// Change is what has become of an insats of the plan between two times.
type Change struct {
	Insats     *field.Record // as it is now, or as it was where it has been removed
	Came, Went bool          // into the plan, and out of it
	Said       []string      // Swedish: "Fas: Beredning → Beslut"
	Was, Is    money.Total   // the whole budget
}

// told are the fields that a plan is compared by.
func told() []*field.Field {
	return []*field.Field{Name.Field, Phase.Field, Class.Field, Unit.Field, Portfolio.Field, Priority.Field, Start.Field, End.Field}
}

// Since is what differs between the plan as it stood then and now: what came, what changed and
// what went, each in the order of their references.
func Since(then, now field.World) (out []Change) {
	was := map[field.ID]*field.Record{}
	for _, r := range Standing(then) {
		was[r.ID] = r
	}
	var changed, went []Change
	for _, r := range Standing(now) {
		c := Change{Insats: r}
		c.Is.Add(Cost(now, r))
		old := was[r.ID]
		delete(was, r.ID)
		if old == nil {
			c.Came = true
			out = append(out, c)
			continue
		}
		c.Was.Add(Cost(then, old))
		for _, f := range told() {
			a, b := f.Show(then, f.Value(then, old, 0)), f.Show(now, f.Value(now, r, 0))
			if a != b {
				c.Said = append(c.Said, f.Label+": "+dash(a)+" → "+dash(b))
			}
		}
		if len(c.Said) > 0 || c.Was != c.Is {
			changed = append(changed, c)
		}
	}
	for _, old := range Standing(then) {
		if was[old.ID] == nil {
			continue
		}
		c := Change{Insats: old, Went: true, Said: []string{"borttagen"}}
		c.Was.Add(Cost(then, old))
		if r := now.Get(old.ID); r != nil {
			c.Insats = r
			c.Said = []string{Phase.Field.Label + ": " + dash(Phase.Show(then, Phase.Get(old))) + " → " + dash(Phase.Show(now, Phase.Get(r)))}
		}
		went = append(went, c)
	}
	return append(append(out, changed...), went...)
}

func dash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}
