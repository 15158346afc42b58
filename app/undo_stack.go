package app

import (
	"slices"
	"sync"
)

// undoStack knows which of the user's own entries can be taken back and which
// brought back. It follows from the journal, so undo reaches past the latest
// opening, and it leaves what others have done alone.
type undoStack struct {
	mu     sync.Mutex
	own    map[string]bool // the names that are the user's
	all    []Entry         // as they were written, without changes
	silent map[int64]bool  // whether they are of nothing but the program's own; not there: not known

	done  []Entry        // can be undone, the latest last
	back  []Entry        // undo entries that can be redone, the latest last
	unfit map[int64]bool // those of both that others have changed since
	last  Entry          // the newest of all
	other int64          // the newest that is another's
}

// load reads the newest entries, newest first, in place of what was known; names are
// the user's, beside those known to be.
func (s *undoStack) load(recent []Entry, names ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.own == nil {
		s.own = map[string]bool{}
	}
	for _, name := range names {
		s.own[name] = true
	}
	s.all, s.silent, s.last = slices.Clone(recent), map[int64]bool{}, Entry{}
	slices.Reverse(s.all)
	s.build()
}

// mine says that a name too is the user's.
func (s *undoStack) mine(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.own != nil && !s.own[name] {
		s.own[name] = true
		s.build()
	}
}

// isOwn tells whether an entry is the user's.
func (s *undoStack) isOwn(e Entry) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.own[e.Who]
}

// build follows the entries from the first.
func (s *undoStack) build() {
	s.done, s.back, s.other, s.unfit = nil, nil, 0, map[int64]bool{}
	for _, e := range s.all {
		s.follow(e)
	}
}

// push takes in an entry that has been written.
func (s *undoStack) push(e Entry) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.silent[e.Number] = e.Silent()
	e.Changes = nil
	s.all = append(s.all, e)
	s.follow(e)
}

// follow sees what an entry, the next, leaves to undo and redo.
func (s *undoStack) follow(e Entry) {
	s.last = e
	own := s.own[e.Who] && !e.Lasting()
	if !own {
		s.other = e.Number
		clear(s.unfit)
	}
	is := func(n int64) func(Entry) bool { return func(x Entry) bool { return x.Number == n } }
	redo := slices.ContainsFunc(s.back, is(e.Undoes))
	s.done = slices.DeleteFunc(s.done, is(e.Undoes))
	s.back = slices.DeleteFunc(s.back, is(e.Undoes))
	switch {
	case !own, s.silent[e.Number]:
	case e.Undoes == 0:
		s.done, s.back = append(s.done, e), nil
	case redo:
		s.done = append(s.done, e)
	default:
		s.back = append(s.back, e)
	}
}

// top is the newest entry of all.
func (s *undoStack) top() Entry {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.last
}

func (s *undoStack) newest() int64 { return s.top().Number }

// next is what is undone or redone next. sure says that nobody else has written
// since.
func (s *undoStack) next(undo bool) (e Entry, sure, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := s.back
	if undo {
		list = s.done
	}
	for _, e := range slices.Backward(list) {
		if !s.unfit[e.Number] {
			return e, e.Number > s.other, true
		}
	}
	return Entry{}, false, false
}

func (s *undoStack) pass(number int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.unfit[number] = true
}

// offered is the entry of that number when it is what is undone or redone next, or
// when it is the newest of all and of the program's own, which only the one that
// was just told of it takes back.
func (s *undoStack) offered(number int64, undo bool) (e Entry, sure, ok bool) {
	if e, sure, ok = s.next(undo); ok && e.Number == number {
		return e, sure, true
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	last := s.last
	return last, true, last.Number == number && s.silent[number] && s.own[last.Who] && undo == (last.Undoes == 0)
}

// knows says whether it is known what an entry is of.
func (s *undoStack) knows(number int64) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, ok := s.silent[number]
	return ok
}

// learn says what an entry turned out to be of.
func (s *undoStack) learn(number int64, silent bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.silent[number] = silent; silent {
		s.build()
	}
}

func (s *undoStack) others() int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.other
}
