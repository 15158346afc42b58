package widgets

import (
	"fmt"
	"testing"
)

// many are options of which one is chosen.
func many(n, chosen int) (out []Option) {
	for i := range n {
		out = append(out, Option{ID: fmt.Sprint(i), Label: fmt.Sprint("Val ", i), Checked: i == chosen})
	}
	return out
}

// TestAListOpensWithTheChosenOneInTheMiddle: those before and after it are seen, set
// before the list is drawn or after.
func TestAListOpensWithTheChosenOneInTheMiddle(t *testing.T) {
	l := NewOptionList(func(Option) {})
	middle := func(when string, i int) {
		t.Helper()
		r := l.byIndex[i]
		at, view := r.Position().Y+r.Size().Height/2-l.scroll.Offset.Y, l.scroll.Size().Height
		if at < view/2-1 || at > view/2+1 {
			t.Errorf("%s: it stands at %g of %g", when, at, view)
		}
	}
	l.Set(many(60, 40))
	window(t, l, 300, 240)
	middle("set before it is drawn", 40)
	l.Set(many(60, 30))
	middle("set after", 30)
	l.Set(many(60, 59))
	if last := l.box.MinSize().Height - l.scroll.Size().Height; l.scroll.Offset.Y != last {
		t.Errorf("the list is scrolled to %g, past its end at %g", l.scroll.Offset.Y, last)
	}
}

// TestATickMovesNoRow: what is under the pointer stays there.
func TestATickMovesNoRow(t *testing.T) {
	l := NewOptionList(func(Option) {})
	l.Checks = true
	l.Set(many(60, -1))
	window(t, l, 300, 240)
	l.Mark(40)
	l.Mark(36)
	stood := l.scroll.Offset.Y
	if l.Renew(many(60, 36)); stood == 0 || l.scroll.Offset.Y != stood || l.Marked() != 36 {
		t.Errorf("the list went from %g to %g, with %d marked", stood, l.scroll.Offset.Y, l.Marked())
	}
}
