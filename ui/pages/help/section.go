package help

import (
	"bytes"
	"context"
	"image"
	_ "image/png" // the pictures
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/app/base/picture"
	"itportfoljen/docs"
	"itportfoljen/ui/async"
	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// fill shows the section in view.
func (v *View) fill() {
	s := v.section()
	v.prose = nil
	title := v.text([]widgets.Run{{Text: s.title, Bold: true}})
	title.FontSize = []float32{22, 18, 15}[min(max(s.level, 1), 3)-1]
	rows := []fyne.CanvasObject{title}
	for i, b := range s.blocks {
		o := v.block(b)
		if b.sort == item && i > 0 && s.blocks[i-1].sort != item {
			o = widgets.Inset(2, 0, 0, 0, o)
		}
		rows = append(rows, o)
	}
	if s.level == 1 {
		rows = append(rows, v.under(s)...)
	}
	rows = append(rows, widgets.Inset(10, 0, 0, 0, widgets.Hairline()), v.around(s))
	all := widgets.MaxWidth(measure, widgets.Inset(18, 22, 30, 22, widgets.VStack(9, rows...)))
	all.Resize(fyne.NewSize(v.scroll.Size().Width, 0)) // each text is laid out once
	v.scroll.SetContent(all)
	v.mark()
}

// text is a text of the section, which is searched. What leads to what isn't here is only text.
func (v *View) text(runs []widgets.Run) *widgets.Prose {
	shown := make([]widgets.Run, len(runs))
	for i, r := range runs {
		if _, _, ok := split(r.Link, v.now.name); r.Link != "" && !ok && !strings.HasPrefix(r.Link, "https://") {
			r.Link = ""
		}
		shown[i] = r
	}
	p := widgets.NewProse(shown, v.follow)
	p.FontSize = 14
	v.prose = append(v.prose, &marked{Prose: p})
	return p
}

func (v *View) block(b block) fyne.CanvasObject {
	switch b.sort {
	case item:
		p := v.text(b.runs)
		p.Lead, p.Indent = b.lead, 22
		return p
	case listing:
		p := v.text(b.runs)
		p.FontSize, p.Keep = 13, true
		return widgets.NewFrame(widgets.Pad(10, p))
	case table:
		return v.table(b)
	case shot:
		return v.figure(b.file)
	}
	return v.text(b.runs)
}

// table is rows of texts, the first its headings.
func (v *View) table(b block) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, row := range b.rows {
		var cells []fyne.CanvasObject
		for _, cell := range row {
			if i == 0 {
				for k := range cell {
					cell[k].Bold = true
				}
			}
			cells = append(cells, v.text(cell))
		}
		if i > 0 {
			rows = append(rows, widgets.Hairline())
		}
		rows = append(rows, container.New(&tableRow{weights(b)}, cells...))
	}
	return widgets.NewFrame(widgets.Pad(10, widgets.VStack(5, rows...)))
}

// weights are how much of the width the columns of a table get, by what they hold.
func weights(b block) (out []float32) {
	for i := range b.rows[0] {
		most := 8
		for _, row := range b.rows {
			if i < len(row) {
				most = max(most, min(60, len([]rune(plainOf(row[i])))))
			}
		}
		out = append(out, float32(most))
	}
	return out
}

// tableRow lays the cells of a row in its columns.
type tableRow struct{ weights []float32 }

const columnGap = 16

func (l *tableRow) widths(width float32, n int) (out []float32) {
	sum := float32(0)
	for i := range n {
		sum += l.weights[min(i, len(l.weights)-1)]
	}
	for i := range n {
		out = append(out, (width-theme.Px(columnGap)*float32(n-1))*l.weights[min(i, len(l.weights)-1)]/sum)
	}
	return out
}

// MinSize implements fyne.Layout.
func (l *tableRow) MinSize(o []fyne.CanvasObject) (s fyne.Size) {
	for _, c := range o {
		s.Height = max(s.Height, c.MinSize().Height)
	}
	return s
}

// Layout implements fyne.Layout.
func (l *tableRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, w := range l.widths(size.Width, len(o)) {
		o[i].Move(fyne.NewPos(x, 0))
		o[i].Resize(fyne.NewSize(w, o[i].MinSize().Height))
		x += w + theme.Px(columnGap)
	}
}

// under are the sections of a chapter, to go to.
func (v *View) under(chapter *section) (rows []fyne.CanvasObject) {
	all := book(v.now.name)
	for _, s := range all[chapter.chapter+1:] {
		if s.chapter != chapter.chapter {
			break
		}
		if s.level == 2 {
			rows = append(rows, widgets.HStack(0, widgets.NewLink(s.title, func() { v.GoTo(v.now.name, s.anchor); v.Read() })))
		}
	}
	if len(rows) > 0 {
		rows = append([]fyne.CanvasObject{widgets.Inset(8, 0, 0, 0, widgets.NewHeading(texts.T("help.under"), 3))}, rows...)
	}
	return rows
}

