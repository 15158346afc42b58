package sqlite

import (
	"cmp"
	"slices"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/journal"
	"itportfoljen/data/sqlite/pages"
)

// origin says where a record was found.
type origin int

const (
	asRow     origin = iota // its row in the file is right
	inJournal               // the file's own journal gives it
	inCopy                  // a copy was needed
)

// knowing plays the journal with all that is known of each record besides. Each
// change says what stood before it and since when: where that isn't what has been
// played, something is missing, and a row of just that time fills the gap.
type knowing struct {
	ev         *evidence
	played     *app.Replay
	facts      map[field.ID]*fact
	gaps       int64 // the newest entry that isn't whole, 0 for none
	superseded map[sum]bool
	refs       []string // that records have had
}

// fact is what is known of a record besides what it is.
type fact struct {
	kind     *field.Kind
	name     string // the last that it is known to have had
	gone     string // when it was removed, "" while it is there
	last     int64  // the newest entry that touches it
	doubt    bool   // something is missing before what was played last
	copied   bool   // a copy was needed
	unfilled bool   // changes of it are known, but never all of it
	guessed  bool   // when it was last changed isn't known
}

func (ev *evidence) know(all []*kept) *knowing {
	kn := &knowing{ev: ev, played: app.NewReplay(), facts: map[field.ID]*fact{}, superseded: map[sum]bool{}}
	for _, k := range all {
		if !k.whole() && k.broken != whyUnsure {
			kn.gaps = k.number
		}
		kn.play(ev.entryOf(k), k)
	}
	return kn
}

func (kn *knowing) fact(c *field.Change) *fact {
	f := kn.facts[c.ID]
	if f == nil {
		f = &fact{kind: c.Kind}
		kn.facts[c.ID] = f
	}
	return f
}

// play plays an entry, after what it changes has been made what it should be before.
func (kn *knowing) play(e app.Entry, k *kept) {
	now, copied := stamp(e.At), k.fromCopy()
	seen := map[field.ID]bool{}
	for i := range e.Changes {
		c := &e.Changes[i]
		f := kn.fact(c)
		if !seen[c.ID] {
			seen[c.ID] = true
			kn.supersede(c.ID, now)
			if c.Op == field.Set {
				kn.before(c, f)
			}
		}
		f.last, f.guessed, f.copied = e.Number, k.guessed, f.copied || copied
		switch c.Op {
		case field.Create:
			f.gone, f.doubt, f.unfilled, f.name = "", false, false, c.Record.Name()
			kn.refs = append(kn.refs, c.Record.Ref)
		case field.Delete:
			f.gone, f.doubt, f.unfilled = now, false, false
		default:
			if name, ok := c.After.(string); ok && c.Kind != nil && c.Field == c.Kind.Title() {
				f.name = name
			}
		}
	}
	kn.played.Play(e)
}

// supersede remembers a state that another of the same second follows: by its time
// it can't be told from that.
func (kn *knowing) supersede(id field.ID, now string) {
	if r := kn.played.Get(id); r != nil && r.Changed == now {
		kn.superseded[kn.ev.summer.of(r)] = true
	}
}

// before makes sure that a record is what a change says that it was.
func (kn *knowing) before(c *field.Change, f *fact) {
	is := func(r *field.Record) bool {
		return r != nil && (c.Since == "" || r.Changed == c.Since) && (c.Erased || journal.IsGone(c.Field) || r.Kind != c.Field.Kind || field.Equal(r.Get(c.Field), c.Before))
	}
	r := kn.played.Get(c.ID)
	if is(r) {
		return
	}
	if c.Since != "" {
		for _, row := range kn.ev.rows[c.ID] {
			if row.sound && is(row.record) {
				kn.played.Put(row.record.Clone())
				f.doubt, f.unfilled, f.gone, f.copied = false, false, "", row.source > 0
				return
			}
		}
	}
	f.doubt, f.unfilled, f.gone = true, r == nil, ""
}

// outcome is what a record is in the repaired file.
type outcome struct {
	record *field.Record // nil: it isn't there
	from   origin
	doubt  string // why it may not be what it last was
	unsure bool   // whether it is there at all can't be told
}

// outcomes decides for every record that anything is known of.
func (kn *knowing) outcomes() map[field.ID]*outcome {
	out := map[field.ID]*outcome{}
	for id, f := range kn.facts {
		out[id] = kn.decide(id, f)
	}
	for id := range kn.ev.rows {
		if out[id] == nil {
			if o := kn.unheard(id); o != nil {
				out[id] = o
			}
		}
	}
	return out
}

// newestRow is the sound row that was written last; of the file's own pages if copies
// aren't asked for.
func (kn *knowing) newestRow(id field.ID, known *field.Record) (best *foundRow) {
	for _, r := range kn.ev.rows[id] {
		kn.ev.settle(r, known)
		if !r.sound || kn.superseded[r.sum] {
			continue
		}
		if best == nil || cmp.Or(cmp.Compare(r.record.Changed, best.record.Changed), cmp.Compare(best.source, r.source), cmp.Compare(best.standing, r.standing)) > 0 {
			best = r
		}
	}
	return best
}

// decide weighs what the journal says of a record against its rows.
func (kn *knowing) decide(id field.ID, f *fact) *outcome {
	now := kn.played.Get(id)
	row := kn.newestRow(id, now)
	switch {
	case row == nil:
	case now == nil && f.gone != "" && (row.record.Changed <= f.gone || row.standing == pages.Dead): // it was removed after that
		row = nil
	case now == nil:
		return kn.byRow(row)
	case row.record.Changed < now.Changed:
		row = nil
	case row.record.Same(now):
		o := kn.byRow(row)
		if row.source > 0 && !f.copied {
			o.from = inJournal
		}
		return o
	case row.standing != pages.Dead && row.source == 0 || row.record.Changed > now.Changed || f.doubt:
		return kn.byRow(row)
	}
	if now == nil {
		return &outcome{}
	}
	o := &outcome{record: now, from: inJournal, unsure: f.last < kn.gaps}
	if f.copied {
		o.from = inCopy
	}
	switch {
	case f.doubt:
		o.doubt = "en eller flera ändringar före den senaste saknas"
	case f.guessed:
		o.doubt = "när den senast ändrades går inte att säga"
	}
	return o
}

func (kn *knowing) byRow(r *foundRow) *outcome {
	o := &outcome{record: r.record}
	if r.source > 0 {
		o.from = inCopy
	}
	return o
}

// unheard is a record that no entry left tells of: it was made in one that is lost,
// unless the page is an old one or another file's.
func (kn *knowing) unheard(id field.ID) *outcome {
	row := kn.newestRow(id, nil)
	if row == nil {
		return nil
	}
	o := kn.byRow(row)
	o.unsure = row.standing != pages.Reached || row.source > 0 || kn.gaps == 0
	if row.standing == pages.Dead { // old: perhaps it was removed
		o.record = nil
	}
	return o
}

// settleAll finds the lists of the rows before the journal is played.
func (ev *evidence) settleAll() {
	for _, rows := range ev.rows {
		for _, r := range rows {
			ev.settle(r, nil)
		}
	}
}

// newestKept is the newest entry that is what it was.
func newestKept(all []*kept) app.Entry {
	for _, k := range slices.Backward(all) {
		if k.own() {
			e := k.found.entry
			e.Label, e.Origin = k.label, k.origin
			return e
		}
	}
	return app.Entry{}
}
