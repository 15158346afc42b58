package modelling

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// limit is one of the model's amounts.
type limit struct {
	key, name string
	ore       int64
}

func limitTable() table[limit] {
	return table[limit]{
		List: List{Key: "thresholds_ore", Title: word("thresholds_ore"), One: "gräns", Loose: true, Help: "Beloppen som kraven talar om. Byter en gräns namn följer kraven med."},
		of: func(s Setting) (out []limit) {
			for _, key := range slices.Sorted(maps.Keys(s.Model.Thresholds)) {
				out = append(out, limit{key, word(key), s.Model.Thresholds[key]})
			}
			return out
		},
		put: func(m *governance.Model, all []limit) {
			m.Thresholds = map[string]int64{}
			for _, l := range all {
				key := l.name
				if l.name == word(l.key) { // one that the program knows keeps the key that it is known by
					key = l.key
				}
				m.Thresholds[key] = l.ore
			}
		},
		key: func(l *limit) *string { return &l.key },
		renamed: func(m *governance.Model, l *limit, was string) {
			for i := range m.Gates {
				limitCalled(&m.Gates[i].Need, was, l.name)
			}
		},
		columns: []column[limit]{
			line("name", "Gräns", func(l *limit) *string { return &l.name }).must(),
			amount("ore", "Kronor", func(l *limit) *int64 { return &l.ore }).must(),
		}}
}

// limitCalled lets what is at most a limit be at most it also as it is called now.
func limitCalled(n *governance.Need, was, is string) {
	if n.Most == was {
		n.Most = is
	}
	for i := range n.Either {
		limitCalled(&n.Either[i], was, is)
	}
}

// deciding is a row of the delegation, with its place.
type deciding struct {
	governance.Delegated
	at string
}

func delegationTable() table[deciding] {
	return table[deciding]{
		List: List{Key: "delegation", Title: word("delegation"), One: "rad", Help: "Vem som beslutar. Den första raden som passar insatsen gäller.", detail: func(s Setting, l Line) string {
			var out []string
			for _, c := range listed(l.Cells["classes"]) {
				out = append(out, text.Lower(labelOf(s.Model.Options("classes"), c)))
			}
			if sum, err := money.Parse(l.Cells["up_to_ore"], money.Kr); err == nil && sum > 0 {
				out = append(out, "högst "+sum.Kr()+" kr")
			}
			return strings.Join(append(out, map[string]string{"yes": "politiskt", "no": "inte politiskt"}[l.Cells["political"]]), " ")
		}},
		of: func(s Setting) (out []deciding) {
			for i, d := range s.Model.Delegation {
				out = append(out, deciding{d, fmt.Sprint("rad ", i+1)})
			}
			return out
		},
		put: func(m *governance.Model, all []deciding) {
			m.Delegation = nil
			for _, d := range all {
				m.Delegation = append(m.Delegation, d.Delegated)
			}
		},
		key: func(d *deciding) *string { return &d.at },
		columns: []column[deciding]{
			line("decider", "Beslutas av", func(d *deciding) *string { return &d.Decider }).with("Rollen eller organet, som det skrivs: ”IT-chefen”.").must(),
			choice("post", "Är rollen", func(s Setting, _ Cells) []field.Option {
				return append([]field.Option{{Label: "Ingen av kommunens roller"}}, s.Model.Options("posts")...)
			}, func(d *deciding) *string { return &d.Post }).with("Då visas den som har rollen."),
			many("types", "Insatsens typ", insatsTypes, func(d *deciding) *[]string { return &d.Types }).with("Tomt: alla."),
			many("classes", "Klass", ofList("classes"), func(d *deciding) *[]string { return &d.Classes }).with("Tomt: alla."),
			amount("up_to_ore", "Kostar högst, kronor", func(d *deciding) *int64 { return &d.UpTo }).with("I allt. Tomt: hur mycket som helst."),
			choice("political", "Politiskt beslut", fixed(field.Option{Label: "Spelar ingen roll"}, field.Option{Key: "yes", Label: "Bara det som behöver ett"}, field.Option{Key: "no", Label: "Bara det som inte behöver ett"}), func(d *deciding) *string { return &d.Political }),
			many("yes", "Svarat ja på", ofQuestions, func(d *deciding) *[]string { return &d.Yes }),
			line("source", "Källa", func(d *deciding) *string { return &d.Source }),
		}}
}

