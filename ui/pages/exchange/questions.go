package exchange

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// questionsShown is how many questions are built at a time.
const questionsShown = 40

// questionView asks what isn't guessed in silence. A question stays where it
// is when it is answered, so that the keyboard stays there too.
type questionView struct {
	in      *importer
	ids     []string
	asked   []*asked
	most    int
	rows    *fyne.Container
	content *container.Scroll
}

// asked is one question with its answer.
type asked struct {
	answer *input.Select
	effect *widgets.Text
}

func newAsked(in *importer, q ask.Question) *asked {
	options := make([]widgets.Option, len(q.Options))
	for i, o := range q.Options {
		options[i] = widgets.Option{ID: o.Key, Label: o.Label}
	}
	a := &asked{effect: widgets.NewParagraph("", widgets.Muted)}
	a.answer = input.NewSelect(options, q.Answer, func(key string) error {
		in.answer(q.ID, key)
		return nil
	})
	a.answer.Clearable = true
	a.answer.Placeholder = texts.T("exchange.questions.choose")
	return a
}

func newQuestionView(in *importer) *questionView {
	v := &questionView{in: in, rows: widgets.VStack(12), most: questionsShown}
	v.content = container.NewVScroll(widgets.Inset(14, 18, 18, 18, widgets.MaxWidth(820, v.rows)))
	return v
}

func (v *questionView) refresh() {
	questions := v.in.res.Questions
	shown := questions[:min(len(questions), v.most)]
	ids := make([]string, len(shown))
	for i, q := range shown {
		ids[i] = q.ID
	}
	if !slices.Equal(ids, v.ids) {
		v.build(ids, shown, len(questions))
	}
	for i, q := range shown {
		v.asked[i].show(q)
	}
	v.content.Refresh()
}

func (v *questionView) build(ids []string, shown []ask.Question, total int) {
	v.ids, v.asked = ids, nil
	rows := []fyne.CanvasObject{widgets.NewParagraph(texts.T("exchange.questions.text"), widgets.Muted)}
	for _, q := range shown {
		a := newAsked(v.in, q)
		v.asked = append(v.asked, a)
		title := wrapped(q.Text, 3)
		card := widgets.VStack(6, title)
		if len(q.Rows) > 0 {
			card.Add(widgets.NewText(rowsNamed(q.Rows), widgets.Muted))
		}
		if intake.AboutGone(q) {
			card.Add(widgets.HStack(0, widgets.NewButton(texts.T("exchange.gone.show"), v.in.preview.showGone)))
		}
		card.Add(a.answer)
		card.Add(a.effect)
		rows = append(rows, widgets.NewCard("", "", card))
	}
	if total > len(shown) {
		rows = append(rows, widgets.HStack(0, widgets.NewButton(texts.N("exchange.questions.more", total-len(shown)), func() {
			v.most += questionsShown
			v.refresh()
		})))
	}
	v.rows.Objects = rows
	v.rows.Refresh()
}

// mostRows is how many rows are named.
const mostRows = 8

// rowsNamed names the first of some rows, and counts the rest.
func rowsNamed(rows []int) string { return texts.T("exchange.questions.row", firstOf(rows, mostRows)) }

// firstOf gives the first of some rows, and counts the rest.
func firstOf(rows []int, most int) string {
	var named []string
	for _, n := range rows[:min(len(rows), most)] {
		named = append(named, strconv.Itoa(n))
	}
	s := strings.Join(named, ", ")
	if more := len(rows) - len(named); more > 0 {
		s += " " + texts.N("exchange.mapping.more", more)
	}
	return s
}

// show says what follows from the question as it is answered now.
func (a *asked) show(q ask.Question) {
	a.answer.SetValue(q.Answer)
	if q.Answer != "" {
		a.effect.Set(texts.T("exchange.questions.answered"), widgets.Good)
		return
	}
	a.effect.Set(strings.TrimSpace(texts.T("exchange.questions.effect", q.Effect)), widgets.Muted)
}

// answer takes down what the user has answered, "" for nothing, and plans with it.
func (in *importer) answer(id, key string) {
	in.set(func(o *intake.Options) {
		if o.Answers == nil {
			o.Answers = map[string]string{}
		}
		if key == "" {
			delete(o.Answers, id)
		} else {
			o.Answers[id] = key
		}
	})
}
