package governance

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"itportfoljen/app/field"
)

// Unknown gives the words of the model that no kind has, so that who edits it is told.
func (m *Model) Unknown(kinds []*field.Kind) (out []string) {
	byName := map[string]*field.Kind{}
	for _, k := range kinds {
		byName[k.Name] = k
	}
	for _, name := range m.Registers {
		if byName[name] == nil {
			out = append(out, "register: slaget "+name)
		}
	}
	out = append(out, m.unknownBearers(byName)...)
	for class, keys := range m.ClassNeeds {
		for _, key := range keys {
			if k := byName["initiative"]; k != nil && k.Field(key) == nil {
				out = append(out, fmt.Sprintf("class_needs, %s: fältet %s", class, key))
			}
		}
	}
	for _, g := range m.Gates {
		if byName[g.kind()] == nil {
			out = append(out, fmt.Sprintf("%s: slaget %s", g.Key, g.kind()))
			continue
		}
		for _, word := range slices.Concat(g.unknownStates(byName[g.kind()]), g.unknownFields(byName), m.unknownValues(g, byName)) {
			out = append(out, g.Key+": "+word)
		}
	}
	slices.Sort(out)
	return out
}

// unknownStates are those before which the gate stands that the kind hasn't; phases are
// the model's own.
func (g Gate) unknownStates(k *field.Kind) (out []string) {
	for _, key := range g.states() {
		phase := k.Step != nil && k.Step.Model != ""
		if ActOf(k, key) == nil && !phase && !(key == Approval && g.OfInitiatives()) && (k.Step == nil || !slices.ContainsFunc(k.Step.Options, func(o field.Option) bool { return o.Key == key })) {
			out = append(out, "steget "+key)
		}
	}
	return out
}

// unknownFields are those that the gate speaks of and that its kind, or the one it is
// related to, hasn't.
func (g Gate) unknownFields(byName map[string]*field.Kind) (out []string) {
	lacks := func(k *field.Kind, keys ...string) {
		for _, key := range keys {
			if key != "" && k.Field(key) == nil {
				out = append(out, "fältet "+key)
			}
		}
	}
	own := byName[g.kind()]
	lacks(own, slices.Collect(maps.Keys(g.When))...)
	for _, n := range g.Need.Ways() {
		lacks(own, n.Field, n.Role, n.None, n.Amount)
		lacks(own, n.Any...)
		lacks(own, n.All...)
		kind, key, other := strings.Cut(n.Relation, ".")
		related := byName[kind]
		switch {
		case !other && n.Relation != "" && own.Field(n.Relation) != nil:
			for _, k := range own.Field(n.Relation).Targets() {
				lacks(k, n.Having...)
				lacks(k, slices.Collect(maps.Keys(n.Where))...)
			}
		case !other:
			lacks(own, n.Relation)
		case related == nil || related.Field(key) == nil:
			out = append(out, n.Relation)
		default:
			lacks(related, n.Having...)
			lacks(related, slices.Collect(maps.Keys(n.Where))...)
		}
	}
	return out
}

// unknownValues are those that the gate asks for and that its fields, or those of what it is
// related to, can't have: it would never stand before anything, or never be met.
func (m *Model) unknownValues(g Gate, byName map[string]*field.Kind) (out []string) {
	lacks := func(f *field.Field, values []string) {
		if f == nil || !f.HasAlternatives() {
			return
		}
		options := f.Options
		if f.Model != "" {
			options = m.Options(f.Model)
		}
		for _, v := range values {
			if v != "" && !slices.ContainsFunc(options, func(o field.Option) bool { return o.Key == v }) {
				out = append(out, fmt.Sprintf("värdet %s i %s", v, f.Key))
			}
		}
	}
	all := func(k *field.Kind, vs Values) {
		for key, values := range vs {
			lacks(k.Field(key), values)
		}
	}
	own := byName[g.kind()]
	all(own, g.When)
	for _, n := range g.Need.Ways() {
		for _, key := range append([]string{n.Field}, n.All...) {
			lacks(own.Field(key), n.Is)
		}
		kind, _, other := strings.Cut(n.Relation, ".")
		related := byName[kind]
		if f := own.Field(n.Relation); !other && f != nil {
			related = f.Target()
		}
		if related != nil {
			all(related, n.Where)
			lacks(related.Step, n.Is)
		}
	}
	return out
}
