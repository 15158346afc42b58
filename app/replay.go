package app

import "itportfoljen/app/field"

// Replay plays entries of the journal forwards from nothing, as Check does.
type Replay struct{ played *tape }

// NewReplay begins before the first entry.
func NewReplay() *Replay {
	return &Replay{newTape(func(field.ID) *field.Record { return nil })}
}

// Play does what an entry did. Changes of what isn't there do nothing.
func (r *Replay) Play(e Entry) { r.played.forward(e) }

// Get gives a record as it is now, nil for one that isn't there. It is changed in
// place by what is played after.
func (r *Replay) Get(id field.ID) *field.Record { return r.played.now[id] }

// Put sets a record to what is known of it from elsewhere.
func (r *Replay) Put(rec *field.Record) { r.played.put(rec.ID, rec) }

// Records are those that there are now.
func (r *Replay) Records() map[field.ID]*field.Record { return r.played.left() }

// Raise makes sure that no number of a reference is used again.
func Raise(sequences map[string]int, ref string) { raise(sequences, ref) }
