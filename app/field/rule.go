package field

import (
	"fmt"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
)

// Rule is what must hold of several records together, such as shares that are no
// more than 100 %. It is declared where its subject is and watches the kinds whose
// changes could break it.
type Rule struct {
	// Holds gives a fault that says what is wrong with the portfolio as it will
	// be. It is asked once, however many records changed.
	Holds func(tx *Tx) error
}

// NewRule declares a rule that watches kinds.
func NewRule(holds func(tx *Tx) error, watches ...*Kind) *Rule {
	r := &Rule{Holds: holds}
	for _, k := range watches {
		k.rules = append(k.rules, r)
	}
	return r
}

// Check holds all that must be true of what the changes touch: that values are of
// their fields' types, that what they point at is there and may be, that nothing
// which is removed is missed, and what the kinds say for themselves. Faults are
// told of the first record that has one.
func (t *Tx) Check() error {
	touched := t.Touched()
	for _, id := range touched { // in order, so that of several faults it is always the same that is told
		if err := t.checkRecord(id); err != nil {
			return err
		}
	}
	if err := t.checkRules(touched); err != nil {
		return err
	}
	for _, id := range touched {
		if err := t.checkGone(id); err != nil {
			return err
		}
	}
	return nil
}

// checkLasting holds that what lasts is neither changed nor removed, but with what it
// is a part of.
func (t *Tx) checkLasting(id ID) error {
	was := t.Before(id)
	if t.Undoing || was == nil || !was.Kind.Lasting {
		return nil
	}
	now := t.Get(id)
	if now == nil && t.Gone(was.Owner()) != nil || now != nil && (now.Alike(was) || t.passedOn(was, now)) {
		return nil
	}
	return fault.New(fault.Conflict, fmt.Sprintf("%s skrivs aldrig över och tas inte bort. Inget har ändrats. Skriv ett nytt som följer på det, eller ångra det som gjordes.", t.called(was)))
}

// passedOn says that a record only is of another than it was, which what it was of has
// become one with.
func (t *Tx) passedOn(was, now *Record) bool {
	if was.Kind.Owner() == nil || t.Gone(was.Owner()) == nil {
		return false
	}
	moved := was.Clone()
	moved.Put(was.Kind.Owner(), now.Owner())
	return now.Alike(moved)
}

func (t *Tx) checkRecord(id ID) error {
	if err := t.checkLasting(id); err != nil {
		return err
	}
	r := t.now[id]
	if r == nil {
		if was := t.gone[id]; was != nil && was.Kind.Check != nil {
			return was.Kind.Check(t, was, nil)
		}
		return nil
	}
	if title := r.Kind.Title(); title.Required && IsEmpty(r.Get(title)) {
		return fault.New(fault.Invalid, fmt.Sprintf("%s måste ha ett värde. Inget har ändrats.", title.Label))
	}
	for _, f := range r.Kind.fields {
		if err := t.checkValue(r, f); err != nil {
			return err
		}
	}
	for key, kept := range r.FreeValues() {
		if err := t.checkOwn(r, key, kept); err != nil {
			return err
		}
	}
	if r.Kind.Check == nil {
		return nil
	}
	return r.Kind.Check(t, t.Before(id), r)
}

// checkOwn holds that what a record keeps in a field of the municipality's own can be read as
// what the field holds today, and that there is one: a change that is taken back may be from
// another time.
func (t *Tx) checkOwn(r *Record, key, kept string) error {
	f, declared := t.ownOf(r.Kind, key)
	if before := t.Before(r.ID); !declared && (before == nil || before.free[key] != kept) {
		return fault.New(fault.Conflict, fmt.Sprintf("%s skulle få ”%s” i ett eget fält som inte finns längre. Inget har ändrats. Ångra först att fältet togs bort, eller lägg till det på nytt.", t.called(r), text.Shorten(kept, 60)))
	}
	if f.ownValue(kept) == nil {
		return fault.New(fault.Conflict, fmt.Sprintf("%s rymmer nu %s, och ”%s” går inte att läsa så. Inget har ändrats. Ändra först vad fältet rymmer.", f.Label, text.Lower(f.Type.Own()), text.Shorten(kept, 60)))
	}
	return t.checkValue(r, f)
}

