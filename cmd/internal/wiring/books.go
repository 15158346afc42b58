package wiring

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/data/csv"
	"itportfoljen/data/excel"
	"itportfoljen/data/files"
	"itportfoljen/data/json"
	"itportfoljen/data/ods"
)

// readBook reads a workbook, of Excel or LibreOffice, a CSV file or a JSON document. What the file holds decides before
// what it is called; the Excel reader tells people what to do with the rest.
func readBook(ctx context.Context, path string, progress func(float64)) (*sheet.Book, error) {
	head, err := beginning(path)
	if err != nil {
		return nil, files.Explain(err, path)
	}
	read := excel.Read
	switch {
	case isTable(path) && !isContainer(head):
		read = csv.Read
	case ods.Is(path):
		read = ods.Read
	case json.Is(path):
		read = json.Read
	}
	b, err := read(ctx, path, progress)
	return b, files.Explain(err, path)
}

// isTable says whether the name is that of a text file with columns.
func isTable(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv", ".txt", ".tsv":
		return true
	}
	return false
}

// isContainer says whether the file begins as a workbook does, new or old.
func isContainer(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
}

func beginning(path string) ([]byte, error) {
	switch info, err := os.Stat(path); {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, fault.New(fault.Invalid, fmt.Sprintf("”%s” är en mapp. Inget har ändrats. Välj en fil i den.", filepath.Base(path)))
	case !info.Mode().IsRegular():
		return nil, fault.New(fault.Invalid, fmt.Sprintf("”%s” är ingen vanlig fil. Inget har ändrats. Spara innehållet i en fil och importera den.", filepath.Base(path)))
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	head := make([]byte, 8)
	n, err := io.ReadFull(f, head)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		err = nil
	}
	return head[:n], err
}

func writeBook(ctx context.Context, path string, b sheet.OutBook, progress func(float64)) error {
	return files.WriteAtomic(path, func(w io.Writer) error {
		return excel.Write(ctx, w, b, progress)
	})
}

func writeTable(ctx context.Context, path string, t sheet.Out) error {
	return files.WriteAtomic(path, func(w io.Writer) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return csv.Write(w, t)
	})
}
