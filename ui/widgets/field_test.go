package widgets

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

const sentence = "”snart” är ingen dag som går att tolka. Inget har ändrats. Skriv den som 2027-03-31, 31 mars 2027, kvartal 1 2027 eller välj den i kalendern till höger om fältet."

// form is ten fields in a room for four, as a panel, as cards, and in a dialog.
func forms() map[string]func(rows []fyne.CanvasObject) fyne.CanvasObject {
	return map[string]func(rows []fyne.CanvasObject) fyne.CanvasObject{
		"panel": func(rows []fyne.CanvasObject) fyne.CanvasObject {
			return NewScroll(Inset(12, 16, 16, 16, VStack(8, rows...)))
		},
		"settings": func(rows []fyne.CanvasObject) fyne.CanvasObject {
			return NewScroll(container.NewHBox(MaxWidth(380, MinSize(380, 0, Pad(16, VStack(14, NewCard("Kort", "", VStack(8, rows...))))))))
		},
	}
}

func TestAWrongFieldMakesRoomForItsWholeSentenceInView(t *testing.T) {
	for name, form := range forms() {
		for i := range 10 {
			var rows []fyne.CanvasObject
			var fields []*Field
			for n := range 10 {
				f := NewField(fmt.Sprint("Fält ", n), "", NewTextField("", "", func(s string) error {
					if s != "" {
						return errors.New(sentence)
					}
					return nil
				}))
				fields, rows = append(fields, f), append(rows, f)
			}
			win, _ := window(t, form(rows), 420, 190)
			in := fields[i].Input().(*TextField)
			win.Canvas().Focus(in.entry)
			test.Type(in.entry, "snart")
			win.Canvas().FocusNext()
			f := fields[i]
			written := ""
			for _, l := range f.problem.lines {
				written += l.Text + " "
				if bottom := PositionOf(l).Y + l.Size().Height; bottom > 190 || PositionOf(l).Y < 0 {
					t.Errorf("%s: the line %q under field %d is at %v, outside the window", name, l.Text, i, bottom)
				}
			}
			if strings.TrimSpace(written) != sentence {
				t.Errorf("%s: field %d says only %q", name, i, written)
			}
			last := f.problem.lines[len(f.problem.lines)-1]
			if end := PositionOf(last).Y + last.Size().Height; i < 9 && end > PositionOf(fields[i+1]).Y {
				t.Errorf("%s: the sentence of field %d ends at %v, behind the next at %v", name, i, end, PositionOf(fields[i+1]).Y)
			}
			in.entry.SetText("")
			_ = in.Commit()
			if i < 9 {
				if gap := PositionOf(fields[i+1]).Y - PositionOf(f).Y; gap > f.Input().MinSize().Height+9 {
					t.Errorf("%s: corrected, field %d keeps its room: %v", name, i, gap)
				}
			}
		}
	}
}

func TestAWrongFieldInADialogMakesRoomToo(t *testing.T) {
	for _, height := range []float32{0, 300} { // what it needs, or more
		win, _ := window(t, NewText("", Normal), 600, 500)
		first, second := NewField("Namn", "", NewTextField("", "", nil)), NewField("Modell", "", NewTextField("", "", nil))
		o := NewOverlay(win.Canvas(), Pad(20, MinSize(380, height, VStack(8, first, second))), nil)
		o.Show()
		first.SetError(sentence)
		last := first.problem.lines[len(first.problem.lines)-1]
		if end := PositionOf(last).Y + last.Size().Height; len(first.problem.lines) < 2 || end > PositionOf(second).Y || PositionOf(second).Y+second.Size().Height > PositionOf(o.panel).Y+o.panel.Size().Height {
			t.Errorf("%v high: the sentence ends at %v, the next field begins at %v, the dialog ends at %v", height, end, PositionOf(second).Y, PositionOf(o.panel).Y+o.panel.Size().Height)
		}
	}
}

func TestALabelStandsBesideTheFirstLineOfItsText(t *testing.T) {
	lines := NewParagraph("Lokalt IT-forum, Ledningsgrupp på förvaltning, Centralt strategiskt IT-forum, Beslutsfattare", Normal)
	f := NewField("Forum", "", lines)
	window(t, f, 400, 80)
	if len(lines.lines) < 2 {
		t.Fatal("the text must break into lines")
	}
	label, first := f.text.Position().Y+f.text.Size().Height/2, lines.Position().Y+lines.lines[0].Position().Y+lines.lines[0].Size().Height/2
	if label != first {
		t.Errorf("the middle of the label is at %g, of the first line at %g", label, first)
	}
}