// ownOf is a field of the municipality's own as it is declared; a text where it isn't.
func (t *Tx) ownOf(k *Kind, key string) (f *Field, declared bool) {
	for _, f := range t.Fields(k) {
		if f.free && f.Key == key {
			return f, true
		}
	}
	return NewFree(k, key, key), false
}

// Rules holds what must be true of several records together, of all that changed here.
func (t *Tx) Rules() error { return t.checkRules(t.Touched()) }

// Ruled says that a rule watches the kind.
func (k *Kind) Ruled() bool { return len(k.rules) > 0 }

// checkRules asks the rules that watch what changed, each once.
func (t *Tx) checkRules(touched []ID) error {
	asked := map[*Rule]bool{}
	for _, id := range touched {
		r := t.now[id]
		if r == nil {
			r = t.gone[id]
		}
		for _, rule := range r.Kind.rules {
			if asked[rule] {
				continue
			}
			asked[rule] = true
			if err := rule.Holds(t); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkValue holds that a value is of its field's type, that a new one fits in the
// field, and that what it points at will be there and may be pointed at.
func (t *Tx) checkValue(r *Record, f *Field) error {
	v := r.Get(f)
	if v == nil {
		return nil
	}
	if !f.Accepts(v) {
		return broken(fmt.Sprintf("%s fick ett värde av fel slag", f.Label))
	}
	if before := t.Before(r.ID); before == nil || !Equal(before.Get(f), v) {
		if err := f.Fits(v); err != nil {
			return fault.Wrap(fault.Invalid, err.Error()+" Inget har ändrats.", err)
		}
	}
	for _, id := range References(v) {
		target := t.Get(id)
		if gone := t.Gone(id); target == nil && gone != nil {
			return t.inUse(gone, r, f)
		}
		if target == nil {
			return fault.New(fault.NotFound, fmt.Sprintf("%s: det som %s pekar på finns inte. Inget har ändrats.", r.Name(), f.Label))
		}
		if !f.MayPointAt(target.Kind) {
			return fault.New(fault.Invalid, fmt.Sprintf("%s: %s kan inte vara %s. Inget har ändrats.", r.Name(), f.Label, target.Name()))
		}
	}
	return nil
}

// checkGone refuses to remove what others will still point at.
func (t *Tx) checkGone(id ID) error {
	gone := t.Gone(id)
	if gone == nil {
		return nil
	}
	for _, f := range gone.Kind.PointedBy() {
		if left := t.Pointing(f, id); len(left) > 0 {
			return t.inUse(gone, left[0], f)
		}
	}
	return nil
}

// inUse says that f of r points at what was to be removed.
func (t *Tx) inUse(gone, r *Record, f *Field) error {
	return fault.New(fault.Conflict, fmt.Sprintf("%s används av %s (%s) och kan inte tas bort. Inget har ändrats. Byt där först.", t.called(gone), t.called(r), f.Label))
}

// called names also what is removed, and what it was a part of.
func (t *Tx) called(r *Record) string {
	return Called(r, func(id ID) *Record {
		if now := t.Get(id); now != nil {
			return now
		}
		return t.gone[id]
	})
}

// EndsOf is what a record goes between, "Lönesystemet → Ekonomia"; "" where its kind goes
// between nothing, or nobody has said.
func EndsOf(r *Record, get func(ID) *Record) string {
	b := r.Kind.Ends
	if b == nil {
		return ""
	}
	var ends []string
	for _, f := range []*Field{b.From, b.To} {
		id, _ := r.Get(f).(ID)
		if at := get(id); at != nil {
			ends = append(ends, at.Name())
		} else if s, _ := r.Get(b.Outside).(string); s != "" {
			ends = append(ends, s)
		}
	}
	return strings.Join(ends, " → ")
}

// Called is what to call a record in a message; one without a name goes by what it is
// between, or by what it belongs to: "drift 2027 för Lönesystemet". get finds a record
// by identity.
func Called(r *Record, get func(ID) *Record) string {
	if r.Kind.Ends != nil && IsEmpty(r.Get(r.Kind.Title())) {
		if ends := EndsOf(r, get); ends != "" {
			return ends
		}
	}
	if name := r.Name(); name != "" {
		return name
	}
	what := ""
	if r.Kind.Caption != nil {
		what = r.Kind.Caption(r)
	}
	if what == "" {
		what = r.Kind.One
	}
	if o := get(r.Owner()); o != nil {
		return what + " för " + o.Name()
	}
	return what
}
