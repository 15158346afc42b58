package shell_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
	"itportfoljen/assets"
	"itportfoljen/ui/async"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// happened opens Vad har hänt? over what Anna, whose window it is, and Bo have done.
func happened(t *testing.T, then ...func(p *app.Portfolio)) (s *shell.Shell, bo *app.Portfolio, sys *field.Record) {
	t.Helper()
	store := apptest.NewStore()
	p := apptest.Begin(t, store, assets.Must("models/danderyd.json"))
	apptest.Fill(t, p)
	deps := apptest.Deps(store.Another())
	deps.Who, deps.Origin = "Bo Alm", "itpctl"
	bo, err := app.Open(context.Background(), deps)
	if err != nil {
		t.Fatal(err)
	}
	sys = p.All(system.Kind)[0]
	write(t, bo, sys.ID, "Bolaget AB")
	for _, do := range then {
		if _, err := p.Follow(context.Background()); err != nil {
			t.Fatal(err)
		}
		do(p)
	}
	s = uitest.Window(t, p, app.Services{}, specs(map[string]*page{})...)
	if _, err := s.Portfolio().Follow(context.Background()); err != nil {
		t.Fatal(err)
	}
	s.ShowLog()
	async.Flush()
	return s, bo, sys
}

func write(t *testing.T, p *app.Portfolio, id field.ID, supplier string) {
	t.Helper()
	if _, err := p.SetText(context.Background(), id, field.Column{Field: system.LockIn.Field}, supplier); err != nil {
		t.Fatal(err)
	}
}

// listed are the labels of the entries.
func listed(s *shell.Shell) (out []string) {
	g := uitest.Find[*grid.Grid](s)[0]
	for row := range g.Source().Len() {
		if label := g.Source().Cell(row, 1).Text; label != "" {
			out = append(out, label)
		}
	}
	return out
}

func shows(t *testing.T, s *shell.Shell, want ...string) {
	t.Helper()
	for _, w := range want {
		if !uitest.Shows(uitest.Front(s), w) {
			t.Errorf("%q doesn't show: %q", w, uitest.Texts(uitest.Front(s)))
		}
	}
}

func TestWhatHasHappenedTellsOfOthersAndTakesBack(t *testing.T) {
	s, bo, sys := happened(t)
	before := system.LockIn.Get(bo.Get(sys.ID))
	shows(t, s, "I dag, lördag 21 november 2026", "Inlåsning för "+sys.Name(), "Bo Alm · itpctl", sys.Ref+" "+sys.Name(), "→ Bolaget AB", "Sigillet 3-")
	uitest.Key(t, s, fyne.KeyReturn, fyne.KeyReturn) // to the button, and it
	if got := system.LockIn.Get(s.Portfolio().Get(sys.ID)); got == before {
		t.Errorf("it still is %q", got)
	}
	shows(t, s, "Ångrade: Inlåsning för "+sys.Name(), "ångrad", "Ångrad 2026-11-21", "av Anna Ek, ändring 4.", "Gör om den här")
	uitest.Tap(t, s, "Gör om den här")
	if got := system.LockIn.Get(s.Portfolio().Get(sys.ID)); got != before {
		t.Errorf("brought back it is %q", got)
	}
	shows(t, s, "Gjorde om: Inlåsning för "+sys.Name(), "Ångra den här")
}

func TestWhyAnEntryCannotBeTakenBackIsTold(t *testing.T) {
	s, bo, sys := happened(t)
	if _, err := bo.Follow(context.Background()); err != nil {
		t.Fatal(err)
	}
	write(t, bo, sys.ID, "Ännu en AB")
	if _, err := s.Portfolio().Follow(context.Background()); err != nil {
		t.Fatal(err)
	}
	async.Flush()
	shows(t, s, "→ Bolaget AB") // the cursor has stayed
	async.Flush()
	shows(t, s, "Går inte att ångra nu.", "ändrats under tiden")
	if uitest.CanTap(s, "Ångra den här") {
		t.Error("it is offered all the same")
	}
	uitest.Key(t, s, fyne.KeyUp)
	if uitest.Shows(uitest.Front(s), "ändrats under tiden") {
		t.Error("what is told of one entry stands at another")
	}
	uitest.Key(t, s, fyne.KeyDown)
	async.Flush()
	uitest.Tap(t, s, "4 Inlåsning för "+sys.Name()+" (Bo Alm)") // what stands in the way
	shows(t, s, "→ Ännu en AB")
	uitest.Tap(t, s, "Ångra den här") // and then nothing does
	uitest.Key(t, s, fyne.KeyDown)
	async.Flush()
	shows(t, s, "→ Bolaget AB")
	uitest.Tap(t, s, "Ångra den här")
	if got := system.LockIn.Get(s.Portfolio().Get(sys.ID)); got != "" {
		t.Errorf("it still says %q", got)
	}
	uitest.Key(t, s, fyne.KeyEnd)
	shows(t, s, "Ångra den här")
}

