package field

import "sync"

// Tagged are the fields of tags that there are, each kind's after those of the kinds
// before it.
func Tagged(w World) (out []*Field) {
	for _, k := range w.Kinds() {
		for _, f := range k.Fields() {
			if f.IsTags() {
				out = append(out, f)
			}
		}
	}
	return out
}

// Tagging keeps how the tags in use are spelled until something that has tags changes.
type Tagging struct {
	mu      sync.Mutex
	lists   []**Record // those that the spellings are of
	spelled map[string]string
}

// Of are the spellings by key: as the first record has it, of the first kind that does. The
// map is not to be changed.
func (t *Tagging) Of(w World) map[string]string {
	fields := Tagged(w)
	t.mu.Lock()
	defer t.mu.Unlock()
	same := t.spelled != nil && len(t.lists) == len(fields)
	lists := make([]**Record, len(fields))
	for i, f := range fields {
		if all := w.All(f.Kind); len(all) > 0 {
			lists[i] = &all[0] // a list is replaced whole when anything in it changes
		}
		same = same && lists[i] == t.lists[i]
	}
	if !same {
		t.lists, t.spelled = lists, map[string]string{}
		for _, f := range fields {
			for _, r := range w.All(f.Kind) {
				for _, tag := range tagsOf(r.Get(f)) {
					if key := TagKey(tag); t.spelled[key] == "" {
						t.spelled[key] = tag
					}
				}
			}
		}
	}
	return t.spelled
}

// spellings are how the tags in use are spelled, by key, in the portfolio beneath w.
func spellings(w World) map[string]string {
	if tx, ok := w.(interface{ Beneath() World }); ok {
		w = tx.Beneath()
	}
	switch keeping, keeps := w.(interface{ Tagging() map[string]string }); {
	case keeps:
		return keeping.Tagging()
	case w == nil:
		return nil
	}
	return new(Tagging).Of(w)
}

// TagSpelled is how a tag is spelled by its key; the key itself where none has it.
func TagSpelled(w World, key string) string {
	if s := spellings(w)[key]; s != "" {
		return s
	}
	return key
}
