package report

import (
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/reports/pdf"
)

// indefinitely is how long an exception holds that nobody has said an end of.
const indefinitely = "tills vidare"

// until is how long an exception holds, inside a sentence.
func until(d *field.Record) string {
	if by := governance.DecisionUntil.Get(d); !by.IsZero() {
		return "till och med " + by.String()
	}
	return indefinitely
}

// LastDay is the last day of an exception, in red where it has been.
func LastDay(e governance.Exception) pdf.Cell {
	switch by := governance.DecisionUntil.Get(e.Decision); {
	case by.IsZero():
		return pdf.Dim(indefinitely)
	case e.Over:
		return pdf.Alarm(by.String() + ", har gått ut")
	default:
		return pdf.Txt(by.String())
	}
}
