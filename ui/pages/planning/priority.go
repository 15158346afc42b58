package planning

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/priority"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// ranking shows the insatser that aren't decided in the order of their points, under the ramar,
// with the line where each ends. Points that people say are written in it.
type ranking struct {
	s        *shell.Shell
	reg      *register.Register
	grid     *grid.Grid
	criteria []governance.Criterion
	rows     []rankedRow
	folded   map[string]bool
	told     *widgets.Text
	data     chart.BubbleData
	unplaced int
	picture  *widgets.Picture // benefit against risk
	aside    *fyne.Container  // where it is, when it is shown
	shown    field.ID         // beside the list
	content  fyne.CanvasObject
}

// rankedRow is a group's heading, the line where its ram ends, or an insats.
type rankedRow struct {
	group *priority.Group
	place *priority.Place
	ends  string // of the line
}

// The columns before those of the criteria; those after them are the cost and what it comes to.
const (
	placeColumn = iota
	nameColumn
	pointsColumn
	firstCriterion
)

var _ register.View = (*ranking)(nil)

func newRanking(s *shell.Shell, reg *register.Register) *ranking {
	v := &ranking{s: s, reg: reg, folded: map[string]bool{}, told: widgets.NewParagraph("", widgets.Muted)}
	g := grid.New(v, nil)
	g.Cells, g.Frozen = true, nameColumn+1
	g.Empty = widgets.NewEmpty("list", texts.T("plan.priority.none"), texts.T("plan.priority.none.text"))
	g.Passive = func(row int) bool { return v.rows[row].place == nil && v.rows[row].group == nil }
	g.Jumps = func(col int) bool { return col <= nameColumn }
	g.Editable = func(row, col int) bool { return v.s.Writable() && v.rows[row].place != nil && v.given(col) }
	g.EditText = func(row, col int) string {
		if n := v.rows[row].place.Score.Marks[col-firstCriterion].Points; n > 0 {
			return fmt.Sprint(n)
		}
		return ""
	}
	g.WhyNot = v.whyNot
	g.OnEdit = v.write
	g.OnEditAway = func(string) string { return texts.T("plan.priority.away") }
	g.OnOpen = func(row int) {
		if at := v.rows[row].place; at != nil {
			v.open(at.Insats.ID)
		}
	}
	g.OnSelect = func() {
		if _, key := v.grid.Cursor(); v.reg.Opened() && v.s.Portfolio().Get(field.ID(key)) != nil { // an open panel follows
			v.open(field.ID(key))
		}
	}
	g.OnFold = func(key string, open bool) {
		v.folded[key] = !open
		v.Reload()
	}
	g.OnColumnResized = func(id string, w float32) { v.s.App.Preferences().SetFloat(v.pref(id), float64(w)) }
	v.grid = g
	v.picture = widgets.NewPicture(400, 320, func(w, h float64) draw.Drawing { return chart.Bubbles(v.data, w, h, theme.Chart(), theme.Measure) }, func(key string) { v.open(field.ID(key)) })
	v.aside = container.NewStack()
	toggle := widgets.NewButton(texts.T("plan.priority.picture"), nil)
	toggle.Compact, toggle.Toggled = true, s.App.Preferences().Bool(prefPicture)
	toggle.OnTapped(func() {
		toggle.Toggled = !toggle.Toggled
		toggle.Refresh()
		s.App.Preferences().SetBool(prefPicture, toggle.Toggled)
		v.showPicture()
	})
	head := container.NewBorder(nil, nil, nil, widgets.Inset(0, 0, 0, 12, toggle), v.told)
	v.content = container.NewBorder(container.NewVBox(widgets.Inset(8, 16, 8, 16, head), widgets.Hairline()), nil, nil, v.aside, g)
	return v
}

// prefPicture is where it is kept whether the picture is shown.
const prefPicture = "plan.priority.picture"

// showPicture puts the picture beside the list, or takes it away: the list and an open insats
// need the room.
func (v *ranking) showPicture() {
	v.aside.Objects = nil
	if v.s.App.Preferences().Bool(prefPicture) && len(v.rows) > 0 && !v.reg.Opened() {
		rows := []fyne.CanvasObject{v.picture}
		if len(v.data.Bubbles) == 0 {
			rows = []fyne.CanvasObject{widgets.NewParagraph(texts.T("plan.priority.picture.none"), widgets.Muted)}
		} else if v.unplaced > 0 {
			rows = append(rows, widgets.NewParagraph(texts.N("plan.priority.picture.unplaced", v.unplaced), widgets.Muted))
		}
		v.aside.Objects = []fyne.CanvasObject{container.NewVBox(widgets.Inset(12, 16, 12, 16, widgets.NewCard(texts.T("plan.priority.picture"), "", widgets.VStack(6, rows...))))}
	}
	v.picture.Rebuild()
	v.content.Refresh()
}

