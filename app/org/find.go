package org

import (
	"cmp"
	"fmt"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// A unit is called by its path, and a person by an address or by the name however
// it is turned.
func init() {
	UnitKind.Parent = UnitParent.Field
	UnitKind.Retiring = &field.Retiring{Field: UnitArchived.Field, Value: true}
	UnitKind.InUse = func(_ field.World, u *field.Record) bool { return !UnitArchived.Get(u) }
	PersonKind.Leaves = PersonLeft.Field
	UnitKind.Detail = func(w field.World, u *field.Record) string { return w.Label(UnitParent.Get(u)) }
	UnitKind.Exact = func(w field.World, u *field.Record, _ bool) string { return Path(w, u.ID) }
	UnitKind.Otherwise = unitsByPath
	UnitKind.Naming = &field.Naming{The: "enheten", Fill: guessType, Sounds: soundsLikeUnit}

	PersonKind.Detail = func(_ field.World, p *field.Record) string { return cmp.Or(PersonTitle.Get(p), PersonEmail.Get(p)) }
	PersonKind.Exact = func(_ field.World, p *field.Record, shared bool) string {
		if mail := PersonEmail.Get(p); mail != "" && (shared || p.Name() == "") {
			return fmt.Sprintf("%s <%s>", p.Name(), mail)
		}
		return ""
	}
	PersonKind.Otherwise = personsByMention
	PersonKind.Naming = &field.Naming{The: "personen"}
}

func unitsByPath(w field.World, s string) (out []*field.Record) {
	want := text.Key(s)
	for _, u := range w.All(UnitKind) {
		if text.Key(Path(w, u.ID)) == want {
			out = append(out, u)
		}
	}
	return out
}

func personsByMention(w field.World, s string) (out []*field.Record) {
	ms := ParseMentions(s)
	if len(ms) != 1 {
		return nil
	}
	for _, r := range w.All(PersonKind) {
		if ms[0].Email != "" && PersonEmail.Get(r) == ms[0].Email {
			return []*field.Record{r}
		}
		if (Mention{Name: PersonName.Get(r)}).Key() == ms[0].Key() {
			out = append(out, r)
		}
	}
	return out
}
