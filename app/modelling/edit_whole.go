package modelling

import (
	"maps"
	"slices"

	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

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
