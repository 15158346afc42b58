package main

import (
	"context"
	"fmt"
	"slices"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/rhythm"
)

type roundJSON struct {
	Milestone string        `json:"milestone"`
	Year      int           `json:"year"`
	Due       string        `json:"due"`
	Until     string        `json:"until,omitempty"`
	Since     string        `json:"since,omitempty"`
	State     string        `json:"state,omitempty"`
	Asks      string        `json:"asks"` // budget, forecast or actual
	Changed   []differing   `json:"changed"`
	Lacking   []lackingJSON `json:"lacking"`
	Unsaid    []deviateJSON `json:"unsaid"`
}

type lackingJSON struct {
	Owner string `json:"owner"`
	Name  string `json:"name"`
	Cost  string `json:"cost,omitempty"`
	Why   string `json:"why"`
}

type deviateJSON struct {
	Owner   string    `json:"owner"`
	Name    string    `json:"name"`
	Cost    string    `json:"cost"`
	Budget  money.Ore `json:"budget_ore"`
	Is      money.Ore `json:"is_ore"`
	By      money.Ore `json:"variance_ore"`
	Comment bool      `json:"comment_missing"`
	Action  bool      `json:"action_missing"`
}

func (o *rhythmOptions) round(ctx context.Context, e *env, p *app.Portfolio) error {
	m, err := o.known(p)
	if err != nil {
		return err
	}
	if o.year == 0 {
		return usage("Säg vilket år avstämningen gäller: --year 2027.")
	}
	r := rhythm.RoundOf(p, o.year, m)
	var changed rhythm.Comparison
	if r.Since != nil {
		before, err := rhythm.SideOf(r.Since, func(entry int64) (field.World, error) { return p.At(ctx, entry) })
		if fault.CodeOf(err) != fault.NotFound && err != nil {
			return err
		}
		if err == nil {
			changed = rhythm.Compare(before, rhythm.Side{Name: "nu", World: p, Year: o.year}, budget.By(budget.ByOwner))
		}
	}
	if o.json {
		return writeJSON(e.out, roundOf(p, r, changed))
	}
	o.tellRound(e, p, r, changed)
	return nil
}

func roundOf(p *app.Portfolio, r rhythm.Round, changed rhythm.Comparison) roundJSON {
	out := roundJSON{Milestone: r.Milestone.Called(), Year: r.Year, Due: r.Due.String(), Asks: r.Asks.Key, Changed: []differing{}, Lacking: []lackingJSON{}, Unsaid: []deviateJSON{}}
	if !r.Until.IsZero() {
		out.Until = r.Until.String()
	}
	if r.Since != nil {
		out.Since = r.Since.Ref
	}
	if r.State != nil {
		out.State = r.State.Ref
	}
	for _, l := range changed.Changed() {
		out.Changed = append(out.Changed, differingOf(l))
	}
	for _, l := range r.Lacking {
		line := lackingJSON{Owner: l.Owner.Ref, Name: p.Label(l.Owner.ID), Why: l.Why}
		if l.Cost != nil {
			line.Cost = string(l.Cost.ID)
		}
		out.Lacking = append(out.Lacking, line)
	}
	for _, d := range r.Unsaid {
		owner := p.Get(economy.CostOwner.Get(d.Cost))
		comment, action := d.Missing()
		out.Unsaid = append(out.Unsaid, deviateJSON{owner.Ref, p.Label(owner.ID), string(d.Cost.ID), d.Amounts.Budget.Ore, d.Amounts.Held(d.Against).Ore, d.Amounts.Variance(d.Against).Ore, comment, action})
	}
	return out
}

