// Package intaketest is a small portfolio in memory for tests of what reads
// into one: it answers as the real one does and carries out changes.
package intaketest

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/settings"
)

// World is the portfolio.
type World struct {
	Model *governance.Model // nil: the phases and portföljer below

	byID     map[field.ID]*field.Record
	order    map[*field.Kind][]field.ID
	all      map[*field.Kind][]*field.Record
	pointing map[pointer][]*field.Record
	next     int
	name     int64 // no two worlds make the same identity
	refs     map[string]int
}

var worlds atomic.Int64

// New makes an empty portfolio on 21 November 2026, planning 2027.
func New() *World {
	return &World{name: worlds.Add(1), byID: map[field.ID]*field.Record{}, order: map[*field.Kind][]field.ID{}, refs: map[string]int{}}
}

// Today is 21 November 2026.
func (w *World) Today() date.Date { return date.Of(2026, 11, 21) }

// PlanYear is 2027.
func (w *World) PlanYear() int { return 2027 }

// Get finds a record.
func (w *World) Get(id field.ID) *field.Record { return w.byID[id] }

// NewID counts.
func (w *World) NewID() field.ID {
	w.next++
	return field.ID(fmt.Sprintf("%d-%06d", w.name, w.next))
}

// All gives the records of a kind in the order they came.
func (w *World) All(k *field.Kind) []*field.Record {
	w.index()
	return w.all[k]
}

// Kinds are the real ones.
func (w *World) Kinds() []*field.Kind { return app.Kinds }

// Pointing gives the records whose field f points at id.
func (w *World) Pointing(f *field.Field, id field.ID) []*field.Record {
	w.index()
	return w.pointing[pointer{f, id}]
}

type pointer struct {
	field *field.Field
	id    field.ID
}

func (w *World) index() {
	if w.all != nil {
		return
	}
	w.all, w.pointing = map[*field.Kind][]*field.Record{}, map[pointer][]*field.Record{}
	for k, ids := range w.order {
		for _, id := range ids {
			r := w.byID[id]
			if r == nil {
				continue
			}
			w.all[k] = append(w.all[k], r)
			for _, f := range k.Pointers() {
				for _, at := range field.References(r.Get(f)) {
					w.pointing[pointer{f, at}] = append(w.pointing[pointer{f, at}], r)
				}
			}
		}
	}
}

// phases are those of a common styrmodell.
var phases = []field.Option{
	{Key: "idea", Label: "Idé"},
	{Key: "proposal", Label: "Förslag"},
	{Key: "review", Label: "Beredning", Synonyms: []string{"under beredning"}},
	{Key: "management", Label: "Ledningsgrupp"},
	{Key: "decision", Label: "Beslut"},
	{Key: "planned", Label: "Planerad", Synonyms: []string{"beslutad"}},
	{Key: "execution", Label: "Genomförande", Synonyms: []string{"pågår", "pågående"}},
	{Key: "closing", Label: "Avslut", Synonyms: []string{"klar", "avslutad"}},
	{Key: "benefits", Label: "Effekthemtagning"},
	{Key: "closed", Label: "Stängd"},
	{Key: "dormant", Label: "Vilande"},
}

var portfolios = []field.Option{{Key: "digital", Label: "Digitalisering"}, {Key: "base", Label: "Basdrift"}}

// Options gives a field's alternatives.
func (w *World) Options(f *field.Field) []field.Option {
	if w.Model != nil && f.Model != "" {
		return w.Model.Options(f.Model)
	}
	switch f.Model {
	case "phases":
		return phases
	case "portfolios":
		return portfolios
	}
	return f.Options
}

// Fields gives a kind's fields, free ones last.
func (w *World) Fields(k *field.Kind) []*field.Field {
	out := append([]*field.Field(nil), k.Fields()...)
	for _, d := range w.All(settings.FreeKind) {
		if settings.FreeOf.Get(d) == k.Name {
			out = append(out, settings.Own(k, d))
		}
	}
	return out
}

// Label is a record's name.
func (w *World) Label(id field.ID) string { return w.byID[id].Name() }

// Exact is a text that finds the record again.
func (w *World) Exact(id field.ID) string {
	r := w.byID[id]
	switch {
	case r == nil:
		return ""
	case r.Kind == org.UnitKind:
		return org.Path(w, id)
	case r.Kind == org.PersonKind && org.PersonEmail.Get(r) != "":
		return r.Name() + " <" + org.PersonEmail.Get(r) + ">"
	case r.Ref != "":
		return r.Name() + " (" + r.Ref + ")"
	}
	return r.Name()
}

// Apply carries out changes in order, as one transaction would, and fails the
// test when one doesn't follow from what is there.
func (w *World) Apply(t testing.TB, changes []field.Change) {
	t.Helper()
	for i, c := range changes {
		if err := w.apply(c); err != nil {
			t.Fatalf("change %d of %d: %v", i+1, len(changes), err)
		}
	}
	w.all = nil
}

func (w *World) apply(c field.Change) error {
	now := w.byID[c.ID]
	switch c.Op {
	case field.Create:
		if now != nil {
			return fmt.Errorf("%s %s exists", c.Kind.Name, c.ID)
		}
		r := c.Record.Clone()
		if err := w.refersToKnown(r); err != nil {
			return err
		}
		if r.Ref == "" && r.Kind.Prefix != "" {
			r.Ref = w.nextRef(r.Kind)
		}
		w.byID[r.ID] = r
		w.order[r.Kind] = append(w.order[r.Kind], r.ID)
	case field.Set:
		if now == nil {
			return fmt.Errorf("%s %s is missing", c.Kind.Name, c.ID)
		}
		if !field.Equal(now.Get(c.Field), c.Before) {
			return fmt.Errorf("%s.%s was %v, not %v", c.Kind.Name, c.Field.Key, now.Get(c.Field), c.Before)
		}
		w.byID[c.ID] = now.Clone().Put(c.Field, c.After)
	case field.Delete:
		delete(w.byID, c.ID)
	}
	return nil
}

// refersToKnown says that everything the record points at is there already.
func (w *World) refersToKnown(r *field.Record) error {
	for _, f := range r.Kind.Stored() {
		for _, id := range field.References(r.Get(f)) {
			if w.byID[id] == nil {
				return fmt.Errorf("%s.%s refers to %s, which isn't there", r.Kind.Name, f.Key, id)
			}
		}
	}
	return nil
}

func (w *World) nextRef(k *field.Kind) string {
	prefix := k.Prefix
	if k.Yearly {
		prefix = fmt.Sprintf("%s-%d", k.Prefix, w.PlanYear())
	}
	w.refs[prefix]++
	return fmt.Sprintf("%s-%04d", prefix, w.refs[prefix])
}

// Named finds the records of a kind by name.
func (w *World) Named(k *field.Kind, name string) []*field.Record {
	var out []*field.Record
	for _, r := range w.All(k) {
		if strings.EqualFold(r.Name(), name) {
			out = append(out, r)
		}
	}
	return out
}
