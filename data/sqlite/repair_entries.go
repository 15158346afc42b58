package sqlite

import (
	"bytes"
	"database/sql/driver"
	"slices"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/journal"
	"itportfoljen/data/sqlite/pages"
)

// foundEntry is an entry's row.
type foundEntry struct {
	entry  app.Entry
	head   journal.Head
	state  string
	source int
	blocks []*foundBlock // of what the chain says that it has, when it is proven
	proven bool          // the chain holds from the entry before, whose chain is known
}

// foundBlock is a block's row. Its hash proves what it holds, but not where.
type foundBlock struct {
	ord    int64
	hash   journal.Hash
	data   []byte
	source int
	sound  bool
	about  []field.ID
}

func (ev *evidence) entry(r pages.Row) {
	row := make([]driver.Value, len(r.Values))
	for i, v := range r.Values {
		row[i] = v
	}
	row[0] = r.Rowid
	e, head, err := readEntry(row[:9])
	if veil := len(head.Words.Veil); err != nil || e.Number < 1 || veil != 16 && veil != len(journal.Hash{}) {
		return
	}
	found := &foundEntry{entry: e, head: head, state: text(row[9]), source: ev.source}
	for _, known := range ev.entries[e.Number] {
		if known.same(found) {
			return
		}
	}
	ev.entries[e.Number] = append(ev.entries[e.Number], found)
}

func (e *foundEntry) same(o *foundEntry) bool {
	a, b := e.entry, o.entry
	return a.Chain == b.Chain && a.At.Equal(b.At) && a.Who == b.Who && a.Session == b.Session && a.Origin == b.Origin && a.Label == b.Label && a.Undoes == b.Undoes &&
		bytes.Equal(e.head.Words.Veil, o.head.Words.Veil)
}

func (ev *evidence) block(r pages.Row) {
	entry, ord := r.Values[0].(int64), r.Values[1].(int64)
	b := &foundBlock{ord: ord, source: ev.source}
	var ok bool
	if b.hash, ok = readHash(r.Values[2]); !ok || entry < 1 || ord < 0 {
		return
	}
	b.data, _ = r.Values[3].([]byte)
	about, err := journal.Verify(b.data, b.hash)
	b.sound, b.about = err == nil, about
	ev.addBlock(entry, b)
}

// addBlock takes in a block, or the sound one of two that should be the same.
func (ev *evidence) addBlock(entry int64, b *foundBlock) {
	for i, known := range ev.blocks[entry] {
		if known.ord == b.ord && known.hash == b.hash {
			if !known.sound && b.sound {
				ev.blocks[entry][i] = b
			}
			return
		}
	}
	ev.blocks[entry] = append(ev.blocks[entry], b)
}

// ways are the sequences of blocks that an entry may have: for each place those that
// were found for it, the sound ones first, from the first place on.
func (ev *evidence) ways(number int64) [][]*foundBlock {
	byOrd := map[int64][]*foundBlock{}
	for _, b := range ev.blocks[number] {
		byOrd[b.ord] = append(byOrd[b.ord], b)
	}
	out := [][]*foundBlock{nil}
	for ord := int64(0); len(byOrd[ord]) > 0; ord++ {
		slices.SortStableFunc(byOrd[ord], func(a, b *foundBlock) int {
			switch {
			case a.sound == b.sound:
				return 0
			case a.sound:
				return -1
			}
			return 1
		})
		var longer [][]*foundBlock
		for _, way := range out {
			for _, b := range byOrd[ord] {
				if len(longer) < mostWays {
					longer = append(longer, append(slices.Clip(way), b))
				}
			}
		}
		out = longer
	}
	return out
}

const mostWays = 32

func hashesOf(blocks []*foundBlock) []journal.Hash {
	out := make([]journal.Hash, len(blocks))
	for i, b := range blocks {
		out[i] = b.hash
	}
	return out
}

// kept is an entry as the repaired journal gets it.
type kept struct {
	number int64
	found  *foundEntry // nil: only blocks of it were found, or nothing
	blocks []*foundBlock
	broken string // why it isn't what it was; "": it is
	head   journal.Head
	label  string
	origin string
	was    journal.Hash // the chain after it, as it was

	guessed bool // when it was made isn't known
}

// prove finds out which entries are what was written. Only the chain after the
// entry before it, and its own, are needed for that.
func (ev *evidence) prove() {
	var numbers []int64
	for n, es := range ev.entries {
		numbers = append(numbers, n)
		for _, e := range es {
			e.proven = false
		}
	}
	slices.Sort(numbers)
	var running journal.Hash
	reached := int64(0) // running is the chain after it, for certain
	for _, n := range numbers {
		var before []journal.Hash
		if reached == n-1 {
			before = append(before, running)
		}
		for _, e := range ev.entries[n-1] {
			before = append(before, e.entry.Chain)
		}
		if done := ev.proveOne(n, before); done != nil {
			running, reached = done.entry.Chain, n
		}
	}
}

// proveOne proves the candidates for a number, and gives the one to go on from.
func (ev *evidence) proveOne(n int64, before []journal.Hash) (best *foundEntry) {
	ways := ev.ways(n)
	for _, e := range ev.entries[n] {
		for _, b := range before {
			for _, way := range ways {
				content := e.head.Content(hashesOf(way))
				if e.proven || journal.Link(b, content) != e.entry.Chain && !ev.carries(n+1, journal.Link(b, content)) {
					continue
				}
				e.proven, e.blocks, e.entry.Chain = true, way, journal.Link(b, content)
				if best == nil {
					best = e
				}
			}
		}
	}
	if best != nil { // the proven one first
		i := slices.Index(ev.entries[n], best)
		ev.entries[n] = slices.Insert(slices.Delete(ev.entries[n], i, i+1), 0, best)
	}
	return best
}

// carries says whether an entry builds on just that chain.
func (ev *evidence) carries(n int64, before journal.Hash) bool {
	if len(ev.entries[n]) == 0 {
		return false
	}
	ways := ev.ways(n)
	for _, e := range ev.entries[n] {
		for _, way := range ways {
			if journal.Link(before, e.head.Content(hashesOf(way))) == e.entry.Chain {
				return true
			}
		}
	}
	return false
}
