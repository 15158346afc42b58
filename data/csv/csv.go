// Package csv reads and writes CSV files.
package csv

import (
	"context"
	"io"

	"itportfoljen/app/sheet"
)

// Read reads a CSV file.
func Read(ctx context.Context, path string, progress func(fraction float64)) (*sheet.Book, error) {
	panic("not yet")
}

// Write writes a CSV file.
func Write(w io.Writer, out sheet.Out) error { panic("not yet") }
