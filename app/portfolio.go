package app

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/settings"
)

// Deps is what a portfolio needs from outside.
type Deps struct {
	Store Store
	Now   func() time.Time // the clock
	Today func() date.Date // the day that rules go by; nil: the day of Now, local time
	NewID func() field.ID  // nil: UUIDv7 by Now
	Who   string           // the user's name as the computer knows it
	// Signs is the name that the user has chosen for the journal; "": Who.
	Signs string
	// Session is what the journal calls this opening; "" for a name of its own.
	Session string
	// Origin is where what is done comes from unless something else is said: see From.
	Origin string
}

// Portfolio is an open portfolio.
type Portfolio struct {
	deps  Deps
	signs atomic.Pointer[string] // the name in the journal
	write sync.Mutex             // one writer at a time
	state *state
	stack undoStack
	subs  subscribers
	model modelCache
	free  freeCache
	tags  field.Tagging
	kept  kept
}

var _ field.World = (*Portfolio)(nil)

// Open reads a portfolio from its store.
func Open(ctx context.Context, d Deps) (*Portfolio, error) {
	if d.Now == nil {
		d.Now = time.Now
	}
	if d.Today == nil {
		d.Today = func() date.Date { return date.FromTime(d.Now()) }
	}
	if d.NewID == nil {
		d.NewID = UUIDs(d.Now)
	}
	d.Who, d.Session = signature(d.Who), cmp.Or(d.Session, newSession())
	snap, err := d.Store.Load(ctx)
	if err != nil {
		return nil, err
	}
	p := &Portfolio{deps: d, state: newState(snap)}
	if err := p.SignAs(d.Signs); err != nil { // chosen before what a name may be was known
		_ = p.SignAs("")
	}
	p.stack.load(snap.Recent, p.Login(), p.Who())
	return p, p.settle(ctx)
}

// Beginning is what a new portfolio begins with.
type Beginning struct {
	Municipality string
	Model        []byte // a governance model file
}

// Begin makes an empty portfolio in an empty store.
func Begin(ctx context.Context, d Deps, b Beginning) (*Portfolio, error) {
	if _, err := governance.Parse(b.Model); err != nil {
		return nil, err
	}
	p, err := Open(ctx, d)
	if err != nil {
		return nil, err
	}
	if p.Get(settings.ID) != nil {
		return nil, fault.New(fault.Conflict, "Filen har redan en portfölj. Inget har ändrats. Öppna den, eller välj ett annat namn.")
	}
	s := settings.Of(b.Municipality, b.Model)
	_, err = p.Apply(ctx, "Portföljen skapad", []field.Change{{Op: field.Create, Kind: s.Kind, ID: s.ID, Record: s}})
	return p, err
}

// Close closes the store.
func (p *Portfolio) Close() error { return p.deps.Store.Close() }

// Info tells where and how the portfolio is open.
func (p *Portfolio) Info() StoreInfo {
	info := p.deps.Store.Info()
	info.Holder = text.Line(info.Holder) // written by whoever wrote the file
	return info
}

// Folder is where the portfolio's file lies; "" when it lies nowhere.
func (p *Portfolio) Folder() string {
	path := p.Info().Path
	if path == "" {
		return ""
	}
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	return filepath.Dir(path)
}

// Tagging is how the tags in use are spelled, by key.
func (p *Portfolio) Tagging() map[string]string { return p.tags.Of(p) }

// LastChange is when something was last written, zero when nothing has been.
func (p *Portfolio) LastChange() time.Time { return p.stack.top().At }

// Backup writes a whole copy to path.
func (p *Portfolio) Backup(ctx context.Context, path string) error {
	return p.deps.Store.Backup(ctx, path)
}

// Today is the day that rules go by.
func (p *Portfolio) Today() date.Date { return p.deps.Today() }

// NewID makes an identity.
func (p *Portfolio) NewID() field.ID { return p.deps.NewID() }

