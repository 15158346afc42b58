// Package sie reads the ledgers that Swedish economy systems write as SIE files, of types 1,
// 2, 3, 4E and 4I. It adds nothing up that the file counts twice, holds what it adds up
// against the balances that the file gives, and refuses what can't be trusted.
package sie

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/ledger"
	"itportfoljen/data/files"
)

// maxFile bounds what is read: a large municipality's year is some hundred megabytes.
const maxFile = 400 << 20

// Read reads the SIE file at path. Its rows are of the file's own year: the vouchers' when it
// has any, else the months' balances, else the year's. progress is called with a fraction between
// 0 and 1 that never falls; it may be nil. The error is always a *fault.Error: Unreadable
// (not a SIE file), Damaged (cut off, out of balance, not to be read), TooLarge, Canceled or
// one of the file system's.
func Read(ctx context.Context, path string, progress func(fraction float64)) (*ledger.Book, error) {
	size, err := files.Ordinary(path, "en SIE-fil")
	switch {
	case err != nil:
		return nil, err
	case size > maxFile:
		return nil, files.Refuse(fault.TooLarge, path, "är större än vad som går att importera säkert", "Ta ut den i mindre delar ur ekonomisystemet och försök igen.", nil)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, files.Explain(err, path)
	}
	return read(ctx, data, path, progress)
}

// Known says that a file begins as a SIE file does.
func Known(head []byte) bool {
	head = bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF"))
	for raw := range bytes.Lines(head) {
		l, _ := split(string(bytes.TrimSpace(raw)), 0)
		if l.label != "" {
			return l.label == "#FLAGGA" || l.label == "#SIETYP" || l.label == "#PROGRAM" || l.label == "#FORMAT"
		}
		if len(bytes.TrimSpace(raw)) > 0 {
			return false
		}
	}
	return false
}

func read(ctx context.Context, data []byte, path string, progress func(float64)) (*ledger.Book, error) {
	if err := alien(data, path); err != nil {
		return nil, err
	}
	r := newReader(path)
	r.book.Coding = coding(data)
	content := decode(data, r.book.Coding)
	if n := strings.Count(content, string(utf8.RuneError)); n > 0 {
		r.note(0, "Filen har förlorat %s på vägen hit: där å, ä och ö stod finns bara ”\uFFFD”. Beloppen och koderna är läsbara ändå; ta ut filen på nytt om texterna behövs.", text.Plural(n, "bokstav", "bokstäver"))
	}
	r.book.Rows = make([]ledger.Row, 0, strings.Count(content, "#TRANS"))
	total, done, number := len(content), 0, 0
	for s := range strings.Lines(content) {
		number++
		if number%4096 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, files.Explain(err, path)
			}
			if progress != nil {
				progress(float64(done) / float64(total))
			}
		}
		done += len(s)
		if err := r.line(strings.TrimSpace(s), number); err != nil {
			return nil, err
		}
	}
	if err := r.end(); err != nil {
		return nil, err
	}
	if progress != nil {
		progress(1)
	}
	return &r.book, nil
}

// alien refuses what is something else than a SIE file.
func alien(data []byte, path string) error {
	head := bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\xEF\xBB\xBF")))
	lower := bytes.ToLower(head[:min(len(head), 512)])
	const again = "Ta ut den på nytt ur ekonomisystemet som SIE 4."
	switch {
	case len(head) == 0:
		return files.Refuse(fault.Unreadable, path, "är tom", again, nil)
	case bytes.HasPrefix(lower, []byte("<!doctype html")), bytes.HasPrefix(lower, []byte("<html")):
		title := ""
		if _, after, ok := bytes.Cut(lower, []byte("<title>")); ok {
			if inside, _, ok := bytes.Cut(after, []byte("</title>")); ok {
				from := bytes.Index(lower, []byte("<title>")) + len("<title>")
				title = fmt.Sprintf(" (”%s”)", strings.TrimSpace(string(head[from:from+len(inside)])))
			}
		}
		return files.Refuse(fault.Unreadable, path, "är en webbsida"+title+" och ingen SIE-fil", "Den har troligen hämtats från en adress som inte längre finns. "+again, nil)
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0")):
		return files.Refuse(fault.Unreadable, path, "är en Excel-fil eller ett arkiv och ingen SIE-fil", again, nil)
	case bytes.HasPrefix(head, []byte("<?xml")):
		return files.Refuse(fault.Unreadable, path, "är en XML-fil (SIE 5 är det) och ingen SIE 4-fil", again, nil)
	case !Known(head):
		return files.Refuse(fault.Unreadable, path, "börjar inte som en SIE-fil: dess första post ska vara #FLAGGA", again, nil)
	}
	return nil
}

// Is says that a file is called as SIE files are.
func Is(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".se", ".si", ".sie":
		return true
	}
	return false
}
