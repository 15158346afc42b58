package report

import (
	"math"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/reports/pdf"
)

// soon is how many days before the last day to give notice it is red.
const soon = 30

// Ends is the end of an agreement, in red with a word when it has passed and nobody has said
// what became of it.
func Ends(a insight.Agreement) pdf.Cell {
	if a.Expired {
		return pdf.Alarm(a.End.String() + ", har gått ut")
	}
	return pdf.Txt(Or(a.End.String()))
}

// Notice is the last day to give notice of an agreement, as NoticeBy tells it; a dash of one
// that has ended, and words where notice is given or the day isn't known.
func (j *Job) Notice(a insight.Agreement) pdf.Cell {
	switch {
	case a.Expired:
		return pdf.Dim(None)
	case agreement.Bound(a.Record):
		return pdf.Txt("uppsagt")
	case a.NoticeBy.IsZero():
		return pdf.Dim(agreement.NoticeUnknown)
	}
	return j.NoticeBy(a.NoticeBy)
}

// NoticeBy is a last day to give notice, red with a word when it is near or past by the day of
// the report.
func (j *Job) NoticeBy(by date.Date) pdf.Cell {
	switch left := j.Date.DaysUntil(by); {
	case left < 0:
		return pdf.Alarm(by.String() + ", passerad")
	case left == 0:
		return pdf.Alarm(by.String() + ", i dag")
	case left <= soon:
		return pdf.Alarm(by.String() + ", om " + text.Plural(left, "dag", "dagar"))
	}
	return pdf.Txt(by.String())
}

// Left is how long it is from the day of the report to a day of an agreement, in red when it
// is within three months or has been.
func (j *Job) Left(day date.Date) pdf.Cell {
	n := j.Date.DaysUntil(day)
	switch {
	case day.IsZero():
		return pdf.Dim(None)
	case n < 0:
		return pdf.Alarm("har varit")
	case n == 0:
		return pdf.Alarm("i dag")
	case n <= 90:
		return pdf.Alarm(text.Plural(n, "dag", "dagar"))
	case n <= 365:
		return pdf.Txt(text.Plural(n, "dag", "dagar"))
	}
	return pdf.Txt(text.Plural(int(math.Round(float64(n)/30.4)), "månad", "månader"))
}

// AgreedTo is the end in force of the agreement of a system that must be thought of first; a
// dash where there is none.
func (j *Job) AgreedTo(s *field.Record) string {
	a := agreement.Ruling(j.All, s.ID)
	if a == nil {
		return None
	}
	end, _ := agreement.Dates(a, j.Date)
	return Or(end.String())
}
