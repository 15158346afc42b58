package settingspage_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/settings"
	"itportfoljen/assets"
	"itportfoljen/ui/input"
	"itportfoljen/ui/pages/settingspage"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

func services() app.Services {
	return app.Services{Models: func() []app.ModelFile {
		return []app.ModelFile{
			{ID: "danderyd", Name: "Danderyd", Data: assets.Must("models/danderyd.json")},
			{ID: "karlstad", Name: "Karlstad", Data: assets.Must("models/karlstad.json")},
		}
	}}
}

func open(t *testing.T, p *app.Portfolio, tab string) *shell.Shell {
	t.Helper()
	s := uitest.Window(t, p, services(), settingspage.Spec())
	s.Go("settings", tab)
	return s
}

// write fills in the field with a label, and leaves it.
func write(t *testing.T, s *shell.Shell, label, text string) {
	t.Helper()
	for _, f := range uitest.Find[*input.Field](s) {
		in, ok := f.Input().(interface{ Target() fyne.Focusable })
		if !ok || len(uitest.Texts(f)) == 0 || uitest.Texts(f)[0] != label {
			continue
		}
		s.Window.Canvas().Focus(in.Target())
		uitest.Write(t, s, text)
		s.Window.Canvas().Unfocus()
		return
	}
	t.Fatalf("no field is called %q: %q", label, uitest.Texts(uitest.Front(s)))
}

// TestWhatHoldsWhenNothingIsSaidShowsGreyed, until something is written, and again when that goes.
func TestWhatHoldsWhenNothingIsSaidShowsGreyed(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, "governance")
	for _, want := range []string{"2027, av sig själv", "2, av sig själv", "1, av sig själv", "10, av sig själv", "100\u00a0000, av sig själv", "konto-ansvar-verksamhet-projekt-objekt-motpart, av sig själv"} {
		if !uitest.Shows(uitest.Front(s), want) {
			t.Errorf("%q doesn't show: %q", want, uitest.Texts(uitest.Front(s)))
		}
	}
	if p.Settings().Get(settings.PlanYear.Field) != nil {
		t.Error("it is said")
	}
	write(t, s, settings.PlanYear.Label, "2029")
	if uitest.Shows(uitest.Front(s), "2027, av sig själv") || p.PlanYear() != 2029 {
		t.Errorf("the plan year is %d", p.PlanYear())
	}
	if _, err := p.SetText(context.Background(), settings.ID, field.Column{Field: settings.PlanYear.Field}, ""); err != nil {
		t.Fatal(err)
	}
	if !uitest.Shows(uitest.Front(s), "2027, av sig själv") {
		t.Error("it isn't told any more")
	}
}

func TestTheModelChangesAfterAQuestionAndBack(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, "governance")
	change := func() {
		uitest.Find[*input.Select](s)[0].Open()
		uitest.Tap(t, s, "Karlstad")
	}
	change()
	uitest.Tap(t, s, "Avbryt")
	if p.Model().ID != "danderyd" || uitest.Find[*input.Select](s)[0].Value() != "danderyd" {
		t.Fatal("it changed without a yes")
	}
	change()
	uitest.Tap(t, s, "Byt styrmodell")
	if p.Model().ID != "karlstad" {
		t.Fatalf("the model is %q", p.Model().ID)
	}
	es, _ := p.Journal(t.Context(), app.Query{Limit: 1})
	s.UndoEntry(es[0]) // as the toast does
	if p.Model().ID != "danderyd" || uitest.Find[*input.Select](s)[0].Value() != "danderyd" {
		t.Errorf("after undo %q", p.Model().ID)
	}
}

func TestTheNameIsTheWindowsToo(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, "municipality")
	write(t, s, settings.Name.Label, " stad")
	if got := settings.Name.Get(p.Settings()); got != s.Window.Title()[:len(got)] {
		t.Errorf("named %q, the window %q", got, s.Window.Title())
	}
}

func TestASuggestedColourIsTakenInOneTap(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, "municipality")
	for _, c := range uitest.Find[*widgets.Swatch](s) {
		if c.Name == "Vinröd" {
			c.Tapped(&fyne.PointEvent{})
		}
	}
	if got := settings.Accent.Get(p.Settings()); got != "#8A2D3B" {
		t.Errorf("the colour is %q", got)
	}
	for _, c := range uitest.Find[*widgets.Swatch](s) {
		if c.Chosen() != (c.Name == "Vinröd") {
			t.Errorf("%s is ticked: %t", c.Name, c.Chosen())
		}
	}
}

