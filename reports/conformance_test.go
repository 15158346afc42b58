package reports_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"itportfoljen/app/demo"
	"itportfoljen/reports"
	"itportfoljen/reports/conformance"
	"itportfoljen/reports/pdf"
)

// TestConformance holds each report against PDF/A-2a and PDF/UA-1. It takes minutes, so it is
// asked for by ITP_CONFORMANCE: "few" is of an empty portfolio, the example and one with names as
// long as they get, as make test has it; anything else is of every size, as a table.
func TestConformance(t *testing.T) {
	asked := os.Getenv("ITP_CONFORMANCE")
	if asked == "" {
		t.Skip("ITP_CONFORMANCE isn't set")
	}
	type size struct {
		name string
		w    *world
	}
	sizes := []size{{"tom", newWorld(t)}, {"S", ekvalla(t, demo.S)}, {"hård", hard(t)}}
	all := asked != "few"
	if all {
		sizes = append(sizes, size{"M", ekvalla(t, demo.M)}, size{"800", town(t, 800, 240)})
	}
	type made struct {
		report, size string
		pages, bytes int
		took         time.Duration
	}
	var files []string
	of := map[string]made{}
	dir := t.TempDir()
	add := func(s size, name string, build func() *pdf.Doc) {
		from := time.Now()
		doc := build()
		data, err := doc.PDF()
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, name+"-"+s.name+".pdf")
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
		of[file] = made{name, s.name, len(doc.Pages()), len(data), time.Since(from)}
	}
	for _, s := range sizes {
		for _, info := range reports.List() {
			sets, ok := needs(s.w, info)
			if !ok {
				continue
			}
			add(s, info.Name, func() *pdf.Doc { return build(t, s.w, info.Name, sets) })
		}
		add(s, "paketet", func() *pdf.Doc {
			return bind(t, s.w, "ledningsgrupp", "verksamhetsplan", "budget", "efterlevnad", "roller")
		})
	}
	verdicts, err := conformance.Of(context.Background(), "conformance", files...)
	if errors.Is(err, conformance.ErrNotHere) {
		t.Skipf("!!!! INTE PRÖVAT: PDF/A-2a och PDF/UA-1. %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	var table strings.Builder
	word := map[bool]string{true: "ja", false: "NEJ"}
	for i := 0; i < len(verdicts); i += 2 {
		a, ua := verdicts[i], verdicts[i+1]
		for _, v := range []conformance.Verdict{a, ua} {
			if !v.Conforms {
				t.Errorf("%s isn't %s:\n\t%s", filepath.Base(v.File), v.Standard, strings.Join(v.Broken, "\n\t"))
			}
		}
		m := of[a.File]
		fmt.Fprintf(&table, "%-20s %-5s  %-4s %-4s %6d %7.2f %9d\n", m.report, m.size, word[a.Conforms], word[ua.Conforms], m.pages, m.took.Seconds(), m.bytes)
	}
	if all {
		t.Logf("\n%-20s %-5s  %-4s %-4s %6s %7s %9s\n%s", "Rapport", "Av", "2a", "ua1", "sidor", "sekunder", "byte", table.String())
	}
}

// TestConformanceIsntBlind: a file that doesn't say what it conforms to is told of.
func TestConformanceIsntBlind(t *testing.T) {
	if os.Getenv("ITP_CONFORMANCE") == "" {
		t.Skip("ITP_CONFORMANCE isn't set")
	}
	doc := pdf.New(pdf.Meta{Title: "Prov"})
	doc.P("Text.")
	data, err := doc.PDF()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "prov.pdf")
	if err := os.WriteFile(file, []byte(strings.ReplaceAll(string(data), "http://www.aiim.org/pdf", "http://www.aiim.org/fdp")), 0o600); err != nil {
		t.Fatal(err)
	}
	verdicts, err := conformance.Of(context.Background(), "conformance", file)
	if errors.Is(err, conformance.ErrNotHere) {
		t.Skipf("%v", err)
	}
	if err != nil || verdicts[0].Conforms && verdicts[1].Conforms {
		t.Errorf("what is broken passes: %+v, %v", verdicts, err)
	}
}
