package wiring

import (
	"context"
	"image"
	"slices"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/org"
	"itportfoljen/reports"
	"itportfoljen/reports/lista"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/raster"
)

func buildReport(ctx context.Context, p *app.Portfolio, name string, settings map[string]string) (app.Report, error) {
	doc, err := reports.Build(p, name, reports.Options{Draft: true, Sets: settings, Context: ctx})
	if err != nil {
		return nil, err
	}
	list := reports.List()
	i := slices.IndexFunc(list, func(r reports.Info) bool { return r.Name == name })
	return &report{title: list[i].Title, doc: doc, pages: doc.Pages()}, nil
}

func bindReports(ctx context.Context, p *app.Portfolio, title string, files []app.PacketFile, told func(i int)) (app.Report, error) {
	parts := make([]reports.Part, len(files))
	for i, f := range files {
		parts[i] = reports.Part{Name: f.Report, Sets: f.Sets}
	}
	doc, err := reports.Bind(p, title, parts, reports.Options{Draft: true, Context: ctx}, told)
	if err != nil {
		return nil, err
	}
	return &report{title: title, doc: doc, pages: doc.Pages()}, nil
}

func printList(ctx context.Context, p *app.Portfolio, t app.Paper) (app.Report, error) {
	doc, err := lista.Build(ctx, p, t)
	if err != nil {
		return nil, err
	}
	return &report{title: t.Title, doc: doc, pages: doc.Pages()}, nil
}

// report is a report laid out.
type report struct {
	title string
	doc   *pdf.Doc
	pages []pdf.Page
}

var _ app.Report = (*report)(nil)

func (r *report) Title() string     { return r.title }
func (r *report) Pages() int        { return len(r.pages) }
func (r *report) Remarks() []string { return r.doc.Remarks() }

func (r *report) PDF(ctx context.Context, progress func(float64)) ([]byte, error) {
	r.doc.Heed(ctx, progress)
	data, err := r.doc.PDF()
	if err != nil && ctx.Err() != nil {
		return nil, fault.Wrap(fault.Canceled, "Avbrutet. Ingen rapport har gjorts.", err)
	}
	return data, err
}

func (r *report) Image(page int, dpi float64) image.Image { return raster.Page(r.pages[page], dpi) }

// Needed are the settings that a report can't do without, of the first that will do: for
// whoever makes all reports there are.
func Needed(p *app.Portfolio, r app.ReportInfo) map[string]string {
	sets := map[string]string{}
	for _, s := range r.Settings {
		of := s.Of
		if s.Kind == app.SettingUnit {
			of = org.UnitName.Kind
		}
		if s.Needed && len(p.All(of)) > 0 {
			first := p.All(of)[0]
			sets[s.Key] = string(first.ID)
			if s.Kind == app.SettingUnit {
				sets[s.Key] = org.Path(p, first.ID)
			}
		}
	}
	return sets
}
