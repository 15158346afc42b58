package excel

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"itportfoljen/app/base/fault"
	"itportfoljen/data/files"
	"itportfoljen/data/internal/packed"
)

const (
	saveAsXlsx = "Öppna den i Excel, välj Arkiv → Spara som, filformatet ”Excel-arbetsbok (.xlsx)”, och importera den nya filen."
	noPassword = "Öppna den i Excel, ta bort lösenordet under Arkiv → Info → Skydda arbetsbok → Kryptera med lösenord, spara, och försök igen."
)

// checkContent says from the file's first bytes whether it can be a workbook;
// the file's name tells nothing. The error is the fault for the user.
func checkContent(f *io.SectionReader, path string) error {
	head := make([]byte, 1024)
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.ErrUnexpectedEOF && err != io.EOF {
		return err
	}
	head = head[:n]
	is := func(magic string) bool { return bytes.HasPrefix(head, []byte(magic)) }
	lower := strings.ToLower(strings.TrimLeft(string(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF"))), " \t\r\n"))
	switch {
	case n == 0:
		return files.Refuse(fault.Unreadable, path, "är tom", "Kontrollera att rätt fil är vald och att den har hämtats färdigt.", nil)
	case is("PK\x03\x04"), is("PK\x05\x06"):
		return nil
	case is("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"):
		return checkOLE(f, path)
	case is("\x09\x08"), is("\x09\x04\x06"), is("\x09\x02\x06"):
		return oldExcel(path)
	case is("%PDF-"):
		return files.Refuse(fault.Unreadable, path, "är en PDF och inte en Excel-fil", "Be om den som Excel-fil (.xlsx) och importera den.", nil)
	case strings.Contains(lower, "urn:schemas-microsoft-com:office:spreadsheet"):
		return files.Refuse(fault.Unreadable, path, "är ett XML-kalkylblad från en äldre Excel", saveAsXlsx, nil)
	case strings.Contains(lower, "urn:oasis:names:tc:opendocument:xmlns:office"):
		return files.Refuse(fault.Unreadable, path, "är ett kalkylblad från LibreOffice i platt XML (.fods)", "Öppna den i LibreOffice, spara den som .ods eller .xlsx och importera den nya filen.", nil)
	case strings.HasPrefix(lower, "<!doctype html"), strings.HasPrefix(lower, "<html"), strings.HasPrefix(lower, "<table"), strings.Contains(lower, "<html"):
		return files.Refuse(fault.Unreadable, path, "är en webbsida som har fått en Excel-fils namn", saveAsXlsx, nil)
	case isText(head):
		return files.Refuse(fault.Unreadable, path, "är en textfil och inte en Excel-fil", "Om den innehåller en tabell: ge den filändelsen .csv och importera den igen.", nil)
	}
	return files.Refuse(fault.Unreadable, path, "är inte en Excel-fil", "Välj en fil som har sparats som Excel-arbetsbok (.xlsx).", nil)
}

func isText(head []byte) bool {
	for len(head) > 0 && !utf8.RuneStart(head[len(head)-1]) {
		head = head[:len(head)-1]
	}
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
			return false
		}
	}
	return true
}

func oldExcel(path string) error {
	return files.Refuse(fault.Unreadable, path, "är i Excels gamla format (.xls)", saveAsXlsx, nil)
}

// checkOLE tells the compound files apart that people take for workbooks, by
// the names of their streams. It never gives nil.
func checkOLE(f *io.SectionReader, path string) error {
	found, err := searchUTF16(f, "EncryptedPackage", "Workbook", "Book", "WordDocument")
	switch {
	case err != nil:
		return err
	case found["EncryptedPackage"]:
		return files.Refuse(fault.Encrypted, path, "är skyddad med lösenord", noPassword, nil)
	case found["Workbook"], found["Book"]:
		return oldExcel(path)
	case found["WordDocument"]:
		return files.Refuse(fault.Unreadable, path, "är ett Word-dokument", "Spara tabellen som Excel-arbetsbok (.xlsx) och importera den.", nil)
	}
	return files.Refuse(fault.Unreadable, path, "är inte en Excel-fil som går att läsa", saveAsXlsx, nil)
}

// searchUTF16 says which names stand in the file, written as in the directory
// of a compound file: UTF-16 with a zero after.
func searchUTF16(f *io.SectionReader, names ...string) (map[string]bool, error) {
	const overlap = 64
	found := map[string]bool{}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	buf, kept := make([]byte, 1<<20), 0
	for r := io.LimitReader(f, packed.MaxFile); ; {
		n, err := io.ReadFull(r, buf[kept:])
		window := buf[:kept+n]
		for _, name := range names {
			pattern := strings.Join(strings.Split(name, ""), "\x00") + "\x00\x00\x00"
			found[name] = found[name] || bytes.Contains(window, []byte(pattern))
		}
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			return found, nil
		}
		if err != nil {
			return nil, err
		}
		kept = copy(buf, window[len(window)-overlap:])
	}
}

// checkParts is for zip files without a workbook in XML.
func (a *archive) checkParts(path string) error {
	kind := a.Mimetype()
	switch {
	case strings.Contains(kind, "opendocument.spreadsheet"):
		return files.Refuse(fault.Unreadable, path, "är ett kalkylblad från LibreOffice (.ods)", "Öppna den i LibreOffice eller Excel, spara den som Excel-arbetsbok (.xlsx) och importera den nya filen.", nil)
	case a.Parts["xl/workbook.bin"] != nil:
		return files.Refuse(fault.Unreadable, path, "är en binär Excel-arbetsbok (.xlsb)", saveAsXlsx, nil)
	case a.Parts["word/document.xml"] != nil, strings.Contains(kind, "opendocument.text"):
		return files.Refuse(fault.Unreadable, path, "är ett textdokument och inte en Excel-fil", "Spara tabellen som Excel-arbetsbok (.xlsx) och importera den.", nil)
	case a.Parts["ppt/presentation.xml"] != nil:
		return files.Refuse(fault.Unreadable, path, "är en presentation och inte en Excel-fil", "Spara tabellen som Excel-arbetsbok (.xlsx) och importera den.", nil)
	case a.Parts["[content_types].xml"] != nil:
		return damaged(path, nil)
	}
	return files.Refuse(fault.Unreadable, path, "är ett zip-arkiv och inte en Excel-fil", "Packa upp arkivet och välj Excel-filen i det.", nil)
}
