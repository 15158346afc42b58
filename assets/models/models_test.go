package models_test

import (
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/assets"
)

var names = []string{"danderyd", "karlstad", "stockholm", "lilla-edet", "boras"}

func load(t *testing.T, name string) *governance.Model {
	t.Helper()
	m, err := governance.Parse(assets.Must("models/" + name + ".json"))
	if err != nil {
		t.Fatal(name, err)
	}
	return m
}

func TestModelsAreComplete(t *testing.T) {
	for _, name := range names {
		m := load(t, name)
		if m.ID != name || m.Name == "" || m.Source == "" || !strings.HasSuffix(m.Description, ".") {
			t.Errorf("%s: id %q, name %q, description %q", name, m.ID, m.Name, m.Description)
		}
		for what, n := range map[string]int{"portfolios": len(m.Portfolios), "categories": len(m.Categories), "classes": len(m.Classes), "forums": len(m.Forums)} {
			if n < 3 {
				t.Errorf("%s has %d %s", name, n, what)
			}
		}
		if len(m.Checklist) < 10 || len(m.Assessment) < 10 {
			t.Errorf("%s: %d questions, %d points", name, len(m.Checklist), len(m.Assessment))
		}
		for key := range m.RoleNames {
			if f := system.Kind.Field(key); f == nil || f.Type != field.Roles {
				t.Errorf("%s renames %s, which is no role", name, key)
			}
		}
	}
}

// TestGatesStandOnWhatThereIs: what gates ask for is in the catalogue, and each
// model has one that stops.
func TestGatesStandOnWhatThereIs(t *testing.T) {
	for _, name := range names {
		m := load(t, name)
		if unknown := m.Unknown(app.Kinds); len(unknown) > 0 {
			t.Errorf("%s asks for %q", name, unknown)
		}
		stops := 0
		for _, g := range m.Gates {
			if g.Effect == governance.Stop {
				stops++
			}
			if g.Source == "" {
				t.Errorf("%s: %s doesn't say where it comes from", name, g.Key)
			}
		}
		if stops == 0 {
			t.Errorf("%s has no gate that stops", name)
		}
	}
}

func TestPhasesPointAtForums(t *testing.T) {
	for _, name := range names {
		m := load(t, name)
		forums := map[string]bool{"": true}
		for _, f := range m.Forums {
			if forums[f.Key] {
				t.Errorf("%s: forum %q twice", name, f.Key)
			}
			forums[f.Key] = true
		}
		for _, p := range m.Phases {
			if !forums[p.Forum] {
				t.Errorf("%s: phase %s is handled by %q", name, p.Key, p.Forum)
			}
			if p.Board != (p.Stage != governance.Aside && p.Stage != governance.Closed) {
				t.Errorf("%s: phase %s has board %v", name, p.Key, p.Board)
			}
		}
	}
}

// A phase, class or category means the same in all models, so that a
// municipality can change model and keep its insatser.
func TestSharedKeysMeanTheSame(t *testing.T) {
	stage, label := map[string]governance.Stage{}, map[string]string{}
	for _, name := range names {
		m := load(t, name)
		for _, p := range m.Phases {
			if s, ok := stage[p.Key]; ok && s != p.Stage {
				t.Errorf("%s: phase %s is %s, elsewhere %s", name, p.Key, p.Stage, s)
			}
			stage[p.Key] = p.Stage
		}
		for _, i := range append(append([]governance.Item{}, m.Categories...), m.Classes...) {
			if l, ok := label[i.Key]; ok && l != i.Label {
				t.Errorf("%s: %s is %q, elsewhere %q", name, i.Key, i.Label, l)
			}
			label[i.Key] = i.Label
		}
		for _, key := range []string{"cost", "investment", "political", "units", "integration", "classification", "personal_data", "cloud", "architecture", "archive"} {
			if !asks(m.Checklist, key) {
				t.Errorf("%s doesn't ask %s", name, key)
			}
		}
	}
}

func asks(qs []governance.Question, key string) bool {
	for _, q := range qs {
		if q.Key == key {
			return true
		}
	}
	return false
}

func TestNoWordMeansTwoThings(t *testing.T) {
	for _, name := range names {
		m := load(t, name)
		for _, list := range []string{"phases", "portfolios", "categories", "classes"} {
			owner := map[string]string{}
			for _, o := range m.Options(list) {
				for _, s := range append([]string{o.Key, o.Label}, o.Synonyms...) {
					if k := text.Fold(s); owner[k] != "" && owner[k] != o.Key {
						t.Errorf("%s: %q is both %s and %s", name, s, owner[k], o.Key)
					} else {
						owner[k] = o.Key
					}
				}
			}
		}
	}
}

// world answers only for the alternatives.
type world struct {
	field.World
	model *governance.Model
}

func (w world) Options(f *field.Field) []field.Option { return w.model.Options(f.Model) }

func TestWrittenStatusesAreUnderstood(t *testing.T) {
	for _, c := range []struct{ written, phase string }{
		{"Pågår", "execution"}, {"pågående", "execution"}, {"Genomförs", "execution"}, {"Under beredning", "review"}, {"bereds", "review"},
		{"Beslutad", "planned"}, {"Planerad", "planned"}, {"ej startad", "planned"}, {"KLAR", "closing"}, {"avslutad", "closing"}, {"Slutförd", "closing"},
		{"levererad", "closing"}, {"vilande", "dormant"}, {"Pausad", "dormant"}, {"väntar på beslut", "decision"}, {"avslag", "rejected"}, {"Avbruten", "cancelled"},
		{"Idé", "idea"}, {"effekthemtagning", "benefits"}, {"återremiss", "returned"},
	} {
		for _, name := range names {
			v, _, err := plan.Phase.Parse(world{model: load(t, name)}, c.written, 0)
			if err != nil || v != c.phase {
				t.Errorf("%s: %q gives %v %v, want %s", name, c.written, v, err, c.phase)
			}
		}
	}
}
