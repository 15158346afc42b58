package input

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"itportfoljen/app/base/date"
	"itportfoljen/ui/widgets"
)

// everyEntry is one of each widget that is typed in, with what it holds.
func everyEntry() map[string]struct {
	o fyne.CanvasObject
	e *Entry
} {
	type pair = struct {
		o fyne.CanvasObject
		e *Entry
	}
	of := func(f *Text) pair { return pair{f, f.entry} }
	d := NewDate(20270131, func() date.Date { return 20261121 }, nil)
	s := NewSearch("Sök", "", nil)
	s.SetText("lön")
	password := NewPassword("", nil)
	password.SetText("hemligt")
	list := newSearchList("Sök …", func(string) []widgets.Option { return nil }, nil)
	list.field.Set("lön")
	return map[string]pair{
		"text": of(NewText("Lön", "", nil)), "long text": of(NewLongText("En rad\noch en till", "", 3, nil)), "money": of(NewMoney("0", nil)),
		"number": of(NewNumber("12", "dagar", nil)), "date": {d, d.text.entry}, "search": {s, s.entry}, "password": of(password), "options": {list, list.field},
	}
}

func TestTabSelectsAllInEveryEntry(t *testing.T) {
	for name, c := range everyEntry() {
		before := NewText("", "", nil)
		win, _ := window(t, widgets.VStack(4, before, c.o), 400, 300)
		win.Canvas().Focus(before.entry)
		win.Canvas().FocusNext()
		if win.Canvas().Focused() != fyne.Focusable(c.e) {
			t.Errorf("%s: Tab went elsewhere", name)
			continue
		}
		test.Type(c.e, "2500")
		if c.e.Text != "2500" {
			t.Errorf("%s: typing after Tab gave %q", name, c.e.Text)
		}
	}
}

func TestThePointerAndAWindowThatWasAwaySelectNothing(t *testing.T) {
	f := NewText("abcdef", "", nil)
	win, _ := window(t, f, 400, 60)
	f.entry.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, PointEvent: fyne.PointEvent{Position: fyne.NewPos(1, 10)}})
	if got := f.entry.SelectedText(); got != "" || win.Canvas().Focused() == nil {
		t.Fatalf("a click selected %q", got)
	}
	f.entry.CursorColumn = 3
	f.entry.FocusLost() // the window goes, and comes back
	f.entry.FocusGained()
	test.Type(f.entry, "X")
	if f.Text() != "abcXdef" {
		t.Errorf("after the window came back: %q", f.Text())
	}
}

func TestUndoGoesBackToWhatWasSavedAndNoFurther(t *testing.T) {
	f := NewText("gammal", "", func(string) error { return nil })
	win, _ := window(t, f, 400, 60)
	win.Canvas().Focus(f.entry)
	test.Type(f.entry, "ny text")
	undo := func() (n int) {
		for f.entry.Reverse(false) && n < 20 {
			n++
		}
		return n
	}
	if undo() == 0 || f.Text() != "gammal" {
		t.Errorf("undone to %q", f.Text())
	}
	for f.entry.Reverse(true) {
	}
	if f.Text() != "ny text" {
		t.Errorf("brought back to %q", f.Text())
	}
	press(f.entry, fyne.KeyReturn) // saved
	if undo() != 0 || f.Text() != "ny text" {
		t.Errorf("undone past what was saved, to %q", f.Text())
	}
	test.Type(f.entry, "!")
	if undo() != 1 || f.Text() != "ny text" {
		t.Errorf("undone to %q", f.Text())
	}
}

func TestALineNeverTakesALineBreakIn(t *testing.T) {
	clip := test.NewClipboard()
	for in, want := range map[string]string{
		"Ett\r\nTvå\r\n": "Ett Två", "Ett\rTvå": "Ett Två", "Ett\vTvå\u0085Tre\u2028Fyra\u2029Fem": "Ett Två Tre Fyra Fem", "Ett\tTvå": "Ett Två", "Ett\x00\x1bTvå": "EttTvå",
		" och ": " och ", "\n\nEtt": "Ett",
	} {
		f := NewText("", "", nil)
		window(t, f, 400, 60)
		clip.SetContent(in)
		f.entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
		if f.Text() != want {
			t.Errorf("pasting %q gave %q", in, f.Text())
		}
		if f = NewText(in, "", nil); f.Text() != want || f.entry.Text != f.saved {
			t.Errorf("a line holding %q shows %q and takes it for written", in, f.Text())
		}
	}
	long := NewLongText("", "", 3, nil)
	clip.SetContent("Ett\nTvå")
	long.entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if long.Text() != "Ett\nTvå" {
		t.Errorf("a long text lost its lines: %q", long.Text())
	}
}

func TestWhatCouldNotBeSavedStaysAndIsTriedAgain(t *testing.T) {
	var sent []string
	f := NewText("gammal", "", func(s string) error { sent = append(sent, s); return nil })
	field := NewField("Namn", "", f)
	win, _ := window(t, widgets.VStack(4, field, widgets.NewButton("Annat", func() {})), 400, 200)
	win.Canvas().Focus(f.entry)
	test.Type(f.entry, "ny")
	win.Canvas().FocusNext()
	if field.tick.Visible() {
		t.Error("the tick shows before anybody has said that it is saved")
	}
	f.Refuse("gammal") // the disk says no
	f.Renew("annans")  // and somebody else changes it
	if f.Text() != "ny" {
		t.Fatalf("what couldn't be saved is gone: %q", f.Text())
	}
	win.Canvas().Focus(f.entry)
	win.Canvas().FocusNext()
	if len(sent) != 2 || sent[1] != "ny" {
		t.Errorf("handed over: %q", sent)
	}
	f.Refuse("annans")
	win.Canvas().Focus(f.entry)
	press(f.entry, fyne.KeyEscape)
	if f.Text() != "annans" {
		t.Errorf("Escape gave %q", f.Text())
	}
}

func TestAChoiceThatCouldNotBeSavedIsHandedOverAgain(t *testing.T) {
	var picked []string
	options := []widgets.Option{{ID: "a", Label: "A"}, {ID: "b", Label: "B"}}
	one := NewSelect(options, "a", func(id string) error { picked = append(picked, id); return nil })
	several := NewMultiSelect(options, nil, func(ids []string) error { picked = append(picked, ids...); return nil })
	win, _ := window(t, widgets.VStack(4, one, several, widgets.NewButton("Annat", func() {})), 400, 200)
	one.pick(options[1], "")
	one.Refuse()
	win.Canvas().Focus(one)
	win.Canvas().FocusNext()
	several.change(options[:1])
	several.Refuse()
	win.Canvas().FocusNext()
	win.Canvas().FocusNext()
	if !slices.Equal(picked, []string{"b", "b", "a", "a"}) || one.Value() != "b" || !slices.Equal(several.Chosen(), []string{"a"}) {
		t.Errorf("handed over %q, and shows %q and %q", picked, one.Value(), several.Chosen())
	}
}
