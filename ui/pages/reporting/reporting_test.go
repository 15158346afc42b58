package reporting_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/draw"
	"io"
	"path/filepath"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/ui/pages/reporting"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/uitest"
)

// press builds reports of grey lines, and counts.
type press struct {
	pages  int
	says   []string
	err    error
	built  int
	bound  int // reports that were made one
	drawn  int
	told   map[string]string
	files  map[string][]byte
	title  string
	world  *app.Portfolio
	report string
}

func (p *press) Title() string                                      { return p.title }
func (p *press) Pages() int                                         { return p.pages }
func (p *press) Remarks() []string                                  { return p.says }
func (p *press) PDF(context.Context, func(float64)) ([]byte, error) { return []byte("%PDF-1.7"), nil }

func (p *press) Image(page int, dpi float64) image.Image {
	p.drawn++
	w, h := int(8.27*dpi), int(11.69*dpi)
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	for y := 1; y < 30-page%7; y++ {
		line := image.Rect(w/12, y*h/34, w-w/12-w*(y*7%13)/30, y*h/34+max(1, h/110))
		draw.Draw(img, line, image.NewUniform(color.Gray{Y: 200}), image.Point{}, draw.Src)
	}
	return img
}

func (p *press) services() app.Services {
	p.files = map[string][]byte{}
	common := []app.ReportSetting{
		{Key: "titel", Label: "Titel", Help: "Tomt: rapportens egen."}, {Key: "datum", Kind: app.SettingDate, Label: "Datum", Help: "Tomt: i dag."},
		{Key: "enhet", Kind: app.SettingUnit, Label: "Enhet", Help: "Tomt: hela kommunen."},
		{Key: "status", Kind: app.SettingStatus, Label: "Status", Help: "Står nederst på varje sida.", Default: "utkast", Choices: []string{"utkast", "fastställd"}},
	}
	return app.Services{
		Reports: func() []app.ReportInfo {
			return []app.ReportInfo{
				{Name: "ledningsgrupp", Title: "Ledningsgruppsrapport", Group: app.ReportsForLeaders, For: "Ledningsgruppen", Description: "Läget på en sida: nyckeltal, beslut som behövs, pågående insatser, ramar och avtal. Därefter ett underlag per beslut.",
					Settings: append(common[:4:4], app.ReportSetting{Key: "portfolj", Kind: app.SettingPortfolio, Label: "Portfölj"}, app.ReportSetting{Key: "sedan", Kind: app.SettingSince, Label: "Förändringar sedan"}, app.ReportSetting{Key: "till", Label: "Till", Help: "Vem rapporten lämnas till."},
						app.ReportSetting{Key: "grupp", Label: "Gruppera insatser efter", Default: "förvaltning", Choices: []string{"förvaltning", "portfölj"}})},
				{Name: "systemforteckning", Title: "Systemförteckning", For: "Alla", Description: "Alla system per förvaltning med valda kolumner. Kan lämnas ut.",
					Settings: append(common[:4:4], app.ReportSetting{Key: "kolumner", Kind: app.SettingColumns, Of: system.Kind, Label: "Kolumner", Help: "Fälten.", Default: "ref,name,system_owner,supplier"},
						app.ReportSetting{Key: "publik", Label: "Offentlig version", Default: "nej", Choices: []string{"ja", "nej"}})},
				{Name: "systemkort", Title: "Systemkort", For: "Alla", Description: "Ett system.",
					Settings: append(common[:4:4], app.ReportSetting{Key: "om", Kind: app.SettingRecord, Of: system.Kind, Label: "System", Needed: true},
						app.ReportSetting{Key: "avsnitt", Kind: app.SettingSections, Label: "Avsnitt", Default: "Roller,Avtal", Choices: []string{"Roller", "Avtal"}})},
			}
		},
		Report: func(_ context.Context, _ *app.Portfolio, name string, settings map[string]string) (app.Report, error) {
			p.built++
			p.told, p.report = settings, name
			return p, p.err
		},
		Bind: func(_ context.Context, _ *app.Portfolio, title string, files []app.PacketFile, told func(int)) (app.Report, error) {
			for i := range files {
				told(i)
			}
			p.bound, p.title = len(files), title
			return p, p.err
		},
		WriteFile: func(path string, write func(io.Writer) error) error {
			var b bytes.Buffer
			err := write(&b)
			p.files[filepath.Base(path)] = b.Bytes()
			return err
		},
	}
}

func open(t *testing.T, pr *press) *shell.Shell {
	t.Helper()
	pr.world = uitest.Open(t)
	s := uitest.Window(t, pr.world, pr.services(), reporting.Watched())
	s.Go("reports", "ledningsgrupp")
	return s
}

func TestOnlyPagesInViewAreDrawn(t *testing.T) {
	pr := &press{pages: 40}
	open(t, pr)
	if n := reporting.Drawn(); n == 0 || n > 6 {
		t.Errorf("%d pages drawn at first", n)
	}
	reporting.Turn(20)
	if n := reporting.Drawn(); n > 16 {
		t.Errorf("%d pages are kept", n)
	}
	if pr.drawn < 20 {
		t.Errorf("only %d pages were ever drawn", pr.drawn)
	}
}

