package demo_test

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/demo"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
)

const today = date.Date(20261121)

func model(t testing.TB, name string) *governance.Model {
	t.Helper()
	data, err := os.ReadFile("../../assets/models/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	m, err := governance.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func ids() func() field.ID {
	n := 0
	return func() field.ID { n++; return field.ID(fmt.Sprintf("id-%07d", n)) }
}

// world is what the generated records make.
type world struct {
	model  *governance.Model
	byID   map[field.ID]*field.Record
	all    map[*field.Kind][]*field.Record
	points apptest.Pointing
}

func generate(t testing.TB, size demo.Size, name string) (*world, []*field.Record) {
	t.Helper()
	return generateFrom(t, size, 1, name)
}

func generateFrom(t testing.TB, size demo.Size, seed uint64, name string) (*world, []*field.Record) {
	t.Helper()
	m := model(t, name)
	records := demo.Generate(size, seed, today, m, ids())
	w := &world{m, map[field.ID]*field.Record{}, map[*field.Kind][]*field.Record{}, apptest.Pointing{}}
	for _, r := range records {
		w.byID[r.ID] = r
		w.all[r.Kind] = append(w.all[r.Kind], r)
		w.points.Add(r)
	}
	return w, records
}

func (w *world) Today() date.Date                  { return today }
func (w *world) PlanYear() int                     { return 2027 }
func (w *world) Get(id field.ID) *field.Record     { return w.byID[id] }
func (w *world) All(k *field.Kind) []*field.Record { return w.all[k] }
func (w *world) Kinds() []*field.Kind              { return app.Kinds }

func (w *world) Pointing(f *field.Field, id field.ID) []*field.Record { return w.points[f][id] }
func (w *world) Options(f *field.Field) []field.Option                { return w.model.Options(f.Model) }
func (w *world) Fields(k *field.Kind) []*field.Field                  { return k.Fields() }
func (w *world) NewID() field.ID                                      { return "new" }
func (w *world) Label(id field.ID) string                             { return w.byID[id].Name() }
func (w *world) Exact(id field.ID) string                             { return w.byID[id].Name() }

func TestCounts(t *testing.T) {
	for _, c := range []struct {
		size              demo.Size
		systems, insatser int
	}{{demo.S, 80, 25}, {demo.M, 1000, 300}} {
		w, _ := generate(t, c.size, "danderyd")
		if s, i := len(w.all[system.Kind]), len(w.all[plan.Kind]); s != c.systems || i != c.insatser {
			t.Errorf("%s has %d systems and %d insatser", c.size, s, i)
		}
	}
}

func TestSameSeedSameMunicipality(t *testing.T) {
	m := model(t, "danderyd")
	a, b := demo.Generate(demo.M, 7, today, m, ids()), demo.Generate(demo.M, 7, today, m, ids())
	if !reflect.DeepEqual(a, b) {
		t.Error("two runs differ")
	}
	if reflect.DeepEqual(a, demo.Generate(demo.M, 8, today, m, ids())) {
		t.Error("the seed makes no difference")
	}
}

// Each value is one that a person could have typed, and each reference is to
// something that came before.
func TestRecordsAreValidAndInOrder(t *testing.T) {
	for _, name := range []string{"danderyd", "karlstad", "stockholm", "lilla-edet", "boras"} {
		w, records := generate(t, demo.M, name)
		seen := map[field.ID]bool{}
		for _, r := range append(records, demo.Settings(today)) {
			for _, f := range r.Kind.Stored() {
				for _, id := range refs(r.Get(f)) {
					if !seen[id] {
						t.Fatalf("%s: %s of %s refers to what comes later: %q", name, f.Key, r.Name(), id)
					}
				}
				checkValue(t, w, r, f)
			}
			if r.Name() == "" && r.Kind.Caption == nil && r.Kind != settings.Kind {
				t.Errorf("%s: a %s without a name", name, r.Kind.Name)
			}
			seen[r.ID] = true
		}
	}
}

func refs(v field.Value) []field.ID {
	switch v := v.(type) {
	case field.ID:
		return []field.ID{v}
	case []field.ID:
		return v
	case []field.Holding:
		var ids []field.ID
		for _, h := range v {
			ids = append(ids, h.Person)
		}
		return ids
	}
	return nil
}

func checkValue(t *testing.T, w *world, r *field.Record, f *field.Field) {
	t.Helper()
	v := r.Get(f)
	if field.IsEmpty(v) || refs(v) != nil {
		return
	}
	if got, remark, err := f.Parse(w, f.Exact(w, v), money.Kr); err != nil || remark != "" || !field.Equal(got, v) {
		t.Errorf("%s.%s of %q: %v reads back as %v (%s) %v", r.Kind.Name, f.Key, r.Name(), v, got, remark, err)
	}
}

func TestNamesAreUnique(t *testing.T) {
	w, _ := generate(t, demo.M, "danderyd")
	for _, k := range []*field.Kind{org.UnitKind, org.PersonKind, system.Kind, plan.Kind} {
		seen := map[string]bool{}
		for _, r := range w.all[k] {
			if seen[r.Name()] {
				t.Errorf("two %s are called %s", k.Plural, r.Name())
			}
			seen[r.Name()] = true
		}
	}
}

// What the program warns about is there to be warned about, even when small.
func TestThereIsSomethingToDo(t *testing.T) {
	for seed := range uint64(8) {
		size := demo.S
		if seed == 0 {
			size = demo.M
		}
		w, _ := generateFrom(t, size, seed, "danderyd")
		found := map[string]int{}
		for _, r := range w.all[agreement.Kind] {
			_, notice := agreement.Dates(r, today)
			switch d := today.DaysUntil(notice); {
			case notice.IsZero() || d < 0:
			case d <= 30:
				found["notice in 30"]++
			case d <= 90:
				found["notice in 90"]++
			case d <= 365:
				found["notice in 365"]++
			}
		}
		for _, r := range w.all[system.Kind] {
			if by := system.ReviewBy.Get(r); !by.IsZero() && by < today {
				found["classification overdue"]++
			}
			if !field.Held(w, r, system.SystemOwner) {
				found["no owner"]++
				for _, h := range system.SystemOwner.Get(r) {
					if left := org.PersonLeft.Get(w.Get(h.Person)); !left.IsZero() && left < today {
						found["owner left"]++
					}
				}
			}
			found["lifecycle "+system.Lifecycle.Get(r)]++
			if v, _ := system.TIME.Value(w, r, 0).(string); v != "" {
				found["time "+v]++
			}
		}
		for _, r := range w.all[plan.Kind] {
			found["phase "+plan.Phase.Get(r)]++
			if by := plan.DecideBy.Get(r); !by.IsZero() && by <= today.AddDays(60) {
				found["decision soon"]++
			}
			found["status "+plan.TimeStatus.Get(r)]++
		}
		for _, want := range []string{"notice in 30", "notice in 90", "notice in 365", "classification overdue", "no owner", "owner left", "lifecycle phaseout", "lifecycle planned",
			"status red", "time invest", "time tolerate", "time migrate", "time eliminate", "decision soon", "status green", "status amber"} {
			if found[want] == 0 {
				t.Errorf("%s: nothing has %s", size, want)
			}
		}
		for _, p := range w.model.Phases {
			if found["phase "+p.Key] == 0 {
				t.Errorf("%s: no insats is in %s", size, p.Key)
			}
		}
	}
}

func TestOneFrameIsExceeded(t *testing.T) {
	for _, size := range []demo.Size{demo.S, demo.M} {
		w, _ := generate(t, size, "stockholm")
		over := 0
		frames := slices.DeleteFunc(slices.Clone(w.all[frame.Kind]), func(f *field.Record) bool { return frame.Year.Get(f) != 2027 })
		for _, f := range frames {
			var sum money.Ore
			for _, r := range w.all[plan.Kind] {
				if s := w.model.StageOf(plan.Phase.Get(r)); plan.Portfolio.Get(r) == frame.Portfolio.Get(f) && (s == governance.Planned || s == governance.Running) {
					v, _ := plan.YearCost(w, r, 2027)
					sum += v
				}
			}
			if sum > frame.Amount.Get(f) {
				over++
			}
		}
		if len(frames) != 5 || over != 1 {
			t.Errorf("%s: %d of %d frames are exceeded", size, over, len(frames))
		}
	}
}

func BenchmarkGenerate(b *testing.B) {
	m := model(b, "danderyd")
	for _, size := range []demo.Size{demo.S, demo.L, demo.XL} {
		b.Run(string(size), func(b *testing.B) {
			for b.Loop() {
				demo.Generate(size, 1, today, m, ids())
			}
		})
	}
}
