package modelling_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/governance"
	"itportfoljen/app/modelling"
)

// asks writes in the first gate.
func asks(d *modelling.Draft, cells modelling.Cells) {
	for key, cell := range cells {
		d.Set("gates", 0, key, cell)
	}
}

// TestWhatIsComposedIsChanged: each gate of what belongs to something, and each of several ways,
// is another when a part of it is, and the same when it is changed back.
func TestWhatIsComposedIsChanged(t *testing.T) {
	n := 0
	for _, name := range ships {
		before := parsed(t, file(t, name))
		d := draft(t, name)
		for i, g := range before.Gates {
			if g.Need.Relation == "" && len(g.Need.Either) == 0 {
				continue
			}
			n++
			was := d.Lines("gates")[i].Cells["need"]
			if was == "composed" {
				t.Errorf("%s: %s isn't said in columns", name, g.Key)
			}
			d.Set("gates", i, "or5", "confirmed") // below nothing, it isn't seen
			if m := made(t, d); !reflect.DeepEqual(m.Gates[i].Need, g.Need) {
				t.Errorf("%s: %s is %+v", name, g.Key, m.Gates[i].Need)
			}
			d.Set("gates", i, "need", "checklist")
			if m := made(t, d); reflect.DeepEqual(m.Gates[i].Need, g.Need) {
				t.Errorf("%s: %s isn't changed", name, g.Key)
			}
			d.Set("gates", i, "need", was)
			if m := made(t, d); !reflect.DeepEqual(m.Gates[i].Need, g.Need) {
				t.Errorf("%s: %s is changed back to %+v, not %+v", name, g.Key, m.Gates[i].Need, g.Need)
			}
		}
	}
	if n < 25 {
		t.Errorf("only %d gates are composed", n)
	}
}

// TestOnlyWhen: what a gate is only of, by any field, is written and taken away.
func TestOnlyWhen(t *testing.T) {
	d := draft(t, "danderyd")
	i := at(t, d, "gates", "Extern drift som") // only of what is driven by others
	if got := d.Lines("gates")[i].Cells["when"]; got != "hosting=external\nhosting=cloud" {
		t.Errorf("it is only of %q", got)
	}
	d.Set("gates", i, "when", "hosting=cloud\nit_answer=-\ne_service=true")
	if got, want := made(t, d).Gates[i].When, (governance.Values{"hosting": {"cloud"}, "it_answer": {""}, "e_service": {"true"}}); !reflect.DeepEqual(got, want) {
		t.Errorf("it is of %v, want %v", got, want)
	}
	d.Set("gates", i, "when", "")
	if got := made(t, d).Gates[i].When; len(got) > 0 {
		t.Errorf("it is of %v", got)
	}
	d.Set("gates", i, "when", "phase=decision")
	if _, _, _, flaws := d.Made(apptest.Today); len(flaws) != 1 || flaws[0].Column != "when" || !strings.Contains(flaws[0].Text, "”phase=decision” finns inte att välja här.") {
		t.Errorf("%+v", flaws)
	}
}

// TestNamesFollowInWhatIsComposed: a limit, and a question, that are called otherwise, also
// where the gate is changed at the same time.
func TestNamesFollowInWhatIsComposed(t *testing.T) {
	d := draft(t, "lilla-edet")
	l := d.Add("thresholds_ore", -1)
	d.Set("thresholds_ore", l, "name", "liten")
	d.Set("thresholds_ore", l, "ore", "100 000")
	g := d.Add("gates", -1)
	for key, cell := range (modelling.Cells{"text": "För dyrt.", "before": "decision", "need": "amount", "need_fields": "investment_budget", "need_most": "liten", "or2": "confirmed"}) {
		d.Set("gates", g, key, cell)
	}
	d, err := modelling.NewDraft(made(t, d), app.Kinds)
	if err != nil {
		t.Fatal(err)
	}
	d.Set("thresholds_ore", at(t, d, "thresholds_ore", "liten"), "name", "Smått")
	const is = "Utvecklar vi programmet själva?"
	d.Set("checklist", at(t, d, "checklist", "egen regi"), "label", is)
	le := at(t, d, "gates", "Le-16")
	d.Set("gates", le, "when", "portfolio=-")
	m := made(t, d)
	if got := m.Gates[0].Need.Either[0].Most; got != "Smått" || m.Thresholds["Smått"] == 0 {
		t.Errorf("at most %q of %v", got, m.Thresholds)
	}
	if got := m.Gates[le].Need.Where["question"]; !slices.Contains(got, is) || len(got) != 2 {
		t.Errorf("the gate asks of %q", got)
	}
}
