package app

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/journal"
)

// The origins of what can't be taken back.
const (
	OriginMigration = "migrering"
	OriginErasure   = "rensning"
)

// Lasting says that an entry can't be taken back, whoever asks.
func (e Entry) Lasting() bool {
	return e.Number == 1 || e.Origin == OriginMigration || e.Origin == OriginErasure || e.Origin == OriginRepair
}

// Silent says that an entry touches nothing but what is the program's own and no part of
// anything else, as far as all its changes are here to see. Kinds that the registry no longer has aren't.
func (e Entry) Silent() bool {
	return len(e.Changes) > 0 && e.More == 0 && !slices.ContainsFunc(e.Changes, func(c field.Change) bool {
		return !c.Kind.Silent || c.Kind.Owner() != nil || !slices.Contains(Kinds, c.Kind)
	})
}

type originKey struct{}

// From says where what is done with the context comes from, for the journal:
// "import av System.xlsx".
func From(ctx context.Context, origin string) context.Context {
	return context.WithValue(ctx, originKey{}, text.Line(origin))
}

func (p *Portfolio) originOf(ctx context.Context) string {
	if s, ok := ctx.Value(originKey{}).(string); ok {
		return s
	}
	return p.deps.Origin
}

// newSession names an opening.
func newSession() string {
	var b [4]byte
	_, _ = rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}

// Identity tells the portfolio from every other one. A copy has the same. It is ""
// until something has been written.
func (p *Portfolio) Identity() string {
	p.state.mu.RLock()
	defer p.state.mu.RUnlock()
	return journal.Identity(p.state.first)
}

// Mark says what a document that is made of the portfolio now is made of.
func (p *Portfolio) Mark() journal.Mark {
	last := p.stack.top()
	return journal.Mark{Portfolio: p.Identity(), Entry: last.Number, Chain: last.Chain}
}

func (st *state) begin(first journal.Hash) {
	st.mu.Lock()
	defer st.mu.Unlock()
	st.first = first
}

// Seal is the newest entry's place in the chain, "412-9f3a07c1"; "" before the
// first.
func (p *Portfolio) Seal() string {
	e := p.stack.top()
	if e.Number == 0 {
		return ""
	}
	return e.Seal()
}

// Sealed gives the entry that a seal is of. Faults: Invalid (no seal), NotFound (the
// journal has no such entry, or another in its place).
func (p *Portfolio) Sealed(ctx context.Context, seal string) (Entry, error) {
	number, _, ok := journal.ReadSeal(seal)
	if !ok {
		return Entry{}, fault.New(fault.Invalid, fmt.Sprintf("”%s” är inget sigill. Ett sigill är ett nummer, ett streck och åtta tecken, som 412-9f3a07c1.", text.OneLine(seal)))
	}
	found, err := p.deps.Store.Journal(ctx, Query{Number: number, Brief: true})
	if err != nil {
		return Entry{}, err
	}
	if len(found) == 1 && sameSeal(seal, found[0]) {
		return found[0], nil
	}
	return Entry{}, fault.New(fault.NotFound, fmt.Sprintf("Sigillet %s finns inte i den här portföljens journal. Det hör till en annan portfölj, eller så har journalen skrivits om.", text.OneLine(seal)))
}

// Wrote says that a document with a mark is of this portfolio, as its journal has it: not
// of another, nor of a copy that has gone its own way since.
func (p *Portfolio) Wrote(ctx context.Context, m journal.Mark) (bool, error) {
	if m.Portfolio != p.Identity() {
		return false, nil
	}
	found, err := p.deps.Store.Journal(ctx, Query{Number: m.Entry, Brief: true})
	return len(found) == 1 && found[0].Chain == m.Chain, err
}

func sameSeal(seal string, e Entry) bool {
	n, begins, _ := journal.ReadSeal(seal)
	m, is, _ := journal.ReadSeal(e.Seal())
	return n == m && begins == is
}

// Check looks the whole file through, and plays the journal from the beginning: what
// comes of it is what the file holds.
func (p *Portfolio) Check(ctx context.Context) error {
	if err := p.deps.Store.Check(ctx); err != nil {
		return err
	}
	now, newest := p.now() // what is written meanwhile waits for nothing
	played := newTape(func(field.ID) *field.Record { return nil })
	last := int64(0)
	err := p.deps.Store.Since(ctx, 0, func(e Entry) error {
		if e.Number <= newest {
			played.forward(e)
			last = e.Number
		}
		return nil
	})
	if err != nil || last != newest { // another file has come in its place: all is in order by what Check saw
		return err
	}
	return agree(now, played.now)
}

