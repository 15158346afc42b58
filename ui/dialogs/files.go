package dialogs

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app/base/text"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/widgets"
)

// FileOptions is what a file dialog needs to know.
type FileOptions struct {
	Title       string
	Extensions  []string // with the dot: ".xlsx"; empty means all files
	StartDir    string   // empty means the home folder
	DefaultName string   // when saving
	Ext         string   // added when saving a name without it
	Folder      bool     // opens a folder instead of a file
	New         bool     // when saving: never over a file
}

// OpenFile asks for a file that exists and hands over its path.
func OpenFile(w fyne.Window, o FileOptions, done func(path string)) *Dialog {
	b := newBrowser(w, o, false, done)
	return b.show("Öppna")
}

// OpenFolder asks for a folder and hands over its path.
func OpenFolder(w fyne.Window, o FileOptions, done func(path string)) *Dialog {
	o.Folder = true
	b := newBrowser(w, o, false, done)
	return b.show("Välj mapp")
}

// SaveFile asks for a path to write to, and whether to replace a file that is
// there. It writes nothing itself.
func SaveFile(w fyne.Window, o FileOptions, done func(path string)) *Dialog {
	b := newBrowser(w, o, true, done)
	return b.show("Spara")
}

// browser is the file dialog: places at the left, the folder's content, a
// field for the path or name.
type browser struct {
	window fyne.Window
	opt    FileOptions
	saving bool
	done   func(string)

	dir    string
	all    []fileRow
	dialog *Dialog
	grid   *grid.Grid
	where  *input.Text
	name   *input.Text
}

type fileRow struct {
	name, when, size string
	folder           bool
}

func newBrowser(w fyne.Window, o FileOptions, saving bool, done func(string)) *browser {
	b := &browser{window: w, opt: o, saving: saving, done: done}
	b.grid = grid.New(b, []grid.Column{
		{ID: "name", Title: "Namn", Width: 240, Flex: true},
		{ID: "when", Title: "Ändrad", Width: 130},
		{ID: "size", Title: "Storlek", Width: 90, Align: grid.AlignRight},
	})
	b.grid.Empty = widgets.NewEmpty("folder-open", "Här finns inget att välja", "Mappen har inga "+b.kind()+".")
	b.grid.OnOpen = b.open
	b.grid.OnSelect = b.picked
	b.grid.OnType = func(prefix string) int {
		for i, r := range b.all {
			if strings.HasPrefix(text.Fold(r.name), text.Fold(prefix)) {
				return i
			}
		}
		return -1
	}
	b.grid.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyBackspace {
			b.goTo(filepath.Dir(b.dir))
			return true
		}
		return false
	}
	b.where = input.NewText("", "", func(s string) error { return b.enterPath(s) })
	b.name = input.NewText(o.DefaultName, "", nil)
	start := o.StartDir
	if !isDir(start) {
		start, _ = os.UserHomeDir()
	}
	b.goTo(start)
	return b
}

func (b *browser) kind() string {
	if len(b.opt.Extensions) == 0 {
		return "filer"
	}
	return "filer som slutar på " + strings.Join(b.opt.Extensions, ", ")
}

func (b *browser) show(confirm string) *Dialog {
	up := widgets.NewIconButton("arrow-up", "En mapp upp", func() { b.goTo(filepath.Dir(b.dir)) })
	top := widgets.HStack(6, up, widgets.Grow(b.where))
	places := widgets.VStack(2)
	for _, p := range startPlaces(b.opt.StartDir) {
		places.Add(widgets.NewLink(p.label, func() { b.goTo(p.path) }))
	}
	var bottom fyne.CanvasObject
	focus := b.grid.Target()
	if b.saving {
		f := input.NewField("Filnamn", "", b.name)
		f.LabelWidth = 70
		bottom = widgets.Inset(10, 0, 0, 0, f)
		focus = b.name.Target()
	}
	frame := widgets.NewFrame(b.grid)
	body := container.NewBorder(widgets.Inset(0, 0, 8, 0, top), bottom, widgets.MinSize(120, 0, places), nil, frame)
	b.dialog = Show(b.window, Options{Title: b.opt.Title, Content: body, Confirm: confirm, Width: 700, Height: 400, Focus: focus, OnOK: b.ok})
	if b.saving {
		b.name.SelectAll()
	}
	return b.dialog
}

// Len, Cell and Key make the folder a grid's source.
func (b *browser) Len() int { return len(b.all) }

// Key implements grid.Source.
func (b *browser) Key(row int) string { return b.all[row].name }

// Cell implements grid.Source.
func (b *browser) Cell(row, col int) grid.Cell {
	r := b.all[row]
	switch col {
	case 0:
		icon := "file-text"
		if r.folder {
			icon = "folder-open"
		} else if strings.HasSuffix(r.name, ".xlsx") {
			icon = "file-spreadsheet"
		}
		return grid.Cell{Text: r.name, Icon: icon}
	case 1:
		return grid.Cell{Text: r.when, Style: widgets.Muted}
	}
	return grid.Cell{Text: r.size, Style: widgets.Muted}
}

func (b *browser) goTo(dir string) {
	rows, err := b.read(dir)
	if err != nil {
		if b.dialog != nil {
			b.dialog.SetError("Mappen kan inte öppnas: " + dir)
		}
		return
	}
	if b.dialog != nil {
		b.dialog.SetError("")
	}
	b.dir, b.all = dir, rows
	b.where.SetText(dir)
	b.grid.ClearSelection()
	b.grid.ScrollTo(0, 0)
	b.grid.Reload()
}

