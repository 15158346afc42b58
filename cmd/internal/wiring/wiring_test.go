package wiring

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/governance"
	"itportfoljen/app/settings"
)

var ctx = context.Background()

func TestModelsCanAllBegin(t *testing.T) {
	s := Services(Options{Who: "Test", Today: 20261121})
	if len(s.Models()) < 5 {
		t.Fatalf("%d models", len(s.Models()))
	}
	for _, m := range s.Models() {
		if m.ID == "" || m.Name == "" || m.Description == "" {
			t.Errorf("%+v", m)
		}
		p, err := s.Create(ctx, filepath.Join(t.TempDir(), m.ID+".itp"), app.Beginning{Municipality: "Prov", Model: m.Data})
		if err != nil {
			t.Errorf("%s: %v", m.ID, err)
			continue
		}
		if p.Model().ID != m.ID || p.Who() != "Test" || p.Today() != 20261121 {
			t.Errorf("%s: model %q, who %q, today %v", m.ID, p.Model().ID, p.Who(), p.Today())
		}
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestWhatCantBeginLeavesNothing(t *testing.T) {
	s := Services(Options{})
	dir := t.TempDir()
	path := filepath.Join(dir, "a.itp")
	if _, err := s.Create(ctx, path, app.Beginning{Municipality: "Prov", Model: []byte("{}")}); err == nil {
		t.Error("a portfolio without a model")
	}
	if _, err := s.Example(ctx, path, "XXL", 1); fault.CodeOf(err) != fault.Usage {
		t.Errorf("size XXL: %v", err)
	}
	canceled, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := s.Example(canceled, path, "S", 1); err == nil {
		t.Error("made in spite of being canceled")
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if err := os.WriteFile(path, []byte("något annat"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Example(ctx, path, "S", 1); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("over a file: %v", err)
	}
	if b, _ := os.ReadFile(path); string(b) != "något annat" {
		t.Error("the file was touched")
	}
}

func TestExample(t *testing.T) {
	s := Services(Options{Who: "Test", Today: 20261121})
	p, err := s.Example(ctx, filepath.Join(t.TempDir(), "a.itp"), "S", 1)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if name := settings.Name.Get(p.Settings()); name != "Ekvalla kommun" {
		t.Errorf("the municipality is %q", name)
	}
	if p.Model().StageOf("execution") != governance.Running {
		t.Error("the example has no model")
	}
	if label, ok := p.CanUndo(); ok {
		t.Errorf("the whole example can be undone: %s", label)
	}
}

func TestReadBookChoosesByContent(t *testing.T) {
	s := Services(Options{})
	dir := t.TempDir()
	book := filepath.Join(dir, "bok.xlsx")
	err := s.WriteBook(ctx, book, sheet.OutBook{Sheets: []sheet.Out{{Name: "Blad", Columns: []sheet.Column{{Heading: "Namn"}},
		Each: func(yield func([]sheet.Cell) error) error { return yield([]sheet.Cell{sheet.Str("Lön")}) }}}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(book)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"fel.csv": string(data), "a.csv": "Namn;Nr\nLön;1\n", "a.TXT": "Namn\tNr\nLön\t1\n", "bok.xlsx": string(data)} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		want := "csv"
		if strings.HasPrefix(content, "PK") {
			want = "xlsx"
		}
		b, err := s.ReadBook(ctx, path, nil)
		if err != nil || b.Format != want {
			t.Errorf("%s: %+v %v", name, b, err)
		}
	}
	if _, err := s.ReadBook(ctx, filepath.Join(dir, "saknas.xlsx"), nil); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("a file that isn't there: %v", err)
	}
	if _, err := s.ReadBook(ctx, dir, nil); fault.CodeOf(err) != fault.Invalid {
		t.Error("a folder was read as a book")
	}
}

func TestWriteFileIsWholeOrNotAtAll(t *testing.T) {
	s := Services(Options{})
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := s.WriteFile(path, func(w io.Writer) error { _, err := io.WriteString(w, "först"); return err }); err != nil {
		t.Fatal(err)
	}
	if err := s.WriteFile(path, func(w io.Writer) error { _, _ = io.WriteString(w, "halvt"); return errors.New("avbrott") }); err == nil {
		t.Error("no error")
	}
	if b, _ := os.ReadFile(path); string(b) != "först" {
		t.Errorf("the file holds %q", b)
	}
}

func TestReportsDraw(t *testing.T) {
	s := Services(Options{Today: 20261121})
	p, err := s.Example(ctx, filepath.Join(t.TempDir(), "a.itp"), "S", 1)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	for _, info := range s.Reports() {
		r, err := s.Report(ctx, p, info.Name, Needed(p, info))
		if err != nil {
			t.Errorf("%s: %v", info.Name, err)
			continue
		}
		if img := r.Image(0, 40); r.Pages() < 1 || img.Bounds().Dx() < 100 || r.Title() == "" {
			t.Errorf("%s: %d pages, %v", info.Name, r.Pages(), img.Bounds())
		}
	}
	if _, err := s.Report(ctx, p, "finnsinte", nil); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("a report that isn't: %v", err)
	}
}

func TestWho(t *testing.T) {
	t.Setenv("ITP_WHO", "  Karin Ström ")
	if Who() != "Karin Ström" || !strings.HasPrefix(atHost("A"), "A") {
		t.Errorf("%q, %q", Who(), atHost("A"))
	}
	t.Setenv("ITP_WHO", "")
	if Who() == "" {
		t.Error("nobody")
	}
}

func TestTheSuggestedModelComesFirst(t *testing.T) {
	ms := Models()
	if len(ms) != 5 || ms[0].ID != governance.Default || ms[1].ID != "boras" {
		t.Errorf("models %v", ms)
	}
}
