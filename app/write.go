package app

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Do works out changes and carries them out as one entry of the journal, with no
// other writer in between: all of them or, on an error, none. work gives the
// entry's label. No changes is no entry, and no error.
func (p *Portfolio) Do(ctx context.Context, work func(tx *field.Tx) (label string, err error)) (Entry, error) {
	p.write.Lock()
	defer p.write.Unlock()
	tx := field.NewTx(p)
	label, err := work(tx)
	if err != nil {
		return Entry{}, err
	}
	return p.apply(ctx, Entry{Label: label, Changes: tx.Changes()})
}

// Apply carries out changes as one entry of the journal: all of them or, on an
// error, none. The entry that it gives holds the changes as they were carried
// out, with the references that created records got here; the caller's own are
// left as they are. No changes is no entry, and no error.
func (p *Portfolio) Apply(ctx context.Context, label string, changes []field.Change) (Entry, error) {
	p.write.Lock()
	defer p.write.Unlock()
	return p.apply(ctx, Entry{Label: label, Changes: changes})
}

// Try says whether changes may be made, without making them.
func (p *Portfolio) Try(changes []field.Change) error {
	p.write.Lock()
	defer p.write.Unlock()
	_, err := p.prepare(changes, false)
	return err
}

// apply writes an entry. When another program has written since what is in
// memory was read, that is read first and the changes are tried against it.
func (p *Portfolio) apply(ctx context.Context, e Entry) (Entry, error) {
	if len(e.Changes) == 0 {
		return e, nil
	}
	if err := ctx.Err(); err != nil {
		return e, fault.Wrap(fault.Canceled, "Avbrutet. Inget har ändrats.", err)
	}
	done, err := p.commit(ctx, e)
	if fault.CodeOf(err) == fault.Stale {
		if err := p.catchUp(ctx); err != nil {
			return e, err
		}
		done, err = p.commit(ctx, e)
	}
	return done, err
}

func (p *Portfolio) commit(ctx context.Context, e Entry) (Entry, error) {
	b, err := p.prepare(e.Changes, e.Undoes != 0)
	if err != nil {
		return e, err
	}
	if len(b.tx.Changes()) == 0 { // others have done it already
		e.Changes = nil
		return e, nil
	}
	e.Changes, e.At, e.Label = b.tx.Changes(), p.deps.Now().UTC(), text.Line(e.Label)
	e.Who, e.Session, e.Origin = p.Who(), p.deps.Session, p.originOf(ctx)
	b.stamp(e.At)
	done, err := p.deps.Store.Commit(ctx, e, p.stack.newest(), b.sequences)
	if err != nil {
		return e, err
	}
	e.Number, e.Chain = done.Number, done.Chain
	if e.Number == 1 {
		p.state.begin(e.Chain)
	}
	ev := b.event(e) // while the portfolio still is as it was
	p.state.replace(b.tx.Touched(), b.tx.Now())
	for k, n := range b.sequences {
		p.state.sequences[k] = n
	}
	p.stack.push(e)
	p.tell(ev)
	return e, nil
}

// batch is a set of changes on its way in: what will be after it, and the
// references that created records get.
type batch struct {
	p         *Portfolio
	tx        *field.Tx
	sequences map[string]int
}

// prepare tries changes against the portfolio as it is now.
func (p *Portfolio) prepare(changes []field.Change, undoing bool) (*batch, error) {
	b := &batch{p: p, tx: field.NewTx(p), sequences: map[string]int{}}
	b.tx.Undoing = undoing
	b.tx.Expect(len(changes))
	for _, c := range changes {
		if err := b.carry(c); err != nil {
			return nil, err
		}
	}
	if err := b.follow(); err != nil {
		return nil, err
	}
	return b, b.tx.Check()
}

// follow makes what follows on the changes; what is created gets its reference.
func (b *batch) follow() error {
	from := len(b.tx.Changes())
	if err := b.tx.Follow(); err != nil {
		return err
	}
	for _, c := range b.tx.Changes()[from:] {
		if c.Op == field.Create && c.Record.Ref == "" && c.Kind.Prefix != "" {
			c.Record.Ref = b.nextRef(c.Kind)
		}
	}
	return nil
}

// carry makes one change. A created record is copied, and gets its reference: the
// next of its kind, or the one that it comes with, as what is brought back has.
func (b *batch) carry(c field.Change) error {
	r := c.Record
	if c.Op != field.Create || r == nil || r.ID != c.ID {
		return b.tx.Carry(c)
	}
	if r = r.Clone(); r.Ref == "" && r.Kind.Prefix != "" {
		r.Ref = b.nextRef(r.Kind)
	} else if r.Ref != "" {
		if err := b.keepRef(r); err != nil {
			return err
		}
	}
	return b.tx.Create(r)
}

// nextRef takes the next number of the kind's sequence.
func (b *batch) nextRef(k *field.Kind) string {
	prefix, format := k.Prefix, "%s-%04d"
	if k.Yearly {
		prefix, format = fmt.Sprintf("%s-%d", k.Prefix, b.p.PlanYear()), "%s-%03d"
	}
	n := b.sequence(prefix) + 1
	b.sequences[prefix] = n
	return fmt.Sprintf(format, prefix, n)
}

// sequence is the last number used after a prefix.
func (b *batch) sequence(prefix string) int {
	if n, ok := b.sequences[prefix]; ok {
		return n
	}
	return b.p.state.sequences[prefix]
}

// keepRef lets a record have the reference that it comes with, and makes sure
// that nothing else gets it.
func (b *batch) keepRef(r *field.Record) error {
	if other := b.p.ByRef(r.Ref); other != nil && other.ID != r.ID && b.tx.Gone(other.ID) == nil {
		return fault.New(fault.Conflict, fmt.Sprintf("Referensen %s finns redan. Inget har ändrats.", r.Ref))
	}
	if i := strings.LastIndexByte(r.Ref, '-'); i > 0 {
		if n, err := strconv.Atoi(r.Ref[i+1:]); err == nil && n > b.sequence(r.Ref[:i]) {
			b.sequences[r.Ref[:i]] = n
		}
	}
	return nil
}

func (b *batch) stamp(at time.Time) {
	s := at.Format(time.RFC3339)
	for id, r := range b.tx.Now() {
		if b.tx.Made(id) && r.Created == "" {
			r.Created = s
		}
		r.Changed = s
	}
}
