package widgets

import "testing"

func TestACountLeavesTheIconOfANarrowRailInSight(t *testing.T) {
	nav := NewNav("A", "B", []NavItem{{ID: "1", Label: "Ett", Icon: "list"}}, nil)
	nav.SetCollapsed(true)
	window(t, nav, NavIcons, 200)
	for _, count := range []int{4, 16, 160} {
		nav.SetBadge("1", count)
		r := nav.items[0]
		nav.Refresh()
		b, icon := r.badgeRect, r.icon
		low, right := b.Position().Y+b.Size().Height, b.Position().X+b.Size().Width
		if middle := icon.Position().AddXY(icon.Size().Width/2, icon.Size().Height/2); b.Position().X <= middle.X && low > middle.Y || right > nav.Size().Width {
			t.Errorf("%d stands at %v, %v large, over the icon at %v", count, b.Position(), b.Size(), icon.Position())
		}
	}
}
