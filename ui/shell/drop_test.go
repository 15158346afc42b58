package shell_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// TestAFileDroppedAnywhere: a portfolio opens, a list goes to the page that
// reads lists, and anything else is answered.
func TestAFileDroppedAnywhere(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "mapp.xlsx"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name     string
		files    []string
		closed   bool // no portfolio is open
		readonly bool
		covered  bool
		opened   string
		taken    string
		says     string
	}{
		{name: "a portfolio", files: []string{"åäö 50 %.itp"}, opened: "åäö 50 %.itp"},
		{name: "on the start page", files: []string{"a.itp"}, closed: true, opened: "a.itp"},
		{name: "in capitals", files: []string{"A.ITP"}, opened: "A.ITP"},
		{name: "a packed copy", files: []string{"a.itp.gz"}, opened: "a.itp.gz"},
		{name: "an encrypted copy", files: []string{"a.itp.gz.age"}, opened: "a.itp.gz.age"},
		{name: "a list", files: []string{"Systemlista.XLSX"}, taken: "Systemlista.XLSX"},
		{name: "a list with nowhere to go", files: []string{"a.xlsx"}, closed: true, says: "skapa en portfölj först"},
		{name: "a list for who only reads", files: []string{"a.xlsx"}, readonly: true, says: "öppnad för läsning"},
		{name: "several", files: []string{"a.itp", "b.itp"}, says: "en fil i taget"},
		{name: "unknown", files: []string{"bild.png"}, says: "öppnar inte ”bild.png”"},
		{name: "a folder called as a list", files: []string{"mapp.xlsx"}, says: "öppnar inte ”mapp.xlsx”"},
		{name: "under a dialog", files: []string{"a.itp"}, covered: true, says: "ligger överst"},
		{name: "nothing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			pages := map[string]*page{}
			list := specs(pages)
			for i := range list {
				if list[i].ID == "exchange" {
					list[i].Drops = []string{".xlsx"}
				}
			}
			p := uitest.Open(t)
			if c.readonly {
				p = reading(t)
			}
			s := uitest.Window(t, p, app.Services{}, list...)
			opened, taken := "", ""
			s.Services.Open = func(_ context.Context, path string, _ app.Access) (*app.Portfolio, error) {
				opened = filepath.Base(path)
				return nil, fault.New(fault.NotFound, "Provets fil finns inte.")
			}
			if c.closed {
				s.ClosePortfolio()
			}
			if c.covered {
				s.Problem("I vägen.")
			}
			var paths []string
			for _, name := range c.files {
				paths = append(paths, filepath.Join(dir, name))
			}
			s.Drop(paths...)
			for _, arg := range pages["exchange"].args {
				taken = filepath.Base(arg.(shell.Dropped).Path)
			}
			if opened != c.opened || taken != c.taken {
				t.Errorf("opened %q, and the page got %q", opened, taken)
			}
			if front := uitest.Front(s); c.says != "" && !uitest.Shows(front, c.says) {
				t.Errorf("told %q", strings.Join(uitest.Texts(front), " | "))
			}
		})
	}
}
