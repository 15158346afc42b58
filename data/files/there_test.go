package files

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestFilesAreLookedFor(t *testing.T) {
	dir := t.TempDir()
	there := filepath.Join(dir, "å ö.pdf")
	if err := os.WriteFile(there, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	got := Presences(context.Background(), []string{there, filepath.Join(dir, "borta.pdf"), dir, filepath.Join(dir, "ingen", "mapp.pdf"), there + "/under.pdf"})
	if want := []Presence{Present, Absent, Present, Absent, Silence}; !slices.Equal(got[:4], want[:4]) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := Presences(context.Background(), nil); len(got) != 0 {
		t.Errorf("of none: %v", got)
	}
}

// TestAPlaceThatHangsIsGivenUp: what lies elsewhere is found nevertheless.
func TestAPlaceThatHangsIsGivenUp(t *testing.T) {
	hangs := make(chan struct{})
	defer close(hangs)
	look := func(p string) Presence {
		if strings.HasPrefix(p, `\\borta`) {
			<-hangs
		}
		return Present
	}
	paths := []string{`\\borta\it\a.pdf`, `C:\it\b.pdf`, `\\borta\it\c.pdf`, `\\finns\it\d.pdf`}
	got := presences(context.Background(), paths, 50*time.Millisecond, look)
	if want := []Presence{Silence, Present, Silence, Present}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if got := presences(ctx, paths[:1], time.Hour, look); !slices.Equal(got, []Presence{Silence}) {
		t.Errorf("stopped: %v", got)
	}
}
