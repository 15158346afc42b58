package economy

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
)

// mostParts is how many parts a code string may have.
const mostParts = 8

// codeFields are the parts of a code string that the program comes with, in their usual order.
// A municipality may have others: fields of its own on costs.
var codeFields = []field.TextField{CostAccount, CostCentre, CostDoing, CostProject, CostObject, CostOther}

func init() {
	field.Otherwise(func(field.World) field.Value { return DefaultString })(settings.CodeString.Field)
}

// Codes are the parts of a code string that the program comes with, in their usual order.
func Codes() []field.TextField { return codeFields }

// partWords are what people call the parts, the first what the setting has.
var partWords = [...][]string{
	{"konto", "kontonummer", "kto"}, {"ansvar", "ansvarskod", "kostnadsställe", "kst"}, {"verksamhet", "verksamhetskod", "vht"},
	{"projekt", "projektkod", "projektnummer"}, {"objekt", "objektkod"}, {"motpart", "motpartskod"},
}

// DefaultString is the code string of a municipality that hasn't said.
const DefaultString = "konto-ansvar-verksamhet-projekt-objekt-motpart"

// CodeKind is a code that may stand in a part of the code string, and when. Lists of them are
// read in from the ledger.
var CodeKind = field.NewKind(field.Kind{Name: "code_value", Plural: "code_values", One: "kod", Many: "koder", Also: []string{"konto", "kodplan", "ansvar", "verksamhet", "kodsträng", "kontoplan", "objekt"},
	Sheet: "Kodplan", Further: true, Icon: "list", Page: "budget"})

// The fields of a code.
var (
	CodeName = field.NewText(CodeKind, "name", "Benämning", field.Listed, field.Width(34), field.Also("benämning", "namn", "kodnamn", "klartext", "kontonamn"))
	CodePart = field.NewText(CodeKind, "part", "Kodslag", field.Vocabulary, field.Required(""), field.Listed, field.Width(16), field.Normalise(partNamed),
		field.Help("Vilken del av kodsträngen koden hör till: konto, ansvar, verksamhet, projekt, objekt, motpart eller en egen."), field.Also("kodslag", "koddel", "begrepp", "dimension"))
	CodeCode = field.NewText(CodeKind, "code", "Kod", field.Required(""), field.Listed, field.Found, field.Width(12), field.Normalise(tidyCode), field.Also("kod", "kodvärde", "code"))
	CodeFrom = field.NewDate(CodeKind, "from", "Gäller från", field.Listed, field.Width(12), field.Also("gäller från", "giltig från", "from", "fr.o.m."))
	CodeTo   = field.NewDate(CodeKind, "to", "Gäller till", field.LastDay, field.Listed, field.Width(12), field.Help("Sista dagen. Tomt: tills vidare."), field.Also("gäller till", "giltig till", "t.o.m."))
	CodeUnit = field.NewUnit(CodeKind, "unit", "Enhet", field.Listed, field.Width(22), field.WhenGone(field.Detach), field.Help("Den enhet som ett ansvar hör till."), field.Also("enhet", "förvaltning"))
)

func init() {
	CodeKind.Identity = []*field.Field{CodePart.Field, CodeCode.Field}
	CodeKind.Vital = CodeKind.Identity
	CodeKind.Caption = func(r *field.Record) string { return strings.TrimSpace(CodePart.Get(r) + " " + CodeCode.Get(r)) }
	CodeKind.Detail = func(_ field.World, r *field.Record) string {
		return text.Lower(CodePart.Get(r)) + " " + CodeCode.Get(r)
	}
	CodeKind.Check = func(_ field.World, _, r *field.Record) error {
		switch {
		case r == nil:
		case CodePart.Get(r) == "" || CodeCode.Get(r) == "":
			return fault.New(fault.Invalid, "En kod måste säga vilket kodslag den hör till och vilken kod den är. Inget har ändrats. Fyll i båda.")
		case CodeTo.Get(r) != 0 && CodeTo.Get(r) < CodeFrom.Get(r):
			return fault.New(fault.Invalid, fmt.Sprintf("Koden %s slutar gälla %s, innan den börjar. Inget har ändrats. Rätta den ena dagen.", CodeCode.Get(r), CodeTo.Get(r)))
		}
		return nil
	}
	field.NewRule(holdString, settings.Kind)
	parts := make([]*field.Field, len(codeFields))
	for i, f := range codeFields {
		parts[i] = f.Field
	}
	field.NewJointIn(CostKind, parts, wholeString, "Kodsträng", "kodsträngen", "kontosträng", "konteringssträng", "kontering", "hel kodsträng", "kodsträng (hel)", "code string")
}

