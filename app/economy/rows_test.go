package economy_test

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
)

func set(t *testing.T, p *app.Portfolio, id field.ID, f *field.Field, typed string) error {
	t.Helper()
	_, err := p.SetText(context.Background(), id, field.Column{Field: f}, typed)
	return err
}

func shown(p *app.Portfolio, id field.ID, f *field.Field) string {
	return f.Exact(p, f.Value(p, p.Get(id), 0))
}

// TestAnIncomeIsNegative whichever way it is typed, and in whichever order.
func TestAnIncomeIsNegative(t *testing.T) {
	p := apptest.Open(t)
	id := addRow(t, p, p.ByRef("SYS-0001").ID, "0 b=120 sort=grant").ID
	if got := shown(p, id, economy.CostBudget.Field); got != "−120" {
		t.Errorf("a new grant is %s", got)
	}
	for _, c := range []struct{ field, typed, budget, forecast string }{
		{"forecast", "500", "−120", "−500"}, {"forecast", "-400", "−120", "−400"}, {"forecast", "0", "−120", "0"}, {"forecast", "300", "−120", "−300"},
		{"sort", "licens", "120", "300"}, {"budget", "-7", "−7", "300"}, {"sort", "övrigt", "−7", "300"}, {"sort", "intern intäkt", "−7", "−300"}, {"sort", "bidrag", "−7", "−300"},
	} {
		if err := set(t, p, id, economy.CostKind.Field(c.field), c.typed); err != nil {
			t.Fatal(err)
		}
		if b, f := shown(p, id, economy.CostBudget.Field), shown(p, id, economy.CostForecast.Field); b != c.budget || f != c.forecast {
			t.Errorf("%s %s: %s and %s, want %s and %s", c.field, c.typed, b, f, c.budget, c.forecast)
		}
	}
}

// TestForecastsAreKeptByTheirDay: each step writes a forecast, with a day or on the day that it
// is; the row has the latest, and what was believed before is there.
func TestForecastsAreKeptByTheirDay(t *testing.T) {
	p := apptest.Open(t)
	today := p.Today()
	id := addRow(t, p, p.ByRef("SYS-0001").ID, "0 b=120").ID
	both := func(kr int64, on date.Date) {
		_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) {
			if err := tx.Set(id, economy.CostForecast.Field, money.FromKronor(kr)); err != nil {
				return "", err
			}
			return "Prov", tx.Set(id, economy.CostForecastOn.Field, on)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	both(100, date.Of(2026, 2, 28))
	both(110, date.Of(2026, 4, 30))
	apptest.Put(t, p, id, economy.CostForecast, money.FromKronor(130))
	both(120, date.Of(2026, 8, 31)) // an older list, read in afterwards
	if got := shown(p, id, economy.CostForecast.Field); got != "130" || economy.CostForecastOn.Get(p.Get(id)) != today {
		t.Errorf("the forecast is %s of %s", got, economy.CostForecastOn.Get(p.Get(id)))
	}
	if got := shown(p, id, economy.CostEarlier.Field); got != "2026-02-28: 100; 2026-04-30: 110; 2026-08-31: 120" {
		t.Errorf("before that it was %q", got)
	}
	for _, c := range []struct {
		on   date.Date
		want int64 // -1: none
	}{{date.Of(2026, 2, 27), -1}, {date.Of(2026, 2, 28), 100}, {date.Of(2026, 5, 1), 110}, {date.Of(2026, 9, 1), 120}, {today, 130}} {
		v, ok := economy.ForecastAt(p, p.Get(id), c.on)
		if ok != (c.want >= 0) || ok && v != money.FromKronor(c.want) {
			t.Errorf("on %s it was %s, %v", c.on, v.Kr(), ok)
		}
	}
	apptest.Put(t, p, id, economy.CostForecast, money.FromKronor(131)) // a slip of the same day
	if n := len(p.Pointing(economy.BeliefOf.Field, id)); n != 3 {
		t.Errorf("%d earlier ones are kept", n)
	}
	if err := set(t, p, id, economy.CostEarlier.Field, "2026-03-01: 90"); err != nil || shown(p, id, economy.CostEarlier.Field) != "2026-03-01: 90" {
		t.Errorf("%v %q", err, shown(p, id, economy.CostEarlier.Field))
	}
	if err := set(t, p, id, economy.CostEarlier.Field, "i våras"); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("a forecast of nothing: %v", err)
	}
}

