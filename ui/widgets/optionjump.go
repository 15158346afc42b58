package widgets

import (
	"strings"
	"time"

	"itportfoljen/app/base/text"
)

// jumpTime is how soon a letter must follow on another to go on the same word.
const jumpTime = time.Second

var now = time.Now

// letters are those that were typed lately.
type letters struct {
	typed string
	at    time.Time
}

// add takes one more, and gives all that belong together.
func (w *letters) add(r rune) string {
	if now().Sub(w.at) > jumpTime {
		w.typed = ""
	}
	w.typed, w.at = w.typed+text.Fold(string(r)), now()
	return w.typed
}

// jump marks the option that begins with what was typed lately. One letter, and the same one
// again, goes to the next that begins with it; where none is chosen, to the first.
func (l *OptionList) jump(r rune) {
	fresh := l.still && (l.marked < 0 || !l.options[l.marked].Checked)
	word := l.word.add(r)
	one := text.Fold(string(r))
	switch {
	case word != one && l.goTo(word, l.marked):
	case strings.Trim(word, one) != "":
	case fresh:
		l.goTo(one, 0)
	default:
		l.goTo(one, l.marked+1)
	}
}

// goTo marks the first option from one on that begins with a word, the spaces set aside, and
// tells whether there is one.
func (l *OptionList) goTo(word string, from int) bool {
	for n := range l.options {
		i := (max(from, 0) + n) % len(l.options)
		if !l.skip(i) && strings.HasPrefix(strings.ReplaceAll(text.Fold(l.options[i].Label), " ", ""), word) {
			l.Mark(i)
			return true
		}
	}
	return false
}
