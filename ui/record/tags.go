package record

import (
	"slices"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/tag"
	"itportfoljen/ui/input"
	"itportfoljen/ui/widgets"
)

// tags are chosen among those in use, in whatever they are, or written anew.
func (e *editor) tags(field.Value) fyne.CanvasObject {
	var in *input.MultiPicker
	in = input.NewMultiPicker(e.tagged(), e.searchTags, func([]string) error {
		return e.typed(field.JoinTags(in.Chosen()))
	}, func(written string) error {
		return e.typed(field.JoinTags(append(in.Chosen(), written)))
	})
	e.renew = func() { in.SetChosen(e.tagged()) }
	e.refuse = in.Refuse
	return in
}

func (e *editor) searchTags(q string) []widgets.Option {
	return options(tag.Used(e.s.Portfolio()), q, func(u tag.Use) string { return text.Fold(u.Tag) }, func(u tag.Use) widgets.Option { return tagOption(u.Tag) })
}

// tagged are the tags that the field has now.
func (e *editor) tagged() (out []widgets.Option) {
	s, _ := e.now().(string)
	for one := range slices.Values(field.TagsIn(s)) {
		out = append(out, tagOption(one))
	}
	return out
}

func tagOption(s string) widgets.Option { return widgets.Option{ID: s, Label: s} }
