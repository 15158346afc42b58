package proof_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// trial puts a styrmodell's gates on trial in a portfolio that is governed by what is left
// of it.
type trial struct {
	t    *testing.T
	full *governance.Model
	p    *app.Portfolio
	made int
	way  int // which of several ways what a gate asks for is met, where there are so many
}

// without is the model with none of a rule's gates; "" takes none away.
func without(m *governance.Model, rule string) *governance.Model {
	less := *m
	less.Rules = slices.DeleteFunc(slices.Clone(m.Rules), func(r governance.Rule) bool { return r.Key == rule })
	less.Gates = slices.DeleteFunc(slices.Clone(m.Gates), func(g governance.Gate) bool { return g.RuleOf() == rule })
	less.Acute.Gates = slices.DeleteFunc(slices.Clone(m.Acute.Gates), func(key string) bool { return (governance.Gate{Key: key}).RuleOf() == rule })
	return &less
}

func try(t *testing.T, full, governing *governance.Model) *trial {
	t.Helper()
	data, err := json.Marshal(governing)
	if err != nil {
		t.Fatal(err)
	}
	return &trial{t: t, full: full, p: apptest.Begin(t, apptest.NewStore(), data)}
}

// alone holds that a gate answers, and no other, when what it asks for is all that is
// missing, and that nothing is said when that is there too. leave says which of several
// fields is left out.
func alone(t *testing.T, full, governing *governance.Model, g governance.Gate, leave int) error {
	if said := try(t, full, governing).broken(g, nil, 0); len(said) > 0 {
		return fmt.Errorf("when all is there, %q answer", said)
	}
	said := try(t, full, governing).broken(g, &g, leave)
	if !slices.Equal(said, []string{g.Key}) {
		return fmt.Errorf("when only what %s asks for is missing, %q answer", g.Key, said)
	}
	for i := range g.Need.Either { // each of several ways is enough by itself
		tr := try(t, full, governing)
		tr.way = i
		if said := tr.broken(g, nil, 0); len(said) > 0 {
			return fmt.Errorf("when %s is met the other way (%d), %q answer", g.Key, i, said)
		}
	}
	return nil
}

// broken makes a thing that has all that the gates of its kind ask for but one, takes the
// step that the gate stands before, and gives the keys of those that answer.
func (tr *trial) broken(g governance.Gate, but *governance.Gate, leave int) (said []string) {
	k := app.KindNamed(kindOf(g))
	with := map[*field.Field]field.Value{}
	if values := g.When[stepKey(k)]; values != nil { // as it is already
		with[k.Step] = values[0]
	} else if k.Step != nil {
		with[k.Step] = tr.firstBut(k.Step, g.Before)
	}
	if f := governance.ActOf(k, g.Before); f != nil {
		with[f] = nil
	}
	r := tr.make(k, with)
	for key, values := range g.When {
		if k.Field(key) != k.Step && values[0] != "" {
			tr.give(r, k.Field(key), values[0])
		}
	}
	if f := k.Field("class"); f != nil && g.Need.Class && field.IsEmpty(tr.p.Get(r).Get(f)) {
		tr.give(r, f, tr.full.Classes[len(tr.full.Classes)-1].Key)
	}
	for _, other := range tr.p.Model().Gates {
		if kindOf(other) != k.Name || g.Before == "" && other.Before != "" && !other.Always || !tr.holds(r, other.When) {
			continue
		}
		if but == nil || other.Key != but.Key {
			tr.meet(r, other, -1)
		} else {
			tr.meet(r, other, leave)
		}
	}
	for _, m := range tr.lacks(r, g) {
		if m.Gate.Effect != governance.Record && !slices.Contains(said, m.Gate.Key) {
			said = append(said, m.Gate.Key)
		}
	}
	tr.step(r, g, said)
	return said
}

// lacks is what is missing before the gate's step.
func (tr *trial) lacks(r field.ID, g governance.Gate) []governance.Missing {
	thing := tr.p.Get(r)
	switch {
	case g.Before == "":
		return governance.Lacks(tr.p, thing, []string{""})
	case governance.ActOf(thing.Kind, g.Before) != nil:
		return governance.Lacks(tr.p, thing, []string{g.Before})
	}
	return governance.LacksBefore(tr.p, thing, g.Before)
}

