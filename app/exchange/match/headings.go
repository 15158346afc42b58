package match

import (
	"regexp"
	"slices"
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
)

// How sure a match is, by what it rests on; below leastCertain it isn't taken.
const (
	sureLabel    = 1.0
	sureSynonym  = 0.95
	maybeCalled  = 0.65 // a name that the field may go by, or another
	sameConcepts = 0.88
	leastCertain = 0.5
)

// What is taken from the certainty for each concept that the heading has and the name
// hasn't, and the other way around.
const (
	more    = 0.03
	less    = 0.06
	unknown = 0.25 // a word that isn't known may be what makes it something else
)

// What a match rests on, in Swedish.
const (
	whyHeading  = "rubriken"
	whySimilar  = "liknande rubrik"
	whyContent  = "innehållet"
	whyChosen   = "vald"
	whyComputed = "skrivs av programmet"
)

// candidate is a field that a heading may mean.
type candidate struct {
	field     *field.Field
	certainty float64
	why       string
	maybe     bool // the name may be another field's as well
}

// headings are those that a kind's fields go by.
type headings struct {
	exact      map[string][]candidate // by squeezed words
	names      []name
	byConcept  map[string][]int // which names have it
	own        map[string]bool  // concepts of what the kind lists: "system", "projekt"
	thisYear   int
	w          field.World
	vocabulary *vocabulary
	joint      map[string]bool     // what joints go by
	jointSays  map[string][]string // and in concepts, by name
}

// name is what a field goes by, in concepts.
type name struct {
	field    *field.Field
	concepts []string
	maybe    bool
}

// namesOf are what a field goes by in a heading.
func namesOf(f *field.Field) []string {
	out := append([]string{f.Label, f.Short, f.Key}, f.Synonyms...)
	if f.Short != "" {
		out = append(out, f.Short+" "+f.Label)
	}
	if f.Months { // "Uppsägningstid (dagar)": see Column.Whole
		for _, s := range out[:len(out):len(out)] {
			if name, _, _ := strings.Cut(s, ","); name != "" && !strings.Contains(name, "mån") {
				out = append(out, name+" dagar", name+" dgr", name+" veckor", name+" år")
			}
		}
	}
	return append(out, f.Maybe...)
}

func newHeadings(w field.World, k *field.Kind, v *vocabulary) *headings {
	hs := &headings{exact: map[string][]candidate{}, joint: map[string]bool{}, jointSays: map[string][]string{}, byConcept: map[string][]int{}, own: map[string]bool{}, thisYear: w.Today().Year(), w: w, vocabulary: v}
	for _, j := range k.Joints() {
		for _, name := range j.Names {
			hs.joint[read.Squeezed(read.Words(name))] = true
			hs.jointSays[name] = v.learn(name).concepts
		}
	}
	for _, f := range w.Fields(k) {
		if f.Hidden && !f.Incoming {
			continue
		}
		for _, s := range []string{f.Label, f.Short, f.Key} {
			hs.add(f, s, sureLabel)
		}
		for _, s := range f.Synonyms {
			hs.add(f, s, sureSynonym)
		}
	}
	for _, f := range w.Fields(k) {
		for _, s := range f.Maybe {
			hs.add(f, s, maybeCalled)
		}
	}
	hs.ownConcepts(k)
	hs.conceive(w, k)
	return hs
}

func (hs *headings) add(f *field.Field, name string, certainty float64) {
	key := read.Squeezed(read.Words(name))
	known := func(c candidate) bool { return c.field == f }
	if key == "" || slices.ContainsFunc(hs.exact[key], known) {
		return
	}
	hs.exact[key] = append(hs.exact[key], candidate{f, certainty, whyHeading, certainty == maybeCalled})
}

// ownConcepts are those that mean what the kind lists: its title's names of one word.
func (hs *headings) ownConcepts(k *field.Kind) {
	title := k.Title()
	for _, s := range append(namesOf(title), k.One) {
		if r := hs.vocabulary.learn(s); len(r.concepts) == 1 && r.concepts[0] != "namn" {
			hs.own[r.concepts[0]] = true
		}
	}
}

