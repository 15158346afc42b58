package instance

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// server is the end of a pipe that others connect to. There is always one more
// instance of it than there are conversations, so that it is never seen gone.
type server struct {
	name   string
	access *windows.SecurityAttributes

	mu     sync.Mutex
	next   windows.Handle // waits for somebody
	closed bool
}

const (
	buffer        = 4096 // bytes; more waits to be read
	rejectRemote  = 0x8  // PIPE_REJECT_REMOTE_CLIENTS
	askAgainAfter = 10 * time.Millisecond
)

// newPipe makes a pipe that nobody has made, which only the user gets at, and
// only from this computer.
func newPipe(name string) (*server, error) {
	user, err := self()
	if err != nil {
		return nil, err
	}
	only, err := windows.SecurityDescriptorFromString(fmt.Sprintf("O:%sD:P(A;;GA;;;%s)", user, user))
	if err != nil {
		return nil, err
	}
	s := &server{name: name, access: &windows.SecurityAttributes{Length: uint32(unsafe.Sizeof(windows.SecurityAttributes{})), SecurityDescriptor: only}}
	s.next, err = s.instance(windows.FILE_FLAG_FIRST_PIPE_INSTANCE)
	return s, err
}

func (s *server) instance(flags uint32) (windows.Handle, error) {
	name, err := windows.UTF16PtrFromString(s.name)
	if err != nil {
		return 0, err
	}
	return windows.CreateNamedPipe(name, windows.PIPE_ACCESS_DUPLEX|windows.FILE_FLAG_OVERLAPPED|flags,
		windows.PIPE_TYPE_BYTE|rejectRemote, windows.PIPE_UNLIMITED_INSTANCES, buffer, buffer, 0, s.access)
}

// accept waits for somebody to connect.
func (s *server) accept() (conn, error) {
	h, err := s.connected()
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		windows.CloseHandle(h)
		return nil, os.ErrClosed
	}
	s.next, err = s.instance(0)
	if err != nil {
		windows.CloseHandle(h)
		s.closed = true
		return nil, err
	}
	return os.NewFile(uintptr(h), s.name), nil
}

// connected waits at the instance that nobody talks to.
func (s *server) connected() (windows.Handle, error) {
	event, err := windows.CreateEvent(nil, 1, 0, nil)
	if err != nil {
		return 0, err
	}
	defer windows.CloseHandle(event)
	at := &windows.Overlapped{HEvent: event}
	s.mu.Lock()
	h, closed := s.next, s.closed
	if !closed {
		err = windows.ConnectNamedPipe(h, at)
	}
	s.mu.Unlock()
	switch {
	case closed:
		return 0, os.ErrClosed
	case errors.Is(err, windows.ERROR_IO_PENDING):
		var n uint32
		err = windows.GetOverlappedResult(h, at, &n, true)
	case errors.Is(err, windows.ERROR_PIPE_CONNECTED): // quicker than us
		err = nil
	}
	if err != nil {
		windows.CloseHandle(h)
		return 0, err
	}
	return h, nil
}

// close lets accept end.
func (s *server) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.closed {
		s.closed = true
		_ = windows.CancelIoEx(s.next, nil)
	}
}

// openPipe connects to a pipe, and waits while it is busy. The other end learns
// nothing of who we are.
func openPipe(name string, patience time.Duration) (windows.Handle, error) {
	path, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return 0, err
	}
	for end := time.Now().Add(patience); ; time.Sleep(askAgainAfter) {
		h, err := windows.CreateFile(path, windows.GENERIC_READ|windows.GENERIC_WRITE, 0, nil, windows.OPEN_EXISTING,
			windows.FILE_FLAG_OVERLAPPED|windows.SECURITY_SQOS_PRESENT|windows.SECURITY_ANONYMOUS, 0)
		if !errors.Is(err, windows.ERROR_PIPE_BUSY) || time.Now().After(end) {
			return h, err
		}
	}
}
