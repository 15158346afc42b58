package main

import (
	"context"
	"slices"

	"github.com/rogpeppe/go-internal/testscript"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/cmd/internal/wiring"
)

// ready FILE REF DAY [KEY …] does for a thing, on a day, what is asked of it in words before
// any step: the checklist and the forum's points are answered, forums have advised, it is
// decided, what is to be confirmed is, and what the class asks for is filled in; but for the gates of the keys.
func ready(ts *testscript.TestScript, neg bool, args []string) {
	positive(ts, neg, "ready")
	if len(args) < 3 {
		ts.Fatalf("usage: ready file ref day [key…]")
	}
	day, err := date.ParseDay(args[2])
	ts.Check(err)
	p, err := wiring.Services(wiring.Options{Who: "Test Testsson", Today: day}).Open(context.Background(), ts.MkAbs(args[0]), app.ToEdit)
	ts.Check(err)
	defer p.Close()
	r, err := resolve(p, args[1])
	ts.Check(err)
	_, err = p.Do(context.Background(), func(tx *field.Tx) (string, error) {
		for _, g := range p.Model().Gates {
			if slices.Contains(args[3:], g.Key) || !g.Speaks(r.Kind) {
				continue
			}
			if err := meetInWords(tx, p, r.ID, g); err != nil {
				return "", err
			}
		}
		return "Färdigt i ord", nil
	})
	ts.Check(err)
}

func meetInWords(tx *field.Tx, p *app.Portfolio, id field.ID, g governance.Gate) error {
	switch n := g.Need; {
	case n.Confirmable():
		return governance.Confirm(tx, id, g.Key, governance.Approved, governance.Step{By: anybody(tx)})
	case n.Checklist:
		return answer(tx, id, p.Model().Checklist, "no")
	case n.Class:
		return fillIn(tx, id)
	case n.Assessed:
		return answer(tx, id, p.Model().Assessment, "ok")
	case n.Relation == "answer.about":
		return answer(tx, id, []governance.Question{{Label: n.Where["question"][0]}}, n.Where["answer"][0])
	case n.Advice != "":
		return governance.Say(tx, id, governance.Advised, governance.Approved, governance.Step{Forum: p.Model().ForumName(n.Advice)})
	case n.Decision == "*":
		return governance.Say(tx, id, governance.Decided, governance.Approved, governance.Step{By: anybody(tx)})
	case n.Decision != "":
		return governance.Say(tx, id, governance.Decided, governance.Approved, governance.Step{Forum: p.Model().ForumName(n.Decision)})
	}
	return nil
}

// fillIn fills in what a thing's class must have.
func fillIn(tx *field.Tx, id field.ID) error {
	for _, f := range governance.ClassLacks(tx, tx.Get(id)) {
		var v field.Value = "Prövat"
		switch {
		case f.Type == field.Person:
			v = anybody(tx)
		case f.Type == field.Date:
			v = tx.Today()
		case f.HasAlternatives():
			v = f.Alternatives(tx)[0].Key
		}
		if err := tx.Set(id, f, v); err != nil {
			return err
		}
	}
	return nil
}

// anybody is somebody in the portfolio, made if nobody is.
func anybody(tx *field.Tx) field.ID {
	for _, r := range tx.All(org.PersonKind) {
		return r.ID
	}
	r := field.NewRecord(org.PersonKind, tx.NewID()).Put(org.PersonName.Field, "Maj Ek")
	if tx.Create(r) != nil {
		return ""
	}
	return r.ID
}

func answer(tx *field.Tx, id field.ID, questions []governance.Question, value string) error {
	for _, q := range questions {
		if answered(tx, id, q.Label) {
			continue
		}
		r := field.NewRecord(governance.AnswerKind, tx.NewID())
		r.Put(governance.AnswerOf.Field, id).Put(governance.AnswerQuestion.Field, q.Label).Put(governance.AnswerValue.Field, value)
		if err := tx.Create(r); err != nil {
			return err
		}
	}
	return nil
}

func answered(tx *field.Tx, id field.ID, question string) bool {
	return slices.ContainsFunc(tx.Pointing(governance.AnswerOf.Field, id), func(r *field.Record) bool { return governance.AnswerQuestion.Get(r) == question })
}
