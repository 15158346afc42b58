// Package reports are the reports that a municipality hands to its
// ledningsgrupp, its controller and its archive. A report is a package with a
// builder and one line in all; what they are made with is in reports/report.
package reports

import (
	"fmt"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/reports/budget"
	"itportfoljen/reports/dagordning"
	"itportfoljen/reports/delat"
	"itportfoljen/reports/efterlevnad"
	"itportfoljen/reports/forvaltning"
	"itportfoljen/reports/insatsunderlag"
	"itportfoljen/reports/ledning"
	"itportfoljen/reports/minnesanteckningar"
	"itportfoljen/reports/overlamning"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/plan"
	"itportfoljen/reports/produktionssattning"
	"itportfoljen/reports/register"
	"itportfoljen/reports/report"
	"itportfoljen/reports/roller"
	"itportfoljen/reports/sla"
	"itportfoljen/reports/systemkort"
	"itportfoljen/reports/tjanstekatalog"
)

// What a report is made from, and how it is to be.
type (
	World   = report.World
	Options = report.Options
	Info    = report.Info
	Setting = report.Setting
)

// all are the reports in the order they are offered.
var all = []report.Report{ledning.Report, plan.Report, budget.Report, insatsunderlag.Report, dagordning.Report, minnesanteckningar.Report, efterlevnad.Report, register.Report, systemkort.Report,
	roller.Report, tjanstekatalog.Report, forvaltning.Report, sla.Report, delat.Report, produktionssattning.Report, overlamning.Report}

// List tells which reports there are.
func List() []Info {
	out := make([]Info, len(all))
	for i, r := range all {
		out[i] = r.Info
	}
	return out
}

// Part is a report of those that are bound as one: its name, and what it is told.
type Part struct {
	Name string
	Sets map[string]string
}

// Bind builds several reports as one document under a title, with a cover and contents. told,
// which may be nil, hears which of them is being made. Errors are as those of Build.
func Bind(w World, title string, parts []Part, o Options, told func(i int)) (*pdf.Doc, error) {
	bound := make([]report.Part, len(parts))
	for i, p := range parts {
		r, err := find(p.Name)
		if err != nil {
			return nil, err
		}
		bound[i] = report.Part{Report: r, Sets: p.Sets}
	}
	return report.Bind(w, title, bound, o, told)
}

// Build builds a report. The same portfolio, day and options give the same
// bytes. Errors are *fault.Error: NotFound for a name that no report has, else
// Usage.
func Build(w World, name string, o Options) (*pdf.Doc, error) {
	r, err := find(name)
	if err != nil {
		return nil, err
	}
	return r.Build(w, o)
}

// find is the report of a name.
func find(name string) (report.Report, error) {
	var names []string
	for _, r := range all {
		if r.Name == name {
			return r, nil
		}
		names = append(names, r.Name)
	}
	return report.Report{}, fault.New(fault.NotFound, fmt.Sprintf("Det finns ingen rapport som heter ”%s”. De som finns är %s.", name, strings.Join(names, ", ")))
}
