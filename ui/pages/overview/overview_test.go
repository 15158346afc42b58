package overview_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/system"
	"itportfoljen/ui/pages/overview"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// sink is a page that remembers what it was asked to show.
type sink struct{ args []any }

func (p *sink) Content() fyne.CanvasObject { return container.NewStack() }
func (p *sink) Header() shell.Header       { return shell.Header{} }
func (p *sink) Shown(arg any)              { p.args = append(p.args, arg) }
func (p *sink) Changed(app.Event)          {}

func open(t *testing.T, p *app.Portfolio) (*shell.Shell, map[string]*sink) {
	t.Helper()
	pages, specs := map[string]*sink{}, []shell.PageSpec{overview.Spec()}
	for _, id := range []string{"systems", "agreements", "plan", "reports", "exchange", "settings"} {
		pages[id] = &sink{}
		specs = append(specs, shell.PageSpec{ID: id, Icon: "layers", New: func(*shell.Shell) shell.Page { return pages[id] }})
	}
	return uitest.Window(t, p, app.Services{}, specs...), pages
}

func TestAnEmptyPortfolioSaysHowToBegin(t *testing.T) {
	s, pages := open(t, uitest.Empty(t))
	uitest.Tap(t, s, "Importera …")
	if len(pages["exchange"].args) != 1 || pages["exchange"].args[0] != any("import") {
		t.Errorf("the first step leads to %v", pages["exchange"].args)
	}
}

func TestTheFiguresAreThoseOfThePortfolio(t *testing.T) {
	p := uitest.Example(t)
	s, _ := open(t, p)
	figures := uitest.Find[*widgets.KeyFigure](s)
	if len(figures) != 5 {
		t.Fatalf("%d figures", len(figures))
	}
	if want := insight.FiguresOf(p).Budget.Short(); figures[1].Value != want {
		t.Errorf("the cost is %q, not %q", figures[1].Value, want)
	}
}

func TestTheFirstThingToDoOpensWhatItIsAbout(t *testing.T) {
	p := uitest.Example(t)
	s, pages := open(t, p)
	first := insight.Todos(p)[0]
	uitest.Tap(t, s, first.Text)
	var got []any
	for _, page := range pages {
		got = append(got, page.args...)
	}
	if len(got) != 1 || len(first.Records) == 1 && got[0] != any(shell.Select{ID: first.Records[0]}) {
		t.Errorf("it opened %v", got)
	}
}

func TestAllThatWaitsIsOneTapAway(t *testing.T) {
	p := uitest.Example(t)
	s, _ := open(t, p)
	last := insight.Todos(p)[len(insight.Todos(p))-1]
	rows := func() (n int) {
		uitest.Walk(uitest.Find[*widgets.ActionList](s)[0], func(o fyne.CanvasObject) {
			_, link := o.(*widgets.Link)
			if _, ok := o.(fyne.Tappable); ok && !link {
				n++
			}
		})
		return n
	}
	few := rows()
	for _, text := range uitest.Texts(uitest.Front(s)) {
		if strings.HasPrefix(text, "Visa alla ") {
			uitest.Tap(t, s, text)
			break
		}
	}
	if all := rows(); all <= few || all != len(insight.Todos(p)) {
		t.Errorf("%d rows, then %d; the last is %q", few, all, last.Text)
	}
	uitest.Tap(t, s, "Visa färre")
	if rows() != few {
		t.Error("they don't go away again")
	}
}

func TestAChangeIsSeenAtOnce(t *testing.T) {
	p := uitest.Open(t)
	s, _ := open(t, p)
	before := uitest.Find[*widgets.KeyFigure](s)[1].Value
	id := p.All(system.Kind)[0].ID
	if _, err := p.SetText(context.Background(), id, field.Column{Field: system.Kind.Field("operations_budget"), Year: p.PlanYear()}, "3 mnkr"); err != nil {
		t.Fatal(err)
	}
	if after := uitest.Find[*widgets.KeyFigure](s)[1].Value; after == before {
		t.Errorf("still %s", after)
	}
}

func TestYearsWithoutAmountsAreLeftOut(t *testing.T) {
	p := uitest.Open(t)
	s, _ := open(t, p)
	if !uitest.Shows(uitest.Front(s), "2027") || uitest.Shows(uitest.Front(s), "2025–2028") {
		t.Errorf("the only year isn't the only one: %q", uitest.Texts(uitest.Front(s)))
	}
	c := apptest.Cost(p, p.All(system.Kind)[0].ID, 2026, economy.Operations, 400_000)
	if _, err := p.CreateAll(context.Background(), "Kostnad", []*field.Record{c}); err != nil {
		t.Fatal(err)
	}
	if !uitest.Shows(uitest.Front(s), "2026–2027") {
		t.Error("a year with amounts doesn't show")
	}
}
