package record

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// TestWhatIsChosenAmongIsAsItIsNow: also when only what tells them apart has a new name.
func TestWhatIsChosenAmongIsAsItIsNow(t *testing.T) {
	p := uitest.Open(t)
	names := func(k *field.Kind) (out []string) {
		for _, c := range candidatesOf(p, k) {
			out = append(out, c.r.Name())
		}
		return out
	}
	if got := names(org.PersonKind); !slices.Equal(got, []string{"Anna Ek", "Per-Åke Hägg", "Sara Öberg"}) {
		t.Fatalf("by name: %q", got)
	}
	before := candidatesOf(p, system.Kind)[0]
	rename := func(id field.ID, f *field.Field, name string) {
		if _, err := p.SetText(context.Background(), id, field.Column{Field: f}, name); err != nil {
			t.Fatal(err)
		}
	}
	rename(candidatesOf(p, org.PersonKind)[0].r.ID, org.PersonName.Field, "Örjan Ek")
	if got := names(org.PersonKind); !slices.Equal(got, []string{"Per-Åke Hägg", "Sara Öberg", "Örjan Ek"}) {
		t.Errorf("renamed: %q", got)
	}
	rename(system.OwnerUnit.Get(before.r), org.UnitName.Field, "Stadskontoret")
	now := candidatesOf(p, system.Kind)[0]
	if now.r != before.r || now.folded == before.folded {
		t.Errorf("its unit has a new name, and it is found by %q", now.folded)
	}
	if got := candidatesOf(uitest.Empty(t), system.Kind); len(got) != 0 {
		t.Errorf("another portfolio has %d", len(got))
	}
}

// TestWhatMayBeOfSeveralKindsIsChosenAmongThemAll: each says what it is.
func TestWhatMayBeOfSeveralKindsIsChosenAmongThemAll(t *testing.T) {
	p := uitest.Open(t)
	s := uitest.Window(t, p, app.Services{}, shell.PageSpec{ID: "systems", Icon: "layers", New: func(*shell.Shell) shell.Page { return nothing{} }})
	for _, k := range p.Kinds() {
		for _, f := range k.Fields() {
			if !f.Points() || !f.Editable() || len(f.Targets()) < 2 {
				continue
			}
			want := 0
			for _, to := range f.Targets() {
				want += len(p.All(to))
			}
			all := candidatesFor(p, f)
			if len(all) != want || want == 0 {
				t.Errorf("%s.%s: %d to choose among, want %d", k.Name, f.Key, len(all), want)
				continue
			}
			e := &editor{s: s, col: field.Column{Field: f}}
			for _, c := range all {
				if o := e.option(c.r.ID); !strings.HasPrefix(text.Fold(o.Detail), text.Fold(c.r.Kind.One)) {
					t.Errorf("%s.%s: %s is told as %q", k.Name, f.Key, o.Label, o.Detail)
				}
			}
		}
	}
}

// nothing is a page without anything.
type nothing struct{}

func (nothing) Header() shell.Header       { return shell.Header{} }
func (nothing) Content() fyne.CanvasObject { return canvas.NewRectangle(nil) }
func (nothing) Shown(any)                  {}
func (nothing) Changed(app.Event)          {}
