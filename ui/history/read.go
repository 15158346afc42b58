// Package history says in words what has been done: the journal's entries as
// people read them, in Vad har hänt? and in a record's own history.
package history

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Item is an entry as a list holds it.
type Item struct {
	app.Entry // with no more than the first changes
	UndoneBy  app.Entry
	Turns     int                  // how many entries it turns: 1 takes one back, 2 brings one back by taking back what took it back
	Silent    bool                 // it touches nothing but what is the program's own
	Kinds     map[*field.Kind]bool // those that it touches, as far as Whole says that they are known
	Whole     bool                 // all that it touches is known
	words     string
	past      app.Recalled // names what was there when the list was read, or before
}

// kept is how many changes of an entry a list holds on to.
const kept = 40

// Undone says that the entry has been taken back, and not brought back since.
func (it *Item) Undone() bool { return it.UndoneBy.Number != 0 }

// Read reads entries, newest first.
func Read(ctx context.Context, w *app.Portfolio, q app.Query) ([]Item, error) {
	q.Brief = q.Record == ""
	es, err := w.Journal(ctx, q)
	if err != nil {
		return nil, err
	}
	r := reader{w: w, byNumber: map[int64]app.Entry{}, turns: map[int64]int{}}
	for _, e := range es {
		r.byNumber[e.Number] = app.Entry{Number: e.Number, Undoes: e.Undoes}
	}
	items, past := make([]Item, len(es)), w.Recall(es...)
	undone := map[int64]app.Entry{}
	for i, e := range es {
		it := &items[i]
		it.Entry, it.UndoneBy, it.past = e, undone[e.Number], past
		if e.Undoes != 0 && !it.Undone() {
			undone[e.Undoes] = app.Entry{Number: e.Number, At: e.At, Who: e.Who}
		}
		if it.Turns, err = r.turnsOf(ctx, e); err != nil {
			return nil, err
		}
		it.Silent = e.Silent()
		it.Kinds, it.Whole = kindsIn(e), e.More == 0
		it.words = words(w, it)
		if it.More = e.More + max(0, len(e.Changes)-kept); len(e.Changes) > kept {
			it.Changes = slices.Clone(e.Changes[:kept])
		}
	}
	return items, nil
}

// KnowKinds finds out which kinds the large entries touch, of which only the first changes are
// read.
func KnowKinds(ctx context.Context, w *app.Portfolio, items []Item) error {
	for i := range items {
		it := &items[i]
		if it.Whole {
			continue
		}
		found, err := w.Journal(ctx, app.Query{Number: it.Number})
		if err != nil {
			return err
		}
		for _, e := range found {
			it.Kinds, it.Whole = kindsIn(e), true
		}
	}
	return nil
}

func kindsIn(e app.Entry) map[*field.Kind]bool {
	out := map[*field.Kind]bool{}
	for _, c := range e.Changes {
		out[c.Kind] = true
	}
	return out
}

// reader follows what entries turn, also to those before what is read.
type reader struct {
	w        *app.Portfolio
	byNumber map[int64]app.Entry
	turns    map[int64]int
}

func (r *reader) turnsOf(ctx context.Context, e app.Entry) (int, error) {
	var way []int64
	turns := 0
	for e.Undoes != 0 {
		if n, ok := r.turns[e.Number]; ok {
			turns = n
			break
		}
		way = append(way, e.Number)
		next, ok := r.byNumber[e.Undoes]
		if !ok {
			found, err := r.w.Journal(ctx, app.Query{Number: e.Undoes, Brief: true})
			if err != nil {
				return 0, err
			}
			for _, f := range found {
				next = app.Entry{Number: f.Number, Undoes: f.Undoes}
			}
			r.byNumber[e.Undoes] = next
		}
		e = next
	}
	for _, n := range slices.Backward(way) {
		turns++
		r.turns[n] = turns
	}
	return turns, nil
}

// words is what a filter looks in: what is shown of an entry, and what it touched.
func words(w *app.Portfolio, it *Item) string {
	parts := []string{Label(it), it.Who, Origin(it.Entry), strconv.FormatInt(it.Number, 10), it.At.Local().Format("2006-01-02 15:04"), Day(it.At, w.Today())}
	if it.Undone() {
		parts = append(parts, Undone())
	}
	seen := map[field.ID]bool{}
	for _, c := range it.Changes {
		if !seen[c.ID] {
			seen[c.ID] = true
			parts = append(parts, called(w, c))
		}
	}
	changed, _ := Parts(w, "", it, kept)
	for _, p := range changed {
		parts = append(parts, p.Lines...)
	}
	return text.Fold(strings.Join(parts, "\n"))
}

// Matches says whether all words of a query are in what is known of an entry.
func (it *Item) Matches(query string) bool {
	for _, word := range strings.Fields(text.Fold(query)) {
		if !strings.Contains(it.words, word) {
			return false
		}
	}
	return true
}
