package reports_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/demo"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
	"itportfoljen/assets"
)

// world is a portfolio in memory, built by hand.
type world struct {
	today    date.Date
	model    *governance.Model
	settings *field.Record
	byID     map[field.ID]*field.Record
	all      map[*field.Kind][]*field.Record
	points   apptest.Pointing
	next     int
	sealed   func() string // nil: always the same
}

func newWorld(t testing.TB) *world {
	t.Helper()
	m, err := governance.Parse(assets.Must("models/danderyd.json"))
	if err != nil {
		t.Fatal(err)
	}
	return &world{today: 20261121, model: m, settings: field.NewRecord(settings.Kind, settings.ID),
		byID: map[field.ID]*field.Record{}, all: map[*field.Kind][]*field.Record{}, points: apptest.Pointing{}}
}

func (w *world) Today() date.Date                      { return w.today }
func (w *world) PlanYear() int                         { return 2027 }
func (w *world) Get(id field.ID) *field.Record         { return w.byID[id] }
func (w *world) All(k *field.Kind) []*field.Record     { return w.all[k] }
func (w *world) Fields(k *field.Kind) []*field.Field   { return k.Fields() }
func (w *world) Model() *governance.Model              { return w.model }
func (w *world) Settings() *field.Record               { return w.settings }
func (w *world) Label(id field.ID) string              { return w.byID[id].Name() }
func (w *world) Exact(id field.ID) string              { return w.byID[id].Name() }
func (w *world) Options(f *field.Field) []field.Option { return w.model.Options(f.Model) }

func (w *world) Seal() string {
	if w.sealed != nil {
		return w.sealed()
	}
	return "412-9f3a07c1"
}

// At says that a portfolio built by hand has no journal to be counted back by.
func (w *world) At(context.Context, int64) (*app.Portfolio, error) {
	return nil, fault.New(fault.NotFound, "Journalen har ingen ändring med det numret.")
}

// AsOf says the same.
func (w *world) AsOf(context.Context, date.Date) (*app.Portfolio, error) {
	return nil, fault.New(fault.NotFound, "Portföljen var inte påbörjad.")
}

// WhenGiven says the same.
func (w *world) WhenGiven(context.Context, field.ID, *field.Field, field.Value) (*app.Portfolio, error) {
	return nil, fault.New(fault.NotFound, "Posten har aldrig haft värdet.")
}

func (w *world) Kinds() []*field.Kind { return app.Kinds }

func (w *world) Pointing(f *field.Field, id field.ID) []*field.Record {
	return w.points[f][id]
}

func (w *world) NewID() field.ID {
	w.next++
	return field.ID(fmt.Sprintf("id-%06d", w.next))
}

// keep puts a record in the world.
func (w *world) keep(r *field.Record) {
	if r.Kind.Prefix != "" {
		r.Ref = fmt.Sprintf("%s-%04d", r.Kind.Prefix, len(w.all[r.Kind])+1)
	}
	w.byID[r.ID] = r
	w.all[r.Kind] = append(w.all[r.Kind], r)
	w.points.Add(r)
}

// ekvalla is the made-up municipality that ships with the program.
func ekvalla(t testing.TB, size demo.Size) *world {
	w := newWorld(t)
	w.settings = demo.Settings(w.today).Put(settings.Logo.Field, shield())
	for _, r := range demo.Generate(size, 1, w.today, w.model, w.NewID) {
		w.keep(r)
	}
	return w
}

// add makes a record from fields and values in turn.
func (w *world) add(k *field.Kind, pairs ...any) field.ID {
	r := field.NewRecord(k, w.NewID())
	for i := 0; i < len(pairs); i += 2 {
		r.Put(pairs[i].(*field.Field), pairs[i+1])
	}
	w.keep(r)
	return r.ID
}

func (w *world) cost(owner field.ID, year int, typ string, budget money.Ore) {
	w.add(economy.CostKind, economy.CostOwner.Field, owner, economy.CostYear.Field, int64(year), economy.CostType.Field, typ, economy.CostBudget.Field, budget)
}

func (w *world) introduce() {
	w.settings.Put(settings.Name.Field, "Ekvalla kommun").Put(settings.Department.Field, "Kommunledningskontoret").
		Put(settings.Sender.Field, "Anna Ek, IT-chef").Put(settings.Diary.Field, "KS 2026/0412").Put(settings.Accent.Field, "#17616D").
		Put(settings.NextBoard.Field, date.Date(20261203)).Put(settings.Logo.Field, shield())
}