// place puts those that are seen in the picture.
func (v *ranking) place(p *app.Portfolio) {
	seen := map[field.ID]bool{}
	for _, r := range v.rows {
		if r.place != nil {
			seen[r.place.Insats.ID] = true
		}
	}
	placed, _ := insight.Bubbles(p)
	placed = slices.DeleteFunc(placed, func(b insight.Bubble) bool { return !seen[b.Initiative.ID] })
	v.data, v.unplaced = insight.RiskChart(placed), len(seen)-len(placed)
	v.showPicture()
}

func (v *ranking) pref(id string) string { return "plan.priority.width." + id }

// given tells whether a column is of points that people say.
func (v *ranking) given(col int) bool {
	i := col - firstCriterion
	return i >= 0 && i < len(v.criteria) && v.criteria[i].From == ""
}

func (v *ranking) whyNot(row, col int) string {
	switch i := col - firstCriterion; {
	case v.rows[row].place == nil:
	case !v.s.Writable():
		return texts.T("register.whynot.readonly")
	case i >= 0 && i < len(v.criteria):
		return texts.T("plan.priority.computed", v.criteria[i].Label)
	case col == nameColumn:
		return texts.T("plan.priority.name")
	}
	return texts.T("plan.priority.follows")
}

// write says how many points an insats has for the criterion of a column.
func (v *ranking) write(key, column, typed string) error {
	p := v.s.Portfolio()
	c, known := p.Model().Criterion(column)
	n, err := priority.Read(typed)
	r := p.Get(field.ID(key))
	switch {
	case err != nil:
		return err
	case !known || r == nil:
		return fault.New(fault.NotFound, texts.T("plan.priority.away"))
	}
	note := ""
	if a := governance.AnswerTo(p, r.ID, c.Question()); a != nil {
		note = governance.AnswerNote.Get(a)
	}
	v.s.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		return p.Do(ctx, func(tx *field.Tx) (string, error) {
			return texts.T("plan.priority.label", r.Name()), priority.Give(tx, r.ID, c, n, note)
		})
	}, func(_ app.Entry, err error) {
		if err != nil {
			v.s.Fail(err)
		}
	})
	return nil
}

// Content implements register.View.
func (v *ranking) Content() fyne.CanvasObject { return v.content }

// Focus implements register.View.
func (v *ranking) Focus() { v.grid.Focus() }

// PanelClosed implements register.View.
func (v *ranking) PanelClosed() {
	v.shown = ""
	v.showPicture()
}

func (v *ranking) open(id field.ID) {
	v.shown = id
	v.reg.Open(id)
	v.showPicture()
}

// beside is the insats that is open beside the list.
func (v *ranking) beside() field.ID { return v.shown }

// Reload implements register.View. What a filter leaves out keeps its place and its part of
// the sums: the line is where it is.
func (v *ranking) Reload() {
	p := v.s.Portfolio()
	seen := map[field.ID]bool{}
	for _, r := range v.reg.List().Rows() {
		seen[r.ID] = true
	}
	v.criteria, v.rows = p.Model().Criteria, nil
	waiting, hidden := 0, 0
	groups := priority.Rank(p)
	for i := range groups {
		g := &groups[i]
		v.rows = append(v.rows, rankedRow{group: g})
		line, ends := g.Below()
		for j := range g.Places {
			waiting++
			if ends && j == line && !v.folded[headingKey(g)] {
				v.rows = append(v.rows, rankedRow{ends: g.Places[j].Ends()})
			}
			switch at := &g.Places[j]; {
			case !seen[at.Insats.ID]:
				hidden++
			case !v.folded[headingKey(g)]:
				v.rows = append(v.rows, rankedRow{place: at})
			}
		}
	}
	if waiting == hidden {
		v.rows = nil
	}
	told := texts.T("plan.priority.told", p.PlanYear())
	if len(v.criteria) == 0 { // as in a model that was chosen before there were any
		told = texts.T("plan.priority.nocriteria", p.PlanYear())
	}
	if hidden > 0 {
		told += " " + texts.N("plan.priority.hidden", hidden)
	}
	v.told.SetText(told)
	v.grid.SetColumns(v.columns(p), nameColumn+1)
	v.grid.Reload()
	v.place(p)
}

