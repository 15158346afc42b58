package sqlite

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	words "itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/data/files"
)

// Repairing says what is to be repaired.
type Repairing struct {
	Path   string // the damaged file
	To     string // the new one
	Who    string // for the journal
	Copies []RepairCopy
	// Needed are records that every portfolio has, to stand in for those that are lost.
	Needed []*field.Record
	// More gives more copies, and is asked only when those and the file itself don't
	// give all; nil: there are none.
	More func(context.Context) []RepairCopy
}

// RepairCopy is a copy of the damaged portfolio to take from.
type RepairCopy struct {
	Path  string // of the unpacked file
	Name  string // that people know
	Asked bool   // the user has named it: it must be of the same portfolio
}

const (
	nothingText = "I ”%s” finns inget som går att känna igen som en IT-portfölj. Filen är orörd, och ingen ny har gjorts. Återställ en säkerhetskopia i stället."
	otherText   = "Kopian ”%s” är inte av samma portfölj som den som ska lagas. Inget har gjorts. Välj en annan kopia."
	newerText   = "Portföljen ”%s” är sparad av en nyare version av IT-portföljen. Filen är orörd, och ingen ny har gjorts. Uppdatera programmet och laga den med det."
)

// Repair makes a new portfolio of what can be read of a damaged one,
// which is never written to. For each record, in this order: the row that its sum
// proves; the newest state in the journal; a copy and what the journal has after
// that. What can't be had is named. The new file has a name only when it is whole by
// every check there is. Faults: Unreadable (nothing of a portfolio in it), TooNew,
// Conflict (there is a file at to, or a copy is another portfolio's), DiskFull.
func Repair(ctx context.Context, r Repairing, o Options) (out app.Repaired, err error) {
	s := newStore(o.withDefaults())
	if s.shown, err = filepath.Abs(r.Path); err != nil {
		return out, explain(err, r.Path)
	}
	if info, err := os.Stat(s.shown); err != nil {
		return out, files.Explain(err, s.shown)
	} else if !info.Mode().IsRegular() {
		return out, about(fault.Unreadable, nothingText, s.shown, nil)
	}
	if _, err := os.Lstat(r.To); err == nil {
		return out, files.Exists(r.To, nil)
	}
	m, err := s.examineDamaged(ctx, r)
	if err != nil {
		return out, explain(err, s.shown)
	}
	m.out.Path, m.who = r.To, r.Who
	err = publish(r.To, func(temp string) error { return m.write(ctx, s, temp) })
	if m.ev.of != s {
		s.asToday(&m.out)
	}
	return m.out, err
}

// examineDamaged reads the file and its copies, and decides what the new one holds.
func (s *Store) examineDamaged(ctx context.Context, r Repairing) (*mended, error) {
	path, clean := s.rolledBack(ctx)
	defer clean()
	ev, err := s.gatherAsItWas(ctx, path)
	if err != nil {
		return nil, err
	}
	own := ev.of
	r.Needed = own.asThen(r.Needed, s)
	used, err := own.takeAll(ctx, ev, r.Copies, 1)
	if err != nil {
		return nil, err
	}
	m, err := own.weigh(ctx, ev, r, used)
	if err != nil || m.out.Complete() || r.More == nil {
		return m, err
	}
	more, err := own.takeAll(ctx, ev, r.More(ctx), 1+len(r.Copies))
	if err != nil || len(more) == 0 {
		return m, err
	}
	return own.weigh(ctx, ev, r, append(used, more...))
}

// takeAll takes in copies, and gives the names of those that are of the portfolio.
func (s *Store) takeAll(ctx context.Context, ev *evidence, copies []RepairCopy, source int) (names []string, err error) {
	for i, c := range copies {
		used, err := s.take(ctx, ev, c, source+i)
		if err != nil {
			return nil, err
		}
		if used {
			names = append(names, c.Name)
		}
	}
	return names, nil
}

// weigh decides what the new file holds by what has been found so far.
func (s *Store) weigh(ctx context.Context, ev *evidence, r Repairing, copies []string) (*mended, error) {
	at := s.options.Clock()
	m := &mended{ev: ev, at: at, now: stamp(at), needed: r.Needed}
	m.out.Copies = copies
	ev.settleAll()
	if !ev.anything() {
		return nil, about(fault.Unreadable, nothingText, s.shown, errors.New("sqlite: neither records nor entries"))
	}
	ev.prove()
	m.all = ev.keep()
	m.kn = ev.know(m.all)
	m.tellOfFile()
	m.decide(m.out.Last, m.wanted())
	return m, ctx.Err()
}

// anything says whether there is anything of a portfolio.
func (ev *evidence) anything() bool {
	for n := range ev.blocks {
		if ev.anyBlock(n) {
			return true
		}
	}
	for _, rows := range ev.rows {
		if slices.ContainsFunc(rows, func(r *foundRow) bool { return r.sound }) {
			return true
		}
	}
	return false
}

// wanted is the state that the newest entry left; nil when that isn't known.
func (m *mended) wanted() *state {
	if len(m.all) == 0 {
		return nil
	}
	last := m.all[len(m.all)-1]
	if last.found == nil {
		return nil
	}
	s, err := parseState(last.found.state)
	if err != nil || len(s.Kinds) == 0 {
		return nil
	}
	return &s
}

