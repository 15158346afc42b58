package register

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/view"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// chosenView is a view of the list that can be chosen.
type chosenView struct {
	name, group string
	spec        view.Spec
	lost        []string // what it says of fields that aren't there any more
	record      *field.Record
	local       bool // kept on this computer
}

// views are those there are: the program's own, hers and those that are shared.
func (r *Register) views() (out []chosenView) {
	p := r.s.Portfolio()
	for _, v := range view.Shipped(p, r.kind) {
		out = append(out, chosenView{name: v.Name, group: texts.T("register.views.shipped"), spec: v.Spec})
	}
	for _, v := range r.localViews() {
		spec, lost := view.Decode(p, r.kind, v.Text)
		out = append(out, chosenView{name: v.Name, group: texts.T("register.views.local"), spec: spec, lost: lost, local: true})
	}
	var shared []chosenView
	for _, rec := range view.Saved(p, r.kind, p.Login()) {
		spec, lost := view.Decode(p, r.kind, view.How.Get(rec))
		v := chosenView{name: rec.Name(), group: texts.T("register.views.mine"), spec: spec, lost: lost, record: rec}
		if view.Shared.Get(rec) {
			v.group = texts.T("register.views.shared")
			shared = append(shared, v)
			continue
		}
		out = append(out, v)
	}
	return append(out, shared...)
}

func (r *Register) viewNamed(name string) (chosenView, bool) {
	all := r.views()
	if i := slices.IndexFunc(all, func(v chosenView) bool { return v.name == name }); i >= 0 && name != "" {
		return all[i], true
	}
	return chosenView{}, false
}

// localView is a view that this computer keeps.
type localView struct{ Name, Text string }

// localViews are the views of one who may only read, kept on this computer.
func (r *Register) localViews() (out []localView) {
	if json.Unmarshal([]byte(r.s.App.Preferences().String(r.own("views"))), &out) != nil {
		return nil
	}
	return out
}

func (r *Register) keepLocal(name, text string) {
	all := slices.DeleteFunc(r.localViews(), func(v localView) bool { return v.Name == name })
	if text != "" {
		all = append(all, localView{name, text})
	}
	if data, err := json.Marshal(all); err == nil {
		r.s.App.Preferences().SetString(r.own("views"), string(data))
	}
}

// baseOf is a view as it is kept, to tell whether the list has been changed since.
func (r *Register) baseOf(name string) string {
	v, _ := r.viewNamed(name)
	if len(v.spec.Columns) == 0 {
		v.spec.Columns = view.Listed(r.s.Portfolio(), r.kind)
	}
	return v.spec.Encode(r.kind)
}

// ShowView shows the list by the view of a name, if there is one.
func (r *Register) ShowView(name string) {
	if v, ok := r.viewNamed(name); ok {
		r.showView(v)
	}
}

// showView shows the list by a view; the zero one is all.
func (r *Register) showView(v chosenView) {
	r.filter.Clear()
	r.list.Search("")
	r.view = v.name
	r.list.Show(v.spec)
	r.kept = v.spec.Filters
	r.columnsChanged()
	r.reload()
	if len(v.lost) > 0 {
		r.s.Toast(texts.T("register.views.lost", v.name, text.And(v.lost)))
	}
}

// viewName is how many letters of the name of a view there is room for beside the filter.
const viewName = 16

// syncView says which view is shown, with a mark when it has been changed.
func (r *Register) syncView() {
	name := r.view
	if _, ok := r.viewNamed(name); !ok {
		r.view, name = "", texts.T("register.views.all", r.kind.Many)
		if len([]rune(name)) > viewName { // the tab says of what
			name = texts.T("register.views.every")
		}
	}
	if r.list.Spec().Encode(r.kind) != r.baseOf(r.view) {
		name += " •"
	}
	r.viewing.SetText(text.Shorten(name, viewName+2))
}

// chooseView lists the views, and what can be done with the one that is shown.
func (r *Register) chooseView() {
	all := r.views()
	options := []widgets.Option{{ID: "all", Label: texts.T("register.views.all", r.kind.Many), Checked: r.view == ""}}
	run := map[string]func(){"all": func() { r.showView(chosenView{}) }}
	add := func(id, label, icon, group string, checked bool, f func()) {
		options = append(options, widgets.Option{ID: id, Label: label, Icon: icon, Group: group, Checked: checked})
		run[id] = f
	}
	for _, v := range all {
		add("view:"+v.name, v.name, "", v.group, v.name == r.view, func() { r.showView(v) })
	}
	group := texts.T("register.views.do")
	add("save", texts.T("register.views.save"), "save", group, false, r.askSave)
	if v, ok := r.viewNamed(r.view); ok && (v.local || v.record != nil && r.writable()) {
		if v.local || view.By.Get(v.record) == r.s.Portfolio().Login() {
			add("rename", texts.T("register.views.rename", v.name), "pencil", group, false, func() { r.renameView(v) })
			add("update", texts.T("register.views.update", v.name), "refresh-cw", group, false, func() { r.keepView(v.name, v.record != nil && view.Shared.Get(v.record)) })
		}
		add("delete", texts.T("register.views.delete", v.name), "trash-2", group, false, func() { r.deleteView(v) })
	}
	list := input.List{Placeholder: texts.T("register.views.search"), Options: options, Width: 280, OnClose: r.focus}
	list.Show(widgets.CanvasOf(r.viewing), widgets.Below(r.viewing, 0), func(o widgets.Option) { run[o.ID]() })
}

