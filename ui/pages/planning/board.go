package planning

import (
	"encoding/json"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
	"itportfoljen/ui/record"
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
	shown   field.ID // beside the board
	content fyne.CanvasObject
}

var _ register.View = (*board)(nil)

func newBoard(s *shell.Shell, reg *register.Register) *board {
	b := &board{s: s, reg: reg, cards: widgets.NewBoard(nil, nil)}
	b.cards.OnMove = b.move
	b.cards.OnOpen = func(key string) { b.open(field.ID(key)) }
	b.cards.OnCursor = func(key string) {
		if b.reg.Opened() { // an open panel follows
			b.open(field.ID(key))
		}
	}
	b.cards.OnMenu = b.menu
	b.cards.Tip = func(key string) string { return tip(b.s.Portfolio(), b.s.Portfolio().Get(field.ID(key))) }
	b.cards.OnFixed = func() { b.s.Toast(texts.T("register.whynot.readonly")) }
	b.cards.OnFold = b.rememberFolds
	b.cards.SetChosen(b.folds())
	b.content = widgets.Inset(12, 0, 8, 0, b.cards)
	return b
}

// Content implements register.View.
func (b *board) Content() fyne.CanvasObject { return b.content }

// Reload implements register.View.
func (b *board) Reload() {
	p := b.s.Portfolio()
	b.cards.Fixed = p.Info().ReadOnly
	b.cards.SetColumns(columns(p, b.reg.List().Rows()))
}

// Focus implements register.View.
func (b *board) Focus() { b.s.Window.Canvas().Focus(b.cards) }

// PanelClosed implements register.View.
func (b *board) PanelClosed() { b.cards.Select("") }

// open shows an insats beside the board, and marks its card.
func (b *board) open(id field.ID) {
	b.shown = id
	b.reg.Open(id)
	b.cards.Select(string(id))
}

// beside is the insats that is shown beside the board.
func (b *board) beside() field.ID { return b.shown }

// prefFolds is where it is kept which phases the user has folded, for one portfolio.
func (b *board) prefFolds() string { return "plan.board.folds." + b.s.Portfolio().Identity() }

func (b *board) folds() map[string]bool {
	var chosen map[string]bool
	if json.Unmarshal([]byte(b.s.App.Preferences().String(b.prefFolds())), &chosen) != nil {
		return nil
	}
	return chosen
}

func (b *board) rememberFolds(chosen map[string]bool) {
	if data, err := json.Marshal(chosen); err == nil {
		b.s.App.Preferences().SetString(b.prefFolds(), string(data))
	}
}

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
			done := !ph.Stage.Live() || ph.Stage == governance.Done
			out = append(out, widgets.BoardColumn{Key: ph.Key, Title: ph.Label, Note: note(p, ph), Done: done})
		}
	}
	if len(out) == 0 {
		return nil
	}
	sums, lacks := make([]money.Total, len(out)), make([]int, len(out))
	for _, r := range rows {
		i := at[plan.Phase.Get(r)] // one that the model doesn't have stands first
		cost, known := plan.Cost(p, r)
		if sums[i].Add(cost, known); !known {
			lacks[i]++
		}
		out[i].Cards = append(out[i].Cards, card(p, r))
	}
	for i := range out {
		out[i].Sum = sum(sums[i], lacks[i])
	}
	return out
}

// sum is what the insatser of a phase cost, of which some lack an amount.
func sum(total money.Total, lacks int) string {
	switch {
	case total.Known && lacks > 0:
		return total.Short() + texts.T("record.parts.unknown")
	case total.Known:
		return total.Short()
	case lacks > 0:
		return texts.T("plan.sum.unknown")
	}
	return ""
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
	return texts.T("plan.meets", day.Short())
}

// menu is what can be done with a card.
func (b *board) menu(key string, at fyne.Position) {
	items := []widgets.MenuItem{{Label: texts.T("register.open"), Icon: "eye", Shortcut: "Enter", Run: func() { b.open(field.ID(key)) }}}
	before, after := b.cards.Beside(key)
	for _, to := range []struct {
		column         widgets.BoardColumn
		icon, shortcut string
	}{{after, "chevron-right", "Alt+→"}, {before, "chevron-left", "Alt+←"}} {
		if to.column.Key != "" && b.s.Writable() {
			items = append(items, widgets.MenuItem{Label: texts.T("plan.moveto", to.column.Title), Icon: to.icon, Shortcut: to.shortcut, Run: func() { b.cards.MoveTo(key, to.column.Key) }})
		}
	}
	widgets.ShowMenu(b.s.Window.Canvas(), at, items...)
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
		b.Reload()
		label := plan.Phase.Label + " för " + b.s.Portfolio().Label(id)
		b.steps(id).Failed(record.Step{ID: id, Label: label, What: governance.Step{To: phase}, Do: governance.Move}, err)
		return
	}
	ph, _ := b.s.Portfolio().Model().Phase(phase)
	b.s.ToastUndo(texts.T("plan.moved", b.s.Portfolio().Label(id), ph.Label), e)
}
