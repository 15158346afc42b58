package modelling

import (
	"maps"
	"slices"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// Lists are the parts of a model that people change, in the order that they are told.
func Lists() []List {
	return []List{
		phaseTable().list(), forumTable().list(), classTable().list(),
		questionTable("checklist", "En fråga som ställs på ett annat sätt behåller sina svar. Är det en annan fråga: ta bort den gamla och lägg till en ny.", func(m *governance.Model) *[]governance.Question { return &m.Checklist }, asked()...).list(),
		questionTable("assessment", "Punkterna som forumet bedömer.", func(m *governance.Model) *[]governance.Question { return &m.Assessment }).list(),
		criterionTable().list(),
		gateTable().list(), delegationTable().list(), acuteTable().list(), limitTable().list(), framingTable().list(),
		itemTable("portfolios", "portfölj", "", func(m *governance.Model) *[]governance.Item { return &m.Portfolios }).list(),
		itemTable("categories", "kategori", "", func(m *governance.Model) *[]governance.Item { return &m.Categories }).list(),
		postTable().list(), roleTable().list(), policyTable().list(), yearTable().list(),
		questionTable("retirement_checklist", "Det som görs när ett system avvecklas.", func(m *governance.Model) *[]governance.Question { return &m.Retirement }).list(),
		wholeTable().list(),
	}
}

func synonyms[T any](at func(t *T) *[]string) column[T] {
	return wordlist("synonyms", "Kallas också", nil, at).with("Ord som folk skriver i Excel, och vad den hette förr. Ett ord får bara betyda en sak i listan.")
}

func phaseTable() table[governance.Phase] {
	type phase = governance.Phase
	return table[phase]{
		List: List{Key: "phases", Title: word("phases"), One: "fas", Help: "I den ordning som insatserna går. Skedet är det som figurer och rapporter räknar efter, vad fasen än heter.",
			detail: func(_ Setting, l Line) string { return values[l.Cells["stage"]] }},
		of:     func(s Setting) []phase { return s.Model.Phases },
		put:    func(m *governance.Model, all []phase) { m.Phases = all },
		key:    func(p *phase) *string { return &p.Key },
		former: func(p *phase) *[]string { return &p.Synonyms },
		clear:  func(m *governance.Model) { m.Transitions = nil },
		columns: []column[phase]{
			line("label", "Namn", func(p *phase) *string { return &p.Label }).must(),
			choice("stage", "Skede", fixed(stages()...), func(p *phase) *governance.Stage { return &p.Stage }).must(),
			choice("forum", "Behandlas i", func(s Setting, c Cells) []field.Option {
				return append([]field.Option{{Label: "Inget forum"}}, s.Model.Options("forums")...)
			}, func(p *phase) *string { return &p.Forum }),
			yes("board", "Kolumn på tavlan", func(p *phase) *bool { return &p.Board }),
			{Column{Key: "to", Label: "Lämnas bara till", Sort: Many, Options: ofList("phases"), Help: "Tomt: till vilken fas som helst."},
				func(m *governance.Model, p *phase) string {
					for _, t := range m.Transitions {
						if t.From == p.Key {
							return celled(t.To)
						}
					}
					return ""
				}, func(m *governance.Model, p *phase, cells Cells) error {
					if to := listed(cells["to"]); len(to) > 0 {
						m.Transitions = append(m.Transitions, governance.Transition{From: p.Key, To: to})
					}
					return nil
				}},
			synonyms(func(p *phase) *[]string { return &p.Synonyms }),
		}}
}

func forumTable() table[governance.Forum] {
	type forum = governance.Forum
	per := append([]field.Option{{Label: "Ett för hela kommunen"}}, field.Option{Key: "administration", Label: "Ett per förvaltning"}, field.Option{Key: "board", Label: "Ett per nämnd"},
		field.Option{Key: "company", Label: "Ett per bolag"}, field.Option{Key: governance.PerPortfolio, Label: "Ett per portfölj"})
	return table[forum]{
		List: List{Key: "forums", Title: word("forums"), One: "forum", Help: "Byter ett forum namn är det som det har sagt ändå dess, och det som är skrivet behåller sina ord.",
			detail: func(_ Setting, l Line) string {
				if l.Cells["decides"] != "" {
					return "beslutar"
				}
				return "ger råd"
			}},
		of:     func(s Setting) []forum { return s.Model.Forums },
		put:    func(m *governance.Model, all []forum) { m.Forums = all },
		key:    func(f *forum) *string { return &f.Key },
		former: func(f *forum) *[]string { return &f.Synonyms },
		columns: []column[forum]{
			line("label", "Namn", func(f *forum) *string { return &f.Label }).must(),
			choice("per", "Antal", fixed(per...), func(f *forum) *string { return &f.Per }),
			yes("decides", "Beslutar, och ger inte bara råd", func(f *forum) *bool { return &f.Decides }).with("Beslutar inget forum i modellen får alla besluta."),
			line("calls", "Kallas av", func(f *forum) *string { return &f.Calls }),
			long("task", "Uppgift", func(f *forum) *string { return &f.Task }),
			wordlist("members", "Ledamöter", posts, func(f *forum) *[]string { return &f.Members }).with("Roller, som ”IT-chef” eller ”IT-samordnare från varje förvaltning”."),
			synonyms(func(f *forum) *[]string { return &f.Synonyms }),
		}}
}

func itemTable(key, one, help string, at func(m *governance.Model) *[]governance.Item, more ...column[governance.Item]) table[governance.Item] {
	type item = governance.Item
	return table[item]{
		List:   List{Key: key, Title: word(key), One: one, Help: help},
		of:     func(s Setting) []item { return *at(s.Model) },
		put:    func(m *governance.Model, all []item) { *at(m) = all },
		key:    func(i *item) *string { return &i.Key },
		former: func(i *item) *[]string { return &i.Synonyms },
		columns: slices.Concat([]column[item]{
			line("label", "Namn", func(i *item) *string { return &i.Label }).must(),
			long("help", "Förklaring", func(i *item) *string { return &i.Help }),
		}, more, []column[item]{synonyms(func(i *item) *[]string { return &i.Synonyms })}),
	}
}

// all is the forum that is all of them, in what a class goes to.
const all = "*"

func classTable() table[governance.Item] {
	type item = governance.Item
	d := itemTable("classes", "klass", "Från den minsta till den största. Vad en klass ska ha ifyllt, och vilka forum den går till.", func(m *governance.Model) *[]governance.Item { return &m.Classes },
		column[item]{Column{Key: "class_needs", Label: "Ska ha ifyllt", Sort: Many, Options: func(s Setting, _ Cells) []field.Option {
			return s.fieldsOf("initiative", (*field.Field).Editable)
		}}, func(m *governance.Model, i *item) string { return celled(m.ClassNeeds[i.Key]) },
			func(m *governance.Model, i *item, cells Cells) error {
				if needs := listed(cells["class_needs"]); len(needs) > 0 {
					m.ClassNeeds[i.Key] = needs
				}
				return nil
			}},
		column[item]{Column{Key: "class_forums", Label: "Går till", Sort: Many, Help: "Faser i andra forum hoppas över. Den som beslutar passeras alltid.", Options: func(s Setting, _ Cells) []field.Option {
			return append([]field.Option{{Key: all, Label: "Alla forum"}}, s.Model.Options("forums")...)
		}}, func(m *governance.Model, i *item) string {
			if forums, said := m.ClassForums[i.Key]; said {
				return celled(forums)
			}
			return all
		}, func(m *governance.Model, i *item, cells Cells) error {
			if forums := listed(cells["class_forums"]); !slices.Contains(forums, all) {
				m.ClassForums[i.Key] = append([]string{}, forums...)
			}
			return nil
		}})
	d.clear = func(m *governance.Model) { m.ClassNeeds, m.ClassForums = map[string][]string{}, map[string][]string{} }
	return d
}

// asked are the columns that only the questions of the checklist have.
func asked() []column[governance.Question] {
	type question = governance.Question
	return []column[question]{
		line("short", "Ja, i några få ord", func(q *question) *string { return &q.Short }).with("Det som står när klassen förklaras, som ”berör flera förvaltningar”."),
		choice("gives", "Ja ger minst klassen", func(s Setting, _ Cells) []field.Option {
			return append([]field.Option{{Label: "Ingen"}}, s.Model.Options("classes")...)
		}, func(q *question) *string { return &q.Gives }),
	}
}

func questionTable(key, help string, at func(m *governance.Model) *[]governance.Question, more ...column[governance.Question]) table[governance.Question] {
	type question = governance.Question
	one := map[string]string{"assessment": "punkt"}[key]
	if one == "" {
		one = "fråga"
	}
	return table[question]{
		List: List{Key: key, Title: word(key), One: one, Help: help, detail: func(s Setting, l Line) string {
			if c, ok := s.Model.Class(l.Cells["gives"]); ok {
				return "ja: minst " + text.Lower(c.Label)
			}
			return ""
		}},
		of:     func(s Setting) []question { return *at(s.Model) },
		put:    func(m *governance.Model, all []question) { *at(m) = all },
		key:    func(q *question) *string { return &q.Key },
		former: func(q *question) *[]string { return &q.Synonyms },
		renamed: func(m *governance.Model, q *question, was string) {
			for i := range m.Gates {
				reword(&m.Gates[i].Need, was, q.Label)
			}
		},
		columns: slices.Concat([]column[question]{long("label", text.Capital(one), func(q *question) *string { return &q.Label }).must()}, more),
	}
}

// reword lets a gate that asks for the answer to a question ask for it also as it is put now.
func reword(n *governance.Need, was, is string) {
	if asked := n.Where["question"]; slices.Contains(asked, was) && !slices.Contains(asked, is) {
		n.Where = maps.Clone(n.Where)
		n.Where["question"] = append(slices.Clone(asked), is)
	}
	for i := range n.Either {
		reword(&n.Either[i], was, is)
	}
}

func postTable() table[governance.Post] {
	type post = governance.Post
	return table[post]{
		List:   List{Key: "posts", Title: word("posts"), One: "roll", Help: "Rollerna i kommunen, och vilka enheter som var och en ska ha någon i rollen."},
		of:     func(s Setting) []post { return s.Model.Posts },
		put:    func(m *governance.Model, all []post) { m.Posts = all },
		key:    func(p *post) *string { return &p.Key },
		former: func(p *post) *[]string { return &p.Synonyms },
		columns: []column[post]{
			line("label", "Namn", func(p *post) *string { return &p.Label }).must(),
			long("help", "Förklaring", func(p *post) *string { return &p.Help }),
			many("of", "Ska finnas i varje", fixed(units()...), func(p *post) *[]string { return &p.Of }).with("Tomt: rollen är bara känd."),
			line("appointed_by", "Utses av", func(p *post) *string { return &p.Appointed }),
			line("source", "Källa", func(p *post) *string { return &p.Source }),
			synonyms(func(p *post) *[]string { return &p.Synonyms }),
		}}
}

func policyTable() table[governance.PolicyClass] {
	type class = governance.PolicyClass
	return table[class]{
		List: List{Key: "policy_classes", Title: word("policy_classes"), One: "slag", Help: "Planer, program, riktlinjer och andra styrdokument: vad som går före vad, vem som beslutar och hur ofta de ses över."},
		of:   func(s Setting) []class { return s.Model.Policies }, put: func(m *governance.Model, all []class) { m.Policies = all },
		key:    func(c *class) *string { return &c.Key },
		former: func(c *class) *[]string { return &c.Synonyms },
		columns: []column[class]{
			line("label", "Namn", func(c *class) *string { return &c.Label }).must(),
			number("rank", "Rang", func(c *class) *int { return &c.Rank }).with("1 går före 2.").must(),
			line("decider", "Beslutas av", func(c *class) *string { return &c.Decider }),
			line("owner", "Ägs av", func(c *class) *string { return &c.Owner }),
			number("months", "Ses över efter, månader", func(c *class) *int { return &c.Months }).with("Tomt: det sägs inte."),
			long("help", "Förklaring", func(c *class) *string { return &c.Help }),
			synonyms(func(c *class) *[]string { return &c.Synonyms }),
		}}
}
