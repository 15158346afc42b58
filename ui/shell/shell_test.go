package shell_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// page remembers what it was told.
type page struct {
	o       fyne.CanvasObject
	args    []any
	changes int
}

func (p *page) Content() fyne.CanvasObject { return p.o }
func (p *page) Header() shell.Header       { return shell.Header{Title: "Sida"} }
func (p *page) Shown(arg any)              { p.args = append(p.args, arg) }
func (p *page) Changed(app.Event)          { p.changes++ }

func specs(pages map[string]*page) []shell.PageSpec {
	var out []shell.PageSpec
	for _, id := range []string{"overview", "systems", "plan", "reports", "exchange", "settings"} {
		p := &page{o: container.NewStack()}
		pages[id] = p
		out = append(out, shell.PageSpec{ID: id, Icon: "layers", New: func(*shell.Shell) shell.Page { return p }, Badge: func(*app.Portfolio) int { return 3 }})
	}
	return out
}

func open(t *testing.T) (*shell.Shell, map[string]*page) {
	t.Helper()
	pages := map[string]*page{}
	return uitest.Window(t, uitest.Open(t), app.Services{}, specs(pages)...), pages
}

func TestOpeningShowsTheFirstPageAndTheMunicipality(t *testing.T) {
	s, pages := open(t)
	if s.Current() != "overview" || len(pages["overview"].args) != 1 {
		t.Errorf("page %q, shown %d times", s.Current(), len(pages["overview"].args))
	}
	if title := s.Window.Title(); !strings.HasPrefix(title, "Ekvalla kommun") {
		t.Errorf("the window is called %q", title)
	}
}

func TestARecordOpensOnThePageWhereItLives(t *testing.T) {
	s, pages := open(t)
	id := s.Portfolio().All(system.Kind)[0].ID
	s.Open(id)
	if s.Current() != "systems" || pages["systems"].args[0] != any(shell.Select{ID: id}) {
		t.Errorf("on %q with %v", s.Current(), pages["systems"].args)
	}
}

func TestSavingTellsThePageAndCanBeUndone(t *testing.T) {
	s, pages := open(t)
	r := s.Portfolio().All(system.Kind)[0]
	before := system.Name.Get(r)
	var problem string
	s.Save(r.ID, field.Column{Field: system.Name.Field}, "Nytt namn", func(p string) { problem = p })
	if problem != "" || pages["overview"].changes != 1 {
		t.Errorf("problem %q, the page heard %d times", problem, pages["overview"].changes)
	}
	s.Undo()
	if got := s.Portfolio().Label(r.ID); got != before {
		t.Errorf("after undo %q", got)
	}
	s.Redo()
	if got := s.Portfolio().Label(r.ID); got != "Nytt namn" {
		t.Errorf("after redo %q", got)
	}
}

func TestAValueThatBreaksARuleIsToldAndNotSaved(t *testing.T) {
	s, _ := open(t)
	r := s.Portfolio().All(system.Kind)[0]
	var problem string
	s.Save(r.ID, field.Column{Field: system.AgreementEnd}, "snart", func(p string) { problem = p })
	if !strings.Contains(problem, "snart") {
		t.Errorf("problem %q", problem)
	}
}

func TestAFailureShowsItsSentenceAndWhatTheUserStoppedDoesNot(t *testing.T) {
	s, _ := open(t)
	s.Fail(context.Canceled)
	s.Fail(fault.New(fault.Canceled, "Avbrutet."))
	if s.Window.Canvas().Overlays().Top() != nil {
		t.Error("stopping is shown as a failure")
	}
	s.Fail(errors.New("boom"))
	if s.Window.Canvas().Overlays().Top() == nil {
		t.Error("a failure shows nothing")
	}
	if got := s.Sentence(errors.New("boom")); strings.Contains(got, "boom") || got == "" {
		t.Errorf("an internal fault is told as %q", got)
	}
}

func TestThePaletteFindsThingsAndActions(t *testing.T) {
	s, pages := open(t)
	name := s.Portfolio().All(system.Kind)[0].Name()
	s.OpenPalette()
	c := s.Window.Canvas()
	if c.Overlays().Top() == nil {
		t.Fatal("no palette")
	}
	focused := c.Focused()
	if focused == nil {
		t.Fatal("nothing has the keyboard")
	}
	test.Type(focused, name)
	async.Flush()
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.Current() != "systems" || len(pages["systems"].args) != 1 {
		t.Errorf("Enter on %q went to %q", name, s.Current())
	}
}