func pixel(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAPictureThatIsNoneIsRefusedInASentence(t *testing.T) {
	dir := t.TempDir()
	file := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, c := range []struct {
		path string
		want fault.Code
	}{
		{filepath.Join(dir, "borta.png"), fault.Unreadable},
		{file("text.png", []byte("inte en bild")), fault.Unreadable},
		{file("stor.png", make([]byte, 3<<20)), fault.TooLarge},
	} {
		if _, err := settingspage.ReadLogo(c.path); fault.CodeOf(err) != c.want {
			t.Errorf("%s: %v", filepath.Base(c.path), err)
		}
	}
	picture := file("vapen.png", pixel(t))
	if data, err := settingspage.ReadLogo(picture); err != nil || data == "" {
		t.Errorf("a picture: %v", err)
	}
}

// TestADangerousLogoIsToldOf: what stands in a file is looked at before it is
// unpacked, and can be taken away.
func TestADangerousLogoIsToldOf(t *testing.T) {
	file := pixel(t)
	binary.BigEndian.PutUint32(file[16:], 25_000)
	binary.BigEndian.PutUint32(file[20:], 21_000)
	binary.BigEndian.PutUint32(file[29:], crc32.ChecksumIEEE(file[12:29]))
	store := apptest.NewStore()
	r := field.NewRecord(settings.Kind, settings.ID)
	r.Put(settings.Name.Field, "Ekvalla kommun").Put(settings.Logo.Field, base64.StdEncoding.EncodeToString(file))
	ctx := context.Background()
	if _, err := store.Commit(ctx, app.Entry{Label: "Gammalt", Changes: []field.Change{{Op: field.Create, Kind: settings.Kind, ID: r.ID, Record: r}}}, 0, nil); err != nil {
		t.Fatal(err)
	}
	p, err := app.Open(ctx, apptest.Deps(store))
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, p, "municipality")
	if !uitest.Shows(s.Window.Content(), "25\u00a0000 × 21\u00a0000 bildpunkter") {
		t.Errorf("nothing is said of the arms: %q", uitest.Texts(s.Window.Content()))
	}
	uitest.Tap(t, s, "Ta bort")
	if got := settings.Logo.Get(p.Settings()); got != "" {
		t.Error("the arms are still there")
	}
}

func TestAFileOpenForReadingShowsItsSettingsAndChangesNone(t *testing.T) {
	p := uitest.ReadOnly(t)
	s := open(t, p, "municipality")
	if uitest.CanTap(s, "Välj bild …") || len(uitest.Find[*widgets.Swatch](s)) > 0 || len(uitest.Find[*input.Text](s)) > 0 {
		t.Error("the municipality can be changed")
	}
	s.Go("settings", "governance")
	if len(uitest.Find[*input.Select](s)) > 0 || len(uitest.Find[*input.Text](s)) > 0 {
		t.Error("how it governs can be changed")
	}
	s.Go("settings", "units")
	if uitest.CanTap(s, "Ny enhet") {
		t.Error("a unit can be added")
	}
}

func TestAUnitIsAddedOnItsTab(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, "units")
	before := len(p.All(org.UnitKind))
	uitest.Tap(t, s, "Ny enhet")
	uitest.Write(t, s, "Hemtjänst")
	uitest.Tap(t, s, "Skapa")
	if len(p.All(org.UnitKind)) != before+1 {
		t.Error("nothing was added")
	}
	if label, _ := p.CanUndo(); label != "Ny enhet: Hemtjänst" {
		t.Errorf("undo says %q", label)
	}
}

func TestLookAndTextSizeAreTheUsersOwn(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, "program")
	version := p.Version()
	uitest.Find[*input.Select](s)[1].Open()
	uitest.Tap(t, s, "125\u00a0%")
	if s.Look().TextPercent != 125 || p.Version() != version {
		t.Errorf("text %d %%, version %d → %d", s.Look().TextPercent, version, p.Version())
	}
}
