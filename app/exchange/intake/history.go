package intake

import (
	"cmp"
	"fmt"
	"slices"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/identify"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// mostRules is how many rules are told of by name.
const mostRules = 12

// tellHistory tells of what the book says has come further than the styrmodell lets it: what is
// read has already been, and no step of it is asked anything, but how many there are and which
// rules they don't meet is said.
func (r *Result) tellHistory(d *identify.Draft, changes []field.Change) {
	counts, things := map[*field.Kind]map[string]int{}, map[*field.Kind]int{}
	seen := map[field.ID]bool{}
	for _, c := range changes {
		if c.Kind.Unmet == nil || c.Op == field.Delete || c.Op == field.Set && c.Field != c.Kind.Step || seen[c.ID] {
			continue
		}
		seen[c.ID] = true
		now := d.Get(c.ID)
		if now == nil {
			continue
		}
		rules := slices.Compact(slices.Sorted(slices.Values(c.Kind.Unmet(d, now))))
		if len(rules) == 0 {
			continue
		}
		if things[c.Kind]++; counts[c.Kind] == nil {
			counts[c.Kind] = map[string]int{}
		}
		for _, rule := range rules {
			counts[c.Kind][rule]++
		}
	}
	for _, k := range d.Kinds() {
		if n := things[k]; n > 0 {
			r.note([]sheet.Note{{Text: history(k, n, counts[k])}})
		}
	}
}

// history is what is said of things of a kind that are past rules.
func history(k *field.Kind, n int, of map[string]int) string {
	var rules []string
	for rule := range of {
		rules = append(rules, rule)
	}
	slices.SortFunc(rules, func(a, b string) int { return cmp.Or(of[b]-of[a], cmp.Compare(a, b)) })
	more := max(0, len(rules)-mostRules)
	rules = rules[:len(rules)-more]
	for i, rule := range rules {
		rules[i] = fmt.Sprintf("%s (%d)", rule, of[rule])
	}
	if more > 0 {
		rules = append(rules, text.Plural(more, "krav till", "krav till"))
	}
	are := "är redan förbi krav i styrmodellen som den inte uppfyller, och importeras som historik"
	if n > 1 {
		are = "är redan förbi krav i styrmodellen som de inte uppfyller, och importeras som historik"
	}
	return fmt.Sprintf("%s %s: %s.", text.Plural(n, k.One, k.Many), are, text.And(rules))
}
