package json

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/fuzztest"
	"itportfoljen/app/exchange/jsonform"
	"itportfoljen/app/exchange/sheet"
)

const begin = `{"format":"itportfoljen","version":1,`

func readText(s string) (*sheet.Book, error) {
	return read(context.Background(), strings.NewReader(s), int64(len(s)), "mapp/ut.json", nil)
}

func TestValuesAreCells(t *testing.T) {
	b, err := readText("\xEF\xBB\xBF" + begin + `"portfolio":{"id":"3f","entry":4,"deep":{"x":[1]}},
		"systems":[{"id":"a","name":"Kart\u00e5n","n":12,"e":1.5e3,"half":0.10,"yes":true,"no":false,"none":null,"refs":["A-1","B"],"past":[{"person":"Å"}]},
		{}, {"name":"", "late":"x"}, 7, null],
		"empty":[], "systems":[{"name":"Tavlan"}]}`)
	if err != nil {
		t.Fatal(err)
	}
	if b.Name != "ut.json" || b.Format != jsonform.Format || len(b.Sheets) != 3 || b.Sheets[0].Name != jsonform.HeadSheet {
		t.Fatalf("%+v", b)
	}
	head := map[string]string{}
	for _, r := range b.Sheets[0].Rows {
		head[r.At(0).Text] = r.At(1).Text
	}
	if want := (map[string]string{"format": "itportfoljen", "version": "1", "portfolio.id": "3f", "portfolio.entry": "4"}); !reflect.DeepEqual(head, want) {
		t.Errorf("head is %v", head)
	}
	systems := b.Sheets[1]
	got := map[string]sheet.Cell{}
	for i, c := range systems.Rows[0].Cells {
		got[c.Text] = systems.Rows[1].At(i)
	}
	for key, want := range map[string]sheet.Cell{
		"id": sheet.Str("a"), "name": sheet.Str("Kartån"), "n": sheet.Dec("12", 12), "e": sheet.Dec("1500", 1500), "half": sheet.Dec("0.10", 0.1),
		"yes": {Kind: sheet.Bool, Num: 1, Text: "ja"}, "no": {Kind: sheet.Bool, Text: "nej"}, "none": {},
		"refs": {Kind: sheet.Error, Text: `["A-1","B"]`}, "past": {Kind: sheet.Error, Text: `[{"person":"Å"}]`},
	} {
		if got[key] != want {
			t.Errorf("%s is %+v, want %+v", key, got[key], want)
		}
	}
	var numbers []int
	for _, r := range systems.Rows {
		numbers = append(numbers, r.Number)
	}
	if !reflect.DeepEqual(numbers, []int{1, 2, 4, 5, 7}) { // neither the empty object nor null is a row
		t.Errorf("rows %v", numbers)
	}
	if systems.Rows[4].At(1).Text != "Tavlan" || len(b.Sheets[2].Rows) != 1 {
		t.Errorf("%+v", b.Sheets[1:])
	}
}

func TestAKeyThatIsThereTwiceIsTold(t *testing.T) {
	b, err := readText(begin + `"systems":[{"name":"A","name":"B"}]}`)
	if err != nil || b.Sheets[1].Rows[1].At(0).Text != "B" || len(b.Notes) != 1 || b.Notes[0].Row != 2 || !strings.Contains(b.Notes[0].Text, "flera gånger") {
		t.Errorf("%+v, %v", b, err)
	}
}

func TestADocumentWithoutVersionIsTold(t *testing.T) {
	for _, doc := range []string{`{"format":"itportfoljen"}`, `{"format":"itportfoljen","version":0}`, `{"format":"itportfoljen","version":"ett"}`} {
		if b, err := readText(doc); err != nil || len(b.Notes) != 1 {
			t.Errorf("%s: %+v, %v", doc, b, err)
		}
	}
}

