package shell_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// onDisk opens a window whose first page is a text field that saves a system's
// supplier, with a disk that can be made to say no.
func onDisk(t *testing.T) (s *shell.Shell, in *input.Text, id field.ID, store *apptest.Store) {
	t.Helper()
	store = apptest.NewStore()
	p := uitest.OpenIn(t, store)
	id = p.All(system.Kind)[0].ID
	pages := map[string]*page{}
	specs := specs(pages)
	specs[0].New = func(s *shell.Shell) shell.Page {
		in = input.NewText("", "", func(text string) error {
			if text == "fel" {
				return fault.New(fault.Invalid, "Så kan det inte heta.")
			}
			s.SaveValue(id, field.Column{Field: system.LockIn.Field}, text, func(string) {})
			return nil
		})
		return &page{o: in}
	}
	return uitest.Window(t, p, app.Services{}, specs...), in, id, store
}

// quit chooses Avsluta, which is what the window's cross does.
func quit(t *testing.T, s *shell.Shell) {
	t.Helper()
	items := s.Menus()[0].Items()
	last := items[len(items)-1]
	if last.Label != "Avsluta" {
		t.Fatalf("the last of the menu is %q", last.Label)
	}
	last.Run()
}

func TestClosingTakesInWhatIsBeingTyped(t *testing.T) {
	for _, way := range []string{"the window", "the portfolio"} {
		s, in, id, _ := onDisk(t)
		p := s.Portfolio()
		s.Window.Canvas().Focus(in.Target())
		test.Type(in.Target(), "Visma")
		s.OpenPalette() // something lies on top
		if way == "the portfolio" {
			s.Window.Canvas().Overlays().Top().(*widgets.Overlay).Close()
			s.ClosePortfolio()
		} else {
			quit(t, s)
		}
		if got := system.LockIn.Get(p.Get(id)); got != "Visma" {
			t.Errorf("closing %s: the supplier is %q", way, got)
		}
		if s.Portfolio() != nil {
			t.Errorf("%s didn't close", way)
		}
	}
}

func TestClosingAsksAboutWhatCannotBeSaved(t *testing.T) {
	for name, c := range map[string]struct {
		typed string
		fail  error
		says  string
	}{
		"refused":   {"fel", nil, "Så kan det inte heta."},
		"not saved": {"Visma", fault.New(fault.DiskFull, "Disken är full. Inget har ändrats."), "Inlåsning för Lönesystemet är inte sparat"},
	} {
		s, in, id, store := onDisk(t)
		p := s.Portfolio()
		store.FailWith(c.fail)
		s.Window.Canvas().Focus(in.Target())
		test.Type(in.Target(), c.typed)
		s.ClosePortfolio()
		if s.Portfolio() == nil || !uitest.Shows(uitest.Front(s), c.says) {
			t.Fatalf("%s: closed, or asked %q", name, uitest.Texts(uitest.Front(s)))
		}
		uitest.Tap(t, s, "Avbryt")
		if s.Portfolio() == nil || in.Text() != c.typed {
			t.Fatalf("%s: no isn't no", name)
		}
		store.FailWith(nil)
		if c.fail != nil {
			s.ClosePortfolio()
			uitest.Tap(t, s, "Avbryt")
			uitest.Tap(t, s, "Försök igen")
			if got := system.LockIn.Get(p.Get(id)); got != "Visma" {
				t.Errorf("%s: tried again, the supplier is %q", name, got)
			}
			s.ClosePortfolio()
		} else {
			s.ClosePortfolio()
			uitest.Tap(t, s, "Gå vidare utan att spara")
		}
		if s.Portfolio() != nil {
			t.Errorf("%s: it never closes", name)
		}
	}
}

// TestWhyIsSaidOnceAboveThePage: a file that has gone has its own banner, and
// what couldn't be saved for it only says what.
func TestWhyIsSaidOnceAboveThePage(t *testing.T) {
	s, _, id, store := onDisk(t)
	const gone = "Filen finns inte längre där den låg."
	col := field.Column{Field: system.LockIn.Field}
	for _, code := range []fault.Code{fault.DiskFull, fault.Moved} {
		store.FailWith(fault.New(code, gone))
		s.SaveValue(id, col, "Visma", func(string) {})
		said := 0
		for _, b := range uitest.Find[*widgets.Banner](s) {
			if uitest.Shows(b, gone) {
				said++
			}
		}
		if said != 1 || !uitest.Shows(uitest.Front(s), "Inlåsning för Lönesystemet är inte sparat") {
			t.Errorf("%v: said %d times: %q", code, said, uitest.Texts(uitest.Front(s)))
		}
	}
}

