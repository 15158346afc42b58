package demo_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/demo"
	"itportfoljen/app/field"
)

// Any two of a kind may become one: what belonged to either says all that it said, nothing
// points at itself or at what is gone, and it is all as it was, to the letter, when that is
// undone. Or nothing is changed, and it is said why.
func TestOfTwoThatBecomeOneNothingIsLost(t *testing.T) {
	ctx := context.Background()
	p := municipality(t)
	rnd := rand.New(rand.NewPCG(1, 2))
	before := everything(p)
	for _, k := range p.Kinds() {
		all := p.All(k)
		if len(all) < 2 || k.Silent {
			continue
		}
		for range 25 {
			keep, gone := all[rnd.IntN(len(all))], all[rnd.IntN(len(all))]
			if keep == gone {
				continue
			}
			what := fmt.Sprintf("%s: %s and %s", k.Name, keep.Name(), gone.Name())
			if _, err := p.Join(ctx, keep.ID, gone.ID, nil); err != nil {
				if code := fault.CodeOf(err); code != fault.Conflict && code != fault.Invalid {
					t.Errorf("%s: %v", what, err)
				}
				continue
			}
			now := everything(p)
			for id, was := range before {
				if now[id] == nil && id != gone.ID && !slices.ContainsFunc(p.All(was.Kind), func(r *field.Record) bool { return says(r, was, keep.ID, gone.ID) }) {
					t.Errorf("%s: nobody says what %s %s said", what, was.Kind.Name, was.Name())
				}
			}
			for _, r := range now {
				for f := range r.Values {
					if to := field.References(r.Get(f)); slices.Contains(to, r.ID) || slices.Contains(to, gone.ID) {
						t.Errorf("%s: %s points at itself, or at what is gone, by %s", what, r.Name(), f.Key)
					}
				}
			}
			if _, err := p.Undo(ctx); err != nil {
				t.Fatalf("%s: %v", what, err)
			}
			again := everything(p)
			for id, was := range before {
				// A record is never changed where it stands, so one that is the same is as it was.
				if r := again[id]; r == nil || r != was && !bytes.Equal(letters(r), letters(was)) || len(again) != len(before) {
					t.Fatalf("%s: %s isn't as it was, to the letter", what, was.Name())
				}
			}
		}
	}
	if err := p.Check(ctx); err != nil {
		t.Error(err)
	}
}

func everything(p *app.Portfolio) map[field.ID]*field.Record {
	out := map[field.ID]*field.Record{}
	for _, k := range p.Kinds() {
		for _, r := range p.All(k) {
			out[r.ID] = r
		}
	}
	return out
}

// letters are all that a record holds, whenever that was.
func letters(r *field.Record) []byte {
	c := r.Clone()
	c.Created, c.Changed = "", ""
	return field.AppendRecord(nil, c)
}

// says that a record says all that another did, of the one that is kept where it was of the
// one that is gone.
func says(r, was *field.Record, keep, gone field.ID) bool {
	for f := range was.Values {
		of := r.Get(f)
		if f.IsList() {
			for _, id := range field.References(was.Get(f)) {
				if id == gone {
					id = keep
				}
				if !slices.Contains(field.References(of), id) {
					return false
				}
			}
			continue
		}
		if v := was.Get(f); !field.Equal(v, of) && !(field.Equal(v, gone) && field.Equal(of, keep)) {
			return false
		}
	}
	return true
}

func municipality(t *testing.T) *app.Portfolio {
	t.Helper()
	data, err := os.ReadFile("../../assets/models/karlstad.json")
	if err != nil {
		t.Fatal(err)
	}
	p := apptest.Begin(t, apptest.NewStore(), data)
	if _, err := p.CreateAll(context.Background(), "Exempel", demo.Generate(demo.S, 1, today, p.Model(), p.NewID)); err != nil {
		t.Fatal(err)
	}
	return p
}
