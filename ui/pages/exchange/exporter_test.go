package exchange_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/ui/pages/exchange"
	"itportfoljen/ui/register"
	"itportfoljen/ui/uitest"
)

func TestExportNamesAndFormats(t *testing.T) {
	p := uitest.Open(t)
	w := &world{}
	s := open(t, p, w)
	s.Go("exchange", "export")
	for _, c := range []struct{ what, format, name string }{
		{"all", ".xlsx", "Ekvalla kommun 2026-11-21.xlsx"},
		{"all", ".json", "Ekvalla kommun 2026-11-21.json"},
		{"systems", ".csv", "Ekvalla kommun systemportfölj 2026-11-21.csv"},
		{"template", ".csv", "Ekvalla kommun mall.xlsx"}, // a template is several sheets
		{"all", ".csv", "Ekvalla kommun 2026-11-21.xlsx"},
	} {
		if got := exchange.Export(s, c.what, c.format, t.TempDir()); got != c.name {
			t.Errorf("%s %s: %q", c.what, c.format, got)
		}
	}
	if len(w.written) != 2 || len(w.tables) != 1 || len(w.files) != 1 {
		t.Errorf("written %d, tables %d, files %d", len(w.written), len(w.tables), len(w.files))
	}
}

func TestFailureToWriteIsTold(t *testing.T) {
	w := &world{}
	services := w.services()
	services.WriteBook = func(context.Context, string, sheet.OutBook, func(float64)) error {
		return fault.Wrap(fault.DiskFull, "Disken är full. Ingen fil har skrivits.", errors.New("enospc"))
	}
	s := uitest.Window(t, uitest.Open(t), services, exchange.Watched())
	s.Go("exchange", "export")
	exchange.Export(s, "all", ".xlsx", t.TempDir())
	if top := s.Window.Canvas().Overlays().Top(); top == nil {
		t.Error("nobody was told")
	}
}

func TestChosenRowsAreOffered(t *testing.T) {
	p := uitest.Open(t)
	w := &world{}
	s := open(t, p, w)
	ids := []field.ID{p.All(system.Kind)[0].ID, p.All(system.Kind)[2].ID}
	s.Go("exchange", register.ExportRows{Kind: system.Kind, IDs: ids})
	if !shows(s.Window.Content(), "2 system") {
		t.Error("they aren't among what can be written out")
	}
	name := exchange.Export(s, "rows", ".xlsx", t.TempDir())
	n := 0
	if err := w.written[name].Sheets[0].Each(func([]sheet.Cell) error { n++; return nil }); err != nil {
		t.Fatal(err)
	}
	if n != 2 || len(w.written[name].Sheets) != 1 {
		t.Errorf("%d rows in %d sheets", n, len(w.written[name].Sheets))
	}
}

// TestTheListIsWrittenAsItIsSeen: its rows in their order, and its columns.
func TestTheListIsWrittenAsItIsSeen(t *testing.T) {
	p := uitest.Open(t)
	w := &world{}
	s := open(t, p, w)
	all := p.All(system.Kind)
	s.Go("exchange", register.ExportRows{Kind: system.Kind, IDs: []field.ID{all[3].ID, all[1].ID}, Columns: []field.Column{{Field: system.Name.Field}, {Field: system.Lifecycle.Field}}})
	if !shows(s.Window.Content(), "Listan som den visas: 2 system") {
		t.Errorf("it isn't offered: %q", uitest.Texts(s.Window.Content()))
	}
	name := exchange.Export(s, "rows", ".xlsx", t.TempDir())
	out := w.written[name].Sheets[0]
	var heads, names []string
	for _, c := range out.Columns {
		heads = append(heads, c.Heading)
	}
	if err := out.Each(func(row []sheet.Cell) error {
		names = append(names, row[slices.Index(heads, "System")].Text)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(names, []string{all[3].Name(), all[1].Name()}) || !slices.Contains(heads, "Livscykel") || slices.Contains(heads, "Beskrivning") {
		t.Errorf("%q under %q", names, heads)
	}
}
