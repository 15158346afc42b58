package identify

import (
	"fmt"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
)

// matchClear finds the record, of those that no row names as they are written, whose name a
// row has but for spaces, hyphens, or the unit after it. It keeps its name.
func (t *Table) matchClear(l *Line) {
	if !t.Kind.Common || asksSpelling(t.Kind) {
		return
	}
	key, unit := clearKey(l.Name), l.Unit
	bare, of, ok := t.ofUnit(l.Name)
	if ok && (unit == "" || unit == of) {
		key, unit = clearKey(bare), of
	}
	var fits []*field.Record
	for _, r := range t.alikes().clear[key] {
		if home := r.Home(); t.taken[r.ID] == nil && (home == unit || home == "" || unit == "") {
			fits = append(fits, r)
		}
	}
	switch len(fits) {
	case 0:
	case 1:
		t.claim(l, fits[0])
		l.calls = true
		t.Remark(l.Row.Number, t.Kind.Title().Label, l.Name, "”"+ask.Short(l.Name)+"” lästes som "+fits[0].Name()+".")
	default:
		t.askWhich(l, fits)
	}
}

// plainName is the name as it tells whether two rows are about the same: without the row's
// own unit after it. Two rows of a list that differ in more are two.
func (t *Table) plainName(l *Line) string {
	if t.Kind.Common && !asksSpelling(t.Kind) {
		if bare, of, ok := t.ofUnit(l.Name); ok && of == l.Unit {
			return text.Key(bare)
		}
	}
	return text.Key(l.Name)
}

// resemblance is why a row may be a record, and is asked about together with others of it.
type resemblance string

const (
	bySpelling resemblance = "spelling"
	byMark     resemblance = "mark"
	byUnit     resemblance = "unit"
)

// pair is a row that may be a record.
type pair struct {
	l   *Line
	r   *field.Record
	why resemblance
}

// id is the question about the pair alone.
func (t *Table) sameID(p pair) string {
	return "same:" + text.Key(p.l.Name) + ":" + t.optionKey(p.r.ID)
}

// How alike two names must be to ask about them, and how much is compared.
const (
	alike        = 0.88
	prefixRunes  = 3
	mostCompared = 20000
)

// askSimilar asks about new rows whose name is nearly that of an existing record, or is that
// of one in another unit, that no row in the file has claimed.
func (t *Table) askSimilar() {
	if !t.Kind.Common {
		return
	}
	for _, l := range t.Lines {
		if l.isNew() && !l.elsewhere {
			t.matchClear(l)
		}
	}
	free, compared := t.free(), 0
	by := map[resemblance][]pair{}
	asked := map[field.ID]bool{}
	for _, l := range t.Lines {
		if !l.isNew() || len(free) == 0 && !l.elsewhere {
			continue
		}
		p, ok := t.resembled(l, asked)
		if !ok && l.Reason == "" {
			for _, r := range free[prefix(l.Name)] {
				if compared++; compared > mostCompared {
					break
				}
				if !asked[r.ID] && t.near(l, r) {
					p, ok = pair{l, r, bySpelling}, true
					break
				}
			}
		}
		if ok {
			asked[p.r.ID] = true
			by[p.why] = append(by[p.why], p)
		}
	}
	for _, why := range []resemblance{bySpelling, byMark, byUnit} {
		t.askPairs(why, by[why])
	}
	t.tellAlike()
}

// tellAlike tells of new rows whose name another row of the file has but for spaces,
// hyphens and the like.
func (t *Table) tellAlike() {
	if t.Ours || asksSpelling(t.Kind) {
		return
	}
	first := make(map[string]*Line, len(t.Lines))
	for _, l := range t.Lines {
		if l.Skipped {
			continue
		}
		key := clearKey(l.Name) + "|" + string(l.Unit)
		o := first[key]
		switch {
		case o == nil:
			first[key] = l
			continue
		case text.Key(o.Name) == text.Key(l.Name) || !l.isNew() && !o.isNew():
			continue
		case !l.isNew():
			l, o = o, l
		}
		t.Remark(l.Row.Number, t.Kind.Title().Label, l.Name, fmt.Sprintf("”%s” skiljer sig bara i skrivsätt från ”%s” på rad %d: båda lästes. Ta bort den ena om de är samma.", ask.Short(l.Name), ask.Short(o.Name), o.Row.Number))
	}
}

// isNew says that a row is about nothing that is there, as far as is known.
func (l *Line) isNew() bool { return !l.Skipped && l.Record == nil }

// free are the records that no row has claimed, by how their names begin.
func (t *Table) free() map[string][]*field.Record {
	free := map[string][]*field.Record{}
	for _, r := range t.d.All(t.Kind) {
		if t.taken[r.ID] == nil {
			p := prefix(r.Name())
			free[p] = append(free[p], r)
		}
	}
	return free
}

