package storetest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
)

// Moment is when the suite's entries happen; each number is a second later.
func Moment(n int) time.Time {
	return time.Date(2027, 3, 1, 8, 0, 0, 123456789, time.UTC).Add(time.Duration(n) * time.Second)
}

// texts are what has gone wrong in stores before.
var texts = []string{
	"", "Åsa Öberg", "Vård- och omsorgsförvaltningen", "rad 1\nrad 2\r\nrad 3\t", "'; DROP TABLE system; --", `"citat" och \n`,
	"😀 emoji", "e\u0301 sammansatt", " blanksteg ", "0042", "1e5", "null", "NULL", "x'00'", "{}", "a\x00b", "–—”", "3,14", "2027-02-30",
}

// Values makes values for fields, the same for the same seed.
type Values struct {
	rng     *rand.Rand
	Units   []field.ID
	Persons []field.ID
	Others  []field.ID                 // targets of other references
	Of      map[*field.Kind][]field.ID // all there are, when a reference must be of its kind; nil: any will do

	among []field.ID // what the field that is being made may point at
}

// NewValues makes a maker of values that points at the given records.
func NewValues(seed uint64, units, persons, others []field.ID) *Values {
	return &Values{rng: rand.New(rand.NewPCG(seed, 7)), Units: units, Persons: persons, Others: others}
}

// For gives a value of the field's type, sometimes none.
func (v *Values) For(f *field.Field) field.Value {
	if v.rng.IntN(6) == 0 {
		return nil
	}
	if v.among = v.Others; v.Of != nil {
		v.among = nil
		for _, k := range f.Targets() {
			v.among = append(v.among, v.Of[k]...)
		}
	}
	return makers[f.Type](v)
}

func (v *Values) anyText() field.Value { return v.text() }

func (v *Values) anyNumber() field.Value { return v.number() }

func (v *Values) picks() []field.ID {
	var ids []field.ID
	for range v.rng.IntN(4) {
		ids = append(ids, v.pick(v.among))
	}
	return ids
}

func (v *Values) text() string {
	s := texts[v.rng.IntN(len(texts))]
	if v.rng.IntN(3) == 0 {
		s += fmt.Sprint(v.rng.Uint32())
	}
	return s
}

// tags are texts that name any.
func (v *Values) tags() field.Value {
	for {
		if tags := field.TagsIn(v.text()); len(tags) > 0 {
			return field.JoinTags(tags)
		}
	}
}

func (v *Values) number() int64 {
	edges := []int64{0, 1, -1, 40, 2027, math.MaxInt32, math.MaxInt64, math.MinInt64, 1 << 53, 1<<53 + 1}
	if v.rng.IntN(2) == 0 {
		return edges[v.rng.IntN(len(edges))]
	}
	return v.rng.Int64()
}

func (v *Values) day() date.Date {
	edges := []date.Date{date.Of(1, 1, 1), date.Of(9999, 12, 31), date.Of(2028, 2, 29)}
	if v.rng.IntN(4) == 0 {
		return edges[v.rng.IntN(len(edges))]
	}
	return date.Of(1990+v.rng.IntN(60), 1+v.rng.IntN(12), 1+v.rng.IntN(31))
}

func (v *Values) pick(ids []field.ID) field.ID {
	if len(ids) == 0 {
		return ""
	}
	return ids[v.rng.IntN(len(ids))]
}

func (v *Values) holdings() []field.Holding {
	var out []field.Holding
	for range v.rng.IntN(4) {
		h := field.Holding{Person: v.pick(v.Persons)}
		if v.rng.IntN(2) == 0 {
			h.From = v.day()
		}
		if v.rng.IntN(3) == 0 {
			h.To = v.day()
		}
		if h.Person != "" {
			out = append(out, h)
		}
	}
	return out
}

// Fill puts a value in every stored field, and sometimes in free ones.
func (v *Values) Fill(r *field.Record) *field.Record {
	for _, f := range r.Kind.Stored() {
		r.Put(f, v.For(f))
	}
	for i := range v.rng.IntN(3) {
		key := fmt.Sprintf("x_eget fält %d", i)
		r.Put(field.NewFree(r.Kind, key, key), v.text())
	}
	return r
}

// Portfolio is n records of every kind with every sort of value.
func Portfolio(seed uint64, n int) []*field.Record {
	ids := map[*field.Kind][]field.ID{}
	var others, units, persons []field.ID
	for _, k := range app.Kinds {
		for i := range n {
			ids[k] = append(ids[k], field.ID(fmt.Sprintf("%s-%04d", k.Name, i)))
		}
		switch k.Name {
		case "unit":
			units = ids[k]
		case "person":
			persons = ids[k]
		default:
			others = append(others, ids[k]...)
		}
	}
	v := NewValues(seed, units, persons, others)
	v.Of = ids
	var out []*field.Record
	for _, k := range app.Kinds {
		for i, id := range ids[k] {
			r := field.NewRecord(k, id)
			r.Created = Moment(i).Format(time.RFC3339)
			r.Changed = Moment(i + 1).Format(time.RFC3339)
			if k.Prefix != "" {
				r.Ref = fmt.Sprintf("%s-%04d", k.Prefix, i+1)
			}
			out = append(out, v.Fill(r))
		}
	}
	return out
}

// Creates are the changes that add records.
func Creates(records []*field.Record) []field.Change {
	out := make([]field.Change, len(records))
	for i, r := range records {
		out[i] = field.Change{Op: field.Create, Kind: r.Kind, ID: r.ID, Record: r}
	}
	return out
}

// Now is a clock that stands still.
func Now() time.Time { return Moment(0) }
