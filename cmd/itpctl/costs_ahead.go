package main

import (
	"context"
	"fmt"
	"strconv"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/years"
)

type aheadJSON struct {
	First    int           `json:"first"`
	Courses  []courseJSON  `json:"courses"`
	Years    []sumsJSON    `json:"years"`
	Legs     []legJSON     `json:"stages_without_cost"`
	Benefits []benefitJSON `json:"benefits"`
	Proposed int           `json:"proposed,omitempty"`
}

type courseJSON struct {
	Owner string     `json:"owner"`
	Kind  string     `json:"kind"`
	Years []yearJSON `json:"years"`
}

type yearJSON struct {
	How string `json:"how"`
	Sum string `json:"sum,omitempty"`
	Why string `json:"why,omitempty"`
}

type sumsJSON struct {
	Year     int    `json:"year"`
	Stands   string `json:"stands"`
	Reckoned string `json:"reckoned"`
	Renewed  string `json:"renewed"`
}

type legJSON struct {
	Plan string `json:"initiative"`
	Year int    `json:"year"`
	Sum  string `json:"sum"`
}

type benefitJSON struct {
	Plan   string `json:"initiative"`
	From   int    `json:"from"`
	Yearly string `json:"yearly"`
}

var hows = [...]string{"unknown", "stands", "reckoned", "if_renewed", "over"}

// ahead shows the years ahead, and proposes forecasts when that is asked for.
func (o *costsOptions) ahead(ctx context.Context, e *env, p *app.Portfolio) error {
	look := years.Looking{First: o.from, Years: o.years}
	var err error
	if look.Index, err = indexOf(p, o.index); err != nil {
		return err
	}
	if o.years < 1 || o.years > 20 {
		return usage("--years ska vara mellan 1 och 20.")
	}
	if o.unit != "" {
		u, err := p.Find(units, o.unit)
		if err != nil {
			return err
		}
		look.Unit = u.ID
	}
	a := years.Ahead(p, look)
	var made years.Proposed
	if o.propose {
		work := func(tx *field.Tx) (string, error) {
			var err error
			made, err = years.Propose(tx, years.Ahead(tx, look), o.all)
			return "Prognoser för åren framåt", err
		}
		if o.dryRun {
			_, err = work(field.NewTx(p))
		} else {
			_, err = p.Do(ctx, work)
		}
		if err != nil {
			return err
		}
	}
	if o.json {
		return writeJSON(e.out, aheadOf(p, a, made))
	}
	tellAhead(e, p, a)
	if o.propose {
		what := "skrivna"
		if o.dryRun {
			what = "skulle skrivas; inget är skrivet"
		}
		say(e.out, "%s, %s kr: %s.\n", text.Plural(made.Made, "prognos", "prognoser"), made.Sum.Exact(), what)
	}
	return nil
}

func aheadOf(p *app.Portfolio, a years.Outlook, made years.Proposed) aheadJSON {
	out := aheadJSON{First: a.First, Proposed: made.Made, Courses: []courseJSON{}, Legs: []legJSON{}, Benefits: []benefitJSON{}}
	for _, c := range a.Courses {
		one := courseJSON{Owner: c.Owner.Name(), Kind: c.Owner.Kind.Name}
		for _, y := range c.Years {
			j := yearJSON{How: hows[y.How], Why: y.Why}
			if y.How != years.Unknown && y.How != years.Over {
				j.Sum = y.Sum.Decimal()
			}
			one.Years = append(one.Years, j)
		}
		out.Courses = append(out.Courses, one)
	}
	for i, s := range a.Sums {
		out.Years = append(out.Years, sumsJSON{a.First + i, s.Stands.Decimal(), s.Reckoned.Decimal(), s.Renewed.Decimal()})
	}
	for _, l := range a.Legs {
		out.Legs = append(out.Legs, legJSON{p.Label(l.Plan.ID), l.Year, l.Sum.Decimal()})
	}
	for _, b := range a.Benefits {
		out.Benefits = append(out.Benefits, benefitJSON{p.Label(b.Plan.ID), b.From, b.Yearly.Decimal()})
	}
	return out
}

// tellAhead shows the years side by side: * is reckoned, (…) needs a renewal.
func tellAhead(e *env, p *app.Portfolio, a years.Outlook) {
	t := table{heads: []string{"Gäller"}, right: []bool{false}}
	for i := range a.Sums {
		t.heads, t.right = append(t.heads, strconv.Itoa(a.First+i)), append(t.right, true)
	}
	for _, c := range a.Courses {
		row := []string{c.Owner.Name()}
		for _, y := range c.Years {
			row = append(row, y.Short())
		}
		t.rows = append(t.rows, row)
	}
	for _, line := range []struct {
		what string
		of   func(years.Sums) money.Ore
	}{{"På rader", func(s years.Sums) money.Ore { return s.Stands }}, {"Beräknat *", func(s years.Sums) money.Ore { return s.Reckoned }}, {"Om det förlängs ( )", func(s years.Sums) money.Ore { return s.Renewed }},
		{"Tillsammans", func(s years.Sums) money.Ore { return s.Stands + s.Reckoned + s.Renewed }}} {
		row := []string{line.what}
		for _, s := range a.Sums {
			row = append(row, line.of(s).Exact())
		}
		t.rows = append(t.rows, row)
	}
	t.write(e.out)
	say(e.out, "* beräknat av avtalets senaste kända år; ( ) kräver att avtalet förlängs; – ingen har sagt något.\n")
	for _, l := range a.Legs {
		say(e.out, "Etapp utan kostnad: %s, %d, %s kr.\n", p.Label(l.Plan.ID), l.Year, l.Sum.Exact())
	}
	for _, b := range a.Benefits {
		say(e.out, "Nytta, inte med i summan: %s, %s kr om året från %s.\n", p.Label(b.Plan.ID), b.Yearly.Exact(), fmt.Sprint(b.From))
	}
}
