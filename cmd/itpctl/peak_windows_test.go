package main

import "os/exec"

// peakOf isn't known here.
func peakOf(*exec.Cmd) int64 { return 0 }
