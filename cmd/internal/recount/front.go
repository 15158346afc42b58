package recount

import (
	"fmt"
	"strings"
)

// Stages says of the phases of a styrmodell, which the JSON document doesn't have, which an
// insats runs in, waits for a decision in, is set aside or over in, is delivered in, is decided and
// going on or done in, and has ended in after that; and what its portföljer are called.
type Stages struct {
	Running, Waiting, Away, Delivered, Decided, Ended []string
	Portfolios                                        map[string]string
}

// Standard are the phases of the models that come with the program (docs/styrmodell.md).
var Standard = Stages{
	Running:    []string{"execution"},
	Waiting:    []string{"management", "decision"},
	Away:       []string{"prestudy", "returned", "dormant", "cancelled", "rejected", "closed"},
	Decided:    []string{"planned", "execution", "closing", "benefits"},
	Ended:      []string{"closed", "cancelled"},
	Delivered:  []string{"closing", "benefits", "closed"},
	Portfolios: map[string]string{"service": "Tillgänglighet och service", "efficiency": "Effektiv förvaltning", "innovation": "Innovation", "exchange": "Samverkan och informationsutbyte"},
}

func in(key string, keys []string) bool {
	for _, k := range keys {
		if k == key {
			return true
		}
	}
	return false
}

// front is what the first page of the ledningsgrupp's report counts.
type front struct {
	inService, phaseout, ownerless int
	live, running                  int
	drift, driftExpected, plan     int64
	benefit, realised              int64
}

func (d *Document) front(stages Stages) front {
	var f front
	for _, s := range d.Systems {
		if !in(s.Lifecycle, []string{"developing", "maintained", "phaseout"}) {
			continue
		}
		f.inService++
		if s.Lifecycle == "phaseout" {
			f.phaseout++
		}
		if !d.owned(s) {
			f.ownerless++
		}
	}
	live := map[string]bool{}
	for _, p := range d.Plan {
		if in(p.Phase, stages.Running) {
			f.running++
		}
		if !in(p.Phase, stages.Away) {
			f.live++
			live[p.Ref] = true
		}
		due := p.Realised != nil || p.Measure != "" && p.Measure <= d.Date
		if in(p.Phase, stages.Delivered) && due {
			f.benefit += amount(p.Benefit)
			f.realised += amount(p.Realised)
		}
	}
	for _, c := range d.counting() {
		switch {
		case c.Year != d.Year:
		case c.Kind == "initiative":
			if live[c.Owner] {
				f.plan += amount(c.Budget)
			}
		case c.Type == "drift":
			f.drift += amount(c.Budget)
			f.driftExpected += amount(c.expected())
		}
	}
	return f
}

// owned says whether somebody who is still there owns a system on the document's day.
func (d *Document) owned(s system) bool {
	for _, o := range s.Owners {
		if o.From > d.Date || o.To != "" && o.To < d.Date {
			continue
		}
		gone := false
		for _, p := range d.Persons {
			if p.Name == o.Person || fmt.Sprintf("%s <%s>", p.Name, p.Email) == o.Person {
				gone = p.Left != "" && p.Left < d.Date
			}
		}
		if !gone {
			return true
		}
	}
	return false
}

// Front are the key figures of the first page of the ledningsgrupp's report.
func (d *Document) Front(stages Stages) []Figure {
	f := d.front(stages)
	return []Figure{
		{"system i drift, utan ägare", fmt.Sprintf("av %d i drift", f.inService)},
		{"avvecklas", fmt.Sprintf("%d avvecklas", f.phaseout)},
		{"utan ägare", fmt.Sprintf("| %d\n", f.ownerless)},
		{"drift, prognos", fmt.Sprintf("| %s |", short(f.driftExpected))},
		{"drift, budget", "budget " + short(f.drift)},
		{"insatsernas budget", fmt.Sprintf("budget %d: %s,", d.Year, short(f.plan))},
		{"pågående insatser, där inte alla får plats", fmt.Sprintf(" av %d, alla på", f.running)},
		{"insatser", fmt.Sprintf("| %d |", f.live)},
		{"hemtagen nytta", part(f.realised, f.benefit)},
	}
}

// short is an amount as key figures have it: from a million kronor in millions with a decimal,
// from ten thousand in thousands, else in kronor.
func short(ore int64) string {
	switch {
	case abs(round(ore, 100)) < 10_000:
		return thousands(round(ore, 100)) + " kr"
	case abs(round(ore, 100_000)) < 1000:
		return thousands(round(ore, 100_000)) + " tkr"
	}
	return decimal(round(ore, 10_000_000)) + " mnkr"
}

// tkr is an amount in thousands of kronor, below ten with a decimal.
func tkr(ore int64) string {
	if v := round(ore, 10_000); abs(v) < 100 && ore != 0 {
		return decimal(v)
	}
	return thousands(round(ore, 100_000))
}

// decimal is a number of tenths.
func decimal(tenths int64) string {
	sign := ""
	if tenths < 0 {
		sign = "−"
	}
	return fmt.Sprintf("%s%s,%d", sign, thousands(abs(tenths)/10), abs(tenths)%10)
}

// thousands is a number as people write it: "−1 234 567".
func thousands(n int64) string {
	if n < 0 {
		return "−" + thousands(-n)
	}
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s %03d", thousands(n/1000), n%1000)
}

func abs(n int64) int64 { return max(n, -n) }

// part is a part of an amount, its unit said once where both have the same.
func part(of, whole int64) string {
	n, unit, _ := strings.Cut(short(of), " ")
	if !strings.HasSuffix(short(whole), unit) {
		n += " " + unit
	}
	return n + " av " + short(whole)
}

// round is an amount in units of so many öre, half away from zero.
func round(ore, unit int64) int64 {
	if ore < 0 {
		return -round(-ore, unit)
	}
	return (ore + unit/2) / unit
}
