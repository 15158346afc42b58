package reporting

import (
	"context"
	"maps"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/view"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

const (
	prefChoice = "reports.choice."
	// choiceName is how many letters of the name of a choice there is room for.
	choiceName = 22
)

// begin takes up the settings of the report: those of the last time, else the standard choice's.
func (p *Page) begin() {
	prefs := p.s.App.Preferences()
	p.choice = prefs.String(prefChoice + p.info().Name)
	if prefs.String(prefSettings+p.info().Name) != "" {
		p.values = p.remembered()
		return
	}
	p.restore()
}

// restore goes back to the standard choice, or to the report's own settings.
func (p *Page) restore() {
	w := p.s.Portfolio()
	r := view.StandardChoice(w, p.info().Name, w.Login())
	p.values, p.choice = p.known(view.Sets(r)), ""
	if r != nil {
		p.choice = r.Name()
	}
}

// chosenChoice is the saved choice that the settings came from; nil for none.
func (p *Page) chosenChoice() *field.Record {
	w := p.s.Portfolio()
	if p.choice == "" {
		return nil
	}
	return view.FindChoice(w, p.info().Name, w.Login(), p.choice)
}

// syncChoice says which choice the report is made by, with a mark when it has been changed.
func (p *Page) syncChoice() {
	r := p.chosenChoice()
	name := texts.T("reports.choice.own")
	if r == nil {
		p.choice = ""
	} else {
		name = text.Shorten(r.Name(), choiceName)
	}
	kept := p.lasting(p.values)
	if !maps.Equal(kept, p.lasting(p.known(view.Sets(r)))) {
		name += " •"
	}
	p.choosing.SetText(name)
}

// lasting are settings without those that are of their day.
func (p *Page) lasting(values map[string]string) map[string]string {
	kept := maps.Clone(values)
	for _, s := range p.info().Settings {
		if s.Kind == app.SettingDate {
			delete(kept, s.Key)
		}
	}
	return kept
}

// apply orders the report by a saved choice; nil is the report's own settings.
func (p *Page) apply(r *field.Record) {
	p.values, p.choice = p.known(view.Sets(r)), ""
	if r != nil {
		p.choice = r.Name()
	}
	p.renew()
}

// renew shows and makes the report by settings that all may be others.
func (p *Page) renew() {
	p.remember()
	p.showForm()
	p.showStatus()
	p.rebuild()
}

// chooseChoice lists the saved choices, and what can be done with the one that is chosen.
func (p *Page) chooseChoice() {
	w := p.s.Portfolio()
	options := []widgets.Option{{ID: "own", Label: texts.T("reports.choice.own"), Checked: p.choice == ""}}
	run := map[string]func(){"own": func() { p.apply(nil) }}
	add := func(id, label, icon, group string, checked bool, f func()) {
		options = append(options, widgets.Option{ID: id, Label: label, Icon: icon, Group: group, Checked: checked})
		run[id] = f
	}
	now := p.chosenChoice()
	for _, shared := range []bool{false, true} {
		for _, r := range view.Choices(w, p.info().Name, w.Login()) {
			if view.Shared.Get(r) != shared {
				continue
			}
			group, label := texts.T("reports.choice.mine"), r.Name()
			if shared {
				group = texts.T("reports.choice.shared")
			}
			if view.Standard.Get(r) {
				label = texts.T("reports.choice.standard", label)
			}
			add(string(r.ID), label, "", group, now != nil && now.ID == r.ID, func() { p.apply(r) })
		}
	}
	if p.s.Writable() {
		do := texts.T("reports.choice.do")
		add("save", texts.T("reports.choice.save"), "save", do, false, p.askKeep)
		if now != nil {
			name := now.Name()
			if view.By.Get(now) == w.Login() {
				add("update", texts.T("reports.choice.update", name), "refresh-cw", do, false, func() { p.keep(name, view.Shared.Get(now)) })
				add("rename", texts.T("reports.choice.rename", name), "pencil", do, false, func() { p.askRename(now) })
			}
			word := texts.T("reports.choice.make", name)
			if view.Standard.Get(now) {
				word = texts.T("reports.choice.unmake", name)
			}
			add("standard", word, "check", do, false, func() { p.makeStandard(now) })
			add("delete", texts.T("reports.choice.delete", name), "trash-2", do, false, func() { p.drop(now) })
		}
	}
	list := input.List{Placeholder: texts.T("reports.choice.search"), Options: options, Width: 300}
	list.Show(widgets.CanvasOf(p.choosing), widgets.Below(p.choosing, 0), func(o widgets.Option) { run[o.ID]() })
}

// askKeep asks what the choice is to be called, and for whom it is.
func (p *Page) askKeep() {
	w := p.s.Portfolio()
	name := input.NewText("", "", nil)
	row := input.NewField(texts.T("reports.choice.name"), "", name)
	shared := input.NewCheck(texts.T("reports.choice.share"), true, nil)
	dialogs.Show(p.s.Window, dialogs.Options{Title: texts.T("reports.choice.title", p.info().Title), Text: texts.T("reports.choice.text"), Content: widgets.VStack(10, row, shared),
		Confirm: texts.T("reports.choice.yes"), Focus: name.Target(), OnOK: func() bool {
			called := text.Clean(name.Text())
			switch {
			case called == "":
				row.SetError(texts.T("reports.choice.nameless"))
				return false
			case view.FindChoice(w, p.info().Name, w.Login(), called) != nil:
				row.SetError(texts.T("reports.choice.taken"))
				return false
			}
			p.keep(called, shared.On())
			return true
		}})
}

// write does something with the saved choices and, when it is done, goes on.
func (p *Page) write(label string, do func(tx *field.Tx, who string) error, then func()) {
	p.s.Write(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
		return w.Do(ctx, func(tx *field.Tx) (string, error) { return label, do(tx, w.Login()) })
	}, func(e app.Entry, err error) {
		if err != nil {
			p.s.Fail(err)
			return
		}
		then()
		p.remember()
		p.syncChoice()
		if e.Number != 0 {
			p.s.ToastUndo(label, e)
		}
	})
}

