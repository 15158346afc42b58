package management

import (
	"cmp"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/managed"
)

func init() {
	governance.Goes(Kind, State.Field)
	governance.Dated(ConsultOn.Field, Consulted)
	governance.Dated(DecidedOn.Field, Decided)
	governance.After(Kind, settle)
	governance.Offers(Kind, governance.OfferedFrom(State.Field, map[string][]string{
		"": {Consulted, Decided}, Draft: {Consulted, Decided}, Consulted: {Decided}, Decided: {Draft},
	}))
}

// settle says who decided a plan, and takes that away from one that is opened again: the
// decision is among the decisions.
func settle(tx *field.Tx, was *field.Record, s governance.Step) error {
	switch {
	case s.To == Decided:
		return decide(tx, was, s)
	case State.Get(was) != Decided:
		return nil
	case s.Reason == "":
		return fault.New(fault.Invalid, was.Name()+" är beslutad. Inget har ändrats. Skriv varför den öppnas igen.")
	}
	for _, f := range []*field.Field{DecidedOn.Field, DecidedBy.Field, Role.Field, Reference.Field} {
		if err := tx.Set(was.ID, f, nil); err != nil {
			return err
		}
	}
	return nil
}

// decide writes down who decided, of what is known; that nobody is known is refused.
func decide(tx *field.Tx, was *field.Record, s governance.Step) error {
	if s.By == "" && s.Role == "" && s.Forum == "" && DecidedBy.Get(was) == "" && Role.Get(was) == "" {
		return fault.New(fault.Invalid, "Säg vem som beslutade "+was.Name()+". Inget har ändrats. Skriv personen, rollen eller nämnden.")
	}
	role := cmp.Or(s.Role, s.Forum)
	if role == "" && s.By != "" {
		role = governance.RoleOn(tx, was, Decided, s.By, s.On)
	}
	for _, set := range []struct {
		f *field.Field
		v string
	}{{Role.Field, role}, {Reference.Field, s.Reference}, {Document.Field, s.Link}} {
		if set.v == "" {
			continue
		}
		if err := tx.Set(was.ID, set.f, set.v); err != nil {
			return err
		}
	}
	if s.By != "" {
		if err := tx.Set(was.ID, DecidedBy.Field, s.By); err != nil {
			return err
		}
	}
	if about := tx.Get(About.Get(was)); about != nil && about.Kind == managed.Kind { // it tells when its plan was decided last
		if managed.PlanOn.Get(about) < s.On {
			return tx.Set(about.ID, managed.PlanOn.Field, s.On)
		}
	}
	return nil
}
