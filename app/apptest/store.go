package apptest

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"sync"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/journal"
)

// maxRecent is how many entries a snapshot brings, as app.Snapshot says.
const maxRecent = 500

// Store keeps a portfolio in memory and does what any app.Store must do but
// outlive the program; Reopen gives what it kept to another opening.
type Store struct {
	*kept
	mu       sync.Mutex
	closed   bool
	readOnly bool
	holder   string // now
	had      string // when it was opened
	here     bool
	fail     error
}

// kept is what a file would hold.
type kept struct {
	mu        sync.Mutex
	records   map[field.ID]*field.Record
	entries   []app.Entry // entry n stands at n-1
	sequences map[string]int
	openings  int
	news      chan struct{} // closed when something is written or the holder is another
}

// tell lets those who watch look. It wants the lock.
func (k *kept) tell() {
	close(k.news)
	k.news = make(chan struct{})
}

var _ app.Store = (*Store)(nil)

// NewStore makes an empty store.
func NewStore() *Store {
	return &Store{kept: &kept{records: map[field.ID]*field.Record{}, sequences: map[string]int{}, openings: 1, news: make(chan struct{})}}
}

// Reopen closes the store and opens what it kept.
func (s *Store) Reopen() *Store {
	_ = s.Close()
	s.kept.mu.Lock()
	defer s.kept.mu.Unlock()
	s.openings++
	return &Store{kept: s.kept}
}

// SetReadOnly makes the store one that can't be written.
func (s *Store) SetReadOnly(on bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.readOnly = on
}

// FailWith makes every Commit fail with err until it is called with nil.
func (s *Store) FailWith(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fail = err
}

// enter says why the store can't be used.
func (s *Store) enter(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return fault.New(fault.Internal, "Portföljen är stängd. Inget har ändrats. Öppna den på nytt.")
	}
	if err := ctx.Err(); err != nil {
		return fault.Wrap(fault.Canceled, "Avbrutet. Inget har ändrats.", err)
	}
	return nil
}

// Load gives everything.
func (s *Store) Load(ctx context.Context) (*app.Snapshot, error) {
	if err := s.enter(ctx); err != nil {
		return nil, err
	}
	s.kept.mu.Lock()
	defer s.kept.mu.Unlock()
	snap := &app.Snapshot{Sequences: maps.Clone(s.sequences), Records: slices.Collect(maps.Values(s.records))}
	slices.SortFunc(snap.Records, inOrder)
	if len(s.entries) > 0 {
		snap.First = s.entries[0].Chain
	}
	for _, e := range slices.Backward(s.entries[max(0, len(s.entries)-maxRecent):]) {
		e.Changes = nil
		snap.Recent = append(snap.Recent, e)
	}
	return snap, nil
}

func inOrder(a, b *field.Record) int {
	return cmp.Or(cmp.Compare(slices.Index(app.Kinds, a.Kind), slices.Index(app.Kinds, b.Kind)), field.InOrder(a, b))
}

// Commit adds an entry, or on an error nothing.
func (s *Store) Commit(ctx context.Context, e app.Entry, base int64, sequences map[string]int) (done app.Committed, err error) {
	if err := s.enter(ctx); err != nil {
		return done, err
	}
	if err := s.mayWrite(); err != nil {
		return done, err
	}
	s.kept.mu.Lock()
	defer s.kept.mu.Unlock()
	if base != int64(len(s.entries)) {
		return done, fault.New(fault.Stale, "Portföljen har ändrats av ett annat program. Ändringen är inte sparad än. Se det nya och ändra igen.")
	}
	records := maps.Clone(s.records)
	for _, c := range e.Changes {
		if err := change(records, c, e.At); err != nil {
			return done, err
		}
	}
	if err := intact(records); err != nil {
		return done, err
	}
	s.records = records
	e.Number = int64(len(s.entries) + 1)
	e.Changes = slices.Clone(e.Changes)
	var before journal.Hash
	if n := len(s.entries); n > 0 {
		before = s.entries[n-1].Chain
	}
	var blocks []journal.Hash
	for b := range journal.Pack(e.Changes) {
		blocks = append(blocks, b.Hash)
	}
	head := journal.Head{Number: e.Number, At: e.At, Who: e.Who, Session: e.Session, Undoes: e.Undoes, Words: journal.NewWords(e.Label, e.Origin)}
	e.Chain = journal.Link(before, head.Content(blocks))
	s.entries = append(s.entries, e)
	s.tell()
	for prefix, n := range sequences {
		s.sequences[prefix] = max(s.sequences[prefix], n)
	}
	return app.Committed{Number: e.Number, Chain: e.Chain}, nil
}

func (s *Store) mayWrite() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fail != nil {
		return s.fail
	}
	if s.readOnly {
		return fault.New(fault.ReadOnly, "Portföljen är öppnad för läsning. Inget har ändrats. Spara en kopia för att ändra.")
	}
	return nil
}

// change carries out one change.
func change(records map[field.ID]*field.Record, c field.Change, at time.Time) error {
	broken := fault.New(fault.Internal, "Ändringen är ofullständig. Inget har ändrats.")
	clash := fault.New(fault.Conflict, "Det som skulle ändras har ändrats av någon annan. Inget har ändrats. Öppna portföljen på nytt och försök igen.")
	old := records[c.ID]
	switch {
	case c.Op == field.Create && c.Record == nil, c.Op == field.Delete && c.Record == nil, c.Op == field.Set && (c.Kind == nil || c.Field == nil):
		return broken
	case (c.Op == field.Create) == (old != nil):
		return clash
	}
	switch c.Op {
	case field.Create:
		records[c.ID] = c.Record.Clone()
	case field.Delete:
		delete(records, c.ID)
	default:
		r := old.Clone().Put(c.Field, c.After)
		r.Changed = at.UTC().Format(time.RFC3339)
		records[c.ID] = r
	}
	return nil
}

