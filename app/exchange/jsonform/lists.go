package jsonform

import (
	"strconv"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/journal"
)

// former makes sheets of a document's lists.
type former struct {
	w      field.World
	mark   journal.Mark
	here   bool // it is of this portfolio, or a copy of it
	names  map[string]string
	ids    map[string]bool // the identities of them
	shared map[string]int  // how many records have a name, by kind and name
	keys   []sheet.Row
	left   []sheet.Left
	past   []string // keys of the list with history that isn't read
}

func newFormer(w field.World, mark journal.Mark, lists []sheet.Sheet) *former {
	f := &former{w: w, mark: mark, here: true, names: map[string]string{}, ids: map[string]bool{}, shared: map[string]int{}}
	if p, ok := w.(interface{ Identity() string }); ok {
		f.here = mark.Portfolio == "" || mark.Portfolio == p.Identity()
	}
	for i := range lists {
		if k := kindOf(w, lists[i].Name); k != nil && k.Title().Prose() {
			f.name(k, &lists[i])
		}
	}
	return f
}

// The keys that tell which record an object is, and of what it is a part.
const (
	idKey    = "id"
	refKey   = "ref"
	kindKey  = "kind"
	history  = "_history"
	noObject = "" // of what isn't an object
)

// name notes what the document calls its records.
func (f *former) name(k *field.Kind, list *sheet.Sheet) {
	title, id, ref := columnOf(list, k.Title().JSONKey()), columnOf(list, idKey), -1
	if k.Prefix != "" && k.Owner() == nil {
		ref = columnOf(list, refKey)
	}
	for _, r := range list.Rows[1:] {
		name := text.OneLine(r.At(title).Text)
		f.shared[k.Name+" "+text.Key(name)]++
		for _, key := range []string{r.At(ref).Text, r.At(id).Text} {
			if key != "" {
				f.names[key] = k.Name + " " + name
			}
		}
		f.ids[r.At(id).Text] = true
	}
}

// called is how a workbook writes the record that a reference names; ok is false for one
// of another portfolio that the document doesn't tell of.
func (f *former) called(of *field.Field, ref string) (s string, ok bool) {
	kindly, known := f.names[ref]
	if !known {
		return ref, f.here
	}
	kind, name, _ := strings.Cut(kindly, " ")
	switch {
	case name == "" || of.IsList() && strings.ContainsAny(name, ";,|"):
		return ref, true
	case f.ids[ref] || field.IsID(ref) || name == ref || strings.HasSuffix(name, "("+ref+")"):
		return name, true
	case of.Target() == nil, f.shared[kind+" "+text.Key(name)] > 1:
		return name + " (" + ref + ")", true
	}
	return name, true
}

// column is one of a sheet: where it stands in the list, and what its cells are.
type column struct {
	from         int
	key, heading string
	field        *field.Field // nil: as they are
}

// sheet makes a kind's sheet.
func (f *former) sheet(k *field.Kind, list *sheet.Sheet) sheet.Sheet {
	columns := f.columns(k, list)
	out := sheet.Sheet{Name: k.Sheet, Rows: make([]sheet.Row, 0, len(list.Rows))}
	heads := make([]sheet.Cell, len(columns))
	for i, c := range columns {
		heads[i] = sheet.Str(c.heading)
		f.keys = append(f.keys, rowOf(k.Sheet, strconv.Itoa(i), c.key, c.heading, "1", k.Plural))
	}
	out.Rows = append(out.Rows, sheet.Row{Number: 1, Cells: heads})
	for _, r := range list.Rows[1:] {
		cells := make([]sheet.Cell, len(columns))
		for i, c := range columns {
			cells[i] = f.cell(c.field, r.At(c.from))
		}
		out.Rows = append(out.Rows, sheet.Row{Number: r.Number, Cells: cells})
	}
	f.keys = append(f.keys, rowOf(k.Sheet))
	if len(f.past) > 0 {
		f.pass(k.Sheet, strings.Join(f.past, ", "), "Historiken är inte läst: bara de som har rollen på dokumentets dag importeras.")
		f.past = nil
	}
	return out
}

// columns are those of a kind's sheet, each with a heading of its own. What isn't read of
// the list is told.
func (f *former) columns(k *field.Kind, list *sheet.Sheet) []column {
	fields := map[string]*field.Field{}
	for _, of := range f.w.Fields(k) {
		fields[of.JSONKey()] = of
	}
	var out []column
	headings := map[string]bool{}
	for i, c := range list.Rows[0].Cells {
		col, ok := f.column(k, list, i, c.Text, fields)
		if !ok {
			continue
		}
		for n, first := 2, col.heading; headings[text.Key(col.heading)]; n++ {
			col.heading = first + " (" + strconv.Itoa(n) + ")"
		}
		headings[text.Key(col.heading)] = true
		out = append(out, col)
	}
	return out
}

func (f *former) column(k *field.Kind, list *sheet.Sheet, at int, key string, fields map[string]*field.Field) (column, bool) {
	of, base := fields[key], strings.TrimSuffix(key, history)
	part := k.Owner() != nil
	switch {
	case key == idKey:
		return column{at, idKey, "Post-id", nil}, true
	case key == refKey && part && columnOf(list, k.Owner().JSONKey()) < 0:
		return column{at, k.Owner().Key, k.Owner().Label, k.Owner()}, true
	case key == refKey && !part && k.Prefix != "":
		return column{at, refKey, "Referens", nil}, true
	case part && (key == refKey || key == kindKey):
		return column{}, false
	case of != nil && of.Yearly:
		if filled(list, at) {
			f.pass(k.Sheet, key, "Nyckeln är inte läst: årsbelopp läses ur listan costs.")
		}
		return column{}, false
	case of != nil && (of.Hidden || of.ReadOnly):
		return column{}, false
	case of != nil:
		return column{at, of.Key, of.Label, of}, true
	case key != base && fields[base] != nil && fields[base].IsHeld():
		if f.tellsMore(fields[base], list, at) {
			f.past = append(f.past, key)
		}
		return column{}, false
	case !filled(list, at):
		return column{}, false
	case key == noObject:
		f.pass(k.Sheet, list.Name, "Listan har annat än poster, som inte är läst.")
		return column{}, false
	}
	f.pass(k.Sheet, key, "Nyckeln är inte läst: programmet känner inte till den. Behåll den som ett eget fält för att importera den.")
	return column{at, key, key, nil}, true
}

func filled(list *sheet.Sheet, at int) bool {
	for _, r := range list.Rows[1:] {
		if !r.At(at).IsEmpty() {
			return true
		}
	}
	return false
}

// pass tells of what isn't read.
func (f *former) pass(in, name, why string) {
	f.left = append(f.left, sheet.Left{Sheet: in, Name: name, Why: why})
}

// keySheet says which field each column is, and what the document was made of.
func (f *former) keySheet() sheet.Sheet {
	rows := append([]sheet.Row{rowOf("Blad", "Kolumn", "Nyckel", "Rubrik", "Rubrikrad", "Slag")}, f.keys...)
	if mark := f.mark.String(); mark != "" {
		rows = append(rows, rowOf("", sheet.MarkKey, mark))
	}
	for i := range rows {
		rows[i].Number = i + 1
	}
	return sheet.Sheet{Name: sheet.KeySheet, Hidden: true, Rows: rows}
}

func rowOf(texts ...string) sheet.Row {
	cells := make([]sheet.Cell, len(texts))
	for i, s := range texts {
		cells[i] = sheet.Str(s)
	}
	return sheet.Row{Cells: cells}
}
