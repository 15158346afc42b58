package app_test

import (
	"bytes"
	"context"
	"image"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
)

// sheet is a report of nothing.
type sheet struct{ title string }

func (s sheet) Title() string                  { return s.title }
func (s sheet) Pages() int                     { return 1 }
func (s sheet) Image(int, float64) image.Image { return nil }
func (s sheet) Remarks() []string              { return []string{"Smal."} }
func (s sheet) PDF(ctx context.Context, _ func(float64)) ([]byte, error) {
	return []byte("%PDF " + s.title), ctx.Err()
}

var sheets = []app.ReportInfo{
	{Name: "ledningsgrupp", Title: "Ledningsgruppsrapport", Group: app.ReportsForLeaders},
	{Name: "budget", Title: "Budgetrapport", Group: app.ReportsForControllers},
	{Name: "register", Title: "Systemförteckning"},
	{Name: "kort", Title: "Systemkort", Group: app.ReportsForLeaders, Settings: []app.ReportSetting{{Key: "om", Kind: app.SettingRecord, Of: system.Kind, Needed: true}}},
}

func TestWhichFilesThePackageBecomes(t *testing.T) {
	p := apptest.Open(t)
	if _, err := p.Do(t.Context(), func(tx *field.Tx) (string, error) {
		_, err := view.KeepChoice(tx, "kort", "Lön/HR", p.Who(), true, map[string]string{"om": "SYS-0001"})
		return "Val", err
	}); err != nil {
		t.Fatal(err)
	}
	if got, want := p.Packet(sheets), []view.Part{{Report: "ledningsgrupp"}, {Report: "budget"}}; !slices.Equal(got, want) {
		t.Errorf("begins as %v", got)
	}
	for name, c := range map[string]struct {
		parts []view.Part
		want  []string
		code  fault.Code
	}{
		"two":         {[]view.Part{{Report: "budget"}, {Report: "kort", Choice: "Lön/HR"}}, []string{"Budgetrapport Ekvalla kommun 2026-11-21.pdf", "Systemkort, Lön-HR Ekvalla kommun 2026-11-21.pdf"}, ""},
		"twice":       {[]view.Part{{Report: "budget"}, {Report: "budget"}}, []string{"Budgetrapport Ekvalla kommun 2026-11-21.pdf", "Budgetrapport Ekvalla kommun 2026-11-21 (igen).pdf"}, ""},
		"none":        {nil, nil, fault.Usage},
		"no report":   {[]view.Part{{Report: "borta"}}, nil, fault.NotFound},
		"no choice":   {[]view.Part{{Report: "budget", Choice: "borta"}}, nil, fault.NotFound},
		"about what?": {[]view.Part{{Report: "kort"}}, nil, fault.Usage},
	} {
		files, err := p.PacketFiles(sheets, c.parts)
		var got []string
		for _, f := range files {
			got = append(got, f.File)
		}
		if !slices.Equal(got, c.want) || fault.CodeOf(err) != c.code && (err != nil || c.code != "") {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// All reports are made before any is written, and what was written is told when one can't be.
func TestThePackageIsMadeBeforeItIsWritten(t *testing.T) {
	p := apptest.Open(t)
	for name, c := range map[string]struct {
		make, write string // the report that can't be made or written
		locked      bool
		canceled    bool
		files       int
		says        string
	}{
		"whole":     {files: 2},
		"unmade":    {make: "budget", says: "Ingen rapport har skrivits. Budgetrapport går inte att göra: Nej."},
		"given up":  {canceled: true, says: "Ingen rapport har skrivits"},
		"unwritten": {write: "Budgetrapport", files: 1, says: "1 av 2 rapporter är skrivna, de andra är inte det. Full disk."},
		"held":      {locked: true, says: "Upptagen."},
	} {
		t.Run(name, func(t *testing.T) {
			written := map[string]string{}
			s := app.Services{
				Replaceable: func(string) (bool, error) {
					if c.locked {
						return true, fault.New(fault.Locked, "Upptagen.")
					}
					return true, nil
				},
				Report: func(_ context.Context, _ *app.Portfolio, name string, _ map[string]string) (app.Report, error) {
					if name == c.make {
						return nil, fault.New(fault.Usage, "Nej.")
					}
					return sheet{name}, nil
				},
				WriteFile: func(path string, write func(io.Writer) error) error {
					if c.write != "" && strings.Contains(path, c.write) {
						return fault.New(fault.DiskFull, "Full disk.")
					}
					var b bytes.Buffer
					err := write(&b)
					written[filepath.Base(path)] = b.String()
					return err
				},
			}
			files, err := p.PacketFiles(sheets, p.Packet(sheets))
			if err != nil {
				t.Fatal(err)
			}
			ctx, stop := context.WithCancel(t.Context())
			defer stop()
			if c.canceled {
				stop()
			}
			there, err := s.Replaced("mapp", files)
			var remarks []string
			if err == nil {
				if len(there) != 2 {
					t.Errorf("there are %q", there)
				}
				last := -1.0
				remarks, err = s.WritePacket(ctx, p, "mapp", files, func(done float64, _ string) {
					if done < last {
						t.Errorf("from %v to %v", last, done)
					}
					last = done
				})
			}
			if len(written) != c.files || c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) || c.says == "" && (err != nil || len(remarks) != 2) {
				t.Errorf("%d files, remarks %q, %v", len(written), remarks, err)
			}
		})
	}
}

// As one document the package is made whole, its remarks name their reports, and what couldn't
// be made or was given up has written nothing.
func TestThePackageIsBound(t *testing.T) {
	p := apptest.Open(t)
	for name, c := range map[string]struct {
		err   error
		code  fault.Code
		wrote bool
	}{
		"whole":    {nil, "", true},
		"unmade":   {fault.New(fault.Usage, "Budgetrapport går inte att göra: Nej."), fault.Usage, false},
		"given up": {fault.New(fault.Canceled, "Avbrutet."), fault.Canceled, false},
	} {
		var titles []string
		wrote := false
		s := app.Services{
			Bind: func(_ context.Context, _ *app.Portfolio, title string, files []app.PacketFile, told func(int)) (app.Report, error) {
				for i := range files {
					told(i)
				}
				return sheet{title}, c.err
			},
			WriteFile: func(path string, write func(io.Writer) error) error { wrote = true; return write(io.Discard) },
		}
		files, err := p.PacketFiles(sheets, p.Packet(sheets))
		if err != nil {
			t.Fatal(err)
		}
		_, err = s.WriteBound(t.Context(), p, p.BoundFile(), files, func(_ float64, what string) { titles = append(titles, what) })
		if wrote != c.wrote || (c.code == "") != (err == nil) || err != nil && (fault.CodeOf(err) != c.code || !strings.Contains(err.Error(), "Paketet har inte skrivits")) {
			t.Errorf("%s: wrote %v, %v", name, wrote, err)
		}
		if !slices.Equal(titles, []string{"Ledningsgruppsrapport", "Budgetrapport"}) {
			t.Errorf("%s: told of %q", name, titles)
		}
	}
}
