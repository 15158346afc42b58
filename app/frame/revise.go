package frame

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/settings"
)

// Past is what a ram was by an earlier decision.
type Past struct {
	On                    date.Date // 0: nobody knows
	Amount                money.Ore
	By, Reference, Reason string
}

// Pasts are the earlier decisions of a ram, the oldest first.
func Pasts(w field.World, r *field.Record) (out []Past) {
	for _, e := range w.Pointing(EarlierOf.Field, r.ID) {
		out = append(out, pastOf(e))
	}
	slices.SortStableFunc(out, func(a, b Past) int { return cmp.Compare(a.On, b.On) })
	return out
}

func pastOf(e *field.Record) Past {
	return Past{EarlierOn.Get(e), EarlierAmount.Get(e), EarlierBy.Get(e), EarlierReference.Get(e), EarlierReason.Get(e)}
}

// bar stands between the parts of an earlier decision as it is written.
const bar = "|"

// Text is how an earlier decision is written: "2026-11-23: 1 200 000 | Kommunfullmäktige | § 112".
func (p Past) Text() string {
	out := economy.Dated{On: p.On, Amount: p.Amount}.Text()
	for i, s := range []string{p.By, p.Reference, p.Reason} {
		if s != "" || i == 0 && p.Reference+p.Reason != "" || i == 1 && p.Reason != "" {
			out += strings.TrimRight(" "+bar+" "+s, " ")
		}
	}
	return out
}

func earlierText(w field.World, r *field.Record) field.Value {
	var lines []string
	for _, p := range Pasts(w, r) {
		lines = append(lines, p.Text())
	}
	if lines == nil {
		return nil
	}
	return strings.Join(lines, "\n")
}

// readPasts reads earlier decisions, one a line, as they are written.
func readPasts(s string) (out []Past, err error) {
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		parts := strings.Split(line, bar)
		d, ok, err := economy.ReadDated(parts[0])
		switch {
		case !ok || len(parts) > 4:
			return nil, fault.New(fault.Invalid, fmt.Sprintf("”%s” är inget tidigare beslut. Inget har ändrats. Skriv dagen, beloppet, vem som beslutade, § och skäl: 2026-11-23: 1 200 000 | Kommunfullmäktige | § 112 | skäl.", line))
		case err != nil:
			return nil, err
		}
		p := Past{On: d.On, Amount: d.Amount}
		for i, to := range []*string{&p.By, &p.Reference, &p.Reason} {
			if len(parts) > i+1 {
				*to = strings.TrimSpace(parts[i+1])
			}
		}
		if slices.ContainsFunc(out, func(o Past) bool { return o.On == p.On }) {
			return nil, fault.New(fault.Invalid, fmt.Sprintf("Två tidigare beslut har samma dag, %s. Inget har ändrats. Skriv ett för varje dag.", d.Day()))
		}
		out = append(out, p)
	}
	return out, nil
}

// setEarlier gives the changes that make the earlier decisions of a ram those of a text: what
// is the same is left as it is.
func setEarlier(w field.World, r *field.Record, v field.Value) (changes []field.Change, err error) {
	s, _ := v.(string)
	want, err := readPasts(s)
	if err != nil {
		return nil, err
	}
	for _, e := range w.Pointing(EarlierOf.Field, r.ID) {
		if i := slices.Index(want, pastOf(e)); i >= 0 {
			want = slices.Delete(want, i, i+1)
			continue
		}
		changes = append(changes, field.Change{Op: field.Delete, Kind: EarlierKind, ID: e.ID})
	}
	for _, p := range want {
		e := newPast(w, r.ID, p)
		changes = append(changes, field.Change{Op: field.Create, Kind: EarlierKind, ID: e.ID, Record: e, Owner: r.ID})
	}
	return changes, nil
}

func newPast(w field.World, ram field.ID, p Past) *field.Record {
	e := field.NewRecord(EarlierKind, w.NewID()).Put(EarlierOf.Field, ram).Put(EarlierAmount.Field, p.Amount)
	if p.On != 0 {
		e.Put(EarlierOn.Field, p.On)
	}
	for f, s := range map[*field.Field]string{EarlierBy.Field: p.By, EarlierReference.Field: p.Reference, EarlierReason.Field: p.Reason} {
		if s != "" {
			e.Put(f, s)
		}
	}
	return e
}

// follow is what follows on that ramar change: one without a name is called by what it is of,
// and what a decided one was is kept when it gets another amount.
func follow(tx *field.Tx) error {
	for _, id := range tx.Touched() {
		r := tx.Now()[id]
		if r == nil || r.Kind != Kind {
			continue
		}
		was := tx.Before(id)
		if name := Name.Get(r); name == "" || was != nil && name == Name.Get(was) && name == naming(tx.World, was) {
			if is := naming(tx, r); is != "" && is != name {
				if err := tx.Set(id, Name.Field, is); err != nil {
					return err
				}
			}
		}
		if was != nil {
			if err := revised(tx, was, tx.Get(id)); err != nil {
				return err
			}
		}
	}
	return nil
}

