package reporting

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/view"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

const (
	questionsKey = "reports.questions"
	packetWrites = "reports.packet.write"
	prefBound    = "reports.packet.bound" // whether the package is one file
	mostAsked    = 12                     // how many are shown of a question, before the way to them all
	packetWidth  = 900                    // the widest that the page is read at, at 100 %
)

// packet is the page of the ledningsgrupp's package: which reports are made in one go, and what
// will be asked about first.
type packet struct {
	s       *shell.Shell
	reports []app.ReportInfo
	parts   []view.Part
	asked   []insight.Question
	whole   map[string]bool // the rules whose questions all show

	make    *widgets.Button
	files   *input.Select // one for each report, or one for all
	rows    *fyne.Container
	asks    *fyne.Container
	content fyne.CanvasObject
}

func newPacket(s *shell.Shell, reports []app.ReportInfo) *packet {
	p := &packet{s: s, reports: reports, whole: map[string]bool{}, rows: widgets.VStack(6), asks: widgets.VStack(12)}
	p.make = widgets.NewPrimary(texts.T("reports.packet.make"), p.askWhere)
	p.files = input.NewSelect([]widgets.Option{{Label: texts.T("reports.packet.files")}, {ID: bound, Label: texts.T("reports.packet.bound")}}, s.App.Preferences().String(prefBound), func(id string) error {
		s.App.Preferences().SetString(prefBound, id)
		return nil
	})
	body := widgets.VStack(14,
		widgets.NewCard(texts.T("reports.packet.which"), texts.T("reports.packet.which.text"), widgets.VStack(12, p.rows, input.NewField(texts.T("reports.packet.as"), "", p.files).AboveLabel())),
		widgets.NewCard(texts.T("reports.packet.asks"), texts.T("reports.packet.asks.text"), p.asks))
	p.content = widgets.NewScroll(widgets.Inset(16, 20, 24, 20, widgets.MaxWidth(packetWidth, body)))
	return p
}

// show shows the package and the questions as they are now.
func (p *packet) show() {
	w := p.s.Portfolio()
	p.parts = w.Packet(p.reports)
	p.showRows()
	async.Run(p.s.Runner, questionsKey, func(context.Context) ([]insight.Question, error) { return insight.Questions(w), nil }, func(asked []insight.Question, _ error) {
		p.asked = asked
		p.showAsks()
	})
}

// at is where a report stands in the package, −1 for nowhere.
func (p *packet) at(report string) int {
	return slices.IndexFunc(p.parts, func(part view.Part) bool { return part.Report == report })
}

// showRows shows each report that can be part of the package, with the choice that it is made by.
func (p *packet) showRows() {
	w := p.s.Portfolio()
	p.rows.Objects = nil
	for _, r := range p.reports {
		saved := view.Choices(w, r.Name, w.Login())
		if !r.Packable() && len(saved) == 0 {
			continue
		}
		at := p.at(r.Name)
		choice := ""
		if at >= 0 {
			choice = p.parts[at].Choice
		}
		tick := input.NewCheck(r.Title, at >= 0, func(on bool) error { p.tick(r, on); return nil })
		options := []widgets.Option{}
		if r.Packable() {
			label := texts.T("reports.choice.own")
			if s := view.StandardChoice(w, r.Name, w.Login()); s != nil {
				label = texts.T("reports.choice.standard", s.Name())
			}
			options = append(options, widgets.Option{Label: label})
		}
		for _, c := range saved {
			options = append(options, widgets.Option{ID: c.Name(), Label: c.Name()})
		}
		row := []fyne.CanvasObject{widgets.Grow(tick)}
		if len(saved) > 0 {
			row = append(row, widgets.MinSize(230, 0, input.NewSelect(options, choice, func(id string) error { p.order(r, id); return nil })))
		}
		p.rows.Add(widgets.HStack(12, row...))
	}
	enable(p.make, len(p.parts) > 0)
	p.rows.Refresh()
}

// tick takes a report into the package, in the order of the list, or out of it.
func (p *packet) tick(r app.ReportInfo, on bool) {
	parts := slices.DeleteFunc(slices.Clone(p.parts), func(part view.Part) bool { return part.Report == r.Name })
	if on {
		part := view.Part{Report: r.Name}
		if w := p.s.Portfolio(); !r.Packable() {
			part.Choice = view.Choices(w, r.Name, w.Login())[0].Name()
		}
		parts = append(parts, part)
	}
	p.keep(parts)
}

// order says which choice a report is made by, which also takes it in.
func (p *packet) order(r app.ReportInfo, choice string) {
	parts := slices.Clone(p.parts)
	if at := p.at(r.Name); at >= 0 {
		parts[at].Choice = choice
	} else {
		parts = append(parts, view.Part{Report: r.Name, Choice: choice})
	}
	p.keep(parts)
}

