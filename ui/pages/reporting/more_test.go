package reporting_test

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
	"itportfoljen/ui/input"
	"itportfoljen/ui/pages/reporting"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// A report is found by what it is called, is for and tells; Enter opens the first.
func TestTheListIsSearched(t *testing.T) {
	pr := &press{pages: 1}
	s := open(t, pr)
	for query, want := range map[string][]string{"": {"\x00packet", "ledningsgrupp", "systemforteckning", "systemkort"}, "paket": {"\x00packet"}, "forteck": {"systemforteckning"}, "lämnas ut": {"systemforteckning"}, "xyz": nil} {
		if got := reporting.Search(query); !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
	if !uitest.Shows(s.Window.Content(), "Ingen rapport har de orden") {
		reporting.Search("xyz")
		if !uitest.Shows(s.Window.Content(), "Ingen rapport har de orden") {
			t.Error("nothing says that none is found")
		}
	}
	reporting.Search("")
	for _, head := range []string{"För ledningen", "För alla"} {
		if !uitest.Shows(s.Window.Content(), head) {
			t.Errorf("no heading %s", head)
		}
	}
}

// A saved choice is kept in the portfolio, ordered by, told of when it is changed, and taken away
// with a way back.
func TestChoicesAreSavedByName(t *testing.T) {
	pr := &press{pages: 1}
	s := open(t, pr)
	reporting.Set("grupp", "portfölj")
	reporting.Keep("Nämndens", true)
	r := view.FindChoice(pr.world, "ledningsgrupp", pr.world.Who(), "Nämndens")
	if r == nil || !view.Shared.Get(r) || !maps.Equal(view.Sets(r), map[string]string{"grupp": "portfölj"}) {
		t.Fatalf("kept %v", view.Sets(r))
	}
	if got := reporting.Choice(); got != "Nämndens" {
		t.Errorf("the choice is %q", got)
	}
	reporting.Set("datum", "2026-12-03")
	if got := reporting.Choice(); got != "Nämndens" {
		t.Errorf("of another day it is %q", got)
	}
	reporting.Set("titel", "Egen")
	if got := reporting.Choice(); got != "Nämndens •" {
		t.Errorf("changed it is %q", got)
	}
	reporting.Apply("")
	if got := reporting.Choice(); got != "Rapportens egna val" || len(pr.told) != 0 {
		t.Errorf("the report's own are %q, told %v", got, pr.told)
	}
	reporting.Apply("Nämndens")
	if pr.told["grupp"] != "portfölj" || pr.told["titel"] != "" {
		t.Errorf("told %v", pr.told)
	}
	reporting.Standard("Nämndens")
	if got := view.StandardChoice(pr.world, "ledningsgrupp", "någon"); got == nil || got.ID != r.ID {
		t.Error("it isn't the standard")
	}
	reporting.Apply("")
	uitest.Tap(t, s, "Återställ")
	if got := reporting.Choice(); got != "Nämndens" || pr.told["grupp"] != "portfölj" {
		t.Errorf("restored to %q, told %v", got, pr.told)
	}
	reporting.Drop("Nämndens")
	if view.FindChoice(pr.world, "ledningsgrupp", pr.world.Who(), "Nämndens") != nil || pr.told["grupp"] != "portfölj" {
		t.Errorf("it is still there, or what shows changed: %v", pr.told)
	}
	uitest.Tap(t, s, "Ångra")
	if view.FindChoice(pr.world, "ledningsgrupp", pr.world.Who(), "Nämndens") == nil {
		t.Error("it isn't taken back")
	}
}

// One section is always left, and they stand in the report's order.
func TestSectionsAreTicked(t *testing.T) {
	pr := &press{pages: 1}
	s := open(t, pr)
	s.Go("reports", shell.Report{Name: "systemkort", Sets: map[string]string{"om": string(pr.world.All(system.Kind)[0].ID)}})
	if pr.report != "systemkort" || pr.told["om"] == "" {
		t.Fatalf("another page's report is %s, told %v", pr.report, pr.told)
	}
	uitest.Tap(t, s, "Roller")
	if pr.told["avsnitt"] != "Avtal" {
		t.Errorf("told %v", pr.told)
	}
	uitest.Tap(t, s, "Avtal")
	if pr.told["avsnitt"] != "Avtal" {
		t.Errorf("none is left: %v", pr.told)
	}
	uitest.Tap(t, s, "Roller")
	if pr.told["avsnitt"] != "" || len(reporting.Settings()) != 1 {
		t.Errorf("all are %v", pr.told)
	}
}

// The keys go through the pages on the screen, and the preview is where it ended.
func TestAReportIsShownToARoom(t *testing.T) {
	pr := &press{pages: 5}
	s := open(t, pr)
	uitest.Tap(t, s, "Visa på skärm")
	shows := func(want string) {
		t.Helper()
		if !uitest.Shows(uitest.Front(s), want) {
			t.Errorf("shows %q, want %q", uitest.Texts(uitest.Front(s)), want)
		}
	}
	shows("1 / 5")
	for _, c := range []struct {
		key  fyne.KeyName
		want string
	}{{fyne.KeyLeft, "1 / 5"}, {fyne.KeyRight, "2 / 5"}, {fyne.KeyPageDown, "3 / 5"}, {fyne.KeyPageUp, "2 / 5"}, {fyne.KeyEnd, "5 / 5"}, {fyne.KeyDown, "5 / 5"}, {fyne.KeyHome, "1 / 5"}, {fyne.KeySpace, "2 / 5"}, {fyne.KeyUp, "1 / 5"}, {fyne.KeyEnd, "5 / 5"}} {
		uitest.Press(s, c.key)
		shows(c.want)
	}
	uitest.Press(s, fyne.KeyEscape)
	if s.Window.Canvas().Overlays().Top() != nil || !uitest.Shows(s.Window.Content(), "Sida 5 av 5") {
		t.Errorf("it goes on, or the preview isn't where it ended: %q", uitest.Texts(s.Window.Content()))
	}
}

// The package is made whole, of what is ticked, and what is there is asked about.
func TestThePackageIsMadeInOneGo(t *testing.T) {
	pr := &press{pages: 1}
	there := false
	services := pr.services()
	services.Replaceable = func(string) (bool, error) { return there, nil }
	pr.world = uitest.Open(t)
	s := uitest.Window(t, pr.world, services, reporting.Watched())
	s.Go("reports", "\x00packet")
	tick(t, s, "Systemförteckning")
	if got, _ := view.Package(pr.world); !slices.Equal(got, []view.Part{{Report: "ledningsgrupp"}, {Report: "systemforteckning"}}) {
		t.Fatalf("the package is %v", got)
	}
	dir := t.TempDir()
	reporting.WritePacket(dir)
	var names []string
	for name := range pr.files {
		names = append(names, name)
	}
	slices.Sort(names)
	if want := []string{"Ledningsgruppsrapport Ekvalla kommun 2026-11-21.pdf", "Systemförteckning Ekvalla kommun 2026-11-21.pdf"}; !slices.Equal(names, want) {
		t.Errorf("files %q, want %q", names, want)
	}
	clear(pr.files)
	reporting.WriteBound(filepath.Join(dir, pr.world.BoundFile()))
	if _, there := pr.files["Ledningsgruppens paket Ekvalla kommun 2026-11-21.pdf"]; !there || len(pr.files) != 1 || pr.bound != 2 {
		t.Errorf("as one it is %d files of %d reports", len(pr.files), pr.bound)
	}
	pr.says = []string{"Tabellen är bred."}
	tick(t, s, "Ledningsgruppsrapport")
	reporting.WritePacket(dir)
	if !uitest.Shows(uitest.Front(s), "Systemförteckning: Tabellen är bred.") {
		t.Error("what there is to know isn't told")
	}
	there = true
	if got, err := services.Replaced(dir, []app.PacketFile{{File: "a.pdf"}}); err != nil || !slices.Equal(got, []string{"a.pdf"}) {
		t.Errorf("there is %v, %v", got, err)
	}
}

// The page is as it was left: also when it was at the package.
func TestThePackageIsRemembered(t *testing.T) {
	pr := &press{pages: 1}
	s := open(t, pr)
	s.Go("reports", "\x00packet")
	if !uitest.Shows(s.Window.Content(), "Rapporter i paketet") {
		t.Fatal("the package doesn't show")
	}
	again := reporting.New(s)
	again.Shown(nil)
	if !uitest.Shows(again.Content(), "Rapporter i paketet") {
		t.Error("it is forgotten")
	}
	s.Go("reports", "ledningsgrupp")
	if uitest.Shows(s.Window.Content(), "Rapporter i paketet") {
		t.Error("the package is in the way of a report")
	}
}

// What will be asked about is shown, and gone when it is answered where it stands.
func TestWhatWillBeAskedIsMendedInPlace(t *testing.T) {
	pr := &press{pages: 1}
	s := open(t, pr)
	apptest.Put(t, pr.world, settings.ID, settings.NextBoard, pr.world.Today().AddDays(9))
	apptest.Add(t, pr.world, plan.Kind, plan.Name, "Ny plattform", plan.Phase, phaseOf(pr.world, governance.Waiting))
	s.Go("reports", "\x00packet")
	if !uitest.Shows(s.Window.Content(), "Beslut utan rekommendation (1)") || !uitest.Shows(s.Window.Content(), "Vad föreslår ni?") {
		t.Fatalf("shows %q", uitest.Texts(s.Window.Content()))
	}
	reporting.Mend("recommendation")
	texts := uitest.Texts(uitest.Front(s))
	if !slices.ContainsFunc(texts, func(s string) bool { return strings.Contains(s, "Rekommendation") }) {
		t.Fatalf("asks %q", texts)
	}
	uitest.Write(t, s, "Genomför i två steg")
	uitest.Tap(t, s, "Klart")
	if uitest.Shows(s.Window.Content(), "Beslut utan rekommendation (1)") || s.Current() != "reports" {
		t.Errorf("it is still asked, or one is elsewhere: %s", s.Current())
	}
}

func tick(t *testing.T, s *shell.Shell, text string) {
	t.Helper()
	for _, c := range uitest.Find[*input.Check](s) {
		if c.Text == text {
			c.Tapped(nil)
			return
		}
	}
	t.Fatalf("no box %s", text)
}

func phaseOf(p *app.Portfolio, stage governance.Stage) string {
	for _, ph := range p.Model().Phases {
		if ph.Stage == stage {
			return ph.Key
		}
	}
	return ""
}

// Many questions of a rule show a few, and the rest when they are asked for.
func TestManyQuestionsShowAFew(t *testing.T) {
	pr := &press{pages: 1}
	s := open(t, pr)
	for range 15 {
		apptest.Add(t, pr.world, plan.Kind, plan.Name, "Ny plattform", plan.Phase, phaseOf(pr.world, governance.Waiting), plan.InvestmentBudget, money.FromKronor(1000))
	}
	s.Go("reports", "\x00packet")
	rows := func() (n int) {
		for _, text := range uitest.Texts(s.Window.Content()) {
			if text == "Rekommendationen är tom" {
				n++
			}
		}
		return n
	}
	if n := rows(); n != 12 {
		t.Errorf("%d show", n)
	}
	for uitest.CanTap(s, "3 till") { // of who decides too
		uitest.Tap(t, s, "3 till")
	}
	if n := rows(); n != 15 {
		t.Errorf("%d show of all", n)
	}
}

// A portfölj is chosen among the model's, stands in the file's name, and isn't asked for where
// the model has none.
func TestAPortfolioIsChosen(t *testing.T) {
	pr := &press{pages: 1}
	s := open(t, pr)
	folder := pr.world.Model().Portfolios[1]
	if !uitest.Shows(s.Window.Content(), "Alla portföljer") {
		t.Fatal("no portfölj is to be chosen")
	}
	reporting.Set("portfolj", folder.Key)
	if pr.told["portfolj"] != folder.Key || !strings.Contains(reporting.Name(), " "+folder.Label+" Ekvalla") {
		t.Errorf("told %v, called %s", pr.told, reporting.Name())
	}
	s.Go("reports", "systemkort")
	s.Go("reports", "ledningsgrupp")
	if !uitest.Shows(s.Window.Content(), folder.Label) {
		t.Error("it is forgotten")
	}
	pr.world = apptest.Governed(t, func(m *governance.Model) { m.Portfolios = nil })
	s = uitest.Window(t, pr.world, pr.services(), reporting.Watched())
	s.Go("reports", "ledningsgrupp")
	if uitest.Shows(s.Window.Content(), "Portfölj") || pr.told["portfolj"] != "" {
		t.Errorf("without any it is asked for, or told %v", pr.told)
	}
}

// What changes are since is picked among what was fixed, or written as a day; the day of the
// report that was saved last is among them.
func TestChangesAreSinceADay(t *testing.T) {
	pr := &press{pages: 1}
	s := open(t, pr)
	fixed := apptest.Add(t, pr.world, plan.VersionKind, plan.VersionName, "Plan 2026", plan.VersionOn, pr.world.Today().AddDays(-60), plan.VersionAt, int64(1))
	s.Go("reports", "systemkort")
	s.Go("reports", "ledningsgrupp")
	if !uitest.Shows(s.Window.Content(), "Ledningsgruppens senaste möte") {
		t.Fatalf("shows %q", uitest.Texts(s.Window.Content()))
	}
	none := "Ledningsgruppens senaste möte inget justerat än"
	if got := reporting.Sinces(); !slices.Equal(got, []string{none, "Plan 2026 2026-09-22"}) {
		t.Errorf("there are %q", got)
	}
	reporting.Set("sedan", string(fixed.ID))
	if pr.told["sedan"] != string(fixed.ID) {
		t.Errorf("told %v", pr.told)
	}
	reporting.Made()
	s.Go("reports", "systemkort")
	s.Go("reports", "ledningsgrupp")
	if got := reporting.Sinces(); !slices.Equal(got, []string{none, "Den förra rapporten 2026-11-21", "Plan 2026 2026-09-22"}) {
		t.Errorf("after one is saved there are %q", got)
	}
	reporting.Set("sedan", "2026-10-01")
	s.Go("reports", "systemkort")
	s.Go("reports", "ledningsgrupp")
	if !uitest.Shows(s.Window.Content(), "En egen dag") {
		t.Error("a day of one's own doesn't show")
	}
}

// A report about a record says what to choose where it is chosen, also when the settings were
// hidden, and that there is nothing to choose among where there isn't.
func TestWhatAReportIsAboutIsAskedFor(t *testing.T) {
	pr := &press{pages: 1}
	s := open(t, pr)
	reporting.Toggle()
	s.Go("reports", "systemkort")
	if !uitest.Shows(s.Window.Content(), "Välj vad rapporten handlar om") || !uitest.Shows(s.Window.Content(), "Avsnitt") {
		t.Errorf("the settings are hidden: %q", uitest.Texts(s.Window.Content()))
	}
	pr.world = apptest.Governed(t, nil)
	s = uitest.Window(t, pr.world, pr.services(), reporting.Watched())
	s.Go("reports", "systemkort")
	if !uitest.Shows(s.Window.Content(), "Inga system är inlagda") || reporting.CanSave() {
		t.Errorf("of nothing it says %q", uitest.Texts(s.Window.Content()))
	}
}
