package org

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

func init() {
	AppointmentKind.Identity = []*field.Field{AppointmentRole.Field, AppointmentUnit.Field}
	AppointmentKind.Check = checkAppointment
	AppointmentKind.Views = []field.View{{Name: "Obesatta", Lacks: []*field.Field{AppointmentHolder.Field}}}
	AppointmentHolder.Standing = func(w field.World, r *field.Record) (field.Standing, bool) {
		return field.Standing{Text: Vacant, Tone: field.Bad}, !field.Held(w, r, AppointmentHolder)
	}
	UnitVacant.Standing = func(w field.World, u *field.Record) (field.Standing, bool) {
		s := strings.Join(vacantNames(w, u), ", ")
		return field.Standing{Text: s, Tone: field.Warn}, s != ""
	}
	UnitKind.Remind = remindOfVacant
}

// checkAppointment holds that a unit has each role once: who holds it after another is
// written in the same appointment.
func checkAppointment(w field.World, before, a *field.Record) error {
	if a == nil || before != nil && AppointmentRole.Get(before) == AppointmentRole.Get(a) && AppointmentUnit.Get(before) == AppointmentUnit.Get(a) {
		return nil
	}
	for _, other := range appointed(w, AppointmentUnit.Get(a)) {
		if other.ID != a.ID && (governance.Post{Item: governance.Item{Label: AppointmentRole.Get(other)}}).Called(AppointmentRole.Get(a)) {
			where := w.Label(AppointmentUnit.Get(a))
			if where == "" {
				where = "kommunen"
			}
			return fault.New(fault.Conflict, fmt.Sprintf("%s har redan uppdraget %s (%s). Inget har ändrats. Skriv den nya innehavaren där.", where, a.Name(), other.Ref))
		}
	}
	return nil
}

// appointed are the appointments of a unit; of "" those of the whole municipality.
func appointed(w field.World, unit field.ID) []*field.Record {
	if unit != "" {
		return w.Pointing(AppointmentUnit.Field, unit)
	}
	return slices.DeleteFunc(slices.Clone(w.All(AppointmentKind)), func(a *field.Record) bool { return AppointmentUnit.Get(a) != "" })
}

// InPost are those who hold a post of the styrmodell today: of a unit or, when it is the
// whole municipality or "", of the municipality.
func InPost(w field.World, p governance.Post, unit field.ID) (out []field.ID) {
	of := appointed(w, unit)
	if u := w.Get(unit); u != nil && UnitType.Get(u) == Group {
		of = append(slices.Clone(of), appointed(w, "")...)
	}
	for _, a := range of {
		if !p.Called(AppointmentRole.Get(a)) {
			continue
		}
		for _, id := range field.There(w, AppointmentHolder.Get(a), w.Today()) {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

// vacantPosts are those that the styrmodell asks a unit for, and that nobody holds: none of a
// unit that isn't there any more.
func vacantPosts(w field.World, u *field.Record) (out []governance.Post) {
	if !field.InUse(w, u) {
		return nil
	}
	for _, p := range governance.Of(w).Posts {
		if slices.Contains(p.Of, UnitType.Get(u)) && len(InPost(w, p, u.ID)) == 0 {
			out = append(out, p)
		}
	}
	return out
}

// Vacancy is a post that units should each have somebody in, and those that haven't.
type Vacancy struct {
	Post  governance.Post
	Units []field.ID
}

// Vacancies are the posts of the styrmodell that nobody holds where it wants them held.
func Vacancies(w field.World) (out []Vacancy) {
	at := map[string]int{}
	for _, u := range w.All(UnitKind) {
		for _, p := range vacantPosts(w, u) {
			i, there := at[p.Key]
			if !there {
				i = len(out)
				at[p.Key], out = i, append(out, Vacancy{Post: p})
			}
			out[i].Units = append(out[i].Units, u.ID)
		}
	}
	return out
}

func vacantNames(w field.World, u *field.Record) (out []string) {
	for _, p := range vacantPosts(w, u) {
		out = append(out, p.Label)
	}
	return out
}

func vacantText(w field.World, u *field.Record) field.Value {
	if names := vacantNames(w, u); len(names) > 0 {
		return strings.Join(names, ", ")
	}
	return nil
}

// nonePosted is said while nobody has begun to write who is appointed to what.
var nonePosted = field.Reminder{Rule: "posts", Text: "Uppdrag saknas – skriv vem som har de roller som styrmodellen vill ha", Field: UnitVacant.Field, Badge: "saknas", Gathered: true, Weight: 15}

// remindOfVacant tells of each role by itself, once there are any: they are filled one by
// one.
func remindOfVacant(w field.World, u *field.Record, say func(field.Reminder)) {
	if len(w.All(AppointmentKind)) == 0 {
		if len(vacantPosts(w, u)) > 0 {
			say(nonePosted)
		}
		return
	}
	for _, p := range vacantPosts(w, u) {
		say(field.Reminder{Rule: "post-" + p.Key, Text: p.Label + " saknas – utse", Field: UnitVacant.Field, Badge: Vacant, Tone: field.Warn, Gathered: true, Weight: 35})
	}
}
