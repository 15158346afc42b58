package proof_test

import (
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"itportfoljen/cmd/internal/wiring"
)

// TestTheDesktopKnowsAPortfolio: what is handed to a Linux desktop about the
// program and its files is about the same kind of file, and about ours.
func TestTheDesktopKnowsAPortfolio(t *testing.T) {
	text, err := os.ReadFile("../../../.ci/itportfoljen.desktop")
	if err != nil {
		t.Fatal(err)
	}
	entry := map[string]string{}
	for line := range strings.Lines(string(text)) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		entry[key] = value
	}
	text, err = os.ReadFile("../../../.ci/itportfoljen.xml")
	if err != nil {
		t.Fatal(err)
	}
	var info struct {
		Kind struct {
			Name string `xml:"type,attr"`
			Icon struct {
				Name string `xml:"name,attr"`
			} `xml:"icon"`
			Glob struct {
				Pattern string `xml:"pattern,attr"`
			} `xml:"glob"`
			Match struct {
				Offset int    `xml:"offset,attr"`
				Value  string `xml:"value,attr"`
			} `xml:"magic>match"`
		} `xml:"mime-type"`
	}
	if err := xml.Unmarshal(text, &info); err != nil {
		t.Fatal(err)
	}
	kind := info.Kind
	if entry["MimeType"] != kind.Name+";" || entry["Icon"] != kind.Icon.Name || entry["Exec"] != "itportfolj %f" {
		t.Errorf("%v is of another kind than %+v", entry, kind)
	}
	path := filepath.Join(t.TempDir(), "a.itp")
	p, err := wiring.Services(wiring.Options{}).Example(t.Context(), path, "S", 1)
	if err == nil {
		err = p.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	if kind.Glob.Pattern != "*"+filepath.Ext(path) {
		t.Errorf("its files are %s", kind.Glob.Pattern)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprintf("%#x", binary.BigEndian.Uint32(file[kind.Match.Offset:])); got != kind.Match.Value {
		t.Errorf("a portfolio has %s at %d, not %s", got, kind.Match.Offset, kind.Match.Value)
	}
}
