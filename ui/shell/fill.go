package shell

import "itportfoljen/app/field"

// Fill asks the guided run to go through records that lack a field.
type Fill struct {
	Field *field.Field
	IDs   []field.ID // of these; none: all that should have it
}

// FillIn goes through records that lack a field, one at a time.
func (s *Shell) FillIn(f *field.Field, ids []field.ID) { s.Go("guide", Fill{f, ids}) }
