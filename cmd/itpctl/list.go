package main

import (
	"context"
	"flag"
	"fmt"
	"iter"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/field"
	"itportfoljen/app/view"
)

type listOptions struct {
	filter, columns, sort, group, view, unit, as string
	where                                        many
	desc, json, views                            bool
}

// many is a flag that may be given several times.
type many []string

func (m *many) String() string     { return strings.Join(*m, " ") }
func (m *many) Set(s string) error { *m = append(*m, s); return nil }

var listCommand = &command{
	name: "list", args: "FIL SLAG [--where VILLKOR …] [--filter TEXT] [--view NAMN] [--columns a,b] [--sort a,-b] [--group a] [--unit ENHET [--as äger|använder]] [--json]", short: "Visar system, insatser, avtal, kostnader, personer …", least: 2, most: 2,
	long: `SLAG är ` + text.Or(kindWords()) + `. Utan
--columns visas de vanligaste kolumnerna, med --json alla. Belopp per år skrivs
operations_budget:2027.

Med --where väljs poster; flera villkor ska alla gälla:
  livscykel='I drift|Under avveckling'   någon av dem
  systemägare=        saknas             systemägare!=       finns
  namn~lön            innehåller         namn!~test          innehåller inte
  agreement_end='i år'                   en dag som infaller då; också detta kvartal,
                                         nästa år, inom 90 dagar, har passerat …
  agreement_end<=2027-06-30              operations_budget>='100 tkr'
  agreement_end=2027-01-01..2027-12-31   mellan, dagarna medräknade; agreement_end='2027|2028' de åren

En vy visas med --view, och --views räknar upp dem: de som följer med programmet
och de som är sparade i fönstret. Det som skrivs därtill går före vyns.

Med --unit sägs om enheten äger eller använder var och en. Summan för det som
används är enhetens del av kostnaden, där den är fördelad.`,
	build: func(fs *flag.FlagSet) runner {
		o := &listOptions{}
		fs.StringVar(&o.filter, "filter", "", "bara de som har alla ord i `TEXT`")
		fs.StringVar(&o.columns, "columns", "", "`FÄLT` med komma mellan: name,supplier,operations_budget:2027")
		fs.Var(&o.where, "where", "bara de som uppfyller `VILLKOR`")
		fs.StringVar(&o.sort, "sort", "", "`FÄLT` att sortera efter, flera med komma; -FÄLT det största först")
		fs.StringVar(&o.group, "group", "", "`FÄLT` att gruppera efter, med summor")
		fs.StringVar(&o.view, "view", "", "vyn som heter `NAMN`")
		fs.StringVar(&o.unit, "unit", "", "det som `ENHET` och enheterna under den äger eller använder")
		fs.StringVar(&o.as, "as", "", "med --unit: bara det som enheten `ÄGER` eller använder")
		fs.BoolVar(&o.views, "views", false, "räknar upp vyerna")
		fs.BoolVar(&o.desc, "desc", false, "det största först")
		fs.BoolVar(&o.json, "json", false, "för maskiner")
		return o.run
	},
}

func (o *listOptions) run(ctx context.Context, e *env, args []string) error {
	k, err := kindNamed(args[1])
	if err != nil {
		return err
	}
	return e.read(ctx, args[0], func(p *app.Portfolio) error {
		if o.views {
			return o.writeViews(e, p, k)
		}
		columns, err := o.chosen(p, k)
		if err != nil {
			return err
		}
		spec, err := o.spec(e, p, k, columns)
		if err != nil {
			return err
		}
		of, err := o.scope(p, spec.Group.Field != nil)
		if err != nil {
			return err
		}
		if of != nil {
			spec.Filters = append(spec.Filters, of.filter(p, k))
		}
		l := view.New(p, k)
		l.Show(spec)
		l.Search(o.filter)
		if o.json {
			return writeList(ctx, e.out, objects(p, l.Rows(), columns, of))
		}
		o.write(e, p, l, of)
		return nil
	})
}

// objects are the rows as machines read them, each made when it is asked for.
func objects(p *app.Portfolio, rows []*field.Record, columns []field.Column, of *ofUnit) iter.Seq[*export.Ordered] {
	return func(yield func(*export.Ordered) bool) {
		for _, r := range rows {
			row := export.Object(p, r, columns)
			if of != nil {
				of.tell(p, r, row)
			}
			if !yield(row) {
				return
			}
		}
	}
}

// chosen reads --columns; nil when it isn't given.
func (o *listOptions) chosen(p *app.Portfolio, k *field.Kind) ([]field.Column, error) {
	if o.columns == "" {
		return nil, nil
	}
	var out []field.Column
	for s := range strings.SplitSeq(o.columns, ",") {
		if s = strings.TrimSpace(s); s == "" || s == "ref" || s == "id" { // always there
			continue
		}
		c, err := column(p, k, s)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

func (o *listOptions) write(e *env, p *app.Portfolio, l *view.List, of *ofUnit) {
	t := table{}
	hasRef := l.Kind().Prefix != ""
	if hasRef {
		t.heads, t.right = append(t.heads, "Ref"), append(t.right, false)
	}
	for _, c := range l.Columns() {
		head := c.Field.Heading()
		if c.Field.Yearly {
			head = c.Phrase(p)
		}
		t.heads = append(t.heads, head)
		t.right = append(t.right, c.Field.Sums())
	}
	if of != nil {
		t.heads, t.right = append(t.heads, "Enheten"), append(t.right, false)
	}
	for _, line := range l.Lines() {
		row := listed(l, line, hasRef)
		if of != nil && line.Record != nil {
			row = append(row, of.word(p, line.Record))
		}
		t.rows = append(t.rows, row)
	}
	t.write(e.out)
	k := l.Kind()
	line := text.Plural(len(l.Rows()), k.One, k.Many)
	if len(l.Rows()) != l.Total() {
		line += " av " + text.Count(l.Total())
	}
	for _, c := range l.Columns() {
		switch total, ok := l.Sum(c); {
		case !ok || !c.Field.InKronor():
		case of != nil:
			line += of.sums(p, l, c)
		default:
			line += fmt.Sprintf(", %s %s kr", text.Lower(c.Phrase(p)), money.Ore(total).Kr())
		}
	}
	say(e.out, "\n%s\n", line)
}
