package app_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// chain adds n units, each under the one before, and gives them from the top.
func chain(t *testing.T, p *app.Portfolio, name string, n int) []field.ID {
	t.Helper()
	var ids []field.ID
	var changes []field.Change
	for i := range n {
		r := apptest.Record(p, org.UnitKind, org.UnitName, fmt.Sprint(name, i))
		if i > 0 {
			r.Put(org.UnitParent.Field, ids[i-1])
		}
		ids = append(ids, r.ID)
		changes = append(changes, field.Change{Op: field.Create, Kind: r.Kind, ID: r.ID, Record: r})
	}
	if _, err := p.Apply(context.Background(), "Prov", changes); err != nil {
		t.Fatal(err)
	}
	return ids
}

func TestUnitsLieNoDeeperThanAPathMayBe(t *testing.T) {
	p := apptest.Empty(t)
	ctx := context.Background()
	whole, half := chain(t, p, "Hel", org.Deepest), chain(t, p, "Halv", org.Deepest/2)
	move := func(id, under field.ID) error {
		_, err := p.Set(ctx, id, field.Column{Field: org.UnitParent.Field}, under)
		return err
	}
	under := apptest.Record(p, org.UnitKind, org.UnitName, "Under", org.UnitParent, whole[len(whole)-1])
	_, err := p.CreateAll(ctx, "Prov", []*field.Record{under})
	if fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), "Under skulle ligga djupare än 20 led") {
		t.Errorf("one more: %v", err)
	}
	if err := move(half[0], whole[org.Deepest/2]); fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), "Halv9 skulle ligga djupare") {
		t.Errorf("what goes along gets too deep: %v", err)
	}
	if err := move(half[0], whole[org.Deepest/2-1]); err != nil {
		t.Errorf("just deep enough: %v", err)
	}
	if got := org.Depth(p, half[len(half)-1]); got != org.Deepest {
		t.Errorf("the lowest lies %d deep", got)
	}
	if err := move(whole[0], half[0]); fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), "kan inte höra till sig själv") {
		t.Errorf("round: %v", err)
	}
}

// A file whose units go in a circle, or lie too deep, can be mended.
func TestACircleInAFileStopsNobody(t *testing.T) {
	ctx, store := context.Background(), apptest.NewStore()
	var changes []field.Change
	unit := func(id, parent string) {
		r := field.NewRecord(org.UnitKind, field.ID(id)).Put(org.UnitName.Field, id).Put(org.UnitParent.Field, field.ID(parent))
		changes = append(changes, field.Change{Op: field.Create, Kind: r.Kind, ID: r.ID, Record: r})
	}
	unit("a", "b")
	unit("b", "c")
	unit("c", "a")
	unit("d", "c")
	unit("k0", "")
	for i := 1; i < 100; i++ {
		unit(fmt.Sprint("k", i), fmt.Sprint("k", i-1))
	}
	if _, err := store.Commit(ctx, app.Entry{Label: "Gammalt", Changes: changes}, 0, nil); err != nil {
		t.Fatal(err)
	}
	p, err := app.Open(ctx, apptest.Deps(store))
	if err != nil {
		t.Fatal(err)
	}
	parent := field.Column{Field: org.UnitParent.Field}
	if _, err := p.Set(ctx, "k5", parent, nil); err != nil {
		t.Errorf("up to the top: %v", err)
	}
	if _, err := p.Set(ctx, "d", parent, nil); err != nil {
		t.Errorf("out of the circle: %v", err)
	}
	if _, err := p.Set(ctx, "b", parent, field.ID("d")); err != nil {
		t.Errorf("the circle broken: %v", err)
	}
	if got := org.Path(p, "c"); got != "d / b / a / c" {
		t.Errorf("the path is %q", got)
	}
}
