package csv

import (
	"reflect"
	"strings"
	"testing"
)

func TestQuotesThatNobodyDoubled(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want [][]string
	}{
		"last in a quoted field": {"\"Namn\";\"Vem\"\r\n\"Rör 24\"\";\"Bo\"\r\n\"Rör 27\"\";\"Li\"\r\n",
			[][]string{{"Namn", "Vem"}, {`Rör 24"`, "Bo"}, {`Rör 27"`, "Li"}}},
		"last in a quoted field, once": {"Namn;Betyg;Firma\n\"Rör 27\"\";Bra;Sjö AB\nRör 32\";Bra;Å AB\nRör 40;Bra;Å AB\n",
			[][]string{{"Namn", "Betyg", "Firma"}, {`Rör 27"`, "Bra", "Sjö AB"}, {`Rör 32"`, "Bra", "Å AB"}, {"Rör 40", "Bra", "Å AB"}}},
		"with commas":             {"Name,Size\n\"Tube 5\"\",3\nTube 6\",4\n", [][]string{{"Name", "Size"}, {`Tube 5"`, "3"}, {`Tube 6"`, "4"}}},
		"in the middle":           {"Namn;Vem\n\"Rör 27\" brett\";\"Bo\"\nKök;Li\n", [][]string{{"Namn", "Vem"}, {`Rör 27" brett`, "Bo"}, {"Kök", "Li"}}},
		"a word in a quoted one":  {"Namn;Vem\n\"Det \"nya\" köket\";\"Bo\"\nKök;Li\n", [][]string{{"Namn", "Vem"}, {`Det "nya" köket`, "Bo"}, {"Kök", "Li"}}},
		"a word first":            {"Namn;Vem\n\"\"Nya\" köket\";\"Bo\"\nKök;Li\n", [][]string{{"Namn", "Vem"}, {`"Nya" köket`, "Bo"}, {"Kök", "Li"}}},
		"in the last field":       {"Namn;Bredd\nRör;\"27\"\"\nKök;\"30\"\"\n", [][]string{{"Namn", "Bredd"}, {"Rör", `27"`}, {"Kök", `30"`}}},
		"in all fields":           {"Namn;Bredd;Höjd\n\"Rör 1\"\";\"27\"\";\"30\"\"\nKök;1;2\n", [][]string{{"Namn", "Bredd", "Höjd"}, {`Rör 1"`, `27"`, `30"`}, {"Kök", "1", "2"}}},
		"with a delimiter beside": {"Namn;Vem\n\"Rör 27\"\";\"Bo; Li\"\nKök;Li\n", [][]string{{"Namn", "Vem"}, {`Rör 27"`, "Bo; Li"}, {"Kök", "Li"}}},
		"that opens and never ends": {"Namn;Vem;År\n\"Rör;Bo;1\nKök;\"Li\";2\nSal;Åsa;3\n",
			[][]string{{"Namn", "Vem", "År"}, {`"Rör`, "Bo", "1"}, {"Kök", "Li", "2"}, {"Sal", "Åsa", "3"}}},
		"one column": {"Namn\n\"Rör 27\"\"\n\"Rör 30\"\"\n", [][]string{{"Namn"}, {`Rör 27"`}, {`Rör 30"`}}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, ends := range []string{"\n", "\r\n"} {
				book := mustRead(t, strings.ReplaceAll(strings.ReplaceAll(c.data, "\r\n", "\n"), "\n", ends))
				if got := table(book); !reflect.DeepEqual(got, c.want) || len(book.Notes) != 0 {
					t.Errorf("lines end with %q: %q, told %+v", ends, got, book.Notes)
				}
			}
		})
	}
}

