// Package budget is the budgetrapport: what a year is budgeted, believed and known to cost, parted
// in the ways that a controller asks for, each table with the same sum as the first.
package budget

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app"
	sheet "itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// The parts of the report, in order.
const (
	variances = "avvikelser"
	units     = "förvaltningar"
	accounts  = "konton"
	systems   = "system"
	plans     = "insatser"
	folders   = "portföljer"
	rams      = "ramar"
	payers    = "fördelning"
	ahead     = "åren framöver"
	trend     = "prognosen över tiden"
	locked    = "låsta lägen"
)

// stepsBy are what the stairs from budget to prognos may be parted by.
var stepsBy = map[string]string{"förvaltning": sheet.ByUnit, "kostnadsslag": sheet.BySort, "kostnad": sheet.ByOwner}

// latest stands for the state that was locked last.
const latest = "senaste"

// Report is the budgetrapport.
var Report = report.Report{Info: report.Info{
	Name: "budget", Title: "Budgetrapport", Also: []string{"budgetuppföljning", "ekonomirapport", "controller", "kostnadsrapport", "utfall mot budget"}, For: "Controllern, ekonomichefen", Group: app.ReportsForControllers,
	Description: "Årets budget, prognos, utfall och avvikelser med förklaringar, på de delningar som kryssas i. Varje tabell har samma summa som den första.",
	Settings: report.With(report.OfYear, report.Portfolio, report.Message,
		report.Setting{Key: "jamfor", Label: "Jämför med", Help: "Namnet på ett låst läge, till exempel T1 2027, eller ”senaste”. Tomt: ingen jämförelse."},
		report.Setting{Key: "trappa", Label: "Från budget till prognos efter", Help: "Vad stegen på första sidan visar.", Default: "förvaltning", Choices: []string{"förvaltning", "kostnadsslag", "kostnad"}},
		report.Setting{Key: "delar", Label: "Dela också på", Help: "Fler av budgetens delningar med komma emellan, till exempel kostnadsslag, leverantör. Samma ord som i Budget."},
		report.Sections(variances, units, accounts, systems, plans, folders, rams, payers, ahead, trend, locked),
	),
}, Write: write}

// tables are the parts of the report that are a way to part the whole.
var tables = []struct{ section, by, title string }{
	{units, sheet.ByUnit, "Förvaltningar och enheter"}, {accounts, sheet.ByAccount, "Konton"}, {systems, sheet.BySystem, "System"},
	{plans, sheet.ByPlan, "Insatser"}, {folders, sheet.ByPortfolio, "Portföljer"},
}

// controller is the budgetrapport being built.
type controller struct {
	*report.Job
	against sheet.Against
	types   *sheet.Table // the whole, drift and investering apart
	wants   []sheet.Want
	also    []sheet.Dimension // that are asked for besides the sections
	state   *field.Record     // what is compared with; nil: nothing
	spent   bool              // some utfall is known
	blank   *pdf.Doc
}

func write(j *report.Job) (*pdf.Doc, error) {
	c := &controller{Job: j, against: sheet.AgainstOf(j.All, j.Year)}
	c.types = c.ask(sheet.By(sheet.ByType))
	c.spent = c.types.Total.Actual.Known
	c.wants = sheet.Wants(j.W, j.Year, c.against)
	if err := c.understand(); err != nil {
		return nil, err
	}
	c.blank = c.Job.Doc(c.title(), false)
	n := c.room()
	doc := c.whole(n, false)
	if len(doc.Pages()) > 3 {
		doc = c.whole(n, true)
	}
	return doc, nil
}

// understand reads the settings that are the report's own.
func (c *controller) understand() (err error) {
	for _, word := range strings.Split(c.Sets["delar"], ",") {
		if word = strings.TrimSpace(word); word == "" {
			continue
		}
		d, err := sheet.Find(c.All, word)
		if err != nil {
			return err
		}
		c.also = append(c.also, d)
	}
	if name := c.Sets["jamfor"]; name != "" {
		c.state, err = c.stateNamed(name)
	}
	return err
}

// ask is the year's costs by some dimensions, drift and investering beside each other.
func (c *controller) ask(by ...sheet.Dimension) *sheet.Table {
	return sheet.Of(c.Costs(), sheet.Query{First: c.Year, Last: c.Year, Unit: c.Unit, Rows: by, Columns: sheet.By(sheet.ByType), Closed: c.against == sheet.ByActual})
}

// unitDimension parts by förvaltning and bolag, or in the report of one of them by enhet.
func (c *controller) unitDimension() sheet.Dimension {
	if c.Unit != "" {
		return sheet.By(sheet.ByPlace)
	}
	return sheet.By(sheet.ByUnit)
}

func (c *controller) title() string {
	return c.ForUnit(fmt.Sprintf("Budgetrapport %d", c.Year))
}

// whole is the whole report, with or without contents after the first page.
func (c *controller) whole(r room, contents bool) *pdf.Doc {
	doc := c.blank.Fresh()
	c.front(doc, r, pdf.PageRef)
	if len(c.types.Total.Rows) > 0 || len(c.states()) > 0 {
		doc.PageBreak()
		if contents {
			doc.Contents("Innehåll", 1)
		}
	}
	f := doc.Flow
	if len(c.types.Total.Rows) > 0 {
		if c.Has(variances) && len(c.wants) > 0 {
			c.wantList(f)
		}
		for _, t := range tables {
			if c.Has(t.section) {
				by := sheet.By(t.by)
				if t.by == sheet.ByUnit {
					by = c.unitDimension()
				}
				c.parted(f, doc.ChartStyle(), by, t.title)
			}
		}
		for _, d := range c.also {
			c.parted(f, doc.ChartStyle(), d, "Delat på "+strings.ToLower(d.Label))
		}
	}
	c.rest(f, doc)
	c.SealNote(f)
	return doc
}

// rest are the parts that aren't ways to part the year.
func (c *controller) rest(f *pdf.Flow, doc *pdf.Doc) {
	style := doc.ChartStyle()
	if c.Has(rams) {
		c.ramar(f, style)
	}
	if len(c.types.Total.Rows) > 0 && c.Has(payers) {
		c.payers(f)
	}
	if c.Has(ahead) {
		c.ahead(f)
	}
	if c.Has(trend) {
		c.trend(f, style)
	}
	if c.state != nil {
		c.compare(f, style)
	}
	if c.Has(locked) {
		c.lockedStates(f)
	}
}

// typed are the types that the year's costs have, in order.
func (c *controller) typed() []sheet.Column {
	return slices.DeleteFunc(slices.Clone(c.types.Columns), func(t sheet.Column) bool {
		i := slices.Index(c.types.Columns, t)
		return c.types.Total.Cells[i] == sheet.Amounts{}
	})
}

// cell is what a line comes to of a type.
func cell(t *sheet.Table, l *sheet.Line, typ string) sheet.Amounts {
	i := slices.IndexFunc(t.Columns, func(c sheet.Column) bool { return c.Key == typ })
	if i < 0 {
		return sheet.Amounts{}
	}
	return l.Cells[i]
}

// typeName is what a type is called over its columns.
func typeName(c sheet.Column) string {
	switch c.Key {
	case economy.Operations:
		return "Drift"
	case economy.Investment:
		return "Investering"
	}
	return cmp.Or(c.Label, "Inte sagt")
}
