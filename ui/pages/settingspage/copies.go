package settingspage

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// copiesCard tells where copies are kept, what is there and what went wrong,
// and lets one choose the place.
type copiesCard struct {
	s       *shell.Shell
	body    *fyne.Container
	content fyne.CanvasObject
}

func newCopiesCard(s *shell.Shell) *copiesCard {
	c := &copiesCard{s: s, body: container.NewStack()}
	c.content = widgets.NewCard(texts.T("settings.copies"), texts.T("settings.look.text"), widgets.VStack(8, widgets.NewParagraph(texts.T("settings.copies.text"), widgets.Muted), c.body))
	return c
}

// kept is what there is.
type kept struct {
	place     app.CopyPlace
	all, ours []app.Copy
}

// reload looks in the place, which may be slow to answer.
func (c *copiesCard) reload() {
	c.show(kept{}, texts.T("settings.copies.looking"))
	path := c.s.Portfolio().Info().Path
	services := c.s.Services
	if services.Copies == nil {
		return
	}
	async.Run(c.s.Runner, "settings.copies", func(ctx context.Context) (k kept, err error) {
		if k.place, err = services.CopyPlace(); err != nil {
			return k, err
		}
		if k.all, err = services.Copies(ctx, ""); err != nil {
			return k, err
		}
		k.ours, err = services.Copies(ctx, path)
		return k, err
	}, func(k kept, err error) {
		there := c.s.Sentence(err)
		if err == nil {
			there = texts.N("settings.copies.size", len(k.all), text.Size(sizeOf(k.all)))
		}
		c.show(k, there)
	})
}

func sizeOf(copies []app.Copy) (sum int64) {
	for _, c := range copies {
		sum += c.Size
	}
	return sum
}

func (c *copiesCard) show(k kept, there string) {
	rows := []fyne.CanvasObject{pair(texts.T("settings.copies.place"), k.place.Dir), pair(texts.T("settings.copies.there"), there)}
	if len(k.ours) > 0 {
		newest := k.ours[0]
		rows = append(rows, pair(texts.T("settings.copies.newest"), newest.At.Local().Format("2006-01-02 15:04")+", "+newest.Reason.Label()))
	}
	if problem := c.s.CopyProblem(); problem != "" {
		rows = append(rows, widgets.NewParagraph(texts.T("settings.copies.problem", problem), widgets.Bad))
	}
	buttons := []fyne.CanvasObject{widgets.NewButton(texts.T("settings.copies.choose"), c.choose)}
	if k.place.Chosen {
		buttons = append(buttons, widgets.NewButton(texts.T("settings.copies.usual"), func() { c.place("") }))
	}
	buttons = append(buttons, widgets.NewButton(texts.T("settings.copies.now"), c.now), widgets.NewButton(texts.T("shell.action.restore"), c.s.RestoreCopy).WithKind(widgets.Quiet))
	c.body.Objects = []fyne.CanvasObject{widgets.VStack(8, append(rows, widgets.Flow(8, buttons...))...)}
	c.body.Refresh()
}

// choose asks for another place.
func (c *copiesCard) choose() {
	c.s.AskFolder(texts.T("settings.copies.choose.title"), c.place)
}

func (c *copiesCard) place(dir string) {
	async.Run(c.s.Runner, "settings.copies.place", func(context.Context) (bool, error) {
		return true, c.s.Services.ChooseCopyPlace(dir)
	}, func(_ bool, err error) {
		if err != nil {
			c.s.Fail(err)
		}
		c.reload()
	})
}

// now keeps a copy at once.
func (c *copiesCard) now() {
	c.s.KeepCopy(app.CopyAsked, func(made bool) {
		if made {
			c.s.Toast(texts.T("settings.copies.made"))
		} else {
			c.s.Toast(texts.T("settings.copies.unchanged"))
		}
		c.reload()
	})
}
