package modelling

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// List is one of a model's lists as people change it: lines of text, in order.
type List struct {
	Key, Title string
	Columns    []Column
	Fixed      bool // lines are neither added, moved nor removed
	lines      func(m *governance.Model) []Line
	store      func(m *governance.Model, lines []Line) error
}

// Column is a part of each line.
type Column struct {
	Label   string
	Options []field.Option // those that it is one of; none: any text
	Said    bool           // it is only told
}

// Line is one of a list: what it is known by, "" for one that is new, and its parts.
type Line struct {
	Key   string
	Cells []string
}

// Lines are those of a list.
func (l List) Lines(m *governance.Model) []Line { return l.lines(m) }

// Store puts lines in a model, in their order. What people don't change of each is kept; a
// line without a name is left out. Faults: Invalid.
func (l List) Store(m *governance.Model, lines []Line) error {
	lines = slices.DeleteFunc(slices.Clone(lines), func(line Line) bool { return strings.TrimSpace(line.Cells[0]) == "" })
	taken := map[string]bool{}
	for _, line := range lines {
		taken[line.Key] = true
	}
	for i := range lines {
		if lines[i].Key == "" {
			lines[i].Key = fresh(lines[i].Cells[0], taken)
		}
	}
	return l.store(m, lines)
}

// fresh is a key that no other has, made of a name.
func fresh(name string, taken map[string]bool) string {
	key := strings.Join(strings.FieldsFunc(text.Fold(name), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }), "_")
	if key == "" {
		key = "ny"
	}
	out := key
	for n := 2; taken[out]; n++ {
		out = fmt.Sprint(key, "_", n)
	}
	taken[out] = true
	return out
}

// Lists are those that people change, the ones changed most first.
func Lists() []List {
	return []List{
		{Key: "forums", Title: word("forums"), Columns: []Column{{Label: "Forum"}, {Label: "Ledamöter, med semikolon emellan"}, {Label: "Kallas av"}}, lines: forumLines, store: storeForums},
		questions("checklist", func(m *governance.Model) *[]governance.Question { return &m.Checklist }),
		questions("assessment", func(m *governance.Model) *[]governance.Question { return &m.Assessment }),
		items("categories", func(m *governance.Model) *[]governance.Item { return &m.Categories }),
		items("portfolios", func(m *governance.Model) *[]governance.Item { return &m.Portfolios }),
		{Key: "thresholds_ore", Title: word("thresholds_ore"), Columns: []Column{{Label: "Gräns"}, {Label: "Kronor"}}, lines: limitLines, store: storeLimits},
		{Key: "gates", Title: word("gates"), Fixed: true, Columns: []Column{{Label: "Krav", Said: true}, {Label: "Vad det gör", Options: effects()}, {Label: "Vem som får göra undantag"}}, lines: gateLines, store: storeGates},
	}
}

// listed gives a list that has a key and a name each, in another order and with other names.
func listed[T any](old []T, lines []Line, key func(*T) *string, put func(*T, Line)) (out []T) {
	for _, line := range lines {
		var one T
		if i := slices.IndexFunc(old, func(o T) bool { return *key(&o) == line.Key }); i >= 0 {
			one = old[i]
		}
		*key(&one) = line.Key
		put(&one, line)
		out = append(out, one)
	}
	return out
}

func questions(key string, of func(m *governance.Model) *[]governance.Question) List {
	return List{Key: key, Title: word(key), Columns: []Column{{Label: "Fråga"}},
		lines: func(m *governance.Model) (out []Line) {
			for _, q := range *of(m) {
				out = append(out, Line{q.Key, []string{q.Label}})
			}
			return out
		},
		store: func(m *governance.Model, lines []Line) error {
			said := map[string]string{}
			*of(m) = listed(*of(m), lines, func(q *governance.Question) *string { return &q.Key }, func(q *governance.Question, l Line) {
				was := q.Label
				q.Label = text.OneLine(l.Cells[0])
				said[was] = q.Label
			})
			for i := range m.Gates {
				reword(&m.Gates[i].Need, said)
			}
			return nil
		}}
}

// reword lets a gate that asks for the answer to a question ask for it as it is put now.
func reword(n *governance.Need, said map[string]string) {
	for i, q := range n.Where["question"] {
		if now := said[q]; now != "" {
			n.Where["question"][i] = now
		}
	}
	for i := range n.Either {
		reword(&n.Either[i], said)
	}
}

func items(key string, of func(m *governance.Model) *[]governance.Item) List {
	return List{Key: key, Title: word(key), Columns: []Column{{Label: "Namn"}, {Label: "Förklaring"}},
		lines: func(m *governance.Model) (out []Line) {
			for _, i := range *of(m) {
				out = append(out, Line{i.Key, []string{i.Label, i.Help}})
			}
			return out
		},
		store: func(m *governance.Model, lines []Line) error {
			*of(m) = listed(*of(m), lines, func(i *governance.Item) *string { return &i.Key }, func(i *governance.Item, l Line) {
				i.Label, i.Help = text.OneLine(l.Cells[0]), text.OneLine(l.Cells[1])
			})
			return nil
		}}
}

func forumLines(m *governance.Model) (out []Line) {
	for _, f := range m.Forums {
		out = append(out, Line{f.Key, []string{f.Label, strings.Join(f.Members, "; "), f.Calls}})
	}
	return out
}

func storeForums(m *governance.Model, lines []Line) error {
	m.Forums = listed(m.Forums, lines, func(f *governance.Forum) *string { return &f.Key }, func(f *governance.Forum, l Line) {
		f.Label, f.Calls, f.Members = text.OneLine(l.Cells[0]), text.OneLine(l.Cells[2]), nil
		for member := range strings.SplitSeq(l.Cells[1], ";") {
			if s := text.OneLine(member); s != "" {
				f.Members = append(f.Members, s)
			}
		}
	})
	return nil
}

func limitLines(m *governance.Model) (out []Line) {
	for _, key := range slices.Sorted(maps.Keys(m.Thresholds)) {
		out = append(out, Line{key, []string{key, money.Ore(m.Thresholds[key]).Exact()}})
	}
	return out
}

func storeLimits(m *governance.Model, lines []Line) error {
	out := map[string]int64{}
	for _, l := range lines {
		sum, err := money.Parse(l.Cells[1], money.Kr)
		if err != nil || sum <= 0 {
			return fault.New(fault.Invalid, fmt.Sprintf("Gränsen %s är inget belopp över noll: ”%s”. Inget har ändrats. Skriv den i kronor.", l.Cells[0], l.Cells[1]))
		}
		out[l.Key] = int64(sum)
	}
	m.Thresholds = out
	return nil
}

func effects() (out []field.Option) {
	for _, e := range []governance.Effect{governance.Stop, governance.Warn, governance.Record} {
		out = append(out, field.Option{Key: string(e), Label: text.Capital(EffectWord(e))})
	}
	return out
}

func gateLines(m *governance.Model) (out []Line) {
	for i, g := range m.Gates {
		out = append(out, Line{fmt.Sprint(i), []string{g.Key + ": " + g.Text, string(g.Effect), g.Except}})
	}
	return out
}

func storeGates(m *governance.Model, lines []Line) error {
	for i, l := range lines {
		if i >= len(m.Gates) {
			break
		}
		m.Gates[i].Effect, m.Gates[i].Except = governance.Effect(l.Cells[1]), text.OneLine(l.Cells[2])
	}
	return nil
}
