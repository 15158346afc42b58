package field

import (
	"encoding/json"
	"slices"
	"strconv"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
)

// What follows asks a value what it is by its Go type, which several types share. A
// type of field that holds what another holds needs nothing here; a Go type that no
// other holds has its lines here, in canon.go and, when it is a list, in merge.go.

// Value is a field's value, of the Go type that its Type names; nil is empty.
type Value any

// OrNil is a text as a value: none where it is empty.
func OrNil(s string) Value {
	if s == "" {
		return nil
	}
	return s
}

// IsEmpty says that v is no value.
func IsEmpty(v Value) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case ID:
		return v == ""
	case date.Date:
		return v == 0
	case []Holding:
		return len(v) == 0
	case []ID:
		return len(v) == 0
	}
	return false
}

// Equal compares values; all empty values are equal.
func Equal(a, b Value) bool {
	if IsEmpty(a) || IsEmpty(b) {
		return IsEmpty(a) && IsEmpty(b)
	}
	switch a := a.(type) {
	case []Holding:
		b, ok := b.([]Holding)
		return ok && slices.Equal(a, b)
	case []ID:
		b, ok := b.([]ID)
		return ok && slices.Equal(a, b)
	}
	return a == b
}

// References lists the records that a value points at.
func References(v Value) []ID {
	switch v := v.(type) {
	case ID:
		return []ID{v}
	case []ID:
		return v
	case []Holding:
		ids := make([]ID, len(v))
		for i, h := range v {
			ids[i] = h.Person
		}
		return ids
	}
	return nil
}

// ReferencesOn are those that hold on a day: of persons in a role, who has it then.
func ReferencesOn(v Value, d date.Date) []ID {
	if hs, ok := v.([]Holding); ok {
		return Holders(hs, d)
	}
	return References(v)
}

// Addend is the number that an amount (in öre) or a whole number is in a sum; ok is
// false for what adds up to nothing.
func Addend(v Value) (n int64, ok bool) {
	switch v := v.(type) {
	case money.Ore:
		return int64(v), true
	case int64:
		return v, true
	}
	return 0, false
}

// Current lists the records that a value points at on day d: of a role, those who
// hold it then.
func Current(v Value, d date.Date) []ID {
	if hs, ok := v.([]Holding); ok {
		return Holders(hs, d)
	}
	return References(v)
}

// Encode writes a value as the text that the journal and the JSON document
// keep; Decode reads it back exactly.
func Encode(v Value) string {
	if IsEmpty(v) {
		return ""
	}
	switch v := v.(type) {
	case string:
		return v
	case ID:
		return string(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case money.Ore:
		return strconv.FormatInt(int64(v), 10)
	case date.Date:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	default: // []ID, []Holding: always encodable
		b, _ := json.Marshal(v)
		return string(b)
	}
}

// stray writes a value of another type than its field's, such as an old entry of the
// journal may have.
func stray(w World, v Value) string {
	switch v := v.(type) {
	case money.Ore:
		return v.Exact()
	case bool:
		return yesOrNo(v)
	case ID:
		return w.Exact(v)
	case []ID:
		return joinIDs(v, w.Exact)
	case []Holding:
		return joinHolders(v, w.Today(), w.Exact)
	}
	return Encode(v)
}
