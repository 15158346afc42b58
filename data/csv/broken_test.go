package csv

import (
	"reflect"
	"testing"
)

func TestLinesThatAreOneQuotedField(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want [][]string
	}{
		"semicolons":            {"\"Namn;\"\"Vem\"\"\"\r\n\"Rör;\"\"Bo; Li\"\"\"\r\n", [][]string{{"Namn", "Vem"}, {"Rör", "Bo; Li"}}},
		"commas":                {"\"Namn,Vem\"\n\n\"Rör,\"\"Ek, Bo\"\"\"\n\"Kök,Li\"\n", [][]string{{"Namn", "Vem"}, {"Rör", "Ek, Bo"}, {"Kök", "Li"}}},
		"every field is quoted": {"\"Namn\";\"Vem\"\n\"Rör\";\"Bo\"\n", [][]string{{"Namn", "Vem"}, {"Rör", "Bo"}}},
		"one column of prose":   {"\"Namn\"\n\"Rör, nytt\"\n", [][]string{{"Namn"}, {"Rör, nytt"}}},
		"some lines only":       {"\"Namn;Vem\"\nRör;Bo\nKök;Li\n", [][]string{{"Namn;Vem"}, {"Rör", "Bo"}, {"Kök", "Li"}}},
		"empty fields":          {"\"\";\"\"\n\"\";\"a\"\n", [][]string{{"", "a"}}},
	} {
		if got := table(mustRead(t, c.data)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestALineThatABreakPartsIsTold(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		rows []int // told
	}{
		"a break in a cell":       {"a;b;c\n1;2;3\n4;Norr\ngård;6\n7;8;9\n", []int{3}},
		"two of them":             {"a;b;c;d\n1;2\n2;3;4\n1;2;3;4\n1;2;3\n3;4\n1;2;3;4\n", []int{2, 5}},
		"ends that are left out":  {"a;b;c\n1;2\n1;2\n1;2;3\n1;2\n", nil},
		"a title":                 {"Lista\na;b;c\n1;2;3\n", nil},
		"a heading alone":         {"a;b;c\nEtt\n1;2;3\nTvå\n1;2;3\n", nil},
		"all delimiters":          {"a;b;c\n1;2;\n1;;\n", nil},
		"short ones far between":  {"a;b;c\n1;2\n1;2;3\n1;2\n1;2;3\n", nil},
		"more than one line each": {"a;b;c\n\"1\n2\";3;4\n4;Norr\ngård;6\n7;8;9\n", []int{3}},
	} {
		var rows []int
		for _, n := range mustRead(t, c.data).Notes {
			rows = append(rows, n.Row)
		}
		if !reflect.DeepEqual(rows, c.rows) {
			t.Errorf("%s: rows %v are told, want %v", name, rows, c.rows)
		}
	}
}
