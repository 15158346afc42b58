package identify

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/org"
)

// group is what a text that heads the rows below it says of them.
type group struct {
	is     heading
	text   string
	unit   string      // that they belong to
	gives  []Given     // values that they have
	sums   bool        // its amounts are theirs together
	cell   *sheet.Cell // what they have in column at, where they say nothing
	column int
}

// heading is what a lone text is.
type heading uint8

const (
	aRecord   heading = iota // no heading but a record with only a name
	aUnit                    // the unit of the rows below
	aValue                   // one of the kind's own words, that they have
	aColumn                  // what they have in the column that it stands in
	bare                     // it heads them, and says nothing that there is a field for
	noRows                   // it heads none
	undecided                // it may be any of these
)

// role is what the row is in the list: one that says nothing of those below lists nothing
// that is understood.
func (g group) role() Role {
	if g.is == aUnit || g.is == aValue || g.is == aColumn {
		return Heads
	}
	return Lists
}

// reason says what became of the row.
func (g group) reason(s *rows) string {
	if g.sums {
		return "grupprubrik med summa: enheten " + ask.Short(g.unit) + " gäller raderna under"
	}
	switch g.is {
	case aUnit:
		return "grupprubrik: enheten " + ask.Short(g.unit) + " gäller raderna under"
	case aValue, aColumn:
		var said []string
		for _, v := range g.gives {
			said = append(said, v.Field.Label+" "+v.Field.Show(s.t.d, v.Value))
		}
		if g.is == aColumn {
			said = append(said, s.label(g.column)+" "+ask.Short(g.text))
		}
		return "grupprubrik: " + strings.Join(said, ", ") + " gäller raderna under"
	case noRows:
		return "grupprubrik utan rader under: ”" + ask.Short(g.text) + "”"
	}
	return "grupprubrik: ”" + ask.Short(g.text) + "” blir ingen enhet"
}

// fillIn gives a row what its group has in a column where the row says nothing.
func (g group) fillIn(l *Line) {
	if g.cell != nil && read.IsBlank(l.Row.At(g.column)) {
		l.put(g.column, *g.cell)
	}
}

// lone is a row that may head those below it.
type lone struct {
	i      int
	text   string
	placed bool // left of the names, or merged over several columns: no record stands so
	by     group
}

// findGroups decides which lone rows head those below them, so that each is seen beside
// the others.
func (s *rows) findGroups() {
	var found []*lone
	for i, r := range s.all {
		if l := s.mayHead(i, r); l != nil && i >= len(s.t.Below) {
			found = append(found, l)
		}
	}
	if len(found) == 0 {
		return
	}
	s.groups = map[int]group{}
	for _, l := range found {
		l.by = s.byForm(l)
	}
	s.byPlace(found)
	for _, l := range found {
		if l.by.is != aRecord {
			s.groups[l.i] = l.by
		}
	}
}

// mostHeading is how many characters the heading of a group may have.
const mostHeading = 100

// mayHead gives a row that may head a group, nil for others.
func (s *rows) mayHead(i int, r sheet.Row) *lone {
	text := read.LoneText(r)
	if text == "" || utf8.RuneCountInString(text) > mostHeading || s.last < 0 || s.addsUp(r) != read.NotAdding || s.t.repeatsHeader(r) {
		return nil
	}
	at := read.FirstFilled(r)
	placed := at < s.title || s.across[r.Number] && at <= max(s.title, 0) || s.title >= 0 && at == s.title && r.At(at+1).Text == r.At(at).Text || s.title < 0
	if !placed && (at != s.title || s.t.Kind.Home() == nil) || read.AsideOf(text) != read.NoAside || i > s.last && (placed || !s.t.soundsUnit(text)) {
		return nil
	}
	return &lone{i: i, text: tidyGroup(text), placed: placed, by: group{column: at}}
}

var (
	reCount  = regexp.MustCompile(`\s*[(\[–-]?\s*\d+\s*(?:st\.?|system|insatser|projekt|avtal|rader|poster)?\s*[)\]]?$`)
	reNumber = regexp.MustCompile(`^\d+(?:\.\d+)*[.)]?\s+`)
	reForts  = regexp.MustCompile(`(?i)[\s,(–-]+(?:forts\.?|fortsättning)\)?$`)
)

// tidyGroup is a group's heading without its numbering, how many rows it has and the
// colon behind it.
func tidyGroup(s string) string {
	s = strings.TrimRight(reForts.ReplaceAllString(text.OneLine(s), ""), ":;.,–- ")
	for _, re := range []*regexp.Regexp{reCount, reNumber} {
		if cut := strings.TrimSpace(re.ReplaceAllString(s, "")); utf8.RuneCountInString(cut) > 1 {
			s = cut
		}
	}
	return s
}

func (t *Table) soundsUnit(s string) bool {
	_, is := t.dir.units.isUnit(tidyGroup(s))
	return is
}

