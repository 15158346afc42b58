package modelling

import (
	"fmt"
	"maps"
	"slices"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
)

// Broken is a gate that things don't hold, and that nothing asked them before.
type Broken struct {
	Gate   governance.Gate
	Next   bool // it stands before their next step; else it is behind them, or said all the time
	Things []field.ID
}

// Vacancy is a role that nobody holds.
type Vacancy struct {
	Post  governance.Post
	Units []field.ID
}

// weigh finds what the new model asks for and the portfolio hasn't.
func (c *Change) weigh(w field.World) error {
	tx := field.NewTx(under{w, c.To})
	if err := c.carry(tx); err != nil {
		return err
	}
	c.Refused = tx.Check()
	for _, k := range w.Kinds() {
		if k.Lasting {
			c.Kept += len(w.All(k))
		}
		switch met, will := governance.Met(w, k), governance.Met(tx, k); {
		case !met && will:
			c.Shown = append(c.Shown, text.Capital(k.Many))
		case met && !will:
			c.Hidden = append(c.Hidden, text.Capital(k.Many))
		}
		for _, r := range w.All(k) {
			c.compare(w, tx, r)
		}
	}
	c.vacant(w, tx)
	c.forums(w, tx)
	return nil
}

// forums finds those that nobody will be in and nobody has made. Where none are made, it is what
// the model says of them.
func (c *Change) forums(w field.World, tx *field.Tx) {
	made := forum.Made(tx)
	for _, f := range c.To.Forums {
		if !made && len(f.Members) == 0 {
			c.Bare = append(c.Bare, f.Label)
		}
	}
	was := forum.Bare(w)
	for _, id := range forum.Bare(tx) {
		if !slices.Contains(was, id) {
			c.Bare = append(c.Bare, tx.Label(id))
		}
	}
	for _, f := range forum.Unmade(tx) {
		c.Unmade = append(c.Unmade, f.Label)
	}
}

// compare asks one thing what both models ask of it.
func (c *Change) compare(w field.World, tx *field.Tx, old *field.Record) {
	r := tx.Get(old.ID)
	if r == nil || field.Over(tx, r) {
		return
	}
	behind, ahead := governance.Behind(tx, r), governance.Ahead(tx, r)
	if len(behind)+len(ahead) == 0 {
		return
	}
	said := map[string]bool{}
	for _, m := range append(governance.Behind(w, old), governance.Ahead(w, old)...) {
		said[needs(c.From, m.Gate)] = true
	}
	for _, m := range behind {
		if !m.Excepted && !said[needs(c.To, m.Gate)] && m.Gate.Effect != governance.Record {
			c.breaks(m.Gate, false, r.ID)
			said[needs(c.To, m.Gate)] = true
		}
	}
	for _, m := range ahead {
		if m.Stops() && !said[needs(c.To, m.Gate)] {
			c.breaks(m.Gate, true, r.ID)
		}
	}
}

// needs is what a gate asks for, wherever it stands and whatever a question or an amount that
// it speaks of is called.
func needs(m *governance.Model, g governance.Gate) string {
	n := g.Need
	if n.Most != "" {
		n.Most = fmt.Sprint(m.Thresholds[n.Most])
	}
	if asked := n.Where["question"]; len(asked) > 0 {
		n.Where = maps.Clone(n.Where)
		n.Where["question"] = nil
		for _, words := range asked {
			key := words
			if q, known := m.Question(words); known {
				key = q.Key
			}
			if !slices.Contains(n.Where["question"], key) {
				n.Where["question"] = append(n.Where["question"], key)
			}
		}
	}
	return asks(governance.Gate{Of: g.Of, Need: n, Text: g.Text})
}

func (c *Change) breaks(g governance.Gate, next bool, id field.ID) {
	i := slices.IndexFunc(c.Broken, func(b Broken) bool {
		return b.Next == next && b.Gate.Key == g.Key && b.Gate.Of == g.Of && b.Gate.Before == g.Before
	})
	if i < 0 {
		c.Broken, i = append(c.Broken, Broken{Gate: g, Next: next}), len(c.Broken)
	}
	c.Broken[i].Things = append(c.Broken[i].Things, id)
}

// vacant finds the roles that the new model wants held, nobody holds and the old didn't ask for.
func (c *Change) vacant(w field.World, tx *field.Tx) {
	was := map[string][]field.ID{}
	for _, v := range org.Vacancies(w) {
		was[v.Post.Key] = v.Units
	}
	for _, v := range org.Vacancies(tx) {
		v.Units = slices.DeleteFunc(v.Units, func(id field.ID) bool { return slices.Contains(was[v.Post.Key], id) })
		if len(v.Units) > 0 {
			c.Vacant = append(c.Vacant, Vacancy(v))
		}
	}
}
