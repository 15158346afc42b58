// Package guide is the guided run: what records lack is asked about one record at a time,
// with suggestions. It knows no kind; what there is to ask the catalogue says.
package guide

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/suggest"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// Page is the run.
type Page struct {
	s     *shell.Shell
	body  *fyne.Container
	run   *run
	index *suggest.Index
	ask   *asking // what is shown of the record at hand; nil: the summary is
	given given
	leave *widgets.Button // of the summary
	note  string          // what became of the one before, if it wasn't answered here
}

// given is an answer to several that is on its way to the disk.
type given struct {
	first field.ID
	told  string
}

// New makes the page.
func New(s *shell.Shell) shell.Page { return &Page{s: s, body: container.NewStack()} }

// Spec tells the window about the page. The fields that say what filling them in is
// called are offered where actions are.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: "guide", Help: "utse-ägare-ett-system-i-taget", Title: texts.T("shell.page.guide"), Icon: "clipboard-list", New: New, Aside: true, Actions: func(s *shell.Shell) (out []*shell.Action) {
		for _, k := range app.Kinds {
			for _, f := range k.Fields() {
				if f.Guided != "" {
					out = append(out, &shell.Action{ID: "guide." + k.Name + "." + f.Key, Icon: k.Icon, Enabled: s.Writable,
						Label: func() string { return texts.T("guide.action", f.Guided) }, Run: func() { s.FillIn(f, nil) }})
				}
			}
		}
		return out
	}}
}

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.body }

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	h := shell.Header{Title: texts.T("shell.page.guide")}
	if p.run == nil {
		return h
	}
	h.Title = p.run.q.Name()
	if at, of := p.run.place(); p.run.now() != nil {
		h.Subtitle = texts.T("guide.place", text.Count(at), text.Plural(of, p.run.q.Kind.One, p.run.q.Kind.Many))
	}
	return h
}

// Shown begins a run, or takes up the one there is.
func (p *Page) Shown(arg any) {
	if a, ok := arg.(shell.Fill); ok {
		p.begin(suggest.Of(a.Field), a.IDs)
		return
	}
	p.refresh()
}

func (p *Page) begin(q suggest.Question, ids []field.ID) {
	p.run, p.index, p.ask, p.note = newRun(p.s.Portfolio(), q, ids), nil, nil, ""
	p.learn(p.show)
	if p.index == nil {
		p.show() // the suggestions come when they are ready
	}
}

// learn makes the index of the portfolio as it is now, away from the screen.
func (p *Page) learn(then func()) {
	w, q := p.s.Portfolio(), p.run.q
	async.Run(p.s.Runner, "guide.index", func(ctx context.Context) (*suggest.Index, error) {
		return suggest.New(ctx, w, q), nil
	}, func(x *suggest.Index, _ error) {
		if x == nil || p.run == nil {
			return
		}
		p.index = x
		then()
	})
}

// refresh takes up the run after something may have changed.
func (p *Page) refresh() {
	if p.run == nil {
		return
	}
	p.look(nil)
	p.show()
	p.learn(func() {})
}

// show shows the record at hand, or how it went.
func (p *Page) show() {
	it := p.run.now()
	if it == nil {
		p.ask = nil
		p.body.Objects = []fyne.CanvasObject{p.summary()}
	} else {
		p.ask = newAsking(p, p.s.Portfolio().Get(it.id))
		p.body.Objects = []fyne.CanvasObject{p.ask.content}
	}
	p.body.Refresh()
	p.s.RefreshHeader()
	p.focus()
}

// focus gives the keyboard to the answers or, in the summary, to what leaves it.
func (p *Page) focus() {
	switch c := p.s.Window.Canvas(); {
	case p.s.Current() != "guide":
	case p.ask != nil:
		c.Focus(p.ask.answers.Target())
	default:
		c.Focus(p.leave)
	}
}

// Changed takes in a change: of the run's own, what was taken back, and what others did.
func (p *Page) Changed(e app.Event) {
	if p.run == nil {
		return
	}
	if p.given.told != "" && e.Records[p.given.first] && e.Entry.Number != 0 {
		p.s.ToastUndo(p.given.told, e.Entry)
		p.given = given{}
	}
	at := p.run.now()
	back := p.look(&e)
	switch {
	case back != nil: // it was taken back: answer it anew
		p.run.goTo(back)
		p.note = texts.T("guide.takenback", p.s.Portfolio().Called(p.s.Portfolio().Get(back.id)))
		p.show()
	case at == nil:
		p.show()
	case at.state == gone || at.state == elsewhere && p.ask.lacked:
		p.note = p.becameOf(at)
		p.run.next()
		p.show()
	case e.Records[at.id]:
		p.ask.renew()
		p.focus()
	default:
		p.focus()
	}
	if e.Entry.Number != 0 {
		p.learn(func() {})
	}
}

