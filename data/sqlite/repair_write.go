package sqlite

import (
	"context"
	"database/sql/driver"
	"fmt"
	"maps"
	"slices"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	words "itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/journal"
)

// write fills a new file of the version that the damaged one was of, holds it to every
// check there is, and brings it up to date.
func (m *mended) write(ctx context.Context, s *Store, temp string) error {
	own := m.ev.of
	if err := build(ctx, temp, own.options); err != nil {
		return err
	}
	c, err := connect(ctx, temp, building)
	if err != nil {
		return err
	}
	err = c.transaction("BEGIN IMMEDIATE", func() error { return m.fill(ctx, own, c) })
	if err == nil && own != s {
		err = m.bringUp(ctx, s, c)
	}
	if closed := c.close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return m.check(ctx, s, temp)
}

// bringUp migrates the new file, once it is what it should be in its own version.
func (m *mended) bringUp(ctx context.Context, s *Store, c *conn) error {
	own := m.ev.of
	err := verify(ctx, c, own.tables)
	if err == nil {
		err = own.playedIs(ctx, c)
	}
	if err != nil {
		return m.unsound(ctx, s, explain(err, s.shown))
	}
	if err := migrate(ctx, c, "", newest(own.options.migrations), s.options, s.tables...); err != nil {
		return err
	}
	m.out.Entries, err = newestEntry(ctx, c)
	return err
}

// playedIs holds that the journal gives what the tables of the store's version hold.
func (s *Store) playedIs(ctx context.Context, c *conn) error {
	now, err := readLeniently(ctx, c, s.tables)
	if err != nil {
		return err
	}
	entries, err := readEntries(ctx, c, app.Query{})
	if err == nil {
		err = s.readChanges(ctx, c, app.Query{}, entries)
	}
	if err != nil {
		return err
	}
	played := app.NewReplay()
	for _, e := range slices.Backward(entries) {
		played.Play(e)
	}
	left := played.Records()
	for id, r := range left {
		if s.names.Knows(r.Kind) && (now[id] == nil || !now[id].Same(r)) {
			return fmt.Errorf("%w: the journal has another %s %s", errMisread, r.Kind.Name, id)
		}
	}
	for id, r := range now {
		if left[id] == nil {
			return fmt.Errorf("%w: the journal has no %s %s", errMisread, r.Kind.Name, id)
		}
	}
	return nil
}

// check opens the new file as anyone would, and plays its journal.
func (m *mended) check(ctx context.Context, s *Store, temp string) error {
	store, err := openUnseen(ctx, temp, m.out.Path, s.options)
	if err != nil {
		return err
	}
	defer store.Close()
	p, err := app.Open(ctx, app.Deps{Store: store, Who: m.who})
	if err == nil {
		err = p.Check(ctx)
	}
	return m.unsound(ctx, s, err)
}

// unsound tells of a new file that isn't whole: what it is made of wasn't.
func (m *mended) unsound(ctx context.Context, s *Store, err error) error {
	if err != nil && ctx.Err() == nil && fault.CodeOf(err) == fault.Damaged {
		return fault.Wrap(fault.Internal, fmt.Sprintf("Det som gick att läsa i ”%s” blev inte en hel portfölj. Filen är orörd, och ingen ny har gjorts.", words.Line(s.shown)), err)
	}
	return err
}

func (m *mended) fill(ctx context.Context, s *Store, c *conn) error {
	w := &pending{c: c, byName: s.byName, state: newFileState()}
	played := app.NewReplay()
	for _, k := range m.all {
		if err := m.writeEntry(ctx, w, k); err != nil {
			return err
		}
		played.Play(m.ev.entryOf(k))
	}
	if newest(s.options.migrations) >= marksEntry {
		for number, entry := range m.ev.before {
			if err := c.markEntry(number, entry); err != nil {
				return err
			}
		}
	}
	refs := m.kn.refs
	for _, id := range slices.Sorted(maps.Keys(m.records)) {
		r := m.records[id]
		if err := w.create(s.byName[r.Kind.Name], r); err != nil {
			return err
		}
		refs = append(refs, r.Ref)
	}
	if err := w.sequences(m.ev.sequences(m.all, refs)); err != nil {
		return err
	}
	if err := m.writeOwn(ctx, w, m.since(played)); err != nil {
		return err
	}
	if m.out.Entries == 0 {
		return nil
	}
	return c.writeState(ctx, w.state, m.out.Entries)
}

