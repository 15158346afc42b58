package input

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"itportfoljen/ui/widgets"
)

// TestTheWheelScrollsTheFormAlsoOverAField: over a date, a line and a text that is all seen;
// a text that isn't scrolls itself.
func TestTheWheelScrollsTheFormAlsoOverAField(t *testing.T) {
	test.NewTempApp(t)
	long := strings.Repeat("En rad till som fyller fältet.\n", 20)
	for _, c := range []struct {
		name    string
		in      fyne.CanvasObject
		entry   func(in fyne.CanvasObject) *Entry
		follows bool
	}{
		{"a line", NewText("Namn", "", nil), func(in fyne.CanvasObject) *Entry { return in.(*Text).entry }, true},
		{"a date", NewDate(0, nil, nil), func(in fyne.CanvasObject) *Entry { return in.(*Date).text.entry }, true},
		{"among others", widgets.VStack(2, NewDate(0, nil, nil), widgets.NewText("0 tecken", widgets.Muted)), func(in fyne.CanvasObject) *Entry { return in.(*fyne.Container).Objects[0].(*Date).text.entry }, true},
		{"a short text", NewLongText("Kort.", "", 4, nil), func(in fyne.CanvasObject) *Entry { return in.(*Text).entry }, true},
		{"a long text", NewLongText(long, "", 4, nil), func(in fyne.CanvasObject) *Entry { return in.(*Text).entry }, false},
	} {
		row := NewField(c.name, "", c.in)
		rows := []fyne.CanvasObject{row}
		for range 30 {
			rows = append(rows, NewField("En till", "", NewText("", "", nil)))
		}
		w := test.NewTempWindow(t, widgets.NewScroll(widgets.VStack(8, rows...)))
		w.Resize(fyne.NewSize(400, 300))
		objects := test.WidgetRenderer(c.entry(c.in)).Objects()
		over, ok := objects[len(objects)-1].(*wheel)
		if !ok {
			t.Fatalf("%s: %T lies over the field", c.name, objects[len(objects)-1])
		}
		before := widgets.PositionOf(row).Y
		over.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -40)})
		if moved := before - widgets.PositionOf(row).Y; (moved == 40) != c.follows {
			t.Errorf("%s: the form moved by %v", c.name, moved)
		}
	}
}
