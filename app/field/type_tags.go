package field

import (
	"slices"
	"strings"
	"unicode"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
)

// tagsType is the tags that something has: words that people sort things by, each once, in
// the order of the alphabet. The value is the text of them, "moln, skola"; two that
// differ in nothing but their case are one.
type tagsType struct{ textType }

func (tagsType) traits() traits {
	return traits{name: "tags", word: "taggar", prompt: "Taggar, flera åtskilda med komma.", example: "moln, skola", most: MostLine, prose: true, words: true, filters: true, tags: true}
}

// parse spells each tag as the portfolio first did.
func (t tagsType) parse(f *Field, w World, s string, bare money.Unit) (v Value, remark string, err error) {
	tags := TagsIn(s)
	if len(tags) == 0 {
		return nil, "", nil
	}
	spelled := spellings(w)
	return t.textType.parse(f, w, Spelled(JoinTags(tags), func(tag string) string { return spelled[TagKey(tag)] }), bare)
}

// exact is also right for what was written before tags were tags, which is shown as it was.
func (tagsType) exact(_ *Field, _ World, v Value) string { return JoinTags(TagsIn(v.(string))) }

// IsTags says whether values are tags, each of which is looked for, counted and merged by
// itself.
func (f *Field) IsTags() bool { return traitsOf[f.Type].tags }

// IsSeveral says whether a value may be several, of which two records that become one may
// have all.
func (f *Field) IsSeveral() bool { return f.IsList() || f.IsTags() }

// TagKey is equal for tags that are one.
func TagKey(tag string) string { return text.Key(tag) }

// TagsIn are the tags that a text names, with commas, semicolons or lines between them:
// each once, as it is spelled first, in the order of the alphabet.
func TagsIn(s string) []string {
	var out []string
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		part = text.OneLine(part)
		if !strings.ContainsFunc(part, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) || HasTag(out, part) {
			continue
		}
		out = append(out, part)
	}
	slices.SortStableFunc(out, text.Compare)
	return out
}

// HasTag says whether a tag is among others, whichever way it is spelled.
func HasTag(tags []string, tag string) bool {
	return slices.ContainsFunc(tags, func(t string) bool { return TagKey(t) == TagKey(tag) })
}

// JoinTags writes tags as a value has them.
func JoinTags(tags []string) string { return strings.Join(tags, ", ") }

// Spelled is a value with each tag spelled as somebody says; "" is as it is.
func Spelled(v string, as func(tag string) string) string {
	tags := TagsIn(v)
	for i, tag := range tags {
		if s := as(tag); s != "" {
			tags[i] = s
		}
	}
	return JoinTags(TagsIn(JoinTags(tags)))
}

// mergedTags carries a change of tags over to what others have made of them meanwhile. It
// always can: a tag is there or it isn't.
func mergedTags(now, before, after []string) []string {
	var out []string
	for _, tag := range now {
		if HasTag(before, tag) && !HasTag(after, tag) {
			continue // taken out by the change
		}
		out = append(out, tag)
	}
	for _, tag := range after {
		i := slices.IndexFunc(out, func(t string) bool { return TagKey(t) == TagKey(tag) })
		switch {
		case i >= 0 && !slices.Contains(before, tag): // added, or spelled anew
			out[i] = tag
		case i < 0 && !HasTag(before, tag):
			out = append(out, tag)
		}
	}
	return out
}

// tagsOf are the tags of a value, none of an empty one.
func tagsOf(v Value) []string {
	s, _ := v.(string)
	return TagsIn(s)
}

// orNone is tags as a value, nil for none.
func orNone(tags []string) Value {
	if len(tags) == 0 {
		return nil
	}
	return JoinTags(TagsIn(JoinTags(tags)))
}

// TagsField is tags with their typed access.
type TagsField struct{ *Field }

// Get gives the tags, nil when there are none.
func (f TagsField) Get(r *Record) []string { return tagsOf(r.Get(f.Field)) }

// NewTags declares tags, which people head a column of alike whatever has them.
func NewTags(k *Kind, key, label string, opts ...Opt) TagsField {
	opts = append(opts, Help("Egna ord att sortera och söka efter, med komma emellan."), Also("taggar", "etiketter", "nyckelord", "keywords", "tags"))
	return TagsField{New(k, Tags, key, label, opts...)}
}
