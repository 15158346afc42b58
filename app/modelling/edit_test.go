package modelling_test

import (
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/governance"
	"itportfoljen/app/modelling"
)

func listNamed(t *testing.T, key string) modelling.List {
	t.Helper()
	for _, l := range modelling.Lists() {
		if l.Key == key {
			return l
		}
	}
	t.Fatalf("no list %s", key)
	return modelling.List{}
}

// TestListsGoThereAndBack: what nobody changes is as it was, in each model that ships.
func TestListsGoThereAndBack(t *testing.T) {
	for _, name := range []string{"danderyd", "karlstad", "stockholm", "lilla-edet", "boras"} {
		m := parsed(t, file(t, name))
		before, err := modelling.Export(m)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range modelling.Lists() {
			for _, line := range l.Lines(m) {
				if len(line.Cells) != len(l.Columns) {
					t.Errorf("%s: %s has %d parts and %d columns", name, l.Key, len(line.Cells), len(l.Columns))
				}
			}
			if err := l.Store(m, l.Lines(m)); err != nil {
				t.Errorf("%s: %s: %v", name, l.Key, err)
			}
		}
		after, err := modelling.Export(m)
		if err != nil || strings.ReplaceAll(string(after), `"members": null`, `"members": []`) != strings.ReplaceAll(string(before), `"members": null`, `"members": []`) {
			t.Errorf("%s is another: %v", name, err)
		}
	}
}

func TestListsAreChanged(t *testing.T) {
	m := parsed(t, apptest.Model())
	change := func(key string, do func(lines []modelling.Line) []modelling.Line) error {
		l := listNamed(t, key)
		return l.Store(m, do(l.Lines(m)))
	}
	for _, c := range []struct {
		list string
		do   func(lines []modelling.Line) []modelling.Line
		want func() string
		is   string
	}{
		{"forums", func(l []modelling.Line) []modelling.Line {
			l[0].Cells[1] = " IT-chef ;; Jurist"
			return append(l, modelling.Line{Cells: []string{"Råd för IT", "", "Kommundirektören"}})
		}, func() string {
			return strings.Join(m.Forums[0].Members, "|") + " " + m.Forums[1].Key + " " + m.Forums[1].Calls
		}, "IT-chef|Jurist rad_for_it Kommundirektören"},
		{"portfolios", func(l []modelling.Line) []modelling.Line { slices.Reverse(l); l[1].Cells[0] = "Basen"; return l }, func() string {
			return m.Portfolios[0].Key + " " + m.Portfolios[1].Key + " " + m.Portfolios[1].Label
		}, "citizen core Basen"},
		{"categories", func(l []modelling.Line) []modelling.Line {
			return append(l, modelling.Line{Cells: []string{"Basic", ""}}, modelling.Line{Cells: []string{" ", "utan namn"}})
		}, func() string { return m.Categories[1].Key + " " + string(rune('0'+len(m.Categories))) }, "basic_2 2"},
		{"checklist", func(l []modelling.Line) []modelling.Line {
			return append(l, modelling.Line{Cells: []string{"Kostar det?"}})
		}, func() string { return m.Checklist[0].Key + " " + m.Checklist[0].Label }, "kostar_det Kostar det?"},
		{"thresholds_ore", func(l []modelling.Line) []modelling.Line {
			return append(l, modelling.Line{Cells: []string{"Upphandling", "700 000"}})
		}, func() string { return string(rune('0' + m.Thresholds["upphandling"]/10_000_000)) }, "7"},
	} {
		if err := change(c.list, c.do); err != nil || c.want() != c.is {
			t.Errorf("%s: %q, want %q, %v", c.list, c.want(), c.is, err)
		}
		data, err := modelling.Export(m)
		if err == nil {
			_, err = governance.Parse(data)
		}
		if err != nil {
			t.Errorf("%s: %v", c.list, err)
		}
	}
	err := change("thresholds_ore", func(l []modelling.Line) []modelling.Line { l[0].Cells[1] = "mycket"; return l })
	if fault.CodeOf(err) != fault.Invalid || m.Thresholds["upphandling"] != 70_000_000 {
		t.Errorf("%v, %v", err, m.Thresholds)
	}
	m = parsed(t, file(t, "danderyd"))
	if err := change("gates", func(l []modelling.Line) []modelling.Line {
		l[0].Cells[1], l[0].Cells[2] = "record", "IT-chefen"
		return l
	}); err != nil || m.Gates[0].Effect != governance.Record || m.Gates[0].Except != "IT-chefen" {
		t.Errorf("%v: %+v", err, m.Gates[0])
	}
}

// TestAGateFollowsItsQuestion: Lilla Edet's gate on own development asks for the answer to a
// question by its words, and still does when they are others.
func TestAGateFollowsItsQuestion(t *testing.T) {
	m := parsed(t, file(t, "lilla-edet"))
	l := listNamed(t, "checklist")
	lines := l.Lines(m)
	for i := range lines {
		if lines[i].Cells[0] == "Ska programvara utvecklas i egen regi?" {
			lines[i].Cells[0] = "Utvecklar vi själva?"
		}
	}
	if err := l.Store(m, lines); err != nil {
		t.Fatal(err)
	}
	asked := ""
	for _, g := range m.Gates {
		if g.Key == "Le-16" {
			asked = strings.Join(g.Need.Where["question"], "|")
		}
	}
	if asked != "Utvecklar vi själva?" {
		t.Errorf("it asks for %q", asked)
	}
}
