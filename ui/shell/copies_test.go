package shell_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/system"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// archive is a place for copies that remembers what it was asked.
type archive struct {
	kept     []app.CopyReason
	copies   []app.Copy
	problem  error  // why no copy can be made
	secret   string // of every copy; "" for none
	refusal  error  // why nothing can be restored
	restored []string
	open     bool // a portfolio was open when a copy was put back
	written  string
	s        *shell.Shell
}

func (a *archive) services() app.Services {
	return app.Services{
		KeepCopy: func(_ context.Context, _ *app.Portfolio, why app.CopyReason) (bool, error) {
			a.kept = append(a.kept, why)
			return a.problem == nil, a.problem
		},
		Copies: func(_ context.Context, path string) ([]app.Copy, error) { return a.copies, a.problem },
		Restore: func(_ context.Context, copy, passphrase, path string) (string, error) {
			if a.refusal != nil {
				return "", a.refusal
			}
			if passphrase != a.secret {
				return "", fault.New(fault.Encrypted, "Lösenfrasen stämmer inte.")
			}
			a.open = a.open || a.s.Portfolio() != nil
			a.restored = append(a.restored, filepath.Base(copy)+" → "+filepath.Base(path))
			return "p.före-återställning-2027-03-01.itp", nil
		},
		Encrypt: func(_ context.Context, _ *app.Portfolio, path, passphrase string) error {
			a.written = filepath.Base(path) + " " + passphrase
			return nil
		},
	}
}

var morning = time.Date(2027, 3, 1, 8, 30, 0, 0, time.Local)

func withCopies(t *testing.T, p *app.Portfolio) (*archive, *shell.Shell) {
	t.Helper()
	a := &archive{copies: []app.Copy{
		{Path: "/k/2027-03-01-083000-import.itp.gz", At: morning, Reason: app.CopyImport, Systems: 1234, Changed: morning.Add(-time.Hour), Size: 43_000_000},
		{Path: "/k/2027-02-01-083000-dag.itp.gz", At: morning.AddDate(0, -1, 0), Reason: app.CopyOpening, Damaged: true},
	}}
	a.s = uitest.Window(t, p, a.services(), specs(map[string]*page{})...)
	async.Flush()
	return a, a.s
}

// do carries out an action of the menu.
func do(t *testing.T, s *shell.Shell, label string) {
	t.Helper()
	uitest.Do(t, s, label)
}

func says(t *testing.T, s *shell.Shell, want ...string) {
	t.Helper()
	for _, w := range want {
		if !uitest.Shows(uitest.Front(s), w) {
			t.Errorf("no %q in %q", w, uitest.Texts(uitest.Front(s)))
		}
	}
}

func TestACopyIsKeptAtTheFirstOpening(t *testing.T) {
	a, _ := withCopies(t, uitest.Open(t))
	if len(a.kept) != 1 || a.kept[0] != app.CopyOpening {
		t.Errorf("kept %q", a.kept)
	}
	a, _ = withCopies(t, uitest.ReadOnly(t))
	if len(a.kept) != 0 {
		t.Errorf("of what is only read: %q", a.kept)
	}
}

func TestAPlaceThatIsGoneIsSaidAndStopsNothing(t *testing.T) {
	a := &archive{problem: fault.New(fault.NotFound, "Platsen svarar inte.")}
	a.s = uitest.Window(t, uitest.Open(t), a.services(), specs(map[string]*page{})...)
	says(t, a.s, "Platsen svarar inte.")
	if a.s.Portfolio() == nil || a.s.CopyProblem() != "Platsen svarar inte." {
		t.Errorf("open %v, problem %q", a.s.Portfolio() != nil, a.s.CopyProblem())
	}
	a.problem = nil
	a.s.KeepCopy(app.CopyAsked, nil)
	if a.s.CopyProblem() != "" {
		t.Errorf("still %q when it goes well", a.s.CopyProblem())
	}
}

func TestRestoringClosesPutsBackOpensAndTells(t *testing.T) {
	a, s := withCopies(t, uitest.Open(t))
	do(t, s, "Återställ från kopia")
	says(t, s, "2027-03-01 08:30", "före import", "1\u00a0234", "2027-03-01 07:30", "43 MB", "skadad")
	uitest.Tap(t, s, "Återställ")
	says(t, s, "Den som är nu finns kvar bredvid")
	if len(a.restored) != 0 {
		t.Fatal("restored before the question was answered")
	}
	uitest.Tap(t, s, "Återställ")
	if len(a.restored) != 1 || !strings.HasPrefix(a.restored[0], "2027-03-01-083000-import.itp.gz → ") || a.open {
		t.Errorf("restored %q, over an open one: %v", a.restored, a.open)
	}
	says(t, s, "återställd från kopian 2027-03-01 08:30", "p.före-återställning-2027-03-01.itp")
	if s.Portfolio() == nil {
		t.Error("it isn't open")
	}
}

