package org

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// HandOver is that one person hands over what is hers to another. Who held a role keeps
// the time in its history; what has ended, or is settled, stays as it is.
type HandOver struct {
	From    field.ID
	To      field.ID       // "": nobody, and the roles are vacant
	On      date.Date      // the other's first day; zero: today
	Fields  []*field.Field // only these; nil: all
	Records []field.ID     // only of these; nil: all
	Left    date.Date      // the last day of who hands over, where that is to be written down too
}

// Do makes the changes, and gives the entry's label.
func (h HandOver) Do(tx *field.Tx) (label string, err error) {
	if h.On.IsZero() {
		h.On = tx.Today()
	}
	from, to := tx.Get(h.From), tx.Get(h.To)
	if err := h.refused(tx, from, to); err != nil {
		return "", err
	}
	n := 0
	for _, c := range h.changes(tx) {
		if err := tx.Set(c.ID, c.Field, c.After); err != nil {
			return "", err
		}
		n++
	}
	if n == 0 {
		return "", fault.New(fault.Invalid, fmt.Sprintf("%s har inget att lämna över%s. Inget har ändrats.", from.Name(), h.within()))
	}
	if !h.Left.IsZero() {
		if err := tx.Set(h.From, PersonLeft.Field, h.Left); err != nil {
			return "", err
		}
	}
	roles := text.Plural(n, "roll", "roller")
	if to == nil {
		return fmt.Sprintf("Lämnat obesatt: %s efter %s", roles, from.Name()), nil
	}
	return fmt.Sprintf("Överlämnat: %s från %s till %s", roles, from.Name(), to.Name()), nil
}

// within says what part was asked for, when not all was.
func (h HandOver) within() string {
	if h.Fields != nil || h.Records != nil {
		return " av det som är valt"
	}
	return ""
}

func (h HandOver) refused(w field.World, from, to *field.Record) error {
	switch {
	case from == nil || from.Kind != PersonKind || h.To != "" && (to == nil || to.Kind != PersonKind):
		return fault.New(fault.NotFound, "Den som skulle lämna eller ta över finns inte längre. Inget har ändrats. Välj en annan.")
	case h.From == h.To:
		return fault.New(fault.Invalid, fmt.Sprintf("%s kan inte lämna över till sig själv. Inget har ändrats. Välj någon annan.", from.Name()))
	case to == nil:
		return nil
	}
	last := to.Leaves()
	switch first := max(h.On, w.Today()); {
	case last.IsZero() || last >= first:
		return nil
	case last < w.Today():
		return fault.New(fault.Invalid, fmt.Sprintf("%s har slutat (%s) och kan inte ta över. Inget har ändrats. Välj någon annan.", to.Name(), last))
	}
	return fault.New(fault.Invalid, fmt.Sprintf("%s slutar %s, före %s, och kan inte ta över. Inget har ändrats. Välj någon annan.", to.Name(), last, h.On))
}

// changes are those of what is handed over, in the catalogue's order.
func (h HandOver) changes(w field.World) (out []field.Change) {
	for f, r := range naming(w, h.From) {
		if settled(w, f, r) || h.Fields != nil && !slices.Contains(h.Fields, f) || h.Records != nil && !slices.Contains(h.Records, r.ID) {
			continue
		}
		before := r.Get(f)
		if after := h.passed(w, before); !field.Equal(before, after) {
			out = append(out, field.Change{Op: field.Set, Kind: f.Kind, ID: r.ID, Field: f, Before: before, After: after})
		}
	}
	return out
}

// passed is the value of a field that names who hands over, once it is done.
func (h HandOver) passed(w field.World, v field.Value) field.Value {
	switch v := v.(type) {
	case []field.Holding:
		return field.Pass(v, h.From, h.To, h.On, w.Today(), cmp.Or(h.Left, w.Get(h.From).Leaves()))
	case []field.ID:
		at := slices.Index(v, h.From)
		if h.To != "" && !slices.Contains(v, h.To) {
			v = slices.Clone(v)
			v[at] = h.To
			return v
		}
		return slices.Delete(slices.Clone(v), at, at+1)
	}
	if h.To == "" {
		return nil
	}
	return h.To
}

// Preview is what Do would change, each field of a record once, or why it can't be done.
func (h HandOver) Preview(w field.World) ([]field.Change, error) {
	tx := field.NewTx(w)
	if _, err := h.Do(tx); err != nil {
		return nil, err
	}
	return tx.Changes(), nil
}

// Vacant is what is said of a role that nobody holds.
const Vacant = "obesatt"

// Words are a change of the handover in words: who holds the role before it, and who
// after it from which day. A field that names one and keeps no days passes at once.
func (h HandOver) Words(w field.World, c field.Change) (before, after string) {
	before, after = c.Field.Show(w, c.Before), c.Field.Show(w, c.After)
	if !c.Field.IsHeld() {
		if h.On > w.Today() && c.Field.Points() {
			return before, cmp.Or(after, Vacant) + " (genast)"
		}
		return before, cmp.Or(after, Vacant)
	}
	was, _ := c.Before.([]field.Holding)
	is, _ := c.After.([]field.Holding)
	came := func(x field.Holding) bool { return x.Person != h.From }
	stays := func(x field.Holding) bool { return x.Person == h.From }
	return h.others(w, was, is, stays), cmp.Or(h.others(w, is, was, came), h.others(w, is, was, stays), after, Vacant)
}

// others are those of a role whose time today or later is another than in what it is
// compared with, with the days that aren't open.
func (h HandOver) others(w field.World, hs, than []field.Holding, of func(field.Holding) bool) string {
	var out []string
	for _, x := range hs {
		if !of(x) || slices.Contains(than, x) || x.To != 0 && x.To < w.Today() {
			continue
		}
		s := w.Label(x.Person)
		if x.From > w.Today() {
			s += " från " + x.From.String()
		}
		if x.To != 0 {
			s += " till " + x.To.String()
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}
