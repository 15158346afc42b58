package files

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
)

// Lease is the right to write a portfolio, held by locking a small file beside
// it. The operating system gives the lock back when the program dies, so one
// left by a crash never stands in the way. Reading needs none.
type Lease struct {
	Stale bool // the last holder never closed the portfolio

	file *os.File
}

// Holder is what the lease's file tells others.
type Holder struct {
	Who    string    `json:"who"` // "Anna Ek@dator"
	Host   string    `json:"host"`
	PID    int       `json:"pid"`
	Since  time.Time `json:"since"`
	Window bool      `json:"window,omitempty"` // it is open in a window, and not just for a command
}

// NewHolder describes this program; it is told for how long from now.
func NewHolder(who string, window bool, now time.Time) Holder {
	host, _ := os.Hostname()
	return Holder{Who: who, Host: host, PID: os.Getpid(), Since: now.UTC().Truncate(time.Second), Window: window}
}

// Name is what people are told; another computer's file may say anything.
func (h Holder) Name() string {
	for _, s := range []string{h.Who, h.Host} {
		if s = text.Clean(s); s != "" {
			return s
		}
	}
	return "en annan användare"
}

// Here says whether the holder is a window on this computer, of this user: only
// then can the program find it.
func (h Holder) Here(who string) bool {
	host, err := os.Hostname()
	return err == nil && h.Window && h.Host == host && h.Who == who
}

// Held is the fault of a portfolio that h has the right to write.
func Held(path string, h Holder) error {
	since := ""
	if !h.Since.IsZero() {
		at := h.Since.Local()
		since = at.Format(" sedan 2006-01-02 15:04")
		if at.Format(time.DateOnly) == time.Now().Format(time.DateOnly) {
			since = at.Format(" sedan 15:04")
		}
	}
	return fault.New(fault.Locked, fmt.Sprintf("Portföljen ”%s” är öppen hos %s%s. Inget har ändrats. Vänta, eller be om att den stängs, och försök igen.", filepath.Base(path), h.Name(), since))
}

// LeasePath is the lease's file.
func LeasePath(path string) string { return path + ".lock" }

// TakeLease takes the right to write the portfolio at path. When someone else
// has it the lease is nil and by tells who; an error says that no lease can be
// written here.
func TakeLease(path string, h Holder) (l *Lease, by *Holder, err error) {
	for range 100 { // the holder may remove the file just as we open it
		f, err := os.OpenFile(LeasePath(path), os.O_RDWR|os.O_CREATE|noFollow, 0o600)
		if err != nil {
			return nil, nil, err
		}
		if tryLock(f) {
			held := readHolder(f)
			f.Close()
			return nil, &held, nil
		}
		if !current(f) {
			f.Close()
			continue
		}
		old := readHolder(f)
		writeHolder(f, h)
		return &Lease{file: f, Stale: old.PID != 0}, nil, nil
	}
	return nil, &Holder{}, nil
}

// saidAfter is how long a wait is before it is worth a word.
const saidAfter = 500 * time.Millisecond

// AwaitLease is TakeLease that waits for the holder to let go, at most for
// long. When that takes a while waiting, which may be nil, is told for whom.
func AwaitLease(ctx context.Context, path string, h Holder, long time.Duration, waiting func(Holder)) (*Lease, *Holder, error) {
	begun := time.Now()
	end := begun.Add(long)
	for {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		l, by, err := TakeLease(path, h)
		if by == nil || err != nil || !time.Now().Before(end) {
			return l, by, err
		}
		if waiting != nil && time.Since(begun) > saidAfter {
			waiting(*by)
			waiting = nil
		}
		// Not in step with others who wait.
		if err := Pause(ctx, 10*time.Millisecond+rand.N(30*time.Millisecond)); err != nil {
			return nil, nil, err
		}
	}
}

// LeaseHolder tells who has the right to write; nil is nobody.
func LeaseHolder(path string) *Holder {
	f, err := os.OpenFile(LeasePath(path), os.O_RDWR|noFollow, 0)
	if err != nil {
		return nil
	}
	defer f.Close()
	if !tryLock(f) {
		return nil
	}
	h := readHolder(f)
	return &h
}

// Pause waits, or gives the context's error.
func Pause(ctx context.Context, long time.Duration) error {
	t := time.NewTimer(long)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// current says whether f is still the file that others would open.
func current(f *os.File) bool {
	ours, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(f.Name())
	return err == nil && os.SameFile(ours, there)
}

func readHolder(f *os.File) (h Holder) {
	b, err := io.ReadAll(io.NewSectionReader(f, 0, 1<<16))
	if err == nil {
		_ = json.Unmarshal(b, &h) // half written: nobody to name
	}
	return h
}

// writeHolder tells others who we are; it is courtesy, the lock holds without.
func writeHolder(f *os.File, h Holder) {
	b, _ := json.Marshal(h)
	_ = f.Truncate(0)
	_, _ = f.WriteAt(append(b, '\n'), 0)
}
