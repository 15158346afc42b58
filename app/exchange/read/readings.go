package read

import (
	"slices"
	"strings"

	"itportfoljen/app/base/text"
)

// headingOf puts a heading together of what its rows say, each word once.
func headingOf(parts []string) Heading {
	if len(parts) == 1 {
		return HeadingOf(parts[0])
	}
	var kept []string
	for i, p := range parts {
		said := Words(p)
		more := slices.ContainsFunc(parts[i+1:], func(lower string) bool { return containsWords(Words(lower), said) })
		if !more && len(said) > 0 {
			kept = append(kept, p)
		}
	}
	h := HeadingOf(strings.Join(kept, " "))
	h.Words = onlyFirst(h.Words)
	if len(kept) > 1 {
		h.parts = kept
	}
	return h
}

func containsWords(words, part []string) bool {
	return !slices.ContainsFunc(part, func(w string) bool { return !slices.Contains(words, w) })
}

func onlyFirst(words []string) []string {
	var out []string
	for _, w := range words {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// Reading is a way to read a heading that stands in several rows, and how much less it
// says than the whole.
type Reading struct {
	Heading
	Loss float64
	Part bool // it leaves the group out
}

// How much is lost when words of a heading are left out.
const (
	lossOrder = 0.02
	lossGroup = 0.1
	lossLow   = 0.2
)

// Readings are the ways to read a heading, the likeliest first: as a whole, by its
// lowest rows, and by the groups when the lowest says nothing alone.
func (h Heading) Readings() []Reading {
	out := []Reading{{Heading: h}}
	if len(h.parts) < 2 {
		return out
	}
	var parts []string // those with words
	for _, p := range h.parts {
		if len(HeadingOf(p).Words) > 0 {
			parts = append(parts, p)
		}
	}
	if len(parts) < 2 {
		return out
	}
	with := func(loss float64, part bool, of ...string) {
		r := HeadingOf(strings.Join(of, " "))
		r.Words, r.Year, r.Unit = onlyFirst(r.Words), h.Year, h.Unit
		out = append(out, Reading{r, loss, part})
	}
	turned := slices.Clone(parts)
	slices.Reverse(turned)
	with(lossOrder, false, turned...)
	low := parts[len(parts)-1]
	if len(parts) > 2 {
		with(lossOrder*2, false, parts[1:]...)
		with(lossOrder*2, false, parts[0], low)
		with(lossOrder*3, false, low, parts[0])
	}
	with(lossGroup, true, low)
	if vague[HeadingOf(low).Key()] {
		with(lossLow, false, parts[:len(parts)-1]...)
	}
	return out
}

// vague are the folded headings that don't say what they are of.
var vague = text.Set("namn budget belopp kostnad kr person datum varde ar")
