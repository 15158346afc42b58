package wiring

import (
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// atHome gives the test a user of its own.
func atHome(t *testing.T) {
	t.Helper()
	for _, key := range []string{"XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA", "HOME"} {
		t.Setenv(key, t.TempDir())
	}
}

// example is the made-up municipality of a user of its own.
func example(t *testing.T) (app.Services, *app.Portfolio, string) {
	t.Helper()
	atHome(t)
	s := Services(Options{Who: "Test", Today: 20261121})
	path := filepath.Join(t.TempDir(), "ekvalla.itp")
	p, err := s.Example(ctx, path, "S", 1)
	if err != nil {
		t.Fatal(err)
	}
	return s, p, path
}

// TestCopies follows a portfolio to its copies and back.
func TestCopies(t *testing.T) {
	s, p, path := example(t)
	keep := func(why app.CopyReason, want bool) {
		t.Helper()
		if made, err := s.KeepCopy(ctx, p, why); made != want || err != nil {
			t.Errorf("%s: made %v, %v", why, made, err)
		}
	}
	set := func(name string) {
		t.Helper()
		r := p.All(system.Kind)[0]
		if _, err := p.SetText(ctx, r.ID, field.Column{Field: system.Name.Field}, name); err != nil {
			t.Fatal(err)
		}
	}
	keep(app.CopyOpening, true)
	keep(app.CopyImport, false) // nothing has changed
	set("Nytt namn")
	keep(app.CopyOpening, false) // there is one of today
	keep(app.CopyImport, true)
	set("Ännu ett namn")
	list, err := s.Copies(ctx, path)
	if err != nil || len(list) != 2 {
		t.Fatalf("%v, %v", list, err)
	}
	for i, why := range []app.CopyReason{app.CopyImport, app.CopyOpening} {
		c := list[i]
		if c.Reason != why || c.Systems != 80 || c.Changed.IsZero() || c.Size == 0 || c.Damaged || c.Of != path {
			t.Errorf("%+v", c)
		}
	}
	if _, err := s.Restore(ctx, list[0].Path, "", path); fault.CodeOf(err) != fault.Locked {
		t.Errorf("over an open portfolio: %v", err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	kept, err := s.Restore(ctx, list[0].Path, "", path)
	if err != nil || !strings.Contains(filepath.Base(kept), "ekvalla.före-återställning-") {
		t.Fatalf("kept %q, %v", kept, err)
	}
	for file, want := range map[string]string{path: "Nytt namn", kept: "Ännu ett namn"} {
		p, err := s.Open(ctx, file, app.ToRead)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(p.All(system.Kind), func(r *field.Record) bool { return r.Name() == want }) {
			t.Errorf("%s has no %q", filepath.Base(file), want)
		}
		if err := p.Check(ctx); err != nil {
			t.Error(err)
		}
		p.Close()
	}
	if _, err := s.Open(ctx, list[0].Path, app.ToEdit); fault.CodeOf(err) != fault.Packed {
		t.Errorf("a copy opened as it is: %v", err)
	}
	work, err := filepath.Glob(filepath.Join(os.Getenv("XDG_DATA_HOME"), "itportfoljen", "arbete", "*"))
	if err != nil || len(work) > 0 {
		t.Errorf("left behind: %q %v", work, err)
	}
}

func TestTheFileBeforeAMigrationIsKeptAmongTheCopies(t *testing.T) {
	s, p, path := example(t)
	defer p.Close()
	kept, err := keepOld(ctx, path, p.Backup)
	list, listed := s.Copies(ctx, path)
	if err != nil || listed != nil || len(list) != 1 || list[0].Path != kept || list[0].Reason != app.CopyMigration {
		t.Errorf("kept %q, %v; listed %+v, %v", kept, err, list, listed)
	}
	if again, err := keepOld(ctx, path, p.Backup); again != kept || err != nil {
		t.Errorf("the same once more: %q, %v", again, err)
	}
}

func TestAnEncryptedCopyOpensOnlyWithItsPassphrase(t *testing.T) {
	s, p, path := example(t)
	defer p.Close()
	t.Setenv("HOME", "")
	t.Setenv("XDG_DATA_HOME", "") // no place of the user's own is needed
	dir := filepath.Dir(path)
	locked := filepath.Join(dir, "k.itp.gz.age")
	if err := s.Encrypt(ctx, p, locked, "åtta hästar"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Open(ctx, locked, app.ToEdit); fault.CodeOf(err) != fault.Encrypted {
		t.Errorf("opened as it is: %v", err)
	}
	out := filepath.Join(dir, "åter.itp")
	if _, err := s.Restore(ctx, locked, "åtta hundar", out); fault.CodeOf(err) != fault.Encrypted {
		t.Errorf("with another passphrase: %v", err)
	}
	if _, err := s.Restore(ctx, locked, "åtta hästar", out); err != nil {
		t.Fatal(err)
	}
	again, err := s.Open(ctx, out, app.ToEdit)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if n := len(again.All(system.Kind)); n != 80 {
		t.Errorf("%d systems", n)
	}
}

func TestThePlaceOfCopies(t *testing.T) {
	atHome(t)
	s := Services(Options{})
	own, err := s.CopyPlace()
	if err != nil || own.Chosen {
		t.Fatalf("%+v %v", own, err)
	}
	chosen := t.TempDir()
	if err := s.ChooseCopyPlace(chosen); err != nil {
		t.Fatal(err)
	}
	if got, _ := s.CopyPlace(); got.Dir != chosen || !got.Chosen {
		t.Errorf("%+v", got)
	}
	t.Setenv("ITP_COPIES", own.Dir)
	if got, _ := s.CopyPlace(); got.Dir != own.Dir || !got.Chosen {
		t.Errorf("by the variable: %+v", got)
	}
	if err := s.ChooseCopyPlace(""); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("against the variable: %v", err)
	}
}

// TestADamagedPortfolioIsToldFromADamagedCopy: only the portfolio's own damage is Damaged,
// and is told of by its own name.
func TestADamagedPortfolioIsToldFromADamagedCopy(t *testing.T) {
	s, p, path := example(t)
	name := p.All(system.Kind)[0].ID
	for _, to := range []string{"Ett", "Två"} {
		if _, err := p.SetText(ctx, name, field.Column{Field: system.Name.Field}, to); err != nil {
			t.Fatal(err)
		}
	}
	if err := whoseDamage(ctx, p, fault.New(fault.Damaged, "Portföljen ”portfolj.itp” är skadad.")); fault.CodeOf(err) != fault.Unreadable || strings.Contains(err.Error(), "portfolj.itp") {
		t.Errorf("of a whole portfolio: %v", err)
	}
	p.Close()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("UPDATE block SET data = (SELECT data FROM block WHERE entry = 2) WHERE entry = 3"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	p, err = s.Open(ctx, path, app.ToEdit)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	made, err := s.KeepCopy(ctx, p, app.CopyOpening)
	if made || fault.CodeOf(err) != fault.Damaged || !strings.Contains(err.Error(), "”ekvalla.itp” är skadad") {
		t.Errorf("made %v: %v", made, err)
	}
}
