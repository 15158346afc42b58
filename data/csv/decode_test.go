package csv

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/sheet"
)

// encodings are what Swedish lists are written in.
var encodings = map[string]encoding.Encoding{
	"utf-8":              encoding.Nop,
	"utf-8, mark":        unicode.UTF8BOM,
	"utf-16 le":          unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
	"utf-16 be":          unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	"utf-16 le, mark":    unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
	"utf-16 be, mark":    unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
	"windows-1252":       charmap.Windows1252,
	"latin-1":            charmap.ISO8859_1,
	"macroman":           charmap.Macintosh,
	"cp850":              charmap.CodePage850,
	"cp437":              charmap.CodePage437,
	"windows-1252, name": charmap.Windows1252,
}

// encoded is the text in an encoding; ok is false where the encoding lacks a sign.
func encoded(e encoding.Encoding, text string) (string, bool) {
	out, err := e.NewEncoder().String(text)
	return out, err == nil
}

func TestEncodingIsToldByTheWordsThatItMakes(t *testing.T) {
	for _, text := range []string{
		"System;Ägare\nLön;Åsa Öberg\n",
		"Namn;Förvaltning\nVårdplan;Äldreomsorg\nSkolbok;Barn och utbildning\n",
		"SYSTEM;FÖRVALTNING\nKÖKET;ÅLDERDOMSHEMMET\n",
		"Name;Owner\nBreda linjen;Märta\n",
		"Name;Owner\nKafé;Renée Lindh\nMüller;Lübeck\n",
		"Namn;Anteckning\nGrind;avtal – se bilaga 5 §\nPort;”gamla porten”, 100 €\n",
		"Namn;Anteckning\nGrind;på å\nPort;ö\n",
		"Namn\tBeskrivning\nJournal\tHälso- och sjukvårdens journal\n",
		"a,b\nÅäö,ÖÄÅ\n",
	} {
		want := table(mustRead(t, text))
		for name, e := range encodings {
			data, ok := encoded(e, text)
			if !ok {
				continue
			}
			for _, ends := range []string{"\n", "\r\n", "\r"} {
				data := data
				if !strings.HasPrefix(name, "utf-16") {
					data = strings.ReplaceAll(data, "\n", ends)
				}
				if got := table(mustRead(t, data)); !reflect.DeepEqual(got, want) {
					t.Errorf("%s, lines end with %q: %q, want %q", name, ends, got, want)
				}
			}
		}
	}
}

