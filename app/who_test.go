package app_test

import (
	"context"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

func TestSignatureOf(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		{"", ""},
		{"   ", ""},
		{"  Anna  Ek\n", "Anna Ek"},
		{"Åsa", "Åsa"},
		{strings.Repeat("å", 100), strings.Repeat("å", 100)},
		{strings.Repeat("å", 101), "!"},
		{"1234", "!"},
		{"–", "!"},
	} {
		got, err := app.SignatureOf(c.typed)
		if refused := c.want == "!"; refused != (fault.CodeOf(err) == fault.Invalid) || !refused && got != c.want {
			t.Errorf("%q is %q, %v", c.typed, got, err)
		}
	}
}

// TestTheJournalNamesTheUserAsSheSigns from then on, and what she did before is still hers to undo.
func TestTheJournalNamesTheUserAsSheSigns(t *testing.T) {
	p, ctx := apptest.Open(t), context.Background()
	s := p.All(system.Kind)[0]
	write := func(text string) app.Entry {
		t.Helper()
		e, err := p.SetText(ctx, s.ID, field.Column{Field: system.LockIn.Field}, text)
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	if e := write("A"); e.Who != "Anna Ek" {
		t.Fatalf("signed by %q", e.Who)
	}
	if err := p.SignAs("12"); fault.CodeOf(err) != fault.Invalid || p.Who() != "Anna Ek" {
		t.Errorf("%v: she is %q", err, p.Who())
	}
	if err := p.SignAs(" Anna Ek-Berg "); err != nil {
		t.Fatal(err)
	}
	if e := write("B"); e.Who != "Anna Ek-Berg" || p.Login() != "Anna Ek" {
		t.Errorf("signed by %q, whom the computer knows as %q", e.Who, p.Login())
	}
	for range 2 { // under either name
		if _, err := p.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if got := system.LockIn.Get(p.Get(s.ID)); got != "" {
		t.Errorf("it still says %q", got)
	}
	if err := p.SignAs(""); err != nil || p.Who() != "Anna Ek" {
		t.Errorf("%v: she is %q", err, p.Who())
	}
}

// TestANameChosenBeforeItIsOpened is signed with; one that can't be a name is as none.
func TestANameChosenBeforeItIsOpened(t *testing.T) {
	for chosen, want := range map[string]string{"Bo Alm": "Bo Alm", "": "Anna Ek", "12": "Anna Ek"} {
		d := apptest.Deps(apptest.NewStore())
		d.Signs = chosen
		p, err := app.Open(context.Background(), d)
		if err != nil || p.Who() != want {
			t.Errorf("%q: %v, %q", chosen, err, p.Who())
		}
	}
}
