package wiring

import (
	"os"
	"path/filepath"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// TestRepairTakesFromTheCopiesThatTheProgramKeeps: they needn't be pointed out.
func TestRepairTakesFromTheCopiesThatTheProgramKeeps(t *testing.T) {
	s, p, path := example(t)
	if made, err := s.KeepCopy(ctx, p, app.CopyOpening); !made || err != nil {
		t.Fatal(made, err)
	}
	r := p.All(system.Kind)[0]
	if _, err := p.SetText(ctx, r.ID, field.Column{Field: system.Name.Field}, "Nytt namn"); err != nil {
		t.Fatal(err)
	}
	want, identity := len(p.All(system.Kind)), p.Identity()
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096 * 10; i+4096 < len(b)-4096*8; i += 4096 { // most of it, but for its beginning and its end
		if i/4096%8 > 0 {
			clear(b[i : i+4096])
		}
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(filepath.Dir(path), "lagad.itp")
	out, err := s.Repair(ctx, app.Repairing{Path: path, To: to})
	if err != nil || len(out.Copies) != 1 || out.Total().Copy == 0 || len(out.Lost) > 0 {
		t.Fatalf("%+v, %v", out, err)
	}
	p, err = s.Open(ctx, to, app.ToEdit)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if n := len(p.All(system.Kind)); n != want || p.Get(r.ID).Name() != "Nytt namn" || p.Identity() != identity {
		t.Errorf("%d systems of %d, %q", n, want, p.Get(r.ID).Name())
	}
	if err := p.Check(ctx); err != nil {
		t.Error(err)
	}
	copies, err := s.Copies(ctx, path)
	if err != nil || len(copies) == 0 {
		t.Fatal(copies, err)
	}
	if _, err := s.Repair(ctx, app.Repairing{Path: copies[0].Path, To: to + "2"}); fault.CodeOf(err) != fault.Packed {
		t.Errorf("a packed copy: %v", err)
	}
}

// TestSettingsThatAreLostHaveStandIns: without them nothing can be planned.
func TestSettingsThatAreLostHaveStandIns(t *testing.T) {
	s := needed()
	if len(s) != 1 || s[0].Kind.Name != string(s[0].ID) {
		t.Errorf("%+v", s)
	}
}
