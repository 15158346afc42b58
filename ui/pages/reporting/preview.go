package reporting

import (
	"context"
	"image"
	"strings"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

const (
	pagesKey = "reports.pages"
	// pageWidth is the widest a page is drawn, at 100 %.
	pageWidth = 900
	// keepAround is how many pages on each side of those in view stay drawn.
	keepAround = 4
	inches     = 8.27 // the width of an A4
	settleTime = 200 * time.Millisecond
)

// built is a report laid out. Its pages are drawn one at a time.
type built struct {
	report  app.Report
	pages   int
	remarks []string
	version int64
	first   image.Image

	mu sync.Mutex
}

func (b *built) image(page int, dpi float64) image.Image {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.report.Image(page, dpi)
}

// preview shows the pages under each other and draws those in view.
type preview struct {
	s      *shell.Shell
	b      *built
	drawn  map[int]float64 // the dots per inch that a page is drawn at
	dot    float64         // the dots per inch now
	width  float32
	settle func()

	view    *widgets.ImageView
	scroll  *container.Scroll
	body    *fyne.Container
	pager   *fyne.Container
	where   *widgets.Text
	state   *widgets.Text
	up      *widgets.Button
	down    *widgets.Button
	content fyne.CanvasObject
}

func newPreview(s *shell.Shell) *preview {
	v := &preview{s: s, drawn: map[int]float64{}, view: widgets.NewImageView(), body: container.NewStack(),
		where: widgets.NewText("", widgets.Muted), state: widgets.NewText("", widgets.Muted)}
	v.view.MaxPageWidth = pageWidth
	v.scroll = container.NewVScroll(v.view)
	v.scroll.OnScrolled = func(fyne.Position) { v.moved() }
	v.up = widgets.NewIconButton("chevron-up", texts.T("reports.page.up"), func() { v.turn(-1) })
	v.down = widgets.NewIconButton("chevron-down", texts.T("reports.page.down"), func() { v.turn(1) })
	v.pager = widgets.HStack(4, v.up, v.down, v.where)
	v.content = container.New(&resized{v.sized}, v.body)
	v.clear()
	return v
}

// clear waits for another report.
func (v *preview) clear() {
	v.s.Runner.Cancel(pagesKey)
	v.b = nil
	v.message("file-text", texts.T("reports.building"), texts.T("reports.building.text"))
}

// fail says why there is no report.
func (v *preview) fail(sentence string) {
	v.s.Runner.Cancel(pagesKey)
	v.b = nil
	v.message("triangle-alert", texts.T("reports.failed"), sentence)
}

// wait says what must be chosen before there is anything to show.
func (v *preview) wait(heading, sentence string) {
	v.s.Runner.Cancel(pagesKey)
	v.b = nil
	v.message("file-text", heading, sentence)
}

func (v *preview) message(icon, heading, text string) {
	v.where.SetText("")
	v.up.Disable()
	v.down.Disable()
	v.put(widgets.NewEmpty(icon, heading, text))
}

func (v *preview) put(o fyne.CanvasObject) {
	v.body.Objects = []fyne.CanvasObject{o}
	v.body.Refresh()
}

func (v *preview) busy(on bool) {
	v.state.SetText("")
	if on && v.b != nil {
		v.state.SetText(texts.T("reports.updating"))
	}
}

// dpi is what makes a page as sharp as the screen.
func (v *preview) dpi() float64 {
	w := v.content.Size().Width
	if w < 200 {
		w = 640
	}
	w = min(w-32, theme.Px(pageWidth))
	return float64(w*v.s.Window.Canvas().Scale()) / inches
}

// show shows a report; the place in it stays when it is the same one anew.
func (v *preview) show(b *built, dpi float64) {
	v.s.Runner.Cancel(pagesKey)
	fresh := v.b == nil
	v.b, v.dot, v.drawn = b, dpi, map[int]float64{}
	pages := make([]image.Image, b.pages)
	for i := range pages {
		pages[i] = blank(b.first)
	}
	if b.pages > 0 {
		pages[0], v.drawn[0] = b.first, dpi
	}
	v.view.SetPages(pages...)
	v.put(v.under(b.remarks))
	if fresh {
		v.scroll.Offset = fyne.Position{}
	}
	v.scroll.Refresh()
	v.moved()
}

// under is the pages under what there is to say of them.
func (v *preview) under(remarks []string) fyne.CanvasObject {
	if len(remarks) == 0 {
		return v.scroll
	}
	return widgets.VStack(0, widgets.Inset(10, 16, 0, 16, widgets.NewBanner(widgets.Info, strings.Join(remarks, "\n"), "", nil)), widgets.Grow(v.scroll))
}

// blank is an empty page of the shape of another.
func blank(like image.Image) image.Image {
	if like == nil {
		return image.NewGray(image.Rect(0, 0, 21, 30))
	}
	w, h := like.Bounds().Dx(), like.Bounds().Dy()
	paper := image.NewGray(image.Rect(0, 0, max(1, w/20), max(1, h/20)))
	for i := range paper.Pix {
		paper.Pix[i] = 0xff
	}
	return paper
}

// inView gives the first and last page in view.
func (v *preview) inView() (first, last int) {
	top, bottom := v.scroll.Offset.Y, v.scroll.Offset.Y+v.scroll.Size().Height
	first, last = -1, 0
	for i := range v.b.pages {
		y, h := v.view.PageTop(i)
		if y+h > top && y < bottom {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return max(first, 0), last
}

// moved draws what came into view, and tells where one is.
func (v *preview) moved() {
	if v.b == nil || v.b.pages == 0 {
		return
	}
	first, last := v.inView()
	at := v.at()
	v.where.SetText(texts.T("reports.page", at+1, v.b.pages))
	v.pager.Refresh()
	enable(v.up, at > 0)
	enable(v.down, at < v.b.pages-1)
	for i := range v.drawn {
		if i < first-keepAround || i > last+keepAround {
			delete(v.drawn, i)
			v.view.SetPage(i, blank(v.b.first))
		}
	}
	v.draw(first, last)
}

func enable(b *widgets.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// at is the page that takes up most of the view.
func (v *preview) at() int {
	middle := v.scroll.Offset.Y + v.scroll.Size().Height/2
	for i := range v.b.pages {
		if y, h := v.view.PageTop(i); y+h > middle {
			return i
		}
	}
	return v.b.pages - 1
}

// draw draws the next page that isn't, from the first in view to the one after
// the last, away from the screen and one at a time.
func (v *preview) draw(first, last int) {
	if v.s.Runner.Busy(pagesKey) {
		return
	}
	for i := first; i <= min(last+1, v.b.pages-1); i++ {
		if v.drawn[i] == v.dot {
			continue
		}
		b, dpi := v.b, v.dot
		async.Run(v.s.Runner, pagesKey, func(context.Context) (image.Image, error) { return b.image(i, dpi), nil }, func(page image.Image, _ error) {
			v.drawn[i] = dpi
			v.view.SetPage(i, page)
			v.view.Refresh()
			v.scroll.Refresh()
			v.moved()
		})
		return
	}
}

// turn goes to the page before or after.
func (v *preview) turn(by int) {
	if v.b == nil {
		return
	}
	v.goTo(min(max(v.at()+by, 0), v.b.pages-1))
}

// goTo shows a page.
func (v *preview) goTo(page int) {
	if v.b == nil {
		return
	}
	y, _ := v.view.PageTop(page)
	v.scroll.ScrollToOffset(fyne.NewPos(0, max(0, y-16)))
	v.moved()
}

// sized draws anew, once the size has settled, when the pages got another width.
func (v *preview) sized(s fyne.Size) {
	if s.Width == v.width {
		return
	}
	v.width = s.Width
	if v.settle != nil {
		v.settle()
	}
	v.settle = async.After(settleTime, func() {
		if v.b != nil {
			v.dot = v.dpi()
			v.moved()
		}
	})
}

// resized tells of new sizes.
type resized struct{ told func(fyne.Size) }

// MinSize implements fyne.Layout.
func (r *resized) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout implements fyne.Layout.
func (r *resized) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	objects[0].Resize(s)
	r.told(s)
}