// keep keeps what the package is: in the portfolio, or till the page is left by who only reads.
func (p *packet) keep(parts []view.Part) {
	place := func(part view.Part) int {
		return slices.IndexFunc(p.reports, func(r app.ReportInfo) bool { return r.Name == part.Report })
	}
	slices.SortStableFunc(parts, func(a, b view.Part) int { return place(a) - place(b) })
	p.parts = parts
	enable(p.make, len(parts) > 0)
	if !p.s.Writable() {
		p.showRows()
		return
	}
	p.s.Write(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
		return w.Do(ctx, func(tx *field.Tx) (string, error) {
			return texts.T("reports.packet.label"), view.KeepPackage(tx, parts, w.Login())
		})
	}, nil)
}

// showAsks shows what will be asked about, by the question, each one click from its answer.
func (p *packet) showAsks() {
	p.asks.Objects = nil
	if len(p.asked) == 0 {
		p.asks.Add(widgets.NewParagraph(texts.T("reports.packet.asks.none"), widgets.Muted))
	}
	w := p.s.Portfolio()
	var lists []*widgets.ActionList
	for i := 0; i < len(p.asked); {
		n := i
		var items []widgets.TodoItem
		for ; n < len(p.asked) && p.asked[n].Rule == p.asked[i].Rule; n++ {
			q := p.asked[n]
			it := widgets.TodoItem{Key: q.Rule + "\x00" + string(q.Record), Text: q.Subject, Detail: q.Why}
			if r := w.Get(q.Record); r != nil && r.Ref != "" {
				it.Text = r.Ref + " · " + it.Text
			}
			items = append(items, it)
		}
		name, shown := p.asked[i].Rule, items
		if !p.whole[name] {
			shown = items[:min(len(items), mostAsked)]
		}
		list := widgets.NewActionList(shown, p.mend)
		lists = append(lists, list)
		rule := widgets.VStack(2, widgets.NewText(texts.T("reports.packet.rule", p.asked[i].Head, text.Count(n-i)), widgets.Strong),
			widgets.NewParagraph(texts.T("reports.packet.asked", p.asked[i].Asked), widgets.Muted), list)
		if more := len(items) - len(shown); more > 0 {
			rule.Add(widgets.Inset(4, 0, 0, 8, widgets.HStack(0, widgets.NewLink(texts.N("reports.packet.more", more), func() { p.whole[name] = true; p.showAsks() }))))
		}
		p.asks.Add(rule)
		i = n
	}
	widgets.Align(lists...)
	p.asks.Refresh()
}

// askWhere asks in which folder the package is to be and, once, whether what is there may go.
func (p *packet) askWhere() {
	w := p.s.Portfolio()
	files, err := w.PacketFiles(p.reports, p.parts)
	if err != nil {
		p.s.Fail(err)
		return
	}
	if p.s.App.Preferences().String(prefBound) == bound {
		p.s.AskSave(shell.NewFile{Title: texts.T("reports.packet.bound.where"), Kind: pdfFile, Name: strings.TrimSuffix(w.BoundFile(), pdfFile[0])}, func(path string) { p.writeBound(path, files) })
		return
	}
	p.s.AskFolder(texts.T("reports.packet.where"), func(dir string) {
		there, err := p.s.Services.Replaced(dir, files)
		switch {
		case err != nil:
			p.s.Fail(err)
		case len(there) == 0:
			p.write(dir, files)
		default:
			dialogs.Confirm(p.s.Window, texts.N("reports.packet.replace", len(there)), strings.Join(there, "\n"), texts.T("reports.packet.replace.yes"), true, func() { p.write(dir, files) })
		}
	})
}

// bound is that the package is made one file.
const bound = "one"

// writeBound makes the package one document.
func (p *packet) writeBound(path string, files []app.PacketFile) {
	w := p.s.Portfolio()
	p.making(func(ctx context.Context, told func(float64, string)) ([]string, error) {
		return p.s.Services.WriteBound(ctx, w, path, files, told)
	}, func() { p.s.Wrote(path) })
}

// write makes the package, all of it before anything is written.
func (p *packet) write(dir string, files []app.PacketFile) {
	w := p.s.Portfolio()
	p.making(func(ctx context.Context, told func(float64, string)) ([]string, error) {
		return p.s.Services.WritePacket(ctx, w, dir, files, told)
	}, func() { p.s.WroteFolder(texts.N("reports.packet.done", len(files)), dir) })
}

// making makes files while its progress shows, tells that they are written, and then what there
// is to know of the reports.
func (p *packet) making(write func(ctx context.Context, told func(float64, string)) (remarks []string, err error), wrote func()) {
	p.s.Progress(texts.T("reports.packet.writing"), packetWrites, func(ctx context.Context, report async.Progress) (any, error) {
		return write(ctx, func(done float64, what string) { report(done, what) })
	}, func(v any, err error) {
		if err != nil {
			p.s.Fail(err)
			return
		}
		wrote()
		if remarks, _ := v.([]string); len(remarks) > 0 {
			dialogs.Message(p.s.Window, texts.T("reports.packet.remarks"), strings.Join(remarks, "\n"))
		}
	})
}
