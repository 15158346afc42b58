package app_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
)

// Whatever is done with the municipality's own fields, in whatever order: what the records
// say is what the journal says, a value is always one that its field can show, and all can
// be taken back.
func TestOwnFieldsAreWhatTheJournalSaysWhateverIsDone(t *testing.T) {
	for seed := range 60 {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { ownRun(t, uint64(seed)) })
	}
}

func ownRun(t *testing.T, seed uint64) {
	ctx := context.Background()
	s := apptest.NewStore()
	p := apptest.OpenIn(t, s)
	rnd := rand.New(rand.NewPCG(seed, 11))
	texts := []string{"", "12", "ja", "nej", "2027-03-01", "1 200", "3,5", "Röd", "Blå", "fritt", "röd", "0", "12 kr", "https://a.se"}
	words := []string{"", "Röd; Blå", "12; ja; fritt", "Blå"}
	declare := func(i int) {
		_, _ = p.Do(ctx, func(tx *field.Tx) (string, error) {
			ts := field.OwnTypes()
			return "Nytt fält", settings.Declare(tx, p.NewID(), system.Kind, fmt.Sprint("Eget ", i), ts[rnd.IntN(len(ts))], "Röd; Blå", false)
		})
	}
	systems := func() *field.Record { all := p.All(system.Kind); return all[rnd.IntN(len(all))] }
	es, err := p.Journal(ctx, app.Query{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	start, did := es[0].Number, ""
	for step := range 60 {
		own := settings.Declared(p)
		if len(own) == 0 {
			declare(step)
			continue
		}
		def := own[rnd.IntN(len(own))]
		var err error
		switch n := rnd.IntN(14); n {
		case 0:
			did = "declare"
			declare(step)
		case 1, 2, 3, 4:
			f := settings.Own(system.Kind, def)
			txt := texts[rnd.IntN(len(texts))]
			did = fmt.Sprintf("set %s (%s) %q", f.Label, f.Type.Name(), txt)
			_, err = p.SetText(ctx, systems().ID, field.Column{Field: f}, txt)
		case 5, 6:
			ts := field.OwnTypes()
			to, w := ts[rnd.IntN(len(ts))], words[rnd.IntN(len(words))]
			did = fmt.Sprintf("retype %s to %s %q", def.Name(), to.Name(), w)
			_, err = p.Do(ctx, func(tx *field.Tx) (string, error) {
				return "Slag", settings.Retype(tx, def.ID, to, w)
			})
		case 7:
			if rnd.IntN(3) > 0 {
				continue
			}
			did = "remove " + def.Name()
			_, err = p.Delete(ctx, []field.ID{def.ID})
		case 8, 9:
			if label, _ := p.CanUndo(); label == "Prov" {
				continue
			}
			did = "undo"
			_, err = p.Undo(ctx)
		case 10:
			did = "redo"
			_, err = p.Redo(ctx)
		case 11:
			es, jerr := p.Journal(ctx, app.Query{Limit: 20})
			if jerr != nil {
				t.Fatal(jerr)
			}
			e := es[rnd.IntN(len(es))]
			if e.Number <= start {
				continue
			}
			did = fmt.Sprintf("take back %d %s", e.Number, e.Label)
			_, err = p.TakeBack(ctx, e.Number)
		case 12:
			if len(p.All(system.Kind)) < 3 || rnd.IntN(3) > 0 {
				continue
			}
			a, b := systems(), systems()
			did = "join " + a.Name() + " " + b.Name()
			_, err = p.Join(ctx, a.ID, b.ID, nil)
		case 13:
			did = "words"
			_, err = p.SetText(ctx, def.ID, field.Column{Field: settings.FreeWords.Field}, words[rnd.IntN(len(words))])
		}
		if err != nil {
			switch fault.CodeOf(err) {
			case fault.Invalid, fault.Conflict, fault.NotFound:
			default:
				t.Fatalf("step %d, %s: %v", step, did, err)
			}
		}
		ownSound(t, p, fmt.Sprintf("step %d, %s", step, did))
		if t.Failed() {
			return
		}
	}
	again := apptest.Again(t, s)
	for _, r := range p.All(system.Kind) {
		if got := again.Get(r.ID); got == nil || !got.Same(r) {
			t.Errorf("%s isn't the same opened again", r.Name())
		}
	}
	for label, _ := p.CanUndo(); label != "Prov"; label, _ = p.CanUndo() {
		if _, err := p.Undo(ctx); err != nil {
			break
		}
		ownSound(t, p, "undone")
	}
}

func ownSound(t *testing.T, p *app.Portfolio, at string) {
	t.Helper()
	if err := p.Check(context.Background()); err != nil {
		t.Errorf("%s: %v", at, err)
	}
	fields := map[string]*field.Field{}
	for _, f := range p.Fields(system.Kind) {
		if f.Free() {
			fields[f.Key] = f
		}
	}
	for _, r := range p.All(system.Kind) {
		for key, s := range r.FreeValues() {
			f := fields[key]
			if f == nil {
				t.Errorf("%s: %s has %q under %s, that no field has", at, r.Name(), s, key)
				continue
			}
			if r.Get(f) == nil {
				t.Errorf("%s: %s keeps %q in %s, which holds %s", at, r.Name(), s, f.Label, f.Type.Name())
			}
		}
	}
}
