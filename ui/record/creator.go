package record

import (
	"context"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/ui/texts"
)

// creator makes what is pointed at from what was typed, where a name is enough for
// that, and puts the value with it in the field; systems are made on their own page.
func (e *editor) creator(with func(field.ID) field.Value) func(string) error {
	k := e.target()
	if k == nil || k.Naming == nil {
		return nil
	}
	return func(name string) error {
		if f, ok := e.of.(*saved); ok && e.alone {
			return f.make(k, name, with, e.answered)
		}
		var made *field.Record
		e.s.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
			var err error
			made, err = p.Create(ctx, k, []app.Assignment{{Column: field.Column{Field: k.Title()}, Text: name}})
			return app.Entry{}, err
		}, func(_ app.Entry, err error) {
			if err != nil {
				e.row.SetError(e.s.Sentence(err))
				return
			}
			e.put(with(made.ID))
		})
		return nil
	}
}

// make saves the field's value with a record that is made at once: one Ctrl+Z takes both
// back.
func (f *saved) make(k *field.Kind, name string, with func(field.ID) field.Value, answered func(why string)) error {
	p := f.s.Portfolio()
	if _, err := p.Parse(nil, k.Title(), name); err != nil {
		return err
	}
	id := p.NewID()
	v := with(id)
	f.s.SaveWith(f.id, f.col, v, texts.T("record.made", k.One, name), func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		return p.SetNew(ctx, k, id, name, f.id, f.col, v)
	}, f.heard(answered))
	return nil
}