// look compares the run with the portfolio; e, which may be nil, is what was just done.
// It gives the record whose answer was taken back, if one was.
func (p *Page) look(e *app.Event) (back *item) {
	w := p.s.Portfolio()
	for _, it := range p.run.items {
		if e != nil && !e.Records[it.id] {
			continue
		}
		r := w.Get(it.id)
		if r == nil {
			it.state = gone
			continue
		}
		lacks := p.run.q.Lacks(w, r)
		_, _, unsaved := p.s.Unsaved(it.id, field.Column{Field: p.run.q.First()})
		switch {
		case it.state == gone:
			it.state = waiting
		case lacks && !unsaved && (it.state == answered && it.why == "" || it.state == elsewhere):
			if e == nil || e.Entry.Number != 0 || it.state == elsewhere {
				it.state, it.answer, it.entry = waiting, "", 0
				if back == nil && e != nil && e.Entry.Undoes != 0 {
					back = it
				}
			}
		case !lacks && (it.state == waiting || it.state == skipped):
			it.state, it.answer = elsewhere, p.run.q.Told(w, r)
		case !lacks && it.state == answered:
			if it.answer = p.run.q.Told(w, r); e != nil && e.Entry.Undoes == 0 && it.entry == 0 {
				it.entry = e.Entry.Number
			}
		}
	}
	return back
}

// becameOf says why a record is asked about no more.
func (p *Page) becameOf(it *item) string {
	if r := p.s.Portfolio().Get(it.id); r != nil {
		return texts.T("guide.elsewhere", p.s.Portfolio().Called(r), it.answer)
	}
	return texts.T("guide.gone")
}

// answer gives the record at hand, and the others too, an answer, and goes on: the disk
// is waited for by nobody.
func (p *Page) answer(values []field.Value, others []*field.Record) {
	w, it, q, fresh := p.s.Portfolio(), p.run.now(), p.run.q, p.ask.lacked
	said := q.Text(w, values)
	ids := []field.ID{it.id}
	for _, r := range others {
		ids = append(ids, r.ID)
	}
	with := ""
	if len(others) > 0 {
		with = texts.N("guide.with", len(others))
	}
	items := p.mark(ids, said)
	if len(others) > 0 {
		p.given = given{it.id, texts.T("guide.given", said, text.Plural(len(ids), q.Kind.One, q.Kind.Many))}
	}
	p.run.next()
	p.note = ""
	p.s.SaveWith(it.id, field.Column{Field: q.First()}, values[0], with, func(ctx context.Context, to *app.Portfolio) (app.Entry, error) {
		return to.Do(ctx, func(tx *field.Tx) (string, error) { return q.Give(tx, ids, values, fresh) })
	}, p.heard(items))
	p.show()
}

// mark says that records have been answered.
func (p *Page) mark(ids []field.ID, said string) []*item {
	var out []*item
	for _, it := range p.run.items {
		if slices.Contains(ids, it.id) {
			it.state, it.answer, it.why, it.entry = answered, said, "", 0
			out = append(out, it)
		}
	}
	return out
}

// heard takes in what the disk says to an answer.
func (p *Page) heard(items []*item) func(why string) {
	return func(why string) {
		for _, it := range items {
			it.why = why
		}
		if p.run != nil && p.run.now() == nil && p.s.Current() == "guide" {
			p.show()
		}
	}
}

// create gives the record at hand a new record of that name.
func (p *Page) create(k *field.Kind, name string) {
	w, it, f := p.s.Portfolio(), p.run.now(), p.run.q.First()
	r := w.Get(it.id)
	if r == nil {
		return
	}
	if _, err := w.Parse(nil, k.Title(), name); err != nil {
		p.ask.refuse(err.Error())
		return
	}
	made := w.NewID()
	v, column := suggest.Pointing(w, f, r, made), field.Column{Field: f}
	items := p.mark([]field.ID{it.id}, name)
	p.run.next()
	p.note = ""
	p.s.SaveWith(it.id, column, v, texts.T("record.made", k.One, name), func(ctx context.Context, to *app.Portfolio) (app.Entry, error) {
		return to.SetNew(ctx, []app.Named{{Kind: k, ID: made, Name: name}}, it.id, column, v)
	}, p.heard(items))
	p.show()
}

// skip leaves the record at hand for later.
func (p *Page) skip() {
	if it := p.run.now(); it.state == waiting {
		it.state = skipped
	}
	p.note = ""
	p.run.next()
	p.show()
}

// previous goes to the record before.
func (p *Page) previous() {
	if p.run.back() {
		p.note = ""
		if it := p.run.now(); it.state == skipped {
			it.state = waiting
		}
		p.show()
	}
}
