package exchange_test

import (
	"context"
	"io"
	"path/filepath"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/ui/pages/exchange"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// book is a list as a municipality may have it: a title above, a column that
// nobody knows, an owner of whom there may be two, a sum below.
func book() *sheet.Book {
	rows := [][]string{
		{"Systemlista 2027, belopp i tkr"},
		{"System", "Förvaltning", "Systemägare", "Budget 2027", "Kräver BankID?", "Livscykel", "Avtal t.o.m.", "Personuppgifter", "Anmärkning från Bertil"},
		{"Lönesystemet", "Kommunledningskontoret", "Anna Ek", "655", "ja", "I förvaltning", "2027-12-31", "Ja", ""},
		{"HemtjänstPlan", "Vård- och omsorgsförvaltningen", "Per-Åke Hägg", "420", "nej", "I förvaltning", "31/5 2028", "Ja, känsliga", "Se avtalet"},
		{"Bibliotekssystemet", "Kultur- och fritidsförvaltningen", "Eva Lind", "180", "nej", "Planerat", "våren 2029?", "Ja", "Ny upphandling"},
		{"Kartportalen med ett mycket långt systemnamn", "Samhällsbyggnadsförvaltningen", "Karl Nord", "ungefär 90", "nej", "#N/A", "", "Nej", "Kommer från lantmäteriet och delas med grannkommunen enligt avtalet från 2019"},
		{"Passersystemet", "Kommunledningskontoret", "Anna Ek", "75,5", "nej", "Under avveckling", "", "", ""},
		{"Summa", "", "", "1420"},
	}
	return bookOf("Systemlista", rows)
}

func bookOf(name string, rows [][]string) *sheet.Book {
	sh := sheet.Sheet{Name: name}
	for i, r := range rows {
		row := sheet.Row{Number: i + 1}
		for _, s := range r {
			c := sheet.Str(s)
			if n, err := strconv.ParseFloat(s, 64); err == nil {
				c = sheet.Dec(s, n)
			}
			if s == "#N/A" {
				c = sheet.Cell{Kind: sheet.Error, Text: s}
			}
			row.Cells = append(row.Cells, c)
		}
		sh.Rows = append(sh.Rows, row)
	}
	return &sheet.Book{Name: "systemlista.xlsx", Format: "xlsx", Sheets: []sheet.Sheet{sh}}
}

// world is what the services read and what was written with them.
type world struct {
	book    *sheet.Book
	err     error
	written map[string]sheet.OutBook
	tables  map[string]sheet.Out
	files   []string
}

func (w *world) services() app.Services {
	w.written, w.tables = map[string]sheet.OutBook{}, map[string]sheet.Out{}
	return app.Services{
		ReadBook: func(context.Context, string, func(float64)) (*sheet.Book, error) { return w.book, w.err },
		WriteBook: func(_ context.Context, path string, b sheet.OutBook, _ func(float64)) error {
			w.written[filepath.Base(path)] = b
			return nil
		},
		WriteTable: func(_ context.Context, path string, t sheet.Out) error { w.tables[filepath.Base(path)] = t; return nil },
		WriteFile: func(path string, write func(io.Writer) error) error {
			w.files = append(w.files, filepath.Base(path))
			return write(io.Discard)
		},
	}
}

func open(t *testing.T, p *app.Portfolio, w *world) *shell.Shell {
	t.Helper()
	return uitest.Window(t, p, w.services(), exchange.Watched())
}

// drop drops a file on the window, as a hand would.
func drop(s *shell.Shell, path string) { exchange.Drop(s, path) }

// ownBook is what the program itself writes, read back as sheets of text.
func ownBook(t *testing.T, p *app.Portfolio) *sheet.Book {
	t.Helper()
	out := export.Book(p, export.Options{})
	b := &sheet.Book{Name: "ekvalla.xlsx", Format: "xlsx"}
	keys := sheet.Sheet{Name: "_itp", Hidden: true}
	for _, o := range out.Sheets {
		if o.Each == nil || len(o.Columns) == 0 || o.Columns[0].Key == "" {
			continue
		}
		sh := sheet.Sheet{Name: o.Name}
		head := sheet.Row{Number: 1}
		for i, c := range o.Columns {
			head.Cells = append(head.Cells, sheet.Str(c.Heading))
			keys.Rows = append(keys.Rows, sheet.Row{Number: len(keys.Rows) + 1, Cells: []sheet.Cell{sheet.Str(o.Name), sheet.Dec(strconv.Itoa(i), float64(i)), sheet.Str(c.Key), sheet.Str(c.Heading)}})
		}
		sh.Rows = append(sh.Rows, head)
		if err := o.Each(func(cells []sheet.Cell) error {
			sh.Rows = append(sh.Rows, sheet.Row{Number: len(sh.Rows) + 1, Cells: append([]sheet.Cell{}, cells...)})
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		b.Sheets = append(b.Sheets, sh)
	}
	b.Sheets = append(b.Sheets, keys)
	return b
}

func TestReadInWritesOnceAndCanBeTakenBack(t *testing.T) {
	p := uitest.Open(t)
	w := &world{book: book()}
	s := open(t, p, w)
	drop(s, "/tmp/systemlista.xlsx")
	before := p.Version()
	exchange.Step(s, 2)
	if p.Version() != before {
		t.Fatal("the preview wrote something")
	}
	exchange.Apply(s)
	if got := len(p.All(system.Kind)); got != 7 {
		t.Errorf("%d systems after reading in", got)
	}
	if p.Version() != before+1 {
		t.Errorf("%d entries", p.Version()-before)
	}
	s.Undo()
	if got := len(p.All(system.Kind)); got != 4 {
		t.Errorf("%d systems after undo", got)
	}
}

func TestACopyIsKeptBeforeReadingIn(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, &world{book: book()})
	systems := []int{}
	s.Services.KeepCopy = func(_ context.Context, p *app.Portfolio, why app.CopyReason) (bool, error) {
		if why == app.CopyImport {
			systems = append(systems, len(p.All(system.Kind)))
		}
		return false, fault.New(fault.NotFound, "Platsen svarar inte.")
	}
	drop(s, "/tmp/systemlista.xlsx")
	exchange.Step(s, 2)
	exchange.Apply(s)
	if len(systems) != 1 || systems[0] != 4 {
		t.Errorf("copies with %v systems, want one with the 4 there were", systems)
	}
	if got := len(p.All(system.Kind)); got != 7 {
		t.Errorf("%d systems: a copy that can't be made must stop nothing", got)
	}
	if !uitest.Shows(s.Window.Content(), "Platsen svarar inte.") {
		t.Error("nobody was told")
	}
}

func TestPlansAgainWhenThePortfolioChanged(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, &world{book: book()})
	drop(s, "/tmp/systemlista.xlsx")
	exchange.Step(s, 2)
	exchange.Age(s)
	before := p.Version()
	exchange.Apply(s)
	if p.Version() != before {
		t.Error("an old plan was written")
	}
	if s.Window.Canvas().Overlays().Top() == nil {
		t.Error("nobody was told")
	}
}

func TestMappingIsRemembered(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, &world{book: book()})
	drop(s, "/tmp/systemlista.xlsx")
	exchange.Keep(s)
	exchange.Step(s, 2)
	exchange.Apply(s)
	drop(s, "/tmp/systemlista.xlsx")
	if !exchange.Recalled(s) {
		t.Error("the mapping of the same headings was forgotten")
	}
}

