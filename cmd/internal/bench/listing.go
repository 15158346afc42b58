package bench

import (
	"fmt"
	"strconv"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/demo"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
)

// listing is the slowest keystroke in a list that is filtered, grouped by unit and
// summed, and what one saved record costs such a list against reading it anew.
func (b *bench) listing(file string, size demo.Size, _ *growth) ([]Line, error) {
	p, err := b.s.Open(b.ctx, file, app.ToEdit)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	l := grouped(p)
	stop := p.Subscribe(func(e app.Event) { l.Changed(e.Version, e.Records) })
	defer stop()
	slowest, err := keystrokes(l, size)
	if err != nil {
		return nil, err
	}
	r, n := p.All(system.Kind)[0], 0
	var failed error
	save := func() {
		n++
		if _, err := p.SetText(b.ctx, r.ID, field.Column{Field: system.Name.Field}, "Namn "+strconv.Itoa(n)); err != nil {
			failed = err
		}
	}
	ours, err := shortest(20, save, func() error { draw(l); return failed })
	if err != nil {
		return nil, err
	}
	theirs, err := shortest(5, func() {}, func() error { draw(grouped(p)); return nil })
	return []Line{
		{What: fmt.Sprintf("Tangent till filtrerad, grupperad och summerad lista, %s", size), Against: "en bildruta, 16 ms", Goal: "< 16 ms", Ours: slowest, Theirs: frame, Met: slowest < frame},
		{What: fmt.Sprintf("En sparad post i listan, %s", size), Against: "hela listan görs om", Goal: "≤ 0,2 ×", Ours: ours, Theirs: theirs, Met: 5*ours <= theirs},
	}, err
}

// grouped is a list of systems as a controller has it.
func grouped(p *app.Portfolio) *view.List {
	l := view.New(p, system.Kind)
	l.Show(view.Spec{
		Filters: []view.Filter{{Field: system.OperationsBudget.Field, Op: view.Has}},
		Orders:  []view.Order{{Column: field.Column{Field: system.Lifecycle.Field}}, {Column: field.Column{Field: system.Name.Field}}},
		Group:   field.Column{Field: system.OwnerUnit.Field},
	})
	l.Texts().Prepare()
	l.Rows()
	return l
}

func keystrokes(l *view.List, size demo.Size) (slowest time.Duration, err error) {
	for _, query := range []string{"l", "lö", "lön", "e", ""} {
		t, err := shortest(2*rounds(size)+1, func() { l.Search("x" + query) }, func() error { l.Search(query); draw(l); return nil })
		if err != nil {
			return 0, err
		}
		slowest = max(slowest, t)
	}
	return slowest, nil
}
