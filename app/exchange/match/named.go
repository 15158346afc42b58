package match

import (
	"slices"

	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
)

// Names are what the columns of a kind go by in a heading.
type Names struct {
	kind *field.Kind
	hs   *headings
}

// NamesOf are those of a kind: labels, keys and what else people call its fields.
func NamesOf(w field.World, k *field.Kind) Names {
	return Names{k, newHeadings(w, k, newVocabulary(w))}
}

// Names are what the columns of the layout go by.
func (l *Layout) Names() Names { return Names{l.Kind, l.names} }

// Named is the field that a heading names, with nothing guessed; nil for none, or for
// a name that several go by as much.
func (n Names) Named(h read.Heading) *field.Field {
	var out *field.Field
	best := 0.0
	for _, c := range n.hs.exact[h.Key()] {
		switch {
		case c.maybe || h.Year != 0 && !c.field.Yearly:
		case c.certainty > best:
			out, best = c.field, c.certainty
		case c.certainty == best:
			out = nil
		}
	}
	return out
}

// Reference says that a heading is that of references of ours.
func (n Names) Reference(h read.Heading) bool {
	return n.kind.Prefix != "" && slices.Contains(refWords, h.Key())
}

// Likeliest is the field that a heading means, as far as its words say; nil for none.
func (n Names) Likeliest(h read.Heading) *field.Field {
	var best candidate
	for _, c := range n.hs.find(h) {
		if c.certainty > best.certainty {
			best = c
		}
	}
	return best.field
}
