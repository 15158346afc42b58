package usage_test

import (
	"math/rand/v2"
	"testing"

	"itportfoljen/app/base/money"
	"itportfoljen/app/system"
	"itportfoljen/app/usage"
)

func TestAUnitOwnsOrUsesAThing(t *testing.T) {
	w := newTown(t) // Vård owns it
	w.use(t, "Hemtjänst", usage.Share, int64(20), usage.Users, int64(30))
	w.use(t, "Boende", usage.Share, int64(20))
	w.use(t, "Skola", usage.Share, int64(33))
	w.use(t, "Vatten")
	for unit, want := range map[string]usage.Standing{
		"Vård": usage.Owns, "Vårdnämnden": usage.Owns, "Kommunen": usage.Owns, "Hemtjänst": usage.Uses, "Skola": usage.Uses, "Vatten": usage.Uses,
		"Stadshus": usage.Uses, "Stöd": usage.Neither,
	} {
		if got := usage.StandingOf(w, w.Get(w.system.ID), w.unit[unit]); got != want {
			t.Errorf("%s %s it", unit, got.Word())
		}
		if used := usage.UsedBy(w, w.unit[unit]); (len(used) == 1) != (want == usage.Uses) {
			t.Errorf("%s uses %d that others own", unit, len(used))
		}
	}
	if got := w.shows(system.Concerns.Field); got != "Vård; Hemtjänst; Boende; Skola; Vatten" {
		t.Errorf("it concerns %q", got)
	}
}

func TestAUnitsPartOfACostIsItsShare(t *testing.T) {
	w := newTown(t)
	w.use(t, "Hemtjänst", usage.Share, int64(20), usage.Users, int64(30))
	w.use(t, "Boende", usage.Share, int64(20))
	w.use(t, "Stadshus", usage.Share, int64(33))
	w.use(t, "Vatten")
	for _, c := range []struct {
		unit  string
		share int64
		of    money.Ore
		part  money.Ore
		split bool
	}{
		{"Hemtjänst", 20, 100_000, 20_000, true}, {"Vård", 40, 100_000, 40_000, true}, {"Vatten", 0, 100_000, 0, false},
		{"Stadshus", 33, 100_000, 33_000, false}, // one of those under it hasn't said
		{"Hemtjänst", 20, 3, 1, true}, {"Hemtjänst", 20, 1 << 62, 922_337_203_685_477_581, true}, {"Stöd", 0, 100, 0, false},
	} {
		p := usage.PartOf(w, w.system.ID, w.unit[c.unit])
		if got, split := p.Of(c.of); p.Share != c.share || split != c.split || got != c.part {
			t.Errorf("%s: %d %%, %d öre of %d, %v", c.unit, p.Share, got, c.of, split)
		}
	}
	if p := usage.PartOf(w, w.system.ID, w.unit["Vård"]); p.Users != 30 || p.Said != 1 {
		t.Errorf("%d users, %d said", p.Users, p.Said)
	}
}

// Whatever the shares are: the units' parts of a cost come to all of it when the shares do, to
// the öre, and else to no more, and what lies under a unit comes to the unit's.
func TestTheUnitsPartsOfACostComeToTheCost(t *testing.T) {
	rnd := rand.New(rand.NewPCG(33, 67))
	for range 300 {
		w, left := newTown(t), int64(100)
		units := []string{"Hemtjänst", "Boende", "Skola", "Vatten"}
		for i, u := range units {
			share := rnd.Int64N(left + 1)
			if i == len(units)-1 && rnd.IntN(3) > 0 {
				share = left
			}
			w.use(t, u, usage.Share, share)
			left -= share
		}
		cost, sum := money.Ore(rnd.Int64N(1000)), money.Ore(0)
		of := func(unit string) money.Ore {
			part, _ := usage.PartOf(w, w.system.ID, w.unit[unit]).Of(cost)
			return part
		}
		for _, u := range units {
			sum += of(u)
		}
		if left == 0 && sum != cost || sum > cost || of("Vård") != of("Hemtjänst")+of("Boende") {
			t.Fatalf("of %d öre with %d %% left: %d in all, %d of Vård", cost, left, sum, of("Vård"))
		}
	}
}
