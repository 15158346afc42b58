package modelling

import (
	"maps"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// needed is what a gate asks for, as it is written in columns.
type needed struct {
	sort, forum string
	fields      []string
}

// composed is a need that columns have no room for: it is kept as the file has it.
const composed = "composed"

// framed begins the sorts that ask of ramar.
const framed = "frame_"

func needOf(n governance.Need) needed {
	switch {
	case n.Relation != "" || len(n.Either) > 0:
		return needed{sort: composed}
	case n.Field != "":
		return needed{sort: "all", fields: []string{n.Field}}
	case len(n.All) > 0:
		return needed{sort: "all", fields: n.All}
	case len(n.Any) > 0:
		return needed{sort: "any", fields: n.Any}
	case n.None != "":
		return needed{sort: "none", fields: []string{n.None}}
	case n.Role != "":
		return needed{sort: "role", fields: []string{n.Role}}
	case n.Amount != "":
		return needed{sort: "amount", fields: []string{n.Amount}}
	case n.Frame != "":
		return needed{sort: framed + n.Frame}
	case n.Class:
		return needed{sort: "class_needs"}
	case n.Checklist:
		return needed{sort: "checklist"}
	case n.Assessed:
		return needed{sort: "assessed"}
	case n.Confirmed:
		return needed{sort: "confirmed"}
	case n.Advice != "":
		return needed{sort: "advice", forum: n.Advice}
	case n.Decision != "":
		return needed{sort: "decision", forum: n.Decision}
	}
	return needed{}
}

func needOptions(_ Setting, cells Cells) []field.Option {
	out := []field.Option{
		{Key: "all", Label: "Fälten är ifyllda"}, {Key: "any", Label: "Något av fälten är ifyllt"}, {Key: "none", Label: "Fältet är tomt"},
		{Key: "role", Label: "Någon har rollen i dag"}, {Key: "amount", Label: "Beloppet är högst en gräns"},
		{Key: "checklist", Label: "Checklistan är besvarad"}, {Key: "class_needs", Label: "Det som klassen kräver är ifyllt"}, {Key: "assessed", Label: "Bedömningens alla punkter är besvarade"},
		{Key: "advice", Label: "Forumet har yttrat sig"}, {Key: "decision", Label: "Någon har beslutat ja"}, {Key: "confirmed", Label: "Någon har bekräftat det, med dag"},
		{Key: framed + governance.FrameWithin, Label: "Det ryms i de beslutade ramarna"}, {Key: framed + governance.FrameDecided, Label: "Kostnaden är känd och en ram är beslutad för den"},
	}
	if cells["need"] == composed {
		out = append(out, field.Option{Key: composed, Label: "Något sammansatt, som modellens fil säger"})
	}
	return out
}

// putNeed writes what is asked for, if it isn't as it was.
func putNeed(_ *governance.Model, g *asking, cells Cells) error {
	sort, fields, is := cells["need"], listed(cells["need_fields"]), listed(cells["need_is"])
	was := needOf(g.Need)
	if sort == was.sort && (sort == composed || slices.Equal(fields, was.fields) && cells["need_forum"] == was.forum && slices.Equal(is, g.Need.Is) && cells["need_most"] == g.Need.Most) {
		return nil
	}
	missing := func(what string) error { return fault.New(fault.Invalid, "Välj "+what+".") }
	g.Need = governance.Need{}
	switch sort {
	case "all", "any":
		switch {
		case len(fields) == 0:
			return &missed{"need_fields", missing("vilka fält")}
		case sort == "any":
			g.Need.Any = fields
		case len(fields) == 1:
			g.Need.Field, g.Need.Is = fields[0], is
		default:
			g.Need.All, g.Need.Is = fields, is
		}
	case "none", "role", "amount":
		if len(fields) != 1 {
			return &missed{"need_fields", missing("ett fält")}
		}
		switch sort {
		case "none":
			g.Need.None = fields[0]
		case "role":
			g.Need.Role = fields[0]
		default:
			if g.Need.Amount, g.Need.Most = fields[0], cells["need_most"]; g.Need.Most == "" {
				return &missed{"need_most", missing("en av beloppsgränserna")}
			}
		}
	case "checklist":
		g.Need.Checklist = true
	case "class_needs":
		g.Need.Class = true
	case "assessed":
		g.Need.Assessed = true
	case "confirmed":
		g.Need.Confirmed = true
	case framed + governance.FrameWithin, framed + governance.FrameDecided:
		g.Need.Frame = strings.TrimPrefix(sort, framed)
	case "advice", "decision":
		if cells["need_forum"] == "" {
			return &missed{"need_forum", missing("vilket forum")}
		}
		if sort == "advice" {
			g.Need.Advice, g.Need.Is = cells["need_forum"], is
		} else {
			g.Need.Decision = cells["need_forum"]
		}
	}
	return nil
}

// missed is what is missing in another column than the one that is written.
type missed struct {
	column string
	error
}

// fieldsOfGate are those that a gate's need may ask for.
func fieldsOfGate(s Setting, cells Cells) []field.Option {
	return s.fieldsOf(kindOf(cells["of"]), func(f *field.Field) bool {
		switch cells["need"] {
		case "role":
			return f.IsHeld()
		case "amount":
			return f.InKronor()
		}
		return true
	})
}

// valuesOfNeed are those that what is asked for may have: the outcomes of advice, or the
// alternatives of a field.
func valuesOfNeed(s Setting, cells Cells) (out []field.Option) {
	if cells["need"] == "advice" {
		return governance.DecisionOutcome.Options
	}
	k := s.kind(kindOf(cells["of"]))
	if k == nil {
		return nil
	}
	for _, key := range listed(cells["need_fields"]) {
		f := k.Field(key)
		if f == nil || !f.HasAlternatives() {
			continue
		}
		options := f.Options
		if f.Model != "" {
			options = s.Model.Options(f.Model)
		}
		for _, o := range options {
			if !slices.ContainsFunc(out, func(has field.Option) bool { return has.Key == o.Key }) {
				out = append(out, o)
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

// held is a role of systems and other things, and what the model says of it.
type held struct{ key, field, name, post string }

func roleTable() table[held] {
	return table[held]{
		List: List{Key: "role_names", Title: "Roller för system", One: "roll", Fixed: true, Help: "Vad kommunen kallar rollerna, och vem som har dem där ingen är skriven."},
		of: func(s Setting) (out []held) {
			seen := map[string]bool{}
			add := func(key, label string) {
				if !seen[key] {
					seen[key] = true
					out = append(out, held{key, label, s.Model.RoleNames[key], s.Model.Defaults[key]})
				}
			}
			for _, k := range s.Kinds {
				for _, f := range k.Fields() {
					if f.IsHeld() && !f.Hidden {
						add(f.Key, f.Label)
					}
				}
			}
			for _, key := range slices.Sorted(maps.Keys(s.Model.RoleNames)) {
				add(key, key)
			}
			for _, key := range slices.Sorted(maps.Keys(s.Model.Defaults)) {
				add(key, key)
			}
			return out
		},
		put: func(m *governance.Model, all []held) {
			m.RoleNames, m.Defaults = map[string]string{}, map[string]string{}
			for _, h := range all {
				if h.name != "" {
					m.RoleNames[h.key] = h.name
				}
				if h.post != "" {
					m.Defaults[h.key] = h.post
				}
			}
		},
		key: func(h *held) *string { return &h.key },
		columns: []column[held]{
			{Column: Column{Key: "field", Label: "Rollen", Sort: Told}, get: func(_ *governance.Model, h *held) string { return h.field }},
			line("name", "Kallas här", func(h *held) *string { return &h.name }).with("Tomt: som ovan."),
			choice("post", "Följer av uppdraget", func(s Setting, _ Cells) []field.Option {
				return append([]field.Option{{Label: "Inget"}}, s.Model.Options("posts")...)
			}, func(h *held) *string { return &h.post }).with("Den som har uppdraget har rollen där ingen är skriven."),
		}}
}

// whole is what a model says in one place.
type whole struct {
	governance.Model
	at string
}

func oneOf(s Setting) []whole { return []whole{{*s.Model, "model"}} }

func acuteTable() table[whole] {
	return table[whole]{
		List: List{Key: "acute", Title: word("acute"), One: "väg", Fixed: true, Help: "Den som ensam bedömer en akut insats, och forumet som får veta det efteråt. Tomt: ingen akut väg."},
		of:   oneOf, put: func(m *governance.Model, all []whole) { m.Acute = all[0].Acute },
		key: func(w *whole) *string { return &w.at },
		columns: []column[whole]{
			line("role", "Bedöms av", func(w *whole) *string { return &w.Acute.Role }).with("Rollen, som ”IT-chefen”."),
			choice("forum", "Efteråt får veta", func(s Setting, _ Cells) []field.Option {
				return append([]field.Option{{Label: "Inget forum"}}, s.Model.Options("forums")...)
			}, func(w *whole) *string { return &w.Acute.Forum }),
			many("gates", "Krav som undantaget gäller", func(s Setting, _ Cells) (out []field.Option) {
				for _, g := range s.Model.Gates {
					if g.OfInitiatives() {
						out = append(out, field.Option{Key: g.Key, Label: g.Key + ": " + g.Text})
					}
				}
				return out
			}, func(w *whole) *[]string { return &w.Acute.Gates }),
			line("source", "Källa", func(w *whole) *string { return &w.Acute.Source }),
		}}
}

func wholeTable() table[whole] {
	return table[whole]{
		List: List{Key: "model", Title: "Modellen", One: "modell", Fixed: true},
		of:   oneOf,
		put: func(m *governance.Model, all []whole) {
			w := all[0]
			m.Name, m.Description, m.Source, m.Ownership, m.Registers = w.Name, w.Description, w.Source, w.Ownership, w.Registers
		},
		key: func(w *whole) *string { return &w.at },
		columns: []column[whole]{
			line("name", "Namn", func(w *whole) *string { return &w.Name }).must(),
			long("description", "När den passar", func(w *whole) *string { return &w.Description }),
			line("source", "Riktlinjen", func(w *whole) *string { return &w.Source }),
			choice("system_owner", word("system_owner"), func(Setting, Cells) (out []field.Option) {
				for _, o := range []string{governance.ByPerson, governance.ByUnit, governance.ByRepresented} {
					key := o
					if o == governance.ByPerson {
						key = ""
					}
					out = append(out, field.Option{Key: key, Label: values[o]})
				}
				return out
			}, func(w *whole) *string { return &w.Ownership }),
			many("registers", "Register som syns från början", func(s Setting, _ Cells) (out []field.Option) {
				for _, k := range s.Kinds {
					if k.Further {
						out = append(out, field.Option{Key: k.Name, Label: k.Many})
					}
				}
				return out
			}, func(w *whole) *[]string { return &w.Registers }),
		}}
}
