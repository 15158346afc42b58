package record

import (
	"path"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// linkOf is the field of a kind that says where a record is found, nil for none.
func linkOf(k *field.Kind) *field.Field {
	for _, f := range k.Fields() {
		if f.Link && f.Editable() {
			return f
		}
	}
	return nil
}

// linkButtons open what the record with the cursor leads to, and make a record of a file.
func (t *parts) linkButtons() (out []fyne.CanvasObject) {
	if t.link == nil {
		return nil
	}
	t.follow = widgets.NewIconButton("eye", texts.T("record.link.open"), t.openLink)
	out = append(out, t.follow)
	if t.writable() {
		t.pick = widgets.NewButton(texts.T("record.link.file"), t.askFile).WithIcon("folder-open")
		out = append(out, t.pick)
	}
	return out
}

// linked is where the record with the cursor is found, "" for nowhere.
func (t *parts) linked() string {
	if r := t.current(); r != nil && t.link != nil {
		s, _ := r.Get(t.link).(string)
		return s
	}
	return ""
}

func (t *parts) openLink() {
	if to := t.linked(); to != "" {
		t.s.OpenLink(to)
	}
}

// linkItems are what the menu of a row can do with where its record is found.
func (t *parts) linkItems() (out []widgets.MenuItem) {
	r := t.current()
	if r == nil || t.link == nil {
		return nil
	}
	if t.linked() != "" {
		out = append(out, widgets.MenuItem{Label: texts.T("record.link.open"), Icon: "eye", Run: t.openLink})
	}
	if t.writable() {
		out = append(out, widgets.MenuItem{Label: texts.T("record.link.place"), Icon: "folder-open", Run: func() {
			t.s.AskOpen(texts.T("record.link.title"), nil, func(path string) {
				if err := t.edit(r.ID, field.Column{Field: t.link}, path); err != nil {
					t.s.Fail(err)
				}
			})
		}})
	}
	if len(out) > 0 {
		out = append(out, widgets.MenuItem{})
	}
	return out
}

// askFile asks for files, and makes a record of each.
func (t *parts) askFile() {
	t.s.AskFiles(texts.T("record.link.title"), nil, func(files []string) {
		for _, file := range files {
			t.takeFile(file)
		}
	})
}

// takeFile makes a record of a file, called as the file is.
func (t *parts) takeFile(file string) {
	p := t.s.Portfolio()
	at, err := p.Parse(nil, t.link, file)
	if err != nil {
		t.s.Fail(err)
		return
	}
	name := path.Base(strings.ReplaceAll(file, `\`, "/"))
	draft := NewDraft(t.s, t.kind)
	draft.Put(t.kind.Owner(), t.owner)
	draft.Put(t.kind.Title(), strings.TrimSuffix(name, path.Ext(name)))
	draft.Put(t.link, at)
	t.make(draft)
}

// Takers are the tables in view that take files which are dropped on the panel.
func (p *Panel) Takers() (out []shell.Taker) {
	for _, t := range p.parts {
		if t.link != nil && t.writable() && p.id != "" {
			out = append(out, shell.Taker{Over: p.over, Take: t.takeFile})
		}
	}
	return out
}

// over says whether the panel is under a place in the window.
func (p *Panel) over(at fyne.Position) bool {
	from := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.box)
	size := p.box.Size()
	return at.X >= from.X && at.Y >= from.Y && at.X < from.X+size.Width && at.Y < from.Y+size.Height
}
