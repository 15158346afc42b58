package gallery_test

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/draw"
	"itportfoljen/ui/async"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// TestGallery draws pages of widgets to the folder that ITP_GALLERY names, for
// looking at.
func TestGallery(t *testing.T) {
	dir := os.Getenv("ITP_GALLERY")
	if dir == "" {
		t.Skip("ITP_GALLERY is not set")
	}
	async.Instant(true)
	defer async.Instant(false)
	app := test.NewTempApp(t)
	sizes := map[string]fyne.Size{"1366": fyne.NewSize(1366, 768), "1440": fyne.NewSize(1440, 900)}
	for name, page := range galleryPages {
		for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
			for sizeName, size := range sizes {
				if sizeName == "1366" && mode == theme.Dark {
					continue
				}
				percent := 100
				theme.Apply(app, theme.Settings{Mode: mode, TextPercent: percent})
				shoot(t, filepath.Join(dir, fmt.Sprintf("%s-%s-%s.png", name, [...]string{"", "light", "dark"}[mode], sizeName)), size, page)
			}
		}
	}
	theme.Apply(app, theme.Settings{Mode: theme.Light, TextPercent: 130})
	shoot(t, filepath.Join(dir, "list-light-130.png"), sizes["1366"], galleryPages["list"])
	theme.Apply(app, theme.Settings{Mode: theme.Light})
}

