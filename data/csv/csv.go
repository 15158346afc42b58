// Package csv reads and writes CSV files as the core's sheets. Reading finds
// the encoding and the delimiter by itself; writing is made for a Swedish
// Excel: semicolons, UTF-8 with a byte order mark, decimal commas.
package csv

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/data/files"
)

// The bounds of what is read.
const (
	maxFile    = 200 << 20
	maxCells   = 10_000_000
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
	text, err := decode(data, path)
	if err != nil {
		return nil, err
	}
	text, comma, skipped := delimiter(text)
	p := &parser{ctx: ctx, text: text, comma: comma, number: skipped, progress: progress}
	if err := p.run(); err != nil {
		if err == errTooLarge {
			return nil, refuse(fault.TooLarge, path, "är större än vad som går att läsa in säkert", "Dela den i flera filer och försök igen.", err)
		}
		return nil, files.Explain(err, path)
	}
	if progress != nil {
		progress(1)
	}
	name := filepath.Base(path)
	return &sheet.Book{Name: name, Format: "csv", Sheets: []sheet.Sheet{
		{Name: strings.TrimSuffix(name, filepath.Ext(name)), Rows: p.rows},
	}}, nil
}

func refuse(code fault.Code, path, sentence, advice string, cause error) error {
	return fault.Wrap(code, fmt.Sprintf("Filen ”%s” %s. Inget har ändrats. %s", filepath.Base(path), sentence, advice), cause)
}

func load(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, files.Explain(err, path)
	case info.IsDir():
		return nil, fault.New(fault.Unreadable, fmt.Sprintf("”%s” är en mapp och inte en fil. Inget har ändrats. Välj en CSV-fil i mappen.", filepath.Base(path)))
	case !info.Mode().IsRegular():
		return nil, refuse(fault.Unreadable, path, "är inte en vanlig fil", "Välj en CSV-fil.", nil)
	case info.Size() > maxFile:
		return nil, refuse(fault.TooLarge, path, "är större än vad som går att läsa in säkert", "Dela den i flera filer och försök igen.", nil)
	}
	data, err := os.ReadFile(path)
	return data, files.Explain(err, path)
}

// decode gives the text as UTF-8. What isn't UTF-8, by its mark or by its
// bytes, is taken for Windows-1252, which is what a Swedish Excel writes.
func decode(data []byte, path string) (string, error) {
	is := func(magic string) bool { return bytes.HasPrefix(data, []byte(magic)) }
	switch {
	case len(data) == 0:
		return "", refuse(fault.Unreadable, path, "är tom", "Kontrollera att rätt fil är vald.", nil)
	case is("PK\x03\x04"), is("\xD0\xCF\x11\xE0"):
		return "", refuse(fault.Unreadable, path, "är en Excel-fil eller ett arkiv och inte en CSV-fil", "Om den kommer från Excel: ge den filändelsen .xlsx och läs in den igen.", nil)
	case is("%PDF-"):
		return "", refuse(fault.Unreadable, path, "är en PDF och inte en CSV-fil", "Be om den som Excel- eller CSV-fil.", nil)
	case is("\xEF\xBB\xBF"):
		data = data[3:]
	case is("\xFF\xFE"), is("\xFE\xFF"):
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", refuse(fault.Damaged, path, "är skadad och går inte att läsa", "Spara den på nytt som ”CSV UTF-8” och försök igen.", err)
		}
		data = text
	}
	if binary(data) {
		return "", refuse(fault.Unreadable, path, "är inte en textfil", "Välj en fil som har sparats som CSV, eller en Excel-fil (.xlsx).", nil)
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", refuse(fault.Damaged, path, "är skadad och går inte att läsa", "Spara den på nytt som ”CSV UTF-8” och försök igen.", err)
	}
	return string(text), nil
}

// binary says that there are bytes which no text has, or more than a few odd
// control characters.
func binary(data []byte) bool {
	odd := 0
	for _, c := range data {
		if c == 0 {
			return true
		}
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' {
			odd++
		}
	}
	return odd > 10+len(data)/1000
}
