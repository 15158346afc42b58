package record

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// missing says which required fields are empty, and goes to the first.
func (p *Panel) missing(r *field.Record) []fyne.CanvasObject {
	fs := insight.Missing(p.s.Portfolio(), r)
	if len(fs) == 0 {
		return nil
	}
	names := make([]string, 0, len(fs))
	for _, f := range fs {
		if f.Group == p.tab {
			names = append(names, f.Label)
		}
	}
	if len(names) > 0 {
		return []fyne.CanvasObject{widgets.NewBanner(widgets.Warn, texts.T("record.missing", listed(names)), "", nil)}
	}
	return []fyne.CanvasObject{widgets.NewBanner(widgets.Info, texts.N("record.missing.elsewhere", len(fs), fs[0].Group), texts.T("record.missing.go"), func() { p.GoTo(fs[0].Key) })}
}

func listed(names []string) string {
	const most = 5
	if len(names) > most {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" … (%s)", text.Count(len(names)))
	}
	if len(names) == 1 {
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + texts.T("record.and") + names[len(names)-1]
}
