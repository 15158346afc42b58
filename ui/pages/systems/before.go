package systems

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/system"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// before says what the styrmodell asks for before a system that isn't in use yet is, and
// before one on its way out is gone.
func (p *Page) before(r *field.Record) []fyne.CanvasObject {
	w, next := p.s.Portfolio(), system.Running
	switch {
	case system.Lifecycle.Get(r) == system.PhaseOut:
		next = system.OutOfUse
	case !system.ToCome(r):
		return nil
	}
	var said []fyne.CanvasObject
	for _, m := range governance.LacksBefore(w, r, next) {
		switch {
		case m.Excepted:
		case m.Gate.Effect == governance.Stop:
			said = append(said, widgets.NewParagraph(texts.T("systems.before.stop", m.Text, m.Gate.Key), widgets.Normal))
		case m.Gate.Effect == governance.Warn:
			said = append(said, widgets.NewParagraph(texts.T("systems.before.warn", m.Text, m.Gate.Key), widgets.Normal))
		}
	}
	if len(said) == 0 {
		return nil
	}
	heading := widgets.NewHeading(texts.T("systems.before", system.Lifecycle.Show(w, next)), 3)
	return append([]fyne.CanvasObject{widgets.Inset(10, 0, 0, 0, heading)}, said...)
}
