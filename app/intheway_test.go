package app_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// TestWhatStandsInTheWayOfTakingBack is told, and when it is taken back nothing does.
func TestWhatStandsInTheWayOfTakingBack(t *testing.T) {
	type step func(t *testing.T, p *app.Portfolio, before []app.Entry) (app.Entry, error)
	lockIn := func(text string) step {
		return func(t *testing.T, p *app.Portfolio, _ []app.Entry) (app.Entry, error) {
			return p.SetText(ctx, named(t, p, system.Kind, "Lönesystemet").ID, field.Column{Field: system.LockIn.Field}, text)
		}
	}
	elsewhere := func(t *testing.T, p *app.Portfolio, _ []app.Entry) (app.Entry, error) {
		return p.SetText(ctx, named(t, p, system.Kind, "Diariet W3").ID, field.Column{Field: system.LockIn.Field}, "annat")
	}
	add := func(t *testing.T, p *app.Portfolio, _ []app.Entry) (app.Entry, error) {
		return p.Apply(ctx, "Ny leverantör", []field.Change{{Op: field.Create, Kind: agreement.SupplierKind, ID: "ny", Record: field.NewRecord(agreement.SupplierKind, "ny").Put(agreement.SupplierName.Field, "Nyföretaget")}})
	}
	use := func(t *testing.T, p *app.Portfolio, _ []app.Entry) (app.Entry, error) {
		return p.Set(ctx, named(t, p, system.Kind, "Lönesystemet").ID, field.Column{Field: system.Supplier.Field}, field.ID("ny"))
	}
	undo := func(nth int) step {
		return func(t *testing.T, p *app.Portfolio, before []app.Entry) (app.Entry, error) {
			return p.TakeBack(ctx, before[nth].Number)
		}
	}
	for _, c := range []struct {
		name  string
		steps []step // the first is what is to be taken back
		in    []int  // the steps that stand in the way, the newest first
		why   string // a part of why not; "" when it may be
	}{
		{"nothing since", []step{lockIn("A")}, nil, ""},
		{"something else since", []step{lockIn("A"), elsewhere}, nil, ""},
		{"the same since", []step{lockIn("A"), lockIn("B"), elsewhere, lockIn("C")}, []int{3, 1}, "ändrats"},
		{"the same, and taken back", []step{lockIn("A"), lockIn("B"), undo(1)}, nil, ""},
		{"the same, taken back and brought back", []step{lockIn("A"), lockIn("B"), undo(1), undo(2)}, []int{1}, "ändrats"},
		{"it is taken back already", []step{lockIn("A"), undo(0)}, []int{1}, "redan ångrad"},
		{"what it made is used", []step{add, use}, []int{1}, ""},
		{"what it made is used no more", []step{add, use, undo(1)}, nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := apptest.Open(t)
			var done []app.Entry
			for _, s := range c.steps {
				e, err := s(t, p, done)
				if err != nil {
					t.Fatal(err)
				}
				done = append(done, e)
			}
			why, in, err := p.InTheWay(context.Background(), done[0].Number)
			if err != nil {
				t.Fatal(err)
			}
			var got, want []int64
			for _, e := range in {
				got = append(got, e.Number)
			}
			for _, i := range c.in {
				want = append(want, done[i].Number)
			}
			if (why == nil) != (c.why == "" && len(want) == 0) || !strings.Contains(fmt.Sprint(why), c.why) || !slices.Equal(got, want) && c.why != "redan ångrad" {
				t.Errorf("%v stand in the way, want %v: %v", got, want, why)
			}
			if _, err := p.TakeBack(ctx, done[0].Number); (err == nil) != (why == nil) || fmt.Sprint(err) != fmt.Sprint(why) && err != nil {
				t.Errorf("taking back says %v", err)
			}
		})
	}
}