func TestPayersComeToAllOfIt(t *testing.T) {
	p := apptest.Open(t)
	id := addRow(t, p, p.ByRef("SYS-0001").ID, "0 b=100").ID
	names := []string{"Vård", "Skola", "Fritid 3"}
	for _, n := range names {
		apptest.Add(t, p, org.UnitKind, org.UnitName, n, org.UnitType, org.Administration)
	}
	for _, c := range []struct{ typed, want string }{
		{"Vård 60 %; Skola 40 %", "Skola 40 %; Vård 60 %"}, {"vård: 33,33; Skola 33.33; Fritid 3 33,34", "Fritid 3 33,34 %; Skola 33,33 %; Vård 33,33 %"},
		{"Fritid 3", "Fritid 3 100 %"}, {"Vård 60 %; Skola 39 %", "!blir 99 % och ska bli 100"}, {"Vård 60,5 %; Skola 40 %", "!blir 100,5 %"}, {"Vård; Skola", "!Andelen för Vård saknas"},
		{"Vård 50; Vård 50", "!två gånger"}, {"Okänd 100", "!”Okänd” finns inte"}, {"", ""},
	} {
		err := set(t, p, id, economy.CostPayers.Field, c.typed)
		if why, refused := strings.CutPrefix(c.want, "!"); refused {
			if err == nil || !strings.Contains(err.Error(), why) {
				t.Errorf("%q: %v", c.typed, err)
			}
		} else if got := shown(p, id, economy.CostPayers.Field); err != nil || got != c.want {
			t.Errorf("%q: %q, %v", c.typed, got, err)
		}
	}
	_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) {
		r := field.NewRecord(economy.PayerKind, tx.NewID()).Put(economy.PayerOf.Field, id).Put(economy.PayerUnit.Field, p.All(org.UnitKind)[0].ID).Put(economy.PayerShare.Field, int64(5000))
		return "Prov", tx.Create(r)
	})
	if fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), "blir 50 %") {
		t.Errorf("half of it: %v", err)
	}
}

// TestWhatEachPaysIsWhatItCosts makes random rows, of systems, agreements that systems share, units
// and nobody's, some on months, some with payers, and adds them in two ways.
func TestWhatEachPaysIsWhatItCosts(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	for round := range 8 {
		p := apptest.Open(t)
		var owners []field.ID
		var units []*field.Record
		for i := range 5 {
			u := apptest.Add(t, p, org.UnitKind, org.UnitName, string(rune('A'+i)), org.UnitType, []string{org.Administration, org.Section}[i%2])
			units = append(units, u)
			owners = append(owners, u.ID)
		}
		a := apptest.Add(t, p, agreement.Kind, agreement.Name, "Avtalet", agreement.Unit, units[0].ID)
		for i := range 3 {
			s := apptest.Add(t, p, system.Kind, system.Name, string(rune('a'+i)), system.OwnerUnit, units[rng.IntN(5)].ID)
			apptest.Add(t, p, agreement.CoverKind, agreement.CoverOf, a.ID, agreement.Covered, s.ID, agreement.CoverShare, int64(11+rng.IntN(22)))
			owners = append(owners, s.ID)
		}
		owners = append(owners, a.ID, apptest.Add(t, p, system.Kind, system.Name, "utan enhet").ID)
		var rows []*field.Record
		for range 60 {
			r := apptest.Record(p, economy.CostKind, economy.CostOwner, owners[rng.IntN(len(owners))], economy.CostYear, int64(2030), economy.CostType, economy.Operations,
				economy.CostAccount, []string{"6421", "7410"}[rng.IntN(2)], economy.CostBudget, money.Ore(rng.Int64N(1_000_000)))
			if rng.IntN(3) == 0 {
				r.Put(economy.CostMonth.Field, []string{"1", "7", "12"}[rng.IntN(3)])
			}
			if rng.IntN(4) == 0 {
				r.Put(economy.CostSort.Field, economy.SortGrant)
			}
			rows = append(rows, r)
		}
		if _, err := p.CreateAll(context.Background(), "Prov", rows); err != nil {
			t.Fatal(err)
		}
		for _, r := range rows[:20] {
			share := 1 + rng.Int64N(9_998)
			text := "A " + field.PlainDecimal(share) + " %; B " + field.PlainDecimal(10_000-share) + " %"
			if err := set(t, p, r.ID, economy.CostPayers.Field, text); err != nil {
				t.Fatal(err)
			}
		}
		var whole, parts, owned money.Ore
		n := economy.All(p)
		for _, c := range p.All(economy.CostKind) {
			if v, ok := n.Of(c, economy.CostBudget); ok && economy.CostYear.Get(c) == 2030 {
				whole += v
				for _, b := range economy.Bearers(p, c, v) {
					parts += b.Amount
				}
			}
		}
		for _, id := range owners {
			v, _ := economy.Sum(p, id, 2030, "", economy.CostBudget)
			owned += v
		}
		if whole != parts || whole != owned {
			t.Fatalf("round %d: %s together, %s by payer, %s by owner", round, whole.Kr(), parts.Kr(), owned.Kr())
		}
	}
}

