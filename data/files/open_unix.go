//go:build !windows

package files

import (
	"errors"
	"fmt"
	"os/exec"
	"runtime"
	"time"
)

// openedAfter is how long a program that opens files may take to say that it
// can't. Some are the viewer itself, and go on for as long as it shows.
const openedAfter = 5 * time.Second

// noTool is what xdg-open answers when there is nothing to open a file with.
const noTool = 3

func open(path string) error {
	program := "xdg-open"
	if runtime.GOOS == "darwin" {
		program = "open"
	}
	cmd := exec.Command(program, path)
	if err := cmd.Start(); errors.Is(err, exec.ErrNotFound) {
		return fmt.Errorf("%w: %w", errNoProgram, err)
	} else if err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && exit.ExitCode() == noTool {
			return fmt.Errorf("%w: %w", errNoProgram, err)
		}
		return err
	case <-time.After(openedAfter):
		return nil
	}
}
