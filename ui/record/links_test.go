package record_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/document"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// documents shows those of the first system.
func documents(t *testing.T, p *app.Portfolio) (*shell.Shell, *record.Panel, field.ID) {
	t.Helper()
	s, panel := shows(t, p, system.Kind)
	owner := p.All(system.Kind)[0].ID
	panel.Show(owner)
	panel.ShowParts(document.Kind)
	return s, panel, owner
}

// opens is the button that opens what a row leads to, nil for none.
func opens(s *shell.Shell) *widgets.Button {
	for _, b := range uitest.Find[*widgets.Button](s) {
		if b.Icon == "eye" {
			return b
		}
	}
	return nil
}

func TestAFileThatIsDroppedOnTheDocumentsBecomesOne(t *testing.T) {
	p := uitest.Open(t)
	_, panel, owner := documents(t, p)
	takers := panel.Takers()
	if len(takers) != 1 || !takers[0].Over(fyne.NewPos(400, 300)) || takers[0].Over(fyne.NewPos(40000, 300)) {
		t.Fatalf("%d take files, or from elsewhere", len(takers))
	}
	takers[0].Take("/home/kim/Avtal/PUB-avtal 2026.pdf")
	all := p.Pointing(document.Of.Field, owner)
	if len(all) != 1 || all[0].Name() != "PUB-avtal 2026" || !strings.HasSuffix(document.Link.Get(all[0]), "Avtal/PUB-avtal 2026.pdf") {
		t.Fatalf("%v", all)
	}
	panel.ShowField(system.Name.Key)
	if len(panel.Takers()) != 0 {
		t.Error("a form without documents takes files")
	}
}

func TestAProgramBecomesNoDocument(t *testing.T) {
	p := uitest.Open(t)
	s, panel, owner := documents(t, p)
	panel.Takers()[0].Take("/home/kim/kör.exe")
	if n := len(p.Pointing(document.Of.Field, owner)); n != 0 || !uitest.Shows(uitest.Front(s), "program eller en genväg") {
		t.Errorf("%d documents: %q", n, uitest.Texts(uitest.Front(s)))
	}
}

func TestADocumentIsOpenedFromItsRow(t *testing.T) {
	p := uitest.Open(t)
	r := apptest.Add(t, p, document.Kind, document.Title, "Avtal", document.Of, p.All(system.Kind)[0].ID, document.Link, "/srv/avtal.pdf")
	s, _, _ := documents(t, p)
	opened := ""
	s.Services.OpenFile = func(path string) error {
		opened = path
		return nil
	}
	uitest.Find[*grid.Grid](s)[0].Select(string(r.ID))
	opens(s).Tapped(nil)
	if opened != "/srv/avtal.pdf" {
		t.Errorf("opened %q", opened)
	}
}

func TestOneWhoOnlyReadsOpensAndChangesNothing(t *testing.T) {
	p := uitest.ReadOnly(t)
	s, panel, _ := documents(t, p)
	if len(panel.Takers()) != 0 || uitest.CanTap(s, "Välj fil …") || opens(s) == nil {
		t.Errorf("%q", uitest.Texts(uitest.Front(s)))
	}
}
