package wiring_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/cmd/internal/wiring"
)

// TestCopyOfWhatIsOnlyInMemory: another program has written over the open file.
func TestCopyOfWhatIsOnlyInMemory(t *testing.T) {
	ctx := context.Background()
	s := wiring.Services(wiring.Options{Who: "Anna Ek", Today: date.Of(2026, 11, 21)})
	dir := t.TempDir()
	path, other, kept := filepath.Join(dir, "a.itp"), filepath.Join(dir, "b.itp"), filepath.Join(dir, "räddad.itp")
	p, err := s.Example(ctx, path, "S", 1)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	id := p.All(system.Kind)[0].ID
	if _, err := p.SetText(ctx, id, field.Column{Field: system.LockIn.Field}, "Senast"); err != nil {
		t.Fatal(err)
	}
	q, err := s.Example(ctx, other, "S", 2)
	if err != nil {
		t.Fatal(err)
	}
	if err := q.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(other)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Skip("an open file can't be written over here:", err)
	}
	if _, err := p.SetText(ctx, id, field.Column{Field: system.LockIn.Field}, "Efter"); fault.CodeOf(err) != fault.Moved {
		t.Fatalf("a change went into another's file: %v", err)
	}
	if err := s.Copy(ctx, p, kept); err != nil {
		t.Fatal(err)
	}
	r, err := s.Open(ctx, kept, app.ToRead)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for _, k := range app.Kinds {
		if len(r.All(k)) != len(p.All(k)) {
			t.Errorf("%d %s, want %d", len(r.All(k)), k.Many, len(p.All(k)))
		}
	}
	if got := r.Get(id); system.LockIn.Get(got) != "Senast" || got.Ref != p.Get(id).Ref || got.Created != p.Get(id).Created {
		t.Errorf("the copy has %q, %s of %s", system.LockIn.Get(got), got.Ref, got.Created)
	}
}