var unitNames = []string{"Kommunledningskontoret", "Barn- och utbildningsförvaltningen", "Vård- och omsorgsförvaltningen", "Samhällsbyggnadsförvaltningen",
	"Kultur- och fritidsförvaltningen", "Socialtjänst- och arbetsmarknadsförvaltningen", "Ekvalla Bostäder AB", "Räddningstjänstförbundet Mälarstranden"}

var systemNames = []string{"HemtjänstPlan", "Diariet W3", "Schemaläggaren", "Skolplattformen", "Verksamhetsledningsstödsystem för hemsjukvård", "Bygglov", "Lönesystemet", "Bibliotekskatalogen",
	"Ärendehanteringssystem för ekonomiskt bistånd", "VA-banken", "Kartportalen", "Larmmottagningscentralens journal", "Trygghetslarmadministration", "E-arkiv", "Fakturaportalen"}

var suppliers = []string{"Nordkod AB", "Tolv System AB", "Rosta AB", "Mälardalens Verksamhetssystemutveckling AB", "Kommunalförbundet ITSAM", ""}

var phases = []string{"execution", "management", "planned", "execution", "idea", "review", "execution", "benefits", "decision", "closed", "returned", "execution"}

var lights = []string{"green", "red", "green", "amber", "", "green"}

// town is a municipality of a size, always the same.
func town(t testing.TB, systems, initiatives int) *world {
	w := newWorld(t)
	w.introduce()
	var units, persons []field.ID
	for i, n := range unitNames {
		u := w.add(org.UnitKind, org.UnitName.Field, n, org.UnitType.Field, map[bool]string{true: "company", false: "administration"}[i == 6])
		units = append(units, u)
		if i%2 == 1 {
			units = append(units, w.add(org.UnitKind, org.UnitName.Field, "Enheten för digital utveckling "+fmt.Sprint(i), org.UnitType.Field, "section", org.UnitParent.Field, u))
		}
	}
	for _, n := range []string{"Anna Ek", "Johan Lind", "Karl-Gustaf Oxenstierna-Lagerstråle", "Fatima Al-Hassan", "Ingrid Öberg"} {
		persons = append(persons, w.add(org.PersonKind, org.PersonName.Field, n))
	}
	for i := range systems {
		w.sys(i, units[i*7%len(units)], persons)
	}
	for i := range initiatives {
		w.initiative(i, units[i*5%len(units)], persons)
	}
	for i, o := range w.model.Options("portfolios") {
		w.add(frame.Kind, frame.Portfolio.Field, o.Key, frame.Year.Field, int64(2027), frame.Amount.Field, money.FromKronor(int64(400_000+i*900_000*(1+initiatives/20))))
	}
	return w
}

// supplier is the one of a name.
func (w *world) supplier(name string) field.ID {
	for _, r := range w.all[agreement.SupplierKind] {
		if r.Name() == name {
			return r.ID
		}
	}
	return w.add(agreement.SupplierKind, agreement.SupplierName.Field, name)
}

// agree makes an agreement that covers a thing.
func (w *world) agree(thing field.ID, pairs ...any) {
	a := w.add(agreement.Kind, append([]any{agreement.Name.Field, "Avtal", agreement.State.Field, agreement.Signed}, pairs...)...)
	w.add(agreement.CoverKind, agreement.CoverOf.Field, a, agreement.Covered.Field, thing)
}

