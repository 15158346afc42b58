package identify

import (
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// links finds the records of a kind that a text may mean.
type links struct {
	byRef  map[string]field.ID
	byKey  map[string][]field.ID
	byFold map[string][]field.ID // made when a name isn't found as written
}

func newLinks(d *Draft, k *field.Kind) *links {
	l := &links{byRef: map[string]field.ID{}, byKey: map[string][]field.ID{}}
	for _, r := range d.All(k) {
		l.note(r)
	}
	return l
}

func (l *links) note(r *field.Record) {
	if r.Ref != "" {
		l.byRef[text.Key(r.Ref)] = r.ID
	}
	if !r.Kind.Title().Prose() {
		return
	}
	name, _ := r.Get(r.Kind.Title()).(string)
	if key := text.Key(name); key != "" {
		l.byKey[key] = append(l.byKey[key], r.ID)
		if l.byFold != nil {
			l.byFold[text.Fold(key)] = append(l.byFold[text.Fold(key)], r.ID)
		}
	}
}

// referred is the record whose reference a text has.
func (l *links) referred(s string) (field.ID, bool) {
	s = text.Clean(s)
	if _, ref, ok := read.CutRef(s); ok {
		s = ref
	}
	id, ok := l.byRef[text.Key(s)]
	return id, ok
}

// find gives the records that a text may mean: by reference, by the name as
// written, else by a name that differs only in accents.
func (l *links) find(s string) []field.ID {
	if id, ok := l.referred(s); ok {
		return []field.ID{id}
	}
	return l.called(s)
}

// called gives those that a text may mean by name.
func (l *links) called(s string) []field.ID {
	s = text.Clean(s)
	if name, _, ok := read.CutRef(s); ok {
		if ids := l.byKey[text.Key(name)]; len(ids) > 0 {
			return ids
		}
	}
	if ids := l.byKey[text.Key(s)]; len(ids) > 0 {
		return ids
	}
	if l.byFold == nil {
		l.byFold = map[string][]field.ID{}
		for key, ids := range l.byKey {
			l.byFold[text.Fold(key)] = append(l.byFold[text.Fold(key)], ids...)
		}
	}
	return l.byFold[text.Fold(s)]
}

// nearest keeps the candidates in or under unit when exactly one is.
func nearest(d *Draft, ids []field.ID, unit field.ID) []field.ID {
	if len(ids) < 2 || unit == "" {
		return ids
	}
	var same, under []field.ID
	for _, id := range ids {
		switch at := d.Get(id).Home(); {
		case at == unit:
			same = append(same, id)
		case org.Within(d, at, unit):
			under = append(under, id)
		}
	}
	if len(same) == 1 {
		return same
	}
	if both := slices.Concat(same, under); len(both) == 1 {
		return both
	}
	return ids
}

// splitNames gives the names in a list cell. Commas part names only when the
// whole isn't one.
func (l *links) splitNames(s string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(text.Clean(s), func(r rune) bool { return r == ';' || r == '\n' || r == '|' }) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		if len(l.find(part)) > 0 || !strings.Contains(part, ",") {
			out = append(out, part)
			continue
		}
		for _, p := range strings.Split(part, ",") {
			if p = strings.TrimSpace(p); p != "" {
				out = append(out, p)
			}
		}
	}
	return out
}
