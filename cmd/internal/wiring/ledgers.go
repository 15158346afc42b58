package wiring

import (
	"context"

	"itportfoljen/app/exchange/booked"
	"itportfoljen/app/ledger"
	"itportfoljen/data/files"
	"itportfoljen/data/sie"
)

// readLedger reads a ledger: a SIE file by what it begins with or is called, else a table.
func readLedger(ctx context.Context, path string, o booked.Options, progress func(float64)) (*ledger.Book, error) {
	head, err := beginning(path)
	if err != nil {
		return nil, files.Explain(err, path)
	}
	if sie.Is(path) && !isContainer(head) || sie.Known(head) {
		return sie.Read(ctx, path, progress)
	}
	b, err := readBook(ctx, path, progress)
	if err != nil {
		return nil, err
	}
	return booked.Read(b, o)
}
