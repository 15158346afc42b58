package wiring

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// TestWhatAFileHoldsDecides: a workbook of LibreOffice is read as that whatever it is
// called.
func TestWhatAFileHoldsDecides(t *testing.T) {
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for _, part := range [][2]string{
		{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
		{"content.xml", `<document-content><body><spreadsheet><table table:name="Blad1"><table-row><table-cell office:value-type="string"><p>Namn</p></table-cell></table-row></table></spreadsheet></body></document-content>`},
	} {
		w, err := z.Create(part[0])
		if err == nil {
			_, err = io.WriteString(w, part[1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	z.Close()
	for name, c := range map[string]struct {
		data   []byte
		format string
	}{
		"lista.ods": {packed.Bytes(), "ods"}, "lista.xlsx": {packed.Bytes(), "ods"}, "lista.csv": {packed.Bytes(), "ods"},
		"system.csv": {[]byte("Namn;År\nKök;1\n"), "csv"}, "system.tsv": {[]byte("Namn\tÅr\nKök\t1\n"), "csv"},
	} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, c.data, 0o600); err != nil {
			t.Fatal(err)
		}
		b, err := readBook(context.Background(), path, nil)
		if err != nil || b.Format != c.format || b.Sheets[0].Rows[0].At(0).Text != "Namn" {
			t.Errorf("%s: %+v, %v", name, b, err)
		}
	}
}

// TestADocumentOfOursIsRead whatever it is called, but as a table where the name says so.
func TestADocumentOfOursIsRead(t *testing.T) {
	for name, doc := range map[string]string{
		"ut.json": `{"format": "itportfoljen", "version": 1, "systems": [{"name": "Kartan"}]}`,
		"ut":      "\xEF\xBB\xBF\r\n{\n \"format\":\"itportfoljen\",\"version\":1}",
	} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(doc), 0o600); err != nil {
			t.Fatal(err)
		}
		if b, err := readBook(context.Background(), path, nil); err != nil || b.Format != "json" || b.Name != name {
			t.Errorf("%s: %+v, %v", name, b, err)
		}
	}
}
