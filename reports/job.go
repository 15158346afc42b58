package reports

import "itportfoljen/reports/pdf"

type job struct{ w World }

func newJob(w World, _ Info, _ Options) (*job, error) { return &job{w}, nil }

var ledningsgrupp = report{Info{Name: "ledningsgrupp"}, func(*job) *pdf.Doc { return pdf.New(pdf.Meta{}) }}

var systemforteckning = report{Info{Name: "systemforteckning"}, func(*job) *pdf.Doc { return pdf.New(pdf.Meta{}) }}
