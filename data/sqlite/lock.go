package sqlite

import (
	"encoding/json"
	"io"
	"os"
	"time"
)

// lock is the right to write a portfolio, held by locking a small file beside
// it. The operating system gives the lock back when the program dies, so one
// left by a crash never stands in the way.
type lock struct {
	file  *os.File
	stale bool // the last holder never closed the portfolio
}

// holder is what the lock file tells others.
type holder struct {
	Who   string `json:"who"`
	Host  string `json:"host"`
	PID   int    `json:"pid"`
	Since string `json:"since"`
}

func (h holder) name() string {
	switch {
	case h.Who != "":
		return h.Who
	case h.Host != "":
		return h.Host
	}
	return "en annan användare"
}

func lockPath(path string) string { return path + ".lock" }

// seize takes the lock. When someone else has it the lock is nil and by tells
// who; an error says that no lock file can be written here.
func seize(path, who string, now time.Time) (l *lock, by string, err error) {
	for range 100 { // the holder may remove the file just as we open it
		f, err := os.OpenFile(lockPath(path), os.O_RDWR|os.O_CREATE|noFollow, 0o600)
		if err != nil {
			return nil, "", err
		}
		if taken := tryLock(f); taken {
			h := readHolder(f)
			f.Close()
			return nil, h.name(), nil
		}
		if !current(f) {
			f.Close()
			continue
		}
		old := readHolder(f)
		writeHolder(f, who, now)
		return &lock{file: f, stale: old.PID != 0}, "", nil
	}
	return nil, "en annan användare", nil
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

func readHolder(f *os.File) (h holder) {
	b, err := io.ReadAll(io.NewSectionReader(f, 0, 1<<16))
	if err == nil {
		_ = json.Unmarshal(b, &h) // half written: nobody to name
	}
	return h
}

// writeHolder tells others who we are; it is courtesy, the lock holds without.
func writeHolder(f *os.File, who string, now time.Time) {
	host, _ := os.Hostname()
	b, _ := json.Marshal(holder{Who: who, Host: host, PID: os.Getpid(), Since: stamp(now)})
	_ = f.Truncate(0)
	_, _ = f.WriteAt(append(b, '\n'), 0)
}
