// Package governance holds the styrmodell as data: the phases, forums,
// portföljer and categories that a municipality governs its IT by. A model is
// read from a file, kept in the portfolio and may be edited there; code knows
// only the concepts.
package governance

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Default is the ID of the model that is suggested: Danderyd's, the fullest.
const Default = "danderyd"

// Stage says what a phase means to figures and reports, whatever it is called.
type Stage string

// The stages.
const (
	Idea     Stage = "idea"     // not yet asked for
	Prepared Stage = "prepared" // being prepared or assessed
	Waiting  Stage = "waiting"  // before the ledningsgrupp or the decider
	Planned  Stage = "planned"  // decided, not begun
	Running  Stage = "running"
	Done     Stage = "done"   // delivered; the benefit is being taken home
	Closed   Stage = "closed" // nothing more to do
	Aside    Stage = "aside"  // sent back, resting, rejected or stopped
)

// Live says whether an insats in the stage counts among those that there are:
// it is neither closed nor set aside.
func (s Stage) Live() bool { return s != Closed && s != Aside }

// Undecided says that an insats in the stage is on its way to a decision.
func (s Stage) Undecided() bool { return s == Idea || s == Prepared || s == Waiting }

// Delivered says that what an insats in the stage was to do is done.
func (s Stage) Delivered() bool { return s == Done || s == Closed }

// Phase is a step in the life of an insats.
type Phase struct {
	Key      string   `json:"key"`
	Label    string   `json:"label"`
	Stage    Stage    `json:"stage"`
	Forum    string   `json:"forum,omitempty"` // the forum that handles it
	Board    bool     `json:"board"`           // has a column on the board
	Synonyms []string `json:"synonyms,omitempty"`
}

// Item is an alternative of one of the model's lists.
type Item struct {
	Key      string   `json:"key"`
	Label    string   `json:"label"`
	Help     string   `json:"help,omitempty"`
	Synonyms []string `json:"synonyms,omitempty"`
}

// Forum is where insatser are prepared or decided.
type Forum struct {
	Key     string   `json:"key"`
	Label   string   `json:"label"`
	Per     string   `json:"per,omitempty"`     // there is one of each: a type of unit, or PerPortfolio; "" is one for all
	Calls   string   `json:"calls,omitempty"`   // who convenes it
	Decides bool     `json:"decides,omitempty"` // it decides; else it gives advice
	Task    string   `json:"task,omitempty"`
	Members []string `json:"members,omitempty"`

	Synonyms []string `json:"synonyms,omitempty"` // what else it is called, or was: what was said in its name then is still its
}

// Called says whether the forum is what people call by a name, or called so before.
func (f Forum) Called(name string) bool { return called(f.Label, f.Synonyms, name) }

// Called says whether the phase is what people call by a name, or called so before.
func (p Phase) Called(name string) bool { return called(p.Label, p.Synonyms, name) }

// Called says whether the alternative is what people call by a name, or called so before.
func (i Item) Called(name string) bool { return called(i.Label, i.Synonyms, name) }

func called(label string, synonyms []string, name string) bool {
	key := text.Key(name)
	return key != "" && (key == text.Key(label) || slices.ContainsFunc(synonyms, func(s string) bool { return key == text.Key(s) }))
}

// PerPortfolio is of a forum that there is one of in each portfölj.
const PerPortfolio = "portfolio"

// PolicyClass is a class of styrdokument: its place in the order of precedence, who decides
// it, and how old it may become.
type PolicyClass struct {
	Item
	Rank    int    `json:"rank"`              // 1 goes before 2
	Decider string `json:"decider,omitempty"` // as the guideline names it
	Owner   string `json:"owner,omitempty"`   // the same
	Months  int    `json:"months,omitempty"`  // it is decided anew within; 0: nothing is said
}

