package sqlite

import (
	"slices"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/field"
)

// The newest entry says how many records of each kind there should be, and what
// their sums add up to. When what was found agrees with that it is right, all of it;
// and where it can't be told whether a record was removed, that settles it.

// reconcile compares what was decided with the state after the newest entry, which
// was made at a time. It says nothing of what came later.
func (ev *evidence) reconcile(all map[field.ID]*outcome, want state, at string) {
	then := map[field.ID]*outcome{}
	for id, o := range all {
		if o.record == nil || o.record.Changed <= at {
			then[id] = o
		}
	}
	for _, l := range ev.tables {
		ev.reconcileKind(l.kind, then, want.Kinds[l.kind.Name])
	}
}

// swing is a record that may be there or not.
type swing struct {
	of    *outcome
	other *field.Record // what it is if it isn't what was decided
	sum   sum
	there bool
}

// mostSwings is how many records that can't be told of are tried in all ways.
const mostSwings = 14

func (ev *evidence) reconcileKind(k *field.Kind, all map[field.ID]*outcome, want tally) {
	var have tally
	var swings []swing
	for id, o := range all {
		if o.record != nil && o.record.Kind == k {
			s := ev.summer.of(o.record)
			have.add(s)
			if o.unsure {
				swings = append(swings, swing{o, nil, s, true})
			}
		} else if o.record == nil && o.unsure {
			if r := ev.deadRow(id); r != nil && r.record.Kind == k {
				swings = append(swings, swing{o, r.record, r.sum, false})
			}
		}
	}
	slices.SortFunc(swings, func(a, b swing) int {
		if a.there != b.there {
			return map[bool]int{true: -1, false: 1}[a.there]
		}
		return strings.Compare(string(a.sum[:]), string(b.sum[:]))
	})
	swings = swings[:min(len(swings), mostSwings)]
	way := -1
	for try := range 1 << len(swings) {
		if flipped(have, swings, try) == want {
			way = try
			break
		}
	}
	if way < 0 {
		return
	}
	for i, s := range swings {
		if way>>i&1 == 1 {
			s.of.record = s.other
		}
	}
	for _, o := range all { // it is just what the entry left
		if o.record != nil && o.record.Kind == k {
			o.unsure, o.doubt = false, ""
		}
	}
}

func flipped(have tally, swings []swing, try int) tally {
	for i, s := range swings {
		switch {
		case try>>i&1 == 0:
		case s.there:
			have.remove(s.sum)
		default:
			have.add(s.sum)
		}
	}
	return have
}

func (ev *evidence) deadRow(id field.ID) *foundRow {
	for _, r := range ev.rows[id] {
		if r.sound {
			return r
		}
	}
	return nil
}

// sequences are the last numbers used: as two places agree on, and at least those
// that references have.
func (ev *evidence) sequences(all []*kept, refs []string) map[string]int {
	votes := map[string]map[int]int{}
	vote := func(prefix string, n int) {
		if votes[prefix] == nil {
			votes[prefix] = map[int]int{}
		}
		votes[prefix][n]++
	}
	for prefix, ns := range ev.last {
		for _, n := range ns {
			vote(prefix, n)
		}
	}
	for _, k := range all {
		if k.found == nil {
			continue
		}
		if s, err := parseState(k.found.state); err == nil {
			for prefix, n := range s.Sequences {
				vote(prefix, n)
			}
		}
	}
	out := map[string]int{}
	for prefix, ns := range votes {
		for n, agree := range ns {
			if agree > 1 {
				out[prefix] = max(out[prefix], n)
			}
		}
	}
	for _, ref := range refs {
		app.Raise(out, ref)
	}
	return out
}
