package link_test

import (
	"strings"
	"testing"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/link"
)

func TestALinkIsReadAsPeopleWriteIt(t *testing.T) {
	for _, c := range []struct{ wrote, want string }{
		{`Avtal/PUB-avtal lön.pdf`, `Avtal/PUB-avtal lön.pdf`},
		{`Avtal\PUB-avtal åäö.pdf`, `Avtal/PUB-avtal åäö.pdf`},
		{`.\Avtal\.\a.pdf`, `Avtal/a.pdf`},
		{`..\Delat\a.pdf`, `../Delat/a.pdf`},
		{`"C:\Mina dokument\avtal.docx"`, `C:\Mina dokument\avtal.docx`},
		{`c:/Avtal/a.pdf`, `C:\Avtal\a.pdf`},
		{`C:\Avtal\..\Beslut\a.pdf`, `C:\Beslut\a.pdf`},
		{`\\server\gemensam\Avtal\a.pdf`, `\\server\gemensam\Avtal\a.pdf`},
		{`//server/gemensam/a.pdf`, `\\server\gemensam\a.pdf`},
		{`\\?\C:\Avtal\a.pdf`, `C:\Avtal\a.pdf`},
		{`\\?\UNC\server\gemensam\a.pdf`, `\\server\gemensam\a.pdf`},
		{`/home/kim/avtal.pdf`, `/home/kim/avtal.pdf`},
		{`file:///C:/Mina%20dokument/%C3%A5tg%C3%A4rd.pdf`, `C:\Mina dokument\åtgärd.pdf`},
		{`file://C:/a.pdf`, `C:\a.pdf`},
		{`file://server/gemensam/a%20b.pdf`, `\\server\gemensam\a b.pdf`},
		{`file:////server/gemensam/a.pdf`, `\\server\gemensam\a.pdf`},
		{`file://localhost/home/kim/a.pdf`, `/home/kim/a.pdf`},
		{`file:///home/kim/100%.pdf`, `/home/kim/100%.pdf`},
		{`FILE:///home/kim/a.pdf`, `/home/kim/a.pdf`},
		{`https://ekvalla.se/avtal?id=1&b=å`, `https://ekvalla.se/avtal?id=1&b=å`},
		{` <https://ekvalla.se/> `, `https://ekvalla.se/`},
		{`www.ekvalla.se/a.pdf`, `https://www.ekvalla.se/a.pdf`},
		{`mailto:registrator@ekvalla.se`, `mailto:registrator@ekvalla.se`},
		{`Avtal.com/a.pdf`, `Avtal.com/a.pdf`},
		{`Mappen Avtal`, `Mappen Avtal`},
	} {
		got, err := link.Read(c.wrote)
		if err != nil || got != c.want {
			t.Errorf("%s: %s (%v), want %s", c.wrote, got, err, c.want)
			continue
		}
		if again, err := link.Read(got); err != nil || again != got {
			t.Errorf("%s read again is %s (%v)", got, again, err)
		}
	}
}

func TestWhatIsNoDocumentIsRefusedWithASentence(t *testing.T) {
	for _, s := range []string{
		"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "ms-msdt:/id", "search-ms:query=x", "ftp://a/b", "shell:startup", "about:blank",
		"https://", "http:///a", "https://a b.se", "https://ekvalla.se@elak.se/", "mailto:ingen", "",
		`C:\Windows\System32\cmd.exe`, "setup.EXE", "setup.exe.", "setup.exe ", `\\server\x\kör.bat`, "a.ps1", "genväg.lnk", "a.cmd", "a.scr", "a.url", "/usr/bin/a.sh", "a.vbs", "a.hta", "a.jar",
		"avtal.pdf:kör.exe", `C:\a.pdf:dold`, "avtal.exe::$DATA", "file:///C:/a.exe", "file:///C:/a%2Eexe", `\\.\PhysicalDrive0`, `\\.\pipe\x`, "..", "/", `C:\a` + "\x07.pdf", ".", `\\?\C:\a.exe`,
	} {
		got, err := link.Read(s)
		if fault.CodeOf(err) != fault.Invalid || !strings.HasSuffix(err.Error(), ".") {
			t.Errorf("%q is %q (%v)", s, got, err)
		}
	}
}

func TestAFileUnderTheFolderIsKeptRelative(t *testing.T) {
	for _, c := range []struct{ folder, path, want string }{
		{`C:\IT\Portfölj`, `C:\IT\Portfölj\Avtal\å ö.pdf`, `Avtal/å ö.pdf`},
		{`C:\IT\Portfölj\`, `c:\it\PORTFÖLJ\a.pdf`, `a.pdf`},
		{`C:\IT\Portfölj`, `C:\IT\Portföljen\a.pdf`, `C:\IT\Portföljen\a.pdf`},
		{`C:\IT\Portfölj`, `D:\IT\Portfölj\a.pdf`, `D:\IT\Portfölj\a.pdf`},
		{`C:\`, `C:\a.pdf`, `a.pdf`},
		{`\\server\it`, `\\SERVER\it\Avtal\a.pdf`, `Avtal/a.pdf`},
		{`\\server\it`, `\\annan\it\a.pdf`, `\\annan\it\a.pdf`},
		{`/home/kim/it`, `/home/kim/it/Avtal/a.pdf`, `Avtal/a.pdf`},
		{`/home/kim/it`, `/home/kim/IT/a.pdf`, `/home/kim/IT/a.pdf`},
		{`/home/kim/it`, `/home/kim/it`, `/home/kim/it`},
		{`/`, `/a.pdf`, `a.pdf`},
		{`/home/kim/it`, `Avtal/a.pdf`, `Avtal/a.pdf`},
		{`/home/kim/it`, `https://ekvalla.se/`, `https://ekvalla.se/`},
		{``, `/home/kim/a.pdf`, `/home/kim/a.pdf`},
	} {
		if got := link.Keep(c.folder, c.path); got != c.want {
			t.Errorf("%s in %s is kept as %s, want %s", c.path, c.folder, got, c.want)
		}
	}
}

func TestAFolderThatMovesKeepsItsLinks(t *testing.T) {
	for _, c := range []struct {
		folder, kept, want string
		known              bool
	}{
		{`D:\Nytt\it`, `Avtal/å ö.pdf`, `D:\Nytt\it\Avtal\å ö.pdf`, true},
		{`\\server\it`, `Avtal/a.pdf`, `\\server\it\Avtal\a.pdf`, true},
		{`D:\Nytt`, `../Delat/a.pdf`, `D:\Delat\a.pdf`, true},
		{`/srv/it`, `Avtal/a.pdf`, `/srv/it/Avtal/a.pdf`, true},
		{`/srv/it`, `../a.pdf`, `/srv/a.pdf`, true},
		{`/srv/it`, `/home/a.pdf`, `/home/a.pdf`, true},
		{`/srv/it`, `C:\a.pdf`, `C:\a.pdf`, false},
		{`C:\it`, `/home/a.pdf`, `/home/a.pdf`, false},
		{`C:\it`, `\\server\a.pdf`, `\\server\a.pdf`, true},
		{`/srv/it`, `https://ekvalla.se/`, ``, false},
	} {
		got, known := link.File(c.folder, c.kept)
		if got != c.want || known != c.known {
			t.Errorf("%s in %s is %s (%v), want %s", c.kept, c.folder, got, known, c.want)
		}
	}
}
