package main

import (
	"context"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"itportfoljen/data/instance"
	"itportfoljen/ui/shell"
)

// handedOver lets a window that is there do what the program was started for:
// show the file that it has open, open it if it stands empty, or just come to
// the front when no file is named.
func handedOver(path string) bool {
	if path == "" {
		return instance.Ask(instance.Message{Verb: instance.Show})
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return false
	}
	return elsewhere(path) || instance.Ask(instance.Message{Verb: instance.Take, Path: path})
}

// elsewhere raises the window that has a file open.
func elsewhere(path string) bool {
	return instance.Ask(instance.Message{Verb: instance.Has, Path: path})
}

// slow is how long the screen may be busy before another start goes on by
// itself.
const slow = 2 * time.Second

// answers is what a window says to other starts of the program.
func answers(window *shell.Shell) func(instance.Message) bool {
	return func(m instance.Message) bool {
		ctx, stop := context.WithTimeout(context.Background(), slow)
		defer stop()
		said := make(chan bool, 1)
		fyne.Do(func() {
			if ctx.Err() == nil {
				said <- answer(window, m)
			}
		})
		select {
		case yes := <-said:
			return yes
		case <-ctx.Done():
			return false
		}
	}
}

func answer(window *shell.Shell, m instance.Message) bool {
	switch m.Verb {
	case instance.Has:
		return window.HasFile(m.Path)
	case instance.Take:
		return window.Offer(m.Path)
	}
	window.Raise()
	return true
}
