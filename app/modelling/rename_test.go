package modelling_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/forum"
	"itportfoljen/app/governance"
	"itportfoljen/app/modelling"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
)

// TestWhatGetsAnotherNameLosesNothing: where all that has a name in the model gets another,
// advice that forums have given, answers to questions, who is in what role and where things
// are is as before, each gate is met or broken as before, and what is written keeps its words.
func TestWhatGetsAnotherNameLosesNothing(t *testing.T) {
	for _, name := range ships {
		t.Run(name, func(t *testing.T) {
			p := town(t, name)
			d, err := modelling.NewDraft(p.Model(), p.Kinds())
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range d.Lists {
				if first := l.Columns[0].Key; first == "label" || first == "name" && l.Key == "thresholds_ore" {
					for i, line := range d.Lines(l.Key) {
						d.Set(l.Key, i, first, "Ny "+line.Cells[first])
					}
				}
			}
			data, changed, gone, flaws := d.Made(p.Today())
			if !changed || len(gone)+len(flaws) > 0 {
				t.Fatalf("%v, gone %v, flaws %v", changed, gone, flaws)
			}
			was, decisions := asked(p), said(p)
			c, err := modelling.Plan(p, data, nil)
			if err != nil || len(c.Asks)+len(c.Broken)+len(c.Vacant) > 0 || c.Refused != nil {
				t.Fatalf("%v: asks %v, broken %v, vacant %v, refused %v", err, c.Asks, c.Broken, c.Vacant, c.Refused)
			}
			if err := change(t, p, data, nil); err != nil {
				t.Fatal(err)
			}
			if now := asked(p); now != was {
				t.Errorf("gates are met otherwise:\n%s", firstOther(was, now))
			}
			if said(p) != decisions {
				t.Error("decisions have other words")
			}
			for _, f := range p.Examine() {
				t.Error(f.Text)
			}
		})
	}
}

// asked is what each gate asks of each thing, what is answered of each insats and who is
// missing where.
func asked(p *app.Portfolio) string {
	var out []string
	for _, k := range p.Kinds() {
		for _, r := range p.All(k) {
			for _, m := range append(governance.Behind(p, r), governance.Ahead(p, r)...) {
				out = append(out, fmt.Sprint(r.ID, " ", m.Gate.Key, m.Excepted))
			}
		}
	}
	for _, r := range p.All(plan.Kind) {
		out = append(out, fmt.Sprint(r.ID, " ", len(governance.Answers(p, r.ID)), governance.ToTell(p, r), plan.ByChecklist(p, r).Class, plan.Differs(p, r)))
	}
	for _, v := range org.Vacancies(p) {
		out = append(out, fmt.Sprint(v.Post.Key, v.Units))
	}
	for _, r := range p.All(forum.Kind) {
		out = append(out, fmt.Sprint(r.ID, forum.Members(p, r.ID), len(forum.Queue(p, r))))
	}
	return strings.Join(out, "\n")
}

func firstOther(a, b string) string {
	as, bs := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range as {
		if i >= len(bs) || as[i] != bs[i] {
			return fmt.Sprintf("was %s\nis %q", as[i], bs[min(i, len(bs)-1)])
		}
	}
	return fmt.Sprint(len(bs)-len(as), " more")
}

// TestANameFromBeforeIsAnotherWord for what had it, unless another has it now.
func TestANameFromBeforeIsAnotherWord(t *testing.T) {
	d := draft(t, "danderyd")
	i, j := at(t, d, "forums", "Lokalt"), at(t, d, "forums", "Centralt")
	d.Set("forums", i, "label", "Centralt strategiskt IT-forum")
	d.Set("forums", j, "label", "Strategiskt råd")
	m := made(t, d)
	if local, _ := m.Forum("local_forum"); !slices.Equal(local.Synonyms, []string{"Lokalt IT-forum"}) {
		t.Errorf("the local is also called %q", local.Synonyms)
	}
	if it, _ := m.Forum("it_forum"); len(it.Synonyms) > 0 {
		t.Errorf("two are called so: %q", it.Synonyms)
	}
	again, err := modelling.NewDraft(m, app.Kinds)
	if err != nil {
		t.Fatal(err)
	}
	again.Set("forums", i, "label", "Lokalt IT-forum")
	if local, _ := made(t, again).Forum("local_forum"); !slices.Equal(local.Synonyms, []string{"Centralt strategiskt IT-forum"}) {
		t.Errorf("called back it is also called %q", local.Synonyms)
	}
}

// TestAQuestionPutOtherwiseKeepsItsAnswer, and a gate that asks for what is answered to it
// asks for it in both words.
func TestAQuestionPutOtherwiseKeepsItsAnswer(t *testing.T) {
	d := draft(t, "lilla-edet")
	d.Set("checklist", at(t, d, "checklist", "Ska programvara utvecklas i egen regi?"), "label", "Utvecklar vi själva?")
	asked := ""
	for _, g := range made(t, d).Gates {
		if g.Key == "Le-16" {
			asked = strings.Join(g.Need.Where["question"], "|")
		}
	}
	if asked != "Ska programvara utvecklas i egen regi?|Utvecklar vi själva?" {
		t.Errorf("it asks for %q", asked)
	}
}

// TestAnAmountThatGetsAnotherNameIsStillAskedFor by the gates that speak of it.
func TestAnAmountThatGetsAnotherNameIsStillAskedFor(t *testing.T) {
	data := other(`"forums"`, `"thresholds_ore": {"half": 50000000}, "gates": [{"key": "G-1", "source": "3", "before": "decision", "need": {"amount": "budget", "most": "half"}, "effect": "stop", "text": "Det kostar för mycket."}], "forums"`)
	d, err := modelling.NewDraft(parsed(t, data), app.Kinds)
	if err != nil {
		t.Fatal(err)
	}
	d.Set("thresholds_ore", 0, "name", "halv miljon")
	m := made(t, d)
	if m.Gates[0].Need.Most != "halv miljon" || m.Thresholds["halv miljon"] != 50_000_000 {
		t.Errorf("%+v, %v", m.Gates[0].Need, m.Thresholds)
	}
}
