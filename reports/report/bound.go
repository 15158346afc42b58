package report

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/settings"
	"itportfoljen/reports/pdf"
)

// Part is a report of those that are bound as one, with what it is told.
type Part struct {
	Report Report
	Sets   map[string]string
}

// Bind builds several reports as one document under a title: a cover with contents, and then
// each as it is by itself, under a bookmark of its own; the pages are numbered through all. told,
// which may be nil, hears which report is being made. Faults: as those of Build, about the report
// that couldn't be made.
func Bind(w World, title string, parts []Part, o Options, told func(i int)) (*pdf.Doc, error) {
	return sealed(w, func() (doc *pdf.Doc, err error) {
		defer func() {
			if err != nil && o.Context != nil && o.Context.Err() != nil {
				doc, err = nil, fault.Wrap(fault.Canceled, "Avbrutet. Ingen rapport har gjorts.", err)
			}
		}()
		defer pdf.Stop(&err)
		var leaves []pdf.Leaf
		all := &Job{status: Settled}
		for i, p := range parts {
			if told != nil {
				told(i)
			}
			o.Sets = p.Sets
			j, err := newJob(w, p.Report.Info, o)
			if err != nil {
				return nil, about(p.Report, err)
			}
			leaf, err := p.Report.Write(j)
			if err != nil {
				return nil, about(p.Report, err)
			}
			leaf.Pages()
			if i == 0 {
				all.All, all.Date, all.seal = j.All, j.Date, w.Seal()
			}
			if j.status == Draft {
				all.status = Draft
			}
			leaves = append(leaves, pdf.Leaf{Title: named(p.Report.Title, leaf.Title()), Aside: "· " + text.Plural(len(leaf.Pages()), "sida", "sidor") + ", " + j.status, Doc: leaf})
		}
		if len(leaves) == 0 {
			return nil, Usage("Ingen rapport är vald. Välj minst en.")
		}
		return all.bind(w, title, leaves, o.Context), nil
	})
}

// bind makes the cover, and binds what comes after it. The day and the paper are the first
// report's; what isn't settled in whole is a draft.
func (j *Job) bind(w World, title string, leaves []pdf.Leaf, ctx context.Context) *pdf.Doc {
	if j.status == Draft {
		j.seal = ""
	}
	j.W, j.Sets, j.Info = j.All, map[string]string{}, Info{Title: title}
	if j.ctx = ctx; ctx == nil {
		j.ctx = context.Background()
	}
	s := w.Settings()
	return pdf.Bind(j.Doc(title, false), func(cover *pdf.Doc) {
		cover.Head(j.Over(), title, Joined(" · ", Day(j.Date), Clip(settings.Sender.Get(s), MostHead)))
		cover.P(fmt.Sprintf("%s. Sidorna är numrerade genom hela paketet, och det som en rapport säger om sina sidor gäller paketets.", text.Capital(text.Plural(len(leaves), "rapport", "rapporter"))))
	}, leaves)
}

// named is what a report is called among others: by its kind, and by its own title where that
// doesn't say it.
func named(kind, title string) string {
	if strings.Contains(text.Key(title), text.Key(kind)) {
		return title
	}
	return kind + ": " + title
}

// about says which report a fault is of.
func about(r Report, err error) error {
	if code := fault.CodeOf(err); slices.Contains([]fault.Code{fault.Usage, fault.NotFound, fault.Invalid}, code) {
		return fault.Wrap(code, r.Title+" går inte att göra: "+err.Error(), err)
	}
	return err
}
