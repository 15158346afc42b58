package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"itportfoljen/app"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/field"
	"itportfoljen/app/suggest"
	"itportfoljen/app/system"
	"itportfoljen/cmd/internal/wiring"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// ekvalla is a workbook of Ekvalla in which half of the systems have no owner, and a
// portfolio that nothing is in yet.
func ekvalla(t *testing.T) (services app.Services, book, path string) {
	t.Helper()
	for _, key := range []string{"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "APPDATA"} {
		t.Setenv(key, t.TempDir())
	}
	services = wiring.Services(wiring.Options{Who: "Anna Ek", Today: today})
	dir := t.TempDir()
	p, err := services.Example(t.Context(), filepath.Join(dir, "exempel.itp"), "S", 1)
	if err != nil {
		t.Fatal(err)
	}
	var half []field.ID
	for i, r := range p.All(system.Kind) {
		if i%2 == 0 {
			half = append(half, r.ID)
		}
	}
	if _, err := p.SetMany(t.Context(), half, field.Column{Field: system.SystemOwner.Field}, nil); err != nil {
		t.Fatal(err)
	}
	book = filepath.Join(dir, "ekvalla.xlsx")
	if err := services.WriteBook(t.Context(), book, export.Book(p, export.Options{}), func(float64) {}); err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(dir, "arbetsdag.itp")
	fresh, err := services.Create(t.Context(), path, app.Beginning{Municipality: "Ekvalla kommun", Model: services.Models()[0].Data})
	if err != nil {
		t.Fatal(err)
	}
	if err := fresh.Close(); err != nil {
		t.Fatal(err)
	}
	return services, book, path
}

// workday is the whole program with the portfolio that nothing is in yet. opened is what
// was last opened in another program.
func workday(t *testing.T) (s *shell.Shell, book string, opened *string) {
	t.Helper()
	services, book, path := ekvalla(t)
	async.Instant(true)
	t.Cleanup(func() { async.Instant(false) })
	a := test.NewTempApp(t)
	if err := dialogs.UseSwedish(); err != nil {
		t.Fatal(err)
	}
	opened = new(string)
	services.OpenFile = func(path string) error { *opened = path; return nil }
	s = shell.New(a, shell.Options{Services: services, Pages: pages(), Version: "0.1.0"})
	s.Window.Resize(fyne.NewSize(1366, 768))
	s.Start("")
	s.OpenPath(path)
	return s, book, opened
}

// TestAWorkdayInTheList: a list from Excel is read, its systems get owners by the keyboard
// alone, the list is filtered, grouped and pasted in, and a report is made.
func TestAWorkdayInTheList(t *testing.T) {
	s, book, opened := workday(t)
	read(t, s, book)
	fillOwners(t, s)
	s.Go("systems", nil)
	shows(t, s, "80 system")

	filter(t, s, "avtal till", "2027-01-01", "2028-12-31")
	shows(t, s, "Avtal till: 2027-01-01–2028-12-31")
	filter(t, s, "driftbudget", "100 tkr", "")
	shows(t, s, "minst 100\u00a0000\u00a0kr")
	push(t, s, "Gruppera")
	uitest.Type(s, "ägande")
	uitest.Press(s, fyne.KeyReturn)
	shows(t, s, "Ekvalla kommun")
	keep(t, s, "lista")

	pasteColumn(t, s)
	s.Go("reports", "ledningsgrupp")
	async.Flush()
	shows(t, s, "Sida 1 av 16")
	keep(t, s, "rapport")
	push(t, s, "Öppna")
	report, err := os.ReadFile(*opened)
	if err != nil || !bytes.HasPrefix(report, []byte("%PDF-")) || len(report) < 50_000 {
		t.Fatalf("the report is %d bytes in %q: %v", len(report), *opened, err)
	}
}

// read reads the workbook, and sees what came of it.
func read(t *testing.T, s *shell.Shell, book string) {
	t.Helper()
	s.Go("exchange", shell.Dropped{Path: book})
	async.Flush()
	push(t, s, "Förhandsgranska")
	shows(t, s, "ingen rad försvinner")
	push(t, s, "Importera")
	shows(t, s, "nya från ekvalla.xlsx.")
	s.Go("overview", nil)
	shows(t, s, "41 system utan ägare")
}

// fillOwners takes the first suggestion for each system without an owner, a key each.
func fillOwners(t *testing.T, s *shell.Shell) {
	t.Helper()
	q := suggest.Of(system.SystemOwner.Field)
	s.FillIn(system.SystemOwner.Field, nil)
	keys := 0
	for n := len(q.Wanted(s.Portfolio())); keys < n; keys++ {
		uitest.Press(s, fyne.KeyReturn)
	}
	shows(t, s, "41 besvarade")
	if left := len(q.Wanted(s.Portfolio())); left > 0 || keys != 41 {
		t.Fatalf("%d systems without an owner after %d keys", left, keys)
	}
}

