package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
)

// ending is how a file that is to be written ends, which says what it becomes:
// one of those known.
func ending(path string, known ...string) (string, error) {
	ext := strings.ToLower(filepath.Ext(path))
	if !slices.Contains(known, ext) {
		return "", usage("Filen ”%s” ska sluta på %s.", filepath.Base(path), text.Or(known))
	}
	return ext, nil
}

// free refuses a name that something has already.
func free(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fault.New(fault.Conflict, fmt.Sprintf("Det finns redan en fil som heter ”%s”. Den är orörd. Välj ett annat namn.", filepath.Base(path)))
	}
	return nil
}

// What there is to say of what is on the disk, whatever becomes of the answer.
const (
	fileWritten   = "Filen är skriven"
	portfolioMade = "Portföljen är skapad"
)

// wrote tells of a file that is written. From here on nothing can be said to have
// failed.
func (e *env) wrote(what, format string, args ...any) {
	e.done = what
	say(e.out, format, args...)
}