// What follows the rules is read by them, however odd it is.
func TestQuotesThatAreDoubledStay(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want [][]string
	}{
		"before a delimiter":      {"a;b\n\"x \"\"y\"\";z\";1\n2;3\n", [][]string{{"a", "b"}, {`x "y";z`, "1"}, {"2", "3"}}},
		"before a line break":     {"a;b\r\n\"x \"\"y\"\"\nz\";1\r\n2;3\r\n", [][]string{{"a", "b"}, {"x \"y\"\nz", "1"}, {"2", "3"}}},
		"an inch, and a break":    {"a;b\r\n\"x 27\"\"\nz\";1\r\n2;3\r\n", [][]string{{"a", "b"}, {"x 27\"\nz", "1"}, {"2", "3"}}},
		"only in quotes":          {"a;b\r\n\"\"\"x\"\"\";\"\"\"\"\r\n2;3\r\n", [][]string{{"a", "b"}, {`"x"`, `"`}, {"2", "3"}}},
		"a break and delimiters":  {"a;b\n\"x;y\nz;w\";1\n2;3\n", [][]string{{"a", "b"}, {"x;y\nz;w", "1"}, {"2", "3"}}},
		"a title of several":      {"\"List; of\nsystems\"\na;b\n2;3\n4;5\n", [][]string{{"List; of\nsystems"}, {"a", "b"}, {"2", "3"}, {"4", "5"}}},
		"an empty one":            {"a;b\n\"\";1\n2;\"\"\n", [][]string{{"a", "b"}, {"", "1"}, {"2"}}},
		"an inch in a wide file":  {"a;b\r\n\"x 27\"\"\";1\r\n2;3\r\n", [][]string{{"a", "b"}, {`x 27"`, "1"}, {"2", "3"}}},
		"a delimiter, by program": {"a;b\r\n\"\"\";x\";\";\"\"\"\r\n2;3\r\n", [][]string{{"a", "b"}, {`";x`, `;"`}, {"2", "3"}}},
	} {
		t.Run(name, func(t *testing.T) {
			book := mustRead(t, c.data)
			if got := table(book); !reflect.DeepEqual(got, c.want) || len(book.Notes) != 0 {
				t.Errorf("%q, told %+v", got, book.Notes)
			}
		})
	}
}

func TestQuotesThatGoTogetherInNoWayAreTold(t *testing.T) {
	book := mustRead(t, "Namn;Vem;År\n\"Rör \"27;Bo;Ek;Li;x\"y\nKök;Li;2\nSal;Åsa;3\n")
	if len(book.Notes) == 0 || book.Notes[0].Row != 2 || !strings.Contains(book.Notes[0].Text, "citattecken") {
		t.Errorf("%q, told %+v", table(book), book.Notes)
	}
	last := book.Sheets[0].Rows[len(book.Sheets[0].Rows)-1]
	if last.At(0).Text != "Sal" || last.At(2).Text != "3" {
		t.Errorf("%q", table(book))
	}
}

func TestFormulas(t *testing.T) {
	for data, want := range map[string]string{
		`="0412"`: "0412", `"=""0412"""`: "0412", `="Sjö AB"`: "Sjö AB", `"=""Rör 27"""""""`: `Rör 27"`, `=""`: "", ` ="0412"`: ` ="0412"`, `'=1+1`: "=1+1", "=>": "=>", "= samma": "= samma", "=": "=", "=== Skola ===": "=== Skola ===", "=)": "=)",
		"=SUM(B2:B9)": "#OBERÄKNAD", "=B2": "#OBERÄKNAD", "=$B$2*12": "#OBERÄKNAD", "=12*450": "#OBERÄKNAD", "=Blad2!A1": "#OBERÄKNAD", "='Blad 2'!A1": "#OBERÄKNAD", "=-B2": "#OBERÄKNAD", `"=OM(A1=""x"";1;2)"`: "#OBERÄKNAD", `"=""a""&B2"`: "#OBERÄKNAD", "=(B2+C2)": "#OBERÄKNAD",
	} {
		cell := mustRead(t, "Namn;Vem\r\n"+data+";Bo\r\n").Sheets[0].Rows[1].At(0)
		if cell.Text != want {
			t.Errorf("%s: %+v, want %q", data, cell, want)
		}
	}
}
