package governance

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// reading goes through a model file beside the type that it is read as, so that each thing is
// known by its line.
type reading struct {
	dec   *json.Decoder
	data  []byte
	at    int // how much of data the lines are counted of
	line  int
	lines map[string]int // by where in the model: "gates[3].need.field"
	flaws []Flaw
}

// walk reads a file that is JSON.
func walk(data []byte) *reading {
	r := &reading{dec: json.NewDecoder(bytes.NewReader(data)), data: data, line: 1, lines: map[string]int{}}
	r.dec.UseNumber()
	r.value(reflect.TypeFor[Model](), "")
	return r
}

// token reads one and counts its line.
func (r *reading) token() json.Token {
	t, _ := r.dec.Token() // it is JSON, as is known since before
	to := min(int(r.dec.InputOffset()), len(r.data))
	r.line += bytes.Count(r.data[r.at:to], []byte("\n"))
	r.at = to
	return t
}

// value reads one as a type; nil is one that isn't known, and that is read past.
func (r *reading) value(t reflect.Type, at string) {
	tok := r.token()
	r.lines[at] = r.line
	switch tok {
	case json.Delim('{'):
		r.object(t, at)
		return
	case json.Delim('['):
		r.list(t, at)
		return
	}
	if t == nil {
		return
	}
	fits := false
	switch v := tok.(type) {
	case nil: // null is an empty list
		fits = t.Kind() == reflect.Slice || t.Kind() == reflect.Map
	case string:
		fits = t.Kind() == reflect.String
	case bool:
		fits = t.Kind() == reflect.Bool
	case json.Number:
		_, err := v.Int64()
		fits = err == nil && (t.Kind() == reflect.Int || t.Kind() == reflect.Int64)
	}
	if !fits {
		r.wrong(t, at)
	}
}

func (r *reading) object(t reflect.Type, at string) {
	var fields map[string]reflect.Type
	var of reflect.Type
	switch {
	case t == nil:
	case t.Kind() == reflect.Struct:
		fields = keysOf(t)
	case t.Kind() == reflect.Map:
		of = t.Elem()
	default:
		r.wrong(t, at)
		t = nil
	}
	seen := map[string]bool{}
	for r.dec.More() {
		key, _ := r.token().(string)
		known, ok := fields[key]
		switch {
		case t == nil:
		case seen[key]:
			r.flaw(fmt.Sprintf("”%s” står två gånger %s.", key, within(at)), "Ta bort den ena.")
		case fields == nil:
			known = of
		case !ok:
			r.flaw(fmt.Sprintf("”%s” är ingen nyckel %s.", key, within(at)), Meant(key, sorted(fields)))
		}
		seen[key] = true
		r.value(known, strings.TrimPrefix(at+"."+key, "."))
	}
	r.token()
}

func (r *reading) list(t reflect.Type, at string) {
	if t != nil && t.Kind() != reflect.Slice {
		r.wrong(t, at)
		t = nil
	}
	var of reflect.Type
	if t != nil {
		of = t.Elem()
	}
	for i := 0; r.dec.More(); i++ {
		r.value(of, fmt.Sprintf("%s[%d]", at, i))
	}
	r.token()
}

// wrong tells of a value of another type than it should be.
func (r *reading) wrong(t reflect.Type, at string) {
	want := "en text inom citattecken"
	switch t.Kind() {
	case reflect.Bool:
		want = "true eller false, utan citattecken"
	case reflect.Int, reflect.Int64:
		want = "ett heltal utan citattecken"
	case reflect.Slice:
		want = "en lista inom [ och ]"
	case reflect.Struct, reflect.Map:
		want = "nycklar med värden inom { och }"
	}
	r.flaw(fmt.Sprintf("”%s” är av fel slag.", place(at)), "Skriv "+want+".")
}

func (r *reading) flaw(what, mend string) {
	r.flaws = append(r.flaws, Flaw{Line: r.line, What: what, Mend: mend})
}

// placed is what is wrong with what the model says, by its line.
func (r *reading) placed(err error) Flaw {
	var u *unfit
	if !errors.As(err, &u) {
		return Flaw{What: err.Error()}
	}
	at := u.at
	for at != "" && r.lines[at] == 0 { // what is missing is told of where it should have been
		at = at[:max(strings.LastIndexAny(at, ".["), 0)]
	}
	line := 0
	if at != "" {
		line = r.lines[at]
	}
	return Flaw{Line: line, What: "Styrmodellen " + u.what + ".", Mend: u.mend, At: u.at}
}

// within is a place as something is said to be in it: "i gates, post 4".
func within(at string) string {
	if at == "" {
		return "i en styrmodell"
	}
	return "i " + place(at)
}

// place is a path as people read it: "gates, post 4, need" of "gates[3].need".
func place(at string) string {
	if at == "" {
		return "styrmodellen"
	}
	var out []string
	for _, part := range strings.Split(at, ".") {
		name, n, listed := strings.Cut(part, "[")
		out = append(out, name)
		if i := 0; listed {
			_, _ = fmt.Sscanf(n, "%d", &i)
			out = append(out, fmt.Sprintf("post %d", i+1))
		}
	}
	return strings.Join(out, ", ")
}

// keysOf are the keys of a type as a file has them, those of what it embeds among them.
func keysOf(t reflect.Type) map[string]reflect.Type {
	out := map[string]reflect.Type{}
	for f := range fieldsOf(t) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		out[name] = f.Type
	}
	return out
}

func fieldsOf(t reflect.Type) func(yield func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for _, f := range reflect.VisibleFields(t) {
			if !f.Anonymous && !yield(f) {
				return
			}
		}
	}
}

func sorted(keys map[string]reflect.Type) (out []string) {
	for k := range keys {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
