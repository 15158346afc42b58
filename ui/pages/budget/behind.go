package budget

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/ledger"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

func init() {
	record.Does(economy.CostOwner.Kind,
		record.RowAction{Icon: "copy", Label: func() string { return texts.T("budget.row.copy") }, Writes: true, Run: duplicate},
		record.RowAction{Icon: "list", Label: func() string { return texts.T("budget.row.behind") }, For: economy.Posted, Run: showBehind})
}

// duplicate makes a row like another: without what it has been, and what was believed before.
func duplicate(s *shell.Shell, c *field.Record) {
	s.Write(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
		return w.Do(ctx, func(tx *field.Tx) (string, error) {
			_, err := economy.Duplicate(tx, c.ID)
			return texts.T("budget.row.copied.label", w.Label(economy.CostOwner.Get(c))), err
		})
	}, func(e app.Entry, err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.ToastUndo(texts.T("budget.row.copied"), e)
	})
}

// bookedRows lists the booked rows behind an utfall.
type bookedRows struct{ rows []ledger.Entry }

// showBehind shows the booked rows behind the utfall of a row. They are found away from the screen.
func showBehind(s *shell.Shell, c *field.Record) {
	w := s.Portfolio()
	s.Progress(texts.T("budget.behind.finding"), "ledger.behind", func(context.Context, async.Progress) (any, error) {
		b := &bookedRows{}
		err := ledger.Behind(w, economy.CostOwner.Get(c), int(economy.CostYear.Get(c)), economy.Month(c), c, func(e ledger.Entry) { b.rows = append(b.rows, e) })
		slices.SortStableFunc(b.rows, func(x, y ledger.Entry) int { return int(x.Day) - int(y.Day) })
		return b, err
	}, func(v any, err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		v.(*bookedRows).show(s, c)
	})
}

// show shows the rows, and that they come to the utfall; where they don't, since a rule or the
// ledger has changed, it says so.
func (b *bookedRows) show(s *shell.Shell, c *field.Record) {
	w := s.Portfolio()
	var sum money.Ore
	for _, r := range b.rows {
		sum += r.Amount
	}
	g := grid.New(b, []grid.Column{
		{ID: "day", Title: texts.T("budget.behind.day"), Width: 96}, {ID: "voucher", Title: texts.T("budget.behind.voucher"), Width: 80}, {ID: "account", Title: texts.T("budget.behind.account"), Width: 70},
		{ID: "codes", Title: texts.T("budget.behind.codes"), Width: 110}, {ID: "text", Title: texts.T("budget.behind.text"), Width: 220, Flex: true},
		{ID: "amount", Title: texts.T("budget.behind.amount"), Width: 110, Align: grid.AlignRight}, {ID: "rule", Title: texts.T("budget.behind.rule"), Width: 130},
	})
	g.SetFooter(texts.N("budget.behind.rows", len(b.rows)), texts.T("budget.read.kr", sum.Exact()))
	is := economy.CostActual.Get(c)
	said := texts.T("budget.behind.ties", is.Exact())
	if is != sum {
		said = texts.T("budget.behind.differs", is.Exact(), sum.Exact())
	}
	dialogs.Show(s.Window, dialogs.Options{Title: texts.T("budget.behind.title", w.Label(economy.CostOwner.Get(c)), c.Kind.Caption(c)), Text: said, Width: 920, Height: 440,
		Content: container.NewStack(widgets.NewFrame(g)), Cancel: texts.T("budget.read.ok"), Focus: g.Target()})
}

// Len implements grid.Source.
func (b *bookedRows) Len() int { return len(b.rows) }

// Key implements grid.Source.
func (b *bookedRows) Key(row int) string { return text.Count(row) }

// Cell implements grid.Source.
func (b *bookedRows) Cell(row, col int) grid.Cell {
	r := b.rows[row]
	switch col {
	case 0:
		day := r.Day.String()
		if r.Day.IsZero() {
			day = ledger.Month{Year: r.Year, Number: r.Month}.String()
		}
		return grid.Cell{Text: day}
	case 1:
		return grid.Cell{Text: r.Voucher}
	case 2:
		return grid.Cell{Text: r.Account}
	case 3:
		return grid.Cell{Text: ledger.CodesIn(r.Codes)}
	case 4:
		return grid.Cell{Text: r.Text, Tip: r.Text}
	case 5:
		return grid.Cell{Text: r.Amount.Exact()}
	}
	return grid.Cell{Text: r.Rule.Name(), Style: widgets.Muted}
}
