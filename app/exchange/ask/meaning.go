package ask

import "itportfoljen/app/base/text"

// meaning begins the names of what texts mean: not a question that is put, but one that
// is answered when somebody says what "100–200" is.
const meaning = "means:"

// MeaningOf names what a text means in a field, which it couldn't be read in.
func MeaningOf(field, written string) string {
	return Key(meaning + field + ":" + text.Key(text.OneLine(written)))
}

// Empty is the answer that a text means nothing.
const Empty = "-"

// Meaning is what the user has said that a text in a column means, by its name; ok is
// false when she hasn't. It holds for other files too.
func (d *Desk) Meaning(to *Said, id, column, written string) (means string, ok bool) {
	if means = d.Answer(id); means == "" {
		return "", false
	}
	if d.answers[id] != "" {
		said := "betyder " + means
		if means == Empty {
			said = "lämnas tomt"
		}
		d.lasting = append(d.lasting, Kept{id, means, "”" + Short(text.OneLine(written)) + "” i " + column, said})
	}
	to.Meant = append(to.Meant, id)
	return means, true
}

// Group is something that is said of a text in a column, and all rows where it stands.
type Group struct {
	ID            string // names what it means; "" where nothing can be said of it
	Column, Value string
	Rows          []int
	Message       string
}

// Groups are issues by what stands in the cell and, where nobody can say what that means, by
// what is said of it; in the order in which they come.
func Groups(issues []Issue) []Group {
	type same struct{ id, column, value, message string }
	var out []Group
	at := map[same]int{}
	for _, e := range issues {
		k := same{e.ID, e.Column, text.Key(e.Value), ""}
		if e.ID == "" {
			k.message = e.Message
		}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, Group{ID: e.ID, Column: e.Column, Value: e.Value, Rows: []int{}, Message: e.Message})
		}
		if rows := out[i].Rows; e.Row != 0 && (len(rows) == 0 || rows[len(rows)-1] != e.Row) {
			out[i].Rows = append(rows, e.Row)
		}
	}
	return out
}
