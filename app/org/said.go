package org

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
)

// Named is somebody that a cell names, and what it says beside the name.
type Named struct {
	Mention
	Alone    bool      // no more than the address is written
	Not      string    // Swedish: what it is instead of a person; "" for a person
	Title    string    // what the person does: "IT-chef"
	Phone    string    // as written
	Rest     string    // what else stands beside the name
	From, To date.Date // of the role; 0 for not said
	Past     bool      // it is told that the role is no longer the person's
}

// Said is what a cell tells of persons.
type Said struct {
	Named   []Named
	Unclear []string // days that begin or end nothing, and numbers that are nobody's
	turned  string   // days as written, of which the last comes first
}

// Backwards are the days of a role that ends before it begins, as they are written; "" for
// none.
func (s Said) Backwards() string {
	for _, n := range s.Named {
		if s.turned == "" && n.Backwards() {
			return n.From.String() + "–" + n.To.String()
		}
	}
	return s.turned
}

// Backwards says that the role ends before it begins.
func (n Named) Backwards() bool { return n.To != 0 && n.To < n.From }

// What stands beside a name is found before the names are told apart. The days come
// before the numbers of a telephone, which may look like them.
var (
	reExtension = regexp.MustCompile(`(?i)\b(?:ankn|anknytning)\b\.?:?\s*\d{2,6}`)
	rePhone     = regexp.MustCompile(`(?i)(?:\b(?:tfn|tel|telefon|telnr|mobil|mob|direkt|direktnr|växel|vxl)\b\.?(?:nr)?\.?:?\s*)?(?:\+\s?|\(\+\d{1,3}\)\s?|\b)\d[\d/()–-]*(?:\s?[\d/()–-]+)*\d`)
	reWhen      = regexp.MustCompile(`(?i)(?:\b(fr\.?\s?o\.?\s?m|from|från(?:\s+och\s+med)?|sedan|startar|start|börjar|tillträder|tilltr)\b[.:]?\s*)?` +
		`(?:\b(t\.?\s?o\.?\s?m|tom|till(?:\s+och\s+med)?|fram\s+till|längst|slutar|slutade|slutat|avgår|avgick)\b[.:]?\s*|([-–]))?` + `(` + reDay + `)` +
		`(?:\s*([-–]+|\b(?:t\.?\s?o\.?\s?m\.?|tom|till(?:\s+och\s+med)?)\s)\s*(` + reDay + `)?)?`)
	reAway = regexp.MustCompile(`(?i)\b(?:(?:föräldra|tjänst|barn|studie|sjuk|mamma|pappa)ledig|tjl|sjukskriven)\b[^,;/()\n]*`)
	rePast = regexp.MustCompile(`(?i)(?:^|[\s,(;])(tidigare|f\.\s?d\.?|fd\.?|förra|förre|f\.\s?förvaltare|(?:har\s+)?slutat|slutade|avgått|pensionerad|gått i pension|ej kvar|inte kvar)(?:[\s,);:]|$)`)
)

const reDay = `(?:\b(?:19|20)\d\d-\d{1,2}-\d{1,2}\b|\b\d{1,2}[/.]\d{1,2}[\s/.-]+(?:19|20)\d\d\b|\b(?:19|20)\d\d(?:0\d|1[0-2])[0-3]\d\b|\b\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\b` +
	`|\b(?:\d{1,2}[.:]?e?\s+)?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?\s+(?:19|20)\d\d\b|\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])\b|\b(?:19|20)\d\d\b|\b\d{1,2}/\d{1,2}\b)`

// beside is what was found beside the names of a part.
type beside struct {
	phone, unclear string
	turned         bool   // what is unclear is that the last day comes first
	away           string // on leave, which ends no role: "tjänstledig till 2027-03-31"
	from, to       date.Date
	past           bool
}

// mark stands in the text for what was found; nobody writes it.
const mark = '\uE000'

// asides takes what stands beside names out of a cell and leaves marks.
func asides(cell string) (string, []beside) {
	var found []beside
	take := func(b beside) string {
		found = append(found, b)
		return " " + string(mark) + strconv.Itoa(len(found)-1) + string(mark) + " "
	}
	cell = eachMatch(reAway, cell, func(p []string) string { return take(beside{away: text.OneLine(p[0])}) })
	if strings.ContainsAny(cell, "0123456789") {
		cell = reExtension.ReplaceAllStringFunc(cell, func(s string) string { return take(beside{phone: text.OneLine(s)}) })
		cell = eachMatch(reWhen, cell, func(p []string) string { return take(when(p)) })
		cell = eachMatch(rePhone, cell, func(p []string) string {
			if n := digits(p[0]); n < 6 || n > 15 {
				return p[0]
			}
			return take(beside{phone: phone(p[0])})
		})
	}
	cell = eachMatch(rePast, cell, func(p []string) string {
		return strings.Replace(p[0], p[1], take(beside{past: true}), 1)
	})
	return cell, found
}

