//go:build unix

package bench

import (
	"os"
	"runtime"
	"syscall"
)

// maxRSS is the most memory in bytes that a finished process had.
func maxRSS(s *os.ProcessState) int64 {
	u, ok := s.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return int64(u.Maxrss) // already bytes there
	}
	return int64(u.Maxrss) << 10
}
