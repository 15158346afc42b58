package export_test

import (
	"fmt"
	"os"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/demo"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/settings"
)

// world is a made-up municipality in memory, with references.
type world struct {
	model  *governance.Model
	free   []*field.Field
	byID   map[field.ID]*field.Record
	all    map[*field.Kind][]*field.Record
	points apptest.Pointing
}

const today = date.Date(20261121)

func newWorld(t testing.TB) *world {
	t.Helper()
	data, err := os.ReadFile("../../../assets/models/danderyd.json")
	if err != nil {
		t.Fatal(err)
	}
	m, err := governance.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	newID := func() field.ID { n++; return field.ID(fmt.Sprintf("id-%05d", n)) }
	w := &world{model: m, byID: map[field.ID]*field.Record{}, all: map[*field.Kind][]*field.Record{}, points: apptest.Pointing{}}
	for _, r := range append(demo.Generate(demo.S, 3, today, m, newID), demo.Settings(today)) {
		w.add(r)
	}
	return w
}

func (w *world) add(r *field.Record) {
	w.byID[r.ID] = r
	w.all[r.Kind] = append(w.all[r.Kind], r)
	switch {
	case r.Kind.Yearly:
		r.Ref = fmt.Sprintf("%s-2027-%03d", r.Kind.Prefix, len(w.all[r.Kind]))
	case r.Kind.Prefix != "":
		r.Ref = fmt.Sprintf("%s-%04d", r.Kind.Prefix, len(w.all[r.Kind]))
	}
	w.points.Add(r)
}

func (w *world) Today() date.Date                  { return today }
func (w *world) PlanYear() int                     { return 2027 }
func (w *world) Get(id field.ID) *field.Record     { return w.byID[id] }
func (w *world) All(k *field.Kind) []*field.Record { return w.all[k] }
func (w *world) NewID() field.ID                   { return "new" }
func (w *world) Label(id field.ID) string          { return w.byID[id].Name() }

func (w *world) Kinds() []*field.Kind { return app.Kinds }

func (w *world) Pointing(f *field.Field, id field.ID) []*field.Record { return w.points[f][id] }

func (w *world) Options(f *field.Field) []field.Option {
	if f.Model == "" {
		return f.Options
	}
	return w.model.Options(f.Model)
}

func (w *world) Fields(k *field.Kind) []*field.Field {
	out := append([]*field.Field(nil), k.Fields()...)
	for _, f := range w.free {
		if f.Kind == k {
			out = append(out, f)
		}
	}
	return out
}

func (w *world) Exact(id field.ID) string {
	r := w.byID[id]
	if r == nil {
		return ""
	}
	if r.Kind == org.UnitKind {
		return org.Path(w, id)
	}
	return r.Name()
}

var _ field.World = (*world)(nil)

// unit finds a unit by name.
func (w *world) unit(t *testing.T, name string) field.ID {
	t.Helper()
	for _, u := range w.all[org.UnitKind] {
		if u.Name() == name {
			return u.ID
		}
	}
	t.Fatalf("no unit is called %s", name)
	return ""
}

func (w *world) municipality() string { return settings.Name.Get(w.byID[settings.ID]) }