// eachMatch replaces what a pattern finds outside addresses and marks.
func eachMatch(re *regexp.Regexp, s string, with func([]string) string) string {
	at := re.FindAllStringSubmatchIndex(s, -1)
	if at == nil {
		return s
	}
	var b strings.Builder
	end := 0
	for _, m := range at {
		if inWord(s, m[0], m[1]) {
			continue
		}
		p := make([]string, len(m)/2)
		for i := range p {
			if m[2*i] >= 0 {
				p[i] = s[m[2*i]:m[2*i+1]]
			}
		}
		b.WriteString(s[end:m[0]])
		b.WriteString(with(p))
		end = m[1]
	}
	return b.String() + s[end:]
}

// inWord says that what stands from a place to another is a part of an address, a
// word or a mark.
func inWord(s string, from, to int) bool {
	before := s[strings.LastIndexAny(s[:from], " \n\t,;(<")+1 : from]
	after := s[to:]
	if i := strings.IndexAny(after, " \n\t,;)>"); i >= 0 {
		after = after[:i]
	}
	return strings.ContainsAny(before+after, "@") || strings.ContainsRune(before, mark) || strings.HasSuffix(before, "_")
}

// when are the days that a match of reWhen tells of.
func when(p []string) beside {
	first, last := span(p[4]), span(p[6])
	switch {
	case first == (date.Span{}) || p[6] != "" && last == (date.Span{}):
	case p[6] != "" && p[2] == "" && p[3] == "":
		if first.From <= last.To {
			return beside{from: first.From, to: last.To}
		}
		return beside{unclear: text.OneLine(p[0]), turned: true}
	case p[2] != "" || p[3] != "":
		return beside{to: first.To}
	case p[1] != "" || p[5] != "":
		return beside{from: first.From}
	}
	return beside{unclear: text.OneLine(p[0])}
}

// span reads the days that are written in any way, "260901" too.
func span(s string) date.Span {
	if s == "" {
		return date.Span{}
	}
	if len(s) == 6 && digits(s) == 6 {
		s = "20" + s
	}
	d, err := date.Parse(s)
	if err != nil {
		return date.Span{}
	}
	return d
}

func digits(s string) int {
	n := 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}

// phone is a number without the word for it.
func phone(s string) string {
	if i := strings.IndexAny(s, "+(0123456789"); i > 0 {
		s = s[i:]
	}
	return text.OneLine(s)
}

// reDash is a dash between names, or before what someone does.
var reDash = regexp.MustCompile(`\s[-–—]+\s`)

// reMark is a mark and which of those found it stands for.
var reMark = regexp.MustCompile(string(mark) + `(\d+)` + string(mark))

// people reads the part of a cell between sure separators: each stretch of names, and what
// stands beside it. That comes after the name, or before it where it stands first.
func (s *Said) people(part string, found []beside) (out []Named) {
	at := reMark.FindAllStringSubmatchIndex(part, -1)
	if at == nil {
		return readPart(part)
	}
	first := readPart(part[:at[0][0]])
	out = append(out, first...)
	var waiting []beside // for the name that follows
	before := len(first) == 0
	for i, m := range at {
		n, _ := strconv.Atoi(part[m[2]:m[3]])
		b := found[n]
		if before {
			waiting = append(waiting, b)
		} else {
			s.tell(&out[len(out)-1], b)
		}
		end := len(part)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		next := readPart(part[m[1]:end])
		if len(next) > 0 && len(out) > 0 {
			next[0].follow(out[len(out)-1])
		}
		for j := range next {
			for _, b := range waiting {
				s.tell(&next[j], b)
			}
			waiting = nil
		}
		out = append(out, next...)
	}
	for _, b := range waiting {
		s.unclear(b)
	}
	return out
}

// follows are the folded words between somebody and the one who takes over.
var follows = map[string]bool{"darefter": true, "darpa": true, "sedan": true, "sen": true, "ersatts av": true, "efter det": true}

// follow lets somebody begin when another ends, where it says so: "därefter Anna Ek".
func (n *Named) follow(o Named) {
	if o.To != 0 && n.From == 0 && follows[text.Fold(n.Rest)] {
		n.From, n.Rest = o.To.AddDays(1), ""
	}
}

