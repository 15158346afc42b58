package report

import (
	"itportfoljen/app/insight"
	"itportfoljen/reports/pdf"
)

// WithoutOwner is the key figure of systems in service that nobody owns.
func WithoutOwner(f insight.Figures) pdf.KeyFigure {
	k := pdf.KeyFigure{Label: "Utan ägare", Value: Count(f.WithoutOwner), Note: "av " + Count(f.InService) + " i drift"}
	switch {
	case f.InService == 0:
		k.Value, k.Note = None, "inga system i drift"
	case f.WithoutOwner > 0:
		k.Status = pdf.Warn
	}
	return k
}
