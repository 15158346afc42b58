// Package tag holds what is done with tags wherever they are: a municipality's own words
// to sort systems, agreements, insatser and more by.
package tag

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Use is a tag that is in use, and how many records of each kind have it.
type Use struct {
	Tag   string
	Total int
	Kinds []KindUse
}

// KindUse is how many records of a kind have a tag.
type KindUse struct {
	Kind  *field.Kind
	Count int
}

// Used are the tags in use, in the order of the alphabet, each spelled as it was first.
func Used(w field.World) []Use {
	var out []Use
	at := map[string]int{}
	for f, r := range tagged(w) {
		s, _ := r.Get(f).(string)
		for _, one := range field.TagsIn(s) {
			key := field.TagKey(one)
			i, ok := at[key]
			if !ok {
				i, at[key] = len(out), len(out)
				out = append(out, Use{Tag: one})
			}
			out[i].add(f.Kind)
		}
	}
	slices.SortStableFunc(out, func(a, b Use) int { return text.Compare(a.Tag, b.Tag) })
	return out
}

func (u *Use) add(k *field.Kind) {
	u.Total++
	if n := len(u.Kinds); n == 0 || u.Kinds[n-1].Kind != k {
		u.Kinds = append(u.Kinds, KindUse{Kind: k})
	}
	u.Kinds[len(u.Kinds)-1].Count++
}

// Where says how many have the tag, kind by kind: "3 system och 1 avtal".
func (u Use) Where() string {
	var each []string
	for _, k := range u.Kinds {
		each = append(each, text.Plural(k.Count, k.Kind.One, k.Kind.Many))
	}
	return text.And(each)
}

// tagged are the records that have tags, kind by kind.
func tagged(w field.World) func(yield func(*field.Field, *field.Record) bool) {
	return func(yield func(*field.Field, *field.Record) bool) {
		for _, f := range field.Tagged(w) {
			for _, r := range w.All(f.Kind) {
				if !field.IsEmpty(r.Get(f)) && !yield(f, r) {
					return
				}
			}
		}
	}
}

// Rename gives a tag another name wherever it is; one that has both keeps one. Where the
// new name is in use it is spelled as it is there, unless it is the same tag in another
// case. Faults: NotFound, Invalid.
func Rename(tx *field.Tx, old, name string) error {
	if err := Named(name); err != nil {
		return err
	}
	is := field.TagsIn(name)[0]
	for _, u := range Used(tx) {
		if field.TagKey(u.Tag) == field.TagKey(is) && field.TagKey(old) != field.TagKey(is) {
			is = u.Tag
		}
	}
	return change(tx, old, is)
}

// Named refuses what is no name of one tag. Fault: Invalid.
func Named(name string) error {
	if len(field.TagsIn(name)) != 1 {
		return fault.New(fault.Invalid, "”"+text.Shorten(text.OneLine(name), 60)+"” är inte en tagg. Inget har ändrats. Skriv ett namn med bokstäver eller siffror, utan komma och semikolon.")
	}
	return nil
}

// Remove takes a tag away wherever it is. Fault: NotFound.
func Remove(tx *field.Tx, old string) error { return change(tx, old, "") }

// change puts a tag in the place of another, or none, in all that have it.
func change(tx *field.Tx, old, is string) error {
	key, found := field.TagKey(old), false
	type edit struct {
		id field.ID
		f  *field.Field
		v  field.Value
	}
	var edits []edit
	for f, r := range tagged(tx) {
		var now []string
		s, _ := r.Get(f).(string)
		tags := field.TagsIn(s)
		if !field.HasTag(tags, old) {
			continue
		}
		found = true
		if is != "" {
			now = append(now, is) // first, so that its spelling stands
		}
		for _, one := range tags {
			if field.TagKey(one) != key {
				now = append(now, one)
			}
		}
		v := field.JoinTags(field.TagsIn(field.JoinTags(now)))
		if err := f.Fits(v); err != nil {
			return err
		}
		edits = append(edits, edit{r.ID, f, v})
	}
	if !found {
		return fault.New(fault.NotFound, fmt.Sprintf("Ingen tagg heter ”%s”. Inget har ändrats. Se vilka som finns och kontrollera stavningen.", text.Shorten(text.OneLine(old), 60)))
	}
	for _, e := range edits {
		if err := tx.Set(e.id, e.f, e.v); err != nil {
			return err
		}
	}
	return nil
}

// Renamed and Removed are what the journal calls it.
func Renamed(old, name string) string {
	return fmt.Sprintf("Taggen %s heter %s", said(old), said(name))
}

func Removed(old string) string { return "Taggen " + said(old) + " är borttagen" }

func said(s string) string { return "”" + text.Shorten(text.OneLine(s), 60) + "”" }
