package jsonform

import (
	"encoding/json"
	"slices"

	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// holding is a time in which somebody has had a role.
type holding struct{ Person, From, To *string }

// tellsMore says that the history of a role tells more than who has it now, and than the
// portfolio has already.
func (f *former) tellsMore(role *field.Field, list *sheet.Sheet, at int) bool {
	id := columnOf(list, idKey)
	for _, r := range list.Rows[1:] {
		c := r.At(at)
		if c.IsEmpty() {
			continue
		}
		var hs []holding
		if json.Unmarshal([]byte(c.Text), &hs) != nil {
			return true
		}
		dated := slices.ContainsFunc(hs, func(h holding) bool { return h.From != nil || h.To != nil })
		if dated && !f.remembers(role, field.ID(r.At(id).Text), hs) {
			return true
		}
	}
	return false
}

// remembers says that a record of the portfolio has the history.
func (f *former) remembers(role *field.Field, id field.ID, hs []holding) bool {
	r := f.w.Get(id)
	if r == nil || r.Kind != role.Kind {
		return false
	}
	same := func(a *string, b string) bool { return a == nil && b == "" || a != nil && *a == b }
	own, _ := r.Get(role).([]field.Holding)
	return slices.EqualFunc(hs, own, func(h holding, o field.Holding) bool {
		return same(h.Person, f.w.Exact(o.Person)) && same(h.From, o.From.String()) && same(h.To, o.To.String())
	})
}
