// Package report is what every report is made with: its settings, the part of the
// portfolio that it is of, and the words that they all use.
package report

import (
	"context"
	"fmt"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/reports/pdf"
)

// World is what reports are made from.
type World interface {
	insight.World
	// Seal is the journal's, "412-9f3a07c1"; "" before the first entry.
	Seal() string
	// At is the portfolio as it stood after an entry of the journal. Faults: NotFound.
	At(ctx context.Context, entry int64) (*app.Portfolio, error)
	// AsOf is the portfolio as it was when a day had ended. Faults: NotFound.
	AsOf(ctx context.Context, day date.Date) (*app.Portfolio, error)
	// WhenGiven is the portfolio as it was after a stored field of a record was given a
	// value, the latest time. Faults: NotFound.
	WhenGiven(ctx context.Context, id field.ID, f *field.Field, v field.Value) (*app.Portfolio, error)
}

// Options say how a report is to be. Sets holds its settings by key; those
// that aren't given have their defaults.
type Options struct {
	Draft bool // "Utkast" in the footer instead of "Fastställd", unless the setting status says
	Sets  map[string]string
	// Printed is a list from the window: "Utskrift" in the footer, neither a draft nor settled.
	Printed bool
	// Context is of whoever waits for the report; nil: it is never given up.
	Context context.Context
}

// Info tells what a report is and what it may be told.
type Info = app.ReportInfo

// Setting is something a report may be told; without Choices it is free text.
type Setting = app.ReportSetting

// Report is a report that exists.
type Report struct {
	Info
	Write func(j *Job) (*pdf.Doc, error)
}

// Build builds the report and lays it out. The same portfolio, day and options give the same
// bytes. One that is given up is a fault.Canceled.
func (r Report) Build(w World, o Options) (*pdf.Doc, error) {
	return sealed(w, func() (doc *pdf.Doc, err error) {
		defer func() {
			if err != nil && o.Context != nil && o.Context.Err() != nil {
				doc, err = nil, fault.Wrap(fault.Canceled, "Avbrutet. Ingen rapport har gjorts.", err)
			}
		}()
		defer pdf.Stop(&err)
		j, err := newJob(w, r.Info, o)
		if err != nil {
			return nil, err
		}
		if doc, err = r.Write(j); err == nil {
			doc.Pages()
		}
		return doc, err
	})
}

// sealed builds until nothing was written meanwhile, so that the seal is of what the
// report tells. Who writes all the time gets the third.
func sealed(w World, build func() (*pdf.Doc, error)) (doc *pdf.Doc, err error) {
	for range 3 {
		before := w.Seal()
		if doc, err = build(); err != nil || w.Seal() == before {
			break
		}
	}
	return doc, err
}

// Usage is a fault.Usage in a sentence.
func Usage(format string, args ...any) error {
	return fault.New(fault.Usage, fmt.Sprintf(format, args...))
}
