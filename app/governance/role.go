package governance

import (
	"fmt"
	"slices"
)

// Post is a role in the municipality that the model knows, such as IT-chef.
type Post struct {
	Item
	Of        []string `json:"of,omitempty"`           // the sorts of units that must each have somebody in it: "administration"; none: it is known only
	Appointed string   `json:"appointed_by,omitempty"` // who appoints, as the guideline names it
	Source    string   `json:"source,omitempty"`       // where the guideline says so: "Da-2, 4.4"
}

// What counts as that a system is owned.
const (
	ByPerson      = "person"      // a person is systemägare; so it is where nothing is said
	ByUnit        = "unit"        // a förvaltning or nämnd is
	ByRepresented = "represented" // a nämnd or board is, and somebody acts for it
)

// OwnedBy is what counts as that a system is owned.
func (m *Model) OwnedBy() string {
	if m.Ownership == "" {
		return ByPerson
	}
	return m.Ownership
}

// Post finds a post by its key.
func (m *Model) Post(key string) (Post, bool) {
	for _, p := range m.Posts {
		if p.Key == key {
			return p, true
		}
	}
	return Post{}, false
}

func (m *Model) postItems() (out []Item) {
	for _, p := range m.Posts {
		out = append(out, p.Item)
	}
	return out
}

// checkPosts holds that what the model says of roles is in it.
func (m *Model) checkPosts() error {
	if !slices.Contains([]string{ByPerson, ByUnit, ByRepresented}, m.OwnedBy()) {
		return m.meant(m.Ownership, []string{ByPerson, ByUnit, ByRepresented}, fmt.Sprintf("säger ett sätt att äga system som programmet inte känner till (%s)", m.Ownership), "system_owner")
	}
	for of, key := range m.Defaults {
		if _, known := m.Post(key); !known {
			return m.meant(key, keys(m.Options("posts")), fmt.Sprintf("låter %s följa av en roll som inte finns (%s)", of, key), "role_defaults."+of)
		}
	}
	return nil
}