func TestABrokenCopyIsNotRestored(t *testing.T) {
	a, s := withCopies(t, uitest.Open(t))
	do(t, s, "Återställ från kopia")
	uitest.Key(t, s, fyne.KeyDown)
	uitest.Tap(t, s, "Återställ")
	says(t, s, "Kopian är skadad")
	if len(a.restored) != 0 {
		t.Errorf("restored %q", a.restored)
	}
}

func TestWhatCouldNotBeRestoredLeavesTheOpenOneOpen(t *testing.T) {
	a, s := withCopies(t, uitest.Open(t))
	a.refusal = fault.New(fault.DiskFull, "Det finns inte plats.")
	do(t, s, "Återställ från kopia")
	uitest.Tap(t, s, "Återställ")
	uitest.Tap(t, s, "Återställ")
	says(t, s, "Det finns inte plats.")
	if s.Portfolio() == nil {
		t.Error("nothing is open")
	}
}

func TestAnEncryptedCopyAsksUntilThePassphraseIsRight(t *testing.T) {
	a, s := withCopies(t, uitest.Open(t))
	a.secret = "åtta hästar"
	do(t, s, "Återställ från kopia")
	uitest.Tap(t, s, "Återställ")
	uitest.Tap(t, s, "Återställ")
	says(t, s, "öppnas bara med sin lösenfras")
	uitest.Write(t, s, "fel")
	uitest.Key(t, s, fyne.KeyReturn)
	says(t, s, "Lösenfrasen stämmer inte.")
	uitest.Write(t, s, "åtta hästar")
	uitest.Key(t, s, fyne.KeyReturn)
	if len(a.restored) != 1 || s.Portfolio() == nil {
		t.Errorf("restored %q, open %v", a.restored, s.Portfolio() != nil)
	}
}

func TestWhoHasNoPassphraseKeepsTheOpenOne(t *testing.T) {
	a, s := withCopies(t, uitest.Open(t))
	a.secret = "åtta hästar"
	do(t, s, "Återställ från kopia")
	uitest.Tap(t, s, "Återställ")
	uitest.Tap(t, s, "Återställ")
	uitest.Key(t, s, fyne.KeyEscape)
	if len(a.restored) != 0 || s.Portfolio() == nil {
		t.Errorf("restored %q, open %v", a.restored, s.Portfolio() != nil)
	}
}

func TestAFileThatIsACopyIsUnpackedToANewOne(t *testing.T) {
	for code, ask := range map[fault.Code]bool{fault.Packed: false, fault.Encrypted: true} {
		a, s := withCopies(t, uitest.Open(t))
		a.refusal, a.secret = nil, ""
		if ask {
			a.secret = "åtta hästar"
		}
		opens := s.Services.Open
		s.Services.Open = func(ctx context.Context, path string, a app.Access) (*app.Portfolio, error) {
			if strings.Contains(path, ".itp.") {
				return nil, fault.New(code, "Det är en kopia.")
			}
			return opens(ctx, path, a)
		}
		s.OpenPath("/k/ekvalla.itp.gz")
		if ask {
			uitest.Write(t, s, "åtta hästar")
			uitest.Key(t, s, fyne.KeyReturn)
		}
		says(t, s, "Var ska portföljen sparas?")
		to := filepath.Join(t.TempDir(), "åter.itp")
		uitest.Write(t, s, to)
		uitest.Key(t, s, fyne.KeyReturn)
		if len(a.restored) != 1 || a.restored[0] != "ekvalla.itp.gz → åter.itp" {
			t.Errorf("%s: restored %q", code, a.restored)
		}
	}
}

// TestWhatACopyFindsDamagedIsOnlyRead: and what can be done about it is offered at once.
func TestWhatACopyFindsDamagedIsOnlyRead(t *testing.T) {
	damaged := fault.New(fault.Damaged, "Portföljen är skadad.")
	p := uitest.Open(t)
	a, s := withCopies(t, p)
	how := app.ToWrite
	s.Services.Repair = func(context.Context, app.Repairing) (app.Repaired, error) { return app.Repaired{}, nil }
	s.Services.Open = func(_ context.Context, path string, as app.Access) (*app.Portfolio, error) {
		if path == p.Info().Path {
			how = as
		}
		return uitest.ReadOnly(t), nil
	}
	a.problem = damaged
	s.KeepCopy(app.CopyOpening, nil)
	async.Flush()
	says(t, s, "Portföljen är skadad.", "Laga …")
	if how != app.ToRead || s.Portfolio() == nil || s.Writable() {
		t.Errorf("opened as %v, may be written: %v", how, s.Writable())
	}
	a.problem = nil
	uitest.Tap(t, s, "Återställ från kopia …")
	says(t, s, "Kopior av", "före import")

	a, s = withCopies(t, uitest.Open(t))
	s.Services.Open = func(context.Context, string, app.Access) (*app.Portfolio, error) { return nil, damaged }
	a.problem = damaged
	s.KeepCopy(app.CopyOpening, nil)
	async.Flush()
	says(t, s, "Portföljen är skadad.")
	if s.Portfolio() != nil {
		t.Error("still open for writing, when it can't be opened for reading")
	}
}

