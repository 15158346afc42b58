package uitest_test

import (
	"context"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/ui/uitest"
)

func TestPortfolioKeepsAndTakesBack(t *testing.T) {
	p := uitest.Open(t)
	for k, want := range map[*field.Kind]int{org.UnitKind: 4, org.PersonKind: 3, system.Kind: 4, plan.Kind: 2} {
		if got := len(p.All(k)); got != want {
			t.Errorf("%s: %d, not %d", k.Many, got, want)
		}
	}
	ctx := context.Background()
	r := p.All(system.Kind)[0]
	if _, err := p.SetText(ctx, r.ID, field.Column{Field: system.Name.Field}, "Nytt namn"); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := p.Get(r.ID).Name(); got != r.Name() {
		t.Errorf("after undo %q", got)
	}
	es, err := p.Journal(ctx, app.Query{Limit: 2})
	if err != nil || len(es) != 2 || es[0].Undoes != es[1].Number {
		t.Errorf("journal %v %v", es, err)
	}
}
