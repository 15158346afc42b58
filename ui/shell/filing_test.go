package shell_test

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/fault"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// TestAFileIsSavedInOneWay: asked where, once whether one that is there may go, and
// then told of, with ways to it.
func TestAFileIsSavedInOneWay(t *testing.T) {
	s, _ := open(t)
	dir := filepath.Join(t.TempDir(), "mapp")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	var opened []string
	s.Services.OpenFile = func(path string) error {
		opened = append(opened, path)
		return nil
	}
	path, wrote := filepath.Join(dir, "r.pdf"), 0
	var refusal error
	save := func(typed string) {
		t.Helper()
		s.SaveFile(shell.NewFile{Title: "Var?", Kind: shell.FileKind{".pdf"}, Name: "Malå/Norsjö: 2027 "}, shell.Writing{Key: "prov", Write: func(_ context.Context, to string, _ async.Progress) error {
			wrote++
			if refusal != nil {
				return refusal
			}
			return os.WriteFile(to, []byte("r"), 0o600)
		}})
		says(t, s, "Malå-Norsjö- 2027") // the ending stands after it, out of the way
		uitest.Write(t, s, typed)
		s.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // toasts stay
	}
	save(filepath.Join(dir, "r"))
	if _, err := os.Stat(path); err != nil || wrote != 1 {
		t.Fatalf("%v, written %d times", err, wrote)
	}
	if s.Folder() != dir {
		t.Errorf("the next file is asked for in %s", s.Folder())
	}
	if !uitest.Shows(s.Window.Content(), "r.pdf är sparad.") {
		t.Errorf("told %q", uitest.Texts(s.Window.Content()))
	}
	tap(t, s, "Visa i mapp")
	if len(opened) != 1 || opened[0] != dir || uitest.CanTap(s, "Öppna") {
		t.Errorf("opened %q; the toast stays: %v", opened, uitest.CanTap(s, "Öppna"))
	}

	save("r") // now it begins where the last was
	says(t, s, "Ersätta r.pdf?")
	tap(t, s, "Ersätt")
	if wrote != 2 || s.Window.Canvas().Overlays().Top() != nil {
		t.Fatalf("written %d times; something is still asked: %q", wrote, uitest.Texts(uitest.Front(s)))
	}
	tap(t, s, "Öppna")
	if len(opened) != 2 || opened[1] != path {
		t.Errorf("opened %q", opened)
	}

	refusal = fault.New(fault.DiskFull, "Det finns inte plats på disken.")
	save("ny")
	says(t, s, "Det finns inte plats på disken.")
	if uitest.Shows(s.Window.Content(), "ny.pdf är sparad.") {
		t.Error("said to be saved")
	}
}

// TestACopyOfThePortfolioIsNotForAnotherProgramToOpen: it is shown where it is.
func TestACopyOfThePortfolioIsNotForAnotherProgramToOpen(t *testing.T) {
	s, _ := open(t)
	s.Wrote(filepath.Join(t.TempDir(), "Kopia.itp"))
	if uitest.CanTap(s, "Öppna") || !uitest.CanTap(s, "Visa i mapp") {
		t.Errorf("offered %q", uitest.Texts(s.Window.Content()))
	}
}

func TestAFileNameIsOneEverywhere(t *testing.T) {
	for in, want := range map[string]string{
		"Ekvalla kommun 2027": "Ekvalla kommun 2027", "a/b\\c:d*e?f\"g<h>i|j": "a-b-c-d-e-f-g-h-i-j", "  två \n rader ": "två - rader", "punkt.": "punkt", "...": "fil", "": "fil",
	} {
		if got := shell.FileName(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

// TestFilesAreAskedForInOnePlace: pages have the shell ask.
func TestFilesAreAskedForInOnePlace(t *testing.T) {
	asks := regexp.MustCompile(`\.files\.Ask\(|dialogs\.(Question|Files)\{`)
	read := 0
	for _, dir := range []string{filepath.Join("..", "..", "ui"), filepath.Join("..", "..", "cmd")} {
		err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || slices.Contains([]string{"filing.go", "shell.go"}, filepath.Base(path)) {
				return err
			}
			src, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			read++
			if m := asks.Find(src); m != nil {
				t.Errorf("%s has %s: files are asked for by the shell's filing.go", path, m)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if read < 100 {
		t.Errorf("only %d files were looked through", read)
	}
}
