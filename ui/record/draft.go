package record

import (
	"itportfoljen/app/field"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
)

// Draft is a record that isn't in the portfolio yet, or values to give to
// several: the same inputs, saved nowhere.
type Draft struct {
	OnPut func() // a value was written; nil: nobody asks

	s   *shell.Shell
	rec *field.Record
	set map[*field.Field]field.Value
}

// NewDraft makes an empty draft of a kind.
func NewDraft(s *shell.Shell, k *field.Kind) *Draft {
	return &Draft{s: s, rec: field.NewRecord(k, s.Portfolio().NewID()), set: map[*field.Field]field.Value{}}
}

// Input is a row of a form for a field of the draft.
func (d *Draft) Input(col field.Column) *input.Field { return d.Row(col).row }

// Row is the editor of a field of the draft.
func (d *Draft) Row(col field.Column) *editor {
	e := &editor{s: d.s, of: &drafted{d, col.Field}, col: col}
	return e.build()
}

// drafted is a field of a draft.
type drafted struct {
	d *Draft
	f *field.Field
}

func (f *drafted) record() *field.Record        { return f.d.rec }
func (f *drafted) stored() field.Value          { return f.d.set[f.f] }
func (f *drafted) shown() (field.Value, string) { return f.stored(), "" }
func (f *drafted) follow(func(string))          {}
func (f *drafted) letGo()                       {}
func (f *drafted) put(v field.Value, _ func(string)) bool {
	f.d.set[f.f] = v
	if f.d.OnPut != nil {
		f.d.OnPut()
	}
	return true
}

// Value is the draft's value of a field.
func (d *Draft) Value(f *field.Field) field.Value { return d.set[f] }

// Put gives the draft a value.
func (d *Draft) Put(f *field.Field, v field.Value) { d.set[f] = v }

// Changes are what makes the draft a record.
func (d *Draft) Changes() ([]field.Change, error) {
	p := d.s.Portfolio()
	out := []field.Change{{Op: field.Create, Kind: d.rec.Kind, ID: d.rec.ID, Record: d.rec}}
	for f, v := range d.set {
		if !f.Yearly {
			d.rec.Put(f, v)
			continue
		}
		more, err := f.Assign(p, d.rec, 0, v)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

// ID is the identity that the record will have.
func (d *Draft) ID() field.ID { return d.rec.ID }
