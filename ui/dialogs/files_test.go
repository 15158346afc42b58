package dialogs

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"itportfoljen/app/base/fault"
	"itportfoljen/ui/async"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// computer is one whose dialogs answer as a test wants.
type computer struct {
	none   bool
	answer func(q Question) ([]string, error)
	asked  []Question
	shut   string // the folder that may not be written in
	places []Place
}

func (c *computer) Dialogs() bool { return !c.none }

func (c *computer) Dialog(_ fyne.Window, q Question) func(context.Context) ([]string, error) {
	c.asked = append(c.asked, q)
	return func(context.Context) ([]string, error) { return c.answer(q) }
}

func (c *computer) Places() []Place { return c.places }

func (c *computer) MayWrite(folder string) error {
	if folder == c.shut {
		return os.ErrPermission
	}
	return nil
}

func lay(t *testing.T, dir string, names ...string) {
	t.Helper()
	for _, n := range names {
		path := filepath.Join(dir, n)
		if strings.HasSuffix(n, "/") {
			if err := os.MkdirAll(path, 0o700); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// front is what the topmost dialog says.
func front(w fyne.Window) (said []string) {
	top := w.Canvas().Overlays().Top()
	if top == nil {
		return nil
	}
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if o == nil || !o.Visible() {
			return
		}
		if x, ok := o.(*widgets.Text); ok {
			said = append(said, x.Text)
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, c := range o.Objects {
				walk(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(o).Objects() {
				walk(c)
			}
		}
	}
	walk(top)
	return said
}

func says(w fyne.Window, what string) bool {
	return slices.ContainsFunc(front(w), func(s string) bool { return strings.Contains(s, what) })
}

// TestTheComputerIsAskedFirst: what it answers is handed over, silence is silence, and when
// it has none, fails or isn't wanted the program's own dialog asks.
func TestTheComputerIsAskedFirst(t *testing.T) {
	dir := t.TempDir()
	lay(t, dir, "a.xlsx")
	for _, c := range []struct {
		name   string
		paths  []string
		err    error
		none   bool
		own    bool
		want   string // handed over
		shows  bool   // the program's own dialog
		says   string
		forget bool // the computer isn't asked again
	}{
		{name: "an answer", paths: []string{filepath.Join(dir, "a.xlsx")}, want: "a.xlsx"},
		{name: "let be"},
		{name: "no dialog there", err: ErrNoDialog, shows: true, forget: true},
		{name: "never any", none: true, shows: true, forget: true},
		{name: "broken", err: errors.New("COM"), shows: true, says: "inget har ändrats"},
		{name: "refused in words", err: fault.New(fault.Usage, "Platsen går inte."), shows: true, says: "Platsen går inte."},
		{name: "not wanted", own: true, shows: true, forget: true},
	} {
		w := window(t)
		pc := &computer{none: c.none, answer: func(Question) ([]string, error) { return c.paths, c.err }}
		f := &Files{Window: w, Computer: pc, Own: func() bool { return c.own }}
		got := ""
		ask := func() {
			f.Ask(Question{Title: "Öppna", Start: dir}, func(p []string) { got = filepath.Base(p[0]) })
		}
		ask()
		if got != c.want || (w.Canvas().Overlays().Top() != nil) != c.shows || c.says != "" && !says(w, c.says) {
			t.Errorf("%s: got %q, says %q", c.name, got, front(w))
		}
		if c.shows {
			key(w, fyne.KeyEscape)
		}
		before := len(pc.asked)
		ask()
		if c.forget == (len(pc.asked) > before) {
			t.Errorf("%s: asked %d times, then %d", c.name, before, len(pc.asked))
		}
	}
}

// TestTheWindowWaitsForTheComputersDialog: it is out of reach, and who doesn't see the
// dialog can let it be or have the program's own.
func TestTheWindowWaitsForTheComputersDialog(t *testing.T) {
	w := window(t)
	async.Instant(false)
	ended := make(chan error, 2)
	pc := &waiting{ended: ended}
	f := &Files{Window: w, Computer: pc}
	f.Ask(Question{Title: "Öppna", Start: t.TempDir()}, func([]string) { t.Error("handed over") })
	if !says(w, texts.T("files.waiting")) {
		t.Fatalf("says %q", front(w))
	}
	key(w, fyne.KeyEscape)
	if err := <-ended; !errors.Is(err, context.Canceled) || w.Canvas().Overlays().Top() != nil {
		t.Errorf("%v, %q", err, front(w))
	}
	f.Ask(Question{Title: "Öppna", Start: t.TempDir()}, func([]string) { t.Error("handed over") })
	async.Instant(true)
	tap(t, w, texts.T("files.waiting.own"))
	if err := <-ended; !errors.Is(err, context.Canceled) || !says(w, texts.T("files.open")) {
		t.Errorf("%v, %q", err, front(w))
	}
}

// waiting is a computer whose dialog nobody answers.
type waiting struct {
	computer
	ended chan error
}

func (c *waiting) Dialog(fyne.Window, Question) func(context.Context) ([]string, error) {
	return func(ctx context.Context) ([]string, error) {
		select {
		case <-ctx.Done():
		case <-time.After(10 * time.Second):
		}
		c.ended <- ctx.Err()
		return nil, ctx.Err()
	}
}

func tap(t *testing.T, w fyne.Window, label string) {
	t.Helper()
	var found fyne.Tappable
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widgets.Button:
			if o.Text == label {
				found = o
			}
		case *widgets.Link:
			if o.Text() == label {
				found = o
			}
		case *fyne.Container:
			for _, c := range o.Objects {
				walk(c)
			}
			return
		}
		if x, ok := o.(fyne.Widget); ok {
			for _, c := range test.WidgetRenderer(x).Objects() {
				walk(c)
			}
		}
	}
	walk(w.Canvas().Overlays().Top())
	if found == nil {
		t.Fatalf("nothing says %q: %q", label, front(w))
	}
	found.Tapped(&fyne.PointEvent{})
}

// TestWhatTheComputerSaysOfAFileToBe: the ending is put on, and what that makes of a name is
// looked at: a file that nobody asked about is, one that may not be replaced isn't.
func TestWhatTheComputerSaysOfAFileToBe(t *testing.T) {
	dir := t.TempDir()
	lay(t, dir, "finns.xlsx", "mapp.xlsx/", "stängd/")
	for _, c := range []struct {
		said  string
		fresh bool
		want  string
		says  string
	}{
		{said: "ny.xlsx", want: "ny.xlsx"},
		{said: "ny", want: "ny.xlsx"},
		{said: "ny.XLSX", want: "ny.XLSX"},
		{said: "v1.2", want: "v1.2.xlsx"},
		{said: "finns.xlsx", want: "finns.xlsx"}, // it has asked
		{said: "finns", says: "Ersätta finns.xlsx?"},
		{said: "finns.xlsx", fresh: true, says: "Det finns redan en fil som heter finns.xlsx"},
		{said: "mapp", says: "Det finns en mapp"},
		{said: "ingen/ny", says: "finns inte"},
		{said: "stängd/ny", says: "Du får inte spara i mappen"},
	} {
		w := window(t)
		pc := &computer{shut: filepath.Join(dir, "stängd"), answer: func(Question) ([]string, error) { return []string{filepath.Join(dir, c.said)}, nil }}
		f := &Files{Window: w, Computer: pc}
		got := ""
		f.Ask(Question{Title: "Spara", Want: NewFile, Start: dir, Ext: ".xlsx", Fresh: c.fresh}, func(p []string) { got = p[0] })
		if c.want != "" && got != filepath.Join(dir, c.want) || c.want == "" && (got != "" || !says(w, c.says)) {
			t.Errorf("%s: got %q, says %q", c.said, got, front(w))
		}
		if strings.HasPrefix(c.said, "finns") && c.says != "" && !c.fresh {
			tap(t, w, "Ersätt")
			if got != filepath.Join(dir, "finns.xlsx") {
				t.Errorf("replaced %q", got)
			}
		}
	}
}

func own(w fyne.Window) *Files { return &Files{Window: w, Computer: &computer{none: true}} }

func TestSavePutsOnTheEndingAndAsksBeforeReplacing(t *testing.T) {
	w, dir := window(t), t.TempDir()
	lay(t, dir, "lista.xlsx")
	var got []string
	save := func(name string) {
		own(w).Ask(Question{Title: "Spara", Want: NewFile, Start: dir, Ext: ".xlsx", Name: name}, func(p []string) { got = append(got, p[0]) })
	}
	save("ny")
	key(w, fyne.KeyReturn)
	save("lista")
	key(w, fyne.KeyReturn) // asks; Avbryt has the keyboard
	key(w, fyne.KeyReturn)
	if len(got) != 1 || got[0] != filepath.Join(dir, "ny.xlsx") {
		t.Fatalf("got %q", got)
	}
	if b, _ := os.ReadFile(filepath.Join(dir, "lista.xlsx")); string(b) != "x" {
		t.Error("the dialog itself wrote")
	}
	for w.Canvas().Overlays().Top() != nil {
		key(w, fyne.KeyEscape)
	}
	for _, c := range []struct{ name, says string }{{"a/b", "kan inte innehålla"}, {"con", "”_con”"}, {"namn.", "”namn”"}, {"..", "Skriv ett filnamn"}, {" ", "Skriv ett filnamn"}} {
		save(c.name)
		key(w, fyne.KeyReturn)
		if len(got) != 1 || !says(w, c.says) {
			t.Errorf("%q: got %q, says %q", c.name, got, front(w))
		}
		key(w, fyne.KeyEscape)
	}
}

// TestTheNameIsMarkedWithoutItsEnding: writing replaces it, and the ending stays.
func TestTheNameIsMarkedWithoutItsEnding(t *testing.T) {
	w, dir := window(t), t.TempDir()
	got := ""
	own(w).Ask(Question{Title: "Spara", Want: NewFile, Start: dir, Ext: ".pdf", Name: "Rapport 2027"}, func(p []string) { got = p[0] })
	test.Type(w.Canvas().Focused(), "Mål")
	key(w, fyne.KeyReturn)
	if got != filepath.Join(dir, "Mål.pdf") {
		t.Errorf("%q", got)
	}
}

func TestOpenShowsOnlyWantedFiles(t *testing.T) {
	w, dir := window(t), t.TempDir()
	lay(t, dir, "b.xlsx", "a.xlsx", "c.txt", ".dold.xlsx", "~$a.xlsx", "Ärenden/", "d.xlsx/")
	if err := os.Symlink(filepath.Join(dir, "a.xlsx"), filepath.Join(dir, "länk.xlsx")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(dir, "borta"), filepath.Join(dir, "bruten.xlsx")); err != nil {
		t.Fatal(err)
	}
	got := ""
	open := func(ends ...string) *browser {
		b := newBrowser(own(w), Question{Title: "Öppna", Start: dir, Extensions: ends}, func(p []string) { got = p[0] })
		b.files.runner = async.New()
		b.show("")
		return b
	}
	b := open(".xlsx")
	var names []string
	for i := range b.Len() {
		names = append(names, b.Key(i))
	}
	if want := []string{"d.xlsx", "Ärenden", "a.xlsx", "b.xlsx", "länk.xlsx"}; !slices.Equal(names, want) {
		t.Errorf("%q", names)
	}
	key(w, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if got != filepath.Join(dir, "a.xlsx") {
		t.Errorf("opened %q", got)
	}
	b = open()
	_ = b.enterPath(filepath.Join(dir, "c.txt"))
	b.dialog.OK()
	if got != filepath.Join(dir, "c.txt") {
		t.Errorf("typed path gave %q", got)
	}
	got = ""
	b = open(".xlsx")
	_ = b.enterPath("c.txt")
	if got != "" || !says(w, "ska sluta på .xlsx") {
		t.Errorf("a file of another kind: %q, %q", got, front(w))
	}
}

// TestTheDialogByKeyboard: into a folder by Enter, up by Backspace with the folder marked,
// a letter jumps, columns sort.
func TestTheDialogByKeyboard(t *testing.T) {
	w, dir := window(t), t.TempDir()
	lay(t, dir, "Avtal/", "Beslut/", "Avtal/x.txt", "öl.txt", "alfa.txt")
	old := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	if err := os.Chtimes(filepath.Join(dir, "öl.txt"), old, old); err != nil {
		t.Fatal(err)
	}
	var got []string
	b := newBrowser(own(w), Question{Title: "Öppna", Start: dir, Want: SeveralFiles}, func(p []string) { got = p })
	b.files.runner = async.New()
	b.show("")
	key(w, fyne.KeyDown, fyne.KeyReturn)
	if b.read.dir != filepath.Join(dir, "Avtal") || b.Len() != 1 {
		t.Fatalf("in %s", b.read.dir)
	}
	key(w, fyne.KeyBackspace)
	if _, at := b.grid.Cursor(); b.read.dir != dir || at != "Avtal" {
		t.Errorf("in %s at %q", b.read.dir, at)
	}
	w.Canvas().Focused().TypedRune('ö')
	if _, at := b.grid.Cursor(); at != "öl.txt" {
		t.Errorf("a letter went to %q", at)
	}
	b.grid.OnSort(columnWhen, false, false)
	if b.Key(2) != "öl.txt" || b.Key(0) != "Avtal" && b.Key(0) != "Beslut" {
		t.Errorf("by day %q %q", b.Key(0), b.Key(2))
	}
	b.grid.OnSort(columnName, true, false)
	if b.Key(0) != "Beslut" || b.Key(2) != "öl.txt" {
		t.Errorf("backwards %q %q", b.Key(0), b.Key(2))
	}
	b.grid.SelectAll()
	b.dialog.OK()
	if len(got) != 2 || filepath.Base(got[0]) != "öl.txt" {
		t.Errorf("several gave %q", got)
	}
}

func TestAFolderIsMadeAndGoneInto(t *testing.T) {
	w, dir := window(t), t.TempDir()
	lay(t, dir, "finns/")
	got := ""
	own(w).Ask(Question{Title: "Var?", Want: AFolder, Start: dir}, func(p []string) { got = p[0] })
	tap(t, w, "Ny mapp")
	test.Type(w.Canvas().Focused(), "finns")
	key(w, fyne.KeyReturn)
	if !says(w, "kunde inte skapas") {
		t.Errorf("says %q", front(w))
	}
	w.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	test.Type(w.Canvas().Focused(), "2027: mål")
	key(w, fyne.KeyReturn)
	if !says(w, "kan inte innehålla") {
		t.Errorf("says %q", front(w))
	}
	w.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	test.Type(w.Canvas().Focused(), "Mål 2027")
	key(w, fyne.KeyReturn)
	tap(t, w, "Välj mapp")
	if info, err := os.Stat(got); err != nil || !info.IsDir() || filepath.Base(got) != "Mål 2027" {
		t.Errorf("%q, %v", got, err)
	}
}

// TestPlacesAndWhatWasUsedLately: each is said once, none is looked for, and one that is gone
// says so when it is gone to while what showed stays.
func TestPlacesAndWhatWasUsedLately(t *testing.T) {
	w, dir := window(t), t.TempDir()
	lay(t, dir, "a.xlsx", "Mål/")
	f := own(w)
	f.Computer.(*computer).places = []Place{{"Dokument", filepath.Join(dir, "Mål")}, {"P: (nätverk)", filepath.Join(dir, "borta")}}
	q := Question{Title: "Öppna", Start: dir, Places: []Place{{"Portföljens mapp", dir}}, Folders: []string{dir, filepath.Join(dir, "Gammal")}, Files: []string{filepath.Join(dir, "a.xlsx")}}
	got := ""
	b := newBrowser(f, q, func(p []string) { got = p[0] })
	f.runner = async.New()
	b.show("")
	for what, n := range map[string]int{"Portföljens mapp": 1, "P: (nätverk)": 1, "Gammal": 1} {
		if seen := len(slices.DeleteFunc(front(w), func(s string) bool { return s != what })); seen != n {
			t.Errorf("%s is said %d times: %q", what, seen, front(w))
		}
	}
	b.goPlace(placeKey(filepath.Join(dir, "borta")))
	if b.read.dir != dir || !says(w, "Mappen finns inte") {
		t.Errorf("in %s, says %q", b.read.dir, front(w))
	}
	b.goPlace(fileKey + filepath.Join(dir, "a.xlsx"))
	if b.dialog.OK(); got != filepath.Join(dir, "a.xlsx") {
		t.Errorf("got %q", got)
	}
}

// TestAPlaceThatDoesntAnswerFreezesNothing: what showed stays and says what is waited for;
// nothing of it is chosen meanwhile, and the waiting can be ended.
func TestAPlaceThatDoesntAnswerFreezesNothing(t *testing.T) {
	w, dir := window(t), t.TempDir()
	lay(t, dir, "a.xlsx")
	b := newBrowser(own(w), Question{Title: "Öppna", Start: dir}, func([]string) { t.Error("chosen") })
	b.files.runner = async.New()
	b.show("")
	b.grid.Select("a.xlsx")
	b.busy("//server/resurs", texts.T("files.reading", "//server/resurs"))
	async.Flush()
	if !says(w, "Läser mappen //server/resurs …") {
		t.Fatalf("says %q", front(w))
	}
	b.dialog.OK()
	b.open(0)
	tap(t, w, texts.T("files.stop"))
	if says(w, "Läser mappen") || b.read.dir != dir || b.where.Text() != dir {
		t.Errorf("says %q", front(w))
	}
}

func TestPathsAsPeopleWriteThem(t *testing.T) {
	env := func(name string) string {
		return map[string]string{"USERPROFILE": "/home/eva", "PROV(x86)": "/p"}[name]
	}
	for _, c := range []struct{ in, want string }{
		{"", "/nu"}, {" /a/b/ ", "/a/b"}, {"under", "/nu/under"}, {"../x", "/x"}, {"~", "/home/eva"}, {"~/Dok", "/home/eva/Dok"},
		{"~eva", "/nu/~eva"}, {"%USERPROFILE%/Dok", "/home/eva/Dok"}, {"%PROV(x86)%", "/p"}, {"%SAKNAS%/a", "/nu/%SAKNAS%/a"}, {"50% av 100%", "/nu/50% av 100%"},
		{`"/a/b c"`, "/a/b c"},
	} {
		if got := written(c.in, "/nu", "/home/eva", env); got != filepath.FromSlash(c.want) {
			t.Errorf("%q became %q, want %q", c.in, got, c.want)
		}
	}
}

func TestSaveTakesAWholePathAndANewFileReplacesNone(t *testing.T) {
	w, dir, other := window(t), t.TempDir(), t.TempDir()
	lay(t, other, "finns.itp")
	var got []string
	save := func(name string) {
		own(w).Ask(Question{Title: "Spara", Want: NewFile, Start: dir, Ext: ".itp", Name: name, Fresh: true}, func(p []string) { got = append(got, p[0]) })
		key(w, fyne.KeyReturn)
	}
	for _, name := range []string{filepath.Join(other, "finns.itp"), filepath.Join(other, "ingen", "ny.itp")} {
		save(name)
		if w.Canvas().Overlays().Top() == nil || len(got) != 0 {
			t.Fatalf("%s gave %q", name, got)
		}
		key(w, fyne.KeyEscape)
	}
	save(filepath.Join(other, "ny"))
	if len(got) != 1 || got[0] != filepath.Join(other, "ny.itp") {
		t.Errorf("got %q", got)
	}
}
