package export

import (
	"bytes"
	"encoding/json"
	"strconv"
)

// Ordered is a JSON object that keeps the order of its keys.
type Ordered struct {
	keys   []string
	values []any
}

// Add puts a key with its value last.
func (o *Ordered) Add(key string, v any) {
	o.keys, o.values = append(o.keys, key), append(o.values, v)
}

// Keys are the keys in order. The slice must not be changed.
func (o *Ordered) Keys() []string { return o.keys }

// Get is the value of a key, nil when it is empty or there is none.
func (o *Ordered) Get(key string) any {
	for i, k := range o.keys {
		if k == key {
			return o.values[i]
		}
	}
	return nil
}

// MarshalJSON writes the object with its keys in order.
func (o *Ordered) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, key := range o.keys {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := write(&b, enc, key); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := write(&b, enc, o.values[i]); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// write writes a value to b, which enc writes to: the plain ones directly,
// since most are.
func write(b *bytes.Buffer, enc *json.Encoder, v any) error {
	switch v := v.(type) {
	case nil:
		b.WriteString("null")
	case int64:
		b.Write(strconv.AppendInt(b.AvailableBuffer(), v, 10))
	case string:
		if !plain(v) {
			return encode(b, enc, v)
		}
		b.WriteByte('"')
		b.WriteString(v)
		b.WriteByte('"')
	default:
		return encode(b, enc, v)
	}
	return nil
}

// plain says that s stands for itself between quotation marks.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' || s[i] == '"' || s[i] == '\\' {
			return false
		}
	}
	return true
}

func encode(b *bytes.Buffer, enc *json.Encoder, v any) error {
	err := enc.Encode(v)
	b.Truncate(max(b.Len()-1, 0)) // the encoder ends each value with a line break
	return err
}
