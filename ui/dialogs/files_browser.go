package dialogs

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app/base/text"
	"itportfoljen/ui/async"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// browser is the program's own file dialog: places at the left, the folder's content, and
// fields for the path and the name.
type browser struct {
	files *Files
	q     Question
	done  func([]string)

	read     *listing // what shows
	reading  string   // what is being read or looked for, "" when nothing is
	wanted   bool     // Enter was pressed meanwhile: a file that is found is chosen
	by       string
	desc     bool
	runner   *async.Runner
	stopSlow func()

	dialog *Dialog
	grid   *grid.Grid
	where  *input.Text
	name   *input.Text
	side   *widgets.SideList
	wait   *fyne.Container // says that a place is slow
	slow   *widgets.Text
	empty  *widgets.Empty
}

// narrow is a window that has no room for the places.
const narrow = 640

// patience is how long a place may take before it is said.
const patience = 250 * time.Millisecond

func newBrowser(f *Files, q Question, done func([]string)) *browser {
	b := &browser{files: f, q: q, done: done, read: &listing{}, by: columnName, runner: async.New(), stopSlow: func() {}}
	b.grid = grid.New(b, []grid.Column{
		{ID: columnName, Title: texts.T("files.col.name"), Width: 240, Flex: true, Sortable: true},
		{ID: columnWhen, Title: texts.T("files.col.when"), Width: 130, Sortable: true},
		{ID: columnSize, Title: texts.T("files.col.size"), Width: 90, Align: grid.AlignRight, Sortable: true},
	})
	b.grid.Multi = q.Want == SeveralFiles
	b.empty = widgets.NewEmpty("folder-open", texts.T("files.unread"), texts.T("files.unread.text"))
	b.grid.Empty = b.empty
	b.grid.SetSorts([]grid.Sort{{ID: columnName}})
	b.grid.OnOpen = b.open
	b.grid.OnSelect = b.picked
	b.grid.OnType = b.jump
	b.grid.OnKey = b.key
	b.grid.OnSort = func(id string, desc, _ bool) {
		b.by, b.desc = id, desc
		b.read.sort(b.by, b.desc)
		b.grid.Reload()
	}
	b.where = input.NewText("", texts.T("files.path"), b.enterPath)
	b.name = input.NewEnding(q.Name, q.Ext)
	b.side = widgets.NewSideList(b.goPlace)
	b.slow = widgets.NewText("", widgets.Muted)
	b.wait = widgets.Inset(6, 0, 0, 0, widgets.HStack(10, b.slow, widgets.NewLink(texts.T("files.stop"), b.stop), widgets.Spacer()))
	b.wait.Hide()
	return b
}

func (b *browser) show(problem string) {
	up := widgets.NewIconButton("arrow-up", texts.T("files.up"), b.up)
	top := widgets.HStack(6, up, widgets.Grow(b.where))
	focus, confirm := b.grid.Target(), texts.T("files.open")
	bottom := widgets.VStack(0, b.wait)
	var extra []fyne.CanvasObject
	switch b.q.Want {
	case NewFile:
		bottom.Add(widgets.Inset(10, 0, 0, 0, widgets.HStack(10, widgets.NewText(texts.T("files.name"), widgets.Muted), widgets.Grow(b.name))))
		focus, confirm = b.name.Target(), texts.T("files.save")
	case AFolder:
		confirm = texts.T("files.choose")
	}
	if b.q.Want == NewFile || b.q.Want == AFolder {
		extra = append(extra, widgets.NewButton(texts.T("files.new"), b.newFolder).WithIcon("plus"))
	}
	b.fillSide()
	var left fyne.CanvasObject
	if b.files.Window.Canvas().Size().Width >= narrow { // else the path can be written
		left = widgets.Inset(0, 10, 0, 0, widgets.MinSize(170, 0, container.NewVScroll(b.side)))
	}
	body := container.NewBorder(widgets.Inset(0, 0, 8, 0, top), bottom, left, nil, widgets.NewFrame(b.grid))
	b.dialog = Show(b.files.Window, Options{Title: b.q.Title, Content: body, Confirm: confirm, Width: 780, Height: 430, Focus: focus, Extra: extra, OnOK: b.ok, OnClose: func(bool) {
		b.stopSlow()
		b.runner.CancelAll()
		b.files.runner.Cancel(looking)
	}})
	if b.q.Want == NewFile {
		b.name.SelectAll()
	}
	start := []string{b.q.Start, home()}
	if b.q.Start == "" {
		start = start[1:]
	}
	b.goFirst(append(start, string(filepath.Separator)))
	if problem != "" {
		b.dialog.SetError(problem)
	}
}

func home() string {
	dir, _ := os.UserHomeDir() // "" where nobody has one
	return dir
}

// goFirst goes to the first of some folders that can be read, and says nothing of the others.
func (b *browser) goFirst(dirs []string) {
	b.goTo(dirs[0], "", func(err error) {
		if err != nil && len(dirs) > 1 {
			b.goFirst(dirs[1:])
		}
	})
}

