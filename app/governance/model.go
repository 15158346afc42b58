// Package governance holds the styrmodell as data: the phases, forums,
// portföljer and categories that a municipality governs its IT by. A model is
// read from a file, kept in the portfolio and may be edited there; code knows
// only the concepts.
package governance

import (
	"encoding/json"
	"fmt"

	"itportfoljen/app/base/fault"
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
	Per     string   `json:"per,omitempty"`   // there is one of each: a type of unit, or PerPortfolio; "" is one for all
	Calls   string   `json:"calls,omitempty"` // who convenes it
	Task    string   `json:"task,omitempty"`
	Members []string `json:"members,omitempty"`
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
}

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
	Thresholds  map[string]int64  `json:"thresholds_ore,omitempty"` // amounts in öre that gates speak of
	Registers   []string          `json:"registers,omitempty"`      // names of the kinds that it asks for, of those that are Further
}

// Parse reads a model file and checks it. Errors are *fault.Error: Unreadable
// when it is no model at all, Invalid when it can't be governed by.
func Parse(data []byte) (*Model, error) {
	var m Model
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, fault.Wrap(fault.Unreadable, "Styrmodellen kunde inte läsas. Inget har ändrats. Välj en annan modell eller återställ den i Inställningar.", err)
	}
	if err := m.check(); err != nil {
		return nil, err
	}
	return &m, nil
}

func (m *Model) check() error {
	stages := map[Stage]bool{}
	var phases, forums []Item
	for _, p := range m.Phases {
		phases = append(phases, Item{Key: p.Key, Label: p.Label})
		if _, known := tones[p.Stage]; !known {
			return m.invalid(fmt.Sprintf("har en fas, %s, vars skede (%s) programmet inte känner till", p.Label, p.Stage))
		}
		stages[p.Stage] = true
	}
	for _, f := range m.Forums {
		forums = append(forums, Item{Key: f.Key, Label: f.Label})
	}
	for _, list := range []struct {
		what  string
		items []Item
	}{{"fas", phases}, {"portfölj", m.Portfolios}, {"kategori", m.Categories}, {"klass", m.Classes}, {"forum", forums}, {"styrdokument", m.policyItems()}, {"roll", m.postItems()}} {
		seen := map[string]bool{}
		for _, i := range list.items {
			if i.Key == "" || i.Label == "" || seen[i.Key] {
				return m.invalid(fmt.Sprintf("har en post (%s) utan namn eller två med samma nyckel (%s)", list.what, i.Key))
			}
			seen[i.Key] = true
		}
	}
	if !stages[Idea] && !stages[Prepared] || !stages[Running] {
		return m.invalid("saknar en första fas eller en fas för genomförande")
	}
	for _, c := range m.Policies {
		if c.Rank < 1 || c.Months < 0 {
			return m.invalid(fmt.Sprintf("har ett slags styrdokument, %s, utan rang eller med ett intervall under noll", c.Label))
		}
	}
	if err := m.checkPosts(); err != nil {
		return err
	}
	if err := m.checkGates(); err != nil {
		return err
	}
	return m.checkRules()
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

func (m *Model) invalid(what string) error {
	return fault.New(fault.Invalid, fmt.Sprintf("Styrmodellen %s %s. Inget har ändrats. Rätta modellen eller välj en annan.", m.Name, what))
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
	case "forums":
		for _, f := range m.Forums {
			out = append(out, field.Option{Key: f.Key, Label: f.Label})
		}
	default:
		for _, i := range map[string][]Item{"portfolios": m.Portfolios, "categories": m.Categories, "classes": m.Classes, "policy_classes": m.policyItems(), "posts": m.postItems()}[list] {
			out = append(out, field.Option{Key: i.Key, Label: i.Label, Synonyms: i.Synonyms})
		}
	}
	return out
}
