package shell

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"itportfoljen/app"
	"itportfoljen/ui/async"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// Printer is a page that makes a PDF of what it shows, and opens it. Of others it is the list
// in view.
type Printer interface{ Print() }

// Lister is a page that says what it lists, and how much of it.
type Lister interface{ Listed() (title, under string) }

// print makes a PDF of what the page shows; a page that can't be printed says what can.
func (s *Shell) print() {
	page := s.pages[s.current]
	if p, ok := page.(Printer); ok {
		p.Print()
		return
	}
	g, ok := widgets.First[*grid.Grid](s.body)
	if !ok || len(g.Printed().Rows) == 0 || s.Services.Print == nil {
		s.Toast(texts.T("shell.print.none"))
		return
	}
	h := page.Header()
	paper := onPaper(h.Title, h.Subtitle, g.Printed())
	if l, ok := page.(Lister); ok {
		paper.Title, paper.Under = l.Listed()
	}
	p := s.portfolio
	s.WhenSaved(func() {
		s.ShowPDF(paper.Title+" "+p.Today().String(), Writing{What: texts.T("shell.print.writing", paper.Title), Key: "print", Write: func(ctx context.Context, path string, report async.Progress) error {
			made, err := s.Services.Print(ctx, p, paper)
			if err != nil {
				return err
			}
			return s.WritePDF(ctx, path, made, func(f float64) { report(f, "") })
		}})
	})
}

// onPaper is what a list shows, for the printer.
func onPaper(title, under string, shown grid.Printed) app.Paper {
	out := app.Paper{Title: title, Under: under, Note: shown.Note}
	for _, c := range shown.Columns {
		out.Columns = append(out.Columns, app.PaperColumn{Head: strings.TrimSpace(c.Title), Right: c.Align == grid.AlignRight})
	}
	for _, r := range shown.Rows {
		out.Rows = append(out.Rows, app.PaperRow{Cells: r.Cells, Heading: r.Heading, Sum: r.Sum})
	}
	return out
}

// ShowPDF writes a PDF to the user's cache and shows it with the system's own program. Each
// has a name of its own: a viewer may hold the one before. The writing's Then is not asked.
func (s *Shell) ShowPDF(name string, w Writing) {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	dir = filepath.Join(dir, "itportfoljen", "pdf")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		s.Fail(err)
		return
	}
	w.Then = s.OpenFile
	s.WriteFile(filepath.Join(dir, FileName(name+" "+time.Now().Format("150405"))+".pdf"), w)
}

// WritePDF writes a report that has been made to a file, whole or not at all.
func (s *Shell) WritePDF(ctx context.Context, path string, made app.Report, progress func(float64)) error {
	data, err := made.PDF(ctx, progress)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return s.Services.WriteFile(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}
