package record

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/widgets"
)

// NewUnitPicker chooses a unit of all that there are, which whoever asks may leave
// unsaid: then "" is chosen, and what stands there says what that means.
func NewUnitPicker(s *shell.Shell, now widgets.Option, unsaid string, choose func(unit field.ID) error) fyne.CanvasObject {
	pick := input.NewPicker(now, func(query string) []widgets.Option {
		return TreeOptions(s.Portfolio(), org.UnitKind, query, field.ID(now.ID))
	}, func(id string) error {
		now.ID = id
		return choose(field.ID(id))
	}, nil)
	pick.Placeholder = unsaid
	return pick
}

// TreeOptions are the records of a kind that lie under each other, as a tree: as many levels of
// it as are looked through at a glance, with the way to the one that is chosen. A search finds
// them by their names and by what they lie under, and each says where it lies.
func TreeOptions(p *app.Portfolio, k *field.Kind, query string, chosen field.ID) []widgets.Option {
	all := candidatesOf(p, k)
	if strings.TrimSpace(query) != "" {
		paths := make([]lying, len(all))
		for i, c := range all {
			paths[i] = lyingOf(p, c)
		}
		return options(paths, query, func(l lying) string { return l.folded }, func(l lying) widgets.Option {
			return widgets.Option{ID: string(l.r.ID), Label: l.r.Name(), Detail: l.above}
		})
	}
	leaves := treeOf(all, k.Parent)
	on := map[field.ID]bool{} // the way to the chosen one
	for r := range field.Up(p, chosen) {
		on[r.ID] = true
	}
	deep := deepest(leaves)
	out := make([]widgets.Option, 0, len(leaves))
	for _, l := range leaves {
		if l.Level < deep || on[l.Record.ID] {
			out = append(out, widgets.Option{ID: string(l.Record.ID), Label: l.Record.Name(), Level: l.Level})
		}
	}
	return withRest(out, len(leaves))
}

// deepest is how many levels of a tree are shown at a glance: as many as there is room for, and
// the outermost always.
func deepest(leaves []Leaf) int {
	at := map[int]int{}
	for _, l := range leaves {
		at[l.Level]++
	}
	n, deep := at[0], 1
	for at[deep] > 0 && n+at[deep] <= maxSuggestions {
		n, deep = n+at[deep], deep+1
	}
	return deep
}

// lying is a record with where it lies.
type lying struct {
	r             *field.Record
	above, folded string
}

// lyingOf says what a record lies under, the outermost first.
func lyingOf(w field.World, c candidate) lying {
	var names []string
	for r := range field.Up(w, c.r.ID) {
		if r != c.r {
			names = append(names, r.Name())
		}
	}
	slices.Reverse(names)
	l := lying{r: c.r, above: strings.Join(names, " › ")}
	l.folded = text.Fold(strings.TrimSpace(c.r.Name() + " " + l.above))
	return l
}

// Leaf is a record in a tree.
type Leaf struct {
	Record *field.Record
	Level  int // 0 is the outermost
}

// TreeOf are all records of a kind that lie under each other, as a tree, in the order of their
// names among those that lie under the same.
func TreeOf(p *app.Portfolio, k *field.Kind) []Leaf { return treeOf(candidatesOf(p, k), k.Parent) }

// treeOf lays the candidates of a kind out as a tree, in their own order among those that lie
// under the same. Those that go in a circle in an older file stand outermost.
func treeOf(all []candidate, parent *field.Field) []Leaf {
	known := make(map[field.ID]bool, len(all))
	for _, c := range all {
		known[c.r.ID] = true
	}
	under := map[field.ID][]*field.Record{}
	for _, c := range all {
		above, _ := c.r.Get(parent).(field.ID)
		if !known[above] {
			above = ""
		}
		under[above] = append(under[above], c.r)
	}
	out, laid := make([]Leaf, 0, len(all)), make(map[field.ID]bool, len(all))
	var lay func(of field.ID, level int)
	lay = func(of field.ID, level int) {
		for _, r := range under[of] {
			if !laid[r.ID] {
				laid[r.ID] = true
				out = append(out, Leaf{r, level})
				lay(r.ID, level+1)
			}
		}
	}
	lay("", 0)
	for _, c := range all {
		if !laid[c.r.ID] {
			laid[c.r.ID] = true
			out = append(out, Leaf{c.r, 0})
			lay(c.r.ID, 1)
		}
	}
	return out
}