func (b *browser) read(dir string) ([]fileRow, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var rows []fileRow
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") || strings.HasPrefix(e.Name(), "~$") {
			continue
		}
		info, err := os.Stat(filepath.Join(dir, e.Name()))
		if err != nil {
			continue
		}
		if !info.IsDir() && (b.opt.Folder || !b.wanted(e.Name())) {
			continue
		}
		r := fileRow{name: e.Name(), folder: info.IsDir(), when: info.ModTime().Format("2006-01-02 15:04")}
		if !r.folder {
			r.size = text.Size(info.Size())
		}
		rows = append(rows, r)
	}
	slices.SortFunc(rows, func(x, y fileRow) int {
		if x.folder != y.folder {
			if x.folder {
				return -1
			}
			return 1
		}
		return text.Compare(x.name, y.name)
	})
	return rows, nil
}

func (b *browser) wanted(name string) bool {
	if len(b.opt.Extensions) == 0 {
		return true
	}
	return slices.ContainsFunc(b.opt.Extensions, func(e string) bool { return strings.EqualFold(filepath.Ext(name), e) })
}

func (b *browser) picked() {
	if row, _ := b.grid.Cursor(); b.saving && row >= 0 && row < len(b.all) && !b.all[row].folder {
		b.name.SetText(b.all[row].name)
	}
}

func (b *browser) open(row int) {
	if b.all[row].folder {
		b.goTo(filepath.Join(b.dir, b.all[row].name))
		return
	}
	b.dialog.OK()
}

// enterPath takes a path that was typed: a folder is gone to, a file chosen.
func (b *browser) enterPath(s string) error {
	s = strings.TrimSpace(s)
	if rest, ok := strings.CutPrefix(s, "~"); ok {
		home, _ := os.UserHomeDir()
		s = filepath.Join(home, rest)
	}
	if isDir(s) {
		b.goTo(filepath.Clean(s))
		return nil
	}
	if _, err := os.Stat(s); err == nil || b.saving && isDir(filepath.Dir(s)) {
		b.goTo(filepath.Dir(s))
		b.name.SetText(filepath.Base(s))
		b.grid.Select(filepath.Base(s))
		return nil
	}
	b.dialog.SetError("Det finns ingen fil eller mapp där: " + s)
	return nil
}

func (b *browser) ok() bool {
	if b.saving {
		return b.save()
	}
	row, _ := b.grid.Cursor()
	if b.opt.Folder {
		dir := b.dir
		if row >= 0 && row < len(b.all) {
			dir = filepath.Join(dir, b.all[row].name)
		}
		b.finish(dir)
		return false
	}
	if row < 0 || row >= len(b.all) {
		b.dialog.SetError("Välj en fil i listan.")
		return false
	}
	if b.all[row].folder {
		b.open(row)
		return false
	}
	b.finish(filepath.Join(b.dir, b.all[row].name))
	return false
}

// finish closes before handing over, so that what follows may open a dialog.
func (b *browser) finish(path string) {
	b.dialog.finishLater(true)
	b.done(path)
}

func (b *browser) save() bool {
	name := strings.TrimSpace(b.name.Text())
	if name == "" {
		b.dialog.SetError("Skriv ett filnamn.")
		return false
	}
	dir := b.dir
	if filepath.IsAbs(name) { // the whole way was written
		dir, name = filepath.Split(filepath.Clean(name))
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			b.dialog.SetError("Mappen " + dir + " finns inte. Välj en mapp i listan.")
			return false
		}
	}
	if strings.ContainsAny(name, `/\:*?"<>|`) {
		b.dialog.SetError(`Ett filnamn kan inte innehålla / \ : * ? " < > |`)
		return false
	}
	if b.opt.Ext != "" && !strings.EqualFold(filepath.Ext(name), b.opt.Ext) {
		name += b.opt.Ext
	}
	path := filepath.Join(dir, name)
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir():
		b.dialog.SetError("Det finns en mapp med det namnet.")
	case err == nil && b.opt.New:
		b.dialog.SetError("Det finns redan en fil med det namnet. Skriv ett annat, eller öppna den i stället.")
	case err == nil:
		Confirm(b.window, "Ersätta "+name+"?", "Det finns redan en fil med det namnet i mappen. Innehållet ersätts.", "Ersätt", true, func() { b.finish(path) })
	default:
		b.finish(path)
	}
	return false
}

type place struct{ label, path string }

func startPlaces(start string) []place {
	var list []place
	add := func(label, path string) {
		if isDir(path) && !slices.ContainsFunc(list, func(p place) bool { return p.path == path }) {
			list = append(list, place{label, path})
		}
	}
	home, _ := os.UserHomeDir()
	add("Hem", home)
	for label, names := range map[string][]string{"Dokument": {"Documents", "Dokument"}} {
		for _, n := range names {
			add(label, filepath.Join(home, n))
		}
	}
	for _, n := range []string{"Downloads", "Hämtningar"} {
		add("Hämtade filer", filepath.Join(home, n))
	}
	for _, n := range []string{"Desktop", "Skrivbord"} {
		add("Skrivbord", filepath.Join(home, n))
	}
	if start != "" {
		add(filepath.Base(start), start)
	}
	if runtime.GOOS == "windows" {
		for c := 'C'; c <= 'Z'; c++ {
			add(string(c)+":", string(c)+`:\`)
		}
	} else {
		add("Datorn", "/")
	}
	return list
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return path != "" && err == nil && info.IsDir()
}
