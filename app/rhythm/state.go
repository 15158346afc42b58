// Package rhythm holds how the budget of a year is followed: the states that its figures are
// locked in at the milestones of the styrmodell, what differs between two of them, and what is
// left to do at one.
package rhythm

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// StateKind is how budget, forecast and actuals of a year stood when somebody locked them. It is
// never written over; another follows on it.
var StateKind = field.NewKind(field.Kind{Name: "budget_state", Plural: "budget_states", One: "låst läge", Many: "låsta lägen", Also: []string{"låst budget", "fryst prognos", "tertial", "delår"}, Neuter: true, Prefix: "LL",
	Sheet: "Låsta lägen", Searched: true, Further: true, Lasting: true, Icon: "archive", Page: "budget"})

// The fields of a locked state. Its amounts are what counted of the year's cost rows then.
var (
	Name      = field.NewText(StateKind, "name", "Läge", field.Required(""), field.Listed, field.Width(22), field.Also("läge", "låst läge", "budgetläge"))
	Year      = field.NewYear(StateKind, "year", "År", field.Required(""), field.Listed, field.Width(6), field.Also("år", "budgetår", "avser år"))
	Milestone = field.NewText(StateKind, "milestone", "Avstämning", field.Vocabulary, field.Listed, field.Width(14), field.Help("Vad i årets gång läget är låst vid: Budget, T1, Delår."), field.Also("avstämning", "tillfälle", "uppföljning"))
	On        = field.NewDate(StateKind, "frozen_on", "Låst den", field.Required(""), field.Listed, field.Width(12), field.Also("låst den", "låstes", "avstämt den"))
	By        = field.NewText(StateKind, "frozen_by", "Låst av", field.Vocabulary, field.Listed, field.Width(20), field.Help("Personen eller rollen som låste läget."), field.Also("låst av", "avstämt av"))
	Rows      = field.NewNumber(StateKind, "rows", "Kostnadsrader", field.Width(13), field.Help("Hur många kostnadsrader året hade."), field.Also("antal kostnadsrader"))
	Budget    = field.NewMoney(StateKind, "budget", "Budget", field.Listed, field.Help("Det som räknades av årets kostnadsrader. Exklusive moms."), field.Also("budget"))
	Forecast  = field.NewMoney(StateKind, "forecast", "Prognos", field.Listed, field.Help("Vad året väntades kosta; rader utan prognos räknas med sin budget."), field.Also("prognos"))
	Actual    = field.NewMoney(StateKind, "actual", "Utfall", field.Listed, field.Help("Det utfall som fanns."), field.Also("utfall"))
	At        = field.NewNumber(StateKind, "entry", "Post i journalen", field.Help("Journalens nummer när läget låstes: som det stod då är innehållet."), field.Also("journalpost", "post i journalen"))
	Sum       = field.NewText(StateKind, "digest", "Kontrollsumma", field.Width(18), field.Help("SHA-256 av årets kostnadsrader. itpctl rhythm check säger om den stämmer."), field.Also("kontrollsumma", "sha-256", "hash"))
	Notes     = field.NewLongText(StateKind, "notes", "Anteckningar", field.Also("anteckningar", "kommentar"))
)

func init() {
	StateKind.Counts = func(field.World, []*field.Record) func(*field.Record, *field.Field) bool {
		return func(*field.Record, *field.Field) bool { return false } // they are the same money, seen at other times
	}
	StateKind.Check = func(w field.World, _, r *field.Record) error {
		if r != nil && On.Get(r) > w.Today() {
			return fault.New(fault.Invalid, "Läget kan inte vara låst "+On.Get(r).String()+", som inte har varit än. Inget har ändrats.")
		}
		return nil
	}
}

// Sums are budget, forecast and actual of some cost rows, as the budget counts them: rows without
// a forecast by their budget, and of insatser that are closed or set aside only what they cost.
type Sums struct {
	Budget, Forecast, Actual money.Total
	Rows                     int
}

// amounts are the sums in the order of economy.Amounts.
func (s *Sums) amounts() [3]*money.Total { return [...]*money.Total{&s.Budget, &s.Forecast, &s.Actual} }

func sumsOf(a budget.Amounts, rows int) Sums { return Sums{a.Budget, a.Forecast, a.Actual, rows} }

// SumsOf adds the cost rows of a year.
func SumsOf(w field.World, year int) Sums {
	t := budget.Of(w, budget.Query{First: year, Last: year}).Total
	return sumsOf(t.Amounts, len(t.Rows))
}

// rowsOf are the cost rows of a year.
func rowsOf(w field.World, year int) (out []*field.Record) {
	for _, c := range w.All(economy.CostKind) {
		if economy.CostYear.Get(c) == int64(year) {
			out = append(out, c)
		}
	}
	return out
}

