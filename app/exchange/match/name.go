package match

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
)

// nameQuestion is what is asked when it is by their content that a column was
// taken for the names.
const nameQuestion = "name"

// settleName decides which column has the names when the headings don't say it,
// or say something that the content speaks against. It is chosen by content
// only when that is clear, and then it is asked about; else the user has to say.
func (s *matching) settleName(l *Layout) error {
	if l.Header < 0 || l.Ours || len(l.Kind.Vital) > 0 {
		return nil
	}
	said := l.Of(l.Kind.Title())
	if said != nil && (said.Why == whyChosen || !s.looksOf(l, said).UnlikeNames()) {
		return nil
	}
	clear, maybe := s.nameColumns(l)
	if said != nil {
		if len(maybe) == 0 {
			return nil
		}
		return doubtedName(l, said, maybe)
	}
	answer := s.desk.Answer(nameQuestion)
	i := slices.IndexFunc(maybe, func(c *Column) bool { return sheet.Letters(c.Index) == answer })
	switch {
	case i >= 0:
		l.takeName(maybe[i], whyChosen, sureLabel)
	case clear != nil:
		l.takeName(clear, whyContent, leastCertain)
		answer = ""
	case len(maybe) == 0 && l.callBy():
		return nil
	default:
		return unnamed(l, maybe)
	}
	l.askName(maybe, answer)
	return nil
}

// nameColumns are the columns that no heading has settled and whose content
// could be the names, and the one among them that clearly is: it has the names
// that are known already, it is the only one, or nothing but matched columns and
// codes stand before it.
func (s *matching) nameColumns(l *Layout) (clear *Column, maybe []*Column) {
	var known, leading []*Column
	first, looks := true, s.looker(l)
	for i := range l.Columns {
		c := &l.Columns[i]
		if s.settled(c) || len(l.find(c)) > 0 {
			continue
		}
		k := looks(c)
		if k.LikeNames() && c.Heading != "" && !s.ofSomebody(l, c) {
			maybe = append(maybe, c)
			if first {
				leading = append(leading, c)
			}
			if k.Known() {
				known = append(known, c)
			}
		}
		first = first && k.Codes()
	}
	for _, one := range [][]*Column{known, maybe, leading} {
		if len(one) == 1 {
			return one[0], maybe
		}
	}
	return nil, maybe
}

// ofSomebody says that a column, by its heading, is somebody's who isn't listed: who
// answers for a system isn't what it is called.
func (s *matching) ofSomebody(l *Layout, c *Column) bool {
	if s.arePersons(l.Kind) {
		return false
	}
	if ofDoer(c.heading) && s.personsIn(l, c) {
		return true
	}
	for _, k := range importable(s.w) {
		for _, cand := range s.headings(k).find(c.heading) {
			if cand.field.OfPersons() || s.arePersons(k) && cand.field == k.Title() && !s.headings(l.Kind).ofOwn(c.heading) {
				return s.personsIn(l, c)
			}
		}
	}
	return false
}

// doers are the folded ends of words for those who do something: "Anmälare", "Registrator".
var doers = []string{"are", "ator", "tor", "ande", "ant"}

// ofDoer says that a heading is a word for somebody who does something.
func ofDoer(h read.Heading) bool {
	return len(h.Words) == 1 && slices.ContainsFunc(doers, func(end string) bool { return strings.HasSuffix(h.Words[0], end) })
}

// settled says that a heading or the user has said what the column is.
func (s *matching) settled(c *Column) bool {
	_, chosen := s.mapped(c.Heading)
	return chosen || c.Field != nil || c.Reference || c.Computed
}

func (l *Layout) takeName(c *Column, why string, certainty float64) {
	c.Field, c.Why, c.Certainty, c.Keep = l.Kind.Title(), why, certainty, false
}