func (w *world) sys(i int, unit field.ID, persons []field.ID) {
	name := systemNames[i%len(systemNames)]
	if n := i / len(systemNames); n > 0 {
		name += fmt.Sprintf(" %d", n+1)
	}
	cycle := []string{"maintained", "developing", "maintained", "phaseout", "maintained", "planned", "maintained", "retired", ""}[i%9]
	pairs := []any{system.Name.Field, name, system.OwnerUnit.Field, unit, system.Lifecycle.Field, cycle, system.Supplier.Field, w.supplier(suppliers[i%len(suppliers)]),
		system.Hosting.Field, []string{"internal", "cloud", "external", ""}[i%4], system.Measures.Field, "Hemligt skydd"}
	if i%5 != 0 {
		pairs = append(pairs, system.SystemOwner.Field, []field.Holding{{Person: persons[i%len(persons)]}},
			system.Manager.Field, []field.Holding{{Person: persons[(i+2)%len(persons)]}, {Person: persons[(i+3)%len(persons)]}},
			system.Confidentiality.Field, int64(i%5), system.Integrity.Field, int64(i%3), system.Availability.Field, int64(i%4))
	}
	id := w.add(system.Kind, pairs...)
	switch i % 4 {
	case 0, 1:
		w.agree(id, agreement.End.Field, w.today.AddDays(10+i*23%900), agreement.NoticeMonths.Field, int64(i%7))
	case 2:
		w.agree(id, agreement.TermsText.Field, "Tills vidare, tre månaders ömsesidig uppsägningstid")
	}
	if i%6 == 5 {
		return
	}
	amount := money.FromKronor(int64(12_345 + i*i*7919%900_000))
	if i == 1 {
		amount = money.FromKronor(999_999_999)
	}
	for y := 2025; y <= 2028; y++ {
		w.cost(id, y, economy.Operations, amount)
	}
	if i%10 == 0 {
		w.cost(id, 2027, economy.Investment, 55_555_55)
	}
	if i%4 == 0 {
		economy.Rows(w, id)[2].Put(economy.CostForecast.Field, amount+money.FromKronor(1234))
	}
}

func (w *world) initiative(i int, unit field.ID, persons []field.ID) {
	portfolios := w.model.Options("portfolios")
	name := []string{"Byte av diariesystem", "Skolplattform 2.0", "VA-mätare på distans", "Journal i mobilen", "Multifaktor för personal", "Ny lönemodul",
		"Kommungemensam verksamhetssystemkartläggning och informationssäkerhetsklassning", "E-tjänst för bygglov"}[i%8]
	if i >= 8 {
		name += fmt.Sprintf(" %d", i/8+1)
	}
	pairs := []any{plan.Name.Field, name, plan.Unit.Field, unit, plan.Phase.Field, phases[i%len(phases)], plan.Portfolio.Field, portfolios[i%len(portfolios)].Key,
		plan.TimeStatus.Field, lights[i%6], plan.CostStatus.Field, lights[(i+1)%6], plan.ScopeStatus.Field, lights[(i+2)%6],
		plan.Start.Field, w.today.AddMonths(i % 12), plan.Description.Field, "Dagens lösning är gammal och stöds inte längre. Verksamheten behöver ett sammanhållet arbetssätt för ärenden, handlingar och arkivering. Bytet görs förvaltning för förvaltning."}
	if i%3 != 2 {
		pairs = append(pairs, plan.Risk.Field, fmt.Sprintf("%d×%d", i%5+1, (i+2)%4+1), plan.BenefitPerYear.Field, money.FromKronor(int64(50_000+i*37_000%700_000)), plan.End.Field, w.today.AddMonths(i%12+9))
	}
	if i%2 == 1 {
		pairs = append(pairs, plan.Recommendation.Field, "Beredd i IT-forum 27 november, rekommenderas. Forumet ser att införandet samordnas med arkivet.", plan.DecideBy.Field, date.Date(20261203))
	} else {
		pairs = append(pairs, plan.BenefitRealised.Field, money.FromKronor(31_000))
	}
	systems := w.all[system.Kind]
	if len(systems) > 3 {
		pairs = append(pairs, plan.Systems.Field, []field.ID{systems[i%len(systems)].ID, systems[(i+3)%len(systems)].ID}, plan.Client.Field, persons[i%len(persons)])
	}
	id := w.add(plan.Kind, pairs...)
	for y := 2027; y <= 2027+i%3; y++ {
		w.cost(id, y, economy.Operations, money.FromKronor(int64(20_000*i)))
		w.cost(id, y, economy.Investment, money.FromKronor(int64(45_000*(i%7))))
	}
	if i%3 == 0 {
		economy.Rows(w, id)[0].Put(economy.CostForecast.Field, money.FromKronor(int64(20_000*i+300_000-i*40_000)))
	}
}

// shield is a logo in base64.
func shield() string {
	img := image.NewNRGBA(image.Rect(0, 0, 88, 100))
	for y := range 100 {
		for x := range 88 {
			dx, dy := float64(x)-43.5, float64(y)-50
			if y < 50 || dx*dx/44/44+dy*dy/50/50 < 1 {
				img.SetNRGBA(x, y, color.NRGBA{0x12, 0x35, 0x3D, 255})
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return base64.StdEncoding.EncodeToString(b.Bytes())
}