func TestRefusedInWords(t *testing.T) {
	long := strings.Repeat("x", maxText+1)
	for name, c := range map[string]struct {
		doc  string
		code fault.Code
		says string
	}{
		"nothing":            {"", fault.Damaged, "skadat"},
		"another's":          {`{"systems":[{"name":"A"}]}`, fault.Unreadable, "inget som IT-portföljen har skrivit"},
		"another's format":   {`{"format":"annat","version":1}`, fault.Unreadable, "inget som IT-portföljen har skrivit"},
		"a list":             {`[{"name":"A"}]`, fault.Unreadable, "inget som IT-portföljen har skrivit"},
		"a text":             {`"itportfoljen"`, fault.Unreadable, "inget som IT-portföljen har skrivit"},
		"newer":              {`{"format":"itportfoljen","version":2}`, fault.TooNew, "nyare version"},
		"newer by parts":     {`{"format":"itportfoljen","version":1.5}`, fault.TooNew, "nyare version"},
		"cut":                {begin + `"systems":[{"name":"A"`, fault.Damaged, "skadat"},
		"cut between":        {begin + `"systems":[{"name":"A"},`, fault.Damaged, "skadat"},
		"cut at the end":     {begin + `"systems":[]`, fault.Damaged, "skadat"},
		"no comma":           {begin + `"systems":[{"name":"A"} {"name":"B"}]}`, fault.Damaged, "skadat"},
		"two documents":      {begin + `"systems":[]}{}`, fault.Unreadable, "inget som"},
		"something after":    {begin + `"systems":[]} x`, fault.Damaged, "skadat"},
		"Latin-1":            {begin + "\"systems\":[{\"name\":\"\xC5\"}]}", fault.Damaged, "UTF-8"},
		"UTF-16":             {"\xFF\xFE{\x00", fault.Damaged, "UTF-8"},
		"half a letter":      {begin + "\"systems\":[]}\xC3", fault.Damaged, "skadat"},
		"deep":               {begin + `"x":` + strings.Repeat("[", 100_000), fault.TooLarge, "större"},
		"deep beside":        {begin + `"x":{"y":` + strings.Repeat("[", 100_000), fault.TooLarge, "större"},
		"deep in a record":   {begin + `"systems":[{"x":` + strings.Repeat(`{"x":`, 100_000), fault.TooLarge, "större"},
		"a long text":        {begin + `"systems":[{"name":"` + long + `"}]}`, fault.TooLarge, "större"},
		"a long text beside": {begin + `"x":"` + long + `"}`, fault.TooLarge, "större"},
		"a long key":         {begin + `"systems":[{"` + long + `":1}]}`, fault.TooLarge, "större"},
		"a long list in one": {begin + `"systems":[{"x":[` + strings.Repeat("1,", maxText) + `1]}]}`, fault.TooLarge, "större"},
		"a text without end": {begin + `"systems":[{"name":"` + strings.Repeat("x", maxObject+3*readAhead), fault.TooLarge, "större"},
		"blanks without end": {begin + strings.Repeat(" ", maxObject+3*readAhead), fault.TooLarge, "större"},
		"many lists":         {begin + many(`"%d":[],`, maxLists+1) + `"x":[]}`, fault.TooLarge, "större"},
		"many values":        {begin + many(`"%d":1,`, maxLists+1) + `"x":1}`, fault.TooLarge, "större"},
		"many keys":          {begin + `"systems":[{` + many(`"%d":1,`, maxColumns+1) + `"x":1}]}`, fault.TooLarge, "större"},
		"many cells":         {begin + `"systems":[{` + many(`"%d":1,`, maxColumns-1) + `"x":1}` + strings.Repeat(`,{"x":1}`, 400) + `]}`, fault.TooLarge, "större"},
	} {
		b, err := readText(c.doc)
		if fault.CodeOf(err) != c.code || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), "Inget har ändrats.") || !strings.Contains(err.Error(), "”ut.json”") {
			t.Errorf("%s: %v, %v", name, b != nil, err)
		}
	}
}

func many(form string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, form, i)
	}
	return b.String()
}