// step takes the step: it is refused when a gate that stops has answered, and only then.
func (tr *trial) step(r field.ID, g governance.Gate, said []string) {
	tr.t.Helper()
	if g.Before == "" {
		return
	}
	_, err := tr.p.Do(context.Background(), func(tx *field.Tx) (string, error) {
		if k := tx.Get(r).Kind; governance.ActOf(k, g.Before) != nil {
			return "Prov", tx.Assign(r, field.Column{Field: governance.ActOf(k, g.Before)}, tr.p.Today())
		}
		return "Prov", governance.Move(tx, r, governance.Step{To: g.Before})
	})
	var stopped *governance.Stopped
	if stops := len(said) > 0 && g.Effect == governance.Stop; errors.As(err, &stopped) != stops || !stops && err != nil {
		tr.t.Errorf("%s: %q answered, and the step gave %v", g.Key, said, err)
	}
}

// allow does for a thing what is asked for before the day of an act that a field has.
func allow(t *testing.T, p *app.Portfolio, r field.ID, f *field.Field) {
	t.Helper()
	act, is := governance.IsAct(f)
	tr := &trial{t: t, full: p.Model(), p: p}
	for _, m := range governance.Lacks(p, p.Get(r), []string{act}) {
		if is && m.Stops() {
			tr.meet(r, m.Gate, -1)
		}
	}
}

func kindOf(g governance.Gate) string {
	if g.OfInitiatives() {
		return plan.Kind.Name
	}
	return g.Of
}

func (tr *trial) holds(r field.ID, when governance.Values) bool {
	thing := tr.p.Get(r)
	for key, values := range when {
		if !slices.Contains(values, field.Encode(thing.Kind.Field(key).Value(tr.p, thing, 0))) {
			return false
		}
	}
	return true
}

// meet does what a gate asks for, but for one of several things when leave isn't negative.
func (tr *trial) meet(r field.ID, g governance.Gate, leave int) {
	tr.t.Helper()
	n, k := g.Need, tr.p.Get(r).Kind
	fields := slices.Concat(n.All, n.Any)
	if n.Field != "" {
		fields = append(fields, n.Field)
	}
	for i, key := range fields {
		if i != leave && !(leave >= 0 && len(n.Any) > 0) && !tr.has(r, k.Field(key), n.Is) {
			tr.give(r, k.Field(key), wanted(k.Field(key), n.Is))
		}
	}
	if leave >= 0 && n.Frame == governance.FrameWithin {
		tr.framed(r, 1)
	}
	if leave >= 0 && n.None == "" || len(fields) > 0 {
		return
	}
	switch {
	case n.None != "" && leave >= 0:
		tr.give(r, k.Field(n.None), "")
	case len(n.Either) > 0:
		g.Need = n.Either[min(tr.way, len(n.Either)-1)]
		tr.meet(r, g, -1)
	case n.Role != "":
		tr.give(r, k.Field(n.Role), "")
	case tr.counted()[k.Field(n.Relation)] != nil:
		tr.counted()[k.Field(n.Relation)](r)
	case n.Relation != "":
		tr.relate(r, n)
	case n.Checklist:
		tr.answer(r, tr.full.Checklist, "yes")
	case n.Class:
		for _, f := range governance.ClassLacks(tr.p, tr.p.Get(r)) {
			tr.give(r, f, "")
		}
	case n.Assessed:
		tr.answer(r, tr.full.Assessment, "ok")
	case n.Advice != "":
		tr.say(r, governance.Advised, n.Advice)
	case n.Decision != "":
		tr.say(r, governance.Decided, n.Decision)
	case n.Confirmed:
		by := tr.person()
		tr.do(func(tx *field.Tx) error {
			return governance.Confirm(tx, r, g.Key, governance.Approved, governance.Step{By: by})
		})
	case n.Amount != "":
		tr.put(r, k.Field(n.Amount), money.FromKronor(1))
	case n.Frame == governance.FrameWithin && k == plan.LegKind: // of no year it is held to no ram
		tr.put(r, plan.LegYear.Field, int64(tr.p.Today().Year()))
	case n.Frame == governance.FrameDecided && len(tr.p.All(frame.Kind)) == 0:
		tr.framed(r, 1000)
	}
}

