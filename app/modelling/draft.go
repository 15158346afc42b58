package modelling

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// Draft is a model on its way to be changed: the lines of its lists, and what was done with
// them, so that it can be undone. Nothing of it is in the portfolio before it is taken.
type Draft struct {
	Lists []List
	kinds []*field.Kind
	now   drafted
	past  []drafted
	last  string // the cell that was written last: letter by letter is one step
}

// drafted is what a draft holds between two steps.
type drafted struct {
	base  *governance.Model // what the lines were of
	lines map[string][]Line
	added int
}

// NewDraft begins with a model, which is let be.
func NewDraft(m *governance.Model, kinds []*field.Kind) (*Draft, error) {
	d := &Draft{Lists: Lists(), kinds: kinds}
	base, err := Copy(m)
	if err != nil {
		return nil, err
	}
	d.begin(base)
	return d, nil
}

func (d *Draft) begin(base *governance.Model) {
	d.now = drafted{base: base, lines: map[string][]Line{}}
	for _, l := range d.Lists {
		d.now.lines[l.Key] = l.lines(Setting{base, d.kinds})
	}
}

// List finds a list by its key.
func (d *Draft) List(key string) List {
	for _, l := range d.Lists {
		if l.Key == key {
			return l
		}
	}
	return List{}
}

// Lines are those of a list now.
func (d *Draft) Lines(list string) []Line { return d.now.lines[list] }

// Name is what the model that was begun with is called.
func (d *Draft) Name() string { return d.now.base.Name }

// step keeps what was before a change; cell is the cell that is written, "" for other changes.
func (d *Draft) step(cell string) {
	if cell != "" && cell == d.last {
		return
	}
	d.last = cell
	was := drafted{base: d.now.base, lines: map[string][]Line{}, added: d.now.added}
	for key, lines := range d.now.lines {
		copied := make([]Line, len(lines))
		for i, l := range lines {
			copied[i] = l
			copied[i].Cells = maps.Clone(l.Cells)
		}
		was.lines[key] = copied
	}
	d.past = append(d.past, was)
}

// Undo takes the latest change back; false if there is none.
func (d *Draft) Undo() bool {
	if len(d.past) == 0 {
		return false
	}
	d.now, d.past, d.last = d.past[len(d.past)-1], d.past[:len(d.past)-1], ""
	return true
}

// Undoable says whether there is a change to take back.
func (d *Draft) Undoable() bool { return len(d.past) > 0 }

// Set writes in a cell.
func (d *Draft) Set(list string, i int, column, cell string) {
	lines := d.now.lines[list]
	if i < 0 || i >= len(lines) || lines[i].Cells[column] == cell {
		return
	}
	d.step(fmt.Sprint(list, " ", lines[i].Key, " ", column))
	d.now.lines[list][i].Cells[column] = cell
}

// Add puts an empty line after another (−1: first), and says where it is.
func (d *Draft) Add(list string, after int) int {
	d.step("")
	l := Line{Key: d.fresh(), Cells: Cells{}}
	if list == "gates" {
		l.Cells["effect"], l.Cells["need"] = string(governance.Warn), "confirmed"
	}
	at := min(after+1, len(d.now.lines[list]))
	d.now.lines[list] = slices.Insert(d.now.lines[list], at, l)
	return at
}

// Duplicate puts a copy of a line after it, and says where it is.
func (d *Draft) Duplicate(list string, i int) int {
	d.step("")
	was := d.now.lines[list][i]
	l := Line{Key: d.fresh(), Of: was.Of, Cells: maps.Clone(was.Cells)}
	delete(l.Cells, "synonyms")
	if key := d.List(list).Columns[0].Key; key == "label" || key == "name" {
		l.Cells[key] += " (kopia)"
	}
	d.now.lines[list] = slices.Insert(d.now.lines[list], i+1, l)
	return i + 1
}

// newLine begins the key of a line that has been added, until it gets one by its name.
const newLine = "?"

func (d *Draft) fresh() string {
	d.now.added++
	return newLine + strconv.Itoa(d.now.added)
}