// callBy names the rows of a list without names by what tells them apart: the number of an
// agreement, or else the supplier that it is with.
func (l *Layout) callBy() bool {
	saying := read.Saying(l.data())
	for _, f := range l.Kind.Called {
		c := l.Of(f)
		if c == nil || !tellsApart(saying, c.Index) {
			continue
		}
		names := *c
		names.Label, names.maybe = l.Kind.Title().Label+" kolumn "+sheet.Letters(c.Index), false
		l.Columns = append(l.Columns, names)
		l.takeName(&l.Columns[len(l.Columns)-1], whyContent, leastCertain)
		l.Remark(l.Sheet.Rows[l.Header].Number, c.Label, "", fmt.Sprintf("Ingen kolumn säger vad listans %s heter. ”%s” är taget också som namn. Välj en annan kolumn om det är fel.", l.Kind.Many, ask.Short(c.Label)))
		return true
	}
	return false
}

// numbered says that a list has no names, and is clearly one of a kind whose numbers tell
// its rows apart.
func (s *matching) numbered(l *Layout) bool {
	if len(l.Kind.Called) == 0 || l.Header < 0 || l.lying != nil || !l.clear() || l.Of(l.Kind.Title()) != nil {
		return false
	}
	c := l.Of(l.Kind.Called[0])
	if c == nil || !tellsApart(read.Saying(l.data()), c.Index) {
		return false
	}
	_, maybe := s.nameColumns(l)
	return len(maybe) == 0
}

// tellsApart says that every row has something in a column, but for a sum, and no two the
// same.
func tellsApart(rows []sheet.Row, column int) bool {
	seen := make(map[string]bool, len(rows))
	for _, r := range rows {
		key := text.Key(r.At(column).Text)
		if seen[key] {
			return false
		}
		seen[key] = true
	}
	return !seen[""] || len(seen) > 2
}

// askName asks for a yes to the column that was taken for the names.
func (l *Layout) askName(maybe []*Column, answer string) {
	taken, label := l.Of(l.Kind.Title()), l.Kind.Title().Label
	q := ask.Question{ID: nameQuestion, Answer: answer,
		Text:   fmt.Sprintf("Ingen rubrik säger vilken kolumn som är ”%s”. Är det ”%s”?", label, ask.Short(taken.Label)),
		Effect: fmt.Sprintf("Kolumnen läses som ”%s”, att döma av innehållet.", label)}
	for _, c := range maybe {
		q.Options = append(q.Options, ask.Option{Key: sheet.Letters(c.Index), Label: ask.Short(c.Label) + ": " + ask.Short(strings.Join(c.Samples, ", "))})
	}
	l.Questions = append(l.Questions, q)
}

func unnamed(l *Layout, maybe []*Column) error {
	s := "Ingen rubrik i bladet ”" + l.Sheet.Name + "” säger vilken kolumn som är ”" + l.Kind.Title().Label + "”"
	if len(maybe) > 0 {
		s += ", och det kan vara " + anyOf(maybe)
	}
	return fault.New(fault.Unreadable, s+". Inget har ändrats. Ange vilken kolumn det är, eller vilken rad rubrikerna står på.")
}

func doubtedName(l *Layout, said *Column, maybe []*Column) error {
	return fault.New(fault.Unreadable, fmt.Sprintf("Kolumnen ”%s” i bladet ”%s” är ”%s” enligt rubriken, men innehållet är inte namn, och det kan vara %s. Inget har ändrats. Ange vilken kolumn det är.",
		ask.Short(said.Label), l.Sheet.Name, l.Kind.Title().Label, anyOf(maybe)))
}

// mostNamed is how many columns a sentence names.
const mostNamed = 4

// anyOf lists columns: ”A”, ”B” eller ”C”.
func anyOf(cols []*Column) string {
	var out []string
	for _, c := range cols[:min(len(cols), mostNamed)] {
		out = append(out, "”"+ask.Short(c.Label)+"”")
	}
	return text.Or(out)
}
