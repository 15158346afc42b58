package pdf

import (
	"math"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"

	"itportfoljen/assets"
)

// substitute stands for characters that the typeface lacks.
const substitute = '□'

// FontFile is the shipped file of a face.
func FontFile(f Face) string {
	switch f {
	case SemiBold:
		return "fonts/SourceSans3-SemiBold.ttf"
	case Italic:
		return "fonts/SourceSans3-Italic.ttf"
	}
	return "fonts/SourceSans3-Regular.ttf"
}

// typeface remembers advances per rune, in thousandths of the size, 256 at a
// time; lacking is the value of a rune without a glyph. Safe for concurrent use.
type typeface struct {
	once   sync.Once
	font   *sfnt.Font
	blocks [256]atomic.Pointer[[256]uint16]
}

const lacking = math.MaxUint16

var typefaces [faceCount]typeface

func (t *typeface) advance(f Face, r rune) uint16 {
	if r < 0 || r > 0xFFFF {
		return lacking
	}
	b := t.blocks[r>>8].Load()
	if b == nil {
		b = t.fill(f, r>>8)
	}
	return b[r&0xFF]
}

func (t *typeface) fill(f Face, high rune) *[256]uint16 {
	t.once.Do(func() {
		font, err := sfnt.Parse(assets.Must(FontFile(f)))
		if err != nil {
			panic("pdf: " + FontFile(f) + ": " + err.Error())
		}
		t.font = font
	})
	var buf sfnt.Buffer
	b := new([256]uint16)
	for low := range b {
		b[low] = lacking
		g, err := t.font.GlyphIndex(&buf, high<<8|rune(low))
		if err != nil || g == 0 {
			continue
		}
		a, err := t.font.GlyphAdvance(&buf, g, fixed.I(1000), 0)
		if err == nil {
			b[low] = uint16(a.Round())
		}
	}
	t.blocks[high].Store(b)
	return b
}

// units is the width of clean text in thousandths of the size.
func units(s string, f Face) int {
	t := &typefaces[f]
	n := 0
	for _, r := range s {
		if a := t.advance(f, r); a != lacking {
			n += int(a)
		}
	}
	return n
}

// width is the width of text in points.
func width(s string, f Face, size float64) float64 {
	return float64(units(s, f)) * size / 1000
}

// Advance is the width of a rune in thousandths of the text size.
func Advance(r rune, f Face) int {
	a := typefaces[f].advance(f, r)
	if a == lacking {
		return 0
	}
	return int(a)
}

// cleaner makes text printable and remembers what it couldn't print.
type cleaner struct{ missing map[rune]bool }

// clean composes accents, drops invisible characters, turns tabs into spaces and
// puts the substitute for what the typeface lacks. Line feeds and soft hyphens stay.
func (c *cleaner) clean(s string) string {
	if plainASCII(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	c.each(s, func(text string) { b.WriteString(text) }, func(rune) { b.WriteRune(substitute) })
	return b.String()
}

// each gives the printable text of s piece by piece, and what the typeface lacks
// one character at a time.
func (c *cleaner) each(s string, text func(s string), lacks func(r rune)) {
	s = norm.NFC.String(strings.ToValidUTF8(s, string(substitute)))
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n' || r == '\u00ad':
			b.WriteRune(r)
		case r == '\t' || r == '\u2028' || r == '\u2029':
			b.WriteByte(' ')
		case invisible(r):
		case typefaces[Regular].advance(Regular, r) == lacking || typefaces[Italic].advance(Italic, r) == lacking:
			c.note(r)
			if b.Len() > 0 {
				text(b.String())
				b.Reset()
			}
			lacks(r)
		default:
			b.WriteRune(r)
		}
	}
	if b.Len() > 0 {
		text(b.String())
	}
}

func (c *cleaner) note(r rune) {
	if c.missing == nil {
		c.missing = map[rune]bool{}
	}
	c.missing[r] = true
}

func plainASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if (s[i] < ' ' && s[i] != '\n') || s[i] > '~' {
			return false
		}
	}
	return true
}

// invisible are controls, joiners, marks of direction and variation selectors.
func invisible(r rune) bool {
	return r < ' ' || (r >= 0x7f && r <= 0x9f) || (r >= 0x200b && r <= 0x200f) || (r >= 0x202a && r <= 0x202e) ||
		(r >= 0x2060 && r <= 0x206f) || (r >= 0xfe00 && r <= 0xfe0f) || r == 0xfeff
}
