package identify

import "itportfoljen/app/field"

// Draft is the portfolio as it would be with the changes so far: later rows
// see what earlier ones made.
type Draft struct {
	*field.Tx
	err error // the first thing that couldn't be done; none should
}

// NewDraft is the portfolio without changes.
func NewDraft(w field.World) *Draft { return &Draft{Tx: field.NewTx(w)} }

// Err is the first thing that couldn't be done.
func (d *Draft) Err() error { return d.err }

func (d *Draft) keep(err error) {
	if d.err == nil {
		d.err = err
	}
}

// Make adds a record. Until the plan is handed over it may still be built on.
func (d *Draft) Make(r *field.Record) { d.keep(d.Create(r)) }

// Take carries out changes, such as those that Field.Assign gives.
func (d *Draft) Take(changes []field.Change) {
	for _, c := range changes {
		d.keep(d.Carry(c))
	}
}

// set gives a record's field a value.
func (d *Draft) set(r *field.Record, f *field.Field, v field.Value) { d.keep(d.Set(r.ID, f, v)) }
