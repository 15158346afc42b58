// Package find looks for anything in a portfolio by a few forgiving words: the
// core of Ctrl+K.
package find

import (
	"cmp"
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Hit is a thing found.
type Hit struct {
	Record *field.Record
	Title  string
	Detail string // reference and unit, or what else tells it apart
	Score  int
}

// Things finds records of the kinds that are searched that answer to all words
// of query, best first, at most limit. Names count before what else things are
// known by: reference, supplier, e-mail. Case and accents are forgiven, and
// when nothing answers as it is written, one typo in each word of at least
// four letters.
func Things(w field.World, query string, limit int) []Hit {
	words := strings.Fields(text.Fold(query))
	hits := answers(w, query, func(known string) bool { return holdsAll(known, words) })
	if len(hits) == 0 {
		hits = answers(w, query, func(string) bool { return true })
	}
	hits = best(hits, max(limit, 0))
	for i := range hits {
		hits[i].Detail = field.Told(w, hits[i].Record)
	}
	return hits
}

// best are the first limit of hits: by score, then the shorter title, then in
// Swedish order, which is dear and so asked only of those that may be shown.
func best(hits []Hit, limit int) []Hit {
	near := func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(len(a.Title), len(b.Title)))
	}
	slices.SortStableFunc(hits, near)
	if limit < len(hits) {
		end := limit
		for limit > 0 && end < len(hits) && near(hits[end], hits[limit-1]) == 0 {
			end++
		}
		hits = hits[:end]
	}
	titles := text.Keys{}
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Or(near(a, b), titles.Compare(a.Title, b.Title)) })
	return hits[:min(limit, len(hits))]
}

// answers are the things that match the query, of those whose texts are worth
// the trouble of matching.
func answers(w field.World, query string, worth func(known string) bool) []Hit {
	var hits []Hit
	for _, k := range w.Kinds() {
		if !k.Searched {
			continue
		}
		for _, r := range w.All(k) {
			name := r.Name()
			known := strings.Join(append([]string{r.Ref, name}, r.Known(w)...), " ")
			if !worth(known) {
				continue
			}
			score, ok := text.Match(query, name)
			if !ok {
				if score, ok = text.Match(query, known); !ok {
					continue
				}
				score /= 2
			}
			hits = append(hits, Hit{Record: r, Title: name, Score: score})
		}
	}
	return hits
}

// holdsAll says whether every folded word is in s.
func holdsAll(s string, words []string) bool {
	s = text.Fold(s)
	for _, w := range words {
		if !strings.Contains(s, w) {
			return false
		}
	}
	return true
}
