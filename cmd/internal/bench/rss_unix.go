//go:build unix

package bench

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"syscall"
	"time"
)

// runPeak runs a command to its end and gives the most memory in bytes that it had. Linux
// counts what the parent had at its most into what it says of a finished child, so there
// the child is asked while it runs.
func runPeak(cmd *exec.Cmd) (int64, error) {
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	ended, peak := make(chan struct{}), make(chan int64)
	go func() {
		var most int64
		for {
			select {
			case <-ended:
				peak <- most
				return
			case <-time.After(time.Millisecond):
				most = max(most, highWater(cmd.Process.Pid))
			}
		}
	}()
	err := cmd.Wait()
	close(ended)
	most := <-peak
	if err != nil {
		return 0, fmt.Errorf("%w\n%s", err, out.Bytes())
	}
	if most == 0 {
		most = maxRSS(cmd.ProcessState)
	}
	return most, nil
}

// highWater is the most memory in bytes that a running process has had, 0 where the system
// doesn't tell.
func highWater(pid int) int64 {
	status, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/status")
	if err != nil {
		return 0
	}
	_, rest, _ := bytes.Cut(status, []byte("VmHWM:"))
	fields := bytes.Fields(rest[:min(len(rest), 40)])
	if len(fields) == 0 {
		return 0
	}
	kilobytes, _ := strconv.ParseInt(string(fields[0]), 10, 64)
	return kilobytes << 10
}

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