// code is what a part of a code string is like: a text, whose zeros stay.
func code(f *field.Field) {
	field.Width(10)(f)
	field.Normalise(tidyCode)(f)
}

func tidyCode(s string) (string, error) { return text.OneLine(s), nil }

// partNamed is a part as it is called, however it is written: "Ansvar" for "ansvarskod".
func partNamed(s string) (string, error) {
	if i := partAt(s); i >= 0 {
		return text.Capital(partWords[i][0]), nil
	}
	return text.Capital(text.OneLine(s)), nil
}

// partAt is which of the parts that the program comes with a text names, -1 for none.
func partAt(s string) int {
	return slices.IndexFunc(partWords[:], func(words []string) bool { return slices.Contains(words, text.Key(s)) })
}

// Part is a part of the municipality's code string.
type Part struct {
	Name  string // as a code's Kodslag has it
	Field *field.Field
	After string // what stands after it; "" for the last
}

// Parts are those of the code string, in order.
func Parts(w field.World) []Part {
	out, err := parts(w, settings.CodeString.Get(settings.In(w)))
	if err != nil || out == nil {
		out, _ = parts(w, DefaultString)
	}
	return out
}

const separators = "-./ ,;:|"

// parts reads a setting such as "konto-ansvar-verksamhet": names with what stands between them.
func parts(w field.World, setting string) (out []Part, err error) {
	rest := strings.TrimSpace(setting)
	for rest != "" {
		end := strings.IndexAny(rest, separators)
		name, after := rest, ""
		if end >= 0 {
			name = rest[:end]
			tail := strings.TrimLeft(rest[end:], separators)
			after, rest = strings.TrimSpace(rest[end:len(rest)-len(tail)]), tail
			if after == "" {
				after = " "
			}
		} else {
			rest = ""
		}
		p := Part{After: after}
		if p.Name, _ = partNamed(name); partAt(name) >= 0 {
			p.Field = codeFields[partAt(name)].Field
		} else {
			for _, f := range w.Fields(CostKind) {
				if f.Free() && text.Key(f.Label) == text.Key(name) {
					p.Field = f
				}
			}
		}
		switch {
		case p.Field == nil:
			return nil, fault.New(fault.Invalid, fmt.Sprintf("Kodsträngen har en del som inte finns, ”%s”. Inget har ändrats. Skriv till exempel %s, eller ge kostnaderna ett eget fält som heter så först.", name, DefaultString))
		case slices.ContainsFunc(out, func(o Part) bool { return o.Field == p.Field }):
			return nil, fault.New(fault.Invalid, fmt.Sprintf("Kodsträngen har ”%s” två gånger. Inget har ändrats. Skriv varje del en gång.", name))
		}
		out = append(out, p)
	}
	if len(out) > mostParts {
		return nil, fault.New(fault.Invalid, fmt.Sprintf("Kodsträngen har %d delar och kan ha högst %d. Inget har ändrats. Ta med de delar som kostnaderna skrivs med.", len(out), mostParts))
	}
	return out, nil
}

// holdString holds that the setting can be read.
func holdString(tx *field.Tx) error {
	is := settings.CodeString.Get(settings.In(tx))
	if was := tx.Before(settings.ID); was != nil && settings.CodeString.Get(was) == is {
		return nil
	}
	_, err := parts(tx, is)
	return err
}

// ownParts are the parts of the code string that are fields of the municipality's own.
func ownParts(w field.World) (out []*field.Field) {
	for _, p := range Parts(w) {
		if p.Field.Free() {
			out = append(out, p.Field)
		}
	}
	return out
}

// SplitString parts a whole code string, "6540-1234-920", into its parts in their order. Parts that
// are missing last are empty; ok is false where it has more than there are.
func SplitString(w field.World, s string) (texts map[*field.Field]string, ok bool) {
	all, texts := Parts(w), map[*field.Field]string{}
	rest := text.OneLine(s)
	for i, p := range all {
		piece := rest
		if i == len(all)-1 || p.After == "" {
			rest = ""
		} else if at := strings.Index(rest, p.After); at >= 0 {
			piece, rest = rest[:at], rest[at+len(p.After):]
		} else {
			rest = ""
		}
		texts[p.Field] = strings.TrimSpace(piece)
	}
	last := all[len(all)-1]
	return texts, rest == "" && (len(all) > 1 && !strings.Contains(texts[last.Field], all[0].After) || len(all) == 1)
}