// askSave asks what the view is to be called, and for whom it is.
func (r *Register) askSave() {
	name := input.NewText("", "", nil)
	row := input.NewField(texts.T("register.views.name"), "", name)
	shared := input.NewCheck(texts.T("register.views.share"), false, nil)
	say := ""
	content := widgets.VStack(10, row, shared)
	if !r.writable() {
		shared.Hide()
		say = texts.T("register.views.reader")
	}
	for _, f := range r.list.Filters() {
		if f.IDs != nil { // those rows are of this day
			say = strings.TrimSpace(say + " " + texts.T("register.views.just", f.Said(r.s.Portfolio(), r.kind)))
		}
	}
	dialogs.Show(r.s.Window, dialogs.Options{Title: texts.T("register.views.title"), Text: say, Content: content, Confirm: texts.T("register.views.yes"), Focus: name.Target(), OnOK: func() bool {
		called := text.Clean(name.Text())
		if called == "" {
			row.SetError(texts.T("register.new.missing"))
			return false
		}
		if r.taken(row, called) {
			return false
		}
		r.keepView(called, shared.On())
		return true
	}})
}

// taken says at the field that a view is called so already.
func (r *Register) taken(row *input.Field, name string) bool {
	i := slices.IndexFunc(r.views(), func(v chosenView) bool { return text.Key(v.name) == text.Key(name) })
	if i < 0 {
		return false
	}
	if v := r.views()[i]; v.record == nil && !v.local {
		row.SetError(texts.T("register.views.taken"))
	} else {
		row.SetError(texts.T("register.views.exists"))
	}
	return true
}

// renameView asks what a view is to be called instead.
func (r *Register) renameView(v chosenView) {
	name := input.NewText(v.name, "", nil)
	row := input.NewField(texts.T("register.views.name"), "", name)
	dialogs.Show(r.s.Window, dialogs.Options{Title: texts.T("register.views.renaming", v.name), Content: row, Confirm: texts.T("register.views.yes"), Focus: name.Target(), OnOK: func() bool {
		called := text.Clean(name.Text())
		switch {
		case called == "":
			row.SetError(texts.T("register.new.missing"))
			return false
		case text.Key(called) != text.Key(v.name) && r.taken(row, called):
			return false
		}
		renamed := func() { r.view = called; r.reload() }
		if v.local {
			kept := v.spec.Encode(r.kind)
			r.keepLocal(v.name, "")
			r.keepLocal(called, kept)
			renamed()
			return true
		}
		r.s.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
			return p.Set(ctx, v.record.ID, field.Column{Field: view.Name.Field}, called)
		}, func(_ app.Entry, err error) {
			if err != nil {
				r.s.Fail(err)
				return
			}
			renamed()
		})
		return true
	}})
}

// keepView keeps how the list is shown as a view: in the portfolio, or on this computer
// for who may only read.
func (r *Register) keepView(name string, shared bool) {
	spec := r.list.Spec()
	kept := func(e app.Entry) {
		r.view = name
		r.reload()
		r.s.ToastUndo(texts.T("register.views.kept", name), e)
	}
	if v, ok := r.viewNamed(name); !r.writable() || ok && v.local {
		r.keepLocal(name, spec.Encode(r.kind))
		kept(app.Entry{})
		return
	}
	r.s.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		return p.Do(ctx, func(tx *field.Tx) (string, error) {
			_, err := view.Keep(tx, r.kind, name, p.Login(), shared, spec)
			return texts.T("register.views.label", name), err
		})
	}, func(e app.Entry, err error) {
		if err != nil {
			r.s.Fail(err)
			return
		}
		kept(e)
	})
}

// deleteView takes a view away, after a question; the list stays as it is shown.
func (r *Register) deleteView(v chosenView) {
	dialogs.Confirm(r.s.Window, texts.T("register.delete.title", v.name), texts.T("register.views.deletetext"), texts.T("register.delete.yes"), true, func() {
		gone := func(e app.Entry) {
			r.view = ""
			r.reload()
			r.s.ToastUndo(texts.T("register.views.gone", v.name), e)
		}
		if v.local {
			r.keepLocal(v.name, "")
			gone(app.Entry{})
			return
		}
		r.s.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
			return p.Delete(ctx, []field.ID{v.record.ID})
		}, func(e app.Entry, err error) {
			if err != nil {
				r.s.Fail(err)
				return
			}
			gone(e)
		})
	})
}
