package identify

import (
	"fmt"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// askWhich asks which of several records of the name the row is; until then
// it is skipped.
func (t *Table) askWhich(l *Line, rs []*field.Record) {
	var ids []field.ID
	for _, r := range rs {
		ids = append(ids, r.ID)
	}
	answer := t.pose(l, ask.Question{
		ID: "which:" + text.Key(l.Name) + ":" + org.Path(t.d, l.Unit), Text: fmt.Sprintf("Flera heter %s. Vilket är raden?", l.Name),
		Effect: "Raden hoppas över.",
	}, func() []ask.Option {
		return append(t.options(ids), ask.Option{Key: asNew, Label: "Inget av dem: lägg till som nytt"})
	})
	for _, r := range rs {
		if answer != "" && answer == t.optionKey(r.ID) {
			t.claim(l, r)
			return
		}
	}
	if answer != asNew {
		l.Skip(fmt.Sprintf("flera heter %s: svara på frågan om vilket som menas", l.Name))
	}
}

// asNew is the answer that a row is none of those that exist.
const asNew = "new"

// How alike two names must be to ask about them, and how much is compared.
const (
	alike        = 0.88
	prefixRunes  = 3
	mostCompared = 20000
)

// askSimilar asks about new rows whose name is nearly that of an existing
// record that no row in the file has claimed.
func (t *Table) askSimilar() {
	if !t.Kind.Common {
		return
	}
	free := map[string][]*field.Record{}
	for _, r := range t.d.All(t.Kind) {
		if t.taken[r.ID] == nil {
			p := prefix(r.Name())
			free[p] = append(free[p], r)
		}
	}
	compared := 0
	for _, l := range t.Lines {
		if l.Skipped || l.Record != nil || len(free) == 0 || l.Reason != "" {
			continue
		}
		for _, r := range free[prefix(l.Name)] {
			if compared++; compared > mostCompared {
				return
			}
			if t.taken[r.ID] == nil && t.near(l, r) {
				t.askSame(l, r)
				break
			}
		}
	}
}

func (t *Table) near(l *Line, r *field.Record) bool {
	if u := r.Home(); u != "" && l.Unit != "" && u != l.Unit {
		return false
	}
	return text.Key(l.Name) != text.Key(r.Name()) && text.Similarity(l.Name, r.Name()) >= alike
}

func (t *Table) askSame(l *Line, r *field.Record) {
	q := ask.Question{
		ID: "same:" + text.Key(l.Name) + ":" + t.optionKey(r.ID), Text: fmt.Sprintf("Är %s samma som %s?", l.Name, t.describe(r.ID)),
		Effect: "Raden läggs till som ny.",
	}
	options := func() []ask.Option {
		return []ask.Option{{Key: t.optionKey(r.ID), Label: "Ja, uppdatera " + t.describe(r.ID)}, {Key: asNew, Label: "Nej, lägg till som nytt"}}
	}
	if t.pose(l, q, options) == t.optionKey(r.ID) {
		t.claim(l, r)
	}
}

func prefix(name string) string {
	r := []rune(strings.Join(read.Words(name), ""))
	return string(r[:min(len(r), prefixRunes)])
}
