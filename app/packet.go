package app

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/view"
)

// PacketFile is a report of the ledningsgrupp's package, as the file that it becomes.
type PacketFile struct {
	view.Part
	Title string // the report's
	File  string // "Budgetrapport Ekvalla kommun 2026-11-21.pdf"
	Sets  map[string]string
}

// Packable says whether a report can be made without anything being chosen: it isn't about one record.
func (r ReportInfo) Packable() bool {
	return !slices.ContainsFunc(r.Settings, func(s ReportSetting) bool { return s.Needed })
}

// Packet are the reports that are made in one go: those that somebody has chosen, else what is made
// for the ledning and the controller.
func (p *Portfolio) Packet(all []ReportInfo) []view.Part {
	if parts, chosen := view.Package(p); chosen {
		return parts
	}
	var parts []view.Part
	for _, r := range all {
		if (r.Group == ReportsForLeaders || r.Group == ReportsForControllers) && r.Packable() {
			parts = append(parts, view.Part{Report: r.Name})
		}
	}
	return parts
}

// PacketFiles are the files of a package. Faults: NotFound (a report or a choice that isn't there
// any more), Usage (none is chosen, or one needs more to be chosen).
func (p *Portfolio) PacketFiles(all []ReportInfo, parts []view.Part) ([]PacketFile, error) {
	var out []PacketFile
	for _, part := range parts {
		i := slices.IndexFunc(all, func(r ReportInfo) bool { return r.Name == part.Report })
		if i < 0 {
			return nil, fault.New(fault.NotFound, fmt.Sprintf("Paketet har en rapport som inte finns, ”%s”. Inget har gjorts. Ta bort den ur paketet.", part.Report))
		}
		f := PacketFile{Part: part, Title: all[i].Title}
		var ok bool
		if f.Sets, ok = view.SetsOf(p, part, p.Login()); !ok {
			return nil, fault.New(fault.NotFound, fmt.Sprintf("%s har inget sparat val som heter ”%s”. Inget har gjorts. Välj ett annat.", f.Title, part.Choice))
		}
		for _, s := range all[i].Settings {
			if s.Needed && f.Sets[s.Key] == "" {
				return nil, fault.New(fault.Usage, fmt.Sprintf("%s behöver veta vad den handlar om. Inget har gjorts. Ta med den med ett sparat val, eller inte alls.", f.Title))
			}
		}
		f.File = p.FileOf(all[i], part.Choice, f.Sets) + ".pdf"
		for slices.ContainsFunc(out, func(o PacketFile) bool { return strings.EqualFold(o.File, f.File) }) {
			f.File = strings.TrimSuffix(f.File, ".pdf") + " (igen).pdf"
		}
		out = append(out, f)
	}
	if len(out) == 0 {
		return nil, fault.New(fault.Usage, "Ingen rapport är vald. Kryssa i minst en.")
	}
	return out, nil
}

// Replaced are those of the files that lie in a folder already, and would be replaced. A file that
// another program holds is a fault.Locked: nothing is made before it is closed.
func (s Services) Replaced(dir string, files []PacketFile) (there []string, err error) {
	if s.Replaceable == nil {
		return nil, nil
	}
	for _, f := range files {
		is, err := s.Replaceable(filepath.Join(dir, f.File))
		if err != nil {
			return nil, err
		}
		if is {
			there = append(there, f.File)
		}
	}
	return there, nil
}

// WritePacket makes all reports of a package, and only then writes them: each whole or not at all.
// told gets what is done, and how far it has come, 0–1. The remarks name their report. Faults: as
// those of the reports and of the files; Canceled when it is given up.
func (s Services) WritePacket(ctx context.Context, p *Portfolio, dir string, files []PacketFile, told func(done float64, what string)) (remarks []string, err error) {
	if told == nil {
		told = func(float64, string) {}
	}
	data := make([][]byte, len(files))
	for i, f := range files {
		share := func(of float64) float64 { return (float64(i) + of) / float64(len(files)) }
		told(share(0), f.Title)
		r, err := s.Report(ctx, p, f.Report, f.Sets)
		if err != nil {
			return nil, about(ctx, f, err)
		}
		if data[i], err = r.PDF(ctx, func(of float64) { told(share(0.5+of/2), f.Title) }); err != nil {
			return nil, about(ctx, f, err)
		}
		for _, sentence := range r.Remarks() {
			remarks = append(remarks, f.Title+": "+sentence)
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, fault.Wrap(fault.Canceled, "Avbrutet. Ingen rapport har skrivits.", err)
	}
	for i, f := range files {
		err := s.WriteFile(filepath.Join(dir, f.File), func(w io.Writer) error {
			_, err := w.Write(data[i])
			return err
		})
		if err != nil {
			return nil, halfway(i, len(files), err)
		}
	}
	return remarks, nil
}

// PacketTitle is what the package is called, as one document too.
const PacketTitle = "Ledningsgruppens paket"

// BoundFile is what the package is called as one file: "Ledningsgruppens paket Ekvalla kommun
// 2026-11-21.pdf".
func (p *Portfolio) BoundFile() string {
	return p.FileOf(ReportInfo{Title: PacketTitle}, "", nil) + ".pdf"
}

// WriteBound makes the reports of a package one document, with a cover and contents, and writes
// it. told gets what is done, and how far it has come, 0–1. The remarks name their report.
// Faults: as those of WritePacket.
func (s Services) WriteBound(ctx context.Context, p *Portfolio, path string, files []PacketFile, told func(done float64, what string)) (remarks []string, err error) {
	if told == nil {
		told = func(float64, string) {}
	}
	const making = 0.6 // of the time, about
	r, err := s.Bind(ctx, p, PacketTitle, files, func(i int) { told(making*float64(i)/float64(len(files)), files[i].Title) })
	if err != nil {
		return nil, unbound(ctx, err)
	}
	data, err := r.PDF(ctx, func(of float64) { told(making+(1-making)*of, PacketTitle) })
	if err != nil {
		return nil, unbound(ctx, err)
	}
	err = s.WriteFile(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	return r.Remarks(), err
}

// unbound says that no file was written.
func unbound(ctx context.Context, err error) error {
	if fault.CodeOf(err) == fault.Canceled || ctx.Err() != nil {
		return fault.Wrap(fault.Canceled, "Avbrutet. Paketet har inte skrivits.", err)
	}
	if sentence, ok := saying(err); ok {
		return fault.Wrap(fault.CodeOf(err), "Paketet har inte skrivits. "+sentence, err)
	}
	return err
}

// about says which report a fault is of.
func about(ctx context.Context, f PacketFile, err error) error {
	if fault.CodeOf(err) == fault.Canceled || ctx.Err() != nil {
		return fault.Wrap(fault.Canceled, "Avbrutet. Ingen rapport har skrivits.", err)
	}
	if sentence, ok := saying(err); ok {
		return fault.Wrap(fault.CodeOf(err), "Ingen rapport har skrivits. "+f.Title+" går inte att göra: "+sentence, err)
	}
	return err
}

// halfway says how many of the files were written before one that couldn't be.
func halfway(n, of int, err error) error {
	sentence, ok := saying(err)
	if !ok || n == 0 {
		return err
	}
	return fault.Wrap(fault.CodeOf(err), fmt.Sprintf("%d av %d rapporter är skrivna, de andra är inte det. %s", n, of, sentence), err)
}

// saying is what a fault tells people.
func saying(err error) (sentence string, ok bool) {
	code := fault.CodeOf(err)
	return err.Error(), cmp.Or(code, fault.Internal) != fault.Internal
}
