package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// ImageView shows page previews under each other, fitted to its width. Put it
// in a vertical scroll.
type ImageView struct {
	widget.BaseWidget
	MaxPageWidth float32 // at 100 %; 0 means 820

	pages  []image.Image
	frames []*canvas.Rectangle
	images []*canvas.Image
}

var _ fyne.Widget = (*ImageView)(nil)

// NewImageView makes a view of pages.
func NewImageView(pages ...image.Image) *ImageView {
	v := &ImageView{}
	v.ExtendBaseWidget(v)
	v.SetPages(pages...)
	return v
}

// SetPages shows other pages.
func (v *ImageView) SetPages(pages ...image.Image) {
	v.pages, v.frames, v.images = pages, nil, nil
	for _, p := range pages {
		i := canvas.NewImageFromImage(p)
		i.FillMode, i.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
		v.images = append(v.images, i)
		v.frames = append(v.frames, paint.NewRect(2))
	}
	v.Refresh()
}

// SetPage shows another picture of one page, of the same shape: a sharper one
// when it comes into view.
func (v *ImageView) SetPage(i int, page image.Image) {
	if i < 0 || i >= len(v.pages) {
		return
	}
	v.pages[i] = page
	v.images[i].Image = page
	v.images[i].Refresh()
}

// PageTop is how far down a page begins, and its height.
func (v *ImageView) PageTop(i int) (top, height float32) {
	if i < 0 || i >= len(v.frames) {
		return 0, 0
	}
	return v.frames[i].Position().Y, v.frames[i].Size().Height
}

func (v *ImageView) pageSize(i int, width float32) fyne.Size {
	most := v.MaxPageWidth
	if most == 0 {
		most = 820
	}
	w := max(px(80), min(width-32, px(most)))
	b := v.pages[i].Bounds()
	if b.Dx() == 0 {
		return fyne.NewSize(w, w)
	}
	return fyne.NewSize(w, w*float32(b.Dy())/float32(b.Dx()))
}

// CreateRenderer implements fyne.Widget.
func (v *ImageView) CreateRenderer() fyne.WidgetRenderer {
	return paint.RenderFunc(v, func() []fyne.CanvasObject {
		var o []fyne.CanvasObject
		for i := range v.pages {
			o = append(o, v.frames[i], v.images[i])
		}
		return o
	}, func() {
		p := theme.Current()
		for _, f := range v.frames {
			f.Shadow = canvas.Shadow{Color: p.Shadow, BlurRadius: 10, Offset: fyne.NewPos(0, 3)}
			paint.SetRect(f, p.Surface, p.Border, 1)
		}
	}, func() fyne.Size {
		h := float32(16)
		w := max(v.Size().Width, px(200))
		for i := range v.pages {
			h += v.pageSize(i, w).Height + 18
		}
		return fyne.NewSize(px(200), h)
	}, func(s fyne.Size) {
		y := float32(16)
		for i := range v.pages {
			z := v.pageSize(i, s.Width)
			x := (s.Width - z.Width) / 2
			paint.Put(v.frames[i], x-1, y-1, z.Width+2, z.Height+2)
			paint.Put(v.images[i], x, y, z.Width, z.Height)
			y += z.Height + 18
		}
	})
}
