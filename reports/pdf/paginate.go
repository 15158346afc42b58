package pdf

// turn is how a page lies.
type turn uint8

const (
	asBefore turn = iota
	portrait
	landscape
)

func turnTo(toLandscape bool) turn {
	if toLandscape {
		return landscape
	}
	return portrait
}

// turn makes strips for paper that lies so from here on.
func (e *engine) turn(toLandscape bool) {
	_, h := pageSize(toLandscape)
	e.turned, e.tall = toLandscape, h-bottom-topNext
}

// cursor is where on the pages the next strip goes. A dry one draws nothing and
// only tells where pages would begin.
type cursor struct {
	e      *engine
	dry    bool
	turned bool
	page   int
	y      float64
	atTop  bool       // nothing stands on the page yet
	owed   []footLine // lines of notes for the bottom of this page or the next
	owing  []*foot    // the notes they are of, and those before: none is owed twice
	starts []int      // strips at which a new page began
}

// fit is how the strips between two of the author's page breaks are set.
type fit struct {
	air    float64 // what gaps are multiplied by
	before int     // a strip at which a page begins although the last one had room; 0 is none
}

func (c *cursor) w() float64 { w, _ := pageSize(c.turned); return w }

// top is where the flow begins on the page.
func (c *cursor) top() float64 {
	if c.page == 0 {
		return top
	}
	return topNext
}

func (c *cursor) floor() float64 { _, h := pageSize(c.turned); return h - bottom }

// room is the height of a page for strips.
func (c *cursor) room() float64 { return c.floor() - topNext }

// end is where the flow ends on the page, if strips that hold more notes come to it.
func (c *cursor) end(more []*foot) float64 {
	return c.floor() - footHeight(len(c.owed)+c.fresh(more), c.room()) + 0.01
}

// fresh is how many lines the notes take that aren't owed yet.
func (c *cursor) fresh(feet []*foot) int {
	n := 0
	for i, f := range feet {
		if !c.owes(f) && !within(feet[:i], f) {
			n += len(f.lines(c.e, c.w()-2*marginX))
		}
	}
	return n
}

func within(feet []*foot, f *foot) bool {
	for _, g := range feet {
		if g == f {
			return true
		}
	}
	return false
}

func (c *cursor) owes(f *foot) bool { return f.due || c.dry && within(c.owing, f) }

// owe lets a note stand on the page.
func (c *cursor) owe(f *foot) {
	if c.owes(f) {
		return
	}
	if c.dry {
		c.owing = append(c.owing, f)
	} else {
		f.due = true
	}
	c.owed = append(c.owed, f.lines(c.e, c.w()-2*marginX)...)
}

// paginate places strips down the pages. What stands between two page breaks is
// tried dry first, so that its last page isn't nearly empty.
func (e *engine) paginate(strips []strip) {
	e.at = &cursor{e: e, turned: e.doc.meta.Landscape, page: -1}
	e.at.newPage()
	for len(strips) > 0 {
		n := 1
		for n < len(strips) && !strips[n].fresh {
			n++
		}
		e.at.section(strips[:n])
		strips = strips[n:]
	}
	for e.at.closePage(); len(e.at.owed) > 0; e.at.closePage() {
		e.at.newPage()
	}
}

// newPage ends the page with its notes and begins another.
func (c *cursor) newPage() {
	if c.page >= 0 {
		c.closePage()
	}
	c.page++
	c.y, c.atTop = c.top(), true
	c.e.doc.heed()
	if !c.dry {
		w, h := pageSize(c.turned)
		c.e.out.pages = append(c.e.out.pages, Page{W: w, H: h})
		c.e.page = c.page
	}
}

// closePage sets the notes of the page; those without room wait for the next.
func (c *cursor) closePage() {
	if len(c.owed) == 0 {
		return
	}
	if c.dry {
		most := int((c.room()*footRoom - 2*footAbove) / leading(footSize))
		c.owed = c.owed[min(most, len(c.owed)):]
		return
	}
	c.owed = c.e.drawFeet(c.owed, max(c.y, c.floor()-footHeight(len(c.owed), c.room())), c.floor(), c.w()-2*marginX)
}

// section places what stands up to the next page break.
func (c *cursor) section(s []strip) {
	if s[0].fresh {
		if s[0].paper != asBefore {
			c.turnPage(s[0].paper == landscape)
		}
		if !c.atTop {
			c.newPage()
		}
	}
	c.flow(s, c.settle(s))
}

// turnPage turns the pages from the next on, or this one if it is empty.
func (c *cursor) turnPage(toLandscape bool) {
	if !c.atTop {
		c.closePage()
		c.turned = toLandscape
		owed := c.owed
		c.owed = nil
		c.newPage()
		c.owed = owed
		return
	}
	c.turned = toLandscape
	w, h := pageSize(toLandscape)
	c.e.out.pages[c.page].W, c.e.out.pages[c.page].H = w, h
}

// leastFull is how much of a page that ends a section should be used.
const leastFull = 0.15

// A section of few pages, such as a paper to sign, is set closer when that saves it
// a page that would be less than half full.
const (
	fewPages = 4
	halfFull = 0.5
)

