package governance

import (
	"fmt"
	"slices"

	"itportfoljen/app/field"
)

// Delegated is a row of the delegation: who decides of the insatser that it is of. The first
// row that fits holds.
type Delegated struct {
	Types     []string `json:"types,omitempty"`     // keys of insatsens typ; none: any
	Classes   []string `json:"classes,omitempty"`   // keys of classes; none: any
	UpTo      int64    `json:"up_to_ore,omitempty"` // the most that it may cost in all, in öre; 0: any
	Political string   `json:"political,omitempty"` // "yes": only those that need a political decision; "no": only those that don't
	Yes       []string `json:"yes,omitempty"`       // and whose checklist says yes to these
	Decider   string   `json:"decider"`             // the role or body, as people say it: "IT-chefen"
	Post      string   `json:"post,omitempty"`      // the key of the role, where it is one of the model's
	Source    string   `json:"source,omitempty"`    // where the guideline says so
}

// Acute is how an acute insats is assessed: one who may does it alone, it is written down,
// and the forum is told afterwards.
type Acute struct {
	Gates  []string `json:"gates"`            // the keys of the gates that one exception is from
	Role   string   `json:"role"`             // who makes it: "IT-chefen"
	Forum  string   `json:"forum"`            // the key of the forum that is told
	Source string   `json:"source,omitempty"` // where the guideline says so
}

// checkDelegation holds that what the model says of who decides is in it.
func (m *Model) checkDelegation() error {
	classes, posts, answers := keys(m.Options("classes")), keys(m.Options("posts")), []string{"", "yes", "no"}
	for i, d := range m.Delegation {
		at, row := fmt.Sprintf("delegation[%d].", i), fmt.Sprintf("rad %d i delegationen", i+1)
		switch {
		case d.Decider == "":
			return m.invalid("säger inte vem som beslutar på "+row, at+"decider")
		case d.UpTo < 0:
			return m.invalid("har ett belopp under noll på "+row, at+"up_to_ore")
		case d.Post != "" && !slices.Contains(posts, d.Post):
			return m.meant(d.Post, posts, fmt.Sprintf("har en roll som inte finns (%s) på %s", d.Post, row), at+"post")
		case !slices.Contains(answers, d.Political):
			return m.meant(d.Political, answers[1:], fmt.Sprintf("säger varken yes eller no om politiskt beslut (%s) på %s", d.Political, row), at+"political")
		}
		for _, c := range d.Classes {
			if !slices.Contains(classes, c) {
				return m.meant(c, classes, fmt.Sprintf("har en klass som inte finns (%s) på %s", c, row), at+"classes")
			}
		}
		for _, key := range d.Yes {
			if !slices.Contains(m.questions(), key) {
				return m.meant(key, m.questions(), fmt.Sprintf("har en fråga som inte finns i checklistan (%s) på %s", key, row), at+"yes")
			}
		}
	}
	return nil
}

// questions are the keys of the checklist.
func (m *Model) questions() (out []string) {
	for _, q := range m.Checklist {
		out = append(out, q.Key)
	}
	return out
}

// checkAcute holds that the way of what is acute goes past gates that there are.
func (m *Model) checkAcute() error {
	if m.Acute.Role == "" {
		if m.Acute.Forum != "" || len(m.Acute.Gates) > 0 {
			return m.invalid("säger inte vem som bedömer en akut insats", "acute")
		}
		return nil
	}
	var gates []string
	for _, g := range m.Gates {
		if g.OfInitiatives() {
			gates = append(gates, g.Key)
		}
	}
	if forums := keys(m.Options("forums")); !slices.Contains(forums, m.Acute.Forum) {
		return m.meant(m.Acute.Forum, forums, fmt.Sprintf("säger inte vilket forum som får veta om en akut insats (%s)", m.Acute.Forum), "acute.forum")
	}
	for _, key := range m.Acute.Gates {
		if !slices.Contains(gates, key) {
			return m.meant(key, gates, fmt.Sprintf("låter en akut insats gå förbi ett krav som inte finns (%s)", key), "acute.gates")
		}
	}
	return nil
}

// acute are the fields of a kind that say that its things are acute, and why.
var acute = map[*field.Kind][2]*field.Field{}

// Hurries declares which fields of a kind say that its things are acute, and why.
func Hurries(k *field.Kind, is, why *field.Field) { acute[k] = [2]*field.Field{is, why} }

// IsAcute says whether a thing is acute in a model that has a way for that: it says why.
func IsAcute(w field.World, r *field.Record) bool {
	by, ok := acute[r.Kind]
	if !ok || Of(w).Acute.Role == "" {
		return false
	}
	is, _ := r.Get(by[0]).(bool)
	return is && !field.IsEmpty(r.Get(by[1]))
}

// alone are the gates that an exception from one of some is from also: of an acute thing one
// assesses alone, and that is all of the forum's assessment.
func alone(w field.World, r *field.Record, keys []string) []string {
	if len(keys) == 0 || !IsAcute(w, r) {
		return keys
	}
	all := Of(w).Acute.Gates
	if !slices.ContainsFunc(all, func(key string) bool { return contains(keys, key) }) {
		return keys
	}
	return slices.Concat(keys, all)
}

// ToTell says whether a forum is yet to be told of an acute thing that somebody assessed
// alone: since the exception was made it hasn't spoken of it.
func ToTell(w field.World, r *field.Record) bool {
	if !IsAcute(w, r) {
		return false
	}
	a := Of(w).Acute
	told, excepted := false, false
	for _, d := range w.Pointing(DecisionOf.Field, r.ID) { // in the order they were made
		switch {
		case DecisionType.Get(d) == Excepted && contains(a.Gates, DecisionGate.Get(d)):
			excepted, told = true, false
		case DecisionType.Get(d) == Advised && Of(w).isForum(a.Forum, DecisionForum.Get(d)):
			told = true
		}
	}
	return excepted && !told
}
