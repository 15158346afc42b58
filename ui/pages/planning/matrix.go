package planning

import (
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/risk"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// matrix shows the list's risks by how likely and how bad they are.
type matrix struct {
	s       *shell.Shell
	reg     *register.Register
	data    chart.RiskData
	picture *widgets.Picture
	content fyne.CanvasObject
}

var _ register.View = (*matrix)(nil)

func newMatrix(s *shell.Shell, reg *register.Register) *matrix {
	m := &matrix{s: s, reg: reg}
	m.picture = widgets.NewPicture(360, 300, m.draw, m.hit)
	m.picture.Across = true
	m.content = widgets.Surface(widgets.NewScroll(widgets.Inset(16, 20, 16, 20, m.picture)))
	return m
}

// Content implements register.View.
func (m *matrix) Content() fyne.CanvasObject { return m.content }

// Reload implements register.View.
func (m *matrix) Reload() {
	var closed int
	m.data, closed = insight.RiskMatrix(m.s.Portfolio(), texts.T("plan.matrix.title"), m.reg.List().Rows())
	if closed > 0 {
		m.data.Note = texts.N("plan.matrix.closed", closed)
	}
	m.fit(float64(m.picture.Size().Width / theme.Px(1)))
	m.picture.Rebuild()
}

// fit gives the picture the height that it needs at a width.
func (m *matrix) fit(w float64) {
	if w < 100 {
		w = 700
	}
	if h := float32(chart.RiskMatrix(m.data, w, theme.Chart(), theme.Measure).H); h != m.picture.MinHeight {
		m.picture.MinHeight = h
		m.content.Refresh()
	}
}

func (m *matrix) draw(w, _ float64) draw.Drawing {
	m.fit(w)
	return chart.RiskMatrix(m.data, w, theme.Chart(), theme.Measure)
}

// Focus implements register.View.
func (m *matrix) Focus() { m.s.Window.Canvas().Focus(m.picture) }

// PanelClosed implements register.View.
func (m *matrix) PanelClosed() {}

// hit opens a risk beside the matrix; of a cell it lists the risks, and opens one that is
// alone there.
func (m *matrix) hit(key string) {
	if !strings.HasPrefix(key, "cell ") {
		m.reg.Open(field.ID(key))
		return
	}
	var in []field.ID
	said := ""
	for _, x := range m.data.Risks {
		if chart.CellKey(x.Probability, x.Consequence) == key {
			in = append(in, field.ID(x.Key))
			said = texts.T("plan.matrix.cell", x.Probability, x.Consequence)
		}
	}
	switch len(in) {
	case 0:
	case 1:
		m.reg.Open(in[0])
	default:
		m.reg.See("list")
		m.reg.Only(said, in)
	}
}

// isRisks says whether a register is that of the risks.
func isRisks(r *register.Register) bool { return r.List().Kind() == risk.Kind }
