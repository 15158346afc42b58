package report

import (
	"slices"

	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/plan"
	"itportfoljen/reports/pdf"
)

// Lately is what has happened to what a meeting's forum is about since it last met.
func (j *Job) Lately(m *field.Record) (forum.Lately, error) {
	f := j.All.Get(forum.MeetingOf.Get(m))
	if f == nil {
		return forum.Lately{}, nil
	}
	return forum.SinceLast(j.All, f, m, func(last *field.Record) (field.World, error) {
		return j.whenClosed(last)
	})
}

// MeetingLine is the line under the title of a meeting's papers: what they are, and of which
// forum and day.
func (j *Job) MeetingLine(what string, m *field.Record) string {
	day := ""
	if on := forum.MeetingOn.Get(m); !on.IsZero() {
		day = Day(on)
	}
	return Joined(" · ", what, j.Version(), Clip(j.All.Label(forum.MeetingOf.Get(m)), MostHead), day, Clip(forum.MeetingTime.Get(m), MostHead), Clip(forum.MeetingAt.Get(m), MostHead))
}

// FactsIn are the lines of a part of a meeting's papers, but for those under some heads.
func FactsIn(s forum.Section, but ...string) (out []Fact) {
	for _, l := range s.Lines {
		if !slices.Contains(but, l.Head) {
			out = append(out, Fact{l.Head, l.Said})
		}
	}
	return out
}

// Steps is a table of what somebody is to do. What should have been done by the day of the
// report is told so.
func (j *Job) Steps(steps []*field.Record, empty string) pdf.Table {
	w := j.All
	t := pdf.Table{Size: 8.5, Dense: true, Empty: empty, Summary: "Nästa steg med vem och senast när",
		Cols: []pdf.Col{{Head: "Nästa steg", Flex: 3, RowHead: true}, {Head: "Gäller", Flex: 2}, {Head: "Vem", MaxWidth: 110}, {Head: "Senast"}, {Head: "Klart"}}}
	for _, x := range steps {
		by, done := forum.NextBy.Get(x), forum.NextDone.Get(x)
		when := pdf.Txt(Or(by.String()))
		if done.IsZero() && !by.IsZero() && by < j.Date {
			when = pdf.Alarm(by.String() + ", sen")
		}
		said := []pdf.Run{pdf.T(x.Name())}
		if note := forum.NextNote.Get(x); note != "" {
			said = append(said, pdf.M("\n"+note))
		}
		about := w.Label(forum.NextInitiative.Get(x))
		if of := w.Get(forum.NextOf.Get(x)); about == "" && of != nil && plan.Is(of) {
			about = of.Name()
		}
		who := pdf.Txt(w.Label(forum.NextWho.Get(x)))
		if forum.NextWho.Get(x) == "" {
			who = pdf.Alarm("ingen")
		}
		t.Rows = append(t.Rows, pdf.R(pdf.Rich(said...), pdf.Txt(Or(about)), who, when, pdf.Txt(Or(done.String()))))
	}
	return t
}

// Number is what an item of an agenda is counted as: its §, else its place.
func Number(it *field.Record, place int) string {
	if s := forum.ItemParagraph.Get(it); s != "" {
		return s
	}
	return Count(place)
}
