package ledger

import (
	"fmt"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Line is a sum and what it is, in Swedish.
type Line struct {
	Text string
	Sum  money.Ore
}

// Lines are how a ledger's rows fell out: the last is the sum of the others.
func (b PostedBook) Lines() []Line {
	out := []Line{{"Bokförs som utfall", b.Posted}}
	for _, l := range []Line{{"Regler som räknar det till inget här", b.Aside}, {"Där det skrivna utfallet behålls", b.Kept}, {"I stängda månader, som inte ändras", b.Shut}, {"Ingen regel tar", b.Left}} {
		if l.Sum != 0 {
			out = append(out, l)
		}
	}
	return append(out, Line{"Tillsammans, huvudbokens kontoklass 3–8", b.Net})
}

// Sentence says what becomes of an utfall that somebody has written.
func (h ByHand) Sentence(w field.World, hand Hand) string {
	is := fmt.Sprintf("%s, utfall %d: skrivet för hand, %s kr. ", w.Label(h.Owner), h.Year, h.Sum.Exact())
	switch {
	case hand == "":
		return is + "Ska det behållas eller ge plats åt det bokförda?"
	case hand == Keep:
		return is + "Det behålls, och det bokförda förs inte dit."
	case h.Shut:
		return is + "Det behålls: det är hela årets, och månader är stängda."
	}
	return is + "Det ger plats åt det bokförda."
}

// Counts is "2 rader nya, 1 rad ändrad, 3 rader borta".
func (p Posted) Counts() string {
	var parts []string
	for _, c := range []struct {
		n         int
		one, many string
	}{{p.Made, "rad ny", "rader nya"}, {p.Changed, "rad ändrad", "rader ändrade"}, {p.Gone, "rad borta", "rader borta"}} {
		if c.n > 0 {
			parts = append(parts, text.Plural(c.n, c.one, c.many))
		}
	}
	return text.And(parts)
}

// Why says why a posting that is Still changes nothing: no rule takes any of the rows, or the utfall
// is what it would become.
func (p Posted) Why() string {
	for _, b := range p.Books {
		if b.Net != b.Left || b.Assets != 0 {
			return "Inget ändras: utfallet är redan det."
		}
	}
	return "Inget bokförs: ingen konteringsregel tar någon av raderna. Skriv först regler för vad de gäller."
}

// Months are months as they are counted up: "januari 2026 och mars 2026".
func Months(list []Month) string {
	var out []string
	for _, m := range list {
		out = append(out, m.String())
	}
	return text.And(out)
}

// PostLabel is what a posting is called in the journal.
func PostLabel(w field.World, p Posted) string {
	if len(p.Books) == 1 {
		return "Utfall ur " + w.Label(p.Books[0].Ledger.ID)
	}
	return fmt.Sprintf("Utfall ur %s", text.Plural(len(p.Books), "huvudbok", "huvudböcker"))
}
