package excel

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
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
	info, err := os.Stat(path)
	if err != nil {
		return nil, 0, files.Explain(err, path)
	}
	if info.IsDir() {
		return nil, 0, fault.New(fault.Unreadable, fmt.Sprintf("”%s” är en mapp och inte en fil. Inget har ändrats. Välj en Excel-fil i mappen.", filepath.Base(path)))
	}
	if !info.Mode().IsRegular() {
		return nil, 0, refuse(fault.Unreadable, path, "är inte en vanlig fil", "Välj en Excel-fil (.xlsx).", nil)
	}
	if info.Size() > packed.MaxFile {
		return nil, 0, tooLarge(path, errTooLarge)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, files.Explain(err, path)
	}
	return f, info.Size(), nil
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
		return refuse(fault.Encrypted, path, "är skyddad med lösenord", noPassword, err)
	case errors.Is(err, packed.ErrDTD):
		return refuse(fault.Unreadable, path, "innehåller XML som inte hör hemma i en Excel-fil och läses därför inte", saveAsXlsx, err)
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
	a.report(wb, progress)
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
		r := &rowReader{texts: texts, styles: styles, date1904: wb.date1904, cellsIn: &cells, small: map[string]sheet.Cell{}}
		if err := a.WalkOwn(ref.part, r.visit); err != nil {
			return nil, err
		}
		one, err := r.finish()
		if err != nil {
			return nil, err
		}
		one.Name, one.Hidden = ref.name, ref.hidden
		if one.Comments, err = a.comments(ref.part); err != nil {
			return nil, err
		}
		sheets = append(sheets, one)
	}
	if progress != nil {
		progress(1)
	}
	if len(sheets) == 0 {
		return nil, refuse(fault.Unreadable, path, "har inga kalkylblad", "Kontrollera att rätt fil är vald.", nil)
	}
	return sheets, nil
}

// isWorkbook tells a workbook's main part from a document's or presentation's.
func (a *archive) isWorkbook(part string) bool {
	return !strings.HasPrefix(part, "word/") && !strings.HasPrefix(part, "ppt/")
}

// report has progress told of every percent of the workbook's large parts.
func (a *archive) report(wb *workbook, progress func(float64)) {
	if progress == nil {
		return
	}
	total := int64(1)
	for _, name := range append([]string{wb.styles, wb.strings}, wb.sheetParts()...) {
		if file := a.Parts[name]; file != nil {
			total += int64(min(file.UncompressedSize64, packed.MaxUnpacked))
		}
	}
	told := -1.0
	a.Moved = func(read int64) {
		if fraction := min(float64(read)/float64(total), 0.99); fraction >= told+0.01 {
			told = fraction
			progress(fraction)
		}
	}
}

func (wb *workbook) sheetParts() []string {
	var parts []string
	for _, ref := range wb.sheets {
		parts = append(parts, ref.part)
	}
	return parts
}