func TestSettingsRebuildAndAreRemembered(t *testing.T) {
	pr := &press{pages: 2}
	s := open(t, pr)
	before := pr.built
	reporting.Set("grupp", "portfölj")
	reporting.Set("status", "fastställd")
	reporting.Set("datum", "2026-12-03")
	if pr.built != before+3 || pr.told["grupp"] != "portfölj" || pr.told["status"] != "fastställd" {
		t.Errorf("built %d times, told %v", pr.built-before, pr.told)
	}
	if got := reporting.Name(); got != "Ledningsgruppsrapport Ekvalla kommun 2026-12-03.pdf" {
		t.Errorf("name %q", got)
	}
	s.Go("reports", "systemforteckning")
	if len(pr.told) != 0 || pr.report != "systemforteckning" {
		t.Errorf("another report was told %v", pr.told)
	}
	s.Go("reports", "ledningsgrupp")
	if got := reporting.Settings(); got["grupp"] != "portfölj" || got["datum"] != "" {
		t.Errorf("remembered %v", got)
	}
}

func TestChangesInThePortfolioRebuild(t *testing.T) {
	pr := &press{pages: 1}
	s := open(t, pr)
	before := pr.built
	r := pr.world.All(system.Kind)[0]
	s.Save(r.ID, field.Column{Field: system.Name.Field}, "Nytt namn", func(string) {})
	if pr.built != before+1 {
		t.Errorf("built %d times", pr.built-before)
	}
	s.Go("reports", nil)
	if pr.built != before+1 {
		t.Error("built again though nothing has changed")
	}
}

func TestWhatThereIsToSayOfAReportStandsOverIt(t *testing.T) {
	const sentence = "Tabellen ”System per förvaltning” är bredare än papperet och är delad i 2 delar."
	pr := &press{pages: 2, says: []string{sentence}}
	s := open(t, pr)
	if !uitest.Shows(s.Window.Content(), sentence) || reporting.Drawn() == 0 || !reporting.CanSave() {
		t.Error("the sentence doesn't show, or the pages don't")
	}
}

func TestAReportThatFailsSaysWhy(t *testing.T) {
	const sentence = "25 kolumner får inte plats på ett papper. Välj högst 14."
	pr := &press{err: fault.New(fault.Usage, sentence)}
	s := open(t, pr)
	if !uitest.Shows(s.Window.Content(), sentence) || reporting.CanSave() {
		t.Error("the sentence doesn't show, or the report can be saved")
	}
	pr.err, pr.pages = nil, 1
	reporting.Set("grupp", "portfölj")
	if uitest.Shows(s.Window.Content(), sentence) || !reporting.CanSave() {
		t.Error("it didn't recover")
	}
}

// What a report is about is asked for, and nothing is made before it is chosen.
func TestAReportAboutOneThingAsksWhich(t *testing.T) {
	pr := &press{pages: 1}
	s := open(t, pr)
	before := pr.built
	s.Go("reports", "systemkort")
	if !uitest.Shows(s.Window.Content(), "Välj system bland inställningarna") || reporting.CanSave() || pr.built != before {
		t.Errorf("built %d times before anything is chosen", pr.built-before)
	}
	id := string(pr.world.All(system.Kind)[0].ID)
	reporting.Set("om", id)
	reporting.Set("avsnitt", "Avtal")
	if pr.told["om"] != id || pr.told["avsnitt"] != "Avtal" || !reporting.CanSave() {
		t.Errorf("told %v", pr.told)
	}
}

func TestSavesPDF(t *testing.T) {
	pr := &press{pages: 1}
	open(t, pr)
	if !reporting.Write(filepath.Join(t.TempDir(), reporting.Name())) {
		t.Fatal("not done")
	}
	if got := string(pr.files["Ledningsgruppsrapport Ekvalla kommun 2026-11-21.pdf"]); got != "%PDF-1.7" {
		t.Errorf("wrote %q", got)
	}
}

func TestNoReports(t *testing.T) {
	s := uitest.Window(t, uitest.Open(t), app.Services{}, reporting.Watched())
	s.Go("reports", nil)
	if s.Current() != "reports" {
		t.Error("the page doesn't open")
	}
}

// TestPictures draws the page, for looking at.
func TestPictures(t *testing.T) {
	if uitest.Pictures() == "" {
		t.Skip("ITP_PICTURES is not set")
	}
	pr := &press{pages: 9}
	s := open(t, pr)
	uitest.Both(t, s, "reports-1")
	s.Go("reports", "systemforteckning")
	reporting.Toggle()
	reporting.Turn(2)
	uitest.Shoot(t, s, "reports-2-wide", theme.Light, 2560, 1440)
	uitest.Shoot(t, s, "reports-2", theme.Light, 1366, 768)
	reporting.Toggle()
	pr.err = fault.New(fault.Usage, "25 kolumner får inte plats på ett papper. Välj högst 14.")
	reporting.Set("publik", "ja")
	uitest.Shoot(t, s, "reports-3-failed", theme.Light, 1366, 768)
}
