package block_test

import (
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/exchange/block"
	"itportfoljen/app/system"
)

func TestFillCopiesAndGuessesNoSeries(t *testing.T) {
	p := apptest.Open(t)
	l := systems(t, p)
	apptest.Put(t, p, l.Rows[0], system.Users, int64(7))
	at := cell(t, p, l, "Lönesystemet", "system_owner")
	at.Bottom, at.Right = at.Top+2, at.Left+2
	pl, err := block.FillDown(t.Context(), p, l, at, block.Choices{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := `
HemtjänstPlan, Systemägare: Per-Åke Hägg → Anna Ek
HemtjänstPlan, Användare: – → 7
Diariet W3, Systemägare: – → Anna Ek
Diariet W3, Livscykel: Under avveckling → I drift
Diariet W3, Användare: – → 7`
	if got := said(pl); got != strings.TrimSpace(want) || pl.Label != "Ifyllt: 5 celler i 2 system" {
		t.Errorf("%s: %s", pl.Label, got)
	}
	if _, err := p.Apply(t.Context(), pl.Label, pl.Changes); err != nil {
		t.Fatal(err)
	}
	hs := system.SystemOwner.Get(p.Get(l.Rows[1]))
	if len(hs) != 2 || hs[0].To.IsZero() || p.Label(hs[1].Person) != "Anna Ek" {
		t.Errorf("who owned it has no time: %v", hs)
	}
}

func TestFillGoesUpAndToTheRightAndOneRowTakesTheOneAbove(t *testing.T) {
	p := apptest.Open(t)
	l := listOf(t, p, system.Kind, "system_owner", "system_manager", "lifecycle")
	owner := cell(t, p, l, "Skolplattformen", "system_owner")
	fill := func(from, to block.Area) string {
		pl, err := block.Fill(t.Context(), p, l, from, to, block.Choices{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		return said(pl)
	}
	up := owner
	up.Top--
	if got := fill(owner, up); got != "Diariet W3, Systemägare: – → Sara Öberg" {
		t.Errorf("up: %s", got)
	}
	right := owner
	right.Right += 2
	want := "Skolplattformen, Systemförvaltare: – → Sara Öberg\n! Skolplattformen, Livscykel: "
	if got := fill(owner, right); !strings.HasPrefix(got, want) {
		t.Errorf("to the right: %s", got)
	}
	pl, _ := block.FillDown(t.Context(), p, l, cell(t, p, l, "Diariet W3", "system_owner"), block.Choices{}, nil)
	if got := said(pl); got != "Diariet W3, Systemägare: – → Per-Åke Hägg" || pl.Label != "Ifyllt: 1 cell i Diariet W3" {
		t.Errorf("one row: %s, %s", pl.Label, got)
	}
}

// TestANameIsNotFilledOverAnothersUnasked: a whole row that is filled into the next looks
// like one record's change, but makes it another thing.
func TestANameIsNotFilledOverAnothersUnasked(t *testing.T) {
	p := apptest.Open(t)
	l := systems(t, p)
	for first, plain := range map[string]bool{"name": false, "system_owner": true} {
		at := cell(t, p, l, "Lönesystemet", first)
		at.Bottom, at.Right = at.Top+1, len(l.Columns)-1
		pl, err := block.FillDown(t.Context(), p, l, at, block.Choices{}, nil)
		if err != nil || pl.Records != 1 || len(pl.Left) > 0 {
			t.Fatalf("%+v %v", pl, err)
		}
		if pl.Plain() != plain {
			t.Errorf("from %s: %v, want %v: %s", first, pl.Plain(), plain, said(pl))
		}
	}
	at := cell(t, p, l, "Lönesystemet", "name")
	if pl := paste(t, p, l, at, "Lön", block.Choices{}); !pl.Plain() {
		t.Error("a name can't be pasted in")
	}
}

func TestCellsAreCleared(t *testing.T) {
	p := apptest.Open(t)
	l := systems(t, p)
	at := cell(t, p, l, "Lönesystemet", "name")
	at.Bottom, at.Right = at.Top+1, at.Left+3
	pl, err := block.Clear(t.Context(), p, l, at, block.Choices{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := said(pl); len(pl.Cells) != 6 || len(pl.Left) != 2 || pl.Label != "Tömt: 6 celler i 2 system" {
		t.Errorf("%s: %s", pl.Label, got)
	}
	if _, err := p.Apply(t.Context(), pl.Label, pl.Changes); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Undo(t.Context()); err != nil || system.Lifecycle.Get(p.Get(l.Rows[0])) == "" {
		t.Errorf("one undo doesn't bring it back: %v", err)
	}
}
