package app

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Rensa ur historiken: a text that should never have been written, such as a
// person's number or something säkerhetsskyddsklassat, is taken out of everything
// that the journal keeps. Who did what and when stays, and the chain holds.

// shortestErased is how long a text must be to be erased: a shorter one would take
// half of the history with it.
const shortestErased = 4

// Traces is where a text stands.
type Traces struct {
	Entries []Entry         // of the journal, newest first, with only the changes that hold it
	Texts   int             // how many texts in the journal hold it
	Now     []*field.Record // that hold it now; it is to be taken out of them first
	Who     int             // entries whose author's name holds it; that stays
}

// Oldest is when the text came into the journal; zero for one that isn't there.
func (t Traces) Oldest() time.Time {
	if len(t.Entries) == 0 {
		return time.Time{}
	}
	return t.Entries[len(t.Entries)-1].At
}

// Holding are the copies that were made while the text was in the journal, or that
// nobody can tell of.
func (t Traces) Holding(copies []Copy) (out []Copy) {
	for _, c := range copies {
		if c.Damaged || !c.At.Before(t.Oldest().Truncate(time.Second)) {
			out = append(out, c)
		}
	}
	return out
}

// Trace finds a text, in any case, in the journal and in what there is now. Faults:
// Invalid (too short).
func (p *Portfolio) Trace(ctx context.Context, what string) (out Traces, err error) {
	holds, err := holding(what)
	if err != nil {
		return out, err
	}
	out.Now = p.standing(holds)
	err = p.deps.Store.Since(ctx, 0, func(e Entry) error {
		n := 0
		if holds(e.Who) {
			out.Who++
		}
		if holds(e.Label) || holds(e.Origin) {
			n++
		}
		var kept []field.Change
		for _, c := range e.Changes {
			if m := textsOf(c, holds); m > 0 {
				kept, n = append(kept, c), n+m
			}
		}
		if n > 0 {
			e.Changes = slices.Clip(kept)
			out.Entries, out.Texts = append(out.Entries, e), out.Texts+n
		}
		return nil
	})
	slices.Reverse(out.Entries)
	return out, err
}

// standing are the records that hold a text now.
func (p *Portfolio) standing(holds func(string) bool) (out []*field.Record) {
	for _, k := range Kinds {
		for _, r := range p.All(k) {
			if textsIn(r, holds) > 0 {
				out = append(out, r)
			}
		}
	}
	return out
}

// letStand refuses to erase what stands in records.
func (p *Portfolio) letStand(rs []*field.Record) error {
	if len(rs) == 0 {
		return nil
	}
	return fault.New(fault.Conflict, fmt.Sprintf("Texten står kvar i %s. Inget har rensats. Ta bort den där först.", p.listed(rs)))
}

// holding says whether a text has another in it.
func holding(what string) (func(string) bool, error) {
	what = strings.TrimSpace(what)
	if utf8.RuneCountInString(what) < shortestErased {
		return nil, fault.New(fault.Invalid, fmt.Sprintf("Skriv minst %d tecken av det som ska rensas. Inget har ändrats.", shortestErased))
	}
	key := text.Key(what)
	return func(s string) bool { return len(s) >= shortestErased && strings.Contains(text.Key(s), key) }, nil
}

// textsOf is how many texts of a change hold what is looked for.
func textsOf(c field.Change, holds func(string) bool) (n int) {
	if c.Record != nil {
		return textsIn(c.Record, holds)
	}
	if c.Field == nil || !c.Field.Written() {
		return 0
	}
	if c.Field.Free() && holds(c.Field.Key) {
		n++
	}
	for _, v := range []field.Value{c.Before, c.After} {
		if !field.IsEmpty(v) && holds(field.Encode(v)) {
			n++
		}
	}
	return n
}

func textsIn(r *field.Record, holds func(string) bool) (n int) {
	for f := range r.Values {
		if f.Written() && holds(field.Encode(r.Get(f))) {
			n++
		}
	}
	for key, s := range r.FreeValues() {
		if holds(key) {
			n++
		}
		if holds(s) {
			n++
		}
	}
	return n
}

// Erasable is Trace of a text that can be erased as things stand. Faults: Invalid (too
// short), Conflict (it stands in what there is now), NotFound (it is nowhere).
func (p *Portfolio) Erasable(ctx context.Context, what string) (Traces, error) {
	found, err := p.Trace(ctx, what)
	switch {
	case err != nil:
	case len(found.Now) > 0:
		err = p.letStand(found.Now)
	case found.Texts == 0 && found.Who > 0:
		err = fault.New(fault.Conflict, fmt.Sprintf("Texten är namnet på den som har gjort %s. Vem som gjorde vad står kvar, så det rensas inte. Inget har ändrats.", text.Plural(found.Who, "ändring", "ändringar")))
	case found.Texts == 0:
		err = fault.New(fault.NotFound, "Texten finns inte i historiken. Inget har ändrats.")
	}
	return found, err
}

// Erase takes every text that holds what out of the journal, and writes an entry
// that says who did it and why. Nobody can get it back. It isn't to stand in
// anything that there is now. Faults as of Erasable, and Invalid for no reason or one
// that holds the text.
func (p *Portfolio) Erase(ctx context.Context, what, why string) (Entry, error) {
	holds, err := holding(what)
	if err != nil {
		return Entry{}, err
	}
	why = text.OneLine(why)
	switch {
	case why == "":
		return Entry{}, fault.New(fault.Invalid, "Skriv varför det ska rensas: det står kvar i historiken. Inget har ändrats.")
	case holds(why):
		return Entry{}, fault.New(fault.Invalid, "Anledningen innehåller det som ska rensas, och står kvar i historiken. Inget har ändrats. Skriv den med andra ord.")
	}
	if _, err := p.Erasable(ctx, what); err != nil {
		return Entry{}, err
	}
	return p.erase(ctx, Entry{Label: "Rensat ur historiken: " + why}, holds)
}

func (p *Portfolio) erase(ctx context.Context, e Entry, holds func(string) bool) (Entry, error) {
	p.write.Lock()
	defer p.write.Unlock()
	e.At, e.Who, e.Session, e.Origin = p.deps.Now().UTC(), p.Who(), p.deps.Session, OriginErasure
	try := func() (Committed, error) { // somebody may have written it anew since it was looked for
		if err := p.letStand(p.standing(holds)); err != nil {
			return Committed{}, err
		}
		return p.deps.Store.Erase(ctx, e, p.stack.newest(), holds)
	}
	done, err := try()
	if fault.CodeOf(err) == fault.Stale {
		if err := p.catchUp(ctx); err != nil {
			return e, err
		}
		done, err = try()
	}
	if err != nil {
		return e, err
	}
	e.Number, e.Chain = done.Number, done.Chain
	return e, p.reload(ctx) // the labels that were in memory too
}

// listed names a few records.
func (p *Portfolio) listed(rs []*field.Record) string {
	const most = 3
	var names []string
	for _, r := range rs[:min(len(rs), most)] {
		name := strings.TrimSpace(r.Ref + " " + p.Called(r))
		if r.Kind.Silent && r.Kind.Detail != nil { // nobody knows it by its name alone
			name = fmt.Sprintf("%s ”%s” (%s)", r.Kind.One, name, r.Kind.Detail(p, r))
		}
		names = append(names, name)
	}
	s := strings.Join(names, ", ")
	if n := len(rs) - most; n > 0 {
		s += " och " + text.Plural(n, "till", "till")
	}
	return s
}
