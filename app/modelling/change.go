package modelling

import (
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/settings"
)

// Change is a portfolio's way from one styrmodell to another, worked out before anything is
// done.
type Change struct {
	From, To *governance.Model
	Moves    []Move    // what things have and that becomes another, or is called otherwise
	Asks     []Ask     // what nobody can tell but the user
	Broken   []Broken  // what the new model asks for and that isn't there
	Vacant   []Vacancy // roles that it wants held and that nobody holds
	Bare     []string  // forums that nobody is in, or that the new model names no members of
	Unmade   []string  // the new model's forums that there is none of, where there are others
	Shown    []string  // registers that come into sight
	Hidden   []string  // and that go out of it, since they hold nothing
	Refused  error     // what a rule says of it: it can't be done so
	Kept     int       // decisions, which keep their words

	data []byte
	used []used
}

// Move is an alternative that becomes another.
type Move struct {
	List               string // as a model file has it: "phases"
	Old, New           string // keys; New "" is emptied
	OldLabel, NewLabel string
	Why                string // "samma skede"
	Things             string // what has it: "12 insatser"
}

// Ask is an alternative that the new model hasn't, and that nothing of it answers to.
type Ask struct {
	List, Old, OldLabel, Things string
	Options                     []field.Option // those that it may become
	Empty                       bool           // it may also be emptied
}

// used is an alternative in use, and where.
type used struct {
	list, key string
	at        []place
}

type place struct {
	r *field.Record
	f *field.Field
}

// Plan works out what a change to another model does. answers say what alternatives become,
// by key or name: "prestudy", "phases.prestudy" or "Förstudie först"; "" empties. Faults:
// Unreadable and Invalid, of the model, and Invalid of an answer to nothing.
func Plan(w field.World, data []byte, answers map[string]string) (*Change, error) {
	to, err := governance.Parse(data)
	if err != nil {
		return nil, err
	}
	c := &Change{From: governance.Of(w), To: to, data: data, used: inUse(w)}
	taken := map[string]bool{}
	for _, u := range c.used {
		if err := c.settle(w, u, answers, taken); err != nil {
			return nil, err
		}
	}
	for said := range answers {
		if !taken[said] {
			return nil, fault.New(fault.Invalid, "Inget som är i bruk heter ”"+said+"”. Inget har ändrats. "+governance.Meant(said, c.olds()))
		}
	}
	return c, c.weigh(w)
}

// inUse are the alternatives of the model that things have, in the model's order.
func inUse(w field.World) (out []used) {
	at := map[string]map[string][]place{}
	var lists []string
	for _, k := range w.Kinds() {
		for _, f := range w.Fields(k) {
			if f.Model == "" || !f.HasAlternatives() || !f.Kept() {
				continue
			}
			if at[f.Model] == nil {
				lists, at[f.Model] = append(lists, f.Model), map[string][]place{}
			}
			for _, r := range w.All(k) {
				if key := field.Encode(r.Get(f)); key != "" {
					at[f.Model][key] = append(at[f.Model][key], place{r, f})
				}
			}
		}
	}
	for _, list := range lists {
		for _, key := range ordered(at[list], governance.Of(w).Options(list)) {
			out = append(out, used{list, key, at[list][key]})
		}
	}
	return out
}

func ordered(in map[string][]place, options []field.Option) (out []string) {
	rank := map[string]int{}
	for i, o := range options {
		rank[o.Key] = i - len(options)
	}
	for key := range in {
		out = append(out, key)
	}
	slices.SortFunc(out, func(a, b string) int {
		if rank[a] != rank[b] {
			return rank[a] - rank[b]
		}
		return strings.Compare(a, b)
	})
	return out
}

func (c *Change) olds() (out []string) {
	for _, u := range c.used {
		out = append(out, u.key)
	}
	return out
}

// settle finds what an alternative becomes, or asks.
func (c *Change) settle(w field.World, u used, answers map[string]string, taken map[string]bool) error {
	m := Move{List: u.list, Old: u.key, OldLabel: labelOf(c.From.Options(u.list), u.key), Things: things(u.at)}
	options := c.To.Options(u.list)
	said, answered := answerTo(u, m.OldLabel, answers, taken)
	switch {
	case answered && said == "":
		if !emptied(u) {
			return fault.New(fault.Invalid, singular(u.list)+" "+m.OldLabel+" kan inte bli tom ("+m.Things+"). Inget har ändrats. Säg vad den blir i "+c.To.Name+".")
		}
		m.Why, m.NewLabel = "ert svar", "inget"
	case answered:
		o, ok := find(options, said)
		if !ok {
			return fault.New(fault.Invalid, "”"+said+"” finns inte bland "+text.Lower(word(u.list))+" i "+c.To.Name+". Inget har ändrats. "+governance.Meant(said, keysOf(options)))
		}
		m.New, m.NewLabel, m.Why = o.Key, o.Label, "ert svar"
	default:
		o, why := c.answering(u, m.OldLabel, options)
		if why == "" {
			c.Asks = append(c.Asks, Ask{u.list, u.key, m.OldLabel, m.Things, options, emptied(u)})
			return nil
		}
		if o.Key == u.key && o.Label == m.OldLabel {
			return nil
		}
		m.New, m.NewLabel, m.Why = o.Key, o.Label, why
	}
	c.Moves = append(c.Moves, m)
	return nil
}

