package modelling

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// pairs is the cell of what fields may have: "state=approved", one a line.
func pairs(vs governance.Values) string {
	var out []string
	for _, key := range slices.Sorted(maps.Keys(vs)) {
		for _, v := range vs[key] {
			if v == "" {
				v = unsaid
			}
			out = append(out, key+"="+v)
		}
	}
	return celled(out)
}

// paired are the values that such a cell has; nil for none.
func paired(cell string) governance.Values {
	var out governance.Values
	for _, pair := range listed(cell) {
		key, v, _ := strings.Cut(pair, "=")
		if v == unsaid {
			v = ""
		}
		if out == nil {
			out = governance.Values{}
		}
		out[key] = append(out[key], v)
	}
	return out
}

// wholeNumber reads a number of at least 0; nothing is 0.
func wholeNumber(cell string) (n int, err error) {
	return n, number("", "", func(n *int) *int { return n }).put(nil, &n, Cells{"": cell})
}

// valuesOf are the values that some kinds' fields may have, "Status: Godkänd", and those that
// are asked for now: a question as it was put before.
func valuesOf(s Setting, kinds []*field.Kind, now []string) (out []field.Option) {
	for _, k := range kinds {
		for _, f := range k.Fields() {
			for _, o := range alternatives(s, k, f, now) {
				out = append(out, field.Option{Key: f.Key + "=" + o.Key, Label: f.Label + ": " + o.Label})
			}
		}
	}
	return out
}

// alternatives are the values that a field of a kind is known to have: those that it is declared
// with, yes and no, each with that it isn't filled in, or the model's questions.
func alternatives(s Setting, k *field.Kind, f *field.Field, now []string) (out []field.Option) {
	add := func(key, label string) {
		if !slices.ContainsFunc(out, func(o field.Option) bool { return o.Key == key }) {
			out = append(out, field.Option{Key: key, Label: label})
		}
	}
	switch at := k.Name + "." + f.Key; {
	case at == "answer.question":
		for _, q := range slices.Concat(s.Model.Checklist, s.Model.Assessment) {
			add(q.Label, "”"+q.Label+"”")
		}
		for _, pair := range now {
			if key, said, _ := strings.Cut(pair, "="); key == f.Key {
				add(said, "”"+said+"”")
			}
		}
	case at == "retirement_item.point": // by their keys
		for _, q := range s.Model.Retirement {
			add(q.Key, "”"+q.Label+"”")
		}
	case f.Hidden:
	case f.HasAlternatives():
		out = append(slices.Clone(optionsOf(s, f)), notSaid)
	case f.KnownWords():
		out = []field.Option{{Key: field.Encode(true), Label: field.Yes}, {Key: field.Encode(false), Label: field.No}, notSaid}
	}
	return out
}

// optionsOf are the alternatives of a field, its own or the model's.
func optionsOf(s Setting, f *field.Field) []field.Option {
	if f.Model != "" {
		return s.Model.Options(f.Model)
	}
	return f.Options
}

// relationsOf are what may belong to what a gate is of: what it points at itself, and what
// points at it.
func relationsOf(s Setting, cells Cells) (out []field.Option) {
	own := s.kind(kindOf(cells["of"]))
	if own == nil {
		return nil
	}
	for _, f := range own.Fields() {
		if f.Points() && !f.Hidden && len(f.Targets()) > 0 {
			out = append(out, field.Option{Key: f.Key, Label: "Fältet " + f.Label})
		}
	}
	for _, k := range s.Kinds {
		var at []*field.Field
		for _, f := range k.Fields() {
			if f.Points() && slices.Contains(f.Targets(), own) {
				at = append(at, f)
			}
		}
		for _, f := range at {
			label := text.Capital(k.Many)
			if len(at) > 1 {
				label += " (" + text.Lower(f.Label) + ")"
			}
			if !k.Silent {
				out = append(out, field.Option{Key: k.Name + "." + f.Key, Label: label})
			}
		}
	}
	return out
}

// relatedKinds are the kinds of what a way asks for of what belongs to it.
func relatedKinds(s Setting, cells Cells, way string) []*field.Kind {
	relation := cells[way+"_relation"]
	if name, _, other := strings.Cut(relation, "."); other {
		if k := s.kind(name); k != nil {
			return []*field.Kind{k}
		}
		return nil
	}
	if own := s.kind(kindOf(cells["of"])); own != nil && own.Field(relation) != nil {
		return own.Field(relation).Targets()
	}
	return nil
}

