package pdf

import "math"

// Signature is someone who signs: as what, and the name if it is known.
type Signature struct{ Role, Name string }

// Signatures are lines to sign on, side by side where there is room: where and
// when, the signature and the name in clear. They stay on one page where they can,
// below the last of what is signed.
func (f *Flow) Signatures(who ...Signature) { f.add(block{kind: kSignatures, signs: who}) }

// Check is a statement with a box before it.
type Check struct {
	Text  []Run
	State State
}

// Checks is a list of statements with boxes to tick.
func (f *Flow) Checks(items ...Check) { f.add(block{kind: kChecks, checks: items}) }

const (
	signWidth = 150.0 // the least room for someone who signs
	signLine  = 34.0  // from a line to the next, for a pen
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
	return e.kept(out)
}

// signedShare is how much of a page goes along with signatures that would begin one.
const signedShare = 0.3

// keepSigned keeps what comes before the signatures' own heading with it, so that
// nobody signs a page that says nothing: the whole section before, or as many of its
// last lines as there is room for. heads are where the headings' strips begin.
func (e *engine) keepSigned(strips []strip, heads []int) {
	own := len(strips)
	if n := len(heads); n > 0 {
		own = heads[n-1]
	}
	least := 0
	if n := len(heads); n > 1 {
		least = heads[n-2]
	}
	h := 0.0
	for i := own - 1; i >= least; i-- {
		if h += strips[i].h + strips[i].gap; h > e.tall*signedShare {
			break
		}
		strips[i].keep = true
	}
	for i := own; i < len(strips); i++ {
		strips[i].keep = true
	}
}

func (e *engine) signatureRow(who []Signature, w float64, parent int) strip {
	each := math.Min((w-gutter*float64(len(who)-1))/float64(len(who)), 260)
	roles, names := make([]*textBlock, len(who)), make([]*textBlock, len(who))
	h, more := 0.0, 0.0 // of the roles, and of names that take more than a line
	for i, s := range who {
		roles[i] = e.textBlock(e.words(s.Role, SemiBold, ink), bodySize, each)
		names[i] = e.textBlock(e.words(s.Name, Regular, ink), bodySize, each)
		h = math.Max(h, roles[i].height())
		more = math.Max(more, names[i].height()-names[i].lead)
	}
	low := leading(noteSize)
	return strip{gap: 16, h: h + signLine*float64(len(signed)) + more + low, draw: func(e *engine, x, y float64) {
		for i, s := range who {
			at := x + float64(i)*(each+gutter)
			div := e.elem(RoleDiv, parent)
			roles[i].draw(e, e.elem(RoleP, div), 0, len(roles[i].lines), at, y+h-roles[i].height())
			for n, label := range signed {
				ly := y + h + signLine*float64(n+1) - 4
				last := n == len(signed)-1
				if last {
					ly += more
				}
				e.rule(at, ly, each, 0.7, inkColor)
				p := e.elem(RoleP, div)
				e.oneLine(label, noteSize, Regular, inkMuted, p, at, ly+ascent(noteSize)+1.5, each)
				if last && s.Name != "" {
					names[i].draw(e, p, 0, len(names[i].lines), at, ly-4-ascent(bodySize)-names[i].height()+names[i].lead)
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
