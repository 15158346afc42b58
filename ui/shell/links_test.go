package shell_test

import (
	"net/url"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/ui/uitest"
)

// browser is a program that remembers which addresses it was asked to open.
type browser struct {
	fyne.App
	opened []string
}

func (b *browser) OpenURL(u *url.URL) error {
	b.opened = append(b.opened, u.String())
	return nil
}

// TestALinkIsOpenedByWhatItIs: a file by its program, an address by the browser, and never
// a program.
func TestALinkIsOpenedByWhatItIs(t *testing.T) {
	for _, c := range []struct{ link, file, address, says string }{
		{link: "/srv/avtal å.pdf", file: "/srv/avtal å.pdf"},
		{link: "https://ekvalla.example/1", address: "https://ekvalla.example/1"},
		{link: "mailto:kim@ekvalla.example", address: "mailto:kim@ekvalla.example"},
		{link: "/srv/kör.exe", says: "program eller en genväg"},
		{link: "/srv/kör.exe. ", says: "program eller en genväg"},
		{link: "javascript:alert(1)", says: "ingen adress på webben"},
		{link: `C:\Avtal\a.pdf`, says: "en annan sorts dator"},
	} {
		s, _ := open(t)
		b, file := &browser{App: s.App}, ""
		s.App = b
		s.Services.OpenFile = func(path string) error {
			file = path
			return nil
		}
		s.OpenLink(c.link)
		address := ""
		if len(b.opened) > 0 {
			address = b.opened[0]
		}
		if file != c.file || address != c.address {
			t.Errorf("%s: the file %q and the address %q", c.link, file, address)
		}
		if c.says != "" && !uitest.Shows(uitest.Front(s), c.says) {
			t.Errorf("%s: told %q", c.link, uitest.Texts(uitest.Front(s)))
		}
	}
}