// Len, Cell and Key make the folder a grid's source.
func (b *browser) Len() int { return len(b.read.rows) }

// Key implements grid.Source.
func (b *browser) Key(row int) string { return b.read.rows[row].name }

// Cell implements grid.Source.
func (b *browser) Cell(row, col int) grid.Cell {
	r := b.read.rows[row]
	switch col {
	case 0:
		icon := "file-text"
		if r.folder {
			icon = "folder-open"
		} else if hasEnding(r.name, []string{".xlsx", ".xlsm", ".ods", ".csv"}) {
			icon = "file-spreadsheet"
		}
		return grid.Cell{Text: r.name, Icon: icon}
	case 1:
		if r.when.IsZero() {
			return grid.Cell{}
		}
		return grid.Cell{Text: r.when.Format("2006-01-02 15:04"), Style: widgets.Muted}
	}
	if r.folder {
		return grid.Cell{}
	}
	return grid.Cell{Text: text.Size(r.size), Style: widgets.Muted}
}

// goTo reads a folder away from the screen and shows it, with mark marked. What showed stays
// until then, and when it can't be read; then is told how it went.
func (b *browser) goTo(dir, mark string, then func(error)) {
	b.busy(dir, texts.T("files.reading", dir))
	async.Run(b.runner, "folder", func(ctx context.Context) (*listing, error) { return readFolder(ctx, dir, b.q) }, func(l *listing, err error) {
		b.rest()
		if err == nil {
			b.showFolder(l, mark)
		}
		then(err)
	})
}

// busy is when something is read or looked for: nothing of what shows is chosen, and what
// takes long is said.
func (b *browser) busy(with, said string) {
	b.stopSlow()
	b.reading = with
	b.stopSlow = async.After(patience, func() {
		b.slow.SetText(said)
		b.wait.Show()
		b.dialog.Relayout()
	})
}

// rest is when nothing is read or looked for any more.
func (b *browser) rest() {
	b.stopSlow()
	b.reading = ""
	if b.wait.Visible() {
		b.wait.Hide()
		b.dialog.Relayout()
	}
}

// stop waits no more for a place.
func (b *browser) stop() {
	b.runner.CancelAll()
	b.files.runner.Cancel(looking)
	b.wanted = false
	b.where.SetText(b.read.dir)
	b.rest()
}

func (b *browser) showFolder(l *listing, mark string) {
	l.sort(b.by, b.desc)
	b.read = l
	b.dialog.SetError("")
	b.where.SetText(l.dir)
	b.side.Select(placeKey(l.dir))
	heading, what := texts.T("files.empty"), texts.T("files.empty.files")
	switch {
	case b.q.Want == AFolder:
		what = texts.T("files.empty.folders")
	case len(b.q.Extensions) > 0:
		what = texts.T("files.empty.kind", strings.Join(b.q.Extensions, ", "))
	}
	b.empty.SetText(heading, what)
	b.grid.ClearSelection()
	b.grid.ScrollTo(0, 0)
	b.grid.Reload()
	foot := ""
	if len(l.rows) > 0 {
		foot = texts.N("files.count", len(l.rows))
	}
	b.grid.SetFooter(foot, "")
	if mark != "" {
		b.grid.Select(mark)
	}
}

// visit goes to a folder that was chosen or written, and says why when it can't be read.
func (b *browser) visit(dir, mark string) {
	b.wanted = false
	b.goTo(dir, mark, func(err error) {
		if err != nil {
			b.where.SetText(b.read.dir)
			b.dialog.SetError(unread(dir, err))
		}
	})
}

// up goes to the folder around, and marks the one that was left.
func (b *browser) up() {
	if parent := filepath.Dir(b.read.dir); b.read.dir != "" && parent != b.read.dir {
		b.visit(parent, base(b.read.dir))
	}
}

func (b *browser) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyBackspace:
		b.up()
	case fyne.KeyF5:
		_, mark := b.grid.Cursor()
		b.visit(b.read.dir, mark)
	default:
		return false
	}
	return true
}

// jump is the first row, from the cursor on, that begins with what is typed.
func (b *browser) jump(prefix string) int {
	return slices.IndexFunc(b.read.rows, func(r fileRow) bool { return strings.HasPrefix(text.Fold(r.name), text.Fold(prefix)) })
}

func (b *browser) picked() {
	if row, _ := b.grid.Cursor(); b.q.Want == NewFile && row >= 0 && row < b.Len() && !b.read.rows[row].folder {
		name := b.read.rows[row].name
		if strings.EqualFold(filepath.Ext(name), b.q.Ext) {
			name = strings.TrimSuffix(name, filepath.Ext(name))
		}
		b.name.SetText(name)
	}
}

func (b *browser) open(row int) {
	switch {
	case b.reading != "":
	case b.read.rows[row].folder:
		b.visit(filepath.Join(b.read.dir, b.read.rows[row].name), "")
	default:
		b.dialog.OK()
	}
}
