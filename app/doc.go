// Package app is the core of IT-portföljen: an open portfolio, its one write
// path, undo, and the interfaces it needs from the world outside. It knows no
// window, no SQL, no Excel and no PDF.
//
// Reading: a Portfolio is a field.World over immutable records, safe from any
// goroutine. Writing: Apply carries out a set of changes – validate, one
// transaction in the Store with its journal entry, memory, event – and nothing
// writes around it.
package app
