package shell_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/system"
	"itportfoljen/ui/input"
	"itportfoljen/ui/uitest"
)

// TestErase: the text is asked for, refused while it stands somewhere, shown, and
// gone; and what may still have it is told.
func TestErase(t *testing.T) {
	p := uitest.Open(t)
	id := p.Named(system.Kind, "Lönesystemet")[0].ID
	apptest.Put(t, p, id, system.Description, "Fråga Karl 19121212-1212")
	s := uitest.Window(t, p, app.Services{Copies: func(context.Context, string) ([]app.Copy, error) {
		return []app.Copy{{Path: "/kopior/gammal.itp.gz", At: apptest.Clock.AddDate(0, -1, 0)}, {Path: "/kopior/ny.itp.gz", At: time.Now().AddDate(10, 0, 0)}}, nil
	}}, specs(map[string]*page{})...)

	fill := func(what, why string) {
		t.Helper()
		var fields []*input.Text
		uitest.Walk(uitest.Front(s), func(o fyne.CanvasObject) {
			if f, ok := o.(*input.Text); ok {
				fields = append(fields, f)
			}
		})
		fields[0].SetText(what)
		fields[1].SetText(why)
		uitest.Tap(t, s, "Leta")
	}
	shows := func(text string) {
		t.Helper()
		if !uitest.Shows(uitest.Front(s), text) {
			t.Fatalf("%q doesn't show: %q", text, uitest.Texts(uitest.Front(s)))
		}
	}
	s.EraseHistory()
	fill("19121212", "personnummer")
	shows("Texten står kvar i SYS-0001")
	apptest.Put(t, p, id, system.Description, "Fråga leverantören")
	fill("19121212", "")
	if !uitest.Shows(uitest.Front(s), "Skriv varför") {
		t.Errorf("no reason is asked for: %q", uitest.Texts(uitest.Front(s)))
	}
	fill("19121212", "personnummer")
	shows("2 texter i 2 ändringar")
	uitest.Tap(t, s, "Rensa")
	shows("2 texter i 2 ändringar är borta")
	said := strings.Join(uitest.Texts(uitest.Front(s)), "\n")
	if !strings.Contains(said, "ny.itp.gz") || strings.Contains(said, "gammal") {
		t.Errorf("the copies are told as %s", said)
	}
	if found, err := p.Trace(context.Background(), "19121212"); err != nil || found.Texts != 0 {
		t.Errorf("%d texts are left: %v", found.Texts, err)
	}
}