// codeOf is the code in a part of a cost: what stands before its name, "6421 Licenser".
func codeOf(s string) string {
	head, _, _ := strings.Cut(s, " ")
	return head
}

// CodeIn is the code in what stands in a part of a code string: "6421" of "6421 Licenser", and all
// of a text whose first word is no code.
func CodeIn(s string) string {
	if head := codeOf(s); strings.ContainsAny(head, "0123456789") {
		return head
	}
	return s
}

// CodeLabel is a code of a part of the code string with what it is called in the list of codes,
// "6421 Licenser"; "" where that doesn't say.
func CodeLabel(w field.World, f *field.Field, code string) string {
	for _, p := range Parts(w) {
		if p.Field != f {
			continue
		}
		for _, r := range w.All(CodeKind) {
			if CodePart.Get(r) == p.Name && CodeCode.Get(r) == code && CodeName.Get(r) != "" {
				return code + " " + CodeName.Get(r)
			}
		}
	}
	return ""
}

// suggested are the codes that may stand in a part today, while somebody types it.
func suggested(w field.World, f *field.Field) (out []field.Option) {
	i := slices.IndexFunc(codeFields, func(o field.TextField) bool { return o.Field == f })
	if i < 0 {
		return nil
	}
	part := text.Capital(partWords[i][0])
	for _, r := range w.All(CodeKind) {
		if to := CodeTo.Get(r); CodePart.Get(r) == part && (to == 0 || to >= w.Today()) {
			out = append(out, field.Option{Key: CodeCode.Get(r), Label: CodeName.Get(r)})
		}
	}
	slices.SortFunc(out, func(a, b field.Option) int { return strings.Compare(a.Key, b.Key) })
	return out
}

// unknownCodes says of the codes of a cost that its part has no such code, or none that year.
// Of a part that no codes are known of nothing is said.
func unknownCodes(w field.World, c *field.Record) (out []string) {
	if len(w.All(CodeKind)) == 0 {
		return nil
	}
	for _, p := range Parts(w) {
		s, _ := c.Get(p.Field).(string)
		if s == "" {
			continue
		}
		listed, found, valid, until := false, false, false, date.Date(0)
		for _, r := range w.All(CodeKind) {
			if CodePart.Get(r) != p.Name {
				continue
			}
			listed = true
			if CodeCode.Get(r) != s && CodeCode.Get(r) != codeOf(s) {
				continue
			}
			found = true
			if inForce(r, int(CostYear.Get(c)), Month(c)) {
				valid = true
			} else if to := CodeTo.Get(r); to > until {
				until = to
			}
		}
		switch {
		case !listed || valid:
		case !found:
			out = append(out, fmt.Sprintf("%s %s finns inte i kodplanen", text.Lower(p.Name), s))
		case until != 0 && until.Year() <= int(CostYear.Get(c)):
			out = append(out, fmt.Sprintf("%s %s gäller till %s", text.Lower(p.Name), s, until))
		default:
			out = append(out, fmt.Sprintf("%s %s gäller inte %d", text.Lower(p.Name), s, CostYear.Get(c)))
		}
	}
	return out
}

// inForce says whether a code holds on any day of a year, or of a month of it.
func inForce(r *field.Record, year, month int) bool {
	first, last := date.Of(year, 1, 1), date.Of(year, 12, 31)
	if month > 0 {
		first, last = date.Of(year, month, 1), date.LastOfMonth(year, month)
	}
	return CodeFrom.Get(r) <= last && (CodeTo.Get(r) == 0 || CodeTo.Get(r) >= first)
}

// Accounts are the names of the konton in the kodplan.
func Accounts(w field.World) map[string]string {
	out := map[string]string{}
	part := text.Capital(partWords[0][0])
	for _, r := range w.All(CodeKind) {
		if CodePart.Get(r) == part && CodeName.Get(r) != "" {
			out[CodeCode.Get(r)] = CodeName.Get(r)
		}
	}
	return out
}

// wholeString parts a whole code string, "6540-1234-920", in the parts that the program comes with;
// ok is false where it has other parts than the code string, or one that is the municipality's own.
func wholeString(w field.World, s string) (p field.Parted, ok bool) {
	texts, ok := SplitString(w, s)
	if !ok {
		return p, false
	}
	for f, t := range texts {
		if f.Free() && t != "" {
			return p, false
		}
	}
	for _, f := range codeFields {
		p.Texts = append(p.Texts, texts[f.Field])
	}
	return p, true
}
