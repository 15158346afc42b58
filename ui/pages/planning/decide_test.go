package planning_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// said are the decisions of an insats of a type.
func said(w field.World, r *field.Record, what string) (out []*field.Record) {
	for _, d := range w.Pointing(governance.DecisionOf.Field, r.ID) {
		if governance.DecisionType.Get(d) == what {
			out = append(out, d)
		}
	}
	return out
}

// TestTheBoardSaysWhatIsMissing: a card that may not go on stays, what is missing is
// named, and an exception takes it there.
func TestTheBoardSaysWhatIsMissing(t *testing.T) {
	p := uitest.Open(t)
	r := p.All(plan.Kind)[0]
	apptest.Put(t, p, r.ID, plan.Class, "major", plan.Phase, "management", plan.Description, "Byte", plan.Client, p.Named(org.PersonKind, "Anna Ek")[0].ID)
	s := open(t, p)
	moveRight(t, s, r)
	if plan.Phase.Get(p.Get(r.ID)) != "management" || !uitest.Shows(uitest.Front(s), "Det strategiska IT-forumets bedömning och rekommendation saknas.") {
		t.Fatalf("it is in %s: %q", plan.Phase.Get(p.Get(r.ID)), uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Gör undantag …")
	if all := strings.Join(uitest.Texts(uitest.Front(s)), "\n"); !strings.Contains(all, "Da-21 (IT-chefen eller kommundirektören)") {
		t.Errorf("who may except each isn't said: %s", all)
	}
	uitest.Tap(t, s, "Gör undantag och gå vidare")
	if !uitest.Shows(uitest.Front(s), "Skriv både vem") {
		t.Errorf("no reason is asked for: %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Key(t, s, fyne.KeyEscape)
	anna := p.Named(org.PersonKind, "Anna Ek")[0].ID
	if _, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) {
		return "Flyttad", governance.Move(tx, r.ID, governance.Step{To: "decision", Except: []string{"Da-20", "Da-21", "Da-22", "Da-38-ramar"}, By: anna, Reason: "Avtalet går ut"})
	}); err != nil {
		t.Fatal(err)
	}
	if got := said(p, r, governance.Excepted); plan.Phase.Get(p.Get(r.ID)) != "decision" || len(got) != 4 || governance.DecisionRole.Get(got[0]) != "Kommundirektören" || governance.DecisionReason.Get(got[0]) != "Avtalet går ut" {
		t.Errorf("in %s with %d exceptions", plan.Phase.Get(p.Get(r.ID)), len(got))
	}
}

// goThere goes to where what is missing is mended.
func goThere(t *testing.T, s *shell.Shell, missing string) {
	t.Helper()
	var to *widgets.Button
	uitest.Walk(uitest.Front(s), func(o fyne.CanvasObject) {
		c, is := o.(*fyne.Container)
		if !is || !uitest.Shows(c, missing) {
			return
		}
		var found []*widgets.Button
		uitest.Walk(c, func(o fyne.CanvasObject) {
			if b, is := o.(*widgets.Button); is {
				found = append(found, b)
			}
		})
		if len(found) == 1 {
			to = found[0]
		}
	})
	if to == nil {
		t.Fatalf("no way to %q: %q", missing, uitest.Texts(uitest.Front(s)))
	}
	to.Tapped(nil)
	async.Flush()
}

// TestAForumsAdviceIsWrittenDown from what is missing of it, and lets the insats go on.
func TestAForumsAdviceIsWrittenDown(t *testing.T) {
	p := uitest.Open(t)
	r := p.All(plan.Kind)[0]
	apptest.Put(t, p, r.ID, plan.Class, "major", plan.Phase, "review", plan.Description, "Byte", plan.Client, p.Named(org.PersonKind, "Anna Ek")[0].ID)
	s := open(t, p)
	moveRight(t, s, r) // to the ledningsgrupp
	moveRight(t, s, r) // and no further
	goThere(t, s, "Det strategiska IT-forumets bedömning och rekommendation saknas.")
	if all := strings.Join(uitest.Texts(uitest.Front(s)), "\n"); !strings.Contains(all, "Ett yttrande är inget beslut") {
		t.Fatalf("the dialog says %s", all)
	}
	uitest.Tap(t, s, "Skriv ned")
	got := said(p, r, governance.Advised)
	if len(got) != 1 || governance.DecisionOutcome.Get(got[0]) != governance.Approved || governance.DecisionOn.Get(got[0]) != apptest.Today || governance.DecisionForum.Get(got[0]) != "Centralt strategiskt IT-forum" {
		t.Fatalf("%d yttranden: %v", len(got), got)
	}
}
