package governance

import (
	"slices"
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
)

// unanswered says of a need that isn't met that it is so only since something that it asks for
// isn't written down yet. False: what is written down goes against it.
func (a *asking) unanswered(n Need) bool {
	switch {
	case n.Field != "":
		return a.unwritten(n, n.Field)
	case len(n.Any) > 0:
		return a.unwritten(n, n.Any...)
	case len(n.All) > 0:
		return a.unwritten(n, n.All...)
	case n.Role != "":
		return a.unwritten(n, n.Role)
	case n.Relation != "":
		return len(n.Is) == 0 || !a.related(Need{Relation: n.Relation, Where: n.Where, Having: n.Having, Each: n.Each, Least: n.Least})
	case n.Advice != "":
		return !a.heard(Advised, n.Advice, nil)
	case n.Decision != "":
		return a.latest(Decided, func(d *field.Record) bool { return a.m.isForum(n.Decision, DecisionForum.Get(d)) }) == nil
	case n.Confirmed:
		return a.latest(Confirmed, func(d *field.Record) bool { return strings.EqualFold(DecisionGate.Get(d), a.gate) }) == nil
	case n.None != "":
		return false
	case n.Amount != "":
		f := a.field(n.Amount)
		if f == nil {
			return true
		}
		_, known := f.Value(a.w, a.r, 0).(money.Ore)
		return !known
	case n.Frame != "":
		return n.Frame != FrameWithin
	case len(n.Either) > 0:
		return !slices.ContainsFunc(n.Either, func(one Need) bool { return !a.unanswered(one) })
	}
	return true
}

// unwritten says that what the fields have is as the need wants: that it isn't met is since
// others of them are empty.
func (a *asking) unwritten(n Need, keys ...string) bool {
	return !slices.ContainsFunc(keys, func(key string) bool {
		f := a.r.Kind.Field(key)
		if f == nil || field.IsEmpty(f.Value(a.w, a.r, 0)) {
			return false
		}
		return n.Role != "" || !a.have(n, key)
	})
}