// Settings is the settings record; never nil.
func (p *Portfolio) Settings() *field.Record { return settings.In(p) }

// Municipality is whose portfolio it is; "" until somebody has said.
func (p *Portfolio) Municipality() string { return settings.Name.Get(p.Settings()) }

// Accent is the colour that the municipality has chosen, as it is kept; "" for none.
func (p *Portfolio) Accent() string { return settings.Accent.Get(p.Settings()) }

// PlanYear is the year that budgets and plans are made for: the one set, else
// next year from July on and this year before.
func (p *Portfolio) PlanYear() int {
	if y := settings.PlanYear.Get(p.Settings()); y != 0 {
		return int(y)
	}
	t := p.Today()
	if t.Month() >= 7 {
		return t.Year() + 1
	}
	return t.Year()
}

// modelCache keeps the parsed model of a settings record, and its lists as
// alternatives: a table asks for them in every cell.
type modelCache struct {
	mu      sync.Mutex
	from    *field.Record
	model   *governance.Model
	options map[string][]field.Option
}

// fill reads the model of settings record s, unless it is already read.
func (c *modelCache) fill(s *field.Record) {
	if c.model != nil && c.from == s {
		return
	}
	m, err := governance.Read([]byte(settings.Model.Get(s)))
	if err != nil {
		m = &governance.Model{}
	}
	c.from, c.model, c.options = s, m, map[string][]field.Option{}
}

// Model is the municipality's styrmodell, not to be changed. A portfolio
// without a readable one has an empty model.
func (p *Portfolio) Model() *governance.Model {
	p.model.mu.Lock()
	defer p.model.mu.Unlock()
	p.model.fill(p.Settings())
	return p.model.model
}

// Options gives the alternatives of a field, those of the model included. The
// slice is not to be changed.
func (p *Portfolio) Options(f *field.Field) []field.Option {
	if f.Model == "" {
		return f.Options
	}
	p.model.mu.Lock()
	defer p.model.mu.Unlock()
	p.model.fill(p.Settings())
	out, ok := p.model.options[f.Model]
	if !ok {
		out = p.model.model.Options(f.Model)
		p.model.options[f.Model] = out
	}
	return out
}

// freeCache keeps the municipality's own fields per kind.
type freeCache struct {
	mu   sync.Mutex
	from []*field.Record
	by   map[*field.Kind][]*field.Field
}

// Fields gives a kind's declared fields and then the municipality's own.
func (p *Portfolio) Fields(k *field.Kind) []*field.Field {
	defs := settings.Declared(p)
	if len(defs) == 0 {
		return k.Fields()
	}
	p.free.mu.Lock()
	defer p.free.mu.Unlock()
	if p.free.by == nil || len(p.free.from) != len(defs) || &p.free.from[0] != &defs[0] {
		p.free.from, p.free.by = defs, map[*field.Kind][]*field.Field{}
	}
	if p.free.by[k] == nil {
		out := append([]*field.Field(nil), k.Fields()...)
		for _, d := range defs {
			if settings.FreeOf.Get(d) == k.Name {
				out = append(out, settings.Own(k, d))
			}
		}
		p.free.by[k] = out
	}
	return p.free.by[k]
}

// FieldsIn gives a kind's fields by what declares the municipality's own in w, such as a
// portfolio that is being changed.
func (p *Portfolio) FieldsIn(w field.World, k *field.Kind) []*field.Field {
	out := slices.Clone(k.Fields())
	for _, d := range settings.Declared(w) {
		if settings.FreeOf.Get(d) == k.Name {
			out = append(out, settings.Own(k, d))
		}
	}
	return out
}

// FieldOf finds a declared or free field of k by key, nil if there is none.
func (p *Portfolio) FieldOf(k *field.Kind, key string) *field.Field {
	if f := k.Field(key); f != nil {
		return f
	}
	for _, f := range p.Fields(k) {
		if f.Key == key {
			return f
		}
	}
	return nil
}
