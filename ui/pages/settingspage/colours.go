package settingspage

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/app/settings"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// suggestion is a colour that keeps its contrast in light and dark.
type suggestion struct {
	text, hex string
	rgb       color.NRGBA
}

var suggestions = []suggestion{
	{"petrol", "#17616D", color.NRGBA{0x17, 0x61, 0x6D, 255}},
	{"blue", "#1F5FA8", color.NRGBA{0x1F, 0x5F, 0xA8, 255}},
	{"green", "#2F6B3A", color.NRGBA{0x2F, 0x6B, 0x3A, 255}},
	{"red", "#8A2D3B", color.NRGBA{0x8A, 0x2D, 0x3B, 255}},
	{"violet", "#5B4A8A", color.NRGBA{0x5B, 0x4A, 0x8A, 255}},
	{"slate", "#44546A", color.NRGBA{0x44, 0x54, 0x6A, 255}},
}

// colours are suggestions for the municipality's colour, the one in use
// ticked.
func colours(s *shell.Shell) fyne.CanvasObject {
	now := settings.Accent.Get(s.Portfolio().Settings())
	row := make([]fyne.CanvasObject, 0, len(suggestions))
	for _, c := range suggestions {
		w := widgets.NewSwatch(texts.T("settings.colour."+c.text), c.rgb, func() {
			s.Save(settings.ID, field.Column{Field: settings.Accent.Field}, c.hex, func(problem string) {
				if problem != "" {
					s.Problem(problem)
				}
			})
		})
		w.SetChosen(strings.EqualFold(now, c.hex))
		row = append(row, w)
	}
	f := input.NewField(texts.T("settings.colours"), "", widgets.HStack(10, row...))
	f.LabelWidth = record.LabelWidth
	return f
}
