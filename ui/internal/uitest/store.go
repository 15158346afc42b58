package uitest

import (
	"context"
	"maps"
	"slices"
	"sync"

	"itportfoljen/app"
	"itportfoljen/app/field"
)

// store keeps the journal in memory; what is in the portfolio follows from it.
type store struct {
	mu        sync.Mutex
	entries   []app.Entry
	sequences map[string]int
	readOnly  bool
}

var _ app.Store = (*store)(nil)

// Load builds the records from the entries.
func (s *store) Load(context.Context) (*app.Snapshot, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	records := map[field.ID]*field.Record{}
	for _, e := range s.entries {
		for _, c := range e.Changes {
			switch c.Op {
			case field.Create:
				records[c.ID] = c.Record
			case field.Delete:
				delete(records, c.ID)
			default:
				records[c.ID] = records[c.ID].Clone().Put(c.Field, c.After)
			}
		}
	}
	snap := &app.Snapshot{Sequences: maps.Clone(s.sequences)}
	for _, id := range slices.Sorted(maps.Keys(records)) {
		snap.Records = append(snap.Records, records[id])
	}
	for _, e := range slices.Backward(s.entries) {
		e.Changes = nil
		snap.Recent = append(snap.Recent, e)
	}
	return snap, nil
}

// Commit adds an entry.
func (s *store) Commit(_ context.Context, e app.Entry, sequences map[string]int) (int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e.Number = int64(len(s.entries) + 1)
	e.Changes = slices.Clone(e.Changes)
	s.entries = append(s.entries, e)
	maps.Copy(s.sequences, sequences)
	return e.Number, nil
}

// Journal gives the entries, newest first.
func (s *store) Journal(_ context.Context, q app.Query) ([]app.Entry, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []app.Entry
	for _, e := range slices.Backward(s.entries) {
		if q.Number != 0 && e.Number != q.Number {
			continue
		}
		if q.Record != "" {
			e.Changes = slices.DeleteFunc(slices.Clone(e.Changes), func(c field.Change) bool { return c.ID != q.Record })
			if len(e.Changes) == 0 {
				continue
			}
		}
		if out = append(out, e); q.Limit > 0 && len(out) == q.Limit {
			break
		}
	}
	return out, nil
}

// Check finds nothing wrong.
func (*store) Check(context.Context) error { return nil }

// Backup writes nothing.
func (*store) Backup(context.Context, string) error { return nil }

// Info tells of a file that isn't there.
func (s *store) Info() app.StoreInfo {
	return app.StoreInfo{Path: "ekvalla.itp", ReadOnly: s.readOnly, Schema: 1}
}

// Close does nothing.
func (*store) Close() error { return nil }
