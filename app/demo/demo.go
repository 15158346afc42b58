// Package demo makes a realistic made-up municipality, Ekvalla kommun, in any
// size: to try the program with, and to measure it. The same size, seed and
// day always give the same municipality.
package demo

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// Size is how large the municipality is.
type Size string

// The sizes.
const (
	S  Size = "S"  // 80 systems, 25 insatser: a small municipality
	M  Size = "M"  // 1,000 and 300
	L  Size = "L"  // 10,000 and 3,000: all of a region's
	XL Size = "XL" // 100,000 and 30,000
)

// Sizes are all of them, the smallest first.
var Sizes = []Size{S, M, L, XL}

// SizeNamed finds a size by its name in any case. The error is a fault of code
// Usage.
func SizeNamed(name string) (Size, error) {
	if s := Size(strings.ToUpper(name)); slices.Contains(Sizes, s) {
		return s, nil
	}
	return "", fault.New(fault.Usage, fmt.Sprintf("Storleken ”%s” finns inte. Välj S, M, L eller XL.", name))
}

type counts struct{ systems, initiatives, persons, units int }

// countsOf gives how many there are of each; an unknown size is as S.
func countsOf(s Size) counts {
	switch s {
	case M:
		return counts{1_000, 300, 420, 150}
	case L:
		return counts{10_000, 3_000, 2_800, 700}
	case XL:
		return counts{100_000, 30_000, 12_000, 3_500}
	}
	return counts{80, 25, 74, 0}
}

// Generate makes the municipality's records, each after those it refers to.
// They have no references (Ref); today decides what is due, overdue and past.
func Generate(size Size, seed uint64, today date.Date, model *governance.Model, newID func() field.ID) []*field.Record {
	g := &generator{
		rng: rand.New(rand.NewPCG(seed, 0x456b76616c6c61)), today: today, model: model, newID: newID,
		counts: countsOf(size), used: map[string]bool{},
	}
	g.makeUnits()
	g.makePersons()
	g.makeSuppliers()
	g.makeSystems()
	g.addAgreements()
	g.makeInitiatives()
	g.makeDecisions()
	g.decideRetiring()
	g.makePolicies()
	g.makeOperation()
	g.makePlatforms()
	g.records = append(g.records, g.costs...)
	g.makeFrames()
	g.records = append(g.records, g.decisions...)
	g.makeLicences()
	g.makeServices()
	g.makeLevels()
	g.makeIntegrations()
	g.makeUses()
	g.makePosts()
	g.makeObjects()
	g.ownByUnits()
	g.wholeAgreements()
	g.makeDocuments()
	g.makeTags()
	g.makeDeciders()
	g.makeBefore()
	g.makeForums()
	g.makeProgrammes()
	g.makeProgress()
	g.makeManagement()
	g.makeLedger()
	g.makeCosts()
	g.decideFrames()
	g.makeStates()
	return g.records
}

// generator holds what has been made so far. All chance comes from rng, and
// no map is ranged over, so that the order is always the same.
type generator struct {
	rng       *rand.Rand
	today     date.Date
	model     *governance.Model
	newID     func() field.ID
	counts    counts
	used      map[string]bool // names taken
	records   []*field.Record
	costs     []*field.Record // of systems and insatser; they come last
	decisions []*field.Record // and what was said of insatser

	units      []unit
	admins     map[field.ID]int // by system
	persons    []*person
	staff      []staff // per administration
	systems    []sys
	objects    []*field.Record
	running    int // insatser with a status
	suppliers  []field.ID
	agreements []made
	covers     []*field.Record
	policies   []*field.Record
	services   []*field.Record
	frames     []*field.Record
	programme  field.ID    // that the goals of the municipality's IT are set in
	planned    []money.Ore // the plan year's cost of decided insatser, per portfolio
	waiting    []money.Ore // and of those that wait for a decision
}

func (g *generator) record(k *field.Kind) *field.Record {
	r := field.NewRecord(k, g.newID())
	g.records = append(g.records, r)
	return r
}

// chance is true with probability p.
func (g *generator) chance(p float64) bool { return g.rng.Float64() < p }

// between gives a whole number from low to high, both included.
func (g *generator) between(low, high int) int { return low + g.rng.IntN(high-low+1) }

func pick[T any](g *generator, from []T) T { return from[g.rng.IntN(len(from))] }

// weighted gives an index with the chance its weight has.
func (g *generator) weighted(weights ...float64) int {
	var total float64
	for _, w := range weights {
		total += w
	}
	at := g.rng.Float64() * total
	for i, w := range weights {
		if at -= w; at < 0 {
			return i
		}
	}
	return len(weights) - 1
}

// spread gives an amount around a median, log-normally: most are near it and
// a few are many times larger.
func (g *generator) spread(median, sigma float64) float64 {
	return median * math.Exp(sigma*g.rng.NormFloat64())
}

// tkr is so many thousand kronor, rounded to whole hundreds of kronor as
// budgets are.
func tkr(amount float64) money.Ore {
	return money.FromKronor(max(int64(math.Round(amount*10)), 1) * 100)
}

// ago is a day between so many months back, and later a day ahead.
func (g *generator) ago(low, high int) date.Date   { return g.today.AddDays(-g.between(low*30, high*30)) }
func (g *generator) ahead(low, high int) date.Date { return g.today.AddDays(g.between(low, high)) }

// unique gives the first of the names that isn't taken, and takes it.
func (g *generator) unique(name func(try int) string) string {
	for try := 0; ; try++ {
		if s := name(try); !g.used[s] {
			g.used[s] = true
			return s
		}
	}
}
