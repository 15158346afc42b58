package sqlite

import (
	"cmp"
	"slices"

	"itportfoljen/app/field"
	"itportfoljen/data/sqlite/pages"
)

// A record's sum covers its lists, whose rows lie elsewhere and may be of several
// times. The lists that make the sum right are the ones that were saved.

// settle finds the lists that make rows sound: those that the trees reach, all that
// there are, and those that the journal gives, which known may tell.
func (ev *evidence) settle(r *foundRow, known *field.Record) {
	if r.sound {
		return
	}
	fields := ev.layoutOf(r.record.Kind).lists
	options := make([][]field.Value, len(fields))
	tries := 1
	for i, f := range fields {
		options[i] = ev.options(r, f, known)
		tries *= len(options[i])
	}
	pick := make([]int, len(fields))
	for range min(tries, mostTries) {
		for i, f := range fields {
			r.record.Put(f, options[i][pick[i]])
		}
		if ev.summer.of(r.record) == r.sum {
			r.sound = true
			return
		}
		for i := range pick { // the next of all ways to pick
			if pick[i]++; pick[i] < len(options[i]) {
				break
			}
			pick[i] = 0
		}
	}
	for _, f := range fields {
		r.record.Put(f, nil)
	}
}

// mostTries is how many ways to put a record's lists together are tried.
const mostTries = 2048

// options are the values that a list may have had, each once.
func (ev *evidence) options(r *foundRow, f *field.Field, known *field.Record) []field.Value {
	items := ev.lists[r.record.ID]
	var out []field.Value
	add := func(v field.Value) {
		if !slices.ContainsFunc(out, func(o field.Value) bool { return field.Equal(o, v) }) {
			out = append(out, v)
		}
	}
	if where := forms[f.Type].list; where == holdingTable || where == linkTable {
		add(listOf(items, f, func(it foundItem) bool { return it.source == r.source && it.standing == pages.Reached }))
		add(listOf(items, f, func(it foundItem) bool { return it.source == r.source }))
		if known != nil && known.Kind == r.record.Kind {
			add(known.Get(f))
		}
		add(listOf(items, f, func(foundItem) bool { return true }))
	}
	add(nil)
	return out
}

// listOf puts a list together of its elements, the best of each place.
func listOf(items []foundItem, f *field.Field, use func(foundItem) bool) field.Value {
	best := map[int64]foundItem{}
	for _, it := range items {
		if it.key != f.Key || it.isLink != (forms[f.Type].list == linkTable) || !use(it) {
			continue
		}
		if b, taken := best[it.ord]; !taken || cmp.Or(cmp.Compare(it.source, b.source), cmp.Compare(it.standing, b.standing)) < 0 {
			best[it.ord] = it
		}
	}
	var links []field.ID
	var held []field.Holding
	for ord := int64(0); int(ord) < len(best); ord++ {
		it, ok := best[ord]
		if !ok {
			break
		}
		links, held = append(links, it.target), append(held, it.holding)
	}
	if forms[f.Type].list == linkTable {
		return links
	}
	return held
}

func (ev *evidence) layoutOf(k *field.Kind) *layout {
	for _, l := range ev.tables {
		if l.kind == k {
			return l
		}
	}
	return nil
}
