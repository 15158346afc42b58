package record

import (
	"context"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
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
		p := e.s.Portfolio()
		if _, err := p.Parse(nil, k.Title(), name); err != nil {
			return err
		}
		if _, drafted := e.of.(*drafted); !drafted { // made with the value: one Ctrl+Z takes both back
			id := p.NewID()
			toMake[id] = app.Named{Kind: k, ID: id, Name: name}
			e.put(with(id))
			return nil
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

// toMake are those that are made when the value that points at them is saved: until the
// disk has taken that, they are known here alone. Only the screen's goroutine asks.
var toMake = map[field.ID]app.Named{}

// unmade are the records that a value points at and that are still to be made.
func unmade(w field.World, v field.Value) (out []app.Named) {
	if len(toMake) == 0 {
		return nil
	}
	for _, id := range field.References(v) {
		if it, ok := toMake[id]; ok && w.Get(id) == nil {
			out = append(out, it)
		}
	}
	return out
}

// make saves the field's value with records that are made at once.
func (f *saved) make(these []app.Named, v field.Value, answered func(why string)) {
	said := make([]string, len(these))
	for i, it := range these {
		said[i] = texts.T("record.made", it.Kind.One, it.Name)
	}
	f.s.SaveWith(f.id, f.col, v, text.And(said), func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		return p.SetNew(ctx, these, f.id, f.col, v)
	}, func(why string) {
		if why == "" {
			for _, it := range these {
				delete(toMake, it.ID)
			}
		}
		answered(why)
	})
}

// naming is a world that also names what is still to be made.
type naming struct{ field.World }

func (n naming) Label(id field.ID) string {
	if it, ok := toMake[id]; ok && n.Get(id) == nil {
		return it.Name
	}
	return n.World.Label(id)
}