// Question is one line of the checklist or of a forum's assessment.
type Question struct {
	Key   string `json:"key"`
	Label string `json:"label"`
	Short string `json:"short,omitempty"` // what a yes says, in a few words: "berör flera förvaltningar"
	Gives string `json:"gives,omitempty"` // the class that a yes gives, at least

	Synonyms []string `json:"synonyms,omitempty"` // how it was put before: what was answered then still answers it
}

// Asks says whether the question is asked in some words, or was.
func (q Question) Asks(words string) bool { return called(q.Label, q.Synonyms, words) }

// Model is a municipality's way to govern IT.
type Model struct {
	ID          string            `json:"id"`
	Name        string            `json:"name"`
	Description string            `json:"description"` // one Swedish sentence
	Source      string            `json:"source"`
	Phases      []Phase           `json:"phases"`
	Portfolios  []Item            `json:"portfolios"`
	Categories  []Item            `json:"categories"`
	Classes     []Item            `json:"classes"` // rutin, större, strategisk
	Forums      []Forum           `json:"forums"`
	Checklist   []Question        `json:"checklist"`
	Assessment  []Question        `json:"assessment"`
	Criteria    []Criterion       `json:"criteria,omitempty"`             // what insatser are put in order by
	Retirement  []Question        `json:"retirement_checklist,omitempty"` // what is done when a system is taken out of use
	RoleNames   map[string]string `json:"role_names,omitempty"`           // field key → what this municipality calls it
	Policies    []PolicyClass     `json:"policy_classes,omitempty"`
	Posts       []Post            `json:"posts,omitempty"`         // the roles in the municipality
	Defaults    map[string]string `json:"role_defaults,omitempty"` // field key → the post whose holder has the role where nobody is named
	Ownership   string            `json:"system_owner,omitempty"`  // what counts as that a system is owned; "" is ByPerson
	Transitions []Transition      `json:"transitions,omitempty"`
	Ours        []string          `json:"ours,omitempty"`  // the lists that the guideline says nothing of, as this file calls them
	Rules       []Rule            `json:"rules,omitempty"` // the guideline's, numbered
	Gates       []Gate            `json:"gates,omitempty"`
	Thresholds  map[string]int64  `json:"thresholds_ore,omitempty"` // amounts in öre that gates speak of, and other rules by their names
	Registers   []string          `json:"registers,omitempty"`      // names of the kinds that it asks for, of those that are Further

	Year        []Recurring         `json:"year,omitempty"`         // what comes each year: budget, follow-ups, the plan
	ClassNeeds  map[string][]string `json:"class_needs,omitempty"`  // class → the fields of an insats that it must have filled in
	ClassForums map[string][]string `json:"class_forums,omitempty"` // class → the forums that prepare it; one that isn't there passes all
	Delegation  []Delegated         `json:"delegation,omitempty"`
	Acute       Acute               `json:"acute,omitzero"`   // none where it names no role
	Framing     Framing             `json:"framing,omitzero"` // to what ramar are given
}

// checkNamed holds that the model can be told from others.
func (m *Model) checkNamed() error {
	if m.ID == "" || m.Name == "" {
		return m.invalid("saknar nyckel (id) eller namn (name)", "id")
	}
	return nil
}

// checkPhases holds that there is a way from a first phase to work, by stages and forums that
// there are.
func (m *Model) checkPhases() error {
	stages, forums := map[Stage]bool{}, keys(m.Options("forums"))
	for i, p := range m.Phases {
		at := fmt.Sprintf("phases[%d].", i)
		if _, known := tones[p.Stage]; !known {
			return m.meant(string(p.Stage), stageNames(), fmt.Sprintf("har en fas, %s, vars skede (%s) programmet inte känner till", p.Label, p.Stage), at+"stage")
		}
		if p.Forum != "" && !slices.Contains(forums, p.Forum) {
			return m.meant(p.Forum, forums, fmt.Sprintf("har en fas, %s, i ett forum som inte finns (%s)", p.Label, p.Forum), at+"forum")
		}
		stages[p.Stage] = true
	}
	if !stages[Idea] && !stages[Prepared] || !stages[Running] {
		return m.invalid("saknar en första fas eller en fas för genomförande", "phases")
	}
	return nil
}