// fieldsOfGate are those that a gate's need may ask for.
func fieldsOfGate(s Setting, cells Cells, way string) []field.Option {
	return s.fieldsOf(kindOf(cells["of"]), func(f *field.Field) bool {
		switch cells[way] {
		case "role":
			return f.IsHeld()
		case "amount":
			return f.InKronor()
		}
		return true
	})
}

// valuesOfNeed are those that what is asked for may have: the outcomes of advice, the states of
// what belongs to it, or the alternatives of a field.
func valuesOfNeed(s Setting, cells Cells, way string) (out []field.Option) {
	add := func(f *field.Field) {
		if f == nil || !f.HasAlternatives() {
			return
		}
		for _, o := range optionsOf(s, f) {
			if !slices.ContainsFunc(out, func(has field.Option) bool { return has.Key == o.Key }) {
				out = append(out, o)
			}
		}
	}
	switch cells[way] {
	case "advice":
		return governance.DecisionOutcome.Options
	case "relation":
		for _, k := range relatedKinds(s, cells, way) {
			add(k.Step)
		}
	default:
		if k := s.kind(kindOf(cells["of"])); k != nil {
			for _, key := range listed(cells[way+"_fields"]) {
				add(k.Field(key))
			}
		}
	}
	return out
}

func limitsOf(s Setting, _ Cells) (out []field.Option) {
	for _, key := range slices.Sorted(maps.Keys(s.Model.Thresholds)) {
		out = append(out, field.Option{Key: key, Label: word(key)})
	}
	return out
}

// whenOther is the column of the fields, but class and type of insatser, that a gate is only of
// some values of.
func whenOther() column[asking] {
	const at = "when"
	rest := func(vs governance.Values) governance.Values {
		out := maps.Clone(vs)
		maps.DeleteFunc(out, func(key string, _ []string) bool { return key == "class" || key == "type" })
		return out
	}
	others := func(s Setting, c Cells) (out []field.Option) {
		k := s.kind(kindOf(c["of"]))
		if k == nil {
			return nil
		}
		for _, o := range valuesOf(s, []*field.Kind{k}, nil) {
			if key, _, _ := strings.Cut(o.Key, "="); kindOf(c["of"]) != "initiative" || key != "class" && key != "type" {
				out = append(out, o)
			}
		}
		return out
	}
	return column[asking]{Column{Key: at, Label: "Och bara när", Sort: Many, Help: "Av samma fält räcker ett. Tomt: alltid.", Options: others},
		func(_ *governance.Model, g *asking) string { return pairs(rest(g.When)) },
		func(_ *governance.Model, g *asking, cells Cells) error {
			if cells[at] == pairs(rest(g.When)) {
				return nil
			}
			when := governance.Values{}
			for _, key := range []string{"class", "type"} {
				if vs, has := g.When[key]; has {
					when[key] = vs
				}
			}
			maps.Copy(when, paired(cells[at]))
			g.When = when
			return nil
		}}
}

// offered refuses what a gate that has been changed asks for and can't be chosen there: it would
// stand before nothing, or never be met. What a model's file says that isn't changed is let be.
func offered(l List) func(s Setting, was, cells Cells) error {
	return func(s Setting, was, cells Cells) error {
		if was["of"] == cells["of"] && was["when"] == cells["when"] && maps.Equal(needOnly(was), needOnly(cells)) {
			return nil
		}
		for _, c := range l.Columns {
			need := slices.ContainsFunc(ways, func(way string) bool { return strings.HasPrefix(c.Key, way+"_") })
			if c.Options == nil || !need && c.Key != "when" && c.Key != "before" && c.Key != "also" || c.Asked != nil && !c.Asked(cells) {
				continue
			}
			options := c.Options(s, cells)
			for _, v := range listed(cells[c.Key]) {
				if !slices.ContainsFunc(options, func(o field.Option) bool { return o.Key == v }) {
					return &missed{c.Key, fault.New(fault.Invalid, fmt.Sprintf("”%s” finns inte att välja här. Ta bort det, eller välj något annat.", v))}
				}
			}
		}
		return nil
	}
}