// has says whether a field has a value already, one that is wanted.
func (tr *trial) has(r field.ID, f *field.Field, is []string) bool {
	v := f.Value(tr.p, tr.p.Get(r), 0)
	return !field.IsEmpty(v) && (len(is) == 0 || !f.HasAlternatives() || slices.Contains(is, field.Encode(v)))
}

// wanted is what a field with alternatives may have, of those that are wanted.
func wanted(f *field.Field, is []string) string {
	if f != nil && f.HasAlternatives() && len(is) > 0 {
		return is[0]
	}
	return ""
}

func (tr *trial) do(what func(tx *field.Tx) error) {
	tr.t.Helper()
	if _, err := tr.p.Do(context.Background(), func(tx *field.Tx) (string, error) { return "Prov", what(tx) }); err != nil {
		tr.t.Fatal(err)
	}
}

func (tr *trial) put(r field.ID, f *field.Field, v field.Value) {
	tr.t.Helper()
	tr.do(func(tx *field.Tx) error { return tx.Assign(r, field.Column{Field: f}, v) })
}

func (tr *trial) answer(r field.ID, questions []governance.Question, value string) {
	for _, q := range questions {
		tr.make(governance.AnswerKind, map[*field.Field]field.Value{governance.AnswerOf.Field: r, governance.AnswerQuestion.Field: q.Label, governance.AnswerValue.Field: value})
	}
}

func (tr *trial) say(r field.ID, what, forum string) {
	name := tr.full.ForumName(forum)
	if forum == "*" {
		at := slices.IndexFunc(tr.full.Forums, func(f governance.Forum) bool { return tr.full.MayDecide(f.Key) })
		name = tr.full.Forums[at].Label
	}
	if what == governance.Decided { // as it is read in: a yes that is written asks the gates before it
		tr.make(governance.DecisionKind, map[*field.Field]field.Value{governance.DecisionOf.Field: r, governance.DecisionType.Field: what, governance.DecisionOn.Field: tr.p.Today(),
			governance.DecisionForum.Field: name, governance.DecisionOutcome.Field: governance.Approved})
		return
	}
	tr.do(func(tx *field.Tx) error {
		return governance.Say(tx, r, what, governance.Approved, governance.Step{Forum: name})
	})
}

// relate makes what a thing is to be related to.
func (tr *trial) relate(r field.ID, n governance.Need) {
	kind, key, other := strings.Cut(n.Relation, ".")
	own := tr.p.Get(r).Kind.Field(kind)
	k := app.KindNamed(kind)
	if !other {
		k = own.Targets()[0]
	}
	for i := range max(1, n.Least) {
		with := map[*field.Field]field.Value{}
		if other {
			with[k.Field(key)] = pointer(k.Field(key), r)
		}
		for of, values := range n.Where {
			value := values[min(i, len(values)-1)]
			if f := k.Field(of); f.Stored() {
				with[f] = value
			} else { // what it follows from, in what the related points at
				by, follows := tr.followed(k, of)
				with[by] = pointer(by, tr.make(follows.Kind, map[*field.Field]field.Value{follows: value}))
			}
		}
		if len(n.Is) > 0 {
			with[k.Step] = n.Is[0]
		}
		for _, of := range n.Having {
			with[k.Field(of)] = tr.sample(k.Field(of))
		}
		if there := tr.there(r, own); len(there) > 0 { // one for all that is asked of it
			for f, v := range with {
				tr.put(there[0], f, v)
			}
			continue
		}
		made := tr.make(k, with)
		if !other {
			tr.put(r, own, pointer(own, made))
		}
	}
}

// followed is the field of a kind that points at what has a field of a key, and that field.
func (tr *trial) followed(k *field.Kind, key string) (by, follows *field.Field) {
	for _, f := range k.Stored() {
		for _, target := range f.Targets() {
			if of := target.Field(key); of != nil && of.Stored() {
				return f, of
			}
		}
	}
	tr.t.Fatalf("nothing that %s points at has %s", k.Name, key)
	return nil, nil
}

// there are those that a thing points at by a field of its own, nil for none.
func (tr *trial) there(r field.ID, f *field.Field) []field.ID {
	if f == nil {
		return nil
	}
	return field.References(tr.p.Get(r).Get(f))
}

func pointer(f *field.Field, id field.ID) field.Value {
	if f.Type == field.Refs {
		return []field.ID{id}
	}
	return id
}
