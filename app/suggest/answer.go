package suggest

import "itportfoljen/app/field"

// given are the answers that a record has, each as a text that tells it from others: of a
// field that points at others, those who hold it today and are still there.
func (q Question) given(w field.World, r *field.Record) []string {
	v := q.First().Value(w, r, 0)
	switch {
	case field.IsEmpty(v):
		return nil
	case !q.First().Points():
		return []string{field.Encode(v)}
	}
	var out []string
	for _, id := range field.Current(v, w.Today()) {
		if there(w, id) {
			out = append(out, string(id))
		}
	}
	return out
}

// there says whether what is pointed at exists and hasn't left.
func there(w field.World, id field.ID) bool {
	t := w.Get(id)
	return t != nil && !t.Left(w.Today())
}

// value is what the field holds when a record is given an answer.
func (q Question) value(w field.World, r *field.Record, answer string) (field.Value, error) {
	if f := q.First(); f.Points() {
		return Pointing(w, f, r, field.ID(answer)), nil
	}
	return field.Decode(q.First(), answer)
}

// Pointing is what a field of r holds when it comes to point at id and nothing else
// today: a role passes from those who had it, who keep their time.
func Pointing(w field.World, f *field.Field, r *field.Record, id field.ID) field.Value {
	switch {
	case f.IsHeld():
		hs, _ := r.Get(f).([]field.Holding)
		return field.Succeed(hs, []field.ID{id}, w.Today())
	case f.IsList():
		return []field.ID{id}
	}
	return id
}
