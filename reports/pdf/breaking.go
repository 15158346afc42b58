package pdf

import (
	"image/color"
	"strings"
	"unicode"
	"unicode/utf8"

	"itportfoljen/app/base/chart/hyphen"
)

// piece is text in one look on a line; X is from the line's left edge.
type piece struct {
	x, w  float64
	text  string
	face  Face
	color color.NRGBA
	run   int // index of the run it came from
}

// line is what fits in the width.
type line struct {
	pieces []piece
	w      float64
}

// styled is a run made ready: cleaned, with face and colour decided. A Run may
// become several, where a character is lacking and for the mark of a footnote.
type styled struct {
	text  string
	face  Face
	color color.NRGBA
	link  string

	from   int     // the Run it came from: its parts are one link
	scale  float64 // of the size; 0 means 1
	rise   float64 // above the baseline, in sizes
	stick  bool    // never parted from what stands before
	actual string  // what is read instead, if it isn't the text
	with   int     // with actual: the first of those that are read as one
	box    uint8   // a box to tick is drawn instead: its State and one
	foot   *foot   // the mark of a footnote
}

// boxWide is how wide a box to tick is, in sizes of the text.
const boxWide = 0.92

// at is the size of the run in text of a size.
func (r *styled) at(size float64) float64 {
	if r.scale != 0 {
		return size * r.scale
	}
	return size
}

// wide is the width of a piece of the run in text of a size.
func (r *styled) wide(s string, size float64) float64 {
	if r.box != 0 && s != "" {
		return size * boxWide
	}
	return width(s, r.face, r.at(size))
}

// breaker fills lines.
type breaker struct {
	size, max float64
	lines     []line
	cur       line
	space     bool    // a space waits before the next word
	tail      float64 // what sticks to the word being set, in points
}

// breakLines sets runs into lines at most max wide. Lines break at spaces and
// after hyphens and slashes, never at U+00A0 and U+202F; a word wider than the
// whole line is hyphenated.
func breakLines(runs []styled, size, max float64) []line {
	if len(runs) == 1 && runs[0].scale == 0 && runs[0].box == 0 && strings.IndexByte(runs[0].text, '\n') < 0 {
		t := strings.ReplaceAll(strings.Trim(runs[0].text, " "), "\u00ad", "")
		if w := width(t, runs[0].face, size); w <= max && !strings.Contains(t, "  ") {
			return []line{{pieces: []piece{{w: w, text: t, face: runs[0].face, color: runs[0].color}}, w: w}}
		}
	}
	b := breaker{size: size, max: max}
	for i, r := range runs {
		b.run(i, r, b.sticking(runs[i+1:]))
	}
	b.flush(false)
	b.noOrphanWord()
	return b.lines
}

// noOrphanWord moves a word down to keep a short last one company.
func (b *breaker) noOrphanWord() {
	n := len(b.lines)
	if n < 2 {
		return
	}
	last, above := &b.lines[n-1], &b.lines[n-2]
	if len(last.pieces) != 1 || len(above.pieces) == 0 || last.w > min(b.max*0.12, 5*b.size) || strings.Contains(strings.TrimSpace(last.pieces[0].text), " ") {
		return
	}
	p := &above.pieces[len(above.pieces)-1]
	q := &last.pieces[0]
	text := strings.TrimSuffix(p.text, " ")
	at := strings.LastIndexByte(text, ' ')
	if p.run != q.run || at < 0 || text == p.text || above.w < b.max*0.6 {
		return
	}
	moved := text[at+1:] + " "
	w := width(moved, p.face, b.size)
	if last.w+w > b.max*0.6 {
		return
	}
	p.text = text[:at+1]
	p.w -= w
	above.w -= w
	q.text = moved + q.text
	q.w += w
	last.w += w
}

// sticking is the width of the runs that stick to what stands before them, and of a
// closing mark that the next one begins with.
func (b *breaker) sticking(runs []styled) float64 {
	w := 0.0
	for i := range runs {
		r := &runs[i]
		switch {
		case r.stick:
			w += r.wide(strings.TrimRight(r.text, " "), b.size)
			continue
		case closes(r.text):
			word, rest := nextWord(r.text)
			w += r.wide(word, b.size)
			if rest == "" {
				continue
			}
		}
		break
	}
	return w
}