// around leads to the section before and the one after.
func (v *View) around(s *section) fyne.CanvasObject {
	var before, after *section
	all := book(v.now.name)
	for i, x := range all {
		if x == s && i > 0 {
			before = all[i-1]
		}
		if x == s && i+1 < len(all) {
			after = all[i+1]
		}
	}
	row := []fyne.CanvasObject{}
	if before != nil {
		row = append(row, widgets.NewLink("← "+before.title, func() { v.GoTo(v.now.name, before.anchor); v.Read() }))
	}
	row = append(row, widgets.Spacer())
	if after != nil {
		row = append(row, widgets.NewLink(after.title+" →", func() { v.GoTo(v.now.name, after.anchor); v.Read() }))
	}
	return widgets.HStack(8, row...)
}

// beside lays the contents beside the text, where there is room for both.
type beside struct{}

// MinSize implements fyne.Layout.
func (beside) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Px(300), theme.Px(200))
}

// Layout implements fyne.Layout.
func (beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	w := theme.Px(contents)
	if size.Width < theme.Px(besideLeast) {
		o[0].Hide()
		w = 0
	} else {
		o[0].Show()
	}
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(w, size.Height))
	o[1].Move(fyne.NewPos(w, 0))
	o[1].Resize(fyne.NewSize(size.Width-w, size.Height))
}

// figure is a picture as wide as there is room for, the dark one in the dark.
type figure struct {
	widget.BaseWidget
	runner *async.Runner
	file   string
	named  string // the one shown: it, or the dark one
	dark   bool
	ratio  float32 // height to width
	wide   float32 // its own width, in pixels
	image  *canvas.Image
}

func (v *View) figure(file string) fyne.CanvasObject {
	f := &figure{runner: v.runner, file: file, image: &canvas.Image{}}
	f.image.FillMode, f.image.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	f.load()
	f.ExtendBaseWidget(f)
	return f
}

func (f *figure) load() {
	f.dark = theme.Current().Dark
	name := f.file
	if f.dark {
		if night, err := docs.Files.ReadFile(darkOf(f.file)); err == nil {
			f.show(darkOf(f.file), night)
			return
		}
	}
	if data, err := docs.Files.ReadFile(name); err == nil {
		f.show(name, data)
	}
}

func (f *figure) show(name string, data []byte) {
	if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && c.Width > 0 {
		f.ratio, f.wide = float32(c.Height)/float32(c.Width), float32(c.Width)
	}
	f.named = name
	async.Run(f.runner, "help "+f.file, func(context.Context) (image.Image, error) { return picture.Decode(data) }, func(img image.Image, err error) {
		if err == nil && f.named == name {
			f.image.Image = img
			f.image.Refresh()
		}
	})
}

// CreateRenderer implements fyne.Widget.
func (f *figure) CreateRenderer() fyne.WidgetRenderer {
	return &figureRender{WidgetRenderer: widget.NewSimpleRenderer(f.image), of: f}
}

type figureRender struct {
	fyne.WidgetRenderer
	of *figure
}

// MinSize implements fyne.WidgetRenderer.
func (r *figureRender) MinSize() fyne.Size {
	w := r.of.Size().Width
	if w <= 0 {
		w = theme.Px(600)
	}
	return fyne.NewSize(theme.Px(40), min(w, r.of.wide)*r.of.ratio)
}

// Refresh implements fyne.WidgetRenderer.
func (r *figureRender) Refresh() {
	if r.of.dark != theme.Current().Dark {
		r.of.load()
	}
	r.WidgetRenderer.Refresh()
}

// reader has the keyboard while one reads: the keys scroll.
type reader struct {
	widgets.Control
	v *View
}

func newReader(v *View) *reader {
	r := &reader{v: v}
	r.Extend(r, nil)
	r.HandleKeys(func(e *fyne.KeyEvent) bool {
		line := theme.Px(40)
		switch e.Name {
		case fyne.KeyDown:
			v.scroll.ScrollBy(line)
		case fyne.KeyUp:
			v.scroll.ScrollBy(-line)
		case fyne.KeySpace:
			return v.scroll.PageKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
		case fyne.KeyBackspace:
			return v.Back()
		default:
			return v.scroll.PageKey(e)
		}
		return true
	})
	return r
}

// Cursor is the usual one: there is nothing to tap.
func (r *reader) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// CreateRenderer implements fyne.Widget.
func (r *reader) CreateRenderer() fyne.WidgetRenderer {
	halo := paint.NewRect(4)
	return paint.Render(r, []fyne.CanvasObject{halo}, func() { paint.SetHalo(halo, r.Ringed()) }, func() fyne.Size { return fyne.Size{} },
		func(s fyne.Size) { paint.Put(halo, 2, 2, s.Width-4, s.Height-4) })
}

// AccessibilityLabel reads what is shown.
func (r *reader) AccessibilityLabel() string { return r.v.Title() }
