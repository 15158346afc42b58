package filedialog

import (
	"os"

	"golang.org/x/sys/windows"

	"itportfoljen/ui/dialogs"
)

// Places implements dialogs.Computer: the user's own folders, wherever an administrator or
// OneDrive has put them, and the drives that have a letter.
func (Computer) Places() (out []dialogs.Place) {
	for _, f := range []struct {
		id    *windows.KNOWNFOLDERID
		label string
	}{{windows.FOLDERID_Documents, "Dokument"}, {windows.FOLDERID_Desktop, "Skrivbord"}, {windows.FOLDERID_Downloads, "Hämtade filer"}} {
		if path, err := windows.KnownFolderPath(f.id, windows.KF_FLAG_DONT_VERIFY); err == nil { // one that Windows doesn't know isn't offered
			out = append(out, dialogs.Place{Label: f.label, Path: path})
		}
	}
	drives, err := windows.GetLogicalDrives()
	if err != nil {
		return out
	}
	for i := range 26 {
		if drives&(1<<i) == 0 {
			continue
		}
		root := string(rune('A'+i)) + `:\`
		label := root[:2]
		if windows.GetDriveType(utf16(root)) == windows.DRIVE_REMOTE {
			label += " (nätverk)"
		}
		out = append(out, dialogs.Place{Label: label, Path: root})
	}
	return out
}

func utf16(s string) *uint16 {
	p, _ := windows.UTF16PtrFromString(s) // it has no zero in it
	return p
}

// MayWrite implements dialogs.Computer: rights in Windows are told by trying.
func (Computer) MayWrite(folder string) error {
	f, err := os.CreateTemp(folder, "~itportfolj")
	if err != nil {
		return err
	}
	f.Close()
	return os.Remove(f.Name())
}
