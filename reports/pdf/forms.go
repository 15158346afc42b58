package pdf

import "math"

// Signature is someone who signs: as what, and the name if it is known.
type Signature struct{ Role, Name string }

// Signatures are lines to sign on, side by side where there is room: where and
// when, the signature and the name in clear. Those of one row stay on a page.
func (f *Flow) Signatures(who ...Signature) { f.add(block{kind: kSignatures, signs: who}) }

// Check is a statement with a box before it.
type Check struct {
	Text  []Run
	State State
}

// Checks is a list of statements with boxes to tick.
func (f *Flow) Checks(items ...Check) { f.add(block{kind: kChecks, checks: items}) }

const (
	signWidth = 190.0 // the least room for someone who signs
	signLine  = 36.0  // from a line to the next, for a pen
)

// signed are the lines below a role, with what stands beneath each.
var signed = []string{"Ort och datum", "Underskrift", "Namnförtydligande"}

func (e *engine) signatures(who []Signature, w float64, parent int) []strip {
	most := max(1, int((w+gutter)/(signWidth+gutter)))
	var out []strip
	for len(who) > 0 {
		rows := (len(who) + most - 1) / most
		n := (len(who) + rows - 1) / rows
		out = append(out, e.signatureRow(who[:n], w, parent))
		who = who[n:]
	}
	return out
}

func (e *engine) signatureRow(who []Signature, w float64, parent int) strip {
	each := math.Min((w-gutter*float64(len(who)-1))/float64(len(who)), 260)
	roles := make([]*textBlock, len(who))
	h := 0.0
	for i, s := range who {
		roles[i] = e.textBlock(e.words(s.Role, SemiBold, ink), bodySize, each)
		h = math.Max(h, roles[i].height())
	}
	low := leading(noteSize)
	return strip{gap: 16, h: h + signLine*float64(len(signed)) + low, draw: func(e *engine, x, y float64) {
		for i, s := range who {
			at := x + float64(i)*(each+gutter)
			div := e.elem(RoleDiv, parent)
			roles[i].draw(e, e.elem(RoleP, div), 0, len(roles[i].lines), at, y+h-roles[i].height())
			for n, label := range signed {
				ly := y + h + signLine*float64(n+1) - 4
				e.rule(at, ly, each, 0.7, inkColor)
				p := e.elem(RoleP, div)
				e.oneLine(label, noteSize, Regular, inkMuted, p, at, ly+ascent(noteSize)+1.5, each)
				if n == len(signed)-1 && s.Name != "" {
					e.oneLine(s.Name, bodySize, Regular, ink, p, at, ly-4, each)
				}
			}
		}
	}}
}

func (e *engine) checks(items []Check, w float64, parent int) []strip {
	const indent = 17.0
	id := -1
	var out []strip
	for n, c := range items {
		label := e.textBlock(e.style([]Run{Tick(c.State)}, look{}), bodySize+1.5, indent)
		t := e.textBlock(e.style(c.Text, look{}), bodySize, w-indent)
		out = append(out, e.hanging(label, t, indent, n, len(items), func() int {
			if id < 0 {
				id = e.elem(RoleL, parent)
				e.out.elems[id].Plain = true
			}
			return id
		})...)
	}
	return out
}
