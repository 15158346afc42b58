package register

import (
	"encoding/json"
	"strconv"
	"strings"

	"itportfoljen/app/field"
	"itportfoljen/app/view"
)

// remembered is what this computer remembers of a list: of each portfolio its own.
type remembered struct {
	Shown  string             `json:"shown"`            // a view.Spec as it is kept
	Folded []string           `json:"folded,omitempty"` // groups
	View   string             `json:"view,omitempty"`   // the name of the view it was chosen by
	Widths map[string]float32 `json:"widths,omitempty"`
}

// pref is a preference that all portfolios share.
func (r *Register) pref(name string) string { return prefOf(r.kind, name) }

func prefOf(k *field.Kind, name string) string { return "list." + k.Name + "." + name }

// own is one of this portfolio's.
func (r *Register) own(name string) string {
	return prefOf(r.kind, name) + "." + r.s.Portfolio().Identity()
}

// restore shows the list as it was left.
func (r *Register) restore() {
	defer r.source.Load()
	var m remembered
	if json.Unmarshal([]byte(r.s.App.Preferences().String(r.own("shown"))), &m) != nil || m.Shown == "" {
		r.restoreShared()
		return
	}
	spec, _ := view.Decode(r.s.Portfolio(), r.kind, m.Shown)
	r.list.Show(spec)
	r.kept = spec.Filters
	for _, key := range m.Folded {
		r.list.Fold(key, true)
	}
	r.view = m.View
	for id, w := range m.Widths {
		r.widths[id] = w
	}
}

// restoreShared takes up columns and order from when all portfolios shared them.
func (r *Register) restoreShared() {
	var ids []string
	if json.Unmarshal([]byte(r.s.App.Preferences().String(r.pref("columns"))), &ids) == nil {
		var columns []field.Column
		for _, id := range ids {
			if c, ok := r.columnOf(id); ok {
				columns = append(columns, c)
			}
		}
		if len(columns) > 0 {
			r.list.SetColumns(columns)
		}
	}
	if id, desc, ok := strings.Cut(r.s.App.Preferences().String(r.pref("sort")), " "); ok {
		c, _ := r.columnOf(id)
		d, _ := strconv.ParseBool(desc)
		r.list.Sort(view.Order{Column: c, Desc: d})
	}
}

// remember keeps how the list is shown now.
func (r *Register) remember() {
	spec := r.list.Spec()
	spec.Filters = r.kept
	m := remembered{Shown: spec.Encode(r.kind), Folded: r.list.Folded(), View: r.view, Widths: r.widths}
	if data, err := json.Marshal(m); err == nil && string(data) != r.written {
		r.written = string(data)
		r.s.App.Preferences().SetString(r.own("shown"), string(data))
	}
}

// width is the width that somebody has given a column, 0 for none.
func (r *Register) width(id string) float32 {
	if w := r.widths[id]; w > 0 {
		return w
	}
	return float32(r.s.App.Preferences().Float(r.pref("width." + id)))
}

func (r *Register) resized(id string, w float32) {
	r.widths[id] = w
	r.remember()
}
