//go:build linux

package torture

import (
	"encoding/binary"
	"os"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// watch tells what is written in a folder, as soon as it is.
type watch struct{ events *os.File }

func newWatch(dir string) *watch {
	fd, err := unix.InotifyInit1(unix.IN_CLOEXEC | unix.IN_NONBLOCK)
	must(err)
	_, err = unix.InotifyAddWatch(fd, dir, unix.IN_MODIFY|unix.IN_CREATE|unix.IN_MOVED_TO)
	must(err)
	return &watch{os.NewFile(uintptr(fd), "inotify")}
}

func (w *watch) close() { w.events.Close() }

// await waits until a file whose name match takes is made or written. It is
// false when that doesn't come until then.
func (w *watch) await(match func(name string) bool, until time.Time) bool {
	b := make([]byte, 16<<10)
	_ = w.events.SetReadDeadline(until)
	for {
		n, err := w.events.Read(b)
		if err != nil {
			return false
		}
		for rest := b[:n]; len(rest) >= unix.SizeofInotifyEvent; {
			size := unix.SizeofInotifyEvent + int(binary.NativeEndian.Uint32(rest[12:]))
			if match(strings.TrimRight(string(rest[unix.SizeofInotifyEvent:size]), "\x00")) {
				return true
			}
			rest = rest[size:]
		}
	}
}

// stop ends what awaits.
func (w *watch) stop() { _ = w.events.SetReadDeadline(time.Unix(1, 0)) }