// conceive notes the concepts of each name.
func (hs *headings) conceive(w field.World, k *field.Kind) {
	for _, f := range w.Fields(k) {
		if f.Hidden && !f.Incoming || f.Free() {
			continue
		}
		for _, s := range namesOf(f) {
			says := hs.vocabulary.learn(s).concepts
			if len(says) == 0 {
				continue
			}
			for _, c := range says {
				hs.byConcept[c] = append(hs.byConcept[c], len(hs.names))
			}
			hs.names = append(hs.names, name{f, says, slices.Contains(f.Maybe, s)})
		}
	}
}

// knows says that the heading is exactly a name of some field or joint.
func (hs *headings) knows(h read.Heading) bool {
	return len(hs.exact[h.Key()]) > 0 || hs.joint[h.Key()]
}

// recognises says that a text in a row is most likely a heading: a name of some field, or
// much like one.
func (hs *headings) recognises(h read.Heading) bool {
	return hs.knows(h) || slices.ContainsFunc(hs.similar(h), func(c candidate) bool { return c.certainty >= likelyFrom })
}

// find gives the fields that a heading may mean, each with its best certainty:
// those it names, else those whose names say the same, else those that all that it
// names say.
func (hs *headings) find(h read.Heading) []candidate {
	found := slices.Clone(hs.exact[h.Key()])
	if len(found) == 0 {
		found = hs.similar(h)
	}
	if len(found) == 0 {
		found = hs.several(h)
	}
	if len(found) == 0 {
		found = hs.amounts(h)
	}
	for i := range found {
		switch c := &found[i]; {
		case !c.maybe || !c.field.Yearly:
		case hs.namesAspect(h, c.field):
			c.certainty += 2 * sumOfAll
		case hs.sums(h):
			c.certainty += sumOfAll
		}
	}
	return hs.timely(h.Year, found)
}

// similar are the fields whose names say the same as the heading.
func (hs *headings) similar(h read.Heading) (found []candidate) {
	at := map[*field.Field]int{}
	for _, r := range hs.vocabulary.readings(h) {
		for _, i := range hs.sharing(r) {
			n := hs.names[i]
			c := hs.sameness(r, n)
			if c < leastCertain {
				continue
			}
			i, ok := at[n.field]
			switch {
			case !ok:
				at[n.field] = len(found)
				found = append(found, candidate{n.field, c, whySimilar, n.maybe})
			case c > found[i].certainty:
				found[i].certainty, found[i].maybe = c, n.maybe
			}
		}
	}
	return found
}

// sharing are the names that have a concept of the reading.
func (hs *headings) sharing(r reading) []int {
	var out []int
	for _, c := range r.concepts {
		for _, i := range hs.byConcept[c] {
			if !slices.Contains(out, i) {
				out = append(out, i)
			}
		}
	}
	return out
}

// sameness is how likely it is that a heading that reads so is the name: they say the
// same, but for what adds nothing to such a field.
func (hs *headings) sameness(r reading, n name) float64 {
	certainty := sameConcepts - r.doubt
	shared, whole, unclear := false, true, false
	for _, c := range r.concepts {
		switch {
		case slices.Contains(n.concepts, c):
			shared = shared || !hs.adds(n.field, c)
		case hs.adds(n.field, c):
			certainty -= more
		case !unclear && !isConcept(c) && n.field.Multiline():
			certainty, unclear = certainty-unknown, true
		default:
			return 0
		}
	}
	for _, c := range n.concepts {
		switch {
		case slices.Contains(r.concepts, c):
		case hs.own[c] || impliedBy(n.field, c):
			certainty, whole = certainty-less, false
		default:
			return 0
		}
	}
	if !shared && !whole || !whole && slices.Equal(r.concepts, runningID) {
		return 0
	}
	if n.maybe {
		certainty -= sameConcepts - maybeCalled
	}
	return certainty
}

// What "Id" and "Nr" alone say: the row's, and of nothing else.
var (
	runningID     = []string{"id"}
	runningNumber = []string{"nummer"}
)

