package block_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/exchange/block"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// many has a thousand systems.
func many(t testing.TB, n int) *app.Portfolio {
	p := apptest.Open(t)
	var rs []*field.Record
	for i := range n {
		rs = append(rs, apptest.Record(p, system.Kind, system.Name, fmt.Sprintf("System %d", i)))
	}
	if _, err := p.CreateAll(t.Context(), "Många", rs); err != nil {
		t.Fatal(err)
	}
	return p
}

func rows(n int, line string) [][]string {
	var out [][]string
	for i := range n {
		out = append(out, strings.Split(strings.ReplaceAll(line, "#", fmt.Sprint(i)), "|"))
	}
	return out
}

// TestEveryRowMayBeRefused: what can't be is told of each, and the others go in.
func TestEveryRowMayBeRefused(t *testing.T) {
	p := many(t, 1000)
	l := listOf(t, p, system.Kind, "name", "users")
	block1 := rows(1004, "|#")
	for i := 0; i < len(block1); i += 7 {
		block1[i][0] = "Nytt namn"
	}
	pl, err := block.Paste(t.Context(), p, l, block.Area{Left: 1, Right: 1}, block1, block.Choices{}, nil)
	if err != nil || len(pl.Left) != 1004-144 || len(pl.Cells) != 1004+144 {
		t.Errorf("%d left, %d changed, %v", len(pl.Left), len(pl.Cells), err)
	}
}

func TestPlanningStopsWhenItIsCancelled(t *testing.T) {
	p := many(t, 1000)
	l := listOf(t, p, system.Kind, "name", "users")
	ctx, stop := context.WithCancel(t.Context())
	_, err := block.Paste(ctx, p, l, block.Area{Left: 2, Right: 2}, rows(1000, "#"), block.Choices{}, func(float64) { stop() })
	if err == nil || !strings.Contains(err.Error(), "Avbrutet. Inget har ändrats.") {
		t.Errorf("stopped: %v", err)
	}
}

func BenchmarkPaste(b *testing.B) {
	p := many(b, 10_000)
	var l block.List
	l.Kind = system.Kind
	for _, r := range p.All(system.Kind) {
		l.Rows = append(l.Rows, r.ID)
	}
	for _, f := range []*field.Field{system.Users.Field, system.SystemOwner.Field, system.ClassifiedOn.Field} {
		l.Columns = append(l.Columns, field.Column{Field: f})
	}
	in := rows(10_000, "#|Anna Ek|2027-01-01")
	for b.Loop() {
		pl, err := block.Paste(b.Context(), p, l, block.Area{}, in, block.Choices{}, nil)
		if err != nil || len(pl.Cells) < 29_000 {
			b.Fatal(len(pl.Cells), err)
		}
	}
}