// closes says that text begins with a mark that never begins a line.
func closes(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(".,;:!?)]”’…%", r)
}

// run sets a run; after is the width of what sticks to its last word.
func (b *breaker) run(index int, r styled, after float64) {
	rest := r.text
	for rest != "" {
		switch rest[0] {
		case '\n':
			b.flush(false)
			rest, b.space = rest[1:], false
			continue
		case ' ':
			b.space = true
			rest = rest[1:]
			continue
		}
		word, tail := nextWord(rest)
		b.tail = 0
		if tail == "" {
			b.tail = after
		}
		b.word(index, r, word)
		rest = tail
	}
}

// nextWord takes what mustn't be broken: up to a space, a line feed, or just
// after a hyphen, dash or slash between letters.
func nextWord(s string) (word, rest string) {
	for i, r := range s {
		switch r {
		case ' ', '\n':
			return s[:i], s[i:]
		case '-', '–', '/', '‐':
			end := i + utf8.RuneLen(r)
			if i > 0 && end < len(s) && letterAt(s[end:]) && !strings.Contains(s[:i], "://") {
				return s[:end], s[end:]
			}
		}
	}
	return s, ""
}

func letterAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

func (b *breaker) word(index int, r styled, word string) {
	bare := strings.ReplaceAll(word, "\u00ad", "")
	w := r.wide(bare, b.size)
	gap := 0.0
	if b.space && len(b.cur.pieces) > 0 {
		gap = width(" ", r.face, b.size)
	}
	if len(b.cur.pieces) > 0 && b.cur.w+gap+w+b.tail > b.max+0.01 && !((r.stick || closes(word)) && gap == 0) {
		b.flush(b.space)
		gap = 0
	}
	if w+b.tail > b.max+0.01 && !r.stick {
		b.split(index, r, word)
		b.space = false
		return
	}
	b.put(index, r, bare, w, gap)
	b.space = false
}

// splitWindow is how many bytes of a word are looked at together; more than
// any line holds.
const splitWindow = 1200

// split lays a word wider than the line over several.
func (b *breaker) split(index int, r styled, word string) {
	for {
		rest := ""
		if len(word) > splitWindow { // endless words are taken piece by piece
			at := splitWindow
			for !utf8.RuneStart(word[at]) {
				at--
			}
			word, rest = word[:at], word[at:]
		}
		bare := strings.ReplaceAll(word, "\u00ad", "")
		if w := r.wide(bare, b.size); w+b.tail <= b.max+0.01 && rest == "" {
			b.put(index, r, bare, w, 0)
			return
		}
		head, tail := hyphen.Split(word, func(s string) bool { return r.wide(s, b.size) <= b.max })
		b.put(index, r, head, r.wide(head, b.size), 0)
		if tail == "" && rest == "" {
			return
		}
		b.flush(false)
		word = tail + rest
	}
}

func (b *breaker) put(index int, r styled, text string, w, gap float64) {
	if n := len(b.cur.pieces); n > 0 && b.cur.pieces[n-1].run == index {
		p := &b.cur.pieces[n-1]
		if gap > 0 {
			p.text += " "
		}
		p.text += text
		p.w += gap + w
	} else {
		x := b.cur.w + gap
		if gap > 0 && n > 0 {
			b.cur.pieces[n-1].text += " " // read aloud as two words; it adds nothing to see
		}
		b.cur.pieces = append(b.cur.pieces, piece{x: x, w: w, text: text, face: r.face, color: r.color, run: index})
	}
	b.cur.w += gap + w
}

// flush ends the line; spaced says that a space was swallowed, which the text
// keeps so that copied and spoken words stay apart.
func (b *breaker) flush(spaced bool) {
	if n := len(b.cur.pieces); spaced && n > 0 {
		b.cur.pieces[n-1].text += " "
	}
	b.lines = append(b.lines, b.cur)
	b.cur = line{}
}
