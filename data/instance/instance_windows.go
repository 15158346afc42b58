package instance

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"golang.org/x/sys/windows"
)

// address is the beginning of the pipes' names: the user and the session, since
// a window in another one can't come to the front here.
func address() (string, error) {
	user, err := self()
	if err != nil {
		return "", err
	}
	var session uint32
	if err := windows.ProcessIdToSessionId(uint32(os.Getpid()), &session); err != nil {
		return "", err
	}
	return fmt.Sprintf("%sitportfoljen.%s.%d", pipes, user, session), nil
}

// pipes is where they are found.
const pipes = `\\.\pipe\`

// self is the user's own identity.
func self() (*windows.SID, error) {
	user, err := windows.GetCurrentProcessToken().GetTokenUser()
	if err != nil {
		return nil, err
	}
	return user.User.Sid, nil
}

func pipe(at string, n int) string { return fmt.Sprintf("%s.%d", at, n) }

// claim takes the n-th place, unless another window has it. Whoever has the
// mutex has the place, and the system gives it back when a program dies.
func claim(at string, n int) (*claimed, error) {
	name, err := windows.UTF16PtrFromString(`Local\` + strings.TrimPrefix(pipe(at, n), pipes))
	if err != nil {
		return nil, err
	}
	lock, err := windows.CreateMutex(nil, false, name)
	if errors.Is(err, windows.ERROR_ALREADY_EXISTS) {
		windows.CloseHandle(lock)
		return nil, nil
	}
	if err != nil {
		return nil, taken(err)
	}
	p, err := newPipe(pipe(at, n))
	if err != nil {
		windows.CloseHandle(lock)
		return nil, taken(err)
	}
	return &claimed{p.accept, p.close, func() { windows.CloseHandle(lock) }}, nil
}

// taken is no error when somebody else has the name.
func taken(err error) error {
	if errors.Is(err, windows.ERROR_ACCESS_DENIED) {
		return nil
	}
	return err
}

// dial reaches the n-th place, and lets the window there come to the front. One
// that another user has made in our name is no window of ours.
func dial(at string, n int, patience time.Duration) (conn, error) {
	h, err := openPipe(pipe(at, n), patience)
	if err != nil {
		return nil, err
	}
	if !mine(h) {
		windows.CloseHandle(h)
		return nil, fmt.Errorf("instance: %w", fs.ErrPermission)
	}
	allowSetForegroundWindow.Call(anyProcess)
	return os.NewFile(uintptr(h), pipe(at, n)), nil
}

// mine says whether the pipe is the user's own.
func mine(h windows.Handle) bool {
	about, err := windows.GetSecurityInfo(h, windows.SE_KERNEL_OBJECT, windows.OWNER_SECURITY_INFORMATION)
	if err != nil {
		return false
	}
	owner, _, err := about.Owner()
	if err != nil {
		return false
	}
	user, err := self()
	return err == nil && owner.Equals(user)
}

var allowSetForegroundWindow = windows.NewLazySystemDLL("user32.dll").NewProc("AllowSetForegroundWindow")

const anyProcess = 0xFFFFFFFF // ASFW_ANY
