package intake

import (
	"context"

	"itportfoljen/app/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/sheet"
)

// Plan reads a book against the portfolio w and gives the changes that would
// bring it in. It stops when ctx is done. The error is for people: an empty
// book, no header row, no column with names.
func Plan(ctx context.Context, w field.World, book *sheet.Book, o Options, progress func(float64)) (*Result, error) {
	return nil, fault.New(fault.Internal, "Importen är inte klar ännu.")
}

// Signature identifies a set of headings, whatever their order, so that a
// mapping can be remembered for it.
func Signature(headings []string) string { return "" }
