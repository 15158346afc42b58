package forum

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// Line is something that an agenda or minutes say: of what, and what.
type Line struct {
	Head, Said string
}

// Section is a part of an agenda or of minutes.
type Section struct {
	Title string
	Lines []Line
	Item  *field.Record // the item that it is of; nil for the other parts
}

// Paper is the agenda of a meeting or, once it is held, its minutes.
type Paper struct {
	Title    string
	Sections []Section
}

// PaperOf writes the agenda or the minutes of a meeting; lately is what has changed since the
// last one.
func PaperOf(w field.World, m *field.Record, lately Lately) Paper {
	f := w.Get(MeetingOf.Get(m))
	held := State.Get(m) == Held || State.Get(m) == Closed
	what := "Dagordning"
	if held {
		what = "Minnesanteckningar"
	}
	out := Paper{Title: what + ": " + m.Name()}
	top := Section{}
	for _, c := range []*field.Field{MeetingOf.Field, MeetingOn.Field, MeetingTime.Field, MeetingAt.Field, Chair.Field, Keeper.Field, Present.Field, State.Field, ClosedOn.Field} {
		top.add(c.Label, whole(w, m, c))
	}
	if !held && f != nil {
		top.add("Kallade", Today.Read(w, f, 0))
	}
	out.Sections = append(out.Sections, top)
	for i, it := range Items(w, m.ID) {
		out.Sections = append(out.Sections, itemSection(w, f, m, it, i+1))
	}
	out.Sections = append(out.Sections, nextSection(w, m), latelySection(lately))
	if notes := MeetNotes.Get(m); notes != "" {
		out.Sections = append(out.Sections, Section{Title: "Anteckningar", Lines: []Line{{"", notes}}})
	}
	return out
}

// add writes a line, of what is known.
func (s *Section) add(head, said string) {
	if said != "" && said != nothing {
		s.Lines = append(s.Lines, Line{head, said})
	}
}

// nothing stands where there is no value.
const nothing = "–"

func shown(w field.World, r *field.Record, f *field.Field) string {
	return cmp.Or(text.Shorten(f.Read(w, r, 0), 200), nothing)
}

// whole is what a field says, nothing of it cut away.
func whole(w field.World, r *field.Record, f *field.Field) string {
	return f.Read(w, r, 0)
}

func itemSection(w field.World, f, m, it *field.Record, n int) Section {
	s := Section{Title: strings.TrimSpace(cmp.Or(ItemParagraph.Get(it), fmt.Sprintf("%d.", n)) + " " + it.Name()), Item: it}
	if r := w.Get(ItemInitiative.Get(it)); r != nil {
		s.add("Insats", strings.TrimSpace(r.Ref+" "+r.Name()))
		s.add(plan.Unit.Label, w.Label(plan.Unit.Get(r)))
		s.add(plan.Phase.Label, whole(w, r, plan.Phase.Field))
		if c := plan.Class.Get(r); c != "" {
			s.add(plan.Class.Label, whole(w, r, plan.Class.Field))
		}
	}
	for _, c := range []*field.Field{ItemAsk.Field, ItemWhy.Field, ItemPresenter.Field} {
		s.add(c.Label, whole(w, it, c))
	}
	for _, q := range governance.Of(w).Assessment {
		if a := governance.AnswerTo(w, ItemInitiative.Get(it), q); ItemInitiative.Get(it) != "" && a != nil && ItemAsk.Get(it) != Information {
			s.add(q.Label, strings.TrimSpace(governance.AnswerValue.Show(w, governance.AnswerValue.Get(a))+" "+governance.AnswerNote.Get(a)))
		}
	}
	if ItemAsk.Get(it) != Information {
		s.add(ItemAssessment.Label, whole(w, it, ItemAssessment.Field))
	}
	s.add(ItemRecommendation.Label, ItemRecommendation.Get(it))
	s.add(outcomeHead(w, f, it), whole(w, it, ItemOutcome.Field))
	s.add(ItemNote.Label, ItemNote.Get(it))
	if TakesUpLeft(it) && f != nil {
		for _, x := range Left(w, f, MeetingOn.Get(m).AddDays(-1)) {
			s.add(nextHead(w, x), nextSaid(w, x))
		}
	}
	return s
}

// outcomeHead tells a decision from advice.
func outcomeHead(w field.World, f, it *field.Record) string {
	switch {
	case ItemAsk.Get(it) == Information:
		return ItemOutcome.Label
	case ItemAsk.Get(it) == Decision && f != nil && !Advising(w, f):
		return "Beslut"
	}
	return "Yttrande"
}

func nextSection(w field.World, m *field.Record) Section {
	s := Section{Title: "Nästa steg"}
	for _, x := range w.Pointing(NextOf.Field, m.ID) {
		s.add(nextHead(w, x), nextSaid(w, x))
	}
	return s
}

func nextHead(w field.World, x *field.Record) string {
	return cmp.Or(w.Label(NextWho.Get(x)), "Ingen")
}

func nextSaid(w field.World, x *field.Record) string {
	out := x.Name()
	if by := NextBy.Get(x); !by.IsZero() {
		out += ", senast " + by.String()
	}
	if done := NextDone.Get(x); !done.IsZero() {
		out += " (klart " + done.String() + ")"
	}
	return out
}

func latelySection(lately Lately) Section {
	s := Section{Title: "Sedan förra mötet"}
	s.add("", lately.Unknown)
	for _, g := range lately.Groups {
		for _, n := range g.News {
			s.add(n.Name, g.Title+": "+n.Said)
		}
	}
	return s
}

// Markdown is the paper as text with headings.
func (p Paper) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", p.Title)
	for _, s := range p.Sections {
		if len(s.Lines) == 0 && s.Title != "" && !strings.HasPrefix(s.Title, "§") {
			continue
		}
		if s.Title != "" {
			fmt.Fprintf(&b, "\n## %s\n", s.Title)
		}
		b.WriteString("\n")
		for _, l := range s.Lines {
			if l.Head == "" {
				fmt.Fprintf(&b, "%s\n", l.Said)
			} else {
				fmt.Fprintf(&b, "- **%s:** %s\n", l.Head, strings.ReplaceAll(l.Said, "\n", " "))
			}
		}
	}
	return b.String()
}

// Write writes it as Markdown.
func (p Paper) Write(w io.Writer) error {
	_, err := io.WriteString(w, p.Markdown())
	return err
}
