package governance

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
)

// Flaw is something in a model file that keeps it from being used.
type Flaw struct {
	Line int    // 0: of the file as a whole
	What string // what is wrong, as a sentence
	Mend string // what to do about it, as a sentence
	At   string // where in the model: "gates[3].text"; "" where that isn't known
}

// String is the flaw as it is told: "Rad 14: … Menade du ”label”?"
func (f Flaw) String() string {
	said := f.What
	if f.Line > 0 {
		said = fmt.Sprintf("Rad %d: %s", f.Line, f.What)
	}
	return strings.TrimSpace(said + " " + f.Mend)
}

// Parse reads a model file that comes from outside and checks it, word by word. Errors are
// *fault.Error: Unreadable when it is no model at all, Invalid when it can't be governed by.
func Parse(data []byte) (*Model, error) {
	m, flaws := Flaws(data)
	if len(flaws) == 0 {
		return m, nil
	}
	code, more := fault.Invalid, ""
	if m == nil {
		code = fault.Unreadable
	}
	if n := len(flaws) - 1; n > 0 {
		more = fmt.Sprintf(" Och %s.", text.Plural(n, "fel till", "fel till"))
	}
	return nil, fault.New(code, fmt.Sprintf("Styrmodellen kan inte användas. %s%s Inget har ändrats.", flaws[0], more))
}

// Flaws reads a model file and tells all that is wrong with how it is written; if nothing is,
// the first thing of each sort that is wrong with what it says. The model is nil when the
// file can't be read at all.
func Flaws(data []byte) (*Model, []Flaw) {
	data = bytes.TrimPrefix(data, []byte("\ufeff")) // some editors begin a file so
	if f, bad := unreadable(data); bad {
		return nil, []Flaw{f}
	}
	r := walk(data)
	var m Model
	if err := json.Unmarshal(data, &m); err != nil && len(r.flaws) == 0 {
		r.flaws = append(r.flaws, Flaw{What: "Filen går inte att läsa som en styrmodell.", Mend: "Jämför med docs/styrmodell.md."})
	}
	if len(r.flaws) > 0 {
		return &m, r.flaws
	}
	var out []Flaw
	for _, err := range m.unfit() {
		out = append(out, r.placed(err))
	}
	slices.SortStableFunc(out, func(a, b Flaw) int { return cmp.Compare(a.Line, b.Line) })
	return &m, out
}

// Read reads a model that is kept in a portfolio: words that this program doesn't know are let
// be, since another version may have written them. Errors are as those of Parse.
func Read(data []byte) (*Model, error) {
	var m Model
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, fault.Wrap(fault.Unreadable, "Styrmodellen kunde inte läsas. Inget har ändrats. Välj en annan modell eller återställ den i Inställningar.", err)
	}
	if err := m.check(); err != nil {
		return nil, err
	}
	return &m, nil
}

// unreadable says where a text stops being JSON.
func unreadable(data []byte) (Flaw, bool) {
	var any json.RawMessage
	err := json.Unmarshal(data, &any)
	var syntax *json.SyntaxError
	switch {
	case err == nil && bytes.HasPrefix(bytes.TrimLeft(data, " \t\r\n"), []byte("{")):
		return Flaw{}, false
	case len(bytes.TrimSpace(data)) == 0:
		return Flaw{What: "Filen är tom.", Mend: "Välj en fil som är sparad som styrmodell."}, true
	case err == nil:
		return Flaw{Line: 1, What: "Det är ingen styrmodell.", Mend: "En sådan börjar med { och slutar med }."}, true
	case errors.As(err, &syntax) && int(syntax.Offset) < len(data):
		line := 1 + bytes.Count(data[:syntax.Offset], []byte("\n"))
		return Flaw{Line: line, What: "Här går filen inte att läsa.", Mend: "Oftast saknas ett komma, ett citattecken eller en parentes på raden eller på den före, eller så står ett komma för mycket sist i en lista."}, true
	}
	return Flaw{Line: 1 + bytes.Count(data, []byte("\n")), What: "Filen slutar mitt i.", Mend: "Det fattas } eller ] på slutet, eller så är bara en del av filen med."}, true
}

// unfit is what keeps a model from being governed by: a thing that it says, and where in the
// file.
type unfit struct {
	name, what, mend, at string
}

// Error is the whole sentence.
func (u *unfit) Error() string {
	return fmt.Sprintf("Styrmodellen %s %s. Inget har ändrats. %s", u.name, u.what, cmp.Or(u.mend, "Rätta modellen eller välj en annan."))
}

// Unwrap gives the fault, an Invalid.
func (u *unfit) Unwrap() error { return fault.New(fault.Invalid, u.Error()) }

// invalid is that a model can't be governed by, with where in it: "gates[3].text".
func (m *Model) invalid(what string, at ...any) error {
	u := &unfit{name: m.Name, what: what}
	if len(at) > 0 {
		u.at = fmt.Sprintf(fmt.Sprint(at[0]), at[1:]...)
	}
	return u
}

// meant is invalid with what may have been meant by a word that isn't known.
func (m *Model) meant(word string, known []string, what, at string) error {
	return &unfit{name: m.Name, what: what, mend: Meant(word, known), at: at}
}

// Meant suggests which of the known words a word may have been meant as.
func Meant(word string, known []string) string {
	best, near := "", 0.0
	for _, k := range known {
		if s := text.Similarity(word, k); s > near {
			best, near = k, s
		}
	}
	switch {
	case near >= 0.55:
		return fmt.Sprintf("Menade du ”%s”?", best)
	case len(known) == 0:
		return "Ta bort det."
	case len(known) > 24:
		return "Alla nycklar står i docs/styrmodell.md."
	}
	return "De som finns är " + text.And(known) + "."
}

// unfit is the first thing of each sort that is wrong with what the model says.
func (m *Model) unfit() (out []error) {
	for _, check := range []func() error{m.checkNamed, m.checkPhases, m.checkLists, m.checkPosts, m.checkClasses, m.checkGates, m.checkDelegation, m.checkAcute, m.checkYear, m.checkFrames, m.checkCriteria, m.checkRules} {
		if err := check(); err != nil {
			out = append(out, err)
		}
	}
	return out
}

// check is the first thing that is wrong with it.
func (m *Model) check() error {
	if found := m.unfit(); len(found) > 0 {
		return fault.New(fault.Invalid, found[0].Error())
	}
	return nil
}
