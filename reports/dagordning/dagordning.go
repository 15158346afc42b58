// Package dagordning is the agenda of a forum's meeting, with what it needs to be held.
package dagordning

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/document"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/plan"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// The sections, in order.
const (
	items   = "ärenden"
	waiting = "väntar"
	left    = "kvar från tidigare"
	since   = "sedan förra mötet"
	papers  = "underlag"
)

// Report is the agenda.
var Report = report.Report{Info: report.Info{
	Name: "dagordning", Title: "Dagordning", Also: []string{"föredragningslista", "kallelse", "mötesagenda", "agenda"}, For: "Forumet", Group: app.ReportsForForums,
	Description: "Mötets ärenden i ordning med vem som föredrar, rekommendation och vad som saknas, det som väntar, det som är kvar från tidigare möten, vad som har hänt sedan dess, och ett kort underlag för varje insats som ska beredas eller beslutas.",
	Settings:    report.WithOf(forum.MeetingKind, report.Sections(items, waiting, left, since, papers), report.Public),
}, Write: write}

// agenda is the agenda being written.
type agenda struct {
	*report.Job
	w      report.World
	m, of  *field.Record // the meeting, and its forum: nil where it says none
	paper  forum.Paper
	lately forum.Lately
}

func write(j *report.Job) (*pdf.Doc, error) {
	lately, err := j.Lately(j.Of)
	if err != nil {
		return nil, err
	}
	a := &agenda{Job: j, w: j.All, m: j.Of, of: j.All.Get(forum.MeetingOf.Get(j.Of)), lately: lately}
	a.paper = forum.PaperOf(a.w, a.m, lately)
	doc := j.Doc("Dagordning: "+a.m.Name(), false)
	doc.Head(j.Over(), j.Title(a.m.Name()), j.MeetingLine("Dagordning", a.m))
	f := doc.Flow
	a.front(f)
	for _, s := range []struct {
		name  string
		write func(f *pdf.Flow)
	}{{items, a.items}, {waiting, a.waiting}, {left, a.left}, {since, a.since}, {papers, a.papers}} {
		if j.Has(s.name) {
			s.write(f)
		}
	}
	j.SealNote(f)
	return doc, nil
}

// front is where and when, and the items in a list.
func (a *agenda) front(f *pdf.Flow) {
	switch forum.State.Get(a.m) {
	case forum.Canceled:
		f.Box("Mötet är inställt", pdf.Warn, func(f *pdf.Flow) { f.P("Ärendena nedan behandlas inte den dagen.") })
	case forum.Held, forum.Closed:
		f.Note("Mötet är hållet. Vad det kom fram till står i minnesanteckningarna.")
	}
	facts := a.FactsOf(a.m, forum.MeetingTime.Field, forum.MeetingAt.Field, forum.Chair.Field, forum.Keeper.Field, forum.State.Field, forum.CalledOn.Field)
	if a.of != nil {
		facts = append(facts, report.Fact{Label: "Kallade", Said: report.Or(forum.Today.Read(a.w, a.of, 0))})
	}
	report.Facts(f, "Uppgifter om mötet", facts...)
	f.H2("Ärenden")
	t := pdf.Table{Summary: "Mötets ärenden i ordning", Empty: "Inga ärenden står på dagordningen än.",
		Cols: []pdf.Col{{Head: "Nr"}, {Head: "Ärende", Flex: 1, RowHead: true}, {Head: "För"}, {Head: "Föredragande", MaxWidth: 120}}}
	briefed := a.briefed()
	if len(briefed) > 0 {
		t.Cols = append(t.Cols, pdf.Col{Head: "Underlag"})
	}
	for i, it := range forum.Items(a.w, a.m.ID) {
		name := []pdf.Run{pdf.T(it.Name())}
		if r := a.w.Get(forum.ItemInitiative.Get(it)); r != nil {
			name = append(name, pdf.M("\n"+report.Joined(" · ", r.Ref, a.w.Label(a.Level(plan.Unit.Get(r))))))
		}
		ask := pdf.Txt(forum.ItemAsk.Show(a.w, forum.ItemAsk.Get(it)))
		if forum.ItemAsk.Get(it) == forum.Decision {
			ask = pdf.Strong(forum.ItemAsk.Show(a.w, forum.Decision))
		}
		cells := []pdf.Cell{pdf.Txt(report.Number(it, i+1)), pdf.Rich(name...), ask, pdf.Txt(report.Or(a.w.Label(forum.ItemPresenter.Get(it))))}
		switch {
		case slices.Contains(briefed, it):
			cells = append(cells, pdf.Rich(pdf.PageRef("sida ", anchor(it))))
		case len(briefed) > 0:
			cells = append(cells, pdf.Dim(report.None))
		}
		t.Rows = append(t.Rows, pdf.R(cells...))
	}
	f.Table(t)
}

func anchor(it *field.Record) string { return "underlag-" + string(it.ID) }

