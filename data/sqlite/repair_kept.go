package sqlite

import (
	"fmt"
	"slices"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/journal"
	"itportfoljen/data/sqlite/pages"
)

// Why an entry isn't what it was.
const (
	whyGone    = "saknas"
	whyContent = "innehållet gick inte att läsa"
	whyPart    = "en del av innehållet gick inte att läsa"
	whyHead    = "vem som gjorde den och vad den heter gick inte att läsa"
	whyUnsure  = "går inte att pröva, eftersom ändringen före den saknas"
)

// whole says whether an entry is just what it was.
func (k *kept) whole() bool { return k.broken == "" }

// own says that the entry's words are its own.
func (k *kept) own() bool { return k.broken == "" || k.broken == whyUnsure }

// undated says that nothing in the entry's own row tells when it was made.
func (k *kept) undated() bool { return k.found == nil || k.broken == whyHead }

// keep gives the entries of the journal from the first to the newest that is known,
// those that are missing among them.
func (ev *evidence) keep() []*kept {
	last := ev.lastNumber()
	out := make([]*kept, 0, last)
	for n := int64(1); n <= last; n++ {
		out = append(out, ev.keepOne(n))
	}
	for i, at := range ev.dates(out) {
		out[i].dated(at)
	}
	return out
}

// lastNumber is that of the newest entry that can be believed in: a number that a
// flipped bit made is nobody's.
func (ev *evidence) lastNumber() (last int64) {
	for n := range ev.entries {
		if n > last && ev.accepted(n) != nil {
			last = n
		}
	}
	for ev.placed(last + 1) {
		last++
	}
	return last
}

// accepted is the entry of a number that there is reason to believe in.
func (ev *evidence) accepted(n int64) *foundEntry {
	for _, e := range ev.entries[n] {
		if e.proven || ev.carries(n+1, e.entry.Chain) || ev.placed(n) || n == 1 || len(ev.entries[n-1])+len(ev.entries[n+1]) > 0 {
			return e
		}
	}
	return nil
}

func (ev *evidence) anyBlock(n int64) bool {
	return slices.ContainsFunc(ev.blocks[n], func(b *foundBlock) bool { return b.sound })
}

// placed says that a block that was found for an entry is there by what the index
// says too.
func (ev *evidence) placed(n int64) bool {
	return slices.ContainsFunc(ev.blocks[n], func(b *foundBlock) bool {
		return b.sound && slices.ContainsFunc(b.about, func(id field.ID) bool { return ev.touched[[2]int64{n, b.ord}][id] })
	})
}

func (ev *evidence) keepOne(n int64) *kept {
	k := &kept{number: n, found: ev.accepted(n)}
	if k.found != nil && k.found.proven {
		k.blocks = slices.DeleteFunc(slices.Clone(k.found.blocks), func(b *foundBlock) bool { return !b.sound })
		switch {
		case len(k.blocks) == len(k.found.blocks):
		case len(k.blocks) == 0:
			k.broken = whyContent
		default:
			k.broken = whyPart
		}
		return k
	}
	whole := false
	k.blocks, whole = ev.soundBlocks(n)
	switch {
	case k.found == nil && (len(k.blocks) == 0 || !ev.placed(n)):
		k.blocks, k.broken = nil, whyGone
	case k.found == nil:
		k.broken = whyHead
	case len(k.blocks) == 0:
		k.broken = whyContent
	case !whole:
		k.broken = whyPart
	case n > 1 && len(ev.entries[n-1]) == 0:
		k.broken = whyUnsure
	default:
		k.broken = whyHead
	}
	return k
}

// soundBlocks are those of an entry that nothing proves; whole says that none is
// known to be missing.
func (ev *evidence) soundBlocks(n int64) (out []*foundBlock, whole bool) {
	whole = true
	next := int64(0)
	for _, b := range ev.blocksInOrder(n) {
		if b.sound && b.ord >= next {
			whole = whole && b.ord == next
			out, next = append(out, b), b.ord+1
		}
	}
	return out, whole && len(ev.touched[[2]int64{n, next}]) == 0
}

func (ev *evidence) blocksInOrder(n int64) []*foundBlock {
	out := slices.Clone(ev.blocks[n])
	slices.SortStableFunc(out, func(a, b *foundBlock) int { return int(a.ord - b.ord) })
	return out
}