// tellRound writes the steps of a round, each with how many are left.
func (o *rhythmOptions) tellRound(e *env, p *app.Portfolio, r rhythm.Round, changed rhythm.Comparison) {
	say(e.out, "%s %d: senast %s\n", r.Milestone.Called(), r.Year, r.Due)
	if r.State != nil {
		say(e.out, "Läget är låst %s av %s.\n", rhythm.On.Get(r.State), rhythm.By.Get(r.State))
	}
	say(e.out, "\n1. Ändrat sedan förra låsta läget\n")
	switch n := len(changed.Changed()); {
	case r.Since == nil:
		say(e.out, "  Inget läge är låst före det här.\n")
	case changed.A.World == nil:
		say(e.out, "  Vad som stod i %s går inte att räkna fram.\n", r.Since.Name())
	case n == 0:
		say(e.out, "  Inget har ändrats sedan %s.\n", r.Since.Name())
	default:
		for _, l := range changed.Changed() {
			f := l.Changes()[1]
			by, _ := f.By()
			b, _ := l.Changes()[0].By()
			a, _ := l.Changes()[2].By()
			say(e.out, "  %s: budget %s, prognos %s, utfall %s\n", l.Name, moved(b), moved(by), moved(a))
		}
	}
	say(e.out, "\n2. Utan %s: %s\n", text.Lower(r.Asks.Label), text.Count(len(r.Lacking)))
	for _, l := range r.Lacking {
		what := p.Called(l.Owner)
		if l.Cost != nil {
			what += ", " + rhythm.Told(p, l.Cost)
		}
		say(e.out, "  %s: %s\n", what, l.Why)
	}
	say(e.out, "\n3. Avvikelser att kommentera: %s\n", text.Count(len(r.Unsaid)))
	for _, d := range r.Unsaid {
		missing := "kommentar saknas"
		switch comment, action := d.Missing(); {
		case comment && action:
			missing = "kommentar och åtgärd saknas"
		case action:
			missing = "åtgärd saknas"
		}
		say(e.out, "  %s, %s: %s kr mot budget %s kr: %s\n", p.Called(p.Get(economy.CostOwner.Get(d.Cost))), rhythm.Told(p, d.Cost), signed(d.Amounts.Variance(d.Against).Ore), d.Amounts.Budget.Exact(), missing)
	}
	if r.State == nil {
		say(e.out, "\nNär det är klart: itpctl rhythm FIL freeze --year %d --milestone \"%s\"\n", r.Year, r.Milestone.Called())
	}
}

// moved is a change in words: "+20 000", "oförändrad".
func moved(v money.Ore) string {
	if v == 0 {
		return "oförändrad"
	}
	return signed(v)
}

// confirm says of costs that lack a forecast at a milestone that they become what was expected.
func (o *rhythmOptions) confirm(ctx context.Context, e *env, p *app.Portfolio, names []string) error {
	m, err := o.known(p)
	switch {
	case err != nil:
		return err
	case o.year == 0:
		return usage("Säg vilket år avstämningen gäller: --year 2027.")
	case o.all == (len(names) > 0):
		return usage("Säg vad som blir som väntat: dess namn eller referens, eller --all för allt som saknar prognos.")
	}
	r := rhythm.RoundOf(p, o.year, m)
	if r.Asks.Field != economy.CostForecast.Field {
		return fault.New(fault.Invalid, fmt.Sprintf("%s %d frågar efter %s, inte efter prognos. Inget har ändrats.", m.Called(), o.year, text.Lower(r.Asks.Label)))
	}
	owners, err := o.owners(p, names)
	if err != nil {
		return err
	}
	var ids []field.ID
	found := map[field.ID]bool{}
	for _, l := range r.Lacking {
		if l.Cost != nil && (o.all || slices.Contains(owners, l.Owner.ID)) {
			ids, found[l.Owner.ID] = append(ids, l.Cost.ID), true
		}
	}
	for _, id := range owners {
		if !found[id] {
			return fault.New(fault.Invalid, fmt.Sprintf("%s saknar ingen prognos %d inför %s. Inget har ändrats. itpctl rhythm FIL round räknar upp dem som gör det.", p.Called(p.Get(id)), o.year, m.Called()))
		}
	}
	n, expected := 0, economy.CostForecast.Label
	_, err = p.Do(ctx, func(tx *field.Tx) (string, error) {
		var err error
		n, err = rhythm.Confirm(tx, ids...)
		return fmt.Sprintf("%s som väntat, %s %d", expected, m.Called(), o.year), err
	})
	if err != nil {
		return err
	}
	if n == 0 {
		say(e.out, "Inget saknar prognos %d inför %s.\n", o.year, m.Called())
		return nil
	}
	say(e.out, "%s som väntat. Kvar utan prognos: %s.\n", text.Plural(n, "kostnad blir", "kostnader blir"), text.Count(len(rhythm.RoundOf(p, o.year, m).Lacking)))
	return nil
}

// owners are what costs, by their names or references.
func (o *rhythmOptions) owners(p *app.Portfolio, names []string) (out []field.ID, err error) {
	for _, name := range names {
		r, err := resolve(p, name)
		if err != nil {
			return nil, err
		}
		out = append(out, r.ID)
	}
	return out, nil
}