// tell gives somebody what stands beside the name.
func (s *Said) tell(n *Named, b beside) {
	switch {
	case b.phone != "" && n.Phone != "":
		n.Phone += ", " + b.phone
	case b.phone != "":
		n.Phone = b.phone
	case b.past:
		n.Past = true
	case b.unclear != "", b.away != "":
		s.unclear(b)
	}
	if b.from != 0 {
		n.From = b.from
	}
	if b.to != 0 {
		n.To = b.to
	}
}

func (s *Said) unclear(b beside) {
	if b.past {
		return
	}
	if b.turned && s.turned == "" {
		s.turned = b.unclear
	}
	if what := b.phone + b.unclear + b.away; what != "" {
		s.Unclear = append(s.Unclear, what)
		return
	}
	if b.from != 0 || b.to != 0 {
		s.Unclear = append(s.Unclear, strings.TrimSpace(b.from.String()+"–"+b.to.String()))
	}
}

// ReadPersons reads what a cell tells of persons, in the order they stand there and each
// once: what ParseMentions knows, and beside a name the title, the telephone and the days
// of the role. What names no person but a function or a shared address says so.
func ReadPersons(cell string) Said {
	cell = strings.ReplaceAll(text.Clean(cell), ",\n", ", ")
	cell, found := asides(brokenName(cell))
	cell = reDash.ReplaceAllString(cell, ", ")
	var out Said
	cell = reRemark.ReplaceAllStringFunc(cell, func(s string) string { return out.remark(s, found) })
	var g gathered
	for _, part := range parts(cell) {
		for _, n := range out.people(part, found) {
			g.add(n)
		}
	}
	out.Named = g.named
	return out
}

// brokenName puts a name together that a line break parts: each of two or three lines is
// a word alone, as "Anna" above "Ek".
func brokenName(cell string) string {
	lines := strings.Split(cell, "\n")
	if len(lines) < 2 || len(lines) > 3 {
		return cell
	}
	for _, l := range lines {
		if words := nameWords(l); len(words) != 1 || strings.TrimSpace(l) != words[0] || words[0] == strings.ToUpper(words[0]) {
			return cell
		}
	}
	return strings.Join(lines, " ")
}

// remark is what is left of a remark in brackets: what was found there. That somebody
// else had the role before, or stands in, is only told.
func (s *Said) remark(in string, found []beside) string {
	words := nameWords(reMark.ReplaceAllString(in, " "))
	for _, m := range reMark.FindAllStringSubmatch(in, -1) {
		if n, _ := strconv.Atoi(m[1]); found[n].past && len(words) > 1 {
			s.Unclear = append(s.Unclear, strings.Join(words, " "))
			return " "
		}
	}
	if who := withoutModifiers(words); len(who) > 1 && !slices.ContainsFunc(who, titled) && !isPlace(who[len(who)-1]) && wholeNames([]string{strings.Join(who, " ")}) {
		s.Unclear = append(s.Unclear, strings.Join(words, " "))
	}
	return " " + strings.Join(reMark.FindAllString(in, -1), " ") + " "
}

// withoutModifiers are the words after those that say how somebody has a role: "vik Bo Alm".
func withoutModifiers(words []string) []string {
	for len(words) > 0 && (modifiers[text.Fold(words[0])] || titled(words[0])) {
		words = words[1:]
	}
	return words
}

// parts are what stands between sure separators. A slash or a plus without spaces parts
// whole names: "Anna Ek/Bo Berg", and neither "HR/Lön" nor "A/B-test".
func parts(cell string) (out []string) {
	for _, part := range reBetween.Split(cell, -1) {
		tight := strings.FieldsFunc(part, func(r rune) bool { return r == '/' || r == '+' })
		if len(tight) < 2 || !wholeNames(tight) {
			out = append(out, part)
			continue
		}
		out = append(out, tight...)
	}
	return out
}

// wholeNames says that every text is written as a name, and some as a whole one.
func wholeNames(ss []string) bool {
	whole := false
	for _, s := range ss {
		words := nameWords(reMark.ReplaceAllString(reEmail.ReplaceAllString(s, " "), " "))
		for _, w := range words {
			if r := []rune(w); (len(r) > 3 && isUpper(w) || !isUpper(string(r[:1]))) && !particles[text.Fold(w)] && !titled(w) {
				return false
			}
		}
		if len(words) == 0 && !strings.Contains(s, "@") || len(words) == 1 && (isUpper(words[0]) || len([]rune(words[0])) < 3) {
			return false
		}
		whole = whole || len(words) != 1
	}
	return whole
}

func isUpper(s string) bool { return s == strings.ToUpper(s) && s != strings.ToLower(s) }