// adds says that a concept in a heading tells what the kind lists or what sort of value
// the field has, and not which field it is.
func (hs *headings) adds(f *field.Field, concept string) bool {
	if hs.own[concept] {
		return true
	}
	switch concept {
	case "namn":
		return f.Points() || f == f.Kind.Title()
	case "titel", "rubrik":
		return f == f.Kind.Title()
	case "person", "utsedd", "formell":
		return f.OfPersons()
	case "ansvarig":
		return f.OfPersons() || f.OfUnits()
	case "agande", "tillhor", "berord", "bestallande":
		return f.OfUnits()
	case "datum":
		return f.IsDay() || f.IsYear()
	case "dag", "tid", "period", "planerad", "beraknad":
		return f.IsDay()
	case "ar":
		return f.IsDay() || f.IsYear() || f.InKronor()
	case "arlig", "kostnad", "belopp", "utgift", "faktisk":
		return f.InKronor()
	case "antal":
		return f.Sums() && !f.InKronor()
	case "manad":
		return f.Sums() && !f.InKronor() || f.IsDay()
	case "ja", "nej", "niva", "varde", "klass":
		return f.KnownWords()
	case "klassning": // "Klassning K"
		return read.ByLetter(f)
	case "till", "fran":
		return f.Multiline()
	}
	return false
}

// impliedBy says that a heading needn't say a concept that the name has.
func impliedBy(f *field.Field, concept string) bool {
	switch concept {
	case "datum", "dag":
		return f.IsDay()
	case "manad", "antal":
		return f.Sums() && !f.InKronor()
	case "person":
		return f.OfPersons()
	}
	return false
}

// timely leaves, of fields that a heading may mean, those that go with its year: a year
// is that of a yearly amount, and what a year has cost isn't what it may cost.
func (hs *headings) timely(year int, found []candidate) []candidate {
	yearly := func(c candidate) bool { return c.field.Yearly }
	afterwards := func(c candidate) bool { return yearly(c) && c.field.Afterwards }
	before := func(c candidate) bool { return yearly(c) && !c.field.Afterwards }
	if year != 0 && slices.ContainsFunc(found, yearly) {
		found = slices.DeleteFunc(found, func(c candidate) bool { return !yearly(c) })
	}
	if !slices.ContainsFunc(found, afterwards) || !slices.ContainsFunc(found, before) {
		return found
	}
	if year == 0 || year >= hs.thisYear {
		return slices.DeleteFunc(found, afterwards)
	}
	found = slices.DeleteFunc(found, before)
	for i := range found {
		found[i].maybe = true
	}
	return found
}

// several are the fields that a heading means of which every part means one: parts
// that a stroke or a word puts together, "Nämnd/förvaltning", or that parentheses explain,
// "Personuppgiftsansvarig (PUA)".
func (hs *headings) several(h read.Heading) []candidate {
	parts := reTogether.Split(h.Written, mostGuesses+1)
	if len(parts) < 2 || len(parts) > mostGuesses {
		return nil
	}
	var out []candidate
	for i, p := range parts {
		of := read.HeadingOf(p)
		if len(of.Words) == 0 {
			continue
		}
		found := slices.Clone(hs.exact[of.Key()])
		if len(found) == 0 {
			found = hs.similar(of)
		}
		if i == 0 {
			out = found
			continue
		}
		out = slices.DeleteFunc(out, func(c candidate) bool {
			return !hs.explains(c.field, of) && !slices.ContainsFunc(found, func(o candidate) bool { return o.field == c.field })
		})
	}
	for i := range out {
		out[i].certainty, out[i].why = min(out[i].certainty, sameConcepts)-more, whySimilar
	}
	return out
}

// reTogether is what stands between the parts of a heading.
var reTogether = regexp.MustCompile(`(?i)\s*[/(),;]\s*|\s+(?:och|eller|samt|&)\s+`)

// explains says that a part of a heading is one of the words that the field takes:
// "Status (aktiv/avvecklad)".
func (hs *headings) explains(f *field.Field, part read.Heading) bool {
	if !f.KnownWords() {
		return false
	}
	_, _, err := f.Parse(hs.w, part.Written, money.Kr)
	return err == nil
}
