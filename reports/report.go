// Package reports builds the reports that a municipality hands to its
// ledningsgrupp, its controller and its archive. A report is one file with a
// builder and one line in all.
package reports

import (
	"fmt"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/insight"
	"itportfoljen/reports/pdf"
)

// World is what reports are made from.
type World interface {
	insight.World
	// Seal is the journal's, "412-9f3a07c1"; "" before the first entry.
	Seal() string
}

// Options say how a report is to be. Sets holds its settings by key; those
// that aren't given have their defaults.
type Options struct {
	Draft bool // "Utkast" in the footer instead of "Fastställd", unless the setting status says
	Sets  map[string]string
}

// Info tells what a report is and what it may be told.
type Info struct {
	Name, Title, For, Description string
	Settings                      []Setting
}

// Setting is something a report may be told; without Choices it is free text.
type Setting = app.ReportSetting

// report is a report that exists.
type report struct {
	Info
	build func(j *job) *pdf.Doc
}

// all are the reports in the order they are offered.
var all = []report{ledningsgrupp, systemforteckning}

// List tells which reports there are.
func List() []Info {
	out := make([]Info, len(all))
	for i, r := range all {
		out[i] = r.Info
	}
	return out
}

// Build builds a report. The same portfolio, day and options give the same
// bytes. Errors are *fault.Error: NotFound for a name that no report has, else
// Usage.
func Build(w World, name string, o Options) (*pdf.Doc, error) {
	var names []string
	for _, r := range all {
		if r.Name != name {
			names = append(names, r.Name)
			continue
		}
		return sealed(w, func() (*pdf.Doc, error) {
			j, err := newJob(w, r.Info, o)
			if err != nil {
				return nil, err
			}
			return r.build(j), nil
		})
	}
	return nil, fault.New(fault.NotFound, fmt.Sprintf("Det finns ingen rapport som heter ”%s”. De som finns är %s.", name, strings.Join(names, ", ")))
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

func usage(format string, args ...any) error {
	return fault.New(fault.Usage, fmt.Sprintf(format, args...))
}