func stageNames() (out []string) {
	for _, s := range []Stage{Idea, Prepared, Waiting, Planned, Running, Done, Closed, Aside} {
		out = append(out, string(s))
	}
	return out
}

// checkLists holds that what is in the lists has a key of its own and a name.
func (m *Model) checkLists() error {
	for _, list := range []struct{ what, name string }{{"fas", "phases"}, {"portfölj", "portfolios"}, {"kategori", "categories"}, {"klass", "classes"},
		{"forum", "forums"}, {"styrdokument", "policy_classes"}, {"roll", "posts"}, {"sak i året", "year"}, {"kriterium", "criteria"}} {
		seen := map[string]bool{}
		for i, o := range m.Options(list.name) {
			if o.Key == "" || o.Label == "" || seen[o.Key] {
				return m.invalid(fmt.Sprintf("har en post (%s) utan namn eller två med samma nyckel (%s)", list.what, o.Key), "%s[%d].key", list.name, i)
			}
			seen[o.Key] = true
		}
	}
	for i, c := range m.Policies {
		if c.Rank < 1 || c.Months < 0 {
			return m.invalid(fmt.Sprintf("har ett slags styrdokument, %s, utan rang eller med ett intervall under noll", c.Label), "policy_classes[%d].rank", i)
		}
	}
	return nil
}

func keys(options []field.Option) (out []string) {
	for _, o := range options {
		out = append(out, o.Key)
	}
	return out
}

func (m *Model) policyItems() (out []Item) {
	for _, c := range m.Policies {
		out = append(out, c.Item)
	}
	return out
}

// PolicyClass finds a class of styrdokument by key.
func (m *Model) PolicyClass(key string) (PolicyClass, bool) {
	for _, c := range m.Policies {
		if c.Key == key {
			return c, true
		}
	}
	return PolicyClass{}, false
}

// Phase finds a phase by key.
func (m *Model) Phase(key string) (Phase, bool) {
	for _, p := range m.Phases {
		if p.Key == key {
			return p, true
		}
	}
	return Phase{}, false
}

// StageOf is the stage of a phase; an unknown phase counts as an idea.
func (m *Model) StageOf(key string) Stage {
	if p, ok := m.Phase(key); ok {
		return p.Stage
	}
	return Idea
}

var tones = map[Stage]field.Tone{Idea: field.Quiet, Prepared: field.Accent, Waiting: field.Warn, Planned: field.Accent, Running: field.Good, Done: field.Good, Closed: field.Quiet, Aside: field.Quiet}

// Options gives one of the model's lists as alternatives: "phases",
// "portfolios", "categories", "classes", "policy_classes", "posts" or "forums".
func (m *Model) Options(list string) []field.Option {
	var out []field.Option
	switch list {
	case "phases":
		for _, p := range m.Phases {
			out = append(out, field.Option{Key: p.Key, Label: p.Label, Synonyms: p.Synonyms, Tone: tones[p.Stage]})
		}
	case "year":
		for _, y := range m.Year {
			out = append(out, field.Option{Key: y.Key, Label: y.Label})
		}
	case "criteria":
		for _, c := range m.Criteria {
			out = append(out, field.Option{Key: c.Key, Label: c.Label, Synonyms: c.Synonyms})
		}
	case "forums":
		for _, f := range m.Forums {
			out = append(out, field.Option{Key: f.Key, Label: f.Label, Synonyms: f.Synonyms})
		}
	default:
		for _, i := range map[string][]Item{"portfolios": m.Portfolios, "categories": m.Categories, "classes": m.Classes, "policy_classes": m.policyItems(), "posts": m.postItems()}[list] {
			out = append(out, field.Option{Key: i.Key, Label: i.Label, Synonyms: i.Synonyms})
		}
	}
	return out
}