func (v *ranking) columns(p *app.Portfolio) []grid.Column {
	weight := 0
	for _, c := range v.criteria {
		weight += c.Weight
	}
	out := []grid.Column{
		{ID: "place", Title: texts.T("plan.priority.place"), Width: 56, Align: grid.AlignRight},
		{ID: "name", Title: texts.T("plan.priority.insats"), Width: 280, MinWidth: 140, Flex: true},
		{ID: "points", Title: texts.T("plan.priority.points"), Width: 76, Align: grid.AlignRight, Tip: texts.T("plan.priority.points.tip")},
	}
	for _, c := range v.criteria {
		tip := texts.T("plan.priority.weight", c.Label, priority.Share(c.Weight, weight))
		if c.Help != "" {
			tip += " " + c.Help
		}
		out = append(out, grid.Column{ID: c.Key, Title: cmp.Or(c.Short, c.Label), Tip: tip, Width: 84, MinWidth: 48, Align: grid.AlignRight})
	}
	out = append(out, grid.Column{ID: "cost", Title: texts.T("plan.priority.cost", p.PlanYear()), Width: 104, Align: grid.AlignRight},
		grid.Column{ID: "sum", Title: texts.T("plan.priority.sum"), Width: 96, Align: grid.AlignRight, Tip: texts.T("plan.priority.sum.tip")})
	for i := range out {
		if w := v.s.App.Preferences().Float(v.pref(out[i].ID)); w > 0 {
			out[i].Width = float32(w)
		}
	}
	return out
}

// Len implements grid.Source.
func (v *ranking) Len() int { return len(v.rows) }

func headingKey(g *priority.Group) string { return "\x00group " + g.Key }

// Key implements grid.Source.
func (v *ranking) Key(row int) string {
	switch r := v.rows[row]; {
	case r.place != nil:
		return string(r.place.Insats.ID)
	case r.group != nil:
		return headingKey(r.group)
	}
	return fmt.Sprint("\x00line ", row)
}

// Heading tells the grid which rows are headings.
func (v *ranking) Heading(row int) (grid.Heading, bool) {
	g := v.rows[row].group
	if g == nil {
		return grid.Heading{}, false
	}
	return grid.Heading{Text: g.Label, Count: g.Told(v.s.Portfolio().PlanYear()), Open: !v.folded[headingKey(g)]}, true
}

// Cell implements grid.Source.
func (v *ranking) Cell(row, col int) grid.Cell {
	r := v.rows[row]
	if r.place == nil {
		if r.ends != "" && col == nameColumn {
			return grid.Cell{Text: r.ends, Style: widgets.Bad, Icon: "triangle-alert", Across: true}
		}
		return grid.Cell{}
	}
	at := r.place
	style := widgets.Normal
	if at.Below {
		style = widgets.Muted
	}
	switch i := col - firstCriterion; {
	case col == placeColumn:
		return grid.Cell{Text: fmt.Sprint(at.Number), Style: widgets.Muted}
	case col == nameColumn:
		c := grid.Cell{Text: at.Insats.Name(), Style: widgets.Strong, Tip: at.Insats.Ref}
		if at.Below {
			c.Style, c.Tip = style, texts.T("plan.priority.below", at.Insats.Ref)
		}
		return c
	case col == pointsColumn:
		strong := widgets.Strong
		if !at.Score.Enough() {
			strong = widgets.Muted
		}
		return grid.Cell{Text: at.Score.Said(), Style: strong, Tip: priority.Told(v.s.Portfolio(), at.Insats), Blank: at.Score.Value == 0}
	case i < len(v.criteria):
		m := at.Score.Marks[i]
		if m.Points == 0 {
			return grid.Cell{Text: "–", Style: widgets.Muted, Tip: m.Why, Blank: true}
		}
		if m.From != "" {
			style = widgets.Muted
		}
		return grid.Cell{Text: fmt.Sprint(m.Points), Style: style, Tip: m.Why}
	case i == len(v.criteria):
		return grid.Cell{Text: at.Costs(), Style: style, Blank: !at.Cost.Known}
	}
	return grid.Cell{Text: at.Sum.Short(), Style: style}
}
