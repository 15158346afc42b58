package sqlite

import (
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"itportfoljen/app/date"
	"itportfoljen/app/field"
	"itportfoljen/app/money"
)

// columnType is the SQLite type of a field's column.
func columnType(f *field.Field) string {
	switch f.Type {
	case field.Number, field.Money, field.Year, field.Level, field.Bool:
		return "INTEGER"
	}
	return "TEXT"
}

// bind makes a column's value of a field's.
func bind(v field.Value) driver.Value {
	if field.IsEmpty(v) {
		return nil
	}
	switch v := v.(type) {
	case money.Ore:
		return int64(v)
	case bool:
		if v {
			return int64(1)
		}
		return int64(0)
	case field.ID:
		return string(v)
	case date.Date:
		return v.String()
	}
	return v // string, int64
}

// reader makes field values of a column's. Texts that recur are kept once.
type reader struct {
	read func(driver.Value) (field.Value, error)
	seen map[string]field.Value // nil: values seldom recur
	last string                 // the latest text and its value: rows in a row are often alike
	was  field.Value
}

// seenAtMost keeps the memory of a reader within bounds.
const seenAtMost = 1 << 12

func (r *reader) value(v driver.Value) (field.Value, error) {
	s, ok := v.(string)
	if !ok || r.seen == nil {
		return r.read(v)
	}
	if s == r.last && r.was != nil {
		return r.was, nil
	}
	out, ok := r.seen[s]
	if !ok {
		var err error
		if out, err = r.read(v); err != nil {
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
	r := &reader{}
	switch f.Type {
	case field.Text, field.LongText:
		r.read = func(v driver.Value) (field.Value, error) { return as[string](f, v) }
		if !f.Vocabulary {
			return r
		}
	case field.Choice:
		r.read = func(v driver.Value) (field.Value, error) { return as[string](f, v) }
	case field.Number, field.Year, field.Level:
		r.read = func(v driver.Value) (field.Value, error) { return as[int64](f, v) }
		return r
	case field.Money:
		r.read = readMoney(f)
		return r
	case field.Bool:
		r.read = readBool(f)
		return r
	case field.Date:
		r.read = func(v driver.Value) (field.Value, error) { return readDate(f, v) }
		return r
	default: // Person, Unit, Ref
		r.read = readID(f)
	}
	r.seen = map[string]field.Value{}
	return r
}

func as[T any](f *field.Field, v driver.Value) (field.Value, error) {
	if _, ok := v.(T); !ok {
		return nil, misread(f, v)
	}
	return v, nil
}

// errMisread is in the chain of what says that a value can't be what was saved.
var errMisread = errors.New("sqlite: a value is not what was saved")

func misread(f *field.Field, v driver.Value) error {
	return fmt.Errorf("%w: %s.%s holds %T %v", errMisread, f.Kind.Name, f.Key, v, v)
}

func readMoney(f *field.Field) func(driver.Value) (field.Value, error) {
	return func(v driver.Value) (field.Value, error) {
		n, ok := v.(int64)
		if !ok {
			return nil, misread(f, v)
		}
		return money.Ore(n), nil
	}
}

func readBool(f *field.Field) func(driver.Value) (field.Value, error) {
	return func(v driver.Value) (field.Value, error) {
		n, ok := v.(int64)
		if !ok || n < 0 || n > 1 {
			return nil, misread(f, v)
		}
		return n == 1, nil
	}
}

func readID(f *field.Field) func(driver.Value) (field.Value, error) {
	return func(v driver.Value) (field.Value, error) {
		s, ok := v.(string)
		if !ok {
			return nil, misread(f, v)
		}
		return field.ID(s), nil
	}
}

func readDate(f *field.Field, v driver.Value) (field.Value, error) {
	s, _ := v.(string)
	d, err := parseDay(s)
	if err != nil {
		return nil, misread(f, v)
	}
	return d, nil
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
