package guide

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app/field"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// asking is what is shown of the record that is asked about.
type asking struct {
	p       *Page
	id      field.ID
	lacked  bool // it had no answer when it was shown
	choices *choices
	answers *input.Answers
	facts   *fyne.Container
	like    []*field.Record // the others that may get the same answer
	same    *widgets.Button
	preview *widgets.Text
	content fyne.CanvasObject
}

// named is how many of those that get the same answer are named.
const named = 5

func newAsking(p *Page, r *field.Record) *asking {
	q := p.run.q
	a := &asking{p: p, id: r.ID, lacked: q.Lacks(p.s.Portfolio(), r), like: p.run.like(p.s.Portfolio(), r)}
	a.choices = newChoices(p, r)
	f := q.First()
	a.answers = input.NewAnswers(a.choices.placeholder(), f.Multiline())
	a.answers.Digits = len(q.Fields) == 1 && a.choices.by.Searched()
	a.answers.Find, a.answers.OnTake, a.answers.OnMark = a.choices.find, a.take, a.marked
	a.answers.OnKey, a.answers.OnShortcut = a.key, a.shortcut
	a.same = widgets.NewButton("", func() { a.takeForAll() }).WithTip("", "Ctrl+Enter")
	a.preview = widgets.NewParagraph("", widgets.Muted)
	a.facts = container.NewStack(factsOf(p.s.Portfolio(), r, q))
	a.content = a.build(r)
	a.answers.Renew()
	return a
}

func (a *asking) build(r *field.Record) fyne.CanvasObject {
	p, q := a.p, a.p.run.q
	at, of := p.run.place()
	bar := widgets.NewBar(float64(at-1)/float64(max(of, 1)), widgets.Accent)
	question := widgets.NewHeading(q.Label(), 2)
	rows := []fyne.CanvasObject{question}
	if help := q.First().Help; help != "" {
		rows = append(rows, widgets.NewParagraph(help, widgets.Muted))
	}
	if !a.lacked {
		rows = append(rows, widgets.NewParagraph(texts.T("guide.has", q.Told(p.s.Portfolio(), r)), widgets.Normal))
	}
	rows = append(rows, a.answers)
	if len(a.like) > 0 {
		a.same.SetText(texts.N("guide.same", len(a.like), p.s.Portfolio().Label(r.Home())))
		a.preview.SetText(a.names())
		rows = append(rows, widgets.VStack(4, widgets.HStack(10, a.same, widgets.NewText("Ctrl+Enter", widgets.Muted), widgets.Spacer()), a.preview))
	}
	skip := widgets.NewButton(texts.T("guide.skip"), p.skip).WithKind(widgets.Quiet).WithTip("", "Tab")
	back := widgets.NewButton(texts.T("guide.previous"), p.previous).WithKind(widgets.Quiet).WithIcon("chevron-left").WithTip("", "Alt+←")
	if at <= 1 {
		back.Disable()
	}
	rows = append(rows, widgets.HStack(6, back, widgets.Spacer(), skip))
	left := widgets.NewFrame(widgets.Inset(18, 20, 18, 20, a.facts))
	right := widgets.NewFrame(widgets.Inset(18, 20, 14, 20, widgets.VStack(12, rows...)))
	head := []fyne.CanvasObject{bar}
	if p.note != "" {
		head = append(head, widgets.NewBanner(widgets.Info, p.note, "", nil))
	}
	keys := widgets.NewParagraph(a.keys(), widgets.Muted)
	keys.Align = fyne.TextAlignCenter
	body := widgets.VStack(16, append(head, container.New(&beside{gap: 16}, left, right), keys)...)
	return container.NewVScroll(container.New(&sheet{width: 1180, air: 22}, body))
}

// keys are said at the foot.
func (a *asking) keys() string {
	if a.answers.Digits {
		return texts.T("guide.keys.digits")
	}
	return texts.T("guide.keys")
}

// names are those that get the same answer.
func (a *asking) names() string {
	var out []string
	for _, r := range a.like[:min(named, len(a.like))] {
		out = append(out, r.Name())
	}
	s := strings.Join(out, ", ")
	if more := len(a.like) - named; more > 0 {
		s = texts.N("guide.more", more, s)
	}
	return s
}

// marked says whether the answer that is marked may be given to the others too.
func (a *asking) marked(m input.Answer, ok bool) {
	if ok = ok && m.ID != makeID; ok {
		a.same.Enable()
	} else {
		a.same.Disable()
	}
}

func (a *asking) take(m input.Answer) { a.give(m, nil) }

// takeForAll gives the marked answer to all that are alike.
func (a *asking) takeForAll() {
	if m, ok := a.answers.Marked(); ok && len(a.like) > 0 && m.ID != makeID {
		a.give(m, a.like)
	}
}

func (a *asking) give(m input.Answer, others []*field.Record) {
	if a.p.ask != a { // shown no more
		return
	}
	if m.ID == makeID {
		a.p.create(a.choices.by.Makes(), strings.TrimSpace(a.answers.Text()))
		return
	}
	values, err := a.choices.values(m.ID)
	if err != nil {
		a.refuse(err.Error())
		return
	}
	a.p.answer(values, others)
}

// refuse says why what is typed is no answer.
func (a *asking) refuse(why string) {
	a.choices.problem = why
	a.answers.Renew()
}

// renew shows the record as it is now, without disturbing what is typed.
func (a *asking) renew() {
	if r := a.p.s.Portfolio().Get(a.id); r != nil {
		a.facts.Objects = []fyne.CanvasObject{factsOf(a.p.s.Portfolio(), r, a.p.run.q)}
		a.facts.Refresh()
	}
}

func (a *asking) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyTab:
		if widgets.Modifiers()&fyne.KeyModifierShift != 0 {
			a.p.previous()
		} else {
			a.p.skip()
		}
	case fyne.KeyEscape:
		if a.answers.Text() == "" {
			return false
		}
		a.answers.Clear()
	default:
		return false
	}
	return true
}

func (a *asking) shortcut(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	switch {
	case !ok:
		return false
	case c.Modifier == fyne.KeyModifierAlt && c.KeyName == fyne.KeyLeft:
		a.p.previous()
	case c.Modifier == fyne.KeyModifierControl && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter):
		a.takeForAll()
	default:
		return false
	}
	return true
}

// choices are the answers that are offered for a record: what is suggested, until
// something is typed.
type choices struct {
	p       *Page
	r       *field.Record
	by      *record.Answering
	offered map[string][]field.Value // by the ID of the answer
	problem string                   // why the latest wasn't taken
}
