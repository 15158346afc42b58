package files

import (
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// syncedFolders are OneDrive's own folders and the libraries from SharePoint and
// Teams that it keeps beside them.
func syncedFolders() (out []root) {
	for _, key := range []string{"OneDrive", "OneDriveCommercial", "OneDriveConsumer"} {
		out = append(out, root{os.Getenv(key), "OneDrive"})
	}
	const engine = `Software\SyncEngines\Providers\OneDrive`
	list, err := registry.OpenKey(registry.CURRENT_USER, engine, registry.ENUMERATE_SUB_KEYS)
	if err != nil {
		return out
	}
	defer list.Close()
	names, _ := list.ReadSubKeyNames(-1)
	for _, name := range names {
		k, err := registry.OpenKey(registry.CURRENT_USER, engine+`\`+name, registry.QUERY_VALUE)
		if err != nil {
			continue
		}
		dir, _, err := k.GetStringValue("MountPoint")
		if err == nil {
			out = append(out, root{dir, "OneDrive"})
		}
		k.Close()
	}
	return out
}

func isRemote(path string) bool {
	drive := filepath.VolumeName(path)
	root, err := windows.UTF16PtrFromString(drive + `\`)
	return drive != "" && err == nil && windows.GetDriveType(root) == windows.DRIVE_REMOTE
}
