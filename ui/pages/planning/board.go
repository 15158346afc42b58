package planning

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// board shows the list's insatser as cards in columns of phases.
type board struct {
	s       *shell.Shell
	reg     *register.Register
	cards   *widgets.Board
	content fyne.CanvasObject
}

func newBoard(s *shell.Shell, reg *register.Register) *board {
	b := &board{s: s, reg: reg}
	b.cards = widgets.NewBoard(nil, b.move)
	open := func(key string) { b.reg.Open(field.ID(key)) }
	b.cards.OnOpen, b.cards.OnSelect = open, open
	b.content = widgets.Inset(12, 0, 8, 0, b.cards)
	return b
}

// Content implements register.View.
func (b *board) Content() fyne.CanvasObject { return b.content }

// Reload implements register.View.
func (b *board) Reload() { b.cards.SetColumns(columns(b.s.Portfolio(), b.reg.List().Rows())) }

// Focus implements register.View.
func (b *board) Focus() {}

// PanelClosed implements register.View.
func (b *board) PanelClosed() { b.cards.Select("") }

// columns are the model's phases that have a place on the board, and any other
// phase that an insats is in.
func columns(p *app.Portfolio, rows []*field.Record) []widgets.BoardColumn {
	at := map[string]int{}
	var out []widgets.BoardColumn
	byPhase := map[string]int{}
	for _, r := range p.All(plan.Kind) {
		byPhase[plan.Phase.Get(r)]++
	}
	for _, ph := range p.Model().Phases {
		if ph.Board || byPhase[ph.Key] > 0 {
			at[ph.Key] = len(out)
			out = append(out, widgets.BoardColumn{Key: ph.Key, Title: ph.Label, Note: note(p, ph)})
		}
	}
	for _, r := range rows {
		i, ok := at[plan.Phase.Get(r)]
		if !ok {
			if len(out) == 0 {
				continue
			}
			i = 0
		}
		out[i].Cards = append(out[i].Cards, card(p, r))
	}
	return out
}

// note is when the forum of a phase meets next.
func note(p *app.Portfolio, ph governance.Phase) string {
	day := settings.NextForum.Get(p.Settings())
	if ph.Stage == governance.Waiting {
		day = settings.NextBoard.Get(p.Settings())
	}
	if (ph.Stage != governance.Waiting && ph.Stage != governance.Prepared) || ph.Forum == "" || day < p.Today() {
		return ""
	}
	return day.Short()
}

func card(p *app.Portfolio, r *field.Record) widgets.BoardCard {
	c := widgets.BoardCard{Key: string(r.ID), Title: r.Name(), Subtitle: p.Label(org.Level(p, plan.Unit.Get(r)))}
	if cost, ok := plan.Cost(p, r); ok {
		c.Amount = cost.Short()
	}
	c.Pill, c.PillStyle = state(p, r)
	return c
}

// state is what a card's pill says: what deviates, what waits, else priority.
func state(p *app.Portfolio, r *field.Record) (string, widgets.Style) {
	switch p.Model().StageOf(plan.Phase.Get(r)) {
	case governance.Waiting:
		return texts.T("plan.waiting"), widgets.Warn
	case governance.Running:
		return deviation(r)
	case governance.Done:
		if on := plan.MeasureOn.Get(r); !on.IsZero() {
			return texts.T("plan.measure", on), widgets.Info
		}
	}
	if o, ok := plan.Class.OptionOf(p, plan.Class.Get(r)); ok {
		return o.Label, widgets.Neutral
	}
	return "", widgets.Neutral
}

func deviation(r *field.Record) (string, widgets.Style) {
	text, style := "", widgets.Good
	for _, f := range []field.TextField{plan.TimeStatus, plan.CostStatus, plan.ScopeStatus} {
		switch f.Get(r) {
		case "red":
			style = widgets.Bad
		case "amber":
			if style != widgets.Bad {
				style = widgets.Warn
			}
		default:
			continue
		}
		if text != "" {
			text += " · "
		}
		text += f.Label
	}
	if text == "" && plan.TimeStatus.Get(r) == "green" {
		return texts.T("plan.ontrack"), widgets.Good
	}
	if text == "" {
		return "", widgets.Neutral
	}
	return text, style
}

// move puts an insats in another phase.
func (b *board) move(key, phase string) bool {
	if b.s.Portfolio().Info().ReadOnly {
		return false
	}
	b.s.SetValue(field.ID(key), field.Column{Field: plan.Phase.Field}, phase, func(e app.Entry, err error) { b.moved(field.ID(key), phase, e, err) })
	return true
}

// moved says what came of a move.
func (b *board) moved(id field.ID, phase string, e app.Entry, err error) {
	if err != nil {
		if b.Reload(); !b.stopped(id, phase, err) {
			b.s.Fail(err)
		}
		return
	}
	ph, _ := b.s.Portfolio().Model().Phase(phase)
	b.s.ToastUndo(texts.T("plan.moved", b.s.Portfolio().Label(id), ph.Label), e)
}
