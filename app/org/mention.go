package org

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"itportfoljen/app/base/figure"
	"itportfoljen/app/base/text"
)

// Mention is one person as written in a cell.
type Mention struct {
	Name  string // given name first: "Åsa Ekström"; made from the e-mail when none is written
	Email string // lower-cased; empty when not written
}

var (
	reEmail = regexp.MustCompile(`[\pL\pN._%+'-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)*`)
	// Between persons, whatever stands around it; a comma needs more thought.
	reBetween = regexp.MustCompile(`(?i)[;|\n•·→⇒]|[-=]+>|(?:^|\s)\d{1,2}[.)]\s|\s(?:och|and|samt|resp\.?|respektive|&|\+|/)\s`)
	reRemark  = regexp.MustCompile(`[(\[{][^()\[\]{}@]*[)\]}]`) // "(vik)", but not "(asa@x)"
	reNA      = regexp.MustCompile(`(?i)^#?n/?[ap]$`)
)

// nobody are the folded words that say that there is no one, beside those that say of
// anything that it isn't known.
var nobody = map[string]bool{
	"vakant": true, "vakans": true, "okand": true, "okant": true, "ingen": true, "ej utsedd": true, "inte utsedd": true,
	"ej tillsatt": true, "tillsatts": true, "nn": true, "n n": true, "none": true,
	"tel": true, "telefon": true, "mobil": true, "mob": true, "e post": true, "epost": true, "mail": true,
}

// particles are the folded small words of surnames, kept low.
var particles = map[string]bool{
	"af": true, "av": true, "von": true, "de": true, "van": true, "der": true, "den": true, "du": true, "la": true,
	"zu": true, "di": true, "da": true, "dos": true, "al": true, "el": true, "ter": true,
}

// ParseMentions reads the persons in a cell, in the order they stand there and
// each once. It knows "Åsa Ekström", "Ekström, Åsa", an e-mail address beside
// the name or alone, and lists by ";", line break, "och", "&" and, when each
// part is a whole name, comma. Words such as "vakant" give no one.
func ParseMentions(cell string) []Mention {
	var out []Mention
	for _, n := range ReadPersons(cell).Named {
		out = append(out, n.Mention)
	}
	return out
}

// SaysNobody says whether a cell tells that there is no one: it is empty, only
// a dash or the like, or a word such as "vakant". A cell that gives no mentions
// and doesn't say so couldn't be read.
func SaysNobody(cell string) bool {
	s := text.Clean(cell)
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) ||
		reNA.MatchString(s) || noOne(s)
}

// noOne says that words instead of a name tell that there is no one.
func noOne(s string) bool {
	return nobody[strings.Join(nameTokens(s), " ")] || figure.Unknown(text.Key(s))
}

// gathered are the mentions of a cell, found again by who they are: a cell may
// hold thousands.
type gathered struct {
	named []Named
	first map[sameAs]int // where the first that could be joined with stands
}

// sameAs tells who is mentioned. The address is "" for whoever has none, and
// anyone for the first of a name whatever the address.
type sameAs struct{ key, email string }

const anyone = "*"

// add adds m, or joins it with the first earlier mention of the same person: of
// the name, where not both have addresses that differ.
func (g *gathered) add(n Named) {
	m := n.Mention
	if g.first == nil {
		g.first = map[sameAs]int{}
	}
	key, at := m.Key(), -1
	consider := func(email string) {
		if i, ok := g.first[sameAs{key, email}]; ok && (at < 0 || i < at) {
			at = i
		}
	}
	if consider(""); m.Email != "" {
		consider(m.Email)
	} else {
		consider(anyone)
	}
	if at < 0 {
		at = len(g.named)
		g.named = append(g.named, n)
		g.note(sameAs{key, m.Email}, at)
		g.note(sameAs{key, anyone}, at)
		return
	}
	old := &g.named[at]
	old.Name = DisplayName([]Mention{old.Mention, m})
	old.Title, old.Phone = cmp.Or(old.Title, n.Title), cmp.Or(old.Phone, n.Phone)
	old.Alone = old.Alone && n.Alone
	old.From, old.To = cmp.Or(old.From, n.From), cmp.Or(old.To, n.To)
	if old.Email == "" && m.Email != "" {
		old.Email = m.Email
		delete(g.first, sameAs{key, ""}) // there is never another without
		g.note(sameAs{key, m.Email}, at)
	}
}

func (g *gathered) note(who sameAs, at int) {
	if i, ok := g.first[who]; !ok || at < i {
		g.first[who] = at
	}
}

// readPart reads what stands between the sure separators: one person, or
// several with commas between.
func readPart(part string) []Named {
	var pieces []piece
	for s := range strings.SplitSeq(part, ",") {
		pieces = append(pieces, readPieces(s)...)
	}
	pieces = joinSurnames(joinTitles(joinEmails(pieces)))
	var found []Named
	for _, p := range pieces {
		if n := p.named(); n.Name != "" {
			found = append(found, n)
		}
	}
	return found
}

// named is whom a piece names. An address that several read is nobody's own.
func (p piece) named() Named {
	n := Named{Mention: Mention{Name: properCase(p.words), Email: p.email}, Title: p.title, Rest: p.rest, Not: notPerson(p.words)}
	switch {
	case n.Name == "" && p.title != "" && p.email == "":
		n.Name, n.Title, n.Not = p.title, "", Function
	case n.Name == "":
		n.Name, n.Alone = nameFromEmail(p.email), true
		if p.email != "" && SharedAddress(p.email) {
			n.Not = Mailbox
		}
	}
	return n
}

// piece is what stands between commas: words, an address, or both.
type piece struct {
	words              []string
	email, title, rest string
}

