package block

import (
	"reflect"
	"strings"
	"testing"
)

func TestABlockIsReadAsSpreadsheetsWriteIt(t *testing.T) {
	for _, c := range []struct {
		name, s string
		want    [][]string
	}{
		{"nothing", "", nil},
		{"one cell", "Anna Ek", [][]string{{"Anna Ek"}}},
		{"Excel's line breaks, and one last", "a\tb\r\nc\td\r\n", [][]string{{"a", "b"}, {"c", "d"}}},
		{"LibreOffice's line breaks", "a\tb\nc\td\n", [][]string{{"a", "b"}, {"c", "d"}}},
		{"an old Mac's", "a\rb", [][]string{{"a"}, {"b"}}},
		{"several lines in a cell", "\"a\nb\"\tc\r\n", [][]string{{"a\nb", "c"}}},
		{"Windows' line break in a cell is one", "\"a\r\nb\"\tc", [][]string{{"a\nb", "c"}}},
		{"a tab in a cell", "\"a\tb\"\tc", [][]string{{"a\tb", "c"}}},
		{"doubled quotes", "\"Kallat \"\"Nova\"\"\"\tb", [][]string{{`Kallat "Nova"`, "b"}}},
		{"quotes inside a cell are written as they are", "19\" skärm\tb", [][]string{{`19" skärm`, "b"}}},
		{"quotes around a part are no quotes", "\"Nova\" AB\tb", [][]string{{`"Nova" AB`, "b"}}},
		{"quotes that aren't closed", "\"Nova\tb\nc", [][]string{{`"Nova`, "b"}, {"c"}}},
		{"ragged rows", "a\tb\tc\nd\n\te\n", [][]string{{"a", "b", "c"}, {"d"}, {"", "e"}}},
		{"an empty row", "a\n\nb", [][]string{{"a"}, {""}, {"b"}}},
		{"empty cells last", "a\t\t\nb\t", [][]string{{"a", "", ""}, {"b", ""}}},
		{"a mark of the byte order", "\ufeffa\tb", [][]string{{"a", "b"}}},
	} {
		got, err := Read(c.s)
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %q, %v", c.name, got, err)
		}
	}
}

func TestTooMuchIsRefused(t *testing.T) {
	if _, err := Read(strings.Repeat("\n", mostCells+1)); err == nil {
		t.Error("a clipboard of any size is read")
	}
}

// FuzzRead: no clipboard makes it fail, and what is written is read back.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"a\tb\r\n\"c\nd\"\t\"\"\"\"\n", "\"", "\"\"", "\t\t\n", "a\r\rb", "\ufeff\ufeff", "\"a\"b\t\"c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		rows, err := Read(s)
		if err != nil {
			return
		}
		again, err := Read(Write(rows))
		if err != nil || !reflect.DeepEqual(again, rows) {
			t.Fatalf("%q was read as %q, and what that is written as as %q, %v", s, rows, again, err)
		}
	})
}