func TestCodesAreToldOfAndNeverDropped(t *testing.T) {
	p := apptest.Open(t)
	id := addRow(t, p, p.ByRef("SYS-0001").ID, "0 b=100 konto=0640 ansvar=12").ID
	says := func() string { return shown(p, id, economy.CostRemark.Field) }
	if says() != "" {
		t.Errorf("without any list it says %q", says())
	}
	for _, c := range []struct{ part, code, to string }{{"kontonummer", "6421", ""}, {"Ansvar", "12", "2029-06-30"}} {
		puts := []any{economy.CodePart, c.part, economy.CodeCode, c.code}
		r := apptest.Add(t, p, economy.CodeKind, puts...)
		if err := set(t, p, r.ID, economy.CodePart.Field, c.part); err != nil {
			t.Fatal(err)
		}
		if err := set(t, p, r.ID, economy.CodeTo.Field, c.to); err != nil {
			t.Fatal(err)
		}
	}
	if got := says(); got != "Konto 0640 finns inte i kodplanen; ansvar 12 gäller till 2029-06-30" {
		t.Errorf("it says %q", got)
	}
	if err := set(t, p, id, economy.CostAccount.Field, "6421 Licenser"); err != nil || strings.Contains(says(), "konto") {
		t.Errorf("with its name: %v, %q", err, says())
	}
	if got := economy.CostAccount.Suggests(p); len(got) != 1 || got[0].Key != "6421" {
		t.Errorf("suggested are %v", got)
	}
}

func TestACodeStringIsPartedInItsOrder(t *testing.T) {
	p := apptest.Open(t)
	for _, c := range []struct{ setting, typed, want string }{
		{"", "6540-1234-920", "account=6540 centre=1234 activity=920"}, {"", "0640", "account=0640"}, {"", "6540--920", "account=6540 activity=920"},
		{"ansvar.konto/projekt", "12.6540/77", "centre=12 account=6540 project=77"}, {"ansvar konto", "12 6540", "centre=12 account=6540"},
		{"konto-ansvar", "6540-12-9", "!"},
	} {
		if err := set(t, p, settings.ID, settings.CodeString.Field, c.setting); err != nil {
			t.Fatal(err)
		}
		texts, ok := economy.SplitString(p, c.typed)
		var got []string
		for _, part := range economy.Parts(p) {
			if texts[part.Field] != "" {
				got = append(got, part.Field.Key+"="+texts[part.Field])
			}
		}
		if s := strings.Join(got, " "); ok == (c.want == "!") || ok && s != c.want {
			t.Errorf("%q of %q: %q, %v", c.typed, c.setting, s, ok)
		}
	}
	for _, bad := range []string{"konto-fantasi", "konto-konto"} {
		if err := set(t, p, settings.ID, settings.CodeString.Field, bad); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%q: %v", bad, err)
		}
	}
}
