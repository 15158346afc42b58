// Package json reads JSON documents of lists as the core's sheets: a sheet for each list,
// called by its key, with the keys of its objects as the first row and an object a row
// below. What the lists, keys and values mean is told by the core.
package json

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/jsonform"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/data/files"
)

// The bounds of what is read.
const (
	maxFile    = 200 << 20
	maxObject  = 16 << 20 // bytes of one record, or of one value beside the lists
	maxText    = 1 << 20  // bytes in a cell
	maxLists   = 1000     // and as many values beside them
	maxDepth   = 100
	maxRows    = 1_048_576
	maxColumns = 16_384
	maxCells   = 5_000_000
)

// Is says whether the file at path begins as a JSON document does; its name tells nothing.
func Is(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 512)
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return false
	}
	text := bytes.TrimLeft(bytes.TrimPrefix(head[:n], mark), space)
	if bytes.HasPrefix(text, []byte("{")) {
		text = bytes.TrimLeft(text[1:], space)
		return len(text) == 0 || text[0] == '"' || text[0] == '}'
	}
	text, list := bytes.CutPrefix(text, []byte("["))
	text = bytes.TrimLeft(text, space)
	return list && len(text) > 0 && (text[0] == '{' || text[0] == ']')
}

const space = " \t\r\n"

// mark is the byte order mark that some programs put first.
var mark = []byte("\xEF\xBB\xBF")

// Read reads the document at path, which must be one of ours.
//
// Strings, numbers and yes or no are cells of those kinds, with numbers exactly as
// written. A list or an object in a record is a cell of the kind sheet.Error with its
// JSON, for those who know what it is. What stands beside the lists is in the sheet
// jsonform.HeadSheet, with the keys in its first column.
//
// progress is called with a fraction between 0 and 1 that never falls; it may
// be nil. The error is always a *fault.Error.
func Read(ctx context.Context, path string, progress func(fraction float64)) (*sheet.Book, error) {
	size, err := files.Ordinary(path, "ett JSON-dokument")
	switch {
	case err != nil:
		return nil, err
	case size > maxFile:
		return nil, readFault(errTooLarge, path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, files.Explain(err, path)
	}
	defer f.Close()
	return read(ctx, f, size, path, progress)
}

// read is Read of a file that is open.
func read(ctx context.Context, f io.Reader, size int64, path string, progress func(float64)) (book *sheet.Book, err error) {
	defer func() {
		if r := recover(); r != nil {
			book, err = nil, readFault(fault.Caught(r), path)
		}
	}()
	b := bufio.NewReaderSize(f, 1<<16)
	if head, _ := b.Peek(len(mark)); bytes.Equal(head, mark) {
		_, _ = b.Discard(len(mark))
	}
	r := newReader(ctx, b, size, progress)
	if err := r.document(); err != nil {
		return nil, readFault(err, path)
	}
	if progress != nil {
		progress(1)
	}
	book = &sheet.Book{Name: filepath.Base(path), Format: jsonform.Format, Sheets: r.sheets(), Notes: r.notes}
	if err := jsonform.Check(book); err != nil {
		return nil, err
	}
	return book, nil
}

// What stops the reading.
var (
	errTooLarge = errors.New("json: beyond the bounds")
	errLetters  = errors.New("json: not UTF-8")
	errNotOurs  = errors.New("json: no object of lists")
)

// readFault makes a fault of whatever stopped the reading.
func readFault(err error, path string) error {
	var known *fault.Error
	var disk *os.PathError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &known):
		return err
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded), errors.As(err, &disk):
		return files.Explain(err, path)
	case errors.Is(err, errTooLarge), errors.As(err, &syntax) && strings.Contains(syntax.Error(), "max depth"):
		return files.Refuse(fault.TooLarge, path, "är större än vad som går att importera säkert", "Ta bort listor som inte behövs, eller dela filen i flera, och försök igen.", err)
	case errors.Is(err, errLetters):
		return files.Refuse(fault.Damaged, path, "är inte i teckenkodningen UTF-8, som ett JSON-dokument ska vara", "Exportera det på nytt, eller spara om det som UTF-8, och importera det.", err)
	case errors.Is(err, errNotOurs):
		return files.Refuse(fault.Unreadable, path, "är ett JSON-dokument, men inget som IT-portföljen har skrivit", "Exportera portföljen på nytt med itpctl export, eller gör en lista i Excel av det som ska in.", err)
	}
	return files.Refuse(fault.Damaged, path, "är ett skadat JSON-dokument och går inte att läsa", "Exportera det på nytt, eller kontrollera vad som har ändrats i det, och försök igen.", err)
}