func TestBrokenFileIsToldInPlace(t *testing.T) {
	const sentence = "Arbetsboken är låst med lösenord. Ta bort lösenordet i Excel och importera den igen."
	s := open(t, uitest.Open(t), &world{err: fault.New(fault.Encrypted, sentence)})
	drop(s, "/tmp/låst.xlsx")
	if !shows(s.Window.Content(), sentence) {
		t.Error("the sentence isn't shown")
	}
	if s.Window.Canvas().Overlays().Top() != nil {
		t.Error("it came as a dialog")
	}
}

func TestReadOnlyPortfolioCanOnlyLook(t *testing.T) {
	p := uitest.ReadOnly(t)
	s := open(t, p, &world{book: book()})
	drop(s, "/tmp/systemlista.xlsx")
	exchange.Step(s, 2)
	if exchange.CanApply(s) {
		t.Error("it can be read in")
	}
}

func TestOwnBookIsReadAsAWholeAndChangesNothing(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, &world{book: ownBook(t, p)})
	drop(s, "/tmp/ekvalla.xlsx")
	exchange.Step(s, 2)
	if exchange.CanApply(s) {
		t.Error("an unchanged book would change something")
	}
}

func TestAColumnGetsTheFieldThatIsChosen(t *testing.T) {
	s := open(t, uitest.Open(t), &world{book: book()})
	drop(s, "/tmp/systemlista.xlsx")
	exchange.Field(s, "Budget 2027", "operations_budget:2027")
	exchange.Field(s, "Livscykel", "-")
	got := map[string]string{}
	for _, c := range exchange.Result(s).Columns {
		if c.Field != nil {
			got[c.Heading] = c.Field.Key
		}
	}
	if got["Budget 2027"] != "operations_budget" || got["Livscykel"] != "" {
		t.Errorf("%v", got)
	}
}

