package recount

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// piece is what of a cost stands with a unit, and on a system or an insats where it does, and who
// pays it. Amounts are in öre; nil is what nobody has said, or what doesn't count.
type piece struct {
	unit, payer              string // the whole paths
	system, insats, account  string // the first two by reference
	investment               bool
	budget, expected, actual *int64
}

// pieces are the costs of a year, divided as the handbook says: what an agreement costs on the
// systems that it covers by their shares and the rest on its own unit, and each part on those
// who pay it. What insatser that are set aside or over had thought of costing isn't counted until
// the year has ended.
func (d *Document) pieces(year int, stages Stages) []piece {
	phase, home := map[string]string{}, map[string]string{}
	for _, u := range d.Units {
		home[u.ID] = u.path()
	}
	for _, s := range d.Systems {
		home[s.Ref] = s.Unit
	}
	for _, a := range d.Agreements {
		home[a.Ref] = a.Unit
	}
	for _, p := range d.Plan {
		home[p.Ref], phase[p.Ref] = p.Unit, p.Phase
	}
	var out []piece
	for _, c := range d.counting() {
		if c.Year != year {
			continue
		}
		p := piece{unit: home[c.Owner], account: c.Account, investment: c.Type == "investering", budget: c.Budget, expected: c.expected(), actual: c.Actual}
		switch c.Kind {
		case "system":
			p.system = c.Owner
		case "initiative":
			p.insats = c.Owner
			if in(phase[c.Owner], stages.Away) && !d.ended(year) {
				p.budget, p.expected = nil, nil
			}
		}
		if p.budget == nil && p.expected == nil && p.actual == nil {
			continue
		}
		of := []piece{p}
		if c.Kind == "agreement" {
			of = d.covered(c.Owner, p)
		}
		for _, p := range of {
			out = append(out, c.paid(p)...)
		}
	}
	return out
}

// ended says whether a year has, on the document's day.
func (d *Document) ended(year int) bool { return strconv.Itoa(year) < d.Date[:4] }

// covered divides a part on the systems of an agreement. One that covers a single system is all
// that system's where no share is said.
func (d *Document) covered(agreement string, p piece) []piece {
	var of []piece
	var shares []int64
	left := int64(10_000)
	covers := slices.DeleteFunc(slices.Clone(d.Covers), func(c cover) bool { return c.Agreement != agreement })
	for _, c := range covers {
		share := 100 * amount(c.Share)
		if c.Share == nil && len(covers) == 1 {
			share = left
		}
		for _, s := range d.Systems {
			if s.Ref == c.System && share > 0 {
				on := p
				on.system, on.unit = s.Ref, s.Unit
				of, shares = append(of, on), append(shares, share)
				left -= share
			}
		}
	}
	if left > 0 {
		of, shares = append(of, p), append(shares, left)
	}
	return divided(p, of, shares)
}

// paid divides a part on those who pay it; nobody said is the unit itself.
func (c cost) paid(p piece) []piece {
	var of []piece
	var shares []int64
	all := c.shares(p.unit)
	for _, by := range slices.Sorted(maps.Keys(all)) {
		on := p
		on.payer = by
		of, shares = append(of, on), append(shares, all[by])
	}
	return divided(p, of, shares)
}

// divided gives each part its share, in hundredths of a per cent, of the whole's amounts, to
// the öre.
func divided(whole piece, of []piece, shares []int64) []piece {
	for _, field := range []func(*piece) **int64{
		func(p *piece) **int64 { return &p.budget }, func(p *piece) **int64 { return &p.expected }, func(p *piece) **int64 { return &p.actual },
	} {
		v := *field(&whole)
		if v == nil {
			continue
		}
		var sum, given int64
		for i := range of {
			sum += shares[i]
			upTo := round(*v*sum, 10_000)
			share := upTo - given
			*field(&of[i]), given = &share, upTo
		}
	}
	return of
}

// path is where a unit stands, as the document writes it.
func (u unit) path() string {
	if u.Parent == "" {
		return u.Name
	}
	return u.Parent + " / " + u.Name
}

// level is the förvaltning or bolag that a unit is or is part of, else the unit itself.
func (d *Document) level(path string) string {
	if d.levels == nil {
		d.levels = map[string]bool{}
		for _, u := range d.Units {
			d.levels[u.path()] = !in(u.Type, []string{"section", "group", "board"})
		}
	}
	for at := path; at != ""; at = at[:max(strings.LastIndex(at, " / "), 0)] {
		if d.levels[at] {
			return at
		}
	}
	return path
}

// within are the parts that stand with a unit or below it.
func within(of []piece, unit string) []piece {
	return slices.DeleteFunc(slices.Clone(of), func(p piece) bool { return unit != "" && !under(p.unit, unit) })
}

func under(path, unit string) bool { return path == unit || strings.HasPrefix(path, unit+" / ") }

// last is the last name of a path.
func last(path string) string {
	names := strings.Split(path, " / ")
	return names[len(names)-1]
}
