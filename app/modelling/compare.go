package modelling

import (
	"cmp"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// Section is one of a model's lists, in two models.
type Section struct {
	Key   string // as a model file has it
	Title string
	Rows  []Row
	Same  int // how many that are alike, and that have no row
}

// Row is something that differs: what the one has and the other; "" for one that hasn't.
type Row struct{ A, B string }

// untold are the keys that say what a model is called, and words that only reading needs.
var untold = []string{"id", "name", "description", "source", "ours", "rules", "synonyms", "help"}

// Compare tells where two models differ, list by list.
func Compare(a, b *governance.Model, kinds []*field.Kind) (out []Section) {
	one, two := teller{a, kinds}, teller{b, kinds}
	va, vb := reflect.ValueOf(*a), reflect.ValueOf(*b)
	for i := range va.NumField() {
		key, _, _ := strings.Cut(va.Type().Field(i).Tag.Get("json"), ",")
		if slices.Contains(untold, key) {
			continue
		}
		s := Section{Key: key, Title: word(key)}
		switch {
		case key == "gates":
			s.gates(one, two)
		case key == "system_owner":
			s.add(one.called(key, a.OwnedBy()), two.called(key, b.OwnedBy()))
		default:
			s.items(one.list(key, va.Field(i)), two.list(key, vb.Field(i)))
		}
		out = append(out, s)
	}
	return out
}

// add notes what stands in one and in the other.
func (s *Section) add(a, b string) {
	if a == b {
		s.Same++
		return
	}
	s.Rows = append(s.Rows, Row{a, b})
}

// item is one of a list: what it is known by, its name and its parts.
type item struct {
	key, label string
	parts      []part
}

type part struct{ key, text string }

// list takes a list or a map apart.
func (t teller) list(list string, v reflect.Value) (out []item) {
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			out = append(out, t.item(list, v.Index(i)))
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			out = append(out, item{k.String(), t.entry(list, k.String()) + ": " + cmp.Or(t.value(list, v.MapIndex(k)), "inget"), nil})
		}
		slices.SortFunc(out, func(a, b item) int { return strings.Compare(a.key, b.key) })
	case reflect.Struct:
		if !v.IsZero() {
			out = append(out, t.item(list, v))
		}
	default:
		if s := t.value(list, v); s != "" {
			out = append(out, item{list, s, nil})
		}
	}
	return out
}

func (t teller) item(list string, v reflect.Value) (out item) {
	if v.Kind() != reflect.Struct {
		key := fmt.Sprint(v.Interface())
		return item{key, t.entry(list, key), nil}
	}
	for _, f := range reflect.VisibleFields(v.Type()) {
		key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch value := v.FieldByIndex(f.Index); {
		case f.Anonymous || slices.Contains(untold, key):
		case key == "key":
			out.key = value.String()
		case key == "label":
			out.label = value.String()
		default:
			if s := t.value(key, value); s != "" && !value.IsZero() {
				out.parts = append(out.parts, part{key, s})
			}
		}
	}
	if out.key == "" {
		out.key = out.told(nil)
	}
	return out
}

// unstopped is a sentence without its full stop, to stand in a list; "m.m." keeps its own.
func unstopped(s string) string {
	if last := s[strings.LastIndexByte(s, ' ')+1:]; strings.Count(last, ".") == 1 {
		return strings.TrimSuffix(s, ".")
	}
	return s
}

// told is the item with those of its parts that another hasn't alike.
func (i item) told(other *item) string {
	var said []string
	for _, p := range i.parts {
		if other == nil && p.key != "board" || other != nil && !slices.Contains(other.parts, p) {
			said = append(said, word(p.key)+": "+unstopped(p.text))
		}
	}
	switch {
	case len(said) == 0:
		return i.label
	case i.label == "":
		return strings.Join(said, "; ")
	}
	return fmt.Sprintf("%s (%s)", i.label, strings.Join(said, "; "))
}

// items compares what two lists have: by key, and else by name.
func (s *Section) items(a, b []item) {
	left := slices.Clone(b)
	for _, one := range a {
		i := slices.IndexFunc(left, func(o item) bool { return o.key == one.key })
		if i < 0 {
			i = slices.IndexFunc(left, func(o item) bool { return o.label == one.label && o.label != "" })
		}
		if i < 0 {
			s.add(one.told(nil), "")
			continue
		}
		two := left[i]
		left = slices.Delete(left, i, i+1)
		s.add(one.told(&two), two.told(&one))
	}
	for _, two := range left {
		s.add("", two.told(nil))
	}
}

// gates compares what is asked for: gates of the same need before the same are the same,
// whatever they are called.
func (s *Section) gates(one, two teller) {
	left := slices.Clone(two.m.Gates)
	for _, g := range one.m.Gates {
		i := slices.IndexFunc(left, func(o governance.Gate) bool { return asks(o) == asks(g) })
		if i < 0 {
			s.add(one.gate(g), "")
			continue
		}
		o := left[i]
		left = slices.Delete(left, i, i+1)
		if g.Effect == o.Effect && g.Except == o.Except {
			s.Same++
			continue
		}
		s.add(one.gate(g), two.gate(o))
	}
	for _, g := range left {
		s.add("", two.gate(g))
	}
}

// asks is what a gate asks of what and before what; two that ask the same have the same.
func asks(g governance.Gate) string {
	said, _ := json.Marshal(struct {
		Of, Before string
		Also       []string
		Always     bool
		When       governance.Values
		Need       governance.Need
	}{g.Of, g.Before, g.Also, g.Always, g.When, g.Need})
	if g.Need.Confirmable() { // what is confirmed only its sentence says
		return string(said) + g.Text
	}
	return string(said)
}

// Counted says how many differ and how many are alike.
func (s Section) Counted() string {
	return fmt.Sprintf("%d skiljer, %d lika", len(s.Rows), s.Same)
}

// Contents is all that a model is made of, list by list.
func Contents(m *governance.Model, kinds []*field.Kind) (out []Part) {
	for _, s := range Compare(m, &governance.Model{}, kinds) {
		p := Part{Title: s.Title}
		for _, r := range s.Rows {
			p.Lines = append(p.Lines, r.A)
		}
		if s.Key == "system_owner" {
			p.Lines = []string{teller{m, kinds}.called(s.Key, m.OwnedBy())}
		}
		if len(p.Lines) > 0 {
			out = append(out, p)
		}
	}
	return out
}
