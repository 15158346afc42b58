package match

import (
	"cmp"
	"slices"
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// layOut matches a sheet's columns to the fields of kind k. chosen holds what
// is known already, by column: a field key, "key:2027", "", "+", "ref" or "id".
func (s *matching) layOut(sh *sheet.Sheet, k *field.Kind, header int, chosen map[int]string) *Layout {
	l := &Layout{Kind: k, Sheet: sh, Header: header, Ours: chosen != nil, names: s.headings(k)}
	var heads read.Heads
	if header < 0 {
		heads = read.HeadsOf(sh, s.o.HeaderRow, l.names.recognises)
	} else {
		heads = read.HeadsAt(sh, header)
	}
	if l.Header = heads.Last; l.Header < 0 {
		return l
	}
	l.rows = sh.Rows[l.Header+1:]
	s.settleYear(l, heads)
	if !l.Ours { // our own exports are in kronor
		l.Unit = s.bareUnit(l, heads)
		l.Below = read.Below(sh, heads)
	}
	contents := read.Contents(l.data(), len(heads.Columns))
	labels := map[string]bool{}
	for i, h := range heads.Columns {
		l.addColumn(i, h, contents[i], labels)
	}
	s.choose(l, chosen)
	s.joints(l, contents)
	s.alternatives(l, contents)
	s.assign(l, contents)
	return l
}

// bareUnit is what bare amounts of the sheet are in.
func (s *matching) bareUnit(l *Layout, heads read.Heads) money.Unit {
	if s.o.Unit != nil {
		return *s.o.Unit
	}
	return read.BareUnit(l.Sheet, heads)
}

// addColumn adds a column that has a heading or something in it. Labels are
// the keys of those before it.
func (l *Layout) addColumn(i int, h read.Heading, c read.Content, labels map[string]bool) {
	if h.Written == "" && c.Filled == 0 {
		return
	}
	column := Column{Index: i, Heading: h.Written, Samples: c.Samples(), Label: h.Written, Unit: l.Unit, heading: h}
	if h.Unit != nil && !l.Ours {
		column.Unit = *h.Unit
	}
	for _, p := range l.Below {
		if u, ok := p.Units[i]; ok {
			column.Unit = u
		}
	}
	if h.Written == "" || labels[text.Key(h.Written)] {
		column.Label = strings.TrimSpace(h.Written + " kolumn " + sheet.Letters(i))
	}
	labels[text.Key(column.Label)] = true
	l.Columns = append(l.Columns, column)
}

// choose applies what the key sheet or the user has decided.
func (s *matching) choose(l *Layout, chosen map[int]string) {
	for i := range l.Columns {
		c := &l.Columns[i]
		spec, ok := chosen[c.Index]
		why := whyHeading
		if mine, named := s.mapped(c.Heading); named {
			spec, ok, why = mine, true, whyChosen
		}
		if !ok {
			continue
		}
		key, year, dated := cutKey(spec)
		c.Why, c.Certainty = why, sureLabel
		switch {
		case key == "+":
			c.Keep = true
		case key == "ref" || key == "id" || key == "_id":
			c.Reference, c.Identity = true, key != "ref"
		case jointOf(l.Kind, key) != nil:
			c.Joint = jointOf(l.Kind, key)
		case key != "":
			l.take(c, fieldOf(s.w, l.Kind, key))
			if dated && c.Field != nil && c.Field.Yearly {
				c.Year, c.undated = year, false
			}
		}
	}
}

// mapped finds the user's choice for a heading, however it is spaced.
func (s *matching) mapped(heading string) (string, bool) {
	if spec, ok := s.o.Map[heading]; ok {
		return spec, true
	}
	want := strings.Join(read.Words(heading), " ")
	for h, spec := range s.o.Map {
		if text.Key(h) == text.Key(heading) || want != "" && strings.Join(read.Words(h), " ") == want {
			return spec, true
		}
	}
	return "", false
}

func fieldOf(w field.World, k *field.Kind, key string) *field.Field {
	for _, f := range w.Fields(k) {
		if f.Key == key {
			return f
		}
	}
	return nil
}

// take gives the column a field; those that the program writes are only named.
func (l *Layout) take(c *Column, f *field.Field) {
	if f == nil {
		return
	}
	if f.ReadOnly {
		c.Computed, c.Why, c.Certainty = true, whyComputed, 0
		return
	}
	c.Field = f
	if f.Yearly {
		c.Year = c.heading.Year
		if c.undated = c.Year == 0; c.undated {
			c.Year = l.Year
		}
	}
}

// proposal is a field that a column may be, with its score among the others.
type proposal struct {
	column int
	candidate
	share float64 // of the content that fits
	score float64
}

// assign gives each field to the column that it fits best and each column its
// best field that is still free.
func (s *matching) assign(l *Layout, contents []read.Content) {
	var all []proposal
	for i := range l.Columns {
		c := &l.Columns[i]
		if c.Why != "" {
			continue
		}
		if identity := isIdentity(c, contents[c.Index]); identity || isIDColumn(c, contents[c.Index], l.Kind) {
			c.Reference, c.Identity, c.Why, c.Certainty = true, identity, whyHeading, sureLabel
			continue
		}
		all = append(all, s.proposals(l, i, contents[c.Index])...)
	}
	slices.SortStableFunc(all, func(a, b proposal) int { return cmp.Compare(b.score, a.score) })
	for _, p := range all {
		c := &l.Columns[p.column]
		if c.Why != "" {
			continue
		}
		trial := *c
		l.take(&trial, p.field)
		if trial.Field != nil && slices.ContainsFunc(l.Columns, func(o Column) bool { return o.Field == trial.Field && o.Year == trial.Year && o.Means == nil }) {
			continue
		}
		if trial.Why == "" {
			trial.Why, trial.Certainty, trial.maybe, trial.share = p.why, p.certainty, p.maybe, p.share
		}
		*c = trial
	}
	s.keepOthers(l)
}

// proposals are the fields whose names the heading is like and whose type the
// content fits; when there is none, what the content alone says.
func (s *matching) proposals(l *Layout, i int, have read.Content) []proposal {
	c := &l.Columns[i]
	found := l.find(c)
	if c.heading.Year != 0 && len(c.heading.Words) == 0 {
		found = s.ofTitles(l, c)
	}
	if len(found) == 0 && c.heading.Written != "" {
		found = s.byContent(l.Kind, have)
	}
	filled := float64(have.Filled) / float64(max(1, min(len(l.data()), read.Sampled)))
	var out []proposal
	for _, cand := range found {
		share := s.fit(cand.field, have)
		if !fits(cand, share, have, len(c.heading.Key()) <= 2) {
			continue
		}
		if c.heading.Year != 0 && !cand.field.Yearly {
			cand.certainty -= 0.1
		}
		if cand.field.Target() != nil && slices.ContainsFunc(found, func(o candidate) bool { return o.field.Prose() && o.certainty == cand.certainty }) {
			if s.naming(cand.field, have) < mostlyParted { // "Mål" is prose, unless there are such goals
				continue
			}
			cand.certainty += 0.001
		}
		if cand.certainty >= leastCertain {
			out = append(out, proposal{i, cand, share, cand.certainty + 0.03*share + 0.019*filled})
		}
	}
	return out
}

// find gives the fields that a column's heading may mean. One that stands in several rows
// is read in the ways that it may be; a name below a group is that of the group.
func (l *Layout) find(c *Column) []candidate {
	var out []candidate
	for _, r := range c.heading.Readings() {
		for _, cand := range l.names.find(r.Heading) {
			cand.certainty -= r.Loss
			if r.Part && cand.field == l.Kind.Title() {
				continue
			}
			if i := slices.IndexFunc(out, func(o candidate) bool { return o.field == cand.field }); i < 0 {
				out = append(out, cand)
			} else if out[i].certainty < cand.certainty {
				out[i] = cand
			}
		}
	}
	return out
}

// fits says whether a column's content lets it be the field.
func fits(c candidate, share float64, have read.Content, letter bool) bool {
	switch {
	case len(have.Values) == 0:
		return true
	case letter && read.ByLetter(c.field):
		return share >= 0.5
	case c.field.OfPersons():
		return share >= 0.5 || c.certainty == 1 // a lone word is asked about
	case c.why != whyHeading && c.field.Fallback != nil && share <= elsewhere:
		return false
	case c.why != whyHeading && (share == 0 || len(have.Values) >= 3):
		return share >= 0.2
	case c.field.KnownWords():
		return share > 0 || len(have.Values) < 3
	}
	return true // what can't be read is reported cell by cell and kept
}

// keepOthers marks the columns that become free fields.
func (s *matching) keepOthers(l *Layout) {
	for i := range l.Columns {
		c := &l.Columns[i]
		if s.o.KeepUnmatched && c.Why == "" && c.Heading != "" {
			c.Keep, c.Why = true, whyChosen
		}
	}
}

// refWords are the keys of headings that columns of references go by.
var refWords = []string{"ref", "referens", "id", "systemid", "insatsid"}

// isIdentity recognises the identities of records, as our exports write them.
func isIdentity(c *Column, have read.Content) bool {
	return c.heading.Key() == "postid" && len(have.Values) > 0 && !slices.ContainsFunc(have.Values, func(v sheet.Cell) bool { return !field.IsID(text.OneLine(v.Text)) })
}

// isIDColumn recognises our own references in a column called Ref or ID.
func isIDColumn(c *Column, have read.Content, k *field.Kind) bool {
	if !slices.Contains(refWords, c.heading.Key()) || len(have.Values) == 0 || k.Prefix == "" {
		return false
	}
	return !slices.ContainsFunc(have.Values, func(v sheet.Cell) bool {
		return !read.IsRef(text.Clean(v.Text)) || !strings.HasPrefix(text.Key(v.Text), text.Key(k.Prefix)+"-")
	})
}