// now are the records, and the entry after which they are so.
func (p *Portfolio) now() (map[field.ID]*field.Record, int64) {
	p.write.Lock()
	defer p.write.Unlock()
	p.state.mu.RLock()
	defer p.state.mu.RUnlock()
	return maps.Clone(p.state.byID), p.stack.newest()
}

// agree holds that the records are those that the journal gives. What the catalogue
// no longer has is only in the journal.
func agree(now, played map[field.ID]*field.Record) error {
	n := 0
	for id, want := range played {
		if want == nil || !slices.Contains(Kinds, want.Kind) {
			continue
		}
		n++
		if got := now[id]; got == nil || !got.Same(want) {
			return disagrees(want)
		}
	}
	if n < len(now) {
		for id, r := range now {
			if played[id] == nil {
				return disagrees(r)
			}
		}
	}
	return nil
}

func disagrees(r *field.Record) error {
	name := r.Name()
	if name == "" {
		name = r.Kind.One
	}
	return fault.New(fault.Damaged, fmt.Sprintf("Journalen och det som filen innehåller stämmer inte överens: %s är inte som det som gjorts med den. Filen är orörd. Återställ en kopia, eller laga filen med itpctl repair.", name))
}

// At gives the portfolio as it was after an entry, to read and never to write. It is
// counted backwards from what is in memory, and shares what hasn't changed since.
// Its day is the entry's. Faults: NotFound (no such entry, or a migration has changed
// what people had written since).
func (p *Portfolio) At(ctx context.Context, number int64) (*Portfolio, error) {
	p.write.Lock()
	defer p.write.Unlock()
	var later []Entry
	var at *Entry
	err := p.deps.Store.Since(ctx, number-1, func(e Entry) error {
		if e.Number == number {
			at = &e
			at.Changes = nil
		} else if e.Number <= p.stack.newest() {
			later = append(later, e)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if at == nil {
		return nil, fault.New(fault.NotFound, fmt.Sprintf("Journalen har ingen ändring med nummer %d.", number))
	}
	for _, e := range later {
		if e.Origin == OriginMigration && len(e.Changes) > 0 { // what is written elsewhere since can't be counted back
			return nil, fault.New(fault.NotFound, fmt.Sprintf("Portföljen före ändring %d, som ordnade om filen, går inte att räkna fram. Öppna kopian som gjordes då.", e.Number))
		}
	}
	back := newTape(p.Get)
	for i := len(later) - 1; i >= 0; i-- {
		back.back(later[i])
	}
	return p.past(*at, back), nil
}

// AsOf gives the portfolio as it was when a day had ended, to read and never to write; itself for
// today and later. Faults: NotFound (it hadn't been begun), and those of At.
func (p *Portfolio) AsOf(ctx context.Context, day date.Date) (*Portfolio, error) {
	if day >= p.Today() {
		return p, nil
	}
	entries, err := p.deps.Store.Journal(ctx, Query{Brief: true})
	if err != nil {
		return nil, err
	}
	last := int64(0)
	for _, e := range entries {
		if date.FromTime(e.At.Local()) <= day {
			last = max(last, e.Number)
		}
	}
	if last == 0 {
		return nil, fault.New(fault.NotFound, fmt.Sprintf("Portföljen var inte påbörjad %s. Inget har ändrats. Välj en senare dag.", day))
	}
	return p.At(ctx, last)
}

// past is a portfolio of what stood, with what a tape has of it.
func (p *Portfolio) past(at Entry, played *tape) *Portfolio {
	snap := &Snapshot{Recent: []Entry{at}}
	p.state.mu.RLock()
	snap.Sequences, snap.First = p.state.sequences, p.state.first
	for id, r := range p.state.byID {
		if now, touched := played.now[id]; touched {
			r = now
		}
		if r != nil {
			snap.Records = append(snap.Records, r)
		}
	}
	for id, r := range played.now {
		if r != nil && p.state.byID[id] == nil {
			snap.Records = append(snap.Records, r)
		}
	}
	p.state.mu.RUnlock()
	d := p.deps
	d.Store = &past{Store: d.Store, number: at.Number}
	d.Today = dayOf(at.At.Local())
	old := &Portfolio{deps: d, state: newState(snap)}
	old.signs.Store(p.signs.Load())
	old.stack.load(snap.Recent, p.Login(), p.Who())
	return old
}
