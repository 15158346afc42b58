package modelling

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// asking is a gate, with what it is known by: two of different kinds may have the same key.
type asking struct {
	governance.Gate
	at string
}

func gateAt(g governance.Gate) string { return strings.TrimSpace(kindOf(g.Of) + " " + g.Key) }

func kindOf(of string) string {
	if of == "" {
		return "initiative"
	}
	return of
}

// ownGate begins the key of a gate that the municipality has added.
const ownGate = "Egen-"

func gateTable() table[asking] {
	ofInsats := func(c Cells) bool { return kindOf(c["of"]) == "initiative" }
	t := table[asking]{
		List: List{Key: "gates", Title: word("gates"), One: "krav", Help: "Vad som ska finnas före ett steg, och vad som händer när det saknas.", said: gateSaid, detail: gateDetail},
		of: func(s Setting) (out []asking) {
			for _, g := range s.Model.Gates {
				out = append(out, asking{g, gateAt(g)})
			}
			return out
		},
		put: putGates,
		key: func(g *asking) *string { return &g.at },
		columns: slices.Concat([]column[asking]{
			long("text", "Vad som saknas", func(g *asking) *string { return &g.Text }).with("Meningen som sägs när det saknas.").must(),
			{Column: Column{Key: "key", Label: "Krav", Sort: Told}, get: func(_ *governance.Model, g *asking) string { return g.Key }},
			choice("of", "Gäller", kindsWithSteps, func(g *asking) *string { return &g.Of }),
			choice("before", "Före", befores(true), func(g *asking) *string { return &g.Before }),
			many("also", "Och före", befores(false), func(g *asking) *[]string { return &g.Also }).when(func(c Cells) bool { return c["before"] != "" }),
			yes("always", "Sägs också hela tiden om det som är i bruk", func(g *asking) *bool { return &g.Always }).when(func(c Cells) bool { return c["before"] != "" }),
			only("class", "Bara klasserna", ofList("classes")).when(ofInsats),
			only("type", "Bara typerna", insatsTypes).when(ofInsats),
			whenOther(),
		}, needColumns(), []column[asking]{
			choice("effect", "När det saknas", fixed(effects()...), func(g *asking) *governance.Effect { return &g.Effect }).must(),
			line("except", "Undantag görs av", func(g *asking) *string { return &g.Except }).with("Rollen som får göra undantag, ”IT-chefen eller kommundirektören”. Tomt: ingen."),
			day("since", "Gäller från", func(g *asking) *string { return &g.Since }).with("Före den dagen frågas inte efter det. Tomt: det gäller alltid."),
			line("source", "Källa", func(g *asking) *string { return &g.Source }),
		})}
	t.check = offered(t.list())
	return t
}

func gateDetail(s Setting, l Line) string {
	before := "hela tiden"
	if b := l.Cells["before"]; b != "" {
		before = "före " + (teller{s.Model, s.Kinds}).state(governance.Gate{Of: l.Cells["of"]}, b)
	}
	return EffectWord(governance.Effect(l.Cells["effect"])) + " " + before
}

func gateSaid(l Line) string {
	said := text.OneLine(l.Cells["text"])
	if key := l.Cells["key"]; key != "" && said != "" {
		return key + ": " + said
	}
	return said
}

// putGates gives new gates keys of their own, and a rule each where the model has rules.
func putGates(m *governance.Model, all []asking) {
	var out []governance.Gate
	taken := map[string]bool{}
	for _, g := range all {
		if strings.HasSuffix(g.at, g.Key) && g.Key != "" && strings.Contains(g.at, " ") {
			taken[g.Key] = true
		}
	}
	for _, g := range all {
		if !strings.Contains(g.at, " ") { // new, or a copy
			n := 1
			for taken[fmt.Sprint(ownGate, n)] {
				n++
			}
			g.Key = fmt.Sprint(ownGate, n)
			taken[g.Key] = true
		}
		if g.Text = strings.TrimSpace(g.Text); g.Text != "" && !strings.HasSuffix(g.Text, ".") {
			g.Text += "."
		}
		if strings.HasPrefix(g.Key, ownGate) && len(m.Rules) > 0 {
			ownRule(m, g.Gate)
		}
		out = append(out, g.Gate)
	}
	m.Gates = out
}

