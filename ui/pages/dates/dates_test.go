package dates_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/ui/input"
	"itportfoljen/ui/pages/dates"
	"itportfoljen/ui/pages/overview"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// sink is a page that remembers what it was asked to show.
type sink struct{ args []any }

func (p *sink) Content() fyne.CanvasObject { return container.NewStack() }
func (p *sink) Header() shell.Header       { return shell.Header{} }
func (p *sink) Shown(arg any)              { p.args = append(p.args, arg) }
func (p *sink) Changed(app.Event)          {}

// window opens the page from the overview.
func window(t *testing.T, p *app.Portfolio) (*shell.Shell, *sink) {
	t.Helper()
	systems := &sink{}
	s := uitest.Window(t, p, app.Services{}, overview.Spec(), shell.PageSpec{ID: "systems", Icon: "layers", New: func(*shell.Shell) shell.Page { return systems }}, dates.Spec())
	uitest.Tap(t, s, "Kommande datum")
	return s, systems
}

func TestTheDaysStandByMonthAndOpenWhatTheyAreAbout(t *testing.T) {
	p := uitest.Open(t)
	r := p.ByRef("SYS-0003")
	apptest.Put(t, p, r.ID, system.SupportEnd, p.Today().AddDays(40))
	apptest.Put(t, p, p.ByRef("SYS-0002").ID, system.SupportEnd, p.Today().AddDays(-40))
	apptest.Put(t, p, p.ByRef("SYS-0001").ID, system.AgreementEnd, p.Today().AddDays(90))
	s, systems := window(t, p)
	all := strings.Join(uitest.Texts(uitest.Front(s)), "\n")
	for _, want := range []string{"Försenat", "December 2026", "Leverantörens stöd upphör", "Utan känd dag: 1"} {
		if !strings.Contains(all, want) {
			t.Errorf("%s isn't told: %s", want, all)
		}
	}
	if strings.Index(all, "Försenat") > strings.Index(all, "December 2026") {
		t.Error("what is late isn't first")
	}
	uitest.Tap(t, s, "Leverantörens stöd upphör")
	if len(systems.args) != 1 || systems.args[0] != any(shell.Select{ID: r.ID}) {
		t.Errorf("it opened %v", systems.args)
	}
}

func TestAListenerSeesAChangeAtOnce(t *testing.T) {
	p := uitest.Open(t)
	s, _ := window(t, p)
	if uitest.Shows(uitest.Front(s), "Leverantörens stöd upphör") {
		t.Fatal("there is such a day before")
	}
	apptest.Put(t, p, p.ByRef("SYS-0003").ID, system.SupportEnd, p.Today().AddDays(40))
	if !uitest.Shows(uitest.Front(s), "Leverantörens stöd upphör") {
		t.Error("the new day doesn't show")
	}
}

func TestOnlyOnesOwnAreShownWhenAskedFor(t *testing.T) {
	p := uitest.Open(t) // Anna Ek uses it
	mine, other := p.ByRef("SYS-0002"), p.ByRef("SYS-0003")
	anna := p.Named(org.PersonKind, "Anna Ek")[0].ID
	apptest.Put(t, p, mine.ID, system.SystemOwner, []field.Holding{{Person: anna}}, system.SupportEnd, p.Today().AddDays(40))
	apptest.Put(t, p, other.ID, system.SystemOwner, nil, system.SupportEnd, p.Today().AddDays(50))
	s, _ := window(t, p)
	shown := func() (got string) {
		for _, r := range []*field.Record{mine, other} {
			if uitest.Shows(uitest.Front(s), r.Name()) {
				got += r.Ref + " "
			}
		}
		return got
	}
	if shown() != "SYS-0002 SYS-0003 " {
		t.Fatalf("first %s", shown())
	}
	uitest.Find[*input.Check](s)[0].Tapped(nil)
	if shown() != "SYS-0002 " {
		t.Errorf("of her own %s", shown())
	}
}

func TestAUnitThatIsGoneHidesNoDays(t *testing.T) {
	p := uitest.Open(t)
	apptest.Put(t, p, p.ByRef("SYS-0003").ID, system.SupportEnd, p.Today().AddDays(40))
	unit := apptest.Add(t, p, org.UnitKind, org.UnitName, "Tomma nämnden")
	s, _ := window(t, p)
	for _, choice := range uitest.Find[*input.Select](s) {
		if choice.Value() == "" { // of all units
			choice.Open()
			uitest.Tap(t, s, unit.Name())
		}
	}
	if uitest.Shows(uitest.Front(s), "Leverantörens stöd upphör") {
		t.Fatal("the unit has the day")
	}
	if _, err := p.Delete(t.Context(), []field.ID{unit.ID}); err != nil {
		t.Fatal(err)
	}
	if !uitest.Shows(uitest.Front(s), "Leverantörens stöd upphör") {
		t.Errorf("%q", uitest.Texts(uitest.Front(s)))
	}
}

func TestTheDaysThatAreShownGoToTheCalendar(t *testing.T) {
	p := uitest.Open(t)
	apptest.Put(t, p, p.ByRef("SYS-0003").ID, system.SupportEnd, p.Today().AddDays(40))
	s, _ := window(t, p)
	s.Services.WriteFile = func(path string, write func(io.Writer) error) error {
		f, err := os.Create(path)
		if err != nil {
			return err
		}
		defer f.Close()
		return write(f)
	}
	path := filepath.Join(t.TempDir(), "datum.ics")
	uitest.Tap(t, s, "Till kalendern …")
	uitest.Write(t, s, path)
	s.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	days := insight.Deadlines(p, insight.Asked{From: p.Today(), To: p.Today().AddMonths(12), Overdue: true})
	if n := strings.Count(string(got), "BEGIN:VEVENT"); n != len(days.Known) || n == 0 {
		t.Errorf("%d days in the calendar, %d shown", n, len(days.Known))
	}
}

func TestAnEmptyPortfolioHasNoDays(t *testing.T) {
	p := uitest.Empty(t)
	s := uitest.Window(t, p, app.Services{}, dates.Spec())
	if !uitest.Shows(uitest.Front(s), "Inga datum") || len(uitest.Find[*widgets.ActionList](s)) != 0 {
		t.Errorf("%q", uitest.Texts(uitest.Front(s)))
	}
}