// TestWhatHasHappenedIsNarrowed to somebody, a kind and days, and older ones are read for it.
func TestWhatHasHappenedIsNarrowed(t *testing.T) {
	s, _, sys := happened(t, func(p *app.Portfolio) {
		apptest.Add(t, p, org.UnitKind, org.UnitName, "Elevhälsan")
		for i := range 210 { // which stand before what is looked for
			write(t, p, p.All(system.Kind)[1].ID, fmt.Sprint(i))
		}
	})
	choose := func(which int, what string) {
		t.Helper()
		uitest.Find[*input.Select](s)[which].Open()
		uitest.Tap(t, s, what)
		async.Flush()
	}
	choose(0, "Bo Alm")
	if got := listed(s); !slices.Equal(got, []string{"Inlåsning för " + sys.Name()}) {
		t.Errorf("of Bo %q", got)
	}
	choose(0, "Alla")
	choose(1, "Enheter")
	if got := listed(s); len(got) != 2 {
		t.Errorf("of units %q", got)
	}
	choose(2, "I går")
	shows(t, s, "Ingen ändring passar")
	choose(2, "I dag")
	if got := listed(s); len(got) != 2 {
		t.Errorf("of units today %q", got)
	}
}

// TestARecordIsReachedFromWhatHasHappened, and the dialog goes.
func TestARecordIsReachedFromWhatHasHappened(t *testing.T) {
	s, _, sys := happened(t)
	uitest.Tap(t, s, sys.Ref+" "+sys.Name())
	if s.Window.Canvas().Overlays().Top() != nil || s.Current() != "systems" {
		t.Errorf("it leads to %q", s.Current())
	}
}

func TestTheSealIsCopied(t *testing.T) {
	s, _, _ := happened(t)
	uitest.Tap(t, s, "Kopiera sigill")
	if got := s.App.Clipboard().Content(); got != s.Portfolio().Seal() {
		t.Errorf("copied %q, the seal is %q", got, s.Portfolio().Seal())
	}
	shows(t, s, "är kopierat")
}

func TestTheProgramsOwnAndTheFilter(t *testing.T) {
	s, _, sys := happened(t)
	if _, err := s.Portfolio().SetText(context.Background(), settings.ID, field.Column{Field: settings.Sender.Field}, "Anna"); err != nil {
		t.Fatal(err)
	}
	async.Flush()
	if got := listed(s); !slices.Equal(got, []string{"Inlåsning för " + sys.Name(), "Prov"}) {
		t.Errorf("listed %q", got)
	}
	uitest.Tap(t, s, "Visa även programmets egna")
	if got := listed(s); len(got) != 4 || !strings.Contains(got[0], "Ekvalla kommun") {
		t.Errorf("with the program's own %q", got)
	}
	if f, ok := s.Window.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: fyne.KeyModifierControl})
	}
	uitest.Write(t, s, "bo bolaget")
	if got := listed(s); len(got) != 1 {
		t.Errorf("filtered %q", got)
	}
	shows(t, s, "Visar 1 av 4")
	uitest.Write(t, s, "x")
	shows(t, s, "Ingen ändring passar")
	uitest.Key(t, s, fyne.KeyEscape) // first the filter, then the dialog
	if got := listed(s); len(got) != 4 {
		t.Errorf("without a filter %q", got)
	}
	uitest.Key(t, s, fyne.KeyEscape)
	if s.Window.Canvas().Overlays().Top() != nil {
		t.Error("Escape doesn't close")
	}
}

func TestAnEmptyJournalSaysSo(t *testing.T) {
	s := uitest.Window(t, uitest.Empty(t), app.Services{}, specs(map[string]*page{})...)
	s.ShowLog()
	async.Flush()
	shows(t, s, "Inget har ändrats än", "Välj en ändring")
}

func TestOlderEntriesAreReadWhenTheCursorComesThere(t *testing.T) {
	p := uitest.Open(t)
	id := p.All(system.Kind)[0].ID
	for i := range 250 {
		write(t, p, id, fmt.Sprintf("Inlåsning %d", i))
	}
	s := uitest.Window(t, p, app.Services{}, specs(map[string]*page{})...)
	s.ShowLog()
	async.Flush()
	shows(t, s, "200 ändringar, från nr 53")
	uitest.Key(t, s, fyne.KeyEnd)
	shows(t, s, "→ Inlåsning 49", "251 ändringar") // the first of those that came
	uitest.Key(t, s, fyne.KeyHome)
	shows(t, s, "→ Inlåsning 249", "I dag")
	uitest.Key(t, s, fyne.KeyUp)
	shows(t, s, "→ Inlåsning 249")
}

func TestAReaderTakesNothingBack(t *testing.T) {
	s := uitest.Window(t, uitest.ReadOnly(t), app.Services{}, specs(map[string]*page{})...)
	s.ShowLog()
	async.Flush()
	shows(t, s, "öppen för läsning", "Kopiera sigill")
	if uitest.CanTap(s, "Ångra den här") {
		t.Error("a reader is offered to take back")
	}
}
