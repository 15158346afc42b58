package identify

import (
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// spelling evens out a recurring word: "nordkod ab" is "Nordkod AB".
func (t *Table) spelling(c *match.Column, v field.Value) field.Value {
	s, ok := v.(string)
	if !ok {
		return v
	}
	if c.Field.IsTags() {
		return t.tagged(s)
	}
	if t.words[c] == nil {
		t.words[c] = t.learnWords(c)
	}
	if better, ok := t.words[c][text.Key(s)]; ok {
		return better
	}
	return v
}

// tagged spells tags that the portfolio hasn't as the sheet first does.
func (t *Table) tagged(s string) string {
	return field.Spelled(s, func(tag string) string {
		key := field.TagKey(tag)
		if t.tags[key] == "" {
			t.tags[key] = tag
		}
		return t.tags[key]
	})
}

// learnWords finds the spelling of every word in the portfolio and the column.
// What the portfolio has comes first; then the one with capitals, then the
// most common, then the first.
func (t *Table) learnWords(c *match.Column) map[string]string {
	out := map[string]string{}
	count, keys := map[string]int{}, map[string]string{}
	consider := func(s string) {
		if count[s]++; out[keys[s]] == s {
			return
		}
		key, ok := keys[s]
		if !ok {
			key = text.Key(s)
			keys[s] = key
		}
		now, ok := out[key]
		if !ok || capitals(s) > capitals(now) || capitals(s) == capitals(now) && count[s] > count[now] {
			out[key] = s
		}
	}
	for _, l := range t.Lines {
		if v := l.Row.At(c.Index); !l.Skipped && !read.IsBlank(v) && v.Kind != sheet.Error {
			consider(text.OneLine(v.Text))
		}
	}
	theirs := out
	out, count = map[string]string{}, map[string]int{}
	for _, r := range t.d.All(t.Kind) {
		if s, _ := r.Get(c.Field).(string); s != "" {
			consider(s)
		}
	}
	for key, s := range theirs {
		if _, ok := out[key]; !ok {
			out[key] = s
		}
	}
	return out
}

// capitals ranks spellings: a capital first is how a name is written, all
// capitals is shouting.
func capitals(s string) int {
	switch first := []rune(s)[0]; {
	case s == strings.ToUpper(s) && len(s) > 4:
		return 1
	case string(first) != strings.ToLower(string(first)):
		return 2
	}
	return 0
}
