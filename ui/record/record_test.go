package record_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

var kinds = []*field.Kind{org.UnitKind, org.PersonKind, system.Kind, plan.Kind}

// blankPage stands in for the pages that a window has.
type blankPage struct{ o fyne.CanvasObject }

func (b *blankPage) Content() fyne.CanvasObject { return b.o }
func (b *blankPage) Header() shell.Header       { return shell.Header{} }
func (b *blankPage) Shown(any)                  {}
func (b *blankPage) Changed(app.Event)          {}

func window(t *testing.T, content func(s *shell.Shell) fyne.CanvasObject) *shell.Shell {
	t.Helper()
	return uitest.Window(t, uitest.Open(t), app.Services{}, shell.PageSpec{ID: "systems", Icon: "layers", New: func(s *shell.Shell) shell.Page {
		return &blankPage{content(s)}
	}})
}

// TestEveryFieldIsInTheGridAndTheForm walks the catalogue: a field declared
// there needs nothing more to be a column and a row of the form.
func TestEveryFieldIsInTheGridAndTheForm(t *testing.T) {
	var panels []*record.Panel
	s := window(t, func(s *shell.Shell) fyne.CanvasObject {
		for _, k := range kinds {
			panels = append(panels, record.NewPanel(s, k))
		}
		return panels[2].Content()
	})
	p := s.Portfolio()
	for i, k := range kinds {
		list := view.New(p, k)
		var columns []field.Column
		groups := map[string]int{}
		for _, f := range p.Fields(k) {
			if !f.Hidden {
				columns = append(columns, field.Column{Field: f})
				groups[f.Group]++
			}
		}
		list.SetColumns(columns)
		src := record.NewSource(p, list)
		src.Load()
		if src.Len() == 0 {
			t.Fatalf("no %s to show", k.Many)
		}
		grid := src.GridColumns(func(string) float32 { return 0 })
		first := len(grid) - len(columns)
		for j, c := range columns {
			if grid[first+j].Title == "" || grid[first+j].Width <= 0 {
				t.Errorf("%s.%s has no heading or width", k.Name, c.Field.Key)
			}
			for row := range src.Len() {
				v := c.Field.Value(p, src.Row(row), 0)
				if got := src.Cell(row, first+j).Text; !field.IsEmpty(v) && got == "" {
					t.Errorf("%s.%s: a value that the grid shows nothing of", k.Name, c.Field.Key)
				}
			}
		}
		panels[i].Show(src.Row(0).ID)
		for g, n := range groups {
			for _, f := range p.Fields(k) {
				if f.Group == g && !f.Hidden {
					panels[i].ShowField(f.Key)
					break
				}
			}
			if got := panels[i].Rows(); got != n {
				t.Errorf("%s: the form shows %d fields under %q, the catalogue has %d", k.Name, got, g, n)
			}
		}
	}
}

// TestTypingSavesAndUndoTakesItBack types a name in the panel.
func TestTypingSavesAndUndoTakesItBack(t *testing.T) {
	var panel *record.Panel
	s := window(t, func(s *shell.Shell) fyne.CanvasObject {
		panel = record.NewPanel(s, system.Kind)
		return panel.Content()
	})
	p := s.Portfolio()
	r := p.All(system.Kind)[0]
	before := system.Name.Get(r)
	panel.Show(r.ID)
	in := panel.Field(system.Name.Key)
	s.Window.Canvas().Focus(in)
	for range len([]rune(before)) {
		in.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
		in.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	test.Type(in, "Nytt namn")
	s.Window.Canvas().Unfocus()
	if got := system.Name.Get(p.Get(r.ID)); got != "Nytt namn" {
		t.Fatalf("the name is %q", got)
	}
	s.Undo()
	if got := system.Name.Get(p.Get(r.ID)); got != before {
		t.Errorf("after undo the name is %q, want %q", got, before)
	}
}

// TestAnUnknownNoticeIsSaidToBe: the list and the panel say what isn't known
// instead of the agreement's end.
func TestAnUnknownNoticeIsSaidToBe(t *testing.T) {
	var panel *record.Panel
	s := window(t, func(s *shell.Shell) fyne.CanvasObject {
		panel = record.NewPanel(s, system.Kind)
		return panel.Content()
	})
	p := s.Portfolio()
	r := apptest.Put(t, p, p.All(system.Kind)[0].ID, system.AgreementEnd, p.Today().AddMonths(1), system.NoticeMonths, nil)
	panel.Show(r.ID)
	panel.ShowField(system.NoticeBy.Key)
	if !uitest.Shows(s.Window.Content(), "uppsägningstid saknas") {
		t.Error("the panel doesn't say that the notice isn't known")
	}
	list := view.New(p, system.Kind)
	list.SetColumns([]field.Column{{Field: system.NoticeBy}})
	src := record.NewSource(p, list)
	src.Load()
	if got := src.Cell(src.IndexOf(string(r.ID)), 1); got.Text != "uppsägningstid saknas" || got.Style != widgets.Warn {
		t.Errorf("the list shows %+v", got)
	}
}

// TestTooLongATextIsToldOfBesideItsField, and isn't saved.
func TestTooLongATextIsToldOfBesideItsField(t *testing.T) {
	var panel *record.Panel
	s := window(t, func(s *shell.Shell) fyne.CanvasObject {
		panel = record.NewPanel(s, system.Kind)
		return panel.Content()
	})
	p := s.Portfolio()
	id := p.All(system.Kind)[0].ID
	panel.Show(id)
	panel.ShowField(system.AgreementRef.Key)
	write := func(text string) {
		in := panel.Field(system.AgreementRef.Key)
		s.Window.Canvas().Focus(in)
		test.Type(in, text)
		s.Window.Canvas().Unfocus()
	}
	write(strings.Repeat("å", field.MostLine+1))
	if !uitest.Shows(s.Window.Content(), "är 501 tecken lång och får vara högst 500") || !field.IsEmpty(system.AgreementRef.Value(p, p.Get(id), 0)) {
		t.Errorf("nothing is told of a text too long: %.80q", system.AgreementRef.Value(p, p.Get(id), 0))
	}
}
