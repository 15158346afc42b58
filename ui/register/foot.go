package register

import (
	"context"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/block"
	"itportfoljen/app/field"
	"itportfoljen/ui/async"
	"itportfoljen/ui/cells"
	"itportfoljen/ui/texts"
)

// mostAtOnce is how many cells are added up while a key is answered; more are added up
// away from the screen.
const mostAtOnce = 500

// footer counts the rows and sums their amounts or, when several cells are selected,
// says what those come to.
func (r *Register) footer() {
	rows := text.Plural(len(r.list.Rows()), r.kind.One, r.kind.Many)
	n := r.grid.SelectedCount()
	left, right := r.grid.SelectedColumns()
	picked := n * (right - left + 1)
	switch {
	case n == 0 || picked == 1 || n == 1 && r.grid.WholeRows():
		r.s.Runner.Cancel(r.pref("foot"))
		r.grid.SetFooter(rows, r.listSums())
	case r.grid.WholeRows():
		r.count(rows+" · "+texts.N("register.selected", n), r.amounts())
	default:
		r.count(rows+" · "+texts.T("cells.selected", texts.N("cells.cells", picked), text.Plural(n, "rad", "rader")), nil)
	}
}

// listSums are the sums of the list's amounts.
func (r *Register) listSums() string {
	var sums []string
	for _, c := range r.list.Columns() {
		if !c.Field.InKronor() {
			continue
		}
		if total, ok := r.list.Sum(c); ok {
			sums = append(sums, texts.T("register.sum", c.Phrase(r.s.Portfolio()), money.Ore(total).Kr()))
		}
	}
	return strings.Join(sums, " · ")
}

// amounts are where the columns of amounts stand.
func (r *Register) amounts() []int {
	out := []int{}
	for i, c := range r.cellColumns() {
		if c.Field != nil && c.Field.InKronor() {
			out = append(out, i)
		}
	}
	return out
}

// count says in the foot what the selected cells come to; of whole rows, each of the
// columns given.
func (r *Register) count(left string, columns []int) {
	on, _ := r.hands.Picked()
	p := r.s.Portfolio()
	work := func(ctx context.Context) (string, error) {
		if columns == nil {
			f, err := block.Count(ctx, p, on.List, on.At)
			return inWords(f), err
		}
		return sumsOf(ctx, p, on, columns)
	}
	many := on.At.Height() * on.At.Width()
	if columns != nil {
		many = on.At.Height() * len(columns)
	}
	if many <= mostAtOnce {
		r.s.Runner.Cancel(r.pref("foot"))
		right, _ := work(context.Background())
		r.grid.SetFooter(left, right)
		return
	}
	r.grid.SetFooter(left, "")
	async.Run(r.s.Runner, r.pref("foot"), work, func(right string, err error) {
		if err == nil {
			r.grid.SetFooter(left, right)
		}
	})
}

// sumsOf are the sums of whole rows.
func sumsOf(ctx context.Context, w field.World, on cells.Chosen, columns []int) (string, error) {
	var sums []string
	for _, i := range columns {
		at := on.At
		at.Left, at.Right = i, i
		f, err := block.Count(ctx, w, on.List, at)
		if err != nil {
			return "", err
		}
		if f.Filled > 0 {
			sums = append(sums, texts.T("register.sum", on.List.Columns[i].Phrase(w), money.Ore(f.Sum).Kr()))
		}
	}
	return strings.Join(sums, " · "), nil
}

// inWords says what cells come to.
func inWords(f block.Figures) string {
	out := []string{texts.T("cells.count", text.Count(f.Filled))}
	figure := func(n int64) string { return text.Count(int(n)) }
	if f.Sort == block.Amounts {
		figure = func(n int64) string { return texts.T("cells.kr", money.Ore(n).Exact()) }
	}
	switch {
	case f.Filled == 0 || f.Sort == block.Mixed:
	case f.Sort == block.Days:
		out = append(out, texts.T("cells.days", date.Date(f.Least), date.Date(f.Most)))
	default:
		out = append(out, texts.T("cells.sum", figure(f.Sum)), texts.T("cells.mean", figure(f.Mean())), texts.T("cells.range", figure(f.Least), figure(f.Most)))
	}
	return strings.Join(out, " · ")
}
