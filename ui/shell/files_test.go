package shell

import "testing"

func TestFilesOpenWhateverTheirName(t *testing.T) {
	for _, c := range []struct{ system, path, want string }{
		{"linux", "/home/åsa ek/Rapport #1.pdf", "file:///home/%C3%A5sa%20ek/Rapport%20%231.pdf"},
		{"darwin", "/Users/åsa/x.pdf", "file:///Users/%C3%A5sa/x.pdf"},
		{"windows", `C:\Users\Åsa Ek\IT-portföljen\logg\50 %.log`, `C:\Users\Åsa Ek\IT-portföljen\logg\50 %.log`},
		{"windows", `\\server\delad\ö.pdf`, `\\server\delad\ö.pdf`},
	} {
		if got := fileURL(c.system, c.path).String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.path, got, c.want)
		}
	}
}