func mustRead(t testing.TB, data string) *sheet.Book {
	t.Helper()
	book, err := readText(t, data)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// words are of the kind that Swedish lists are made of.
var words = strings.Fields("Lönehantering Ärendesystem Översiktsplan Ånge kommun Skolförvaltningen för och på Måltid bygglov åtgärd ärende öppen VÄG GÅRD Käre Björk Åkesson Göran Östen Älva nätverk server 24 1250,50 2027-01-01 3 st. Hörby Skövde Ystad hälsa vård e-tjänst trygghetslarm Kök KÖK Språk Entré idé Andrén")

func TestWhatIsEncodedIsDecodedTheSame(t *testing.T) {
	random := rand.New(rand.NewPCG(10, 2))
	for range 300 {
		var text strings.Builder
		text.WriteString("Namn;Beskrivning;Ägare")
		for range 1 + random.IntN(6) {
			text.WriteByte('\n')
			for i := range 3 {
				if i > 0 {
					text.WriteByte(';')
				}
				for k := range 1 + random.IntN(4) {
					if k > 0 {
						text.WriteByte(' ')
					}
					text.WriteString(words[random.IntN(len(words))])
				}
			}
		}
		want := table(mustRead(t, text.String()))
		for name, e := range encodings {
			if data, ok := encoded(e, text.String()); ok {
				if book := mustRead(t, data); !reflect.DeepEqual(table(book), want) {
					t.Fatalf("%s: %q, want %q", name, table(book), want)
				}
			}
		}
	}
}

func TestAStrayByteDoesNotRuinTheFile(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want [][]string
		rows []int
	}{
		"one byte of windows": {"Namn;Ägare\nLön;Åsa\nCaf\xE9;Örjan Lööf\n", [][]string{{"Namn", "Ägare"}, {"Lön", "Åsa"}, {"Café", "Örjan Lööf"}}, []int{3}},
		"of mac":              {"Namn;Ägare\nLön;Åsa\nL\x9An;Örjan\n", [][]string{{"Namn", "Ägare"}, {"Lön", "Åsa"}, {"Lön", "Örjan"}}, []int{3}},
		"of dos":              {"Namn;Ägare\nLön;Åsa\nL\x94n;Örjan\n", [][]string{{"Namn", "Ägare"}, {"Lön", "Åsa"}, {"Lön", "Örjan"}}, []int{3}},
		"a line of windows":   {"Namn;Ägare\nLön;Åsa\nV\xE4g;\xD6rjan\nKök;Östen\n", [][]string{{"Namn", "Ägare"}, {"Lön", "Åsa"}, {"Väg", "Örjan"}, {"Kök", "Östen"}}, []int{3}},
		"two files after each other": {"Namn;\xC4gare\nL\xF6n;\xC5sa\nV\xE4g;\xD6rjan\nKök;Östen\n",
			[][]string{{"Namn", "Ägare"}, {"Lön", "Åsa"}, {"Väg", "Örjan"}, {"Kök", "Östen"}}, []int{4}},
		"in a row of several lines": {"Namn;Ägare\n\"a\nb\";x\n\"Kök\nCaf\xE9\";Åsa\n", [][]string{{"Namn", "Ägare"}, {"a\nb", "x"}, {"Kök\nCafé", "Åsa"}}, []int{3}},
		"a dash between letters":    {"Namn;\xC4gare\nLinjen \xC5\x96\xD6;B\xE4rta\n", [][]string{{"Namn", "Ägare"}, {"Linjen Å–Ö", "Bärta"}}, nil},
		"after a line of sep":       {"sep=;\nNamn;Ägare\nCaf\xE9;Åsa\n", [][]string{{"Namn", "Ägare"}, {"Café", "Åsa"}}, []int{3}},
	} {
		t.Run(name, func(t *testing.T) {
			book := mustRead(t, c.data)
			if got := table(book); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %q", got)
			}
			var rows []int
			for _, n := range book.Notes {
				rows = append(rows, n.Row)
			}
			if !slices.Equal(rows, c.rows) {
				t.Errorf("told %+v", book.Notes)
			}
		})
	}
}

func TestManyOddLinesAreToldOfTogether(t *testing.T) {
	book := mustRead(t, "Namn;Ägare\n"+strings.Repeat("Lön;Åsa\n", 200)+strings.Repeat("V\xE4g;Bo\n", 30))
	if len(book.Notes) != 1+mostDoubts || book.Notes[0].Row != 0 || !strings.Contains(book.Notes[0].Text, "30 rader") {
		t.Errorf("told %+v", book.Notes)
	}
}

func TestAnOlderEncodingIsTold(t *testing.T) {
	for data, say := range map[string]string{"Namn;Vem\nL\x9An;\x81ke\n": "äldre Mac", "Namn;Vem\nL\x94n;\x8Fke\n": "DOS", "Namn;Vem\nL\xF6n;\xC5ke\n": "", "Namn;Vem\nL\xAAn;a\xAAke\xA8b\n": "gick inte att avgöra"} {
		book := mustRead(t, data)
		switch {
		case say == "" && len(book.Notes) > 0, say != "" && (len(book.Notes) != 1 || !strings.Contains(book.Notes[0].Text, say)):
			t.Errorf("%q: told %+v, want %q", data, book.Notes, say)
		}
	}
}

