package plan

import (
	"strings"

	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/system"
)

// An insats that gives a new system hands it over to förvaltning when it is delivered: the
// system is in drift then, if the gates before that let it.
func init() { governance.After(Kind, handOver) }

// handsOver says whether an insats gives systems that are to be in drift.
func handsOver(r *field.Record) bool { return Type.Get(r) == "new" || Type.Get(r) == "replace" }

func handOver(tx *field.Tx, was *field.Record, s governance.Step) error {
	model := governance.Of(tx)
	if !handsOver(was) || !model.StageOf(s.To).Delivered() || model.StageOf(Phase.Get(was)).Delivered() {
		return nil
	}
	for _, id := range Systems.Get(was) {
		of := tx.Get(id)
		if !toCome(of) || len(inTheWay(tx, of)) > 0 {
			continue
		}
		step := governance.Step{To: system.Running, On: s.On, By: s.By, Role: s.Role, Reference: s.Reference, Reason: "Överlämnat från " + strings.TrimSpace(was.Ref+" "+was.Name())}
		if err := governance.Move(tx, id, step); err != nil {
			return err
		}
	}
	return nil
}

// toCome says that a system is still on its way into drift.
func toCome(of *field.Record) bool { return of != nil && system.ToCome(of) }

// inTheWay is what stops a system from going into drift.
func inTheWay(w field.World, of *field.Record) (out []governance.Missing) {
	for _, m := range governance.LacksBefore(w, of, system.Running) {
		if m.Stops() {
			out = append(out, m)
		}
	}
	return out
}

// notHanded is of an insats that is delivered while a system that it gives isn't in drift.
var notHanded = field.Reminder{Rule: "handover", Text: "Insatsen är klar men systemet är inte i drift", Field: Systems.Field, Badge: "väntar", Tone: field.Warn, Weight: 65}

// remindOfHandover tells which systems wait, and for what.
func remindOfHandover(w field.World, r *field.Record, say func(field.Reminder)) {
	if StageOf(w, r) != governance.Done || !handsOver(r) {
		return
	}
	for _, id := range Systems.Get(r) {
		of := w.Get(id)
		if !toCome(of) {
			continue
		}
		m := notHanded
		m.Subject = r.Ref + " · " + of.Name()
		if lacks := inTheWay(w, of); len(lacks) > 0 {
			m.Subject += ": " + strings.TrimSuffix(lacks[0].Text, ".")
		}
		say(m)
	}
}