// byForm decides what a lone text is by what it says.
func (s *rows) byForm(l *lone) group {
	t := s.t
	g := group{text: l.text, column: l.by.column}
	home := t.Kind.Home()
	if s.byColumn(l, &g) {
		return g
	}
	if label, rest, ok := strings.Cut(l.text, ":"); ok && home != nil && t.Names().Named(read.HeadingOf(label)) == home {
		g.is, g.unit = aUnit, strings.TrimSpace(rest)
		return g
	}
	if !l.placed && (t.dir.Named(t.Kind, l.text) || t.ofUnits()) {
		return g
	}
	unit := s.isUnit(l)
	switch {
	case unit && home != nil && l.i > s.last:
		g.is = noRows
	case unit && home != nil:
		g.is, g.unit = aUnit, l.text
	case t.word(&g):
		if !l.placed && !s.headsFull(l.i) {
			g = group{text: l.text, column: g.column}
		}
	case home == nil || t.ofUnits() && !l.placed:
		if l.placed {
			g.is = bare
		}
	case arranges(l.text):
		if l.placed || s.headsFull(l.i) {
			g.is = bare
		}
	default:
		g.is = undecided
	}
	return g
}

// byColumn decides that a lone text which stands in another column than the names is what
// the rows below have there, if values of that column recur.
func (s *rows) byColumn(l *lone, g *group) bool {
	c := s.column(g.column)
	if !l.placed || g.column == s.title || c == nil || c.Field == nil || !c.Field.OfUnits() && !c.Field.HasAlternatives() && !c.Field.Vocabulary {
		return false
	}
	cell := s.all[l.i].At(g.column)
	g.is, g.cell = aColumn, &cell
	if c.Field.OfUnits() {
		cell.Text, g.is, g.unit = l.text, aUnit, l.text
	}
	return true
}

// isUnit says that a lone text is a unit: one that there is, or that an abbreviation of it
// means, or by its form, unless it is what lists are arranged by.
func (s *rows) isUnit(l *lone) bool {
	units := s.t.dir.units
	if _, known := units.find(l.text); known {
		return true
	}
	heads := l.placed || s.headsFull(l.i)
	if m := units.forms.means(l.text); heads && m.sure && units.forms.there(m.names[0]) && !strings.Contains(l.text, "(") {
		return true
	}
	if arranges(l.text) {
		return false
	}
	_, sounds := units.isUnit(l.text)
	return sounds || heads && org.IsArea(l.text)
}

// headsFull says that a row with a name and more stands directly below a lone one.
func (s *rows) headsFull(i int) bool {
	return i+1 < len(s.all) && read.LoneText(s.all[i+1]) == "" && !s.nameless(s.all[i+1]) && s.addsUp(s.all[i+1]) == read.NotAdding
}

// word finds the field of the kind's own words that a heading is one of, such as a
// portfölj or a phase, and gives it to the rows that don't say it themselves.
func (t *Table) word(g *group) bool {
	of := match.StatedBy(t.d, t.Kind, g.text)
	if len(of) == 0 {
		return false
	}
	g.is = bare
	if len(of) == 1 {
		g.is, g.gives = aValue, []Given{Given(of[0])}
	}
	return true
}

// arranging are folded words for what a list is arranged by that is no unit.
var arranging = map[string]bool{"gemensamma": true, "gemensamt": true, "gemensam": true, "kommungemensamma": true, "kommungemensamt": true, "kommunovergripande": true, "forvaltningsgemensamma": true,
	"verksamhetsovergripande": true, "ovriga": true, "ovrigt": true, "ovrig": true, "diverse": true, "verksamhetssystem": true, "verksamhetsspecifika": true, "stodsystem": true, "bassystem": true,
	"nya": true, "gamla": true, "centrala": true, "lokala": true, "externa": true, "interna": true, "egna": true, "mindre": true, "storre": true, "viktiga": true, "kritiska": true, "samhallskritiska": true,
	"prioriterade": true, "prioritet": true, "prio": true, "kategori": true, "grupp": true, "del": true, "fas": true, "etapp": true, "steg": true, "klass": true, "niva": true, "infrastruktur": true,
	"kommande": true, "planerade": true, "pagaende": true, "avslutade": true, "avvecklade": true, "aktiva": true, "vilande": true, "befintliga": true, "oklart": true, "saknas": true, "ovrig it": true}

// arranged are folded words for what such lists have: "Administrativa system".
var arranged = map[string]bool{"system": true, "systemen": true, "applikationer": true, "program": true, "programvaror": true, "tjanster": true, "plattformar": true, "projekt": true, "insatser": true, "avtal": true}

// arranges says that a text arranges a list and is no unit: "Gemensamma system", "A",
// "2027", "Prioritet 1".
func arranges(s string) bool {
	words := read.Words(s)
	if len(words) > 1 && strings.HasSuffix(words[0], "a") && arranged[words[len(words)-1]] {
		return true
	}
	return len(words) == 0 || utf8.RuneCountInString(s) == 1 || arranging[words[0]] || !strings.ContainsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}
