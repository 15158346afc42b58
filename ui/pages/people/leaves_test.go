package people_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/uitest"
)

func TestOneWhoHasLeftAndStillHoldsSomethingIsShownTheWayOut(t *testing.T) {
	p := uitest.Open(t)
	anna := held(t, p)
	apptest.Put(t, p, anna, org.PersonLeft, p.Today().AddDays(-9))
	s := window(t, p)
	s.Window.Resize(fyne.NewSize(1440, 900)) // all of the sentence has room
	s.Go("overview", nil)
	uitest.Tap(t, s, "Har slutat och har roller kvar – lämna över")
	if s.Current() != "person" || !uitest.Shows(s.Window.Content(), "4 roller står kvar på Anna Ek, som har slutat.") || !uitest.Shows(s.Window.Content(), "Slutat 2026-11-12") {
		t.Fatalf("%q shows %q", s.Current(), uitest.Texts(s.Window.Content()))
	}
	uitest.Tap(t, s, "Lämna över …")
	if uitest.Shows(uitest.Front(s), "slutar, sista dag") {
		t.Error("one who has left is asked about")
	}
	uitest.Tap(t, s, "Avbryt")
}

func TestWhoeverWritesThatSomebodyLeavesIsAskedAtOnceWhoTakesOver(t *testing.T) {
	p := uitest.Open(t)
	anna := held(t, p)
	s := window(t, p)
	s.Open(anna)
	apptest.Put(t, p, anna, org.PersonTitle, "IT-chef")
	if uitest.CanTap(s, "Avbryt") {
		t.Error("who isn't leaving is asked about")
	}
	uitest.Tap(t, s, "Ändra person")
	last := p.Today().AddDays(20)
	apptest.Put(t, p, anna, org.PersonLeft, last)
	if !uitest.CanTap(s, "Avbryt") || !uitest.Shows(s.Window.Content(), "4 roller står kvar på Anna Ek, som slutar "+last.String()+".") {
		t.Fatalf("it shows %q", uitest.Texts(s.Window.Content()))
	}
	uitest.Tap(t, s, "Avbryt")
}

func TestWhoeverWritesInTheListThatSomebodyLeavesIsAskedToo(t *testing.T) {
	p := uitest.Open(t)
	anna, sara := held(t, p), named(p, "Sara Öberg")
	s := window(t, p)
	s.Go("people", nil)
	g := uitest.Find[*grid.Grid](s)[0]
	write := func(who field.ID, f *field.Field, typed string) {
		if err := g.OnEdit(string(who), f.Key, typed); err != nil {
			t.Fatal(err)
		}
	}
	write(anna, org.PersonTitle.Field, "IT-chef")
	if uitest.CanTap(s, "Avbryt") {
		t.Error("who isn't leaving is asked about")
	}
	write(anna, org.PersonLeft.Field, "2026-12-11")
	if !uitest.Shows(uitest.Front(s), "Lämna över från Anna Ek") {
		t.Fatalf("it shows %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Avbryt")
	write(anna, org.PersonLeft.Field, "2026-12-12")
	if uitest.CanTap(s, "Lämna över") {
		t.Error("a day that is mended asks again")
	}
	for _, who := range []field.ID{anna, sara} {
		apptest.Put(t, p, who, org.PersonLeft, nil)
	}
	apptest.Put(t, p, p.ByRef("SYS-0004").ID, system.Manager, []field.Holding{{Person: sara}})
	if _, err := p.SetMany(context.Background(), []field.ID{anna, sara}, field.Column{Field: org.PersonLeft.Field}, p.Today().AddDays(-1)); err != nil {
		t.Fatal(err)
	}
	uitest.Tap(t, s, "Ingen än – lämna obesatt")
	uitest.Tap(t, s, "Lämna över")
	if org.CountHeld(p, anna) > 0 || !uitest.Shows(uitest.Front(s), "Lämna över från Sara Öberg") {
		t.Errorf("of several, the next isn't asked about: %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Avbryt")
	if uitest.CanTap(s, "Lämna över") {
		t.Error("it goes on asking")
	}
}
