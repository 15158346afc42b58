package guide

import (
	"slices"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/suggest"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// mostFacts is how many facts are told of a record.
const mostFacts = 10

// factsOf is what a record is: its name and unit, what it is for, and what the catalogue
// holds for worth knowing, those of the same group as what is asked first.
func factsOf(p *app.Portfolio, r *field.Record, q suggest.Question) fyne.CanvasObject {
	name := widgets.NewParagraph(p.Called(r), widgets.Strong)
	name.FontSize = 22
	rows := []fyne.CanvasObject{widgets.VStack(2, name, widgets.NewParagraph(field.Told(p, r), widgets.Muted))}
	if s := about(p, r, q); s != "" {
		t := widgets.NewParagraph(s, widgets.Normal)
		t.MaxLines = 4
		rows = append(rows, t)
	}
	var facts []fyne.CanvasObject
	for _, f := range worth(p, r, q) {
		facts = append(facts, fact(field.Column{Field: f}.Phrase(p), f.Read(p, r, 0)))
	}
	if s := before(p, r, q); s != "" {
		facts = append(facts, fact(texts.T("guide.before"), s))
	}
	if len(facts) > 0 {
		rows = append(rows, widgets.Hairline(), widgets.VStack(7, facts...))
	}
	return widgets.VStack(12, rows...)
}

// fact is a line: what, and how it is.
func fact(label, value string) fyne.CanvasObject {
	return widgets.HStack(10, widgets.MinSize(150, 0, widgets.NewText(label, widgets.Muted)), widgets.Grow(widgets.NewParagraph(value, widgets.Normal)))
}

// about is what the record says of itself, in sentences.
func about(p *app.Portfolio, r *field.Record, q suggest.Question) string {
	for _, f := range r.Kind.Fields() {
		if f.Multiline() && f.Required && !slices.Contains(q.Fields, f) {
			return f.Read(p, r, 0)
		}
	}
	return ""
}

// worth are the fields that tell most about a record for a question.
func worth(p *app.Portfolio, r *field.Record, q suggest.Question) []*field.Field {
	var near, far []*field.Field
	for _, f := range r.Kind.Fields() {
		switch {
		case f.Hidden || f.Multiline() || f == r.Kind.Title() || f == r.Kind.Home() || slices.Contains(q.Fields, f):
		case f.Read(p, r, 0) == "":
		case f.Group == q.First().Group && (f.Listed || f.Required || f.Points()):
			near = append(near, f)
		case f.Listed || f.Required || f.Vocabulary && f.Group == r.Kind.Title().Group:
			far = append(far, f)
		}
	}
	all := append(near, far...)
	return all[:min(len(all), mostFacts)]
}

// before are those who had the role.
func before(p *app.Portfolio, r *field.Record, q suggest.Question) string {
	hs, _ := r.Get(q.First()).([]field.Holding)
	said := ""
	for _, h := range hs {
		who := p.Get(h.Person)
		if who == nil || h.Active(p.Today()) && !who.Left(p.Today()) {
			continue
		}
		if said != "" {
			said += ", "
		}
		said += who.Name()
		if who.Left(p.Today()) {
			said += " (" + texts.T("record.left", who.Leaves()) + ")"
		}
	}
	return said
}
