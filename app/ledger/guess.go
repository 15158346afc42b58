package ledger

import (
	"strings"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// Guess tells what a row may be a cost of, by the supplier or the system that its text names.
type Guess struct {
	names []named
	seen  map[string]*field.Record
}

// named is a name that texts are looked through for, and what it stands for.
type named struct {
	name string
	of   *field.Record
}

// shortest is how long a name must be to be looked for: shorter ones are in other words.
const shortest = 4

// NewGuess makes the names of w ready.
func NewGuess(w field.World) *Guess {
	g := &Guess{seen: map[string]*field.Record{}}
	for _, s := range w.All(system.Kind) {
		if n := text.Key(s.Name()); len(n) >= shortest && field.InUse(w, s) {
			g.names = append(g.names, named{n, s})
		}
	}
	for _, s := range w.All(agreement.SupplierKind) {
		n := text.Key(s.Name())
		for _, end := range []string{" aktiebolag", " ab", " ab (publ)", " kb", " hb"} {
			n = strings.TrimSuffix(n, end)
		}
		if len(n) >= shortest {
			g.names = append(g.names, named{n, only(w, s)})
		}
	}
	return g
}

// only is the one agreement or system that a supplier has, else the supplier itself.
func only(w field.World, supplier *field.Record) *field.Record {
	var in []*field.Record
	for _, a := range w.Pointing(agreement.Supplier.Field, supplier.ID) {
		if field.InUse(w, a) {
			in = append(in, a)
		}
	}
	if len(in) == 1 {
		return in[0]
	}
	return supplier
}

// Of is what a text names, the longest name first; nil for none.
func (g *Guess) Of(s string) *field.Record {
	if r, ok := g.seen[s]; ok {
		return r
	}
	key := " " + strings.Map(func(r rune) rune {
		if strings.ContainsRune(",.;:/()-", r) {
			return ' '
		}
		return r
	}, text.Key(s)) + " "
	var best named
	for _, n := range g.names {
		if len(n.name) > len(best.name) && strings.Contains(key, " "+n.name+" ") {
			best = n
		}
	}
	g.seen[s] = best.of
	return best.of
}

// CodesIn is a row's codes as people read them: "1=100 6=P7".
func CodesIn(codes string) string {
	return strings.NewReplacer("\x1e", " ", "\x1f", "=").Replace(codes)
}
