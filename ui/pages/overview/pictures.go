package overview

import (
	"cmp"
	"strconv"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

func (p *Page) costs(a *answers) fyne.CanvasObject {
	data := insight.CostChart(a.units, a.first, a.end, shownUnits)
	height := costsHeight + p.room.more()*0.55
	if p.room.wide() {
		height = costsHeight + p.room.more()
	}
	pic := widgets.NewPicture(360, height, func(w, h float64) draw.Drawing { return chart.GroupedBars(data, w, h, theme.Chart(), theme.Measure) }, func(key string) {
		if insight.IsRest(key) {
			p.s.Go("budget", nil)
			return
		}
		p.showUnit(field.ID(key))
	})
	what := texts.T("overview.costs.what", years(a.first, a.end))
	if said := a.figures.SaidOf(); said != "" {
		what += texts.T("overview.costs.said", said, a.figures.Year)
	}
	return widgets.NewCard(texts.T("overview.costs"), what, pic)
}

func years(first, end int) string {
	if first == end {
		return strconv.Itoa(first)
	}
	return texts.T("overview.costs.years", first, end)
}

// showUnit lists the systems of a unit and those under it.
func (p *Page) showUnit(unit field.ID) {
	w := p.s.Portfolio()
	var ids []field.ID
	for _, r := range w.All(system.Kind) {
		if u := system.OwnerUnit.Get(r); (unit == "" && u == "") || (unit != "" && org.Within(w, u, unit)) {
			ids = append(ids, r.ID)
		}
	}
	label := w.Label(unit)
	if label == "" {
		label = texts.T("overview.nounit")
	}
	p.s.ShowRecords(system.Kind, label, ids)
}

// risk is the picture of benefit against risk, as high as height with what is said below it.
func (p *Page) risk(a *answers, height float32) fyne.CanvasObject {
	if len(a.bubbles) == 0 {
		return widgets.NewCard(texts.T("overview.risk"), "", widgets.NewParagraph(texts.T("overview.risk.none"), widgets.Muted))
	}
	data := insight.RiskChart(a.bubbles[:min(mostBubbles, len(a.bubbles))])
	var notes []fyne.CanvasObject
	if n := len(a.bubbles); n > mostBubbles {
		notes = append(notes, widgets.NewParagraph(texts.T("overview.risk.most", mostBubbles, text.Count(n)), widgets.Muted))
	}
	if a.unplaced > 0 {
		notes = append(notes, widgets.NewParagraph(texts.N("overview.risk.unplaced", a.unplaced), widgets.Muted))
	}
	below := widgets.VStack(4, notes...)
	if p.room.wide() {
		height -= 4 + below.MinSize().Height/theme.Px(1)
	}
	pic := widgets.NewPicture(300, height, func(w, h float64) draw.Drawing { return chart.Bubbles(data, w, h, theme.Chart(), theme.Measure) }, func(key string) { p.s.Open(field.ID(key)) })
	return widgets.NewCard(texts.T("overview.risk"), texts.T("overview.risk.size"), widgets.VStack(4, pic, below))
}

func (p *Page) frames(a *answers) fyne.CanvasObject {
	title := texts.T("overview.frames", a.figures.Year)
	if len(a.frames) == 0 {
		return widgets.NewCard(title, "", widgets.NewParagraph(texts.T("overview.frames.none"), widgets.Muted), widgets.NewLink(texts.T("overview.frames.set"), func() { p.s.Go("budget", shell.ShowView{Kind: frame.Name.Kind}) }))
	}
	data := insight.FrameChart(insight.Foremost(a.frames, shownFrames), a.figures.Year)
	height := float32(chart.Progress(data, 400, theme.Chart(), theme.Measure).H)
	pic := widgets.NewPicture(300, height, func(w, _ float64) draw.Drawing { return chart.Progress(data, w, theme.Chart(), theme.Measure) }, func(key string) {
		p.showFramed(a, key)
	})
	all := texts.T("overview.frames.all")
	if n := len(a.frames); n > shownFrames {
		all = texts.T("overview.frames.more", text.Count(n))
	}
	return widgets.NewCard(title, "", pic, widgets.NewLink(all, func() { p.s.Go("budget", shell.ShowView{Kind: frame.Name.Kind}) }))
}

// showFramed lists the insatser that a ram's bar counts.
func (p *Page) showFramed(a *answers, key string) {
	var name string
	var ids []field.ID
	for _, l := range a.frames {
		if cmp.Or(l.Portfolio, string(l.Unit)) == key && ids == nil {
			name, ids = l.Name, l.Of
		}
	}
	p.s.ShowRecords(plan.Kind, name, ids)
}
