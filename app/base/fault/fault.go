// Package fault is the program's one kind of error that people meet: a code
// for machines and Swedish sentences for people.
package fault

import (
	"errors"
	"runtime"
)

// Code tells machines and callers what kind of fault it is.
type Code string

// The codes.
const (
	Internal     Code = "internal"      // a fault in the program
	Invalid      Code = "invalid"       // a value that breaks a rule
	NotFound     Code = "not_found"     // no such thing
	Conflict     Code = "conflict"      // someone else was first, or it would clash
	Ambiguous    Code = "ambiguous"     // several things answer to the name
	Usage        Code = "usage"         // called in the wrong way
	Unreadable   Code = "unreadable"    // the file isn't what it should be
	Encrypted    Code = "encrypted"     // protected by a password
	Packed       Code = "packed"        // a copy that must be unpacked first
	Damaged      Code = "damaged"       // the file is broken
	TooNew       Code = "too_new"       // made by a newer version
	TooLarge     Code = "too_large"     // beyond the safe limits
	Locked       Code = "locked"        // held open by another program
	ReadOnly     Code = "read_only"     // may not be written
	DiskFull     Code = "disk_full"     // no room
	NoPermission Code = "no_permission" // the system said no
	Canceled     Code = "canceled"      // the user stopped it
	Stale        Code = "stale"         // built on what is no longer the newest
	Moved        Code = "moved"         // the file isn't where it was opened, or is another
	Unopened     Code = "unopened"      // made, but then not possible to open
)

// Error says what happened, that nothing was lost, and what to do, in Swedish.
type Error struct {
	Code Code
	Text string // whole sentences, for people
	Err  error  // the cause, for the log

	made [depth]uintptr
}

// depth is how many calls are remembered of how a fault came to be made.
const depth = 6

// Error gives the sentences for people.
func (e *Error) Error() string { return e.Text }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// New makes an error from whole Swedish sentences.
func New(code Code, text string) *Error { return made(code, text, nil) }

// Wrap makes an error with its cause.
func Wrap(code Code, text string, err error) *Error { return made(code, text, err) }

func made(code Code, text string, err error) *Error {
	e := &Error{Code: code, Text: text, Err: err}
	runtime.Callers(3, e.made[:])
	return e
}

// Made tells where the error was made, the innermost call first, for the log.
func (e *Error) Made() []uintptr {
	for i, pc := range e.made {
		if pc == 0 {
			return e.made[:i]
		}
	}
	return e.made[:]
}

// CodeOf gives the code of err, Internal for an error that isn't a fault and
// "" for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var f *Error
	if errors.As(err, &f) {
		return f.Code
	}
	return Internal
}
