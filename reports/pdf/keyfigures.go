package pdf

import (
	"image/color"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"itportfoljen/app/base/draw"
)

// keyFigures is rows of figures, each over a hairline.
func (e *engine) keyFigures(figs []KeyFigure, w float64, parent int) []strip {
	var out []strip
	id := -1
	rows := (len(figs) + 5) / 6
	for ; rows > 0; rows-- {
		n := (len(figs) + rows - 1) / rows
		row := e.figureRow(figs[:n], w)
		figs = figs[n:]
		out = append(out, strip{gap: 7, h: row.h, draw: func(e *engine, x, y float64) {
			if id < 0 {
				id = e.elem(RoleL, parent)
				e.out.elems[id].Plain = true
			}
			row.draw(e, id, x, y)
		}})
	}
	return out
}

// figureRow is a row of key figures; labels and notes may take several lines.
type figureRow struct {
	figs          []KeyFigure
	labels, notes []*textBlock
	w, cw         float64
	labelH, h     float64
}

func (e *engine) figureRow(figs []KeyFigure, w float64) *figureRow {
	r := &figureRow{figs: figs, w: w, cw: w / float64(len(figs))}
	noteH := 0.0
	for _, f := range figs {
		room := r.cw - 10
		label := e.textBlock(e.plain(f.Label), 9, room)
		if f.Status != None {
			room -= 10
		}
		note := e.textBlock(e.plain(f.Note), 9, room)
		e.clean(f.Value) // what the typeface lacks is known before it is drawn
		r.labels, r.notes = append(r.labels, label), append(r.notes, note)
		r.labelH, noteH = math.Max(r.labelH, label.height()), math.Max(noteH, note.height())
	}
	r.h = r.labelH + 21 + noteH + 8
	return r
}

func (r *figureRow) draw(e *engine, list int, x, y float64) {
	for i, f := range r.figs {
		fx := x + float64(i)*r.cw
		body := e.elem(RoleSpan, e.elem(RoleLBody, e.elem(RoleLI, list)))
		e.out.elems[body].Actual = f.read()
		label, note := r.labels[i], r.notes[i]
		label.draw(e, body, 0, len(label.lines), fx, y+r.labelH-label.height())
		value := ink
		if f.Status == Bad {
			value = inkBad
		}
		e.oneLine(f.Value, 15.5, SemiBold, value, body, fx, y+r.labelH+15.5, r.cw-10)
		ny := y + r.labelH + 21
		if f.Status != None && f.Note != "" {
			e.put(Artifact, draw.Circle{X: fx + 3, Y: ny + 6.2, R: 3, Fill: dotColor(f.Status)})
			fx += 10
		}
		note.draw(e, body, 0, len(note.lines), fx, ny)
	}
	e.rule(x, y+r.h-1, r.w, 0.6, hairlineColor)
}

// read is the figure in words: "74 system i drift, 4 avvecklas".
func (f *KeyFigure) read() string {
	if f.Spoken != "" {
		return oneLine(f.Spoken)
	}
	label, value, note := oneLine(f.Label), oneLine(f.Value), oneLine(f.Note)
	out := joinNonEmpty(": ", label, value)
	if counted(label, value) {
		first, size := utf8.DecodeRuneInString(label)
		out = value + " " + string(unicode.ToLower(first)) + label[size:]
	}
	switch {
	case note == "":
	case strings.HasPrefix(note, "av "):
		out += " " + note
	default:
		out += ", " + note
	}
	return out + "."
}

// counted says that the value is a number of what the label says: it is only
// digits, and the label begins as a word does and has no year in it.
func counted(label, value string) bool {
	if value == "" || strings.ContainsFunc(value, func(r rune) bool { return !unicode.IsDigit(r) && r != '\u00a0' && r != '\u202f' }) {
		return false
	}
	rs := []rune(label)
	return len(rs) > 1 && unicode.IsUpper(rs[0]) && unicode.IsLower(rs[1]) && !strings.ContainsFunc(label, unicode.IsDigit)
}

// plain are muted runs with □ for what the typeface lacks: they are read as part
// of something else.
func (e *engine) plain(s string) []styled { return []styled{{text: e.clean(s), color: inkMuted}} }

// oneLine sets text on one line, shrunk down to 60 % and then cut with an
// ellipsis if it is too wide.
func (e *engine) oneLine(s string, size float64, f Face, c color.NRGBA, elem int, x, y, max float64) {
	s = e.clean(s)
	if s == "" {
		return
	}
	w := width(s, f, size)
	if w > max {
		small := math.Max(size*max/w, size*0.6)
		w *= small / size
		size = small
	}
	if w > max {
		s = cutIn(s, f, size, max)
		w = width(s, f, size)
	}
	e.put(elem, TextMark{X: x, Y: y, Size: size, W: w, Face: f, Color: c, Text: s + " "})
}
