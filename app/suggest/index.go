package suggest

import (
	"context"
	"slices"

	"itportfoljen/app/field"
)

// Index knows what the records of a kind answer to a question, and what speaks for which
// answer. It is of the world as it was when it was made, and may be asked from any
// goroutine.
type Index struct {
	parts  []*Index // of a question of several fields, one for each; then there is nothing else
	w      field.World
	q      Question
	others []*field.Field // that may be alike
	vias   []*field.Field // by which parts of others point at the kind's records
	posts  map[field.ID][]holder
	named  map[string][]field.ID
	counts map[clue]*tally
	known  map[field.ID][]string // what each that is counted answers
	whole  *tally                // of all that are answered
	gains  map[source]*gain
	trust  map[evidence]*trial
}

// holder is somebody of a unit who may be the answer, with what sort of person it is.
type holder struct {
	id    field.ID
	title string
}

// tally is what those answer that a clue is about.
type tally struct {
	n    int // records
	by   map[string]int
	like [2]field.ID // some of them
}

// New makes an index. It goes through all records of the kind; ctx stops it, and then it
// is nil.
func New(ctx context.Context, w field.World, q Question) *Index {
	if len(q.Fields) > 1 {
		x := &Index{w: w, q: q}
		for _, f := range q.Fields {
			p := New(ctx, w, Question{Kind: q.Kind, Fields: []*field.Field{f}, among: q.Fields})
			if p == nil {
				return nil
			}
			x.parts = append(x.parts, p)
		}
		return x
	}
	x := &Index{w: w, q: q, posts: map[field.ID][]holder{}, named: map[string][]field.ID{}, counts: map[clue]*tally{}, trust: map[evidence]*trial{}, gains: map[source]*gain{}, whole: &tally{by: map[string]int{}}, known: map[field.ID][]string{}}
	x.findOthers()
	x.findTargets()
	var answered []*field.Record
	for i, r := range w.All(q.Kind) {
		if i%256 == 0 && ctx.Err() != nil {
			return nil
		}
		if given := q.given(w, r); len(given) > 0 {
			answered = append(answered, r)
			x.known[r.ID] = given
			x.count(r, given)
		}
	}
	return x.learn(ctx, answered)
}

func (x *Index) kind() *field.Kind { return x.q.Kind }

// findOthers lists the fields by which records may be alike.
func (x *Index) findOthers() {
	for _, f := range x.kind().Fields() {
		if f.Via != nil && f.Via.Kind.Owner() != nil && f.Via.Kind.Owner() != f.Via && !slices.Contains(x.vias, f.Via) && !x.about(f) {
			x.vias = append(x.vias, f.Via)
		}
		if f.Stored() && !f.Hidden && f != x.kind().Title() && f != x.kind().Home() && f != x.q.First() && !slices.Contains(x.q.among, f) && (f.Points() || f.KnownWords() || f.Vocabulary) {
			x.others = append(x.others, f)
		}
	}
}

// about says whether the question asks what f's Via keeps: then there is nothing to be
// alike by until it is answered.
func (x *Index) about(f *field.Field) bool {
	return x.q.First().Via == f.Via
}

// commonName is how many may share a word of their names before it says nothing.
const commonName = 4

// findTargets lists those who may be the answer by their unit, and by the words of their
// names.
func (x *Index) findTargets() {
	f := x.q.First()
	if !f.Points() {
		return
	}
	for _, k := range f.Targets() {
		var title *field.Field
		for _, g := range k.Fields() {
			if g.Vocabulary && title == nil {
				title = g
			}
		}
		for _, t := range x.w.All(k) {
			if t.Left(x.w.Today()) {
				continue
			}
			if title != nil && t.Home() != "" {
				s, _ := t.Get(title).(string)
				x.posts[t.Home()] = append(x.posts[t.Home()], holder{t.ID, s})
			}
			if f.OfPersons() || k == x.kind() {
				continue
			}
			for _, s := range words(t.Name()) {
				x.named[s] = append(x.named[s], t.ID)
			}
		}
	}
	for s, ids := range x.named {
		if len(ids) > commonName {
			delete(x.named, s)
		}
	}
}

func (x *Index) count(r *field.Record, given []string) {
	x.whole.add(given)
	x.likenesses(r, func(c clue) {
		t := x.counts[c.counted()]
		if t == nil {
			t = &tally{by: map[string]int{}}
			x.counts[c.counted()] = t
		}
		if t.n < len(t.like) {
			t.like[t.n] = r.ID
		}
		t.add(given)
	})
}

func (t *tally) add(given []string) {
	t.n++
	for _, answer := range given {
		t.by[answer]++
	}
}
