package excel

import (
	"archive/zip"
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

// Read reads the workbook at path. The file's content decides, not its name.
//
// Formulas give the value that was last calculated, those saved without one an Error
// unless they hold nothing but constants; macros are left alone. Wholly empty rows are
// dropped. A merged range's value is in its first cell. A number that is shown as a
// date gives a Date cell, one that is shown as a time of day or a length of time gives
// Text such as "13:30", and one that is shown with words or signs as sheet.Cell says.
// Line ends in text are \n. Hidden sheets, sheet.KeySheet among them, are given with
// Hidden set.
//
// progress is called with a fraction between 0 and 1 that never falls; it may
// be nil. The error is always a *fault.Error: NotFound, NoPermission, Locked,
// Unreadable, Encrypted, Damaged, TooLarge or Canceled.
func Read(ctx context.Context, path string, progress func(fraction float64)) (*sheet.Book, error) {
	f, size, err := open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return read(ctx, io.NewSectionReader(f, 0, size), path, progress)
}

// read is Read of a file that is open.
func read(ctx context.Context, f *io.SectionReader, path string, progress func(fraction float64)) (book *sheet.Book, err error) {
	defer func() {
		if r := recover(); r != nil {
			book, err = nil, damaged(path, fault.Caught(r))
		}
	}()
	if err := checkContent(f, path); err != nil {
		return nil, readFault(err, path)
	}
	opened, err := packed.Open(ctx, f)
	if err != nil {
		return nil, readFault(err, path)
	}
	a := &archive{opened}
	sheets, err := a.readSheets(path, progress)
	if err != nil {
		return nil, readFault(err, path)
	}
	return &sheet.Book{Name: filepath.Base(path), Format: "xlsx", Sheets: sheets}, nil
}

// open opens an ordinary file of a size that can be read.
func open(path string) (*os.File, int64, error) {
	size, err := files.Ordinary(path, "en Excel-fil (.xlsx)")
	switch {
	case err != nil:
		return nil, 0, err
	case size > packed.MaxFile:
		return nil, 0, tooLarge(path, errTooLarge)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, files.Explain(err, path)
	}
	return f, size, nil
}

// readFault makes a fault of whatever stopped the reading.
func readFault(err error, path string) error {
	var known *fault.Error
	var disk *os.PathError
	switch {
	case errors.As(err, &known):
		return err
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return files.Explain(err, path)
	case errors.Is(err, errTooLarge):
		return tooLarge(path, err)
	case errors.Is(err, packed.ErrLocked):
		return files.Refuse(fault.Encrypted, path, "är skyddad med lösenord", noPassword, err)
	case errors.Is(err, packed.ErrDTD):
		return files.Refuse(fault.Unreadable, path, "innehåller XML som inte hör hemma i en Excel-fil och läses därför inte", saveAsXlsx, err)
	case errors.As(err, &disk):
		return files.Explain(err, path)
	}
	return damaged(path, err)
}

func (a *archive) readSheets(path string, progress func(float64)) ([]sheet.Sheet, error) {
	part, err := a.workbookPart()
	if err != nil {
		return nil, err
	}
	if part == "" || strings.HasSuffix(part, ".bin") || !a.isWorkbook(part) {
		return nil, a.checkParts(path)
	}
	wb, err := a.openWorkbook(part)
	if err != nil {
		return nil, err
	}
	a.Report(progress, append(wb.sheetParts(), wb.styles, wb.strings)...)
	styles, err := a.cellStyles(wb.styles)
	if err != nil {
		return nil, err
	}
	texts, err := a.sharedStrings(wb.strings)
	if err != nil {
		return nil, err
	}
	var sheets []sheet.Sheet
	cells := 0
	for _, ref := range wb.sheets {
		if ref.part == "" {
			continue // a chart or a dialog
		}
		if a.Parts[ref.part] == nil {
			return nil, zip.ErrFormat
		}
		one, err := a.readSheet(ref, &rowReader{texts: texts, styles: styles, date1904: wb.date1904, cellsIn: &cells, small: map[string]sheet.Cell{}})
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, one)
	}
	if progress != nil {
		progress(1)
	}
	if len(sheets) == 0 {
		return nil, files.Refuse(fault.Unreadable, path, "har inga kalkylblad", "Kontrollera att rätt fil är vald.", nil)
	}
	return sheets, nil
}

func (a *archive) readSheet(ref sheetRef, r *rowReader) (sheet.Sheet, error) {
	if err := a.WalkOwn(ref.part, r.visit); err != nil {
		return sheet.Sheet{}, err
	}
	one, err := r.finish()
	if err != nil {
		return sheet.Sheet{}, err
	}
	one.Name, one.Hidden = ref.name, ref.hidden
	one.Comments, err = a.comments(ref.part)
	return one, err
}

// isWorkbook tells a workbook's main part from a document's or presentation's.
func (a *archive) isWorkbook(part string) bool {
	return !strings.HasPrefix(part, "word/") && !strings.HasPrefix(part, "ppt/")
}

func (wb *workbook) sheetParts() []string {
	var parts []string
	for _, ref := range wb.sheets {
		parts = append(parts, ref.part)
	}
	return parts
}