// ownRule is the rule that a gate of the municipality's own is of.
func ownRule(m *governance.Model, g governance.Gate) {
	r := governance.Rule{Key: g.RuleOf(), Text: g.Text, Source: g.Source}
	if i := slices.IndexFunc(m.Rules, func(o governance.Rule) bool { return o.Key == r.Key }); i >= 0 {
		m.Rules[i] = r
		return
	}
	m.Rules = append(m.Rules, r)
}

func effects() (out []field.Option) {
	for _, e := range []governance.Effect{governance.Stop, governance.Warn, governance.Record} {
		out = append(out, field.Option{Key: string(e), Label: text.Capital(EffectWord(e))})
	}
	return out
}

// kindsWithSteps are the kinds that gates may stand in the way of.
func kindsWithSteps(s Setting, _ Cells) []field.Option {
	out := []field.Option{{Label: "Insatser"}}
	for _, k := range s.Kinds {
		asked := slices.ContainsFunc(s.Model.Gates, func(g governance.Gate) bool { return g.Speaks(k) })
		if k.Name != "initiative" && (asked || k.Step != nil || len(governance.ActsOf(k)) > 0) {
			out = append(out, field.Option{Key: k.Name, Label: text.Capital(k.Many)})
		}
	}
	return out
}

// befores are the steps that a gate may stand before.
func befores(never bool) func(s Setting, c Cells) []field.Option {
	return func(s Setting, c Cells) (out []field.Option) {
		k := s.kind(kindOf(c["of"]))
		if never {
			out = append(out, field.Option{Label: "Inget steg: sägs hela tiden"})
		}
		if k == nil {
			return out
		}
		if k.Name == "initiative" {
			out = append(out, s.Model.Options("phases")...)
			out = append(out, field.Option{Key: governance.Approval, Label: "Bifall: någon beslutar ja"})
		} else if k.Step != nil {
			out = append(out, k.Step.Options...)
		}
		for _, act := range governance.ActsOf(k) {
			out = append(out, field.Option{Key: act, Label: governance.ActOf(k, act).Label})
		}
		return out
	}
}

// unsaid is the key of what isn't filled in.
const unsaid = "-"

var notSaid = field.Option{Key: unsaid, Label: "Inte ifyllt"}

// only is the column of the values of a field that a gate is of.
func only(key, label string, options func(s Setting, c Cells) []field.Option) column[asking] {
	at := "when_" + key
	return column[asking]{Column{Key: at, Label: label, Sort: Many, Help: "Tomt: alla.", Options: func(s Setting, c Cells) []field.Option {
		return append(options(s, c), notSaid)
	}}, func(_ *governance.Model, g *asking) string {
		var out []string
		for _, v := range g.When[key] {
			if v == "" {
				v = unsaid
			}
			out = append(out, v)
		}
		return celled(out)
	}, func(_ *governance.Model, g *asking, cells Cells) error {
		now := listed(cells[at])
		for i, v := range now {
			if v == unsaid {
				now[i] = ""
			}
		}
		if slices.Equal(now, g.When[key]) {
			return nil
		}
		when := governance.Values{}
		for k, v := range g.When {
			when[k] = v
		}
		if when[key] = now; len(now) == 0 {
			delete(when, key)
		}
		g.When = when
		return nil
	}}
}

func insatsTypes(s Setting, _ Cells) []field.Option {
	if k := s.kind("initiative"); k != nil && k.Field("type") != nil {
		return slices.Clone(k.Field("type").Options)
	}
	return nil
}
