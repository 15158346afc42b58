package sqlite

import (
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
)

// bind makes a column's value of a field's.
func bind(f *field.Field, v field.Value) driver.Value {
	if field.IsEmpty(v) {
		return nil
	}
	return forms[f.Type].bind(v)
}

// reader makes field values of a column's. Texts that recur are kept once.
type reader struct {
	f    *field.Field
	read func(*field.Field, driver.Value) (field.Value, error)
	seen map[string]field.Value // nil: values seldom recur
	last string                 // the latest text and its value: rows in a row are often alike
	was  field.Value
}

// seenAtMost keeps the memory of a reader within bounds.
const seenAtMost = 1 << 12

func (r *reader) value(v driver.Value) (field.Value, error) {
	s, ok := v.(string)
	if !ok || r.seen == nil {
		return r.read(r.f, v)
	}
	if s == r.last && r.was != nil {
		return r.was, nil
	}
	out, ok := r.seen[s]
	if !ok {
		var err error
		if out, err = r.read(r.f, v); err != nil {
			return nil, err
		}
		if len(r.seen) < seenAtMost {
			r.seen[s] = out
		}
	}
	r.last, r.was = s, out
	return out, nil
}

func newReader(f *field.Field) *reader {
	is := &forms[f.Type]
	r := &reader{f: f, read: is.read}
	if is.recurs || f.Vocabulary {
		r.seen = map[string]field.Value{}
	}
	return r
}

// errMisread is in the chain of what says that a value can't be what was saved.
var errMisread = errors.New("sqlite: a value is not what was saved")

func misread(f *field.Field, v driver.Value) error {
	return fmt.Errorf("%w: %s.%s holds %T %v", errMisread, f.Kind.Name, f.Key, v, v)
}

// day writes a date or none; parseDay reads it.
func day(d date.Date) driver.Value {
	if d.IsZero() {
		return nil
	}
	return d.String()
}

func parseDay(s string) (date.Date, error) {
	if len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-' {
		return 0, fmt.Errorf("%w: %q is not an ISO date", errMisread, s)
	}
	n, err := strconv.ParseUint(s[:4]+s[5:7]+s[8:], 10, 31)
	if err != nil {
		return 0, fmt.Errorf("%w: %w", errMisread, err)
	}
	return date.Date(n), nil
}

// text gives a nullable text.
func text(v driver.Value) string {
	s, _ := v.(string)
	return s
}

func orNull(s string) driver.Value {
	if s == "" {
		return nil
	}
	return s
}

// packFree writes the values of a record's free fields; unpackFree reads them.
func packFree(m map[string]string) driver.Value {
	if len(m) == 0 {
		return nil
	}
	b, _ := json.Marshal(m) // always encodable
	return string(b)
}

func unpackFree(v driver.Value) (map[string]string, error) {
	s := text(v)
	if s == "" {
		return nil, nil
	}
	var m map[string]string
	if err := json.Unmarshal([]byte(s), &m); err != nil {
		return nil, fmt.Errorf("%w: %w", errMisread, err)
	}
	return m, nil
}