// Move puts a line in the place of another.
func (d *Draft) Move(list string, from, to int) {
	lines := d.now.lines[list]
	if to < 0 || to >= len(lines) || from == to {
		return
	}
	d.step("")
	l := lines[from]
	d.now.lines[list] = slices.Insert(slices.Delete(lines, from, from+1), to, l)
}

// Remove takes a line away.
func (d *Draft) Remove(list string, i int) {
	d.step("")
	d.now.lines[list] = slices.Delete(d.now.lines[list], i, i+1)
}

// Restore begins anew with another model, and can be undone.
func (d *Draft) Restore(m *governance.Model) error {
	base, err := Copy(m)
	if err != nil {
		return err
	}
	d.step("")
	added := d.now.added
	d.begin(base)
	d.now.added = added
	return nil
}

// Setting is the model as it is written now, as far as it can be, for the alternatives of
// columns.
func (d *Draft) Setting() Setting {
	m, _, _ := d.made()
	return Setting{m, d.kinds}
}

// Base is the model that was begun with.
func (d *Draft) Base() Setting { return Setting{d.now.base, d.kinds} }

// Wrong is what keeps a draft from being a model, and where it is mended.
type Wrong struct {
	List   string // "": the model as a whole
	Line   int    // −1: the list as a whole
	Column string // "": the line as a whole
	Text   string // a sentence or two
}

