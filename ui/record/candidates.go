package record

import (
	"cmp"
	"slices"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// candidate is a record that may be pointed at, with what a search looks in.
type candidate struct {
	r      *field.Record
	detail string
	folded string
	key    string // of its name, in order
}

// candidates are all of a kind, in the order of their names. Folding and ordering
// thousands takes longer than a keystroke may, so what is made is kept for as long as the
// record is the same.
type candidates struct {
	made   map[*field.Record]candidate
	all    []candidate
	seen   int64 // the portfolio's version that they are of
	before bool
}

// kept are the candidates of the portfolio that was asked last, by kind, and of several kinds
// together. Only the screen's goroutine asks.
var kept struct {
	of    *app.Portfolio
	kind  map[*field.Kind]*candidates
	among map[*field.Field]*candidates
}

// candidatesFor gives all that a field may point at, of whatever kind, in the order of their names.
func candidatesFor(p *app.Portfolio, f *field.Field) []candidate {
	if k := f.Target(); k != nil {
		return candidatesOf(p, k)
	}
	var lists [][]candidate
	for _, k := range f.Targets() {
		lists = append(lists, candidatesOf(p, k))
	}
	c := kept.among[f]
	if c == nil {
		c = &candidates{}
		kept.among[f] = c
	}
	if v := p.Version(); !c.before || c.seen != v {
		c.all = slices.Concat(lists...)
		slices.SortStableFunc(c.all, func(a, b candidate) int { return strings.Compare(a.key, b.key) })
		c.before, c.seen = true, v
	}
	return c.all
}

// candidatesOf gives all of a kind as they are now.
func candidatesOf(p *app.Portfolio, k *field.Kind) []candidate {
	if kept.of != p {
		kept.of, kept.kind, kept.among = p, map[*field.Kind]*candidates{}, map[*field.Field]*candidates{}
	}
	c := kept.kind[k]
	if c == nil {
		c = &candidates{}
		kept.kind[k] = c
	}
	if v := p.Version(); !c.before || c.seen != v {
		c.renew(p, k)
		c.before, c.seen = true, v
	}
	return c.all
}

func (c *candidates) renew(p *app.Portfolio, k *field.Kind) {
	now := p.All(k)
	made := make(map[*field.Record]candidate, len(now))
	c.all = make([]candidate, len(now))
	for i, r := range now {
		detail := field.Told(p, r)
		x, ok := c.made[r]
		if !ok || x.detail != detail {
			x = candidate{r, detail, text.Fold(strings.TrimSpace(r.Name() + " " + detail)), cmp.Or(x.key, text.SortKey(r.Name()))}
		}
		made[r], c.all[i] = x, x
	}
	c.made = made
	slices.SortStableFunc(c.all, func(a, b candidate) int { return strings.Compare(a.key, b.key) })
}
