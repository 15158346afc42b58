// Package excel reads and writes workbooks.
package excel

import (
	"context"
	"io"

	"itportfoljen/app/sheet"
)

// Read reads a workbook.
func Read(ctx context.Context, path string, progress func(fraction float64)) (*sheet.Book, error) {
	panic("not yet")
}

// Write writes a workbook.
func Write(ctx context.Context, w io.Writer, book sheet.OutBook, progress func(float64)) error {
	panic("not yet")
}