// made writes the lines in a copy of the model.
func (d *Draft) made() (m *governance.Model, gone []governance.Rule, out []Wrong) {
	m, err := Copy(d.now.base)
	if err != nil {
		return d.now.base, nil, []Wrong{{Line: -1, Text: err.Error()}}
	}
	d.name()
	order := slices.Clone(d.Lists) // gates first: what another list is called now follows in them
	slices.SortStableFunc(order, func(a, b List) int { return cmp.Compare(rank(a), rank(b)) })
	for _, l := range order {
		lines := d.now.lines[l.Key]
		out = append(out, d.lacks(l)...)
		var at *wrong
		switch err := l.store(Setting{m, d.kinds}, lines); {
		case errors.As(err, &at):
			i := slices.IndexFunc(lines, func(line Line) bool { return line.Key == at.line })
			out = append(out, Wrong{l.Key, i, at.column, at.Error()})
		case err != nil:
			out = append(out, Wrong{List: l.Key, Line: -1, Text: err.Error()})
		}
	}
	for _, l := range d.Lists {
		if l.check == nil {
			continue
		}
		was := map[string]Cells{"": {}}
		for _, line := range l.lines(d.Base()) {
			was[line.Key] = line.Cells
		}
		for i, line := range d.now.lines[l.Key] {
			if err := l.check(Setting{m, d.kinds}, was[line.Of], line.Cells); err != nil {
				w := Wrong{List: l.Key, Line: i, Text: err.Error()}
				if at, is := err.(*missed); is {
					w.Column, w.Text = at.column, at.error.Error()
				}
				out = append(out, w)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Wrong) int { return cmp.Compare(d.place(a.List), d.place(b.List)) })
	return m, m.Prune(), out
}

func rank(l List) int {
	if l.Key == "gates" {
		return 0
	}
	return 1
}

func (d *Draft) place(list string) int {
	return slices.IndexFunc(d.Lists, func(l List) bool { return l.Key == list })
}

// name gives lines that have got a name a key by it.
func (d *Draft) name() {
	for _, l := range d.Lists {
		taken := map[string]bool{}
		for _, line := range d.now.lines[l.Key] {
			taken[line.Key] = true
		}
		for i, line := range d.now.lines[l.Key] {
			if said := l.name(line); strings.HasPrefix(line.Key, newLine) && said != "" {
				d.now.lines[l.Key][i].Key = fresh(said, taken)
			}
		}
	}
}

// lacks are the cells that can't be empty and are, and names that two have.
func (d *Draft) lacks(l List) (out []Wrong) {
	seen := map[string]bool{}
	for i, line := range d.now.lines[l.Key] {
		for _, c := range l.Columns {
			if c.Must && text.OneLine(line.Cells[c.Key]) == "" && !(c.Sort == Choice && c.Asked != nil && !c.Asked(line.Cells)) {
				out = append(out, Wrong{l.Key, i, c.Key, fmt.Sprintf("%s saknas. Fyll i, eller ta bort %s.", c.Label, l.the())})
			}
		}
		first := l.Columns[0]
		name := text.Key(l.name(line))
		if (first.Key == "label" || first.Key == "name") && name != "" && seen[name] {
			out = append(out, Wrong{l.Key, i, first.Key, fmt.Sprintf("Det finns redan en som heter ”%s”. Ge den ett annat namn.", l.name(line))})
		}
		seen[name] = true
	}
	return out
}

// the is what a line is called when it is known which.
func (l List) the() string {
	if the := map[string]string{"fas": "fasen", "forum": "forumet", "klass": "klassen", "fråga": "frågan", "punkt": "punkten", "krav": "kravet", "rad": "raden", "väg": "vägen", "modell": "modellen",
		"gräns": "gränsen", "portfölj": "portföljen", "kategori": "kategorin", "roll": "rollen", "slag": "slaget"}[l.One]; the != "" {
		return the
	}
	return "raden"
}

// Made is the draft as a model file of the municipality's own, changed on a day; changed is
// false where it is as it was begun. Rules that nothing carries any longer are gone. What is
// wrong is told by where it is.
func (d *Draft) Made(on date.Date) (data []byte, changed bool, gone []governance.Rule, flaws []Wrong) {
	m, gone, flaws := d.made()
	if len(flaws) > 0 {
		return nil, true, nil, flaws
	}
	before, err := Export(d.now.base)
	if err == nil {
		data, err = Export(m)
	}
	if err == nil && string(data) != string(before) {
		if changed = true; m.Name == d.now.base.Name {
			Own(m, on)
		} else {
			m.ID = strings.TrimSuffix(m.ID, own) + own
		}
		data, err = Export(m)
	}
	if err != nil {
		return nil, changed, nil, []Wrong{{Line: -1, Text: err.Error()}}
	}
	_, bad := governance.Flaws(data)
	for _, f := range bad {
		flaws = append(flaws, d.placed(m, f))
	}
	return data, changed, gone, flaws
}

var listAt = regexp.MustCompile(`^(\w+)(?:\[(\d+)\])?\.?(.*)$`)

// placed finds the cell in which what is wrong with a model is mended.
func (d *Draft) placed(m *governance.Model, f governance.Flaw) Wrong {
	w := Wrong{Line: -1, Text: strings.TrimSpace(f.What + " " + f.Mend)}
	at := listAt.FindStringSubmatch(f.At)
	if at == nil {
		return w
	}
	list, column := at[1], at[3]
	i, err := strconv.Atoi(at[2])
	if err != nil {
		i = -1
	}
	column, _, _ = strings.Cut(column, "[")
	column = strings.Trim(column, ".")
	switch list {
	case "transitions":
		if list = "phases"; i >= 0 && i < len(m.Transitions) {
			i = slices.IndexFunc(m.Phases, func(p governance.Phase) bool { return p.Key == m.Transitions[i].From })
		}
		column = "to"
	case "class_needs", "class_forums":
		i = slices.IndexFunc(m.Classes, func(c governance.Item) bool { return c.Key == column })
		list, column = "classes", list
	case "role_defaults":
		i = slices.IndexFunc(d.now.lines["role_names"], func(l Line) bool { return l.Key == column })
		list, column = "role_names", "post"
	case "acute", "framing", "system_owner", "id", "name":
		i = 0
		if list != "acute" && list != "framing" {
			list, column = "model", cmp.Or(map[string]string{"system_owner": list}[list], "name")
		}
	case "gates":
		if sub, rest, _ := strings.Cut(column, "."); sub == "need" {
			column = "need"
			if gate := d.now.lines[list]; rest == "most" && i >= 0 && i < len(gate) {
				for _, way := range ways {
					if gate[i].Cells[way] == "amount" {
						column = way + "_most"
						break
					}
				}
			}
		}
	}
	if len(d.List(list).Columns) == 0 {
		return w
	}
	w.List, w.Line, w.Column = list, min(i, len(d.now.lines[list])-1), column
	if !slices.ContainsFunc(d.List(list).Columns, func(c Column) bool { return c.Key == column }) {
		w.Column = ""
	}
	return w
}
