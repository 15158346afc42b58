package input

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"itportfoljen/ui/widgets"
)

const sentence = "”snart” är ingen dag som går att tolka. Inget har ändrats. Skriv den som 2027-03-31, 31 mars 2027, kvartal 1 2027 eller välj den i kalendern till höger om fältet."

// forms is ten fields in a room for four, as a panel, as cards, and in a dialog.
func forms() map[string]func(rows []fyne.CanvasObject) fyne.CanvasObject {
	return map[string]func(rows []fyne.CanvasObject) fyne.CanvasObject{
		"panel": func(rows []fyne.CanvasObject) fyne.CanvasObject {
			return widgets.NewScroll(widgets.Inset(12, 16, 16, 16, widgets.VStack(8, rows...)))
		},
		"settings": func(rows []fyne.CanvasObject) fyne.CanvasObject {
			return widgets.NewScroll(container.NewHBox(widgets.MaxWidth(380, widgets.MinSize(380, 0, widgets.Pad(16, widgets.VStack(14, widgets.NewCard("Kort", "", widgets.VStack(8, rows...))))))))
		},
	}
}

// linesOf is the lines that a text is drawn as.
func linesOf(t *widgets.Text) (lines []*canvas.Text) {
	for _, o := range test.WidgetRenderer(t).Objects() {
		lines = append(lines, o.(*canvas.Text))
	}
	return lines
}

func TestAWrongFieldMakesRoomForItsWholeSentenceInView(t *testing.T) {
	for name, form := range forms() {
		for i := range 10 {
			var rows []fyne.CanvasObject
			var fields []*Field
			for n := range 10 {
				f := NewField(fmt.Sprint("Fält ", n), "", NewText("", "", func(s string) error {
					if s != "" {
						return errors.New(sentence)
					}
					return nil
				}))
				fields, rows = append(fields, f), append(rows, f)
			}
			win, _ := window(t, form(rows), 420, 190)
			in := fields[i].Input().(*Text)
			win.Canvas().Focus(in.entry)
			test.Type(in.entry, "snart")
			if i < 9 {
				win.Canvas().FocusNext()
			} else { // Tab leads round to the first, which is seen instead
				win.Canvas().Unfocus()
			}
			f := fields[i]
			written := ""
			for _, l := range linesOf(f.problem) {
				written += l.Text + " "
				if bottom := widgets.PositionOf(l).Y + l.Size().Height; bottom > 190 || widgets.PositionOf(l).Y < 0 {
					t.Errorf("%s: the line %q under field %d is at %v, outside the window", name, l.Text, i, bottom)
				}
			}
			if strings.TrimSpace(written) != sentence {
				t.Errorf("%s: field %d says only %q", name, i, written)
			}
			lines := linesOf(f.problem)
			last := lines[len(lines)-1]
			if end := widgets.PositionOf(last).Y + last.Size().Height; i < 9 && end > widgets.PositionOf(fields[i+1]).Y {
				t.Errorf("%s: the sentence of field %d ends at %v, behind the next at %v", name, i, end, widgets.PositionOf(fields[i+1]).Y)
			}
			in.entry.SetText("")
			_ = in.Commit()
			if i < 9 {
				if gap := widgets.PositionOf(fields[i+1]).Y - widgets.PositionOf(f).Y; gap > f.Input().MinSize().Height+9 {
					t.Errorf("%s: corrected, field %d keeps its room: %v", name, i, gap)
				}
			}
		}
	}
}

func TestAWrongFieldInADialogMakesRoomToo(t *testing.T) {
	for _, height := range []float32{0, 300} { // what it needs, or more
		win, _ := window(t, widgets.NewText("", widgets.Normal), 600, 500)
		first, second := NewField("Namn", "", NewText("", "", nil)), NewField("Modell", "", NewText("", "", nil))
		o := widgets.NewOverlay(win.Canvas(), widgets.Pad(20, widgets.MinSize(380, height, widgets.VStack(8, first, second))), nil)
		o.Show()
		first.SetError(sentence)
		lines := linesOf(first.problem)
		last, panel := lines[len(lines)-1], test.WidgetRenderer(o).Objects()[1]
		if end := widgets.PositionOf(last).Y + last.Size().Height; len(lines) < 2 || end > widgets.PositionOf(second).Y || widgets.PositionOf(second).Y+second.Size().Height > widgets.PositionOf(panel).Y+panel.Size().Height {
			t.Errorf("%v high: the sentence ends at %v, the next field begins at %v, the dialog ends at %v", height, end, widgets.PositionOf(second).Y, widgets.PositionOf(panel).Y+panel.Size().Height)
		}
	}
}

func TestALabelStandsBesideTheFirstLineOfItsText(t *testing.T) {
	text := widgets.NewParagraph("Lokalt IT-forum, Ledningsgrupp på förvaltning, Centralt strategiskt IT-forum, Beslutsfattare", widgets.Normal)
	f := NewField("Forum", "", text)
	window(t, f, 400, 80)
	lines := linesOf(text)
	if len(lines) < 2 {
		t.Fatal("the text must break into lines")
	}
	label, first := f.text.Position().Y+f.text.Size().Height/2, text.Position().Y+lines[0].Position().Y+lines[0].Size().Height/2
	if label != first {
		t.Errorf("the middle of the label is at %g, of the first line at %g", label, first)
	}
}
