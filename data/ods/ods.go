// Package ods reads workbooks of LibreOffice and OpenOffice (.ods) as the core's
// sheet.Book: a zip file whose part content.xml holds every sheet, row by row.
package ods

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/data/files"
	"itportfoljen/data/internal/packed"
)

// The bounds of what is read. Rows and columns are LibreOffice's own; the others
// keep a hostile file from taking the machine's memory.
const (
	maxRows    = 1_048_576
	maxColumns = 16_384
	maxSheets  = 10_000
	maxCells   = 5_000_000
	maxText    = 1 << 20 // bytes in a cell
)

const (
	content  = "content.xml"
	kindName = "application/vnd.oasis.opendocument.spreadsheet"

	saveAsXlsx = "Öppna den i LibreOffice, välj Arkiv → Spara som, filtypen ”Excel 2007–365 (.xlsx)”, och importera den nya filen."
	noPassword = "Öppna den i LibreOffice, välj Arkiv → Spara som, ta bort krysset vid ”Spara med lösenord”, och importera den nya filen."
)

// Is says whether the file at path is such a workbook; its name tells nothing.
func Is(path string) bool {
	f, size, err := open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	a, err := packed.Open(context.Background(), io.NewSectionReader(f, 0, size))
	if err != nil {
		return false
	}
	kind := a.Mimetype() // which is lost when somebody packs the file again
	return strings.HasPrefix(kind, kindName) || kind == "" && a.Parts[content] != nil && a.Parts["meta-inf/manifest.xml"] != nil
}

// Read reads the workbook at path.
//
// Formulas give the value that was last calculated. Wholly empty rows are dropped. A
// merged range's value is in its first cell. What a number is shown with – a unit, zeros
// before it, signs among its figures – is kept as sheet.Cell says.
//
// progress is called with a fraction between 0 and 1 that never falls; it may
// be nil. The error is always a *fault.Error.
func Read(ctx context.Context, path string, progress func(fraction float64)) (*sheet.Book, error) {
	f, size, err := open(path)
	if err != nil {
		return nil, readFault(err, path)
	}
	defer f.Close()
	return read(ctx, io.NewSectionReader(f, 0, size), path, progress)
}

// read is Read of a file that is open.
func read(ctx context.Context, f *io.SectionReader, path string, progress func(float64)) (book *sheet.Book, err error) {
	defer func() {
		if r := recover(); r != nil {
			book, err = nil, damaged(path, fault.Caught(r))
		}
	}()
	a, err := packed.Open(ctx, f)
	if err != nil {
		return nil, readFault(err, path)
	}
	sheets, err := readSheets(a, progress)
	if err != nil {
		return nil, readFault(err, path)
	}
	if len(sheets) == 0 {
		return nil, files.Refuse(fault.Unreadable, path, "har inga kalkylblad", "Kontrollera att rätt fil är vald.", nil)
	}
	if progress != nil {
		progress(1)
	}
	return &sheet.Book{Name: filepath.Base(path), Format: "ods", Sheets: sheets}, nil
}

func readSheets(a *packed.Archive, progress func(float64)) ([]sheet.Sheet, error) {
	locked, err := encrypted(a)
	switch {
	case err != nil:
		return nil, err
	case locked:
		return nil, packed.ErrLocked
	case a.Parts[content] == nil:
		return nil, packed.ErrSyntax
	}
	a.Report(progress, content)
	r := &reader{styles: map[string]style{}}
	if err := a.Walk("styles.xml", r.visitStyles); err != nil {
		return nil, err
	}
	if err := a.Walk(content, r.visit); err != nil {
		return nil, err
	}
	return r.sheets, nil
}

// encrypted says that the list of the file's parts tells how to decrypt them.
func encrypted(a *packed.Archive) (locked bool, err error) {
	err = a.Walk("meta-inf/manifest.xml", func(s *packed.Scanner, tok packed.Token) error {
		locked = locked || tok == packed.Start && string(s.Name) == "encryption-data"
		return nil
	})
	return locked, err
}

// open opens an ordinary file of a size that can be read.
func open(path string) (*os.File, int64, error) {
	size, err := files.Ordinary(path, "ett kalkylblad (.ods)")
	switch {
	case err != nil:
		return nil, 0, err
	case size > packed.MaxFile:
		return nil, 0, packed.ErrTooLarge
	}
	f, err := os.Open(path)
	return f, size, err
}

// readFault makes a fault of whatever stopped the reading.
func readFault(err error, path string) error {
	var known *fault.Error
	var disk *os.PathError
	switch {
	case errors.As(err, &known):
		return err
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded), errors.As(err, &disk):
		return files.Explain(err, path)
	case errors.Is(err, packed.ErrTooLarge):
		return files.Refuse(fault.TooLarge, path, "är större än vad som går att importera säkert", "Ta bort blad och kolumner som inte behövs, eller dela filen i flera, och försök igen.", err)
	case errors.Is(err, packed.ErrLocked):
		return files.Refuse(fault.Encrypted, path, "är skyddad med lösenord", noPassword, err)
	case errors.Is(err, packed.ErrDTD):
		return files.Refuse(fault.Unreadable, path, "innehåller XML som inte hör hemma i ett kalkylblad och läses därför inte", saveAsXlsx, err)
	}
	return damaged(path, err)
}

func damaged(path string, cause error) error {
	return files.Refuse(fault.Damaged, path, "är skadad och går inte att läsa", "Öppna den i LibreOffice, låt LibreOffice reparera den, spara en ny kopia och försök med kopian.", cause)
}
