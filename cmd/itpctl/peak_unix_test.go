//go:build unix

package main

import (
	"os/exec"
	"runtime"
	"syscall"
)

// peakOf is how much memory a program that has ended held at most, in MB.
func peakOf(cmd *exec.Cmd) int64 {
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" { // bytes there, kB elsewhere
		return usage.Maxrss >> 20
	}
	return usage.Maxrss >> 10
}