// pasteColumn pastes a managers' column with headings over what is listed, looks at what
// it would do, does it, and takes it back.
func pasteColumn(t *testing.T, s *shell.Shell) {
	t.Helper()
	p := s.Portfolio()
	var ids []field.ID
	block := "Ref\tSystemförvaltare\r\n"
	for _, r := range p.All(system.Kind)[:5] {
		ids = append(ids, r.ID)
		block += r.Ref + "\tÅsa Öberg-Ängström\r\n"
	}
	before := managers(p, ids)
	uitest.Find[*grid.Grid](s)[0].Focus()
	s.App.Clipboard().SetContent(block)
	uitest.Shortcut(s, &fyne.ShortcutPaste{Clipboard: s.App.Clipboard()})
	shows(t, s, "Åsa Öberg-Ängström")
	keep(t, s, "klistra")
	shows(t, s, "5 celler i 5 system ändras.")
	shows(t, s, "Lägg till det som saknas: 1 person")
	push(t, s, "Klistra in")
	if got := managers(p, ids); strings.Count(got, "Åsa Öberg-Ängström") != 5 {
		t.Fatalf("after the paste the managers are %s: %q", got, uitest.Texts(uitest.Front(s)))
	}
	s.Undo()
	async.Flush()
	if got := managers(p, ids); got != before {
		t.Fatalf("after undo the managers are %s, and were %s", got, before)
	}
}

func managers(p *app.Portfolio, ids []field.ID) string {
	var out []string
	for _, id := range ids {
		out = append(out, system.Manager.Show(p, p.Get(id).Get(system.Manager.Field)))
	}
	return strings.Join(out, " | ")
}

// keep draws the window, light and dark and at three sizes, when somebody wants to look.
func keep(t *testing.T, s *shell.Shell, name string) {
	t.Helper()
	if uitest.Pictures() == "" {
		return
	}
	for _, size := range []fyne.Size{{Width: 1366, Height: 768}, {Width: 1920, Height: 1080}, {Width: 2560, Height: 1440}} {
		for mode, said := range map[theme.Mode]string{theme.Light: "ljus", theme.Dark: "mork"} {
			uitest.Shoot(t, s, fmt.Sprintf("%s-%s-%d", name, said, int(size.Width)), mode, size.Width, size.Height)
		}
	}
	theme.Apply(s.App, theme.Settings{Mode: theme.Light})
	s.Window.Resize(fyne.NewSize(1366, 768))
}

// filter asks for a field by a few letters and for its limits, by the keyboard.
func filter(t *testing.T, s *shell.Shell, name, low, high string) {
	t.Helper()
	push(t, s, "Filter")
	uitest.Type(s, name)
	uitest.Press(s, fyne.KeyReturn)
	entries := uitest.Find[*input.Entry](s)
	if len(entries) < 2 {
		t.Fatalf("no limits to write: %q", uitest.Texts(uitest.Front(s)))
	}
	for i, text := range []string{low, high} {
		s.Window.Canvas().Focus(entries[i])
		uitest.Write(t, s, text)
	}
	uitest.Press(s, fyne.KeyReturn)
}

func shows(t *testing.T, s *shell.Shell, want string) {
	t.Helper()
	if !uitest.Shows(uitest.Front(s), want) {
		t.Fatalf("%q doesn't show: %q", want, uitest.Texts(uitest.Front(s)))
	}
}

// push pushes a button.
func push(t *testing.T, s *shell.Shell, label string) {
	t.Helper()
	for _, b := range uitest.Find[*widgets.Button](s) {
		if strings.HasPrefix(b.Text, label) && !b.Disabled() {
			b.Tapped(&fyne.PointEvent{})
			async.Flush()
			return
		}
	}
	t.Fatalf("no button %q: %q", label, uitest.Texts(uitest.Front(s)))
}

// TestAGroupedListIsReadBackUnchanged: what the list shows is written with its groups, and
// no heading of a group becomes a record.
func TestAGroupedListIsReadBackUnchanged(t *testing.T) {
	s, book, _ := workday(t)
	read(t, s, book)
	s.Go("systems", nil)
	push(t, s, "Gruppera")
	uitest.Type(s, "ägande")
	uitest.Press(s, fyne.KeyReturn)
	push(t, s, "Exportera")
	shows(t, s, "80 system")
	push(t, s, "Exportera")
	push(t, s, "Spara")
	out := filepath.Join(filepath.Dir(book), "Ekvalla kommun urval 2026-11-21.xlsx")
	written, err := s.Services.ReadBook(t.Context(), out, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	groups := ""
	for _, sh := range written.Sheets {
		if sh.Name == "Grupper" {
			for _, r := range sh.Rows {
				groups += r.At(0).Text + " " + r.At(1).Text + " " + r.At(2).Text + "\n"
			}
		}
	}
	if !strings.HasPrefix(groups, "System efter ägande enhet") || !strings.Contains(groups, "Ekvalla kommun 80 41379000") {
		t.Errorf("the groups are\n%s", groups)
	}
	s.Go("exchange", shell.Dropped{Path: out})
	async.Flush()
	push(t, s, "Förhandsgranska")
	shows(t, s, "80 rader")
	if texts := strings.Join(uitest.Texts(uitest.Front(s)), "|"); !strings.Contains(texts, "Nya|0|") || !strings.Contains(texts, "Ändras|0|") {
		t.Errorf("read back: %s", texts)
	}
}
