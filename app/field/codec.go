package field

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"itportfoljen/app/date"
	"itportfoljen/app/money"
)

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

// Decode reads what Encode wrote for field f. An error is a damaged text, not
// a *fault.Error: the caller knows where it stood.
func Decode(f *Field, s string) (Value, error) {
	if s == "" {
		return nil, nil
	}
	switch f.Type {
	case Text, LongText, Choice:
		return s, nil
	case Person, Unit, Ref:
		return ID(s), nil
	case Number, Year, Level:
		return strconv.ParseInt(s, 10, 64)
	case Money:
		n, err := strconv.ParseInt(s, 10, 64)
		return money.Ore(n), err
	case Date:
		return isoDate(s)
	case Bool:
		return strconv.ParseBool(s)
	case Roles:
		var h []Holding
		err := json.Unmarshal([]byte(s), &h)
		return h, err
	default:
		var ids []ID
		err := json.Unmarshal([]byte(s), &ids)
		return ids, err
	}
}

// Show writes a value as people read it in a table or on paper.
func (f *Field) Show(w World, v Value) string {
	if IsEmpty(v) {
		return ""
	}
	switch v := v.(type) {
	case money.Ore:
		return v.Kr()
	case int64:
		if f.Type == Number {
			return groupDigits(v)
		}
		return strconv.FormatInt(v, 10)
	case ID:
		return w.Label(v)
	case []Holding:
		return joinHolders(v, w.Today(), w.Label)
	case []ID:
		return joinIDs(v, w.Label)
	}
	return f.Exact(w, v)
}

// Exact writes a value so that reading the text gives the same value again:
// what an edited cell and an exported sheet hold.
func (f *Field) Exact(w World, v Value) string {
	if IsEmpty(v) {
		return ""
	}
	switch v := v.(type) {
	case string:
		if f.Type == Choice {
			return f.optionLabel(w, v)
		}
		return v
	case money.Ore:
		return v.Exact()
	case int64:
		return strconv.FormatInt(v, 10)
	case bool:
		if v {
			return "Ja"
		}
		return "Nej"
	case date.Date:
		return v.String()
	case ID:
		return w.Exact(v)
	case []Holding:
		return joinHolders(v, w.Today(), w.Exact)
	case []ID:
		return joinIDs(v, w.Exact)
	}
	return ""
}

// Alternatives are the options of a choice or level, the governance model's
// included.
func (f *Field) Alternatives(w World) []Option {
	if f.Model != "" {
		return w.Options(f)
	}
	return f.Options
}

// OptionOf finds the alternative with a stored value.
func (f *Field) OptionOf(w World, v Value) (Option, bool) {
	key := Encode(v)
	for _, o := range f.Alternatives(w) {
		if o.Key == key {
			return o, true
		}
	}
	return Option{}, false
}

func (f *Field) optionLabel(w World, key string) string {
	if o, ok := f.OptionOf(w, key); ok {
		return o.Label
	}
	return key
}

// Holders are the persons that hold the role on day d, in order.
func Holders(hs []Holding, d date.Date) []ID {
	var out []ID
	for _, h := range hs {
		if h.Active(d) {
			out = append(out, h.Person)
		}
	}
	return out
}

func joinHolders(hs []Holding, d date.Date, name func(ID) string) string {
	return joinIDs(Holders(hs, d), name)
}

func joinIDs(ids []ID, name func(ID) string) string {
	parts := make([]string, 0, len(ids))
	for _, id := range ids {
		if s := name(id); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "; ")
}

// groupDigits writes a whole number as an amount is written, without the öre.
func groupDigits(n int64) string {
	if n > math.MaxInt64/100 || n < math.MinInt64/100 {
		return strconv.FormatInt(n, 10)
	}
	return money.Ore(n * 100).Kr()
}

// Succeed gives the holdings after the role's holders become persons on day
// d: those who stay keep their dates, those who leave end the day before, new
// ones begin on d. Setting a role for the first time leaves From open, since
// nobody knows when it began.
func Succeed(hs []Holding, persons []ID, d date.Date) []Holding {
	stay := map[ID]bool{}
	for _, p := range persons {
		stay[p] = true
	}
	var out []Holding
	seen := map[ID]bool{}
	for _, h := range hs {
		if h.Active(d) && !stay[h.Person] {
			if h.From == d { // named and unnamed the same day: never held it
				continue
			}
			h.To = d.AddDays(-1)
		} else if h.Active(d) {
			seen[h.Person] = true
		}
		out = append(out, h)
	}
	for _, p := range persons {
		if seen[p] {
			continue
		}
		seen[p] = true
		from := d
		if len(hs) == 0 {
			from = 0
		}
		out = append(out, Holding{Person: p, From: from})
	}
	return out
}

func isoDate(s string) (date.Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return 0, fmt.Errorf("field: %q is not an ISO date", s)
	}
	return date.FromTime(t), nil
}