// settle finds how a section is set so that its last page holds more than a few
// lines: with less air, so that they have room on the page before, or else with
// more of what precedes them.
func (c *cursor) settle(s []strip) fit {
	plain := fit{air: 1}
	try := c.try(s, plain)
	full := 1.0
	if len(try.starts) > 0 {
		full = try.full()
	}
	if full >= halfFull || full >= leastFull && len(try.starts) >= fewPages {
		return plain
	}
	for _, air := range []float64{0.95, 0.9, 0.85, 0.8} {
		if close := c.try(s, fit{air: air}); len(close.starts) < len(try.starts) {
			return fit{air: air}
		}
	}
	if full >= leastFull {
		return plain
	}
	from := 0
	if n := len(try.starts); n > 1 {
		from = try.starts[n-2]
	}
	var places []int // between chains on the page before
	for i := 0; i < try.starts[len(try.starts)-1]; {
		if i > from {
			places = append(places, i)
		}
		n, _ := c.chain(s[i:], 1)
		i += n
	}
	for i := len(places) - 1; i >= 0; i-- {
		f := fit{air: 1, before: places[i]}
		if even := c.try(s, f); len(even.starts) == len(try.starts) && even.full() >= leastFull {
			return f
		}
	}
	return plain
}

// try places a section dry.
func (c *cursor) try(s []strip, f fit) *cursor {
	dry := *c
	dry.dry, dry.starts = true, nil
	dry.owing = append([]*foot(nil), c.owing...)
	dry.owed = append([]footLine(nil), c.owed...)
	dry.flow(s, f)
	return &dry
}

// full is how much of the page is used, notes counted.
func (c *cursor) full() float64 {
	return (c.y - c.top() + footHeight(len(c.owed), c.room())) / (c.floor() - c.top())
}

// flow places strips. Strips glued together move to the next page as one, unless
// they are taller than a page.
func (c *cursor) flow(strips []strip, f fit) {
	for i := 0; i < len(strips); {
		n, need := c.chain(strips[i:], f.air)
		if c.atTop {
			need -= strips[i].gap * f.air
		}
		need += strips[i+n-1].after
		end := c.end(feetOf(strips[i : i+n]))
		full := c.y+need > end && (need <= c.room() || c.y > c.top()+c.room()*0.6)
		if !c.atTop && (full || f.before > 0 && i == f.before) {
			c.turnTo(&strips[i], i)
		}
		whole := c.y+need <= c.end(feetOf(strips[i:i+n]))
		for j := i; j < i+n; j++ {
			s := &strips[j]
			if !c.atTop && !whole && c.y+s.gap*f.air+s.h+s.after > c.end(s.feet) && s.h > 0 {
				c.turnTo(s, j)
			}
			c.put(s, f.air)
		}
		i += n
	}
}

// put places a strip where the page has come.
func (c *cursor) put(s *strip, air float64) {
	if !c.atTop {
		c.y += s.gap * air
	}
	for _, f := range s.feet {
		c.owe(f)
	}
	if !c.dry && s.draw != nil {
		s.draw(c.e, marginX, c.y)
	}
	c.y += s.h
	c.atTop = c.atTop && s.h == 0
}

// turnTo begins a new page at a strip, below the boxes and the table head that go on.
func (c *cursor) turnTo(s *strip, i int) {
	x := marginX + s.indent
	if s.carried != nil && !c.dry {
		s.carried.draw(c.e, "Transport", x, c.y)
	}
	c.starts = append(c.starts, i)
	c.newPage()
	for _, f := range s.frames {
		if !c.dry {
			f.cover(c.e, c.y, c.y)
		}
		c.y += boxPad
	}
	from := c.y
	if s.head != nil {
		if !c.dry {
			s.head.draw(c.e, Artifact, x, c.y)
		}
		c.y += s.head.h
	}
	if s.carried != nil {
		if !c.dry {
			s.carried.draw(c.e, "Transporterat", x, c.y)
		}
		c.y += s.carried.height(c.e)
	}
	if s.group != nil {
		if !c.dry {
			s.group.draw(c.e, x, c.y)
		}
		c.y += s.group.h
	}
	if s.within != nil {
		if c.y > from {
			c.y += cellPad
		}
		if !c.dry {
			s.within.draw(c.e, x, c.y)
		}
	}
}

// chain is how many strips are kept together from the first, and their height:
// softly if they then fit a page, else only as they must.
func (c *cursor) chain(strips []strip, air float64) (n int, height float64) {
	n, height = chain(strips, true, air)
	if height-strips[0].gap*air+footHeight(c.fresh(feetOf(strips[:n])), c.room()) > c.room() {
		return chain(strips, false, air)
	}
	return n, height
}

// chain is how many strips are kept together from the first, softly or only as
// they must, and their height.
func chain(strips []strip, soft bool, air float64) (n int, height float64) {
	for i, s := range strips {
		if i > 0 && s.fresh {
			return i, height
		}
		height += s.gap*air + s.h
		if !s.glue && !(soft && s.keep) {
			return i + 1, height
		}
	}
	return len(strips), height
}

// stack is the height of strips under one another.
func stack(strips []strip) float64 {
	h := 0.0
	for i, s := range strips {
		if i > 0 {
			h += s.gap
		}
		h += s.h
	}
	return h
}

// drawStack draws strips under one another.
func (e *engine) drawStack(strips []strip, x, y float64) {
	for i, s := range strips {
		if i > 0 {
			y += s.gap
		}
		if s.draw != nil {
			s.draw(e, x, y)
		}
		y += s.h
	}
}

// feetOf are the footnotes whose marks stand in strips.
func feetOf(strips []strip) []*foot {
	var out []*foot
	for i := range strips {
		out = append(out, strips[i].feet...)
	}
	return out
}
