package files

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"itportfoljen/app"
)

func TestSharing(t *testing.T) {
	const work, own = `C:\Users\Åsa\OneDrive - Ekvalla kommun`, `D:\Moln`
	onedrive, network := app.Sharing{Synced: "OneDrive"}, app.Sharing{Network: true}
	computer := surroundings{
		windows: true,
		roots:   []root{{"", "OneDrive"}, {work, "OneDrive"}, {own + `\`, "OneDrive"}, {`C:\Users\Åsa\Ekvalla kommun\IT - Dokument`, "OneDrive"}},
		remote:  func(path string) bool { return path[0] == 'H' },
	}
	unix := surroundings{remote: func(path string) bool { return len(path) > 5 && path[:5] == "/mnt/" }}
	for _, c := range []struct {
		on   surroundings
		path string
		want app.Sharing
	}{
		{computer, work + `\Dokument\portfölj.itp`, onedrive},
		{computer, `c:\users\åsa\onedrive - ekvalla kommun\a.itp`, onedrive},
		{computer, `C:/Users/Åsa/OneDrive - Ekvalla kommun/a.itp`, onedrive},
		{computer, `\\?\` + work + `\a.itp`, onedrive},
		{computer, own + `\a.itp`, onedrive},
		{computer, own + `et\a.itp`, app.Sharing{}}, // another folder
		{computer, own, app.Sharing{}},
		{computer, `C:\Users\Åsa\Ekvalla kommun\IT - Dokument\a.itp`, onedrive}, // a library from Teams
		{computer, `C:\Users\Åsa\Ekvalla kommun\a.itp`, app.Sharing{}},
		{computer, `E:\OneDrive\a.itp`, onedrive}, // somebody else's, or moved
		{computer, `C:\Users\Åsa\Documents\a.itp`, app.Sharing{}},
		{computer, `C:\Users\Åsa\Documents\OneDrive.itp`, app.Sharing{}},
		{computer, `C:\OneDrivers\a.itp`, app.Sharing{}},
		{computer, `C:\Users\Åsa\Dropbox (Privat)\a.itp`, app.Sharing{Synced: "Dropbox"}},
		{computer, `H:\IT\a.itp`, network},
		{computer, `H:\OneDrive\a.itp`, onedrive},
		{computer, `\\server\gemensam\a.itp`, network},
		{computer, `//server/gemensam/a.itp`, network},
		{computer, `\\?\UNC\server\gemensam\a.itp`, network},
		{computer, `\\?\C:\a.itp`, app.Sharing{}},
		{computer, `\\.\C:\a.itp`, app.Sharing{}},
		{computer, `a.itp`, app.Sharing{}},
		{unix, "/home/åsa/Nextcloud/it/a.itp", app.Sharing{Synced: "Nextcloud"}},
		{unix, "/home/åsa/Google Drive/a.itp", app.Sharing{Synced: "Google Drive"}},
		{unix, "/Users/åsa/Library/CloudStorage/GoogleDrive-asa@ekvalla.se/a.itp", app.Sharing{Synced: "Google Drive"}},
		{unix, "/Users/åsa/Library/Mobile Documents/com~apple~CloudDocs/a.itp", app.Sharing{Synced: "iCloud"}},
		{unix, "/home/åsa/Dokument/a.itp", app.Sharing{}},
		{unix, "/home/åsa/Dropboxen/a.itp", app.Sharing{}},
		{unix, "/mnt/server/a.itp", network},
		{unix, "//server/a.itp", app.Sharing{}},
	} {
		if got := c.on.sharing(c.path); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.path, got, c.want)
		}
	}
}

// TestSharingFollowsLinks: a link among the user's own files may lead into such
// a folder.
func TestSharingFollowsLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("only administrators make links")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "Nextcloud", "a.itp")
	if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "portfölj.itp")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if got := Sharing(link); got.Synced != "Nextcloud" {
		t.Errorf("%+v", got)
	}
	if got := Sharing(filepath.Join(dir, "b.itp")); got != (app.Sharing{}) {
		t.Errorf("beside it: %+v", got)
	}
}
