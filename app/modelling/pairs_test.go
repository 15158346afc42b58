package modelling_test

import (
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/modelling"
)

// TestEachModelBecomesEachOther: for all pairs of the models that ship it is told what the
// change does; it is one step, nothing is lost, decisions keep their words, what is there is
// whole, and undone it is as it was.
func TestEachModelBecomesEachOther(t *testing.T) {
	for _, from := range ships {
		t.Run(from, func(t *testing.T) {
			p := town(t, from)
			before, counts, decisions := holds(p), count(p), said(p)
			for _, to := range ships {
				if to == from {
					continue
				}
				answers := answered(t, p, file(t, to))
				c, err := modelling.Plan(p, file(t, to), answers)
				if err != nil || c.Refused != nil || len(c.Asks) > 0 || len(c.Told(p)) == 0 {
					t.Fatalf("%s: %v, %v, asks %v", to, err, c.Refused, c.Asks)
				}
				version := p.Version()
				if err := change(t, p, file(t, to), answers); err != nil {
					t.Fatalf("%s: %v", to, err)
				}
				if p.Model().ID != to || p.Version() != version+1 {
					t.Errorf("%s: the model is %s after %d entries", to, p.Model().ID, p.Version()-version)
				}
				for _, f := range p.Examine() {
					t.Errorf("%s: %s", to, f.Text)
				}
				if now := said(p); now != decisions {
					t.Errorf("%s: decisions have other words", to)
				}
				if now := count(p); !framesAside(counts, now) {
					t.Errorf("%s: it holds %v, held %v", to, now, counts)
				}
				for _, b := range c.Broken {
					if len(b.Things) == 0 || b.Gate.Text == "" {
						t.Errorf("%s: a gate is broken by nothing: %+v", to, b)
					}
				}
				takeBack(t, p)
				if now := holds(p); now != before {
					t.Errorf("%s: undone it isn't as it was", to)
				}
			}
		})
	}
}

// TestAChangeOfModelAndBack: to another and back again nothing is lost.
func TestAChangeOfModelAndBack(t *testing.T) {
	p := town(t, "danderyd")
	before, counts, decisions := holds(p), count(p), said(p)
	for _, to := range []string{"karlstad", "boras", "danderyd"} {
		if err := change(t, p, file(t, to), answered(t, p, file(t, to))); err != nil {
			t.Fatalf("%s: %v", to, err)
		}
	}
	if now := count(p); !framesAside(counts, now) || said(p) != decisions {
		t.Errorf("it holds %v, held %v", now, counts)
	}
	for range 3 {
		takeBack(t, p)
	}
	if holds(p) != before {
		t.Error("undone it isn't as it was")
	}
}

// answered answers what a change asks by the first alternative that there is; forums stand
// without one.
func answered(t *testing.T, p *app.Portfolio, data []byte) map[string]string {
	t.Helper()
	c, err := modelling.Plan(p, data, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := change(t, p, data, nil); len(c.Asks) > 0 && fault.CodeOf(err) != fault.Invalid {
		t.Errorf("it is done without answers: %v", err)
	} else if len(c.Asks) == 0 && err == nil {
		takeBack(t, p)
		return nil
	}
	out := map[string]string{}
	for _, a := range c.Asks {
		if out[a.List+"."+a.Old] = a.Options[0].Key; a.List == "forums" { // two forums of a type in a place aren't let be
			out[a.List+"."+a.Old] = ""
		}
	}
	return out
}

func count(p *app.Portfolio) map[string]int {
	out := map[string]int{}
	for _, k := range p.Kinds() {
		out[k.Name] = len(p.All(k))
	}
	return out
}

// framesAside says that as much is there as was; the amounts of portföljer that became one
// are one.
func framesAside(was, now map[string]int) bool {
	for k, n := range was {
		if now[k] != n && k != frame.Kind.Name && k != frame.EarlierKind.Name {
			return false
		}
	}
	return true
}

func said(p *app.Portfolio) string {
	var out []string
	for _, r := range p.All(governance.DecisionKind) {
		out = append(out, fmt.Sprint(r.ID, governance.DecisionForum.Get(r), governance.DecisionFrom.Get(r), governance.DecisionTo.Get(r), governance.DecisionGate.Get(r)))
	}
	return strings.Join(out, "\n")
}
