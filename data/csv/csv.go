// Package csv reads and writes CSV files as the core's sheets. Reading finds
// the encoding and the delimiter by itself; writing is made for a Swedish
// Excel: semicolons, UTF-8 with a byte order mark, decimal commas.
package csv

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/data/files"
)

// The bounds of what is read.
const (
	maxFile    = 200 << 20
	maxCells   = 5_000_000
	maxRows    = 1_048_576
	maxColumns = 16_384
	maxField   = 1 << 20 // bytes; a cell in Excel has 32,767 characters
)

// Read reads the CSV file at path as a book with one sheet named after it.
// All cells are Text. Row numbers count records as Excel does: a record with
// line breaks inside quotes is one row, an empty line is a row that is left
// out. Line breaks inside fields become \n. The escape that Write puts before
// what could be taken for a formula is taken away.
//
// progress is called with a fraction between 0 and 1 that never falls; it may
// be nil. The error is always a *fault.Error.
func Read(ctx context.Context, path string, progress func(fraction float64)) (*sheet.Book, error) {
	data, err := load(path)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, files.Explain(err, path)
	}
	return read(ctx, data, path, progress)
}

// read is Read of a file's bytes.
func read(ctx context.Context, data []byte, path string, progress func(float64)) (*sheet.Book, error) {
	d, err := decode(data, path)
	if err != nil {
		return nil, err
	}
	if len(d.doubts) == 0 { // which are told of by where they stand
		d.text, _ = unwrapped(d.text)
	}
	rest, comma, skipped := delimiter(d.text)
	p := newParser(rest, comma)
	p.ctx, p.number, p.progress, p.usual = ctx, skipped, progress, usualFields(rest, comma)
	p.doubts = d.after(len(d.text) - len(rest))
	if err := p.run(); err != nil {
		if err == errTooLarge {
			return nil, files.Refuse(fault.TooLarge, path, "är större än vad som går att importera säkert", "Dela den i flera filer och försök igen.", err)
		}
		return nil, files.Explain(err, path)
	}
	if p.spoiled() {
		return nil, files.Refuse(fault.Damaged, path, "har förlorat sina å, ä och ö: där de stod finns bara ”\uFFFD”", "Ta fram listan på nytt ur källan, spara den som ”CSV UTF-8” eller Excel-arbetsbok och importera den.", nil)
	}
	if progress != nil {
		progress(1)
	}
	name := filepath.Base(path)
	return &sheet.Book{Name: name, Format: "csv", Notes: slices.Concat(d.notes(), p.notes, p.brokenLines()), Sheets: []sheet.Sheet{
		{Name: strings.TrimSuffix(name, filepath.Ext(name)), Rows: p.rows},
	}}, nil
}

func load(path string) ([]byte, error) {
	size, err := files.Ordinary(path, "en CSV-fil")
	switch {
	case err != nil:
		return nil, err
	case size > maxFile:
		return nil, files.Refuse(fault.TooLarge, path, "är större än vad som går att importera säkert", "Dela den i flera filer och försök igen.", nil)
	}
	data, err := os.ReadFile(path)
	return data, files.Explain(err, path)
}