// resembled finds the record that a row may be by what spellings have in common.
func (t *Table) resembled(l *Line, asked map[field.ID]bool) (pair, bool) {
	fit := func(rs []*field.Record, home bool) *field.Record {
		for _, r := range rs {
			if t.taken[r.ID] == nil && !asked[r.ID] && (!home || l.Unit == "" || r.Home() == "" || r.Home() == l.Unit) {
				return r
			}
		}
		return nil
	}
	if l.elsewhere {
		if n := t.namesakes(text.Key(l.Name)); n != nil && n.left == 1 {
			if r := n.only(); !asked[r.ID] && !t.d.Made(r.ID) {
				return pair{l, r, byUnit}, true
			}
		}
		l.Reason = "samma namn finns i annan enhet"
		return pair{}, false
	}
	if asksSpelling(t.Kind) {
		return pair{}, false
	}
	a := t.alikes()
	bare := unmarked(l.Name)
	for _, try := range []struct {
		rs   []*field.Record
		why  resemblance
		also bool
	}{
		{a.folded[text.Fold(clearKey(l.Name))], bySpelling, true},
		{a.turned[turnedKey(l.Name)], bySpelling, strings.Contains(l.Name, " ")},
		{a.folded[text.Fold(clearKey(t.withoutMaker(l.Name)))], bySpelling, true},
		{a.bare[text.Fold(clearKey(l.Name))], byMark, true},
		{a.folded[text.Fold(clearKey(bare))], byMark, bare != l.Name},
	} {
		if r := fit(try.rs, true); r != nil && try.also {
			return pair{l, r, try.why}, true
		}
	}
	return pair{}, false
}

// only is the one that is left.
func (n *namesakes) only() *field.Record {
	for _, rs := range n.byUnit {
		if len(rs) > 0 {
			return rs[0]
		}
	}
	return nil
}

func (t *Table) near(l *Line, r *field.Record) bool {
	if u := r.Home(); u != "" && l.Unit != "" && u != l.Unit {
		return false
	}
	return text.Key(l.Name) != text.Key(r.Name()) && text.Similarity(l.Name, r.Name()) >= alike && !tellsApart(l.Name, r.Name())
}

func prefix(name string) string {
	r := []rune(strings.Join(read.Words(name), ""))
	return string(r[:min(len(r), prefixRunes)])
}

// each is the answer that the pairs are asked about one by one.
const each = "each"

// askPairs asks whether rows are the records that they resemble: all at once, or one by
// one where the user wants it or has answered so. A row waits for its answer.
func (t *Table) askPairs(why resemblance, pairs []pair) {
	var open []pair
	for _, p := range pairs {
		if len(pairs) == 1 || t.desk.Answer(t.sameID(p)) != "" {
			t.askSame(p.l, p.r)
			continue
		}
		open = append(open, p)
	}
	if len(open) == 0 {
		return
	}
	answer := ""
	for _, p := range open {
		answer = t.pose(p.l, ask.Question{ID: "same:" + string(why) + ":" + t.Kind.Name, Text: t.pairsText(why, open), Effect: "Raderna hoppas över."}, pairsOptions)
	}
	for _, p := range open {
		switch answer {
		case asSame:
			t.claim(p.l, p.r)
		case asNew:
		case each:
			t.askSame(p.l, p.r)
		default:
			p.l.Skip("svara på frågan om det är samma som " + t.describe(p.r.ID))
		}
	}
}

func pairsOptions() []ask.Option {
	return []ask.Option{{Key: asSame, Label: "Ja, alla är samma"}, {Key: asNew, Label: "Nej, lägg till alla som nya"}, {Key: each, Label: "Fråga om var och en"}}
}

// mostShown is how many pairs a question shows.
const mostShown = 3

func (t *Table) pairsText(why resemblance, pairs []pair) string {
	var shown []string
	for _, p := range pairs[:min(len(pairs), mostShown)] {
		s := "”" + ask.Short(p.l.Name) + "” – " + p.r.Name()
		if why == byUnit {
			s = ask.Short(p.l.Name) + " – " + t.describe(p.r.ID)
		}
		shown = append(shown, s)
	}
	if len(pairs) > mostShown {
		shown = append(shown, "…")
	}
	what := map[resemblance]string{bySpelling: "%d namn skiljer sig bara i skrivsätt från de som finns (%s). Är de samma?",
		byMark: "%d namn skiljer sig bara i version eller ett ord som ”gamla” från de som finns (%s). Är de samma?",
		byUnit: "%d namn finns, men i en annan enhet än listan säger (%s). Är de samma?"}[why]
	return fmt.Sprintf(what, len(pairs), strings.Join(shown, ", "))
}

// askSame asks whether a row is a record; it waits for the answer.
func (t *Table) askSame(l *Line, r *field.Record) {
	q := ask.Question{
		ID: t.sameID(pair{l: l, r: r}), Text: fmt.Sprintf("Är %s samma som %s?", l.Name, t.describe(r.ID)),
		Effect: "Raden hoppas över.", Lasting: r.Ref != "",
	}
	if l.elsewhere {
		q.Text = fmt.Sprintf("%s finns, men i en annan enhet: är raden samma som %s?", l.Name, t.describe(r.ID))
	}
	options := func() []ask.Option {
		return []ask.Option{{Key: t.optionKey(r.ID), Label: "Ja, uppdatera " + t.describe(r.ID)}, {Key: asNew, Label: "Nej, lägg till som nytt"}}
	}
	switch t.pose(l, q, options) {
	case t.optionKey(r.ID):
		t.claim(l, r)
	case asNew:
	default:
		l.Skip("svara på frågan om det är samma som " + t.describe(r.ID))
	}
}