// tellOfFile says what the file itself lacks.
func (m *mended) tellOfFile() {
	info := m.ev.info
	m.out.Unread = info.Unread
	if info.Short {
		m.out.Missing = info.Declared*int64(info.PageSize) - info.Pages*int64(info.PageSize)
		m.out.Missing = max(m.out.Missing, 1)
	}
	m.out.Last = newestKept(m.all)
	for _, k := range m.all {
		if k.whole() {
			continue
		}
		bad := app.BadEntry{Number: k.number, Why: k.broken}
		if k.found != nil && k.broken != whyHead {
			bad.At, bad.Who, bad.Label = k.found.entry.At, words.Line(k.found.entry.Who), words.Line(k.found.entry.Label)
		}
		m.out.Bad = append(m.out.Bad, bad)
	}
}

// take reads a copy, and takes in what is of the same portfolio and the same past.
func (s *Store) take(ctx context.Context, ev *evidence, c RepairCopy, source int) (used bool, err error) {
	cv, err := s.newEvidence(ctx)
	if err != nil {
		return false, err
	}
	if _, err := cv.gather(ctx, c.Path, source); err != nil {
		return false, err
	}
	upTo, related := ev.shared(cv)
	if !related {
		if c.Asked {
			return false, fault.New(fault.Conflict, fmt.Sprintf(otherText, words.Line(c.Name)))
		}
		return false, nil
	}
	version := newest(s.options.migrations)
	limit, exact := cv.beforeMigration(version)
	upTo = min(upTo, limit)
	if !exact && cv.newest > version { // only what is as old as the file for certain
		upTo = min(upTo, ev.lastFound())
	}
	return ev.merge(cv, upTo), nil
}

// shared tells up to which entry a copy has the same past, and whether it has any.
func (ev *evidence) shared(cv *evidence) (upTo int64, related bool) {
	var ours, theirs, common int64
	for n, es := range ev.entries {
		ours = max(ours, n)
		for _, e := range es {
			if slices.ContainsFunc(cv.entries[n], func(o *foundEntry) bool { return o.entry.Chain == e.entry.Chain }) {
				common = max(common, n)
			}
		}
	}
	overlap := false
	for n := range cv.entries {
		theirs = max(theirs, n)
		overlap = overlap || len(ev.entries[n]) > 0
	}
	switch {
	case common > 0 && common == ours:
		return theirs, true
	case common > 0:
		return common, true
	case overlap:
		return 0, false
	}
	if ev.sameIDs(cv) {
		return theirs, true
	}
	return 0, false
}

// sameIDs tells whether both have, or have had, a record whose identity no other
// portfolio has.
func (ev *evidence) sameIDs(cv *evidence) bool {
	own := map[field.ID]bool{}
	for _, ids := range ev.touched {
		maps.Copy(own, ids)
	}
	for id := range ev.rows {
		own[id] = true
	}
	unique := func(id field.ID) bool { return own[id] && len(id) > 20 }
	for id := range cv.rows {
		if unique(id) {
			return true
		}
	}
	for _, ids := range cv.touched {
		for id := range ids {
			if unique(id) {
				return true
			}
		}
	}
	return false
}

// lastFound is the newest number that an entry was found with.
func (ev *evidence) lastFound() (n int64) {
	for number := range ev.entries {
		n = max(n, number)
	}
	return n
}

// merge takes in a copy's entries up to one, and its rows when they are of that past
// too. It tells whether there was anything to take.
func (ev *evidence) merge(cv *evidence, upTo int64) bool {
	newest := int64(0)
	for n, es := range cv.entries {
		newest = max(newest, n)
		for _, e := range es {
			if n <= upTo && !slices.ContainsFunc(ev.entries[n], e.same) {
				ev.entries[n] = append(ev.entries[n], e)
			}
		}
	}
	for n, blocks := range cv.blocks {
		for _, b := range blocks {
			if n <= upTo {
				ev.addBlock(n, b)
			}
		}
	}
	if newest > upTo {
		return upTo > 0
	}
	for id, rows := range cv.rows {
		ev.rows[id] = append(ev.rows[id], rows...)
		ev.lists[id] = append(ev.lists[id], cv.lists[id]...)
	}
	for at, ids := range cv.touched {
		if ev.touched[at] == nil {
			ev.touched[at] = map[field.ID]bool{}
		}
		maps.Copy(ev.touched[at], ids)
	}
	return true
}

// rolledBack gives the file to read: when a crash left a journal that is the file's
// own, a copy of both where what was half done is taken back.
func (s *Store) rolledBack(ctx context.Context) (path string, clean func()) {
	if own, err := belongs(s.shown); err != nil || !own {
		return s.shown, func() {}
	}
	dir, err := os.MkdirTemp("", "itp-lagning-")
	if err != nil {
		return s.shown, func() {}
	}
	clean = func() { _ = os.RemoveAll(dir) }
	path = filepath.Join(dir, "kopia.itp")
	for _, ending := range []string{"", "-journal"} {
		if err := copyFile(ctx, s.shown+ending, path+ending); err != nil {
			return s.shown, clean
		}
	}
	if c, err := connect(ctx, path, renewing); err == nil {
		_, _ = c.number(ctx, "PRAGMA schema_version") // the first look takes it back
		_ = c.close()
	}
	return path, clean
}
