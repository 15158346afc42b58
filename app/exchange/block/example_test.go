package block_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/demo"
	"itportfoljen/app/exchange/block"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/settings"
)

// example is the example municipality, with a styrmodell as it is handed out.
func example(t *testing.T) *app.Portfolio {
	t.Helper()
	p, err := app.Open(t.Context(), apptest.Deps(apptest.NewStore()))
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("../../../assets/models/danderyd.json")
	if err != nil {
		t.Fatal(err)
	}
	m, err := governance.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	own := demo.Settings(apptest.Today).Put(settings.Model.Field, string(data))
	if _, err := p.CreateAll(t.Context(), "Exempelkommunen", append([]*field.Record{own}, demo.Generate(demo.S, 1, apptest.Today, m, p.NewID)...)); err != nil {
		t.Fatal(err)
	}
	return p
}

// listed are the kinds that people list, with all their columns.
func listed(t *testing.T, p *app.Portfolio) (out []block.List) {
	for _, k := range p.Kinds() {
		if k.Silent || len(p.All(k)) == 0 {
			continue
		}
		var keys []string
		for _, f := range p.Fields(k) {
			if !f.Hidden {
				keys = append(keys, f.Key)
			}
		}
		l := listOf(t, p, k, keys...)
		if k.Prefix == "" {
			l.Columns = l.Columns[1:]
		}
		out = append(out, l)
	}
	return out
}

func whole(l block.List) block.Area {
	return block.Area{Bottom: len(l.Rows) - 1, Right: len(l.Columns) - 1}
}

func TestTheExampleIsCopiedAndPastedBack(t *testing.T) {
	p := example(t)
	for _, l := range listed(t, p) {
		s := block.Copy(p, l, whole(l))
		_, values, _ := strings.Cut(s, "\r\n")
		pl := paste(t, p, l, whole(l), values, block.Choices{Heads: block.Without})
		if len(pl.Changes) > 0 || len(pl.Left) > 0 || len(pl.Notes) > 0 {
			t.Errorf("%s copied and pasted back: %d changes, %d left: %.600s", l.Kind.Many, len(pl.Changes), len(pl.Left), said(pl))
		}
	}
}

// TestWhatIsPlannedIsWhatHappens: of every kind, each row gets the values of the one
// above, whatever those make impossible. What the plan says goes in, all of it, and
// what it leaves is as it was.
func TestWhatIsPlannedIsWhatHappens(t *testing.T) {
	for i := range listed(t, example(t)) {
		p := example(t)
		l := listed(t, p)[i]
		if l.Kind.Parent != nil || slices.ContainsFunc(l.Kind.Pointers(), func(f *field.Field) bool { return f.MayPointAt(l.Kind) }) { // what is shown of it follows from others' names
			l.Columns = slices.DeleteFunc(l.Columns, func(c field.Column) bool { return c.Field == l.Kind.Title() })
		}
		turned := l
		turned.Rows = append(slices.Clone(l.Rows[1:]), l.Rows[0])
		_, values, _ := strings.Cut(block.Copy(p, turned, whole(l)), "\r\n")
		pl := paste(t, p, l, whole(l), values, block.Choices{Heads: block.Without})
		if _, err := p.Apply(t.Context(), pl.Label, pl.Changes); err != nil {
			t.Errorf("%s: what was planned is refused: %v", l.Kind.Many, err)
			continue
		}
		at := map[string]field.Column{}
		for _, c := range l.Columns {
			if c.Field != nil {
				at[c.Phrase(p)] = c
			}
		}
		wrong := 0
		for _, c := range pl.Cells {
			col := at[c.Column]
			if got := col.Field.Show(p, col.Field.Value(p, p.Get(c.Record), col.Year)); got != c.After {
				if wrong++; wrong < 4 {
					t.Errorf("%s, %s, %s: %q, planned %q", l.Kind.Many, c.Name, c.Column, got, c.After)
				}
			}
		}
		t.Logf("%s: %d of %d cells changed, %d left, %d the same", l.Kind.Many, len(pl.Cells), len(l.Rows)*len(l.Columns), len(pl.Left), pl.Same)
	}
}

// TestAStepIsTakenAsTheFormTakesIt: what the styrmodell stops is told of its cell with
// the same sentence, and isn't written.
func TestAStepIsTakenAsTheFormTakesIt(t *testing.T) {
	stopped := 0
	for _, l := range listed(t, example(t)) {
		step := l.Kind.Step
		if step == nil {
			continue
		}
		p := example(t)
		l := listOf(t, p, l.Kind, step.Key)
		for _, to := range step.Alternatives(p) {
			p := example(t)
			lines := make([][]string, len(l.Rows))
			for i := range lines {
				lines[i] = []string{to.Label}
			}
			pl, err := block.Paste(t.Context(), p, l, block.Area{Left: 1, Right: 1}, lines, block.Choices{}, nil)
			if err != nil {
				t.Fatal(err)
			}
			left := map[field.ID]string{}
			for _, c := range pl.Left {
				left[c.Record] = c.Why
			}
			for _, id := range l.Rows {
				_, err := p.SetText(t.Context(), id, field.Column{Field: step}, to.Label)
				if (err != nil) != (left[id] != "") || err != nil && left[id] != strings.ReplaceAll(err.Error(), " Inget har ändrats.", "") {
					t.Errorf("%s to %s: the form says %v, the plan %q", p.Label(id), to.Label, err, left[id])
				}
			}
			stopped += len(left)
		}
	}
	if stopped == 0 {
		t.Error("nothing is stopped, so this shows nothing")
	}
}
