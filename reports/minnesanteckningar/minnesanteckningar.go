// Package minnesanteckningar is what a forum's meeting came to, to be signed.
package minnesanteckningar

import (
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/plan"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

const approver = "justerare"

// Report is the minutes.
var Report = report.Report{Info: report.Info{
	Name: "minnesanteckningar", Title: "Minnesanteckningar", Also: []string{"protokoll", "mötesanteckningar", "anteckningar"}, For: "Forumet", Group: app.ReportsForForums,
	Description: "Vad mötet kom fram till: närvaro, ärendena med råd, beslut och anteckningar, nästa steg med vem och när, och rader att skriva under på.",
	Settings: report.WithOf(forum.MeetingKind,
		report.Setting{Key: approver, Label: "Justerare", Help: "Tomt: en rad att skriva under på, utan namn. Flera skrivs med komma emellan."}, report.Public),
}, Write: write}

// minutes are the minutes being written.
type minutes struct {
	*report.Job
	w     report.World
	m, of *field.Record // the meeting, and its forum: nil where it says none
}

func write(j *report.Job) (*pdf.Doc, error) {
	n := &minutes{Job: j, w: j.All, m: j.Of, of: j.All.Get(forum.MeetingOf.Get(j.Of))}
	doc := j.Doc("Minnesanteckningar: "+n.m.Name(), false)
	doc.Head(j.Over(), j.Title(n.m.Name()), j.MeetingLine("Minnesanteckningar", n.m))
	f := doc.Flow
	n.front(f)
	n.present(f)
	n.outcomes(f)
	n.items(f)
	f.H2("Nästa steg")
	f.Table(n.Steps(n.w.Pointing(forum.NextOf.Field, n.m.ID), "Inget nästa steg är nedskrivet."))
	if s := forum.MeetNotes.Get(n.m); s != "" {
		f.H2("Övrigt")
		f.P(s)
	}
	n.end(f)
	j.SealNote(f)
	return doc, nil
}

// held says that a meeting has been.
func held(m *field.Record) bool {
	return forum.State.Get(m) == forum.Held || forum.State.Get(m) == forum.Closed
}

// front says what state the minutes are in, and where and when the meeting was.
func (n *minutes) front(f *pdf.Flow) {
	switch state := forum.State.Get(n.m); {
	case state == forum.Canceled:
		f.Box("Mötet är inställt", pdf.Warn, func(f *pdf.Flow) { f.P("Det finns inget att anteckna.") })
	case !held(n.m):
		f.Box("Mötet är inte hållet", pdf.Warn, func(f *pdf.Flow) {
			f.P("Det här är dagordningen med plats för det som sägs. Utfallen skrivs när mötet är hållet.")
		})
	case state == forum.Held:
		f.Note("Mötet är hållet men inte justerat. Råden och besluten gäller när det är justerat.")
	}
	facts := n.FactsOf(n.m, forum.MeetingOn.Field, forum.MeetingTime.Field, forum.MeetingAt.Field, forum.Chair.Field, forum.Keeper.Field, forum.State.Field, forum.ClosedOn.Field, forum.Minutes.Field)
	report.Facts(f, "Uppgifter om mötet", facts...)
}

// present are those who were there, and the members that weren't.
func (n *minutes) present(f *pdf.Flow) {
	if !n.Tells(forum.Present.Field) {
		return
	}
	f.H2("Närvaro")
	there := forum.Attendants(n.m)
	if len(there) == 0 && held(n.m) {
		f.P("Ingen närvaro är nedskriven.")
		return
	}
	var seats []forum.Seat
	if n.of != nil {
		seats = forum.Seats(n.w, n.of.ID)
	}
	if len(there) == 0 {
		n.roll(f, seats)
		return
	}
	names := map[string][]string{}
	seen := map[string]bool{}
	for _, s := range seats {
		name := n.w.Label(s.Person)
		at := attends(there, name)
		switch seen[at] = true; {
		case at == "":
			names["Frånvarande"] = append(names["Frånvarande"], name)
		case s.CoOpted:
			names["Adjungerade"] = append(names["Adjungerade"], name)
		default:
			names["Närvarande"] = append(names["Närvarande"], name)
		}
	}
	for _, name := range there {
		if !seen[name] {
			names["Närvarande också"] = append(names["Närvarande också"], name)
		}
	}
	var facts []report.Fact
	for _, as := range []string{"Närvarande", "Adjungerade", "Närvarande också", "Frånvarande"} {
		facts = append(facts, report.Fact{Label: as, Said: strings.Join(names[as], ", ")})
	}
	report.Facts(f, "Närvarande, frånvarande och adjungerade", facts...)
	if len(seats) > 0 {
		f.Note("Ledamöterna är de som satt i forumet " + n.w.Today().String() + ". Frånvarande är de av dem som inte står som närvarande.")
	}
}

// roll is the members with boxes to tick.
func (n *minutes) roll(f *pdf.Flow, seats []forum.Seat) {
	var rows []pdf.Check
	for _, s := range seats {
		as := ""
		if s.CoOpted {
			as = " (adjungerad)"
		}
		rows = append(rows, pdf.Check{Text: []pdf.Run{pdf.T(n.w.Label(s.Person)), pdf.M(as)}})
	}
	if len(rows) == 0 {
		f.P("Forumet har inga ledamöter inlagda.")
		return
	}
	half := (len(rows) + 1) / 2
	f.Columns(func(f *pdf.Flow) { f.Checks(rows[:half]...) }, func(f *pdf.Flow) { f.Checks(rows[half:]...) })
}

// attends finds a person among those that were there, as it is written; "" for none.
func attends(there []string, name string) string {
	for _, s := range there {
		if forum.Named(s, name) {
			return s
		}
	}
	return ""
}

// outcomes are what the meeting came to, in a list that can stand alone.
func (n *minutes) outcomes(f *pdf.Flow) {
	f.H2("Råd och beslut i korthet")
	t := pdf.Table{Size: 8.5, Dense: true, Empty: "Inga ärenden står på dagordningen.", Summary: "Ärendena med utfall",
		Cols: []pdf.Col{{Head: "§"}, {Head: "Ärende", Flex: 1, RowHead: true}, {Head: "Vad", MaxWidth: 80}, {Head: "Utfall"}}}
	for i, it := range forum.Items(n.w, n.m.ID) {
		outcome := pdf.Dim("inte sagt")
		if forum.ItemOutcome.Get(it) != "" {
			outcome = report.Outcome(n.w, forum.ItemOutcome.Field, it)
		} else if forum.ItemAsk.Get(it) == forum.Information {
			outcome = pdf.Dim(report.None)
		}
		t.Rows = append(t.Rows, pdf.R(pdf.Txt(report.Number(it, i+1)), pdf.Txt(it.Name()), pdf.Txt(n.sort(it)), outcome))
	}
	f.Table(t)
}

// sort tells advice from a decision.
func (n *minutes) sort(it *field.Record) string {
	if forum.ItemAsk.Get(it) == forum.Information {
		return forum.ItemAsk.Show(n.w, forum.Information)
	}
	if s := forum.OutcomeHead(n.w, it); s == "Beslut" {
		return s
	}
	return "Råd"
}

// items are the items one by one, with what was said.
func (n *minutes) items(f *pdf.Flow) {
	paper := forum.PaperOf(n.w, n.m, forum.Lately{})
	for _, s := range paper.Sections {
		if s.Item == nil {
			continue
		}
		it := s.Item
		f.H2(s.Title)
		heads := []string{plan.Phase.Label, plan.Class.Label, forum.ItemRecommendation.Label, forum.OutcomeHead(n.w, it), forum.ItemOutcome.Label, forum.ItemNote.Label}
		report.Facts(f, "Uppgifter om ärendet", report.FactsIn(s, heads...)...)
		if r := forum.ItemRecommendation.Get(it); r != "" {
			f.H3("Rekommendation")
			f.P(r)
		}
		if forum.ItemAsk.Get(it) != forum.Information {
			n.outcome(f, it)
		}
		if s := forum.ItemNote.Get(it); s != "" {
			f.H3("Anteckning")
			f.P(s)
		}
	}
}

// outcome is what was said of an item, with where the insats goes.
func (n *minutes) outcome(f *pdf.Flow, it *field.Record) {
	f.Box(n.sort(it), pdf.None, func(f *pdf.Flow) {
		key := forum.ItemOutcome.Get(it)
		if key == "" {
			f.P(map[bool]string{true: "Inget utfall är nedskrivet.", false: "Skrivs när mötet är hållet."}[held(n.m)])
			return
		}
		said := []pdf.Run{pdf.B(report.Sentence(forum.ItemOutcome.Show(n.w, key)))}
		if s := forum.ItemParagraph.Get(it); s != "" {
			said = append(said, pdf.T(" "+s))
		}
		f.Text(said...)
		r := n.w.Get(forum.ItemInitiative.Get(it))
		switch {
		case r == nil:
		case forum.ItemStays.Get(it):
			f.Note("Insatsen stannar i sin fas.")
		case forum.State.Get(n.m) == forum.Closed:
			f.Note("Insatsen är nu i fasen " + plan.Phase.Show(n.w, plan.Phase.Get(r)) + ".")
		default:
			if to := forum.Led(n.w, it, key); to != "" {
				f.Note("När mötet justeras går insatsen till fasen " + to + ".")
			}
		}
	})
}

// end is the next meeting, where one is known, and the lines to sign on.
func (n *minutes) end(f *pdf.Flow) {
	f.H2("Nästa möte")
	if on := forum.After(n.w, n.m); on.IsZero() {
		f.P("Ingen dag för nästa möte är bestämd.")
	} else {
		f.P(report.Day(on) + ".")
	}
	f.H2("Underskrifter")
	who := []pdf.Signature{{Role: "Sekreterare", Name: n.w.Label(forum.Keeper.Get(n.m))}}
	names := strings.Split(n.Sets[approver], ",")
	for _, name := range names {
		who = append(who, pdf.Signature{Role: "Justerare", Name: strings.TrimSpace(name)})
	}
	f.Signatures(who...)
}
