package paint

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/chart/hyphen"
	"itportfoljen/ui/theme"
)

type advanceKey struct {
	r    rune
	size float32
	bold bool
}

var advances = map[advanceKey]float32{}

func advance(r rune, size float32, bold bool) float32 {
	k := advanceKey{r, size, bold}
	if a, ok := advances[k]; ok {
		return a
	}
	a := fyne.MeasureText(string(r), size, fyne.TextStyle{Bold: bold}).Width
	if len(advances) > 8000 {
		clear(advances)
	}
	advances[k] = a
	return a
}

// TextWidth is an upper bound of a text's width, without shaping it.
func TextWidth(s string, size float32, bold bool) float32 {
	var w float32
	for _, r := range s {
		w += advance(r, size, bold)
	}
	return w
}

type fitKey struct {
	text  string
	width int32
	size  float32
	bold  bool
}

var fits = map[fitKey]string{}

// Fit shortens a text with an ellipsis so that it keeps within width. What
// fits is returned as it is, without allocation.
func Fit(s string, width, size float32, bold bool) string {
	if s == "" || width <= 0 {
		return ""
	}
	if TextWidth(s, size, bold) <= width {
		return s
	}
	k := fitKey{s, int32(width), size, bold}
	if f, ok := fits[k]; ok {
		return f
	}
	left := width - advance('…', size, bold)
	if left < 0 {
		return ""
	}
	end := 0
	for i, r := range s {
		left -= advance(r, size, bold)
		if left < 0 {
			break
		}
		end = i + len(string(r))
	}
	f := strings.TrimRight(s[:end], " ,·–-") + "…"
	if len(fits) > 20000 {
		clear(fits)
	}
	fits[k] = f
	return f
}

// breaks tells whether a line may end at a rune: at a space, but not at the ones
// that hold a number and its unit together.
func breaks(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }

// Wrap breaks a text into lines no wider than width; max > 0 limits their
// number and ends the last one with an ellipsis.
func Wrap(s string, width, size float32, bold bool, max int) []string {
	var lines []string
	space := advance(' ', size, bold)
	for _, par := range strings.Split(s, "\n") {
		line, w := "", float32(0)
		for _, word := range strings.FieldsFunc(par, breaks) {
			ww := TextWidth(word, size, bold)
			switch {
			case line == "":
				line, w = word, ww
			case w+space+ww <= width:
				line, w = line+" "+word, w+space+ww
			default:
				lines = append(lines, line)
				line, w = word, ww
			}
			for w > width && len([]rune(line)) > 1 { // one word wider than the line
				var head string
				head, line = divide(line, width, size, bold)
				lines = append(lines, head)
				w = TextWidth(line, size, bold)
			}
		}
		lines = append(lines, line)
	}
	if max > 0 && len(lines) > max {
		rest := strings.Join(lines[max-1:], " ")
		lines = append(lines[:max-1:max-1], Fit(rest, width, size, bold))
	}
	return lines
}

// divide cuts a word that is wider than a line where a reader expects it: between the parts
// of a compound, else between syllables, with a hyphen; what has none where the line ends.
func divide(word string, width, size float32, bold bool) (head, tail string) {
	head, tail = hyphen.Split(word, func(s string) bool { return TextWidth(s, size, bold) <= width })
	return strings.ReplaceAll(head, "\u00ad", "-"), tail
}

// LineHeight is how high a line of a size at 100 % is.
func LineHeight(size float32) float32 { return float32(int(theme.Px(size)*1.42 + 0.5)) }
