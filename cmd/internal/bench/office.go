package bench

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
	"itportfoljen/reports/pdf"
)

// officeRows are the sizes of the table that LibreOffice makes too.
var officeRows = []int{5_000, 20_000}

// The ways in which LibreOffice writes a PDF: the same sort of file as ours, which is tagged, for
// the archive and accessible, and the least that it can do.
const (
	officeTagged = `pdf:calc_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"SelectPdfVersion":{"type":"long","value":"2"},"PDFUACompliance":{"type":"boolean","value":"true"}}`
	officePlain  = `pdf:calc_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}`
)

// against is a table of the list's first columns as a PDF, against LibreOffice making one of the
// same cells: as whoever starts it has it, and without the time that its start and a table of one
// row take. Ours is measured in a program that runs, the shortest of three times.
func (b *bench) against(file string) ([]Line, error) {
	program, err := exec.LookPath("soffice")
	if err != nil {
		b.tell("!!!! INTE MÄTT: tabeller mot LibreOffice, som inte finns på den här datorn")
		return nil, nil
	}
	p, err := b.s.Open(b.ctx, file, app.ToEdit)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	o := office{b: b, program: program}
	var lines []Line
	for _, n := range officeRows {
		heads, rows := officeTable(p, n)
		ours, err := best(3, func() error {
			_, err := tablePDF(heads, rows)
			return err
		})
		if err != nil {
			return nil, err
		}
		for _, way := range []struct{ name, filter string }{{"taggad PDF/A-2", officeTagged}, {"utan taggar", officePlain}} {
			// The first start makes the profile, and is nobody's everyday.
			idle, err := o.time(2, "en.csv", heads, rows[:1], way.filter)
			if err != nil {
				return nil, err
			}
			whole, err := o.time(1, "tabell.csv", heads, rows, way.filter)
			if err != nil {
				return nil, err
			}
			for _, measure := range []struct {
				name string
				took time.Duration
			}{{"", whole}, {", utan start", whole - idle}} {
				lines = append(lines, Line{What: fmt.Sprintf("Tabell som PDF, %s rader", count(n)), Against: "LibreOffice, " + way.name + measure.name, Goal: "≤ 0,1 ×",
					Ours: ours, Theirs: measure.took, Met: 10*ours <= measure.took})
			}
		}
	}
	return lines, nil
}

// officeTable is the systems in the columns of their list, over and over until there are n rows.
func officeTable(p *app.Portfolio, n int) (heads []string, rows [][]string) {
	l := view.New(p, system.Kind)
	columns := l.Columns()
	columns = columns[:min(8, len(columns))]
	for _, c := range columns {
		heads = append(heads, c.Field.Label)
	}
	all := l.Rows()
	for i := range n {
		row := make([]string, len(columns))
		for k, c := range columns {
			row[k] = l.Text(all[i%len(all)], c)
		}
		row[0] += " " + strconv.Itoa(i) // no two rows are the same
		rows = append(rows, row)
	}
	return heads, rows
}

func tablePDF(heads []string, rows [][]string) ([]byte, error) {
	doc := pdf.New(pdf.Meta{Title: "Tabell", Landscape: true})
	doc.Head("", "", "")
	t := pdf.Table{Summary: "System"}
	for i, h := range heads {
		t.Cols = append(t.Cols, pdf.Col{Head: h, RowHead: i == 0})
	}
	for _, r := range rows {
		t.Rows = append(t.Rows, pdf.R(pdf.Cells(r...)...))
	}
	doc.Table(t)
	return doc.PDF()
}

type office struct {
	b       *bench
	program string
}

// time is the shortest of so many times that a conversion takes, from the start of the program to
// the written file.
func (o office) time(times int, name string, heads []string, rows [][]string, filter string) (time.Duration, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	if err := errors.Join(w.Write(heads), w.WriteAll(rows)); err != nil {
		return 0, err
	}
	if err := os.WriteFile(o.b.path(name), out.Bytes(), 0o600); err != nil {
		return 0, err
	}
	made := o.b.path(name[:len(name)-len(filepath.Ext(name))] + ".pdf")
	profile := url.URL{Scheme: "file", Path: filepath.ToSlash(o.b.path("soffice"))}
	return shortest(times, func() { _ = os.Remove(made) }, func() error {
		cmd := exec.CommandContext(o.b.ctx, o.program, "--headless", "-env:UserInstallation="+profile.String(), "--infilter=CSV:44,34,76,1", "--convert-to", filter, "--outdir", o.b.dir, o.b.path(name))
		if said, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("bench: soffice: %w: %s", err, said)
		}
		if _, err := os.Stat(made); err != nil {
			return fmt.Errorf("bench: soffice wrote nothing: %w", err)
		}
		return nil
	})
}