// whole says that the piece can stand for a person by itself.
func (p piece) whole() bool { return p.email != "" && len(p.words) == 0 || len(p.words) >= 2 }

// joinTitles gives what someone does to the one before it: "Anna Ek, IT-chef"; what
// stands first to the one after.
func joinTitles(pieces []piece) []piece {
	var out []piece
	ahead := ""
	for _, p := range pieces {
		p.words, p.rest = nameAmong(p.words)
		p.words, p.title = withoutTitle(p.words)
		if p.title == "" && p.email == "" && onlyModifies(p.words) { // "Anna Ek, vik."
			p.words, p.title = nil, strings.Join(p.words, " ")
		}
		switch n := len(out); {
		case n > 0 && out[n-1].whole() && p.besideName() && !isUpper(strings.Join(out[n-1].words, "")):
			out[n-1].rest = strings.TrimSpace(out[n-1].rest + " " + strings.Join(p.words, " "))
		case p.title == "" || len(p.words) > 0 || p.email != "":
			if ahead != "" {
				p.title, ahead = cmp.Or(p.title, ahead), ""
			}
			out = append(out, p)
		case n > 0:
			out[n-1].title = cmp.Or(out[n-1].title, p.title)
		default:
			ahead = cmp.Or(ahead, p.title)
		}
	}
	if ahead != "" {
		out = append(out, piece{title: ahead})
	}
	return out
}

// besideName says that the piece after a name says where somebody works: "Anna Ek, BUF".
func (p piece) besideName() bool {
	n := len(p.words)
	return n > 0 && p.email == "" && (n == 1 && isUpper(p.words[0]) && len(p.words[0]) > 1 && len([]rune(p.words[0])) <= 5 || isPlace(p.words[n-1]))
}

// surname says that the piece may be the part before the comma in
// "af Klint, Örjan".
func (p piece) surname() bool {
	if p.email != "" || len(p.words) == 0 {
		return false
	}
	return !slices.ContainsFunc(p.words[:len(p.words)-1], func(w string) bool { return !particles[text.Fold(w)] })
}

var mailto = strings.NewReplacer("mailto:", " ", "MAILTO:", " ", "Mailto:", " ")

// readPieces reads the text between two commas; each address ends a piece.
func readPieces(s string) []piece {
	s = mailto.Replace(s)
	var pieces []piece
	start := 0
	for _, at := range reEmail.FindAllStringIndex(s, -1) {
		email := strings.Trim(strings.ToLower(s[at[0]:at[1]]), ".'-_")
		pieces = append(pieces, piece{words: nameWords(s[start:at[0]]), email: email})
		start = at[1]
	}
	rest := nameWords(s[start:])
	switch {
	case len(rest) == 0:
	case len(pieces) == 1 && len(pieces[0].words) == 0: // "asa@x Åsa Ekström"
		pieces[0].words = rest
	default:
		pieces = append(pieces, piece{words: rest})
	}
	return pieces
}

// nameWords gives the words of a name: no brackets, quotes, numbers or
// words for nobody.
func nameWords(s string) []string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`<>()[]{}"“”„«»*:@`, r) {
			return ' '
		}
		return r
	}, s)
	var words []string
	for w := range strings.FieldsSeq(s) {
		w = strings.TrimLeft(w, ".-–—_?/'’")
		w = strings.TrimRight(w, "-–—_?/'’!")
		if len([]rune(w)) > 2 { // keep the full stop of an initial
			w = strings.TrimRight(w, ".")
		}
		if !strings.ContainsFunc(w, unicode.IsLetter) || strings.ContainsFunc(w, unicode.IsDigit) || reNA.MatchString(w) {
			continue
		}
		words = append(words, w)
	}
	if noOne(strings.Join(words, " ")) {
		return nil
	}
	return words
}

// joinEmails gives an address that stands alone after a name to that name,
// when they share a word: "Anna Ek, anna.ek@x".
func joinEmails(pieces []piece) []piece {
	var out []piece
	for _, p := range pieces {
		if n := len(out); n > 0 && len(p.words) == 0 && out[n-1].email == "" && sharesWord(out[max(0, n-2):], p.email) {
			out[n-1].email = p.email
			continue
		}
		out = append(out, p)
	}
	return out
}

func sharesWord(pieces []piece, email string) bool {
	inEmail := emailTokens(email)
	for _, p := range pieces {
		for _, w := range nameTokens(strings.Join(p.words, " ")) {
			if slices.Contains(inEmail, w) {
				return true
			}
		}
	}
	return false
}

// joinSurnames turns "Ekström | Åsa" into "Åsa Ekström". Pieces that are all
// whole names stay as they are.
func joinSurnames(pieces []piece) []piece {
	switch n := len(pieces); {
	case n < 2:
		return pieces
	case !slices.ContainsFunc(pieces, func(p piece) bool { return !p.whole() }) && !pieces[0].surname():
		return pieces
	case n == 2 && pieces[0].email == "" && len(pieces[1].words) > 0:
		return []piece{givenFirst(pieces[0], pieces[1])}
	case n%2 == 0 && pairs(pieces):
		var out []piece
		for i := 0; i < n; i += 2 {
			out = append(out, givenFirst(pieces[i], pieces[i+1]))
		}
		return out
	}
	return pieces
}

// pairs says that every other piece may be a surname and the one after it has
// a given name.
func pairs(pieces []piece) bool {
	for i := 0; i < len(pieces); i += 2 {
		if !pieces[i].surname() || len(pieces[i+1].words) == 0 {
			return false
		}
	}
	return true
}

func givenFirst(surname, given piece) piece {
	return piece{slices.Concat(given.words, surname.words), given.email, cmp.Or(given.title, surname.title), cmp.Or(given.rest, surname.rest)}
}