// answering is the alternative that answers to an old one, and why it does.
func (c *Change) answering(u used, label string, options []field.Option) (field.Option, string) {
	for _, o := range options {
		if o.Key == u.key {
			return o, "samma nyckel"
		}
	}
	if old, known := c.From.Phase(u.key); u.list == "phases" { // a word of another stage isn't the same thing
		options = slices.DeleteFunc(slices.Clone(options), func(o field.Option) bool { return !known || c.To.StageOf(o.Key) != old.Stage })
	}
	if o, ok := find(options, label); ok {
		return o, "samma namn"
	}
	if len(options) == 1 && u.list == "phases" {
		return options[0], "samma skede"
	}
	return field.Option{}, ""
}

// answerTo is what the user says that an alternative becomes.
func answerTo(u used, label string, answers map[string]string, taken map[string]bool) (string, bool) {
	for said, to := range answers {
		list, rest, cut := strings.Cut(said, ".")
		if said == u.key || text.Key(said) == text.Key(label) || cut && list == u.list && rest == u.key {
			taken[said] = true
			return strings.TrimSpace(to), true
		}
	}
	return "", false
}

// find finds an alternative by its key, its name or another word for it, if just one answers.
func find(options []field.Option, typed string) (found field.Option, ok bool) {
	n := 0
	for _, o := range options {
		if o.Key == typed || text.Key(o.Label) == text.Key(typed) {
			return o, true
		}
		if slices.ContainsFunc(o.Synonyms, func(s string) bool { return text.Key(s) == text.Key(typed) }) {
			found, n = o, n+1
		}
	}
	return found, n == 1
}

func keysOf(options []field.Option) (out []string) {
	for _, o := range options {
		out = append(out, o.Key)
	}
	return out
}

// emptied says whether all that has an alternative may be without: it is neither where they
// are in their life nor what they are known by.
func emptied(u used) bool {
	return !slices.ContainsFunc(u.at, func(p place) bool { return p.f == p.r.Kind.Step || slices.Contains(p.r.Kind.Identity, p.f) })
}

// things counts what has an alternative: "12 insatser och 1 ram".
func things(at []place) string {
	var kinds []*field.Kind
	n := map[*field.Kind]int{}
	for _, p := range at {
		if n[p.r.Kind]++; n[p.r.Kind] == 1 {
			kinds = append(kinds, p.r.Kind)
		}
	}
	var out []string
	for _, k := range kinds {
		out = append(out, text.Plural(n[k], k.One, k.Many))
	}
	return text.And(out)
}

// Do changes the model and all that has its words, in one. Faults: Invalid, when something is
// still to be answered.
func (c *Change) Do(tx *field.Tx) error {
	if len(c.Asks) > 0 {
		return fault.New(fault.Invalid, "Bytet till "+c.To.Name+" väntar på svar: "+strings.Join(c.Questions(), " ")+" Inget har ändrats.")
	}
	if err := c.carry(tx); err != nil {
		return err
	}
	into := map[string]int{}
	for _, u := range c.used {
		if u.list == "portfolios" {
			into[c.becomes(u)]++
		}
	}
	for key, n := range into {
		if n > 1 && key != "" {
			if err := frame.Join(tx, key); err != nil {
				return err
			}
		}
	}
	now := settings.Model.Get(settings.In(tx))
	if strings.TrimSpace(now) == strings.TrimSpace(string(c.data)) { // a file may end with a line more
		return nil
	}
	return tx.Set(settings.ID, settings.Model.Field, string(c.data))
}

// becomes is the key that an alternative gets.
func (c *Change) becomes(u used) string {
	for _, m := range c.Moves {
		if m.List == u.list && m.Old == u.key {
			return m.New
		}
	}
	return u.key
}

// carry gives things the alternatives of the new model.
func (c *Change) carry(tx *field.Tx) error {
	for _, u := range c.used {
		key := c.becomes(u)
		if key == u.key {
			continue
		}
		var v field.Value
		if key != "" {
			v = key
		}
		for _, p := range u.at {
			if err := tx.Set(p.r.ID, p.f, v); err != nil {
				return err
			}
		}
	}
	return nil
}

// Label is what the change is called in the journal.
func (c *Change) Label() string { return "Styrmodell: " + c.To.Name }