func TestABrokenFileOffersItsCopies(t *testing.T) {
	_, s := withCopies(t, uitest.Open(t))
	s.Services.Open = func(context.Context, string, app.Access) (*app.Portfolio, error) {
		return nil, fault.New(fault.Damaged, "Portföljen är skadad.")
	}
	s.OpenPath("trasig.itp")
	says(t, s, "Portföljen är skadad.")
	uitest.Tap(t, s, "Återställ från kopia …")
	says(t, s, "Kopior av trasig.itp", "före import")
}

// TestABrokenFileIsRepaired: beside the damaged one, and what is lost is named.
func TestABrokenFileIsRepaired(t *testing.T) {
	for code, said := range map[fault.Code]string{fault.Damaged: "Portföljen är skadad.", fault.Unreadable: "Filen är inte en IT-portfölj."} {
		a, s := withCopies(t, uitest.Open(t))
		opened := ""
		s.Services.Open = func(_ context.Context, path string, _ app.Access) (*app.Portfolio, error) {
			if opened = filepath.Base(path); opened == "trasig lagad.itp" {
				return uitest.Open(t), nil
			}
			return nil, fault.New(code, said)
		}
		s.Services.Repair = func(_ context.Context, r app.Repairing) (app.Repaired, error) {
			if filepath.Base(r.Path) != "trasig.itp" || filepath.Base(r.To) != "trasig lagad.itp" {
				return app.Repaired{}, a.refusal
			}
			return app.Repaired{Path: r.To, Unknown: "slutet av filen saknas", After: 411, Kinds: []app.RepairedKind{{Kind: system.Kind, Whole: 78, Journal: 1, Lost: 1}}, Last: app.Entry{Number: 411, At: morning},
				Lost: []app.LostRecord{{Kind: system.Kind, ID: "x", Ref: "SYS-0042", Name: "Lönesystemet", Why: "ingen hel uppgift om den finns kvar", Count: 1}}}, nil
		}
		dir := t.TempDir()
		s.OpenPath(filepath.Join(dir, "trasig.itp"))
		says(t, s, said)
		uitest.Tap(t, s, "Laga …")
		says(t, s, "Var ska den lagade portföljen sparas?")
		uitest.Key(t, s, fyne.KeyReturn)
		says(t, s, "Lagad", "79 av 80 poster finns kvar", "Så många fanns efter ändring 411; hur många poster det fanns till sist går inte att veta: slutet av filen saknas.", "från 2027-03-01 08:30 (ändring 411)", "system SYS-0042 Lönesystemet: ingen hel uppgift")
		if opened != "trasig lagad.itp" {
			t.Errorf("%s: opened %q", code, opened)
		}
	}
}

func TestWithNothingOpenACopyBecomesANewFile(t *testing.T) {
	a, s := withCopies(t, uitest.Open(t))
	a.copies[0].Of = "/hemma/ekvalla.itp"
	s.ClosePortfolio()
	do(t, s, "Återställ från kopia")
	says(t, s, "ekvalla, före import")
	uitest.Tap(t, s, "Återställ")
	uitest.Write(t, s, filepath.Join(t.TempDir(), "ny.itp"))
	uitest.Key(t, s, fyne.KeyReturn)
	if len(a.restored) != 1 || !strings.HasSuffix(a.restored[0], " → ny.itp") {
		t.Errorf("restored %q", a.restored)
	}
}

func TestThePassphraseOfACopyIsAskedForTwice(t *testing.T) {
	a, s := withCopies(t, uitest.Open(t))
	do(t, s, "Spara krypterad kopia")
	says(t, s, "Glöms den kan ingen öppna kopian")
	uitest.Key(t, s, fyne.KeyReturn)
	says(t, s, "Skriv en lösenfras.")
	uitest.Write(t, s, "åtta hästar")
	s.Window.Canvas().FocusNext()
	uitest.Write(t, s, "åtta hundar")
	uitest.Key(t, s, fyne.KeyReturn)
	says(t, s, "Lösenfraserna är inte lika")
	if a.written != "" {
		t.Fatal("written anyway")
	}
	s.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	uitest.Write(t, s, "åtta hästar")
	uitest.Key(t, s, fyne.KeyReturn)
	uitest.Write(t, s, filepath.Join(t.TempDir(), "k"))
	uitest.Key(t, s, fyne.KeyReturn)
	if a.written != "k.age åtta hästar" {
		t.Errorf("written %q", a.written)
	}
	if got := s.Portfolio().All(system.Kind); len(got) == 0 {
		t.Error("the portfolio is gone")
	}
}