func shoot(t *testing.T, path string, size fyne.Size, page func(w fyne.Window) fyne.CanvasObject) {
	t.Helper()
	w := test.NewWindow(nil)
	defer w.Close()
	r := widgets.NewRoot(w, page(w))
	defer r.Release()
	w.Resize(fyne.NewSize(size.Width-1, size.Height))
	w.Resize(size) // wrapped texts know their width now
	if open := galleryOverlays[filepath.Base(path)[:len(filepath.Base(path))-len(filepath.Ext(path))]]; open != nil {
		open(w, r)
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, w.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

var galleryNav = []widgets.NavItem{
	{ID: "home", Label: "Översikt", Icon: "layout-dashboard"}, {ID: "systems", Label: "Systemportfölj", Icon: "layers"},
	{ID: "plan", Label: "IT-verksamhetsplan", Icon: "kanban"}, {ID: "budget", Label: "Budget och uppföljning", Icon: "wallet"},
	{ID: "forum", Label: "Forum och beslut", Icon: "gavel"}, {ID: "reports", Label: "Rapporter", Icon: "file-text"},
	{ID: "excel", Label: "Excel in och ut", Icon: "file-spreadsheet"}, {ID: "settings", Label: "Inställningar", Icon: "settings", Gap: true},
}

func galleryFrame(selected string, header *widgets.Header, content fyne.CanvasObject) fyne.CanvasObject {
	nav := widgets.NewNav("Ekvalla kommun", "IT-portföljen · utkast 2027", galleryNav, nil)
	nav.SetBadge("systems", 4)
	nav.SetBadge("forum", 2)
	nav.SetFoot("Sparat 09:41 · säkerhetskopia i går", "Inloggad i Windows som Anna Ek")
	nav.Select(selected)
	return container.NewBorder(nil, nil, nav, nil, container.NewBorder(header, nil, nil, nil, content))
}

func gallerySearch() *input.Search {
	s := input.NewSearch("Sök system, insats, person …", "Ctrl K", nil)
	s.Width = 290
	s.OnOpen = func() {}
	return s
}

type gallerySource struct{ n int }

func (s gallerySource) Len() int           { return s.n }
func (s gallerySource) Key(row int) string { return fmt.Sprint("SYS-", row) }
func (s gallerySource) Cell(row, col int) grid.Cell {
	names := []string{"Alfa Ekonomi", "Bibblan", "Bygglovsportalen", "Diariet W3", "Elevregistret", "Fastighetskollen", "HemtjänstPlan", "Intranätet", "Kartportalen", "Larmcentral"}
	units := []string{"Kommunstyrelsen", "Kultur och fritid", "Samhällsbyggnadsförvaltningen", "Vård och omsorg"}
	switch col {
	case 0:
		return grid.Cell{Text: fmt.Sprintf("SYS-%04d", row+7), Style: widgets.Muted}
	case 1:
		return grid.Cell{Text: names[row%len(names)], Style: widgets.Strong}
	case 2:
		return grid.Cell{Text: units[row%len(units)]}
	case 3:
		if row%7 == 6 {
			return grid.Cell{Text: "saknas", Style: widgets.Bad, Icon: "triangle-alert"}
		}
		return grid.Cell{Text: "Per-Åke Hägg"}
	case 4:
		return grid.Cell{Text: "Mohammed Ibrahim"}
	case 5:
		return grid.Cell{Text: "2 3 2"}
	case 6:
		styles := []widgets.Style{widgets.Good, widgets.Warn, widgets.Bad, widgets.Neutral}
		texts := []string{"2027-12-31", "2026-12-31", "2026-11-30", "löpande"}
		return grid.Cell{Text: texts[row%4], Style: styles[row%4], Pill: true}
	}
	return grid.Cell{Text: fmt.Sprintf("%d 180 000", row%19+1)}
}

func galleryGrid(n int) *grid.Grid {
	g := grid.New(gallerySource{n}, []grid.Column{
		{ID: "ref", Title: "Ref", Width: 84, Sortable: true}, {ID: "name", Title: "System", Width: 150, Sortable: true},
		{ID: "unit", Title: "Ägande enhet", Width: 145, Sortable: true}, {ID: "owner", Title: "Systemägare", Width: 125, Sortable: true},
		{ID: "admin", Title: "Systemförvaltare", Width: 135, Sortable: true}, {ID: "krt", Title: "K R T", Width: 62, Align: grid.AlignCenter},
		{ID: "until", Title: "Avtal till", Width: 110, Sortable: true}, {ID: "cost", Title: "Kostnad/år", Width: 110, Align: grid.AlignRight, Sortable: true},
	})
	g.Multi, g.Frozen = true, 2
	g.SetSorts([]grid.Sort{{ID: "name"}})
	g.SetFooter("83 system · 1 markerat", "Summa drift/år 14 180 000 kr")
	return g
}

func galleryToday() date.Date { return 20261121 }

func galleryChart(w, h float64) draw.Drawing {
	var d draw.Drawing
	p := theme.Current()
	for i := range 4 {
		y := h - 24 - float64(i)*(h-40)/3
		d.Add(draw.Line{X1: 24, Y1: y, X2: w, Y2: y, Width: 1, Color: p.Hairline}, draw.Text{X: 0, Y: y + 4, Size: 11, Color: p.TextMuted, Text: fmt.Sprint(i * 2)})
	}
	for g := range 4 {
		x := 40 + float64(g)*(w-40)/4
		for s := range 4 {
			bh := (h - 60) * (0.5 + 0.1*float64((g+s)%5))
			d.Add(draw.Rect{X: x + float64(s)*20, Y: h - 24 - bh, W: 17, H: bh, Radius: 2, Fill: p.Series[s]})
		}
		d.Add(draw.Text{X: x, Y: h - 8, Size: 11, Color: p.TextMuted, Text: "Vård och omsorg"})
	}
	d.Add(draw.Circle{X: w - 40, Y: 40, R: 22, Fill: p.Series[4]}, draw.Polygon{Points: [][2]float64{{w - 90, 60}, {w - 70, 20}, {w - 66, 60}}, Fill: p.Series[5]})
	d.Add(draw.Line{X1: 24, Y1: 30, X2: w, Y2: 30, Width: 1.5, Color: p.Bad.Solid, Dash: true})
	return d
}

var galleryPages = map[string]func(w fyne.Window) fyne.CanvasObject{
	"home": func(w fyne.Window) fyne.CanvasObject {
		figures := widgets.Columns(14, 170,
			widgets.NewKeyFigure("System i drift", "83", "3 under avveckling", widgets.Normal, func() {}),
			widgets.NewKeyFigure("Driftkostnad 2027", "14,2 mnkr", "+0,3 mnkr mot budget", widgets.Good, func() {}),
			widgets.NewKeyFigure("Insatser i plan", "26", "9 pågår · 4 väntar beslut", widgets.Normal, func() {}),
			widgets.NewKeyFigure("Hemtagen nytta", "61 %", "1,9 av 3,1 mnkr", widgets.Normal, nil),
			widgets.NewKeyFigure("Portföljen komplett", "87 %", "4 system utan ägare", widgets.Bad, nil))
		todo := widgets.NewActionList([]widgets.TodoItem{
			{Pill: "9 dagar", PillStyle: widgets.Bad, Text: "Säg upp eller förläng avtalet med Nordkod", Detail: "Vård- och omsorgsplan", Date: "sista dag 30 nov"},
			{Pill: "väntar", PillStyle: widgets.Warn, Text: "Beslut i ledningsgruppen: Byte av diariesystem", Detail: "INS-2027-004", Date: "3 dec"},
			{Pill: "försenad", PillStyle: widgets.Warn, Text: "Klassning äldre än två år", Detail: "Skolplattformen", Date: "sedan 14 okt"},
			{Pill: "saknas", PillStyle: widgets.Neutral, Text: "Systemägare har slutat – utse ny", Detail: "4 system"},
		}, func(string) {})
		left := widgets.VStack(14, widgets.NewCard("Att göra nu", "", widgets.VStack(4, todo, widgets.NewLink("Visa alla 17", func() {}))),
			widgets.NewCard("Kostnad per förvaltning 2025–2028", "(mnkr)", widgets.NewPicture(300, 210, galleryChart, func(string) {})))
		ramar := widgets.VStack(6)
		for _, r := range []struct {
			name, text string
			v          float64
		}{{"Tillgänglighet och service", "1 850 / 2 000 tkr", 0.92}, {"Samverkan och informationsutbyte", "640 / 1 200 tkr", 0.53}, {"Innovation", "430 / 400 tkr", 1.07}} {
			ramar.Add(widgets.HStack(8, widgets.Grow(widgets.NewText(r.name, widgets.Normal)), widgets.NewText(r.text, widgets.Normal)))
			ramar.Add(widgets.NewBar(r.v, widgets.Normal))
		}
		right := widgets.VStack(14, widgets.NewCard("Nytta mot risk", "yta = kostnad", widgets.NewPicture(300, 200, galleryChart, nil)), widgets.NewCard("Ramar 2027", "", ramar))
		body := widgets.VStack(16, figures, widgets.Columns(14, 420, left, right))
		h := widgets.NewHeader("Översikt", "lördag 21 november 2026", gallerySearch(), widgets.NewPrimary("Ledningsgruppsrapport…", nil))
		return galleryFrame("home", h, widgets.Ground(container.NewVScroll(widgets.Inset(18, 22, 18, 22, body))))
	},
	"list": func(w fyne.Window) fyne.CanvasObject {
		g := galleryGrid(83)
		bar := widgets.HStack(8, input.NewSearch("Filtrera system", "", nil), widgets.NewChip("I drift", nil, func() {}), widgets.NewChip("Vård och omsorg", nil, func() {}),
			widgets.NewButton("Filter", nil).WithKind(widgets.Quiet).WithIcon("plus"), widgets.Spacer(),
			input.NewFlatSelect("Vy:", []widgets.Option{{ID: "a", Label: "Roller och avtal"}}, "a", nil), widgets.NewButton("Kolumner", nil).WithKind(widgets.Quiet).WithIcon("columns-3"))
		list := container.NewBorder(widgets.Surface(widgets.VStack(0, widgets.Inset(12, 22, 12, 22, bar), widgets.Hairline())), nil, nil, nil, g)
		opt := []widgets.Option{{ID: "saas", Label: "Molntjänst, EU"}, {ID: "on", Label: "Egen drift"}}
		owner := input.NewField("Systemägare", "Den som beslutar om systemet", input.NewPicker(widgets.Option{}, func(string) []widgets.Option { return nil }, nil, func(string) error { return nil }))
		owner.Required = true
		owner.SetNote("Krävs för att gå till beslut.")
		bad := input.NewField("Licenskostnad", "", input.NewMoney("trettio", nil))
		bad.SetError("Skriv beloppet i kronor, till exempel 120 000.")
		saved := input.NewField("Leverantör", "", input.NewText("Nordkod AB", "", nil))
		saved.Saved()
		form := widgets.VStack(7,
			widgets.NewBanner(widgets.Warn, "Systemägare saknas sedan Karin Holm slutade 2026-09-30.", "Utse systemägare…", func() {}),
			owner, input.NewField("Driftform", "", input.NewSelect(opt, "saas", nil)), saved, bad,
			input.NewField("Avtal till", "", input.NewDate(20271231, galleryToday, nil)),
			input.NewField("Antal användare", "", input.NewNumber("340", "st", nil)),
			input.NewField("Förvaltningar", "", input.NewMultiSelect([]widgets.Option{{ID: "v", Label: "Vård och omsorg"}, {ID: "k", Label: "Kommunstyrelsen"}, {ID: "s", Label: "Samhällsbyggnad"}}, []string{"v", "k", "s"}, nil)),
			input.NewField("Personuppgifter", "", input.NewCheck("", true, nil)),
			input.NewField("Beskrivning", "", input.NewLongText("Planering av hemtjänstens besök, scheman och resor.", "", 3, nil)))
		tabs := widgets.NewTabBar([]widgets.TabItem{{ID: "1", Label: "Översikt"}, {ID: "2", Label: "Roller"}, {ID: "3", Label: "Klassning"}, {ID: "4", Label: "Avtal", Count: 2}, {ID: "5", Label: "Kostnad"}, {ID: "6", Label: "Historik"}}, nil)
		detail := widgets.Surface(container.NewBorder(widgets.Inset(14, 18, 0, 18, widgets.VStack(2, widgets.HStack(8, widgets.NewText("SYS-0031 · verksamhetssystem", widgets.Muted), widgets.Spacer(), widgets.NewPill("Avtal: 9 dagar", widgets.Bad)), widgets.NewHeading("HemtjänstPlan", 1), tabs)),
			widgets.Inset(10, 18, 16, 18, widgets.HStack(8, widgets.NewButton("Systemkort (PDF)", nil), widgets.NewButton("Redigera", nil), widgets.NewButton("Ta bort", nil).WithKind(widgets.Danger))), nil, nil,
			container.NewVScroll(widgets.Inset(12, 18, 12, 18, form))))
		split := widgets.NewSplit(list, detail, 400)
		g.Select("SYS-6")
		h := widgets.NewHeader("Systemportfölj", "83 av 86 system", gallerySearch(), widgets.NewButton("Exportera", nil), widgets.NewPrimary("Nytt system", nil))
		return galleryFrame("systems", h, split)
	},
	"board": func(w fyne.Window) fyne.CanvasObject {
		var columns []widgets.BoardColumn
		for i, name := range []string{"Idé", "Förslag", "Beredning", "Ledningsgrupp", "Genomförande", "Effekthemtagning"} {
			c := widgets.BoardColumn{Key: name, Title: name, Cards: []widgets.BoardCard{
				{Key: name + "1", Title: "Digital tolk i hemtjänsten", Subtitle: "Vård och omsorg", Amount: "1 400 tkr", Pill: "nyttokalkyl saknas", PillStyle: widgets.Warn},
				{Key: name + "2", Title: "Gemensam inloggning skolan och förskolan", Subtitle: "Barn och utbildning", Amount: "850 tkr", Pill: "rekommenderas", PillStyle: widgets.Good},
				{Key: name + "3", Title: "Öppna data: badvatten", Subtitle: "Samhällsbyggnad", Pill: "ny"}}}
			if i == 2 {
				c.Note = "IT-forum 27 nov"
				for n := range 60 {
					c.Cards = append(c.Cards, widgets.BoardCard{Key: fmt.Sprint("x", n), Title: "Byte av låssystem-server", Subtitle: "Kommunstyrelsen", Amount: "90 tkr", Pill: "tid · kostnad", PillStyle: widgets.Bad})
				}
			}
			columns = append(columns, c)
		}
		b := widgets.NewBoard(columns, func(string, string) bool { return true })
		b.Select("Förslag2")
		h := widgets.NewHeader("IT-verksamhetsplan 2027", "", gallerySearch(), widgets.NewButton("Fastställ…", nil), widgets.NewPrimary("Ny insats", nil))
		h.SetPill("Utkast · 12 ändringar sedan version 2", widgets.Warn)
		tabs := widgets.NewTabBar([]widgets.TabItem{{ID: "1", Label: "Lista"}, {ID: "2", Label: "Tavla"}, {ID: "3", Label: "Tidplan"}, {ID: "4", Label: "Prioritering"}, {ID: "5", Label: "Versioner"}}, nil)
		tabs.Select("2")
		top := widgets.Surface(widgets.Inset(6, 22, 0, 22, tabs))
		return galleryFrame("plan", h, widgets.Ground(container.NewBorder(top, nil, nil, nil, widgets.Inset(12, 22, 12, 22, b))))
	},
	"parts": func(w fyne.Window) fyne.CanvasObject {
		steps := widgets.NewSteps("Fil", "Kolumner", "Granska", "Klart")
		steps.SetStep(1)
		buttons := widgets.HStack(10, widgets.NewPrimary("Spara", nil).WithIcon("save"), widgets.NewButton("Exportera", nil).WithIcon("download"), widgets.NewButton("Avbryt", nil).WithKind(widgets.Quiet), widgets.NewButton("Ta bort", nil).WithKind(widgets.Danger).WithIcon("trash-2"), widgets.NewIconButton("ellipsis", "Mer", nil))
		off := widgets.NewPrimary("Avstängd", nil)
		off.Disable()
		menu := widgets.NewButton("Rapport", nil)
		menu.Menu = true
		on := widgets.NewButton("Tavla", nil)
		on.Toggled = true
		buttons.Objects = append(buttons.Objects, off, menu, on)
		pills := widgets.HStack(8, widgets.NewPill("enligt plan", widgets.Good), widgets.NewPill("väntar", widgets.Warn), widgets.NewPill("försenad", widgets.Bad), widgets.NewPill("ny", widgets.Neutral), widgets.NewPill("Migrera", widgets.Info), widgets.NewPill("vald", widgets.Accent))
		page := image.NewRGBA(image.Rect(0, 0, 210, 297))
		for i := range page.Pix {
			page.Pix[i] = 255
		}
		page.Set(3, 3, color.Black)
		left := widgets.VStack(12, steps, buttons, pills,
			widgets.NewBanner(widgets.Info, "Portföljen är öppnad av Anna Ek på datorn KLK-114. Du kan läsa men inte ändra.", "Öppna en kopia", func() {}).Closable(func() {}),
			widgets.NewBanner(widgets.Bad, "Filen är skadad. Den senaste hela säkerhetskopian är från i går 16:02.", "Återställ", func() {}),
			widgets.NewBanner(widgets.Good, "Allt är importerat.", "", nil),
			widgets.HStack(18, input.NewCheck("Ta med kostnader", true, nil), input.NewCheck("Bara ändrade", false, nil)),
			input.NewChoice("layers", "Portföljstyrd", "Ledningsgruppen beslutar om hela portföljen en gång om året, och om avvikelser under året.", nil),
			input.NewField("Ansvarig", "Hjälp", input.NewText("", "Namn", nil)).AboveLabel())
		mid := widgets.VStack(12, widgets.NewCard("Kalender", "", input.NewCalendar(20261121, 20261231, nil)),
			widgets.NewCard("Kolumner", "", input.NewColumnChooser([]input.ColumnChoice{{ID: "a", Title: "Systemnamn", Group: "Grund", On: true}, {ID: "b", Title: "Systemägare", Group: "Roller", On: true}, {ID: "c", Title: "Avtal till", Group: "Avtal"}}, nil)))
		right := widgets.VStack(12, widgets.NewCard("", "", widgets.NewEmpty("layers", "Inga system ännu", "Börja med din egen systemlista i Excel, eller titta runt i exempelportföljen först.", widgets.NewPrimary("Importera Excel…", nil), widgets.NewButton("Öppna exemplet", nil))), widgets.NewImageView(page))
		h := widgets.NewHeader("Delar", "alla på en sida")
		return galleryFrame("reports", h, widgets.Ground(container.NewVScroll(widgets.Inset(18, 22, 18, 22, widgets.Columns(18, 330, left, mid, right)))))
	},
}

var galleryOverlays = map[string]func(w fyne.Window, r *widgets.Root){
	"home-light-1440": func(w fyne.Window, r *widgets.Root) {
		r.Toast("Insatsen flyttades till Beredning", widgets.Good, "Ångra", func() {})
	},
	"home-dark-1440":  func(w fyne.Window, r *widgets.Root) { showGalleryPalette(w) },
	"home-light-1366": func(w fyne.Window, r *widgets.Root) { showGalleryPalette(w) },
	"board-dark-1440": func(w fyne.Window, r *widgets.Root) {
		widgets.ShowMenu(w.Canvas(), fyne.NewPos(500, 300), widgets.MenuItem{Label: "Öppna", Shortcut: "Enter"}, widgets.MenuItem{Label: "Kopiera", Icon: "copy", Shortcut: "Ctrl+C"}, widgets.MenuItem{}, widgets.MenuItem{Label: "Ta bort…", Icon: "trash-2", Danger: true, Shortcut: "Del"})
	},
	"board-light-1366": func(w fyne.Window, r *widgets.Root) {
		widgets.ShowProgress(w.Canvas(), "Importerar systemlistan", func() {}).Set(0.4, "Läser rad 4 120 av 10 000")
	},
}

func showGalleryPalette(w fyne.Window) {
	input.ShowPalette(w.Canvas(), "Sök system, insats, person …", func(string) []input.PaletteItem {
		return []input.PaletteItem{{Group: "System", Title: "HemtjänstPlan", Detail: "SYS-0031 · Vård och omsorg", Icon: "layers"}, {Group: "System", Title: "Hemsidan", Detail: "SYS-0102", Icon: "layers"}, {Group: "Åtgärder", Title: "Ny insats", Icon: "plus", Shortcut: "Ctrl+N"}, {Group: "Åtgärder", Title: "Ledningsgruppsrapport", Icon: "file-text"}}
	}, nil)
}
