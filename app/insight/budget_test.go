package insight_test

import (
	"fmt"
	"slices"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/demo"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
	"itportfoljen/assets"
)

// town is the made-up municipality in memory.
type town struct {
	insight.World // what isn't asked for
	model         *governance.Model
	byID          map[field.ID]*field.Record
	all           map[*field.Kind][]*field.Record
	owned         map[field.ID][]*field.Record
}

func (w *town) Today() date.Date                  { return 20261121 }
func (w *town) PlanYear() int                     { return 2027 }
func (w *town) Get(id field.ID) *field.Record     { return w.byID[id] }
func (w *town) All(k *field.Kind) []*field.Record { return w.all[k] }
func (w *town) Label(id field.ID) string          { return w.byID[id].Name() }
func (w *town) Model() *governance.Model          { return w.model }
func (w *town) Settings() *field.Record           { return field.NewRecord(settings.Kind, settings.ID) }

func (w *town) Kinds() []*field.Kind { return app.Kinds }

func (w *town) Pointing(_ *field.Field, id field.ID) []*field.Record { return w.owned[id] }

func (w *town) Options(f *field.Field) []field.Option { return w.model.Options(f.Model) }

func ekvalla(t *testing.T) *town {
	m, err := governance.Parse(assets.Must("models/danderyd.json"))
	if err != nil {
		t.Fatal(err)
	}
	w := &town{model: m, byID: map[field.ID]*field.Record{}, all: map[*field.Kind][]*field.Record{}, owned: map[field.ID][]*field.Record{}}
	n := 0
	for _, r := range demo.Generate(demo.S, 1, w.Today(), m, func() field.ID { n++; return field.ID(fmt.Sprint(n)) }) {
		w.byID[r.ID] = r
		w.all[r.Kind] = append(w.all[r.Kind], r)
		if r.Kind == economy.CostKind {
			w.owned[economy.CostOwner.Get(r)] = append(w.owned[economy.CostOwner.Get(r)], r)
		}
	}
	return w
}

func TestUnitBudgetsTieToFigures(t *testing.T) {
	w := ekvalla(t)
	f := insight.FiguresOf(w)
	var systems, initiatives, investment money.Ore
	for _, u := range insight.UnitBudgets(w, f.Year) {
		systems, initiatives, investment = systems+u.Systems, initiatives+u.Operations+u.Investment, investment+u.Investment
		if u.Total() == 0 {
			t.Errorf("%s has no budget and shouldn't be listed", u.Name)
		}
	}
	if systems != f.Budget.Ore || initiatives != f.PlanBudget || investment != f.Investment {
		t.Errorf("units sum to %s, %s and %s; the figures are %s, %s and %s", systems.Kr(), initiatives.Kr(), investment.Kr(), f.Budget.Kr(), f.PlanBudget.Kr(), f.Investment.Kr())
	}
}

func TestOperationsForecastTiesToFigures(t *testing.T) {
	w := ekvalla(t)
	f := insight.FiguresOf(w)
	var sum money.Ore
	for _, r := range append(slices.Clone(w.All(system.Kind)), plan.Besides(w)...) {
		v, ok := insight.OperationsForecast(w, r, f.Year)
		if !ok && v != 0 {
			t.Errorf("%s has no amounts but %s", r.Name(), v.Kr())
		}
		sum += v
	}
	if !f.HasForecast || sum != f.Forecast {
		t.Errorf("forecasts sum to %s, the figure is %s", sum.Kr(), f.Forecast.Kr())
	}
}
