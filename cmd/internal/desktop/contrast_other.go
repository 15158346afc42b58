//go:build !linux && !windows

package desktop

import (
	"os/exec"
	"strings"
)

// HighContrast tells whether the user has asked the computer for high contrast. A desktop
// that can't say counts as no.
func HighContrast() bool {
	said, err := exec.Command("defaults", "read", "com.apple.universalaccess", "increaseContrast").Output()
	return err == nil && strings.TrimSpace(string(said)) == "1"
}