// writeEntry writes an entry of the old journal. Its chain is what it was as long as
// all before it is.
func (m *mended) writeEntry(ctx context.Context, w *pending, k *kept) error {
	chain := journal.Link(w.chain, k.head.Content(hashesOf(k.blocks)))
	if k.found != nil && k.own() && chain != k.was {
		m.out.Sealed = append(m.out.Sealed, app.Resealed{Number: k.number, Was: journal.Seal(k.number, k.was), Now: journal.Seal(k.number, chain)})
	}
	w.chain, w.number = chain, k.number
	var undoes driver.Value
	if n := k.head.Undoes; n > 0 && n < k.number {
		undoes = n
	}
	if _, err := w.c.exec(insertEntry, k.number, moment(k.head.At), k.head.Who, k.head.Session, k.origin, k.label, k.head.Words.Veil, undoes, chain[:]); err != nil {
		return err
	}
	if k.whole() && k.found != nil {
		if _, err := w.c.exec("UPDATE entry SET state = ? WHERE number = ?", k.found.state, k.number); err != nil {
			return err
		}
	}
	for i, b := range k.blocks {
		if err := w.block(ctx, int64(i), journal.Block{Data: b.data, Hash: b.hash, Records: b.about}); err != nil {
			return err
		}
	}
	m.out.Entries = k.number
	return nil
}

// since is what the records are besides what the journal gives. A record that isn't
// what the journal says is one that goes and one that comes: so it keeps its times.
func (m *mended) since(played *app.Replay) (out []field.Change) {
	was := played.Records()
	maps.DeleteFunc(was, func(_ field.ID, r *field.Record) bool { return m.ev.layoutOf(r.Kind) == nil })
	ids := slices.Collect(maps.Keys(was))
	for id := range m.records {
		if was[id] == nil {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	for _, id := range ids {
		old, r := was[id], m.records[id]
		if old != nil && r != nil && old.Same(r) {
			continue
		}
		if old != nil {
			out = append(out, field.Change{Op: field.Delete, Kind: old.Kind, ID: id, Record: old, Owner: old.Owner(), Since: old.Changed})
		}
		if r != nil {
			out = append(out, field.Change{Op: field.Create, Kind: r.Kind, ID: id, Record: r, Owner: r.Owner()})
		}
	}
	return out
}

// writeOwn writes the entry of the repair, unless there is nothing to tell.
func (m *mended) writeOwn(ctx context.Context, w *pending, changes []field.Change) error {
	o := &m.out
	if len(changes)+len(o.Bad)+len(o.Lost)+len(o.Doubted)+len(o.Removed)+len(o.Sealed) == 0 && o.Missing == 0 && o.Unread == 0 && o.Unknown == "" {
		return nil
	}
	w.number = o.Entries + 1
	e := app.Entry{At: m.at.UTC(), Who: m.who, Origin: app.OriginRepair, Label: m.label(), Changes: changes}
	if err := w.writeJournal(ctx, e); err != nil {
		return err
	}
	o.Entries, o.Own = w.number, journal.Seal(w.number, w.chain)
	return nil
}

// label says what was repaired, as the journal shows it.
func (m *mended) label() string {
	var parts []string
	say := func(n int, one, many string) {
		if n > 0 {
			parts = append(parts, words.Plural(n, one, many))
		}
	}
	lost := 0
	for _, l := range m.out.Lost {
		lost += l.Count
	}
	say(lost, "post gick förlorad", "poster gick förlorade")
	say(len(m.out.Doubted), "post är osäker", "poster är osäkra")
	say(len(m.out.Bad), "tidigare ändring gick inte att läsa", "tidigare ändringar gick inte att läsa")
	if len(m.out.Sealed) > 0 {
		parts = append(parts, fmt.Sprintf("sigillen är nya från ändring %d", m.out.Sealed[0].Number))
	}
	if m.out.Missing > 0 {
		parts = append(parts, "filen var avkortad")
	}
	if m.out.Unknown != "" {
		parts = append(parts, "hur många poster det fanns går inte att veta")
	}
	return strings.TrimSuffix("Skadad fil lagad: "+strings.Join(parts, ", "), ": ")
}
