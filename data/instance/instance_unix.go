//go:build !windows

package instance

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// address is the beginning of the sockets' names: the user's own folder, and
// the desktop that the windows are on.
func address() (string, error) {
	dir := filepath.Join(os.TempDir(), "itportfoljen-"+strconv.Itoa(os.Getuid()))
	if own := os.Getenv("XDG_RUNTIME_DIR"); own != "" {
		dir = filepath.Join(own, "itportfoljen")
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", err
	}
	if err := ours(dir); err != nil {
		return "", err
	}
	return filepath.Join(dir, plain(os.Getenv("WAYLAND_DISPLAY")+os.Getenv("DISPLAY"))), nil
}

// ours refuses a folder that others may have a hand in: in the temporary folder
// anyone may make one first.
func ours(dir string) error {
	info, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok || !info.IsDir() || int(stat.Uid) != os.Getuid() || info.Mode().Perm()&0o077 != 0 {
		return fmt.Errorf("instance: %w", fs.ErrPermission)
	}
	return nil
}

// plain is a text as part of a file's name.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return '-'
	}, s)
	return s[max(0, len(s)-30):]
}

func socket(at string, n int) string { return fmt.Sprintf("%s.%d.sock", at, n) }

// claim takes the n-th place, unless another window has it. Whoever holds the
// lock has the place, and the system gives it back when a program dies: the
// socket that is left then is nobody's.
func claim(at string, n int) (*claimed, error) {
	lock, err := os.OpenFile(fmt.Sprintf("%s.%d.lock", at, n), os.O_RDWR|os.O_CREATE|syscall.O_NOFOLLOW, 0o600)
	if err != nil {
		return nil, err
	}
	listener, err := listen(lock, socket(at, n))
	if listener == nil {
		lock.Close()
		return nil, err
	}
	accept := func() (conn, error) { return listener.Accept() }
	return &claimed{accept, func() { listener.Close() }, func() { lock.Close() }}, nil
}

// listen makes the socket for whoever gets the lock; nil is for nobody.
func listen(lock *os.File, socket string) (net.Listener, error) {
	err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if err := os.Remove(socket); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	l, err := net.Listen("unix", socket)
	if err != nil {
		return nil, err
	}
	return l, nil
}

func dial(at string, n int, patience time.Duration) (conn, error) {
	return net.DialTimeout("unix", socket(at, n), patience)
}
