package backup

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"itportfoljen/app/base/fault"
)

func TestThePlaceIsChosenAndRemembered(t *testing.T) {
	home := t.TempDir()
	for _, key := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA"} {
		t.Setenv(key, home)
	}
	own, chosen, err := Place()
	if err != nil || chosen || !strings.HasPrefix(own, home) || filepath.Base(own) != "kopior" {
		t.Fatalf("%q %v %v", own, chosen, err)
	}
	share := t.TempDir()
	if err := Choose(share); err != nil {
		t.Fatal(err)
	}
	if got, chosen, err := Place(); got != share || !chosen || err != nil {
		t.Errorf("%q %v %v", got, chosen, err)
	}
	if err := Choose(filepath.Join(share, "finns inte")); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("a place that can't be written to: %v", err)
	}
	if got, _, _ := Place(); got != share {
		t.Errorf("the refused place is in use: %q", got)
	}
	if err := Choose(""); err != nil {
		t.Fatal(err)
	}
	if got, _, _ := Place(); got != own {
		t.Errorf("back to %q, not %q", got, own)
	}
	if left, _ := os.ReadDir(share); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}
