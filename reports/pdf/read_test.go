package pdf

import (
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/base/draw"
)

// TestAPageReadsAsProse: what is read aloud of a page is whole sentences, rows
// and items, without what is only decoration.
func TestAPageReadsAsProse(t *testing.T) {
	d := New(Meta{Title: "IT-läget", Municipality: "Ekvalla", Diary: "KS 1", Footer: "Utkast"})
	d.Head("", "", "Till ledningsgruppen")
	d.KeyFigures(KeyFigure{Label: "System i drift", Value: "74", Note: "4 avvecklas"},
		KeyFigure{Label: "Utan ägare", Value: "8", Note: "av 74 i drift", Status: Warn},
		KeyFigure{Label: "Drift, prognos 2027", Value: "41,8 mnkr", Note: "budget 41,8 mnkr"},
		KeyFigure{Label: "IT-kostnad", Value: "12"},
		KeyFigure{Label: "Nytta", Value: "46 %", Spoken: "46 % av nyttan är hemtagen"})
	d.H2Aside("Läge", T("5 av 7"))
	d.Text(T("Informations\u00adsäkerhet med "), B("vikt"), T(" \U0001F600."))
	d.RichList(true, []Run{T("ett")}, []Run{T("två")})
	d.Checks(Check{Text: []Run{T("klassad")}, State: Ticked}, Check{Text: []Run{T("i drift")}})
	d.Drawing(draw.Drawing{W: 20, H: 10, Alt: "En stapel \U0001F600", Shapes: []draw.Shape{draw.Text{X: 1, Y: 9, Size: 8, Text: "12"}}}, "Budget 2027")
	d.Table(Table{Cols: []Col{{Head: "System", RowHead: true}, {Head: "Klar"}}, Rows: []TableRow{R(Txt("Diariet"), Box(Crossed))}})
	d.Signatures(Signature{Role: "Systemägare", Name: "Anna Ek"})
	d.PageBreak()
	d.P("Sida två")
	want := []string{
		"Ekvalla · KS 1", "IT-läget", "Till ledningsgruppen",
		"74 system i drift, 4 avvecklas.", "8 utan ägare av 74 i drift.", "Drift, prognos 2027: 41,8 mnkr, budget 41,8 mnkr.", "IT-kostnad: 12.", "46 % av nyttan är hemtagen",
		"Läge", "5 av 7", "Informationssäkerhet med vikt \U0001F600.", "1. ett", "2. två", "bockad ruta klassad", "tom ruta i drift",
		"En stapel \U0001F600", "Budget 2027", "System Klar", "Diariet kryssad ruta",
		"Systemägare", "Ort och datum", "Underskrift", "Namnförtydligande Anna Ek",
	}
	if got := d.Spoken(0); !slices.Equal(got, want) {
		t.Errorf("page 1:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := d.Spoken(1); len(got) != 2 || got[0] != "Sida två" || !strings.Contains(got[1], "U+1F600") {
		t.Errorf("page 2: %q", got)
	}
}

// TestWhatTheTypefaceLacksIsShown: as □ with its code where it stands, as itself
// to those who listen and in bookmarks, and it is told of once.
func TestWhatTheTypefaceLacksIsShown(t *testing.T) {
	d := New(Meta{Title: "T"})
	d.Head("", "Rapport \U0001F600", "")
	d.H2("Läge \U0001F600\U00020000")
	d.List("punkt \U0001F600")
	d.Table(Table{Cols: []Col{{Head: "A"}}, Rows: []TableRow{R(Txt("cell \u4e00"))}})
	if got := strings.Join(texts(d, 0), " "); strings.Count(got, "□@Span U+1F600@Span") != 3 || !strings.Contains(got, "U+20000@Span") || !strings.Contains(got, "U+4E00@Span") {
		t.Errorf("%s", got)
	}
	said := strings.Join(d.Spoken(0), "\n")
	for _, want := range []string{"Rapport \U0001F600\n", "Läge \U0001F600\U00020000\n", "punkt \U0001F600\n", "cell \u4e00\n", "3 tecken (U+4E00, U+1F600, U+20000) finns inte i rapportens typsnitt"} {
		if !strings.Contains(said, want) {
			t.Errorf("not read aloud: %q in\n%s", want, said)
		}
	}
	if got := d.Remarks(); len(got) != 1 || !strings.HasPrefix(got[0], "3 tecken") {
		t.Errorf("told: %q", got)
	}
	if got := d.layout().outline[1].text; got != "Läge \U0001F600\U00020000" {
		t.Errorf("the bookmark says %q", got)
	}
	if plain := New(Meta{Title: "T"}); len(plain.Remarks()) != 0 {
		t.Error("there is nothing to tell")
	}
}
