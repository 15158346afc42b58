package shell_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// TestTheStartPageListsTheFilesThatAreThere: one that has gone isn't listed, one that comes
// back is, and so is one whose place can't be asked.
func TestTheStartPageListsTheFilesThatAreThere(t *testing.T) {
	s, _ := open(t)
	s.ClosePortfolio()
	dir := t.TempDir()
	there, comes, asks := filepath.Join(dir, "finns.itp"), filepath.Join(dir, "kommer.itp"), filepath.Join(dir, "stum.itp")
	disk := shell.AskDisk(nil)
	shell.AskDisk(func(path string) (fs.FileInfo, error) {
		if path == asks {
			return nil, errors.New("no answer")
		}
		return disk(path)
	})
	defer shell.AskDisk(disk)
	write := func(path string) {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(there)
	s.App.Preferences().SetString("files.recent", `["`+comes+`","`+there+`","`+asks+`"]`)
	s.ClosePortfolio()
	if got := s.Recent(); !slices.Equal(got, []string{there, asks}) || uitest.CanTap(s, "kommer") || !uitest.CanTap(s, "finns") {
		t.Errorf("%q, and the page says %q", got, uitest.Texts(s.Window.Content()))
	}
	write(comes)
	s.ClosePortfolio()
	if got := s.Recent(); len(got) != 3 || !uitest.CanTap(s, "kommer") {
		t.Errorf("%q, and the page says %q", got, uitest.Texts(s.Window.Content()))
	}
}

// TestAShareThatDoesntAnswerDelaysNothing: the start page and the menus are there
// meanwhile, with the files that are on it.
func TestAShareThatDoesntAnswerDelaysNothing(t *testing.T) {
	s, _ := open(t)
	s.ClosePortfolio()
	s.App.Preferences().SetString("files.recent", `["/resurs/ekvalla.itp"]`)
	asked, silent := make(chan struct{}), make(chan struct{})
	disk := shell.AskDisk(func(string) (fs.FileInfo, error) {
		asked <- struct{}{}
		<-silent
		return nil, fs.ErrNotExist
	})
	async.Instant(false)
	defer func() {
		s.Runner.CancelAll()
		close(silent)
		shell.AskDisk(disk)
	}()
	s.ClosePortfolio()
	<-asked
	if !uitest.CanTap(s, "ekvalla") || len(s.Menus()[0].Items()) == 0 {
		t.Errorf("the page says %q", uitest.Texts(s.Window.Content()))
	}
}
