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
	filter, columns, sort string
	desc, json            bool
}

var listCommand = &command{
	name: "list", args: "FIL SLAG [--filter TEXT] [--columns a,b] [--sort a] [--json]", short: "Visar system, insatser, avtal, kostnader, personer …", least: 2, most: 2,
	long: `SLAG är ` + text.Or(kindWords()) + `. Utan
--columns visas de vanligaste kolumnerna, med --json alla. Belopp per år skrivs
operations_budget:2027.`,
	build: func(fs *flag.FlagSet) runner {
		o := &listOptions{}
		fs.StringVar(&o.filter, "filter", "", "bara de som har alla ord i `TEXT`")
		fs.StringVar(&o.columns, "columns", "", "`FÄLT` med komma mellan: name,supplier,operations_budget:2027")
		fs.StringVar(&o.sort, "sort", "", "`FÄLT` att sortera efter")
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
		l := view.New(p, k)
		columns, err := o.chosen(p, k)
		if err != nil {
			return err
		}
		if columns != nil {
			l.SetColumns(columns)
		}
		var by field.Column // none: by reference
		if o.sort != "" {
			if by, err = column(p, k, o.sort); err != nil {
				return err
			}
		}
		l.Sort(view.Order{Column: by, Desc: o.desc})
		l.Search(o.filter)
		if o.json {
			return writeList(ctx, e.out, objects(p, l.Rows(), columns))
		}
		o.write(e, p, l)
		return nil
	})
}

// objects are the rows as machines read them, each made when it is asked for.
func objects(p *app.Portfolio, rows []*field.Record, columns []field.Column) iter.Seq[*export.Ordered] {
	return func(yield func(*export.Ordered) bool) {
		for _, r := range rows {
			if !yield(export.Object(p, r, columns)) {
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

func (o *listOptions) write(e *env, p *app.Portfolio, l *view.List) {
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
	for _, r := range l.Rows() {
		var row []string
		if hasRef {
			row = append(row, r.Ref)
		}
		for _, c := range l.Columns() {
			row = append(row, l.Text(r, c))
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
		if total, ok := l.Sum(c); ok && c.Field.InKronor() {
			line += fmt.Sprintf(", %s %s kr", strings.ToLower(c.Phrase(p)), money.Ore(total).Kr())
		}
	}
	say(e.out, "\n%s\n", line)
}