// dated gives an entry its head as the repaired journal has it, made at a time.
func (k *kept) dated(at time.Time) {
	k.head = journal.Head{Number: k.number, At: at}
	if k.found != nil {
		k.head, k.was = k.found.head, k.found.entry.Chain
		k.label, k.origin = k.found.entry.Label, k.found.entry.Origin
	}
	if k.own() {
		return
	}
	switch {
	case k.undated():
		k.label, k.origin = fmt.Sprintf("Ändring %d (%s)", k.number, k.broken), app.OriginRepair
		k.head = journal.Head{Number: k.number, At: at, Who: "okänd"}
	case k.found.head.Words.Erased():
		k.label = k.broken
	default:
		k.label += " (" + k.broken + ")"
	}
	if k.head.Undoes >= k.number {
		k.head.Undoes = 0
	}
	k.head.Words = journal.NewWords(k.label, k.origin)
}

// dates tells when entries were made. Of those that don't say it themselves the
// records tell that they changed: the next change of one says since when it was as it
// was, and its row when it last became what it is. What isn't told is as late as what
// is known before it.
func (ev *evidence) dates(all []*kept) []time.Time {
	told := map[int64]tip{}
	if slices.ContainsFunc(all, func(k *kept) bool { return k.undated() && len(k.blocks) > 0 }) {
		told = ev.datedByRecords(all)
	}
	out := make([]time.Time, len(all))
	known := time.Time{} // of the newest before that says so itself
	for i, k := range all {
		switch at, err := time.Parse(time.RFC3339, told[k.number].at); {
		case !k.undated():
			out[i], known = k.found.entry.At, k.found.entry.At
		case err == nil && !at.Before(known.Truncate(time.Second)):
			out[i], k.guessed = at.UTC(), !told[k.number].sure
		default:
			out[i], k.guessed = known, true
		}
	}
	for i := len(out) - 2; i >= 0; i-- { // before the first that tells
		if out[i].IsZero() {
			out[i] = out[i+1]
		}
	}
	return out
}

// tip is what a record tells of when an entry was made: then or earlier.
type tip struct {
	at   string
	sure bool // just then
}

// datedByRecords gives the earliest that records tell of each undated entry.
func (ev *evidence) datedByRecords(all []*kept) map[int64]tip {
	told := map[int64]tip{}
	tell := func(n int64, t tip) {
		was, ok := told[n]
		if t.at != "" && (!ok || t.at < was.at || t.at == was.at && t.sure) {
			told[n] = t
		}
	}
	last := map[field.ID]int64{} // the undated entry that touched it last
	gap := int64(0)              // the newest entry so far that lacks something
	for _, k := range all {
		for _, c := range ev.changes(k) {
			if n := last[c.ID]; n > 0 && n < k.number {
				tell(n, tip{c.Since, gap <= n})
			}
			if delete(last, c.ID); k.undated() && c.Op != field.Delete {
				last[c.ID] = k.number
			}
		}
		if k.lacks() {
			gap = k.number
		}
	}
	for id, n := range last {
		for _, r := range ev.rows[id] {
			if r.sound && r.standing == pages.Reached {
				tell(n, tip{at: r.record.Changed})
			}
		}
	}
	return told
}

// lacks says that something that the entry did isn't known.
func (k *kept) lacks() bool {
	return k.broken == whyGone || k.broken == whyContent || k.broken == whyPart
}

// changes are what is left of an entry's.
func (ev *evidence) changes(k *kept) (out []field.Change) {
	for _, b := range k.blocks {
		if changes, err := journal.Unpack(b.data, b.hash, ev.names); err == nil {
			out = append(out, changes...)
		}
	}
	return out
}

// entry is the entry as it is played.
func (ev *evidence) entryOf(k *kept) app.Entry {
	return app.Entry{Number: k.number, At: k.head.At, Who: k.head.Who, Session: k.head.Session, Undoes: k.head.Undoes, Label: k.label, Origin: k.origin, Changes: ev.changes(k)}
}

// fromCopy says that something of the entry came from a copy.
func (k *kept) fromCopy() bool {
	return k.found != nil && k.found.source > 0 || slices.ContainsFunc(k.blocks, func(b *foundBlock) bool { return b.source > 0 })
}
