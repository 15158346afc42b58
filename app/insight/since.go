package insight

import (
	"cmp"
	"slices"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/system"
)

// Since is what a ledningsgrupp asks of first when it meets again: what has happened since then to the
// insatser, the agreements and the systems, each sort for itself and those without news left out.
func Since(now, then field.World) []forum.Group {
	const signed, ended, came, left, staged = 0, 1, 2, 3, 4
	rest := []forum.Group{signed: {Title: "Tecknade avtal"}, ended: {Title: "Uppsagda och avslutade avtal"},
		came: {Title: "Nya system"}, left: {Title: "System som har avvecklats"}, staged: {Title: "System med ny livscykel"}}
	for _, c := range agreement.Since(then, now) {
		sort := signed
		if c.Ended {
			sort = ended
		}
		rest[sort].News = append(rest[sort].News, forum.News{Of: c.Agreement.ID, Name: c.Name, Said: c.Said, Tone: c.Tone})
	}
	for _, c := range system.Since(then, now) {
		sort := staged
		switch {
		case c.Came:
			sort = came
		case c.Left:
			sort = left
		}
		rest[sort].News = append(rest[sort].News, forum.News{Of: c.System.ID, Name: c.System.Name(), Said: c.Said, Tone: c.Tone})
	}
	names := text.Keys{}
	for _, g := range rest {
		slices.SortStableFunc(g.News, func(a, b forum.News) int {
			return cmp.Or(names.Compare(a.Name, b.Name), cmp.Compare(a.Of, b.Of))
		})
	}
	rest = slices.DeleteFunc(rest, func(g forum.Group) bool { return len(g.News) == 0 })
	return append(forum.SinceOfAll(now, then), rest...)
}