// intact holds that no record points at one that isn't there.
func intact(records map[field.ID]*field.Record) error {
	for _, r := range records {
		for _, f := range r.Kind.Fields() {
			for _, id := range field.References(r.Get(f)) {
				if records[id] == nil {
					return fault.New(fault.Conflict, r.Name()+" pekar på något som inte finns. Inget har ändrats.")
				}
			}
		}
	}
	return nil
}

// briefly is how many changes of an entry are given in brief.
const briefly = 1000

// Journal gives the entries, newest first.
func (s *Store) Journal(ctx context.Context, q app.Query) ([]app.Entry, error) {
	if err := s.enter(ctx); err != nil {
		return nil, err
	}
	s.kept.mu.Lock()
	defer s.kept.mu.Unlock()
	var out []app.Entry
	for _, e := range slices.Backward(s.entries) {
		if q.Number != 0 && e.Number != q.Number || q.Undoes != 0 && e.Undoes != q.Undoes {
			continue
		}
		if e.Changes = slices.Clone(e.Changes); q.Record != "" {
			e.Changes = slices.DeleteFunc(e.Changes, func(c field.Change) bool { return c.ID != q.Record && c.Owner != q.Record })
			if len(e.Changes) == 0 {
				continue
			}
		}
		if q.Brief && len(e.Changes) > briefly {
			e.More, e.Changes = len(e.Changes)-briefly, e.Changes[:briefly]
		}
		if out = append(out, e); q.Limit > 0 && len(out) == q.Limit {
			break
		}
	}
	return out, nil
}

// Erase takes texts out of the entries, and adds one that tells of it.
func (s *Store) Erase(ctx context.Context, e app.Entry, base int64, gone func(string) bool) (done app.Committed, err error) {
	if done, err = s.Commit(ctx, e, base, nil); err != nil {
		return done, err
	}
	s.kept.mu.Lock()
	defer s.kept.mu.Unlock()
	names := journal.NewNames(app.Kinds)
	for i := range s.entries[:len(s.entries)-1] {
		old := &s.entries[i]
		if gone(old.Label) || gone(old.Origin) {
			old.Label, old.Origin, old.Erased = "", "", true
		}
		var changes []field.Change
		for b := range journal.Pack(old.Changes) {
			data, _, err := journal.Erase(b.Data, b.Hash, gone)
			if err != nil {
				return done, err
			}
			rest, err := journal.Unpack(data, b.Hash, names)
			if err != nil {
				return done, err
			}
			changes = append(changes, rest...)
		}
		old.Changes = changes
	}
	return done, nil
}

// Since gives the entries after a number, oldest first.
func (s *Store) Since(ctx context.Context, number int64, see func(app.Entry) error) error {
	if err := s.enter(ctx); err != nil {
		return err
	}
	s.kept.mu.Lock()
	later := slices.Clone(s.entries[min(max(number, 0), int64(len(s.entries))):])
	s.kept.mu.Unlock()
	for _, e := range later {
		if err := see(e); err != nil {
			return err
		}
	}
	return nil
}

// Check finds nothing wrong.
func (s *Store) Check(ctx context.Context) error { return s.enter(ctx) }

// Backup writes nothing.
func (s *Store) Backup(ctx context.Context, _ string) error { return s.enter(ctx) }

// Newest gives the number of the newest entry.
func (s *Store) Newest(ctx context.Context) (int64, error) {
	if err := s.enter(ctx); err != nil {
		return 0, err
	}
	s.kept.mu.Lock()
	defer s.kept.mu.Unlock()
	return int64(len(s.entries)), nil
}

// Watch waits until something is written by anyone or SetHolder says another.
func (s *Store) Watch(ctx context.Context, known app.Standing) (app.Standing, error) {
	for {
		s.kept.mu.Lock()
		news := s.news
		s.kept.mu.Unlock()
		n, err := s.Newest(ctx)
		if now := (app.Standing{Newest: n, Holder: s.Holder()}); err != nil || now != known {
			return now, err
		}
		select {
		case <-news:
		case <-ctx.Done():
		}
	}
}

// Holder is who SetHolder said.
func (s *Store) Holder() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.holder
}

// SetHolder says who has the right to write; somebody makes the store one that
// can't be written, until it is taken over.
func (s *Store) SetHolder(who string) {
	s.kept.mu.Lock()
	defer s.kept.mu.Unlock()
	defer s.tell()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.holder = who; who != "" {
		s.had, s.readOnly = who, true
	}
}

// SetHere says that the same user has the file in another window.
func (s *Store) SetHere(on bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.here = on
}

// TakeOver makes the store one that can be written, unless somebody holds it.
func (s *Store) TakeOver(ctx context.Context) error {
	if err := s.enter(ctx); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.holder != "" {
		return fault.New(fault.Locked, "Portföljen är öppen hos "+s.holder+". Inget har ändrats. Vänta, eller be om att den stängs, och försök igen.")
	}
	s.readOnly, s.had = false, ""
	return nil
}

// Another is the same portfolio as another program sees it.
func (s *Store) Another() *Store { return &Store{kept: s.kept} }

// Info tells of a file that isn't there.
func (s *Store) Info() app.StoreInfo {
	s.mu.Lock()
	defer s.mu.Unlock()
	info := app.StoreInfo{Path: "ekvalla.itp", ReadOnly: s.readOnly, Holder: s.had, Here: s.here, Schema: 1}
	switch {
	case s.had != "":
		info.Why = fault.Locked
	case s.readOnly:
		info.Why = fault.ReadOnly
	}
	return info
}

// Close ends the use of this opening; once more does nothing.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	return nil
}