func (p *Page) keep(name string, shared bool) {
	report, sets := p.info().Name, p.lasting(p.values)
	p.write(texts.T("reports.choice.kept", name), func(tx *field.Tx, who string) error {
		_, err := view.KeepChoice(tx, report, name, who, shared, sets)
		return err
	}, func() { p.choice = name })
}

func (p *Page) askRename(r *field.Record) {
	name := input.NewText(r.Name(), "", nil)
	row := input.NewField(texts.T("reports.choice.name"), "", name)
	dialogs.Show(p.s.Window, dialogs.Options{Title: texts.T("reports.choice.renaming", r.Name()), Content: row, Confirm: texts.T("reports.choice.yes"), Focus: name.Target(), OnOK: func() bool {
		called := text.Clean(name.Text())
		if err := view.RenameChoice(field.NewTx(p.s.Portfolio()), r.ID, called, p.s.Portfolio().Login()); err != nil { // nobody sees that world
			row.SetError(p.s.Sentence(err))
			return false
		}
		p.write(texts.T("reports.choice.renamed", called), func(tx *field.Tx, who string) error { return view.RenameChoice(tx, r.ID, called, who) }, func() { p.choice = called })
		return true
	}})
}

func (p *Page) makeStandard(r *field.Record) {
	on, label := !view.Standard.Get(r), texts.T("reports.choice.made", r.Name())
	if !on {
		label = texts.T("reports.choice.unmade", r.Name())
	}
	p.write(label, func(tx *field.Tx, _ string) error { return view.MakeStandard(tx, r.ID, on) }, func() {})
}

// drop takes a choice away; the settings stay as they are, and it can be taken back.
func (p *Page) drop(r *field.Record) {
	p.write(texts.T("reports.choice.gone", r.Name()), func(tx *field.Tx, _ string) error { return tx.Delete(r.ID) }, func() { p.choice = "" })
}
