package related_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/integration"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/ui/pages/related"
	"itportfoljen/ui/pages/systems"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// chain opens the page at the middle one of three systems in a row.
func chain(t *testing.T) (*app.Portfolio, *shell.Shell, [3]field.ID) {
	t.Helper()
	p := uitest.Empty(t)
	var ids [3]field.ID
	for i, name := range []string{"Källan", "Mitten", "Målet"} {
		ids[i] = apptest.Add(t, p, system.Kind, system.Name, name, system.Users, int64(10)).ID
	}
	apptest.Add(t, p, integration.Kind, integration.From, ids[0], integration.To, ids[1], integration.Information, "Uppgifter")
	apptest.Add(t, p, integration.Kind, integration.From, ids[1], integration.To, ids[2], integration.Information, "Svar")
	s := uitest.Window(t, p, app.Services{}, systems.Spec(), related.Spec())
	s.Window.Resize(fyne.NewSize(1366, 768))
	s.Go("systems", nil)
	s.Go(shell.Related, shell.Select{ID: ids[1]})
	return p, s, ids
}

// title tells whose relations are shown.
func title(t *testing.T, s *shell.Shell, want string) {
	t.Helper()
	if !uitest.Shows(s.Window.Content(), "Samband för "+want) {
		t.Errorf("it isn't %s: %q", want, uitest.Texts(s.Window.Content()))
	}
}

func TestOneWalksTheRelationsWithTheKeyboard(t *testing.T) {
	_, s, _ := chain(t)
	title(t, s, "Mitten")
	uitest.Press(s, fyne.KeyRight, fyne.KeyReturn) // what it gives to
	title(t, s, "Målet")
	uitest.Press(s, fyne.KeyLeft, fyne.KeyReturn)
	title(t, s, "Mitten")
	uitest.Press(s, fyne.KeyLeft, fyne.KeyReturn)
	title(t, s, "Källan")
	uitest.Press(s, fyne.KeyBackspace)
	title(t, s, "Mitten")
	uitest.Press(s, fyne.KeyBackspace, fyne.KeyBackspace)
	title(t, s, "Mitten")
	uitest.Press(s, fyne.KeyBackspace) // where it began
	if s.Current() != "systems" {
		t.Errorf("on %q", s.Current())
	}
}

func TestCtrlEnterOpensWhatIsPointedAt(t *testing.T) {
	_, s, _ := chain(t)
	uitest.Press(s, fyne.KeyRight)
	uitest.Shortcut(s, &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	if s.Current() != "systems" || !uitest.Shows(uitest.Front(s), "SYS-0003 · system") {
		t.Errorf("on %q: %q", s.Current(), uitest.Texts(uitest.Front(s)))
	}
}

func TestWhatIsClickedBecomesTheMiddle(t *testing.T) {
	_, s, ids := chain(t)
	pic := uitest.Find[*widgets.Picture](s)[0]
	pic.OnHit(string(ids[2]))
	title(t, s, "Målet")
	pic.OnHit(string(ids[2])) // the middle opens
	if s.Current() != "systems" {
		t.Errorf("on %q", s.Current())
	}
}

func TestTheSameIsSaidInWordsAndWhatAStopTouches(t *testing.T) {
	_, s, ids := chain(t)
	uitest.Tap(t, s, "Lista")
	for _, want := range []string{"Får från (1)", "Lämnar till (1)", "Källan", "SYS-0001 · Uppgifter"} {
		if !uitest.Shows(uitest.Front(s), want) {
			t.Errorf("it doesn't say %q: %q", want, uitest.Texts(uitest.Front(s)))
		}
	}
	s.Go(shell.Related, shell.Select{ID: ids[0]})
	uitest.Tap(t, s, "Vad ett stopp rör")
	for _, want := range []string{"Om Källan stannar: 2 system, 30 användare.", "System som inte får sin information", "System som inte får sin av dem", "Svar – Mitten"} {
		if !uitest.Shows(uitest.Front(s), want) {
			t.Errorf("it doesn't say %q: %q", want, uitest.Texts(uitest.Front(s)))
		}
	}
}

func TestManyAreFoldedUntilOneAsksForThem(t *testing.T) {
	p, s, ids := chain(t)
	for _, name := range []string{"A", "B", "C", "D", "E", "F", "G", "H"} {
		to := apptest.Add(t, p, system.Kind, system.Name, name).ID
		apptest.Add(t, p, integration.Kind, integration.From, ids[1], integration.To, to)
	}
	s.Go(shell.Related, shell.Select{ID: ids[1]})
	if !uitest.Shows(uitest.Front(s), "… och 2 till") || uitest.Shows(uitest.Front(s), "Målet") {
		t.Errorf("it shows %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Find[*widgets.Picture](s)[0].OnHit("more out")
	if uitest.Shows(uitest.Front(s), "… och 2 till") || !uitest.Shows(uitest.Front(s), "Målet") {
		t.Errorf("it shows %q", uitest.Texts(uitest.Front(s)))
	}
}

func TestVeryManyAreListedWhereTheirKindIs(t *testing.T) {
	p, s, ids := chain(t)
	unit := apptest.Add(t, p, org.UnitKind, org.UnitName, "Skolan").ID
	for i := range 120 {
		apptest.Add(t, p, system.Kind, system.Name, fmt.Sprint("System ", i), system.OwnerUnit, unit)
	}
	s.Go(shell.Related, shell.Select{ID: unit})
	if !uitest.Shows(uitest.Front(s), "… och 113 till") {
		t.Errorf("it shows %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Lista")
	if !uitest.Shows(uitest.Front(s), "… och 20 till") {
		t.Errorf("it shows %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Bild")
	uitest.Find[*widgets.Picture](s)[0].OnHit("more system")
	if s.Current() != "systems" || !uitest.Shows(uitest.Front(s), "120 av 123 system") {
		t.Errorf("on %q: %q", s.Current(), uitest.Texts(uitest.Front(s)))
	}
	s.Go(shell.Related, shell.Select{ID: ids[0]})
	title(t, s, "Källan")
}

func TestWhatHasNoneSaysSoAndWhatIsGoneToo(t *testing.T) {
	p, s, ids := chain(t)
	alone := apptest.Add(t, p, system.Kind, system.Name, "Ensam").ID
	s.Go(shell.Related, shell.Select{ID: alone})
	if !uitest.Shows(uitest.Front(s), "Ensam hör inte ihop med något än") {
		t.Errorf("it shows %q", uitest.Texts(uitest.Front(s)))
	}
	if _, err := p.Delete(t.Context(), []field.ID{alone}); err != nil {
		t.Fatal(err)
	}
	if !uitest.Shows(uitest.Front(s), "Det finns inte längre") {
		t.Errorf("it shows %q", uitest.Texts(uitest.Front(s)))
	}
	s.Go(shell.Related, shell.Select{ID: ids[0]})
	title(t, s, "Källan")
}
