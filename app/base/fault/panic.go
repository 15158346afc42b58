package fault

import (
	"fmt"
	"runtime"
)

// Panic is a fault in the program that was caught on its way out.
type Panic struct {
	Value any // what was thrown

	stack []uintptr
}

// Caught makes an error of what recover gave. It is called in the deferred
// function, where the calls that led to the panic can still be seen.
func Caught(value any) *Panic {
	p := &Panic{Value: value, stack: make([]uintptr, 32)}
	p.stack = p.stack[:runtime.Callers(2, p.stack)]
	return p
}

func (p *Panic) Error() string { return fmt.Sprintf("panic: %v", p.Value) }

// Unwrap gives the error that was thrown, if it was one.
func (p *Panic) Unwrap() error {
	err, _ := p.Value.(error)
	return err
}

// Stack is the calls that led to it, the innermost first, for the log.
func (p *Panic) Stack() []uintptr { return p.stack }