// again is the text as it is when its UTF-8 has been read in another encoding.
func again(e *charmap.Charmap, text string) string {
	var out strings.Builder
	for _, b := range []byte(text) {
		out.WriteRune(e.DecodeByte(b))
	}
	return out.String()
}

func TestTextThatWasDecodedTwiceIsMended(t *testing.T) {
	text := "Namn;Ägare\nLön;Åsa Öberg – chef\nKafé;Bo\n"
	want := table(mustRead(t, text))
	for _, e := range []*charmap.Charmap{charmap.Windows1252, charmap.Macintosh, charmap.CodePage850, charmap.CodePage437} {
		book := mustRead(t, again(e, text))
		if got := table(book); !reflect.DeepEqual(got, want) || len(book.Notes) != 1 {
			t.Errorf("%s: %q, told %+v", e, got, book.Notes)
		}
	}
	if book := mustRead(t, again(charmap.Windows1252, again(charmap.Windows1252, text))); !reflect.DeepEqual(table(book), want) {
		t.Errorf("thrice: %q", table(book))
	}
	mixed := mustRead(t, "Namn;Ägare\nLÃ¶n;Åsa\n")
	if got := table(mixed); got[1][0] != "LÃ¶n" || len(mixed.Notes) != 1 || mixed.Notes[0].Row != 2 {
		t.Errorf("where others are right: %q, told %+v", got, mixed.Notes)
	}
	for _, text := range []string{"Namn;Ort\nSão;José\n", "Namn;Ort\nÃrea;x\n", "Namn;x\n√2;√\n", "Namn;Москва\nа;б\n"} {
		if book := mustRead(t, text); len(book.Notes) != 0 || table(book)[1][0] != strings.Split(strings.Split(text, "\n")[1], ";")[0] {
			t.Errorf("%q: %q, told %+v", text, table(book), book.Notes)
		}
	}
}

func TestSignsThatAreLost(t *testing.T) {
	book := mustRead(t, "Namn;Vem\nL\uFFFDn;Bo\nSkola;Åsa\n")
	if got := table(book); got[1][0] != "Ln" || len(book.Notes) != 1 || book.Notes[0].Row != 2 {
		t.Errorf("%q, told %+v", got, book.Notes)
	}
	if _, err := readText(t, "Namn;\uFFFDgare\nL\uFFFDn;Bo\nV\uFFFDg;\uFFFDsa\n"); fault.CodeOf(err) != fault.Damaged || !strings.Contains(err.Error(), "Inget har ändrats.") {
		t.Errorf("all lost: %v", err)
	}
}

func TestSignsThatControlAreTakenOut(t *testing.T) {
	for data, want := range map[string]string{
		"a\x08b": "ab", "a\x00b": "ab", "a\x7Fb": "ab", "a\uFFFFb": "ab", "a\uFFFEb": "ab", "a\u0085b": "a\nb", "a\u0088b": "ab", "a\x1B[31mb": "ab", "\x1Aab": "ab", "\"a\x1F\nb\"": "a\nb", "a\tb": "a\tb", "a\U0001F600b": "a\U0001F600b", "\uFDD0ab": "ab", "a\U0010FFFFb": "ab",
	} {
		if got := mustRead(t, "Namn;Vem\n"+data+";Bo\n").Sheets[0].Rows[1].At(0).Text; got != want {
			t.Errorf("%q: %q, want %q", data, got, want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"L\xF6n;Å\n", "\xC3\x83\xC2\xA5", "\xFF\xFEa\x00", "a\x00b\x00;\x00", "\x8A\x9A\x81;\x80", "\xE2\x82", "√§√∂"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		book, err := readText(t, string(data))
		if err != nil {
			return
		}
		for _, row := range book.Sheets[0].Rows {
			for _, cell := range row.Cells {
				if strings.ContainsRune(cell.Text, '\uFFFD') || strings.ToValidUTF8(cell.Text, "") != cell.Text {
					t.Fatalf("%q was read as %q", data, cell.Text)
				}
			}
		}
	})
}
