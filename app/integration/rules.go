package integration

import (
	"fmt"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

func init() {
	Kind.Identity = []*field.Field{From.Field, To.Field, Outside.Field, Information.Field}
	Kind.Vital = []*field.Field{From.Field, To.Field}
	Kind.Ends = &field.TwoEnds{From: From.Field, To: To.Field, Outside: Outside.Field,
		BothWays: func(r *field.Record) bool { return Direction.Get(r) == Both }}
	Kind.Called = []*field.Field{From.Field, To.Field}
	From.Fallback, To.Fallback = Outside.Field, Outside.Field
	Kind.InUse = func(_ field.World, r *field.Record) bool { return Flows(r) }
	Kind.Over = func(_ field.World, r *field.Record) bool { return State.Get(r) == Ended }
	Kind.Retiring = &field.Retiring{Field: State.Field, Value: Ended}
	Kind.Detail = func(w field.World, r *field.Record) string { return r.Ref + ", " + Ends(w, r) }
	Kind.Exact = func(_ field.World, r *field.Record, _ bool) string {
		if Information.Get(r) == "" {
			return r.Ref
		}
		return ""
	}
	Kind.Check = check
	Kind.Remind = remind
	Kind.Views = []field.View{
		{Name: "Säger inte hur", InUse: true, Lacks: []*field.Field{Information.Field, Method.Field, Frequency.Field}},
		{Name: "Utan ansvarig", InUse: true, Lacks: []*field.Field{Manager.Field}},
	}
}

// Flows says that information goes by it today: one whose state nobody has stated does.
func Flows(r *field.Record) bool {
	s := State.Get(r)
	return s != Planned && s != Ended
}

// Ends is between whom it goes: "Lönesystemet → Ekonomia".
func Ends(w field.World, r *field.Record) string { return field.EndsOf(r, w.Get) }

// check holds that an integration goes from somebody to somebody else.
func check(w field.World, _, r *field.Record) error {
	if r == nil {
		return nil
	}
	from, to := From.Get(r), To.Get(r)
	switch {
	case from == "" && to == "":
		return fault.New(fault.Invalid, "En integration måste gå från eller till ett av era system. Inget har ändrats. Fyll i Från system eller Till system.")
	case from == to:
		return fault.New(fault.Invalid, fmt.Sprintf("%s kan inte vara integrerat med sig självt. Inget har ändrats. Välj ett annat system i den ena änden, eller ta bort integrationen först.", w.Label(from)))
	}
	if via := Through.Get(r); via != "" && (via == from || via == to) {
		return fault.New(fault.Invalid, fmt.Sprintf("%s är redan en av integrationens ändar och kan inte också vara det som den går via. Inget har ändrats. Töm Via system eller välj ett annat.", w.Label(via)))
	}
	return nil
}

// What must be done about an integration that runs.
var (
	untold = field.Reminder{Rule: "integration-untold", Text: "Integrationen saknar vad, hur eller hur ofta", Field: Method.Field, Badge: "saknas", Gathered: true, Weight: 8}
	orphan = field.Reminder{Rule: "integration-retired", Text: "Integration med avvecklat system – avsluta", Field: State.Field, Badge: "avvecklat", Tone: field.Warn, Gathered: true, Weight: 35}
)

// remind asks for what offentlighets- och sekretesslagen 4:2 wants told where it is about
// persons, and tells of what goes to or from a system that is no more.
func remind(w field.World, r *field.Record, say func(field.Reminder)) {
	if !Flows(r) {
		return
	}
	tell := func(m field.Reminder) {
		m.Subject = field.Called(r, w.Get)
		say(m)
	}
	personal := PersonalData.Get(r)
	if (personal == "yes" || personal == "sensitive") && (Information.Get(r) == "" || Method.Get(r) == "" || Frequency.Get(r) == "") {
		tell(untold)
	}
	for _, id := range []field.ID{From.Get(r), To.Get(r), Through.Get(r)} {
		if s := w.Get(id); s != nil && system.Retired(s) {
			tell(orphan)
			return
		}
	}
}
