package register_test

import (
	"context"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/uitest"
)

// A register that is Further, without records and that nobody asks for isn't met: it is
// reached by the menu at the end, and stands there once it has been opened.
func TestARegisterIsMetOnceItIsOpenedOrHasRecords(t *testing.T) {
	was := agreement.SupplierKind.Further
	agreement.SupplierKind.Further = true
	defer func() { agreement.SupplierKind.Further = was }()
	p := uitest.Empty(t)
	var tabs *register.Tabs
	open := func() *shell.Shell {
		s := uitest.Window(t, p, app.Services{}, shell.PageSpec{ID: "systems", Title: "System", Icon: "layers", New: func(s *shell.Shell) shell.Page {
			tabs = register.NewTabs(s, []*field.Kind{system.Kind, agreement.SupplierKind})
			return page{tabs}
		}})
		s.Go("systems", nil)
		return s
	}
	s := open()
	if uitest.CanTap(s, "Leverantörer") || !uitest.CanTap(s, texts.T("register.further")) {
		t.Fatal("an empty further register is met")
	}
	uitest.Tap(t, s, texts.T("register.further"))
	uitest.Tap(t, s, "Leverantörer")
	if tabs.Kind() != agreement.SupplierKind || uitest.CanTap(s, texts.T("register.further")) {
		t.Errorf("%s is in view", tabs.Kind().Many)
	}
	if !uitest.CanTap(s, "Ny leverantör") {
		t.Error("a record can't be made")
	}
	tabs.View(system.Kind)
	if !uitest.CanTap(s, "Leverantörer") {
		t.Error("what was opened is gone")
	}
	// With records it has its tab from the start.
	if _, err := p.Create(context.Background(), agreement.SupplierKind, []app.Assignment{{Column: field.Column{Field: agreement.SupplierName.Field}, Text: "Nordkod AB"}}); err != nil {
		t.Fatal(err)
	}
	if !uitest.CanTap(open(), "Leverantörer") {
		t.Error("a register with records has no tab")
	}
}

// What a page is shown with leads to the register that it is about, also when that isn't in view.
func TestWhatAPageIsShownWithLeadsToItsRegister(t *testing.T) {
	p := uitest.Open(t)
	supplier := apptest.Add(t, p, agreement.SupplierKind, agreement.SupplierName, "Nordkod AB").ID
	var tabs *register.Tabs
	s := uitest.Window(t, p, app.Services{}, shell.PageSpec{ID: "systems", Title: "System", Icon: "layers", New: func(s *shell.Shell) shell.Page {
		tabs = register.NewTabs(s, []*field.Kind{system.Kind, agreement.SupplierKind})
		return page{tabs}
	}})
	for _, c := range []struct {
		arg  any
		kind *field.Kind
		says string
	}{
		{nil, system.Kind, "4 system"},
		{shell.Show{Label: "Inga"}, system.Kind, "0 av 4 system"},
		{shell.Select{ID: supplier}, agreement.SupplierKind, "Nordkod AB"},
		{shell.Show{Label: "Några", IDs: []field.ID{p.All(system.Kind)[0].ID}}, system.Kind, "1 av 4 system"},
		{shell.ShowView{Kind: agreement.SupplierKind}, agreement.SupplierKind, "Nordkod AB"},
		{shell.Create{}, system.Kind, "Nytt system"},
	} {
		s.Go("systems", c.arg)
		if tabs.Kind() != c.kind || !uitest.Shows(uitest.Front(s), c.says) {
			t.Errorf("%#v shows %s: %q", c.arg, tabs.Kind().Many, uitest.Texts(uitest.Front(s)))
		}
	}
}

// page is a page of tabs and nothing else.
type page struct{ *register.Tabs }

func (p page) Header() shell.Header {
	return shell.Header{Title: "System", Subtitle: p.Now().Subtitle(), Actions: p.Buttons()}
}