// Content is the cost rows of a year in canonical JSON: keys and rows in order, amounts in öre as
// text.
func Content(w field.World, year int) ([]byte, error) {
	type line struct {
		Actual   string            `json:"actual,omitempty"`
		Budget   string            `json:"budget,omitempty"`
		Codes    map[string]string `json:"codes,omitempty"`
		Forecast string            `json:"forecast,omitempty"`
		ID       field.ID          `json:"id"`
		Month    string            `json:"month,omitempty"`
		On       string            `json:"on,omitempty"`
		Owner    field.ID          `json:"owner"`
		Payers   string            `json:"payers,omitempty"`
		Sort     string            `json:"sort,omitempty"`
		Text     string            `json:"text,omitempty"`
		Type     string            `json:"type,omitempty"`
	}
	lines := []line{}
	for _, c := range rowsOf(w, year) {
		l := line{ID: c.ID, Owner: economy.CostOwner.Get(c), Month: economy.CostMonth.Get(c), Type: economy.CostType.Get(c), Sort: economy.CostSort.Get(c), Text: economy.CostText.Get(c), Codes: map[string]string{}}
		for i, f := range economy.Amounts() {
			if v, ok := c.Get(f.Field).(money.Ore); ok {
				*[...]*string{&l.Budget, &l.Forecast, &l.Actual}[i] = strconv.FormatInt(int64(v), 10)
			}
		}
		if on := economy.CostForecastOn.Get(c); !on.IsZero() {
			l.On = on.String()
		}
		for _, f := range economy.Codes() {
			if s := f.Get(c); s != "" {
				l.Codes[f.Key] = s
			}
		}
		var payers []string
		for _, p := range economy.Payers(w, c.ID) {
			payers = append(payers, fmt.Sprintf("%s %d", p.Unit, p.Share))
		}
		slices.Sort(payers)
		l.Payers = strings.Join(payers, ", ")
		lines = append(lines, l)
	}
	slices.SortFunc(lines, func(a, b line) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return json.Marshal(map[string]any{"costs": lines, "year": year})
}

// digest is the SHA-256 of the cost rows of a year.
func digest(w field.World, year int) (string, error) {
	content, err := Content(w, year)
	if err != nil {
		return "", err
	}
	return governance.Digest(content), nil
}

// Freezing is what is known of that a year's figures are locked.
type Freezing struct {
	Year      int
	Milestone string    // what it is called; "" for no milestone
	On        date.Date // 0: today
	By, Notes string
	Entry     int64 // the newest of the journal, which it is as it stands after
}

// Freeze writes down how the figures of a year stand. Faults: Invalid.
func Freeze(tx *field.Tx, f Freezing) (*field.Record, error) {
	if f.Year < 2000 || f.Year > 2100 {
		return nil, fault.New(fault.Invalid, fmt.Sprintf("%d är inget budgetår. Inget har ändrats. Skriv året som läget gäller, med fyra siffror.", f.Year))
	}
	if f.By == "" {
		return nil, fault.New(fault.Invalid, "Säg vem som låser läget. Inget har ändrats.")
	}
	sums := SumsOf(tx, f.Year)
	if sums.Rows == 0 {
		return nil, fault.New(fault.Invalid, fmt.Sprintf("Det finns inga kostnader %d att låsa. Inget har ändrats.", f.Year))
	}
	sum, err := digest(tx, f.Year)
	if err != nil {
		return nil, err
	}
	on := cmp.Or(f.On, tx.Today())
	r := field.NewRecord(StateKind, tx.NewID()).Put(Name.Field, free(tx, fmt.Sprintf("%s %d", cmp.Or(f.Milestone, "Läget "+on.String()+","), f.Year))).Put(Year.Field, int64(f.Year)).
		Put(On.Field, on).Put(By.Field, f.By).Put(Rows.Field, int64(sums.Rows)).Put(At.Field, f.Entry).Put(Sum.Field, sum)
	for i, to := range []field.MoneyField{Budget, Forecast, Actual} {
		if t := sums.amounts()[i]; t.Known {
			r.Put(to.Field, t.Ore)
		}
	}
	if f.Milestone != "" {
		r.Put(Milestone.Field, f.Milestone)
	}
	if f.Notes != "" {
		r.Put(Notes.Field, f.Notes)
	}
	return r, tx.Create(r)
}

// free is a name that no other state has.
func free(w field.World, name string) string {
	out := name
	for n := 2; slices.ContainsFunc(w.All(StateKind), func(r *field.Record) bool { return text.Key(r.Name()) == text.Key(out) }); n++ {
		out = fmt.Sprintf("%s (%d)", name, n)
	}
	return out
}

// Verify says whether the sum of a state is that of the year's cost rows as they stood at its
// entry of the journal, which at counts forth, and its amounts what they came to. One without a
// sum was locked elsewhere, and isn't wrong.
func Verify(r *field.Record, at func(entry int64) (field.World, error)) (said string, fits bool, err error) {
	year := int(Year.Get(r))
	var sums Sums
	said, fits, err = governance.Verify(At.Get(r), Sum.Get(r), at, func(w field.World) (string, error) {
		sums = SumsOf(w, year)
		return digest(w, year)
	})
	if err != nil || !fits || sums.Rows == 0 {
		return said, fits, err
	}
	for i, f := range []field.MoneyField{Budget, Forecast, Actual} {
		if v, ok := r.Get(f.Field).(money.Ore); *sums.amounts()[i] != (money.Total{Ore: v, Known: ok}) {
			return text.Lower(f.Label) + " är inte vad raderna ger", false, nil
		}
	}
	return said, fits, nil
}

// States are those of a year, 0 for all, in the order that they were locked.
func States(w field.World, year int) (out []*field.Record) {
	for _, r := range w.All(StateKind) {
		if year == 0 || Year.Get(r) == int64(year) {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b *field.Record) int {
		return cmp.Or(cmp.Compare(On.Get(a), On.Get(b)), cmp.Compare(At.Get(a), At.Get(b)))
	})
	return out
}

// LockedAt is the state of a year that was locked last at a milestone; nil for none.
func LockedAt(w field.World, year int, m governance.Recurring) (last *field.Record) {
	for _, r := range States(w, year) {
		if at := text.Key(Milestone.Get(r)); at != "" && (at == text.Key(m.Short) || at == text.Key(m.Label) || at == m.Key) {
			last = r
		}
	}
	return last
}