// criterionTable is what insatser are put in order by.
func criterionTable() table[governance.Criterion] {
	type criterion = governance.Criterion
	from := []field.Option{{Label: "Den som prioriterar"}}
	for _, s := range governance.PointsFrom() {
		from = append(from, field.Option{Key: s, Label: text.Capital(values[s])})
	}
	return table[criterion]{
		List: List{Key: "criteria", Title: word("criteria"), One: "kriterium", Loose: true, Help: "Insatserna får 1–5 poäng för varje kriterium, och ställs i ordning efter poängen och vikterna. Byter ett kriterium namn behåller det sina poäng.",
			detail: func(s Setting, l Line) string {
				sum, of := 0, 0
				for _, c := range s.Model.Criteria {
					if sum += c.Weight; c.Key == l.Key {
						of = c.Weight
					}
				}
				if sum == 0 || l.Key == "" {
					return ""
				}
				return fmt.Sprintf("%d\u00a0%%", (200*of+sum)/(2*sum))
			}},
		of: func(s Setting) []criterion { return s.Model.Criteria }, put: func(m *governance.Model, all []criterion) { m.Criteria = all },
		key: func(c *criterion) *string { return &c.Key }, former: func(c *criterion) *[]string { return &c.Synonyms },
		columns: []column[criterion]{
			line("label", "Kriterium", func(c *criterion) *string { return &c.Label }).must(),
			line("short", "Över kolumnen", func(c *criterion) *string { return &c.Short }).with("Ett kort ord."),
			number("weight", "Vikt", func(c *criterion) *int { return &c.Weight }).with("Räknas mot summan av allas vikter. 0: poängen visas men räknas inte."),
			choice("from", "Poängen sätts av", fixed(from...), func(c *criterion) *string { return &c.From }).with("Poäng som räknas fram skrivs inte."),
			long("help", "Förklaring", func(c *criterion) *string { return &c.Help }),
			synonyms(func(c *criterion) *[]string { return &c.Synonyms }),
		}}
}

// yearTable is what comes each year.
func yearTable() table[governance.Recurring] {
	type recurring = governance.Recurring
	var sorts []field.Option
	for _, s := range governance.YearSorts() {
		sorts = append(sorts, field.Option{Key: s, Label: text.Capital(values[s])})
	}
	var abouts []field.Option
	for _, a := range governance.Abouts() {
		abouts = append(abouts, field.Option{Key: a, Label: text.Capital(about(a))})
	}
	locks := func(cells Cells) bool { return cells["locks"] != "" }
	return table[recurring]{
		List: List{Key: "year", Title: word("year"), One: "rad", Help: "Det som kommer varje år: budget, uppföljningar, planen, och vid vilka av dem som budgetens läge låses. Forumens möten och styrdokumentens dagar står i sina register.",
			detail: func(_ Setting, l Line) string {
				day := strings.Trim(l.Cells["day"]+"/"+l.Cells["month"], "/")
				if l.Cells["locks"] != "" {
					return strings.Trim(l.Cells["short"]+" "+day, " ") + ", låses"
				}
				return day
			}},
		of: func(s Setting) []recurring { return s.Model.Year }, put: func(m *governance.Model, all []recurring) { m.Year = all },
		key: func(y *recurring) *string { return &y.Key },
		columns: []column[recurring]{
			line("label", "Vad", func(y *recurring) *string { return &y.Label }).must(),
			choice("sort", "Slag", fixed(sorts...), func(y *recurring) *string { return &y.Sort }).must(),
			number("month", "Månad", func(y *recurring) *int { return &y.Month }).with("1 är januari.").must(),
			number("day", "Dag", func(y *recurring) *int { return &y.Day }).with("En dag som månaden inte har är dess sista.").must(),
			choice("about", "Gäller", fixed(abouts...), func(y *recurring) *string { return &y.About }),
			yes("locks", "Budgetens läge låses", func(y *recurring) *bool { return &y.Locks }).with("En avstämning: budget, prognos och utfall sparas som de står, och programmet påminner om det."),
			line("short", "Kallas", func(y *recurring) *string { return &y.Short }).with("I ett ord, som T1 eller Delår.").when(locks),
			number("through", "Siffror till och med månad", func(y *recurring) *int { return &y.Through }).with("4 är april. Tomt: siffrorna gäller ingen månad, som vid en budget.").when(locks),
		}}
}