// revised keeps what a decided ram was, when it gets another amount: the day of the change is
// today's unless it is said, and who decided the old amount didn't decide the new.
func revised(tx *field.Tx, was, r *field.Record) error {
	before, had := was.Get(Amount.Field).(money.Ore)
	now, has := r.Get(Amount.Field).(money.Ore)
	joined := tx.Now()[settings.ID] != nil // another styrmodell makes several ramar one
	if !had || has && before == now || !Guards(was) || !Guards(r) || joined || told(tx, r.ID) {
		return nil
	}
	on := DecidedOn.Get(r)
	if on == DecidedOn.Get(was) {
		on = tx.Today()
	}
	if on == DecidedOn.Get(was) { // it was written wrong, and is put right the same day
		return nil
	}
	if err := keep(tx, r.ID, Past{DecidedOn.Get(was), before, DecidedBy.Get(was), Reference.Get(was), Reason.Get(was)}); err != nil {
		return err
	}
	if err := tx.Set(r.ID, DecidedOn.Field, on); err != nil {
		return err
	}
	for _, f := range []*field.Field{DecidedBy.Field, Reference.Field, Reason.Field} {
		if v := r.Get(f); v != nil && field.Equal(v, was.Get(f)) {
			if err := tx.Set(r.ID, f, nil); err != nil {
				return err
			}
		}
	}
	return nil
}

// told says that what a ram was is written in the same change: then that is what it was.
func told(tx *field.Tx, ram field.ID) bool {
	return slices.ContainsFunc(tx.Touched(), func(id field.ID) bool {
		e := cmp.Or(tx.Now()[id], tx.Gone(id))
		return e != nil && e.Kind == EarlierKind && EarlierOf.Get(e) == ram
	})
}

// keep writes down an earlier decision, in place of another of the same day.
func keep(tx *field.Tx, ram field.ID, p Past) error {
	for _, e := range tx.Pointing(EarlierOf.Field, ram) {
		if EarlierOn.Get(e) == p.On {
			if err := tx.Delete(e.ID); err != nil {
				return err
			}
		}
	}
	return tx.Create(newPast(tx, ram, p))
}

// Revise gives a decided ram another amount: what it was stays to see. Faults: NotFound,
// Invalid (it isn't decided, the amount is the same, or it isn't said who decided and why).
func Revise(tx *field.Tx, id field.ID, amount money.Ore, s governance.Step) error {
	r := tx.Get(id)
	by := cmp.Or(s.Forum, s.Role, tx.Label(s.By))
	switch {
	case r == nil || r.Kind != Kind:
		return fault.New(fault.NotFound, "Ramen finns inte längre. Inget har ändrats.")
	case !Guards(r):
		return fault.New(fault.Invalid, fmt.Sprintf("%s är ett förslag. Inget har ändrats. Ändra beloppet som det är, eller besluta ramen.", called(tx, r)))
	case Amount.Get(r) == amount && r.Get(Amount.Field) != nil:
		return fault.New(fault.Invalid, fmt.Sprintf("%s är redan %s kr. Inget har ändrats. Skriv det nya beloppet.", called(tx, r), amount.Exact()))
	case by == "":
		return fault.New(fault.Invalid, "Säg vem som beslutade ändringen. Inget har ändrats. Skriv personen, rollen eller organet.")
	case s.Reason == "":
		return fault.New(fault.Invalid, "Säg varför ramen ändras. Inget har ändrats. Skriv skälet.")
	}
	on := cmp.Or(s.On, tx.Today())
	if on < DecidedOn.Get(r) {
		return fault.New(fault.Invalid, fmt.Sprintf("%s beslutades %s, efter dagen för ändringen. Inget har ändrats. Rätta dagen.", called(tx, r), DecidedOn.Get(r)))
	}
	if err := keep(tx, id, Past{DecidedOn.Get(r), Amount.Get(r), DecidedBy.Get(r), Reference.Get(r), Reason.Get(r)}); err != nil {
		return err
	}
	for _, set := range []struct {
		f *field.Field
		v field.Value
	}{{Amount.Field, amount}, {DecidedOn.Field, on}, {DecidedBy.Field, by}, {Reference.Field, field.OrNil(s.Reference)}, {Reason.Field, s.Reason}, {State.Field, Decided}} {
		if err := tx.Set(id, set.f, set.v); err != nil {
			return err
		}
	}
	return nil
}

// called is what a ram is called in a sentence.
func called(w field.World, r *field.Record) string {
	return "Ramen " + cmp.Or(r.Name(), naming(w, r), fmt.Sprint(Year.Get(r)))
}