// briefed are the items that have a short underlag: those of insatser that are to be prepared
// or decided.
func (a *agenda) briefed() (out []*field.Record) {
	if !a.Has(papers) {
		return nil
	}
	for _, it := range forum.Items(a.w, a.m.ID) {
		if forum.ItemAsk.Get(it) != forum.Information && a.w.Get(forum.ItemInitiative.Get(it)) != nil {
			out = append(out, it)
		}
	}
	return out
}

// items are the items one by one.
func (a *agenda) items(f *pdf.Flow) {
	var points []string
	for _, q := range a.w.Model().Assessment { // the underlag has them
		points = append(points, q.Label)
	}
	for _, s := range a.paper.Sections {
		if s.Item == nil {
			continue
		}
		facts := report.FactsIn(s, points...)
		if forum.TakesUpLeft(s.Item) && a.Has(left) {
			facts = append(a.FactsOf(s.Item, forum.ItemAsk.Field, forum.ItemPresenter.Field), report.Fact{Label: "Vad", Said: "Se Kvar från tidigare möten."})
		}
		if r := a.w.Get(forum.ItemInitiative.Get(s.Item)); r != nil {
			facts = append(facts, a.lacking(s.Item), a.documents(r))
		}
		f.Keep(func(f *pdf.Flow) {
			f.H3(s.Title)
			report.Facts(f, "Uppgifter om ärendet", facts...)
		})
	}
}

// lacking is what the styrmodell misses before the insats goes on.
func (a *agenda) lacking(it *field.Record) report.Fact {
	before, all := forum.Lacking(a.w, it)
	var out []string
	for _, m := range all {
		if !m.Excepted {
			out = append(out, m.Text)
		}
	}
	if len(out) == 0 {
		return report.Fact{}
	}
	return report.Fact{Label: "Saknas före " + text.Lower(before), Said: strings.Join(out, "\n")}
}

// documents are the insats' own.
func (a *agenda) documents(r *field.Record) report.Fact {
	var out []string
	for _, d := range a.w.Pointing(document.Of.Field, r.ID) {
		link := ""
		if a.Tells(document.Link.Field) {
			link = document.Link.Get(d)
		}
		out = append(out, report.Joined(", ", d.Name(), document.Number.Get(d), document.Dated.Get(d).String(), link))
	}
	return report.Fact{Label: "Handlingar", Said: strings.Join(out, "\n")}
}

// waiting is what waits for the forum and doesn't stand on this agenda.
func (a *agenda) waiting(f *pdf.Flow) {
	if a.of == nil {
		return
	}
	on := map[field.ID]bool{}
	for _, it := range forum.Items(a.w, a.m.ID) {
		on[forum.ItemInitiative.Get(it)] = true
	}
	var rows []pdf.TableRow
	for _, q := range forum.Queue(a.w, a.of) {
		if q.Initiative == nil || on[q.Initiative.ID] {
			continue
		}
		rows = append(rows, pdf.R(pdf.Rich(pdf.T(q.Subject), pdf.M("\n"+q.Initiative.Ref)), pdf.Txt(forum.ItemAsk.Show(a.w, q.Ask)), pdf.Txt(q.Why), pdf.Txt(report.Or(plan.DecideBy.Get(q.Initiative).String()))))
	}
	f.H2("Väntar på forumet och står inte på dagordningen")
	f.Table(pdf.Table{Size: 8.5, Dense: true, Rows: rows, Empty: "Inget mer väntar.", Summary: "Insatser som väntar på forumet",
		Cols: []pdf.Col{{Head: "Insats", Flex: 2, RowHead: true}, {Head: "För"}, {Head: "Varför", Flex: 1}, {Head: "Beslut senast"}}})
}

// left is what somebody was to do after earlier meetings.
func (a *agenda) left(f *pdf.Flow) {
	if a.of == nil {
		return
	}
	f.H2("Kvar från tidigare möten")
	f.Table(a.Steps(forum.Left(a.w, a.of, forum.MeetingOn.Get(a.m).AddDays(-1)), "Inget är kvar att göra från tidigare möten."))
}

// since is what has happened since the forum last met.
func (a *agenda) since(f *pdf.Flow) {
	f.H2("Sedan förra mötet")
	switch {
	case a.lately.Last == nil:
		f.P("Forumet har inget tidigare justerat möte att jämföra med.")
		return
	case a.lately.Unknown != "":
		f.P(a.lately.Unknown)
		return
	}
	f.Note(fmt.Sprintf("Jämfört med hur det stod %s, när %s justerades.", a.lately.On, a.lately.Last.Name()))
	if a.lately.Count() == 0 {
		f.P("Inget har ändrats.")
	}
	for _, g := range a.lately.Groups {
		f.H3(g.Title)
		var out [][]pdf.Run
		for _, n := range g.News {
			out = append(out, []pdf.Run{pdf.T(n.Name + ": "), pdf.B(report.Sentence(n.Said))})
		}
		f.RichList(false, out...)
	}
}

// papers are the short underlag.
func (a *agenda) papers(f *pdf.Flow) {
	for _, it := range a.briefed() {
		f.PageBreak()
		f.Anchor(anchor(it))
		a.Brief(f, a.w.Get(forum.ItemInitiative.Get(it)), forum.ItemRecommendation.Get(it))
	}
}