func TestWhatIsDoneComesBeforeAThingThatIsOnlySpeltLikeIt(t *testing.T) {
	s, _ := open(t)
	apptest.Add(t, s.Portfolio(), system.Kind, system.Name, "Sparw")
	s.Go("plan", nil)
	for query, want := range map[string]string{"spara": "kopia", "sparw": "systems"} {
		s.OpenPalette()
		focused := s.Window.Canvas().Focused()
		test.Type(focused, query)
		async.Flush()
		first := uitest.Texts(uitest.Front(s))
		if i := slices.IndexFunc(first, func(x string) bool { return strings.Contains(strings.ToLower(x), "spar") && x != query }); i < 0 || (want == "systems") != (first[i] == "Sparw") {
			t.Errorf("%q finds %q first", query, first)
		}
		s.Window.Canvas().Overlays().Top().(*widgets.Overlay).Close()
	}
}

func TestThePaletteFindsTheViewsOfLists(t *testing.T) {
	s, pages := open(t)
	s.OpenPalette()
	focused := s.Window.Canvas().Focused()
	test.Type(focused, "utan ägare")
	async.Flush()
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if args := pages["systems"].args; len(args) != 1 || args[0] != (shell.ShowView{Kind: system.Kind, Name: "Utan ägare"}) {
		t.Errorf("the page of systems was asked %v", args)
	}
}

func TestEveryActionHasAName(t *testing.T) {
	s, _ := open(t)
	for _, m := range s.Menus() {
		for _, it := range m.Items() {
			if strings.HasPrefix(it.Label, "shell.") {
				t.Errorf("%s has an item called %q", m.Title, it.Label)
			}
		}
	}
}

func TestAFileThatWontOpenLeavesTheOpenOneOpen(t *testing.T) {
	s, _ := open(t)
	was := s.Portfolio()
	s.Services.Open = func(context.Context, string, app.Access) (*app.Portfolio, error) {
		return nil, fault.New(fault.Damaged, "Filen är skadad. Inget har ändrats.")
	}
	s.OpenPath("annan.itp")
	if s.Portfolio() != was {
		t.Error("the open portfolio is gone")
	}
	if s.Window.Canvas().Overlays().Top() == nil {
		t.Error("nothing was said")
	}
}

func TestClosingShowsTheStartPage(t *testing.T) {
	s, _ := open(t)
	s.ClosePortfolio()
	if s.Portfolio() != nil {
		t.Error("still open")
	}
}

func TestTheHelpMenuListsTheLicences(t *testing.T) {
	s, _ := open(t)
	uitest.Do(t, s, "Licenser")
	if shown := strings.Join(uitest.Texts(uitest.Front(s)), " "); !strings.Contains(shown, "modernc.org/sqlite") || !strings.Contains(shown, "Source Sans 3") {
		t.Errorf("shown: %.300s", shown)
	}
}

func TestAFileThatTheComputerDoesNotOpenIsTold(t *testing.T) {
	s, _ := open(t)
	s.Services.OpenFile = func(string) error { return fault.New(fault.NotFound, "Datorn har inget program för filen.") }
	s.OpenFile("rapport.pdf")
	if !uitest.Shows(uitest.Front(s), "inget program för filen") {
		t.Errorf("told %q", uitest.Texts(uitest.Front(s)))
	}
}

// TestManyPages: the tenth page has no number to be reached by, and is there.
func TestManyPages(t *testing.T) {
	var many []shell.PageSpec
	for i := range 12 {
		id := fmt.Sprint("sida", i)
		many = append(many, shell.PageSpec{ID: id, Title: "Sida " + fmt.Sprint(i+1), Icon: "layers", New: func(*shell.Shell) shell.Page { return &page{o: container.NewStack()} },
			Actions: func(s *shell.Shell) []*shell.Action {
				return []*shell.Action{{ID: "help", Menu: "go", Icon: "layers", Enabled: s.Opened, Run: func() { s.Go(id, nil) }}}
			}})
	}
	s := uitest.Window(t, uitest.Open(t), app.Services{}, many...)
	if !uitest.Shows(s.Window.Content(), "Sida 12") {
		t.Error("the last page isn't in the navigation")
	}
	s.Go("sida11", nil)
	if s.Current() != "sida11" {
		t.Errorf("at %s", s.Current())
	}
}
