// Package link reads and keeps what a document is found at: a file, or an address on the
// web. A file under the portfolio's own folder is kept relative to it, so that a folder that
// moves keeps its links. Nothing here touches a disk or a net.
package link

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
)

var (
	scheme = regexp.MustCompile(`^([a-zA-Z][a-zA-Z0-9+.-]+):`)
	drive  = regexp.MustCompile(`^[a-zA-Z]:[/\\]`)
)

// Read tidies what people write, paste or drop: quotes round it, file:// and the signs that
// an address is written with go. Faults: Invalid (an address that isn't on the web, a
// program, no place at all).
func Read(s string) (string, error) {
	s = unquote(strings.TrimSpace(s))
	if strings.HasPrefix(strings.ToLower(s), "www.") {
		s = "https://" + s
	}
	if m := scheme.FindStringSubmatch(s); m != nil {
		switch strings.ToLower(m[1]) {
		case "http", "https":
			return web(s)
		case "mailto":
			return mail(s)
		case "file":
			s = ofFile(s)
		default:
			return "", refuse(s, "det är ingen fil och ingen adress på webben. Skriv en sökväg, eller en adress som börjar med https://.")
		}
	}
	return file(s)
}

// Address says whether a link is an address and not a file.
func Address(s string) bool {
	m := scheme.FindStringSubmatch(s)
	return m != nil && (strings.EqualFold(m[1], "http") || strings.EqualFold(m[1], "https") || strings.EqualFold(m[1], "mailto"))
}

// unquote takes away what programs put round a path that is copied.
func unquote(s string) string {
	for _, q := range []string{`""`, "''", "<>", "””", "“”", "»«", "»»"} {
		open, end := splitPair(q)
		if inner, ok := strings.CutPrefix(s, open); ok && strings.HasSuffix(inner, end) {
			return strings.TrimSpace(strings.TrimSuffix(inner, end))
		}
	}
	return s
}

func splitPair(q string) (open, end string) {
	rs := []rune(q)
	return string(rs[0]), string(rs[1])
}

func web(s string) (string, error) {
	u, err := url.Parse(s)
	if err != nil || u.Hostname() == "" || strings.ContainsAny(s, " \t\"<>\\") {
		return "", refuse(s, "adressen är inte hel. Kopiera den på nytt ur webbläsaren.")
	}
	if u.User != nil {
		return "", refuse(s, "adressen har ett användarnamn före @ och kan leda någon annanstans än det ser ut. Ta bort det.")
	}
	return s, nil
}

func mail(s string) (string, error) {
	if to := s[len("mailto:"):]; !strings.Contains(to, "@") || strings.ContainsAny(to, " \t\"<>") {
		return "", refuse(s, "det är ingen e-postadress. Skriv den som mailto:namn@kommunen.se.")
	}
	return s, nil
}

// ofFile is the path that a file:// address names.
func ofFile(s string) string {
	rest := strings.ReplaceAll(s[len("file:"):], `\`, "/")
	if plain, err := url.PathUnescape(rest); err == nil {
		rest = plain
	}
	if host, ok := strings.CutPrefix(rest, "//"); ok {
		host, place, _ := strings.Cut(host, "/")
		switch {
		case host == "" && strings.HasPrefix(place, "/"): // file:////server/share
			return "//" + strings.TrimLeft(place, "/")
		case host == "" || strings.EqualFold(host, "localhost"):
			rest = "/" + place
		case drive.MatchString(host + "/"):
			return host + "/" + place
		default:
			return "//" + host + "/" + place
		}
	}
	if drive.MatchString(strings.TrimPrefix(rest, "/")) {
		return rest[1:]
	}
	return rest
}

// file tidies a path: those of Windows are written with \, all that is relative with /.
func file(s string) (string, error) {
	if s == "" || strings.Trim(s, `./\ `) == "" {
		return "", refuse(s, "det är ingen fil. Skriv sökvägen till den, eller välj den.")
	}
	if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return "", refuse(s, "sökvägen har tecken som inte syns. Välj filen i stället.")
	}
	slashed := strings.ReplaceAll(s, `\`, "/")
	for _, device := range []string{"//?/UNC/", "//?/"} {
		if rest, ok := strings.CutPrefix(slashed, device); ok {
			if slashed = rest; device == "//?/UNC/" {
				slashed = "//" + rest
			}
			break
		}
	}
	if strings.HasPrefix(slashed, "//./") {
		return "", refuse(s, "det är en enhet och ingen fil. Välj filen i stället.")
	}
	switch {
	case drive.MatchString(slashed):
		s = windows(strings.ToUpper(slashed[:1])+":", slashed[2:])
	case strings.HasPrefix(slashed, "//"):
		s = windows(`\`, "/"+strings.TrimLeft(slashed, "/"))
	case strings.HasPrefix(s, "/"):
		return programless(path.Clean(s))
	default:
		s = path.Clean(slashed)
	}
	if rest := strings.TrimPrefix(s, drive.FindString(s)); strings.Contains(rest, ":") {
		return "", refuse(s, "en sökväg har kolon bara efter enhetens bokstav. Välj filen i stället.")
	}
	return programless(s)
}

// windows is a path of Windows from its beginning.
func windows(root, rest string) string {
	return root + strings.ReplaceAll(path.Clean("/"+rest), "/", `\`)
}

func programless(s string) (string, error) {
	if Program(s) {
		return "", refuse(s, "det är ett program eller en genväg, och sådana öppnas inte härifrån. Välj dokumentet i stället.")
	}
	return s, nil
}

func refuse(s, why string) error {
	return fault.New(fault.Invalid, fmt.Sprintf("”%s” kan inte vara länken: %s Inget har ändrats.", text.Shorten(s, 80), why))
}

// programs are how the names of files end that do something by themselves when they are
// opened, or lead to one that does.
var programs = ending(`exe com bat cmd ps1 psm1 psd1 ps1xml lnk scr pif msi msp mst msc msix msixbundle appx appxbundle appinstaller application
	appref-ms gadget vb vbs vbe js jse mjs ws wsf wsc wsh hta cpl jar jnlp reg inf scf url website sct shb shs chm hlp dll ocx sys drv
	xll library-ms search-ms searchconnector-ms settingcontent-ms diagcab theme themepack desktop sh bash zsh csh fish command tool run bin
	app appimage deb rpm flatpakref dmg pkg mpkg workflow action scpt scptd applescript terminal py pyw pyc pl rb php iso img vhd vhdx`)

func ending(s string) map[string]bool {
	out := map[string]bool{}
	for _, e := range strings.Fields(s) {
		out["."+e] = true
	}
	return out
}

// Program says whether a file does something by itself when it is opened, by its name, as
// Windows reads it: dots and spaces last don't count.
func Program(s string) bool {
	if Address(s) {
		return false
	}
	name := strings.TrimRight(path.Base(strings.ReplaceAll(s, `\`, "/")), ". ")
	name, _, _ = strings.Cut(name, ":")
	return programs[strings.ToLower(path.Ext(strings.TrimRight(name, ". ")))]
}
