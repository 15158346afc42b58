package record

import (
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/widgets"

	"fyne.io/fyne/v2"
)

// NewUnitPicker chooses a unit of all that there are, which whoever asks may leave
// unsaid: then "" is chosen, and what stands there says what that means.
func NewUnitPicker(s *shell.Shell, now widgets.Option, unsaid string, choose func(unit field.ID) error) fyne.CanvasObject {
	w := s.Portfolio()
	pick := input.NewPicker(now, func(query string) []widgets.Option {
		var out []widgets.Option
		for _, u := range w.All(org.UnitKind) {
			if _, ok := text.Match(query, u.Name()); query == "" || ok {
				out = append(out, widgets.Option{ID: string(u.ID), Label: u.Name(), Detail: field.Told(w, u)})
			}
		}
		return out
	}, func(id string) error { return choose(field.ID(id)) }, nil)
	pick.Placeholder = unsaid
	return pick
}