func TestLettersMayStandAnywhere(t *testing.T) {
	for _, size := range []int{1, 2, 3, 5, 7} {
		doc := begin + `"systems":[{"name":"Åäö 👩 €"}]}`
		b, err := read(context.Background(), &slow{doc, size}, int64(len(doc)), "x.json", nil)
		if err != nil || b.Sheets[1].Rows[1].At(0).Text != "Åäö 👩 €" {
			t.Errorf("%d at a time: %v", size, err)
		}
	}
}

// slow gives a few bytes at a time.
type slow struct {
	rest string
	n    int
}

func (s *slow) Read(p []byte) (int, error) {
	n := copy(p, s.rest[:min(s.n, len(s.rest))])
	s.rest = s.rest[n:]
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

func TestWhatAFileBeginsWith(t *testing.T) {
	for doc, want := range map[string]bool{
		"{\"a\": 1}": true, "\xEF\xBB\xBF \r\n{ \"a\"": true, "{}": true, "{": true, `[{"a":1}]`: true, "[]": true,
		"": false, "Namn;År": false, "[1] Kök": false, "{annat}": false, "PK\x03\x04": false,
	} {
		path := filepath.Join(t.TempDir(), "fil")
		if err := os.WriteFile(path, []byte(doc), 0o600); err != nil {
			t.Fatal(err)
		}
		if Is(path) != want {
			t.Errorf("%q is a document: %v", doc, !want)
		}
	}
}

func TestAFileIsReadWithProgress(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ut.json")
	if err := os.WriteFile(path, []byte(begin+`"systems":[{"name":"A"}]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	var told []float64
	if _, err := Read(context.Background(), path, func(f float64) { told = append(told, f) }); err != nil || len(told) < 2 || told[len(told)-1] != 1 {
		t.Errorf("%v, %v", told, err)
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if _, err := Read(stopped, path, nil); fault.CodeOf(err) != fault.Canceled {
		t.Error(err)
	}
	if _, err := Read(context.Background(), filepath.Join(t.TempDir(), "saknas.json"), nil); fault.CodeOf(err) != fault.NotFound {
		t.Error(err)
	}
	if _, err := Read(context.Background(), t.TempDir(), nil); fault.CodeOf(err) != fault.Unreadable {
		t.Error(err)
	}
}

// FuzzPairs tells the keys and values of any object as encoding/json does.
func FuzzPairs(f *testing.F) {
	fuzztest.Brief(f)
	for _, s := range []string{`{}`, `{"a":1}`, ` {"a" : [1,{"b":"]}\\""}] , "å\u00e5":true,"\"":"," }`, `{"a":-1.5e3,"b":null}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.TrimSpace(s)
		want := map[string]json.RawMessage{}
		if !utf8.ValidString(s) || json.Unmarshal([]byte(s), &want) != nil || s[0] != '{' {
			return
		}
		got := map[string]json.RawMessage{}
		for key, value := range pairs([]byte(s)) {
			got[key] = value
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q has %q, want %q", s, got, want)
		}
	})
}

// FuzzRead reads anything at all: it is refused with a fault, or every list has its keys
// first and no row that is empty.
func FuzzRead(f *testing.F) {
	fuzztest.Brief(f)
	for _, s := range []string{begin + `"systems":[{"name":"A","n":[1,{"x":null}]},3,null]}`, `{"format":"itportfoljen","version":3}`, `[{}]`, begin + "\"\xC5\":1}", `{"a":{"b":[[]]}}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		b, err := readText(s)
		if err != nil {
			if fault.CodeOf(err) == fault.Internal {
				t.Error(err)
			}
			return
		}
		for _, sh := range b.Sheets[1:] {
			for _, r := range sh.Rows[1:] {
				if len(r.Cells) == 0 {
					t.Errorf("%s has nothing in row %d", sh.Name, r.Number)
				}
				if len(r.Cells) > len(sh.Rows[0].Cells) {
					t.Errorf("%s has cells without keys in row %d", sh.Name, r.Number)
				}
			}
		}
	})
}
