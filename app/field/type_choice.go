package field

import (
	"fmt"
	"regexp"
	"strings"
	"sync"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
)

// choiceType is one of the field's alternatives: its key.
type choiceType struct{}

func (choiceType) traits() traits {
	return traits{name: "choice", own: "Val", word: "val", most: MostLine, words: true, known: true, options: true, filters: true}
}

func (choiceType) holds(v Value) bool { return is[string](v) }

func (choiceType) decode(s string) (Value, error) { return s, nil }

func (choiceType) show(f *Field, w World, v Value) string { return f.optionLabel(w, v.(string)) }

func (choiceType) exact(f *Field, w World, v Value) string { return f.optionLabel(w, v.(string)) }

// rank is the order of the alternatives; unknown ones come after them.
func (choiceType) rank(f *Field, w World) func(Value) Rank {
	place := map[string]int64{}
	for i, o := range f.Alternatives(w) {
		place[o.Key] = int64(i)
	}
	return func(v Value) Rank {
		if n, ok := place[v.(string)]; ok {
			return Rank{N: n}
		}
		return Rank{N: int64(len(place)), S: text.SortKey(v.(string))}
	}
}

// NewChoice declares a choice of one.
func NewChoice(k *Kind, key, label string, opts ...Opt) TextField {
	return TextField{New(k, Choice, key, label, opts...)}
}

// Alternatives are the options of a choice or level, the governance model's
// included.
func (f *Field) Alternatives(w World) []Option {
	if f.Model != "" {
		return w.Options(f)
	}
	return f.Options
}

// OptionOf finds the alternative with a stored value.
func (f *Field) OptionOf(w World, v Value) (Option, bool) {
	key := Encode(v)
	for _, o := range f.Alternatives(w) {
		if o.Key == key {
			return o, true
		}
	}
	return Option{}, false
}

func (f *Field) optionLabel(w World, key string) string {
	if o, ok := f.OptionOf(w, key); ok {
		return o.Label
	}
	return key
}

func labelsOf(options []Option) string {
	labels := make([]string, 0, len(options))
	for _, o := range options {
		labels = append(labels, o.Label)
	}
	return strings.Join(labels, ", ")
}

// parse takes a label, key or synonym in any case, after a list mark
// such as "c)" or not; a text that begins with an alternative's word is taken
// too when the rest is a gloss after a dash, colon, parenthesis or bracket.
func (choiceType) parse(f *Field, w World, s string, _ money.Unit) (Value, string, error) {
	k := text.Fold(s)
	opts := f.Alternatives(w)
	for _, o := range opts {
		if optionIs(o, k) {
			return o.Key, "", nil
		}
	}
	if o := inflected(opts, k); o != nil {
		return o.Key, "", nil
	}
	for _, word := range bareWords(k) {
		for _, o := range opts {
			if optionIs(o, word) {
				return o.Key, noted("lästes som ”"+o.Label+"”", s), nil
			}
		}
	}
	return nil, "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är inget av alternativen: %s.", s, labelsOf(opts)))
}

var (
	listMark = regexp.MustCompile(`^[a-z0-9]{1,2}[).]\s+`)
	gloss    = regexp.MustCompile(`\s*[(\[:,;]|\s+-+\s+|\s+(?:19|20)\d\d`)
)

// bareWords gives a folded text without its list mark, and then without the
// gloss after it.
func bareWords(folded string) []string {
	s := listMark.ReplaceAllString(folded, "")
	var out []string
	if s != folded {
		out = append(out, s)
	}
	if at := gloss.FindStringIndex(s); at != nil && at[0] > 0 {
		out = append(out, s[:at[0]])
	}
	return out
}

// inflected is the only option that a text is in another form of: "avvecklade" is
// "avvecklat", and "system i drift" is "i drift".
func inflected(opts []Option, folded string) (found *Option) {
	want := stems(folded)
	if want == "" {
		return nil
	}
	for i := range opts {
		o := &opts[i]
		is := known(o.Label).stems == want
		for _, s := range o.Synonyms {
			is = is || known(s).stems == want
		}
		if is && found != nil {
			return nil
		}
		if is {
			found = o
		}
	}
	return found
}

// word is a word of an option, folded and without its endings.
type word struct{ folded, stems string }

// words remembers those of options, which are asked for with every text.
var words sync.Map

func known(s string) word {
	if w, ok := words.Load(s); ok {
		return w.(word)
	}
	folded := text.Fold(s)
	w := word{folded, stems(folded)}
	words.Store(s, w)
	return w
}

// filling are the words that say nothing of which alternative it is.
var filling = map[string]bool{"ar": true, "system": true, "systemet": true, "nu": true, "i": true, "under": true, "helt": true}

// stems are the words of a folded text without the endings that follow what is spoken of,
// and without those that say nothing.
func stems(folded string) string {
	var out []string
	for _, w := range strings.Fields(folded) {
		if filling[w] {
			continue
		}
		out = append(out, text.Uninflected(w))
	}
	return strings.Join(out, " ")
}

func optionIs(o Option, folded string) bool {
	if known(o.Key).folded == folded || known(o.Label).folded == folded {
		return true
	}
	for _, s := range o.Synonyms {
		if known(s).folded == folded {
			return true
		}
	}
	return false
}
