//go:build !windows

package files

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"itportfoljen/app/base/fault"
)

// TestOpen lets a program of our own be the system's: it is given the plain
// path, and what it answers is told.
func TestOpen(t *testing.T) {
	if runtime.GOOS == "darwin" {
		t.Skip("the program is called open there")
	}
	dir := t.TempDir()
	said := filepath.Join(dir, "sagt")
	path := filepath.Join(dir, "Åsas rapport #1 50 %.pdf")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		answer int // -1: there is no xdg-open
		path   string
		want   string
	}{
		{"opened", 0, path, ""},
		{"a folder", 0, dir, ""},
		{"no program for it", 3, path, "Datorn har inget program som öppnar ”Åsas rapport #1 50 %.pdf”"},
		{"refused", 4, path, "Datorn öppnade inte ”Åsas rapport #1 50 %.pdf”"},
		{"no xdg-open", -1, path, "Datorn har inget program"},
		{"gone", 0, path + "x", "finns inte längre"},
	} {
		t.Run(c.name, func(t *testing.T) {
			bin := t.TempDir()
			t.Setenv("PATH", bin)
			os.Remove(said)
			if c.answer >= 0 {
				script := fmt.Sprintf("#!/bin/sh\nprintf %%s \"$1\" > '%s'\nexit %d\n", said, c.answer)
				if err := os.WriteFile(filepath.Join(bin, "xdg-open"), []byte(script), 0o700); err != nil {
					t.Fatal(err)
				}
			}
			err := Open(c.path)
			if c.want == "" {
				if got, _ := os.ReadFile(said); err != nil || string(got) != c.path {
					t.Fatalf("opened %q: %v", got, err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), c.want) || fault.CodeOf(err) == fault.Internal {
				t.Errorf("%v", err)
			}
		})
	}
}
