//go:build !windows

package instance

import (
	"net"
	"os"
	"path/filepath"
	"testing"
)

// TestASocketLeftByACrashIsTakenOver: nobody listens there any more.
func TestASocketLeftByACrashIsTakenOver(t *testing.T) {
	session(t)
	at, err := address()
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("unix", socket(at, 0))
	if err != nil {
		t.Fatal(err)
	}
	l.(*net.UnixListener).SetUnlinkOnClose(false)
	l.Close()
	if _, err := os.Stat(socket(at, 0)); err != nil {
		t.Fatal(err)
	}
	show := Message{Verb: Show}
	if Ask(show) {
		t.Error("a dead window answers")
	}
	reachable(t, show)
	if !ask(at, 0, show) {
		t.Error("the place isn't taken over")
	}
}

// TestAFolderThatOthersGetAtIsNotUsed: in the temporary folder anyone may have
// made it first.
func TestAFolderThatOthersGetAtIsNotUsed(t *testing.T) {
	for name, make := range map[string]func(dir string) error{
		"open to all": func(dir string) error {
			if err := os.Mkdir(dir, 0o700); err != nil {
				return err
			}
			return os.Chmod(dir, 0o770)
		},
		"a link": func(dir string) error { return os.Symlink(t.TempDir(), dir) },
		"a file": func(dir string) error { return os.WriteFile(dir, nil, 0o600) },
	} {
		t.Run(name, func(t *testing.T) {
			session(t)
			if err := make(filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "itportfoljen")); err != nil {
				t.Fatal(err)
			}
			if p, err := Listen(func(Message) bool { return true }); err == nil {
				p.Close()
				t.Error("reachable there")
			}
			if Ask(Message{Verb: Show}) {
				t.Error("asked there")
			}
		})
	}
}

// TestWindowsOfAnotherDesktopAreNotAsked: they can't come to the front here.
func TestWindowsOfAnotherDesktopAreNotAsked(t *testing.T) {
	session(t)
	reachable(t, Message{Verb: Show})
	t.Setenv("DISPLAY", "långt-bort:10.0")
	if Ask(Message{Verb: Show}) {
		t.Error("a window on another desktop answered")
	}
}