func TestALaterValueTakesThePlaceOfOneThatFailed(t *testing.T) {
	s, _, id, store := onDisk(t)
	p := s.Portfolio()
	col := field.Column{Field: system.LockIn.Field}
	store.FailWith(fault.New(fault.DiskFull, "Disken är full. Inget har ändrats."))
	s.SaveValue(id, col, "Första", func(string) {})
	store.FailWith(nil)
	s.SaveValue(id, col, "Andra", func(string) {})
	if uitest.CanTap(s, "Försök igen") {
		t.Error("the first is offered again, over the second")
	}
	if _, _, ok := s.Unsaved(id, col); ok || system.LockIn.Get(p.Get(id)) != "Andra" {
		t.Errorf("the supplier is %q", system.LockIn.Get(p.Get(id)))
	}
}

func TestTheStartPageSaysThatTheLastPortfolioIsGoneAndWhereItWas(t *testing.T) {
	s, _ := open(t)
	dir := t.TempDir()
	gone, other := filepath.Join(dir, "ekvalla.itp"), filepath.Join(dir, "annan.itp")
	for _, path := range []string{gone, other} {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s.ClosePortfolio()
	s.App.Preferences().SetString("files.recent", `["`+gone+`","`+other+`"]`)
	if err := os.Remove(gone); err != nil {
		t.Fatal(err)
	}
	s.Start("")
	if s.Portfolio() != nil || !uitest.Shows(s.Window.Content(), "Portföljen ekvalla som du arbetade med senast finns inte längre i "+dir) {
		t.Errorf("the start page says %q", uitest.Texts(s.Window.Content()))
	}
	s.Start(other)
	if s.Portfolio() == nil {
		t.Error("a portfolio that is there isn't opened")
	}
}

func TestUndoWhileTypingLeavesThePortfolioAlone(t *testing.T) {
	s, in, id, _ := onDisk(t)
	p := s.Portfolio()
	if _, err := p.SetText(t.Context(), id, field.Column{Field: system.Recipients.Field}, "KS 1"); err != nil {
		t.Fatal(err)
	}
	s.Window.Canvas().Focus(in.Target())
	test.Type(in.Target(), "halvskrivet")
	uitest.Shortcut(s, &fyne.ShortcutUndo{})
	if got := p.Get(id); in.Text() != "" || system.LockIn.Get(got) == "halvskrivet" || got.Get(system.Recipients.Field) != "KS 1" {
		t.Errorf("the field has %q, the supplier is %q", in.Text(), system.LockIn.Get(got))
	}
	uitest.Shortcut(s, &fyne.ShortcutRedo{})
	if in.Text() != "halvskrivet" {
		t.Errorf("brought back: %q", in.Text())
	}
	for range 2 {
		uitest.Shortcut(s, &fyne.ShortcutUndo{})
	}
	if got := p.Get(id).Get(system.Recipients.Field); got == "KS 1" {
		t.Error("with nothing typed left, undo takes back nothing")
	}
}

func TestTheBannersCrossGoesBackToWhatIsSavedAfterAQuestion(t *testing.T) {
	s, _, id, store := onDisk(t)
	col := field.Column{Field: system.LockIn.Field}
	store.FailWith(fault.New(fault.DiskFull, "Disken är full. Inget har ändrats."))
	s.SaveValue(id, col, "Visma", func(string) {})
	if _, why, ok := s.Unsaved(id, col); !ok || why == "" {
		t.Fatal("the value was saved, so this shows nothing")
	}
	cross := func() {
		t.Helper()
		for _, b := range uitest.Find[*widgets.Button](s) {
			if b.Icon == "x" {
				b.Tapped(nil)
				return
			}
		}
		t.Fatal("the banner has no cross")
	}
	cross()
	uitest.Tap(t, s, "Avbryt")
	if _, _, ok := s.Unsaved(id, col); !ok {
		t.Fatal("no isn't no")
	}
	cross()
	uitest.Tap(t, s, "Gå vidare utan att spara")
	if _, _, ok := s.Unsaved(id, col); ok || uitest.Shows(uitest.Front(s), "är inte sparat") {
		t.Errorf("the value is still there: %q", uitest.Texts(uitest.Front(s)))
	}
}

func TestWhatIsDoneIsToldAndWhatIsntToo(t *testing.T) {
	s, _, id, _ := onDisk(t)
	told := 0
	set := func(why error) {
		s.Act(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
			if why != nil {
				return app.Entry{}, why
			}
			return p.Set(ctx, id, field.Column{Field: system.Users.Field}, int64(12))
		}, func() { told++ })
	}
	set(nil)
	if told != 1 || !uitest.CanTap(s, "Ångra") {
		t.Errorf("told %d times; %q", told, uitest.Texts(uitest.Front(s)))
	}
	set(fault.New(fault.Invalid, "Det kan det inte vara. Inget har ändrats."))
	if told != 1 || !uitest.Shows(uitest.Front(s), "Det kan det inte vara.") {
		t.Errorf("told %d times; %q", told, uitest.Texts(uitest.Front(s)))
	}
}
