package meeting

import (
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// facts are those of an item's insats that a forum asks for; of one without, what is left from
// earlier meetings.
func (p *Page) facts(it *field.Record) []fyne.CanvasObject {
	w := p.s.Portfolio()
	r := w.Get(forum.ItemInitiative.Get(it))
	if r == nil {
		return p.left(it)
	}
	var cells []fyne.CanvasObject
	add := func(label, said string) {
		if said != "" {
			value := widgets.NewParagraph(said, widgets.Normal)
			value.FontSize = 15
			cells = append(cells, widgets.VStack(1, widgets.NewText(label, widgets.Muted), value))
		}
	}
	read := func(f *field.Field) string { return f.Read(w, r, 0) }
	class := read(plan.Class.Field)
	if class == "" {
		class = texts.T("meeting.unclassed")
	}
	add(plan.Phase.Label, read(plan.Phase.Field))
	add(plan.Class.Label, class)
	cost := texts.T("meeting.uncosted")
	if sum, known := plan.Cost(w, r); known {
		cost = sum.Short()
	}
	add(texts.T("meeting.cost"), cost)
	add(texts.T("meeting.times"), strings.Trim(read(plan.Start.Field)+" – "+read(plan.End.Field), " –"))
	add(plan.Unit.Label, read(plan.Unit.Field))
	add(plan.Client.Label, read(plan.Client.Field))
	add(plan.Manager.Label, read(plan.Manager.Field))
	add(plan.InShort.Label, read(plan.InShort.Field))
	add(plan.Special.Label, read(plan.Special.Field))
	rows := []fyne.CanvasObject{widgets.Columns(14, 150, cells...)}
	wide := func(label, said string) {
		if said != "" {
			rows = append(rows, widgets.VStack(1, widgets.NewText(label, widgets.Muted), widgets.NewParagraph(said, widgets.Normal)))
		}
	}
	wide(texts.T("meeting.why"), read(plan.ClassByList.Field))
	wide(plan.Systems.Label, strings.Join(p.systems(r), ", "))
	wide(plan.Proposed.Label, read(plan.Proposed.Field))
	wide(plan.BenefitNote.Label, read(plan.BenefitNote.Field))
	wide(plan.Description.Label, read(plan.Description.Field))
	return []fyne.CanvasObject{widgets.VStack(10, rows...)}
}

// systems are those that an insats concerns, with who owns each.
func (p *Page) systems(r *field.Record) (out []string) {
	w := p.s.Portfolio()
	for _, id := range plan.Systems.Get(r) {
		sys := w.Get(id)
		if sys == nil {
			continue
		}
		owner := system.SystemOwner.Read(w, sys, 0)
		if owner == "" {
			owner = w.Label(system.OwnerUnit.Get(sys))
		}
		if owner == "" {
			owner = texts.T("meeting.ownerless")
		}
		out = append(out, sys.Name()+" ("+owner+")")
	}
	return out
}

// left are the next steps that aren't done, where an item takes up what is left.
func (p *Page) left(it *field.Record) []fyne.CanvasObject {
	f, m := p.forum(), p.meeting()
	if f == nil || !forum.TakesUpLeft(it) {
		return nil
	}
	steps := forum.Left(p.s.Portfolio(), f, forum.MeetingOn.Get(m).AddDays(-1))
	if len(steps) == 0 {
		return []fyne.CanvasObject{widgets.NewParagraph(texts.T("meeting.left.none"), widgets.Muted)}
	}
	return []fyne.CanvasObject{p.stepList(steps)}
}