func TestAFieldComesFromOneColumn(t *testing.T) {
	s := open(t, uitest.Open(t), &world{book: book()})
	drop(s, "/tmp/systemlista.xlsx")
	exchange.Field(s, "Anmärkning från Bertil", "description")
	exchange.Field(s, "Kräver BankID?", "description")
	n := 0
	for _, c := range exchange.Result(s).Columns {
		if c.Field == system.Description.Field {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d columns are the description", n)
	}
}

func TestAnAnsweredQuestionIsPlannedWith(t *testing.T) {
	p := uitest.Open(t)
	if _, err := p.Create(context.Background(), org.PersonKind, []app.Assignment{{Column: field.Column{Field: org.PersonName.Field}, Text: "Anna Ek"}}); err != nil {
		t.Fatal(err)
	}
	s := open(t, p, &world{book: book()})
	drop(s, "/tmp/systemlista.xlsx")
	exchange.Step(s, 2)
	exchange.View(s, "questions")
	questions := exchange.Result(s).Questions
	if len(questions) != 1 || !shows(s.Window.Content(), questions[0].Text) {
		t.Fatalf("%d questions", len(questions))
	}
	exchange.Answer(s, questions[0].ID, questions[0].Options[0].Key)
	if got := exchange.Result(s).Questions[0].Answer; got != questions[0].Options[0].Key {
		t.Errorf("answer %q", got)
	}
}

func TestTheResultListsEveryRow(t *testing.T) {
	s := open(t, uitest.Open(t), &world{book: book()})
	drop(s, "/tmp/systemlista.xlsx")
	n := 0
	if err := exchange.ResultBook(s).Sheets[0].Each(func([]sheet.Cell) error { n++; return nil }); err != nil {
		t.Fatal(err)
	}
	if n != exchange.Result(s).RowsRead {
		t.Errorf("%d rows of %d", n, exchange.Result(s).RowsRead)
	}
}

func shows(o fyne.CanvasObject, text string) bool { return uitest.Shows(o, text) }

// TestNamesThatNoHeadingTells are for the user to point out, among the columns.
func TestNamesThatNoHeadingTells(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, &world{book: bookOf("Blad1", [][]string{
		{"Sort", "Vad", "Till vad", "Leverantör"},
		{"Webb", "Kartan", "Tomter", "N"},
		{"Webb", "Posten", "Brev och paket", "N"},
	})})
	before := len(p.All(system.Kind))
	drop(s, "/tmp/oklar.xlsx")
	if !shows(s.Window.Content(), "det kan vara ”Vad” eller ”Till vad”") {
		t.Error("nothing says which column it may be")
	}
	if exchange.Step(s, 2); exchange.CanApply(s) {
		t.Error("it can be read in without names")
	}
	exchange.Step(s, 1)
	exchange.Field(s, "Vad", "name")
	if exchange.Step(s, 2); !exchange.CanApply(s) {
		t.Fatal("it can't be read in")
	}
	exchange.Apply(s)
	if got := len(p.All(system.Kind)); got != before+2 {
		t.Errorf("%d systems", got-before)
	}
}
