package uitest

import (
	"context"

	"fyne.io/fyne/v2"

	"itportfoljen/ui/dialogs"
)

// Computer is one whose file dialogs answer with Paths, and remember what they were asked.
type Computer struct {
	Paths []string
	Asked []dialogs.Question
}

// Dialogs implements dialogs.Computer.
func (c *Computer) Dialogs() bool { return true }

// Dialog implements dialogs.Computer.
func (c *Computer) Dialog(_ fyne.Window, q dialogs.Question) func(context.Context) ([]string, error) {
	c.Asked = append(c.Asked, q)
	return func(context.Context) ([]string, error) { return c.Paths, nil }
}

// Places implements dialogs.Computer.
func (c *Computer) Places() []dialogs.Place { return nil }

// MayWrite implements dialogs.Computer.
func (c *Computer) MayWrite(string) error { return nil }
