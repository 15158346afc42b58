package shell_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/system"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

func key(name fyne.KeyName, mod fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: mod}
}

const ctrl = fyne.KeyModifierControl

// now presses a shortcut while toasts stay.
func now(s *shell.Shell, sc fyne.Shortcut) {
	if f, ok := s.Window.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(sc)
		return
	}
	widgets.WindowShortcut(s.Window.Content(), sc)
}

// able is a page that can do all that a key asks a page for.
type able struct {
	page
	open bool
	did  string
}

func (p *able) Escape() bool {
	was := p.open
	p.open = false
	return was
}
func (p *able) Print() { p.did = "print" }

// TestTheKeysAskThePage: Ctrl+F, Ctrl+P, Ctrl+Tab and Ctrl+W, and what they do where a page
// has no use for them.
func TestTheKeysAskThePage(t *testing.T) {
	tabs := widgets.NewTabBar([]widgets.TabItem{{ID: "a", Label: "A"}, {ID: "b", Label: "B"}}, func(string) {})
	filter := input.NewSearch("", "", nil)
	p := &able{page: page{o: container.NewVBox(tabs, filter)}}
	all := append([]shell.PageSpec{{ID: "able", Icon: "layers", New: func(*shell.Shell) shell.Page { return p }}}, specs(map[string]*page{})...)
	s := uitest.Window(t, uitest.Open(t), app.Services{}, all...)
	uitest.Shortcut(s, key(fyne.KeyF, ctrl))
	if got := s.Window.Canvas().Focused(); got != filter.Target() {
		t.Errorf("Ctrl+F leads to %T", got)
	}
	uitest.Shortcut(s, key(fyne.KeyP, ctrl))
	if p.did != "print" {
		t.Errorf("Ctrl+P does %q", p.did)
	}
	uitest.Shortcut(s, key(fyne.KeyTab, ctrl))
	uitest.Shortcut(s, key(fyne.KeyTab, ctrl))
	uitest.Shortcut(s, key(fyne.KeyTab, ctrl|fyne.KeyModifierShift))
	if tabs.Selected() != "b" || s.Current() != "able" {
		t.Errorf("on the tab %s of %s", tabs.Selected(), s.Current())
	}
	p.open = true
	uitest.Shortcut(s, key(fyne.KeyW, ctrl))
	if p.open || s.Window.Canvas().Overlays().Top() != nil {
		t.Errorf("Ctrl+W leaves the panel, or asks already")
	}
	uitest.Shortcut(s, key(fyne.KeyW, ctrl))
	says(t, s, "Stänga portföljen?")
	uitest.Shortcut(s, key(fyne.KeyW, ctrl)) // closes the question
	if s.Portfolio() == nil || s.Window.Canvas().Overlays().Top() != nil {
		t.Fatal("Ctrl+W doesn't close the dialog alone")
	}
	uitest.Shortcut(s, key(fyne.KeyW, ctrl))
	uitest.Press(s, fyne.KeyReturn)
	if s.Portfolio() != nil {
		t.Error("the portfolio is open still")
	}
}

func TestAPageWithoutAFilterOrTabsOrPaper(t *testing.T) {
	s, _ := open(t)
	uitest.Shortcut(s, key(fyne.KeyTab, ctrl))
	if s.Current() != "systems" {
		t.Errorf("Ctrl+Tab leads to %s", s.Current())
	}
	uitest.Shortcut(s, key(fyne.KeyTab, ctrl|fyne.KeyModifierShift))
	uitest.Shortcut(s, key(fyne.KeyTab, ctrl|fyne.KeyModifierShift))
	if s.Current() != "settings" {
		t.Errorf("Ctrl+Shift+Tab leads to %s", s.Current())
	}
	now(s, key(fyne.KeyP, ctrl))
	says(t, s, "Den här sidan skrivs inte ut. Listor och rapporter blir PDF med Ctrl+P.")
	uitest.Shortcut(s, key(fyne.KeyF, ctrl))
	if s.Window.Canvas().Overlays().Top() == nil {
		t.Error("Ctrl+F on a page without a filter opens no search")
	}
}

// TestSaveSaysThatAllIsSaved when the disk has it, and not before.
func TestSaveSaysThatAllIsSaved(t *testing.T) {
	s, in, id, _ := onDisk(t)
	s.Window.Canvas().Focus(in.Target())
	uitest.Write(t, s, "Visma")
	now(s, key(fyne.KeyS, ctrl))
	if got := system.LockIn.Get(s.Portfolio().Get(id)); got != "Visma" || !uitest.Shows(uitest.Front(s), "Allt är sparat, senast ") {
		t.Errorf("the file has %q, said %q", got, uitest.Texts(uitest.Front(s)))
	}
	if s.Window.Canvas().Focused() != fyne.Focusable(in.Target()) {
		t.Error("the field has lost the keyboard")
	}
	s2, in, _, store := onDisk(t)
	store.FailWith(fault.New(fault.DiskFull, "Disken är full. Inget har ändrats."))
	s2.Window.Canvas().Focus(in.Target())
	uitest.Write(t, s2, "Tieto")
	now(s2, key(fyne.KeyS, ctrl))
	if uitest.Shows(uitest.Front(s2), "Allt är sparat") {
		t.Error("says that all is saved when it isn't")
	}
}

// TestADialogGivesTheKeyboardBack to what had it, however it was opened and left.
func TestADialogGivesTheKeyboardBack(t *testing.T) {
	for _, leave := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn} {
		s, field, _ := fields(t)
		d := dialogs.Confirm(s.Window, "Fråga", "", "Ja", false, nil)
		if _, ok := s.Window.Canvas().Focused().(*widgets.Button); !ok {
			t.Errorf("%T has the keyboard in the dialog", s.Window.Canvas().Focused())
		}
		uitest.Press(s, leave)
		if d.IsOpen() || s.Window.Canvas().Focused() != fyne.Focusable(field) {
			t.Errorf("after %s: open %v, %T has the keyboard", leave, d.IsOpen(), s.Window.Canvas().Focused())
		}
	}
}

// TestF6GoesBetweenTheParts of the window.
func TestF6GoesBetweenTheParts(t *testing.T) {
	s, field, _ := fields(t)
	uitest.Press(s, fyne.KeyF6)
	nav := s.Window.Canvas().Focused()
	uitest.Press(s, fyne.KeyF6)
	header := s.Window.Canvas().Focused()
	uitest.Press(s, fyne.KeyF6)
	if nav == nil || header == nil || nav == header || s.Window.Canvas().Focused() != fyne.Focusable(field) {
		t.Errorf("F6 leads to %T, %T and %T", nav, header, s.Window.Canvas().Focused())
	}
}
