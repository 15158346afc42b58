package export

import (
	"bytes"
	"encoding/json"
)

// Ordered is a JSON object that keeps the order of its keys.
type Ordered struct {
	keys   []string
	values []any
}

func (o *Ordered) add(key string, v any) {
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
		if err := enc.Encode(key); err != nil {
			return nil, err
		}
		b.Truncate(b.Len() - 1) // the encoder ends each value with a line break
		b.WriteByte(':')
		if err := enc.Encode(o.values[i]); err != nil {
			return nil, err
		}
		b.Truncate(b.Len() - 1)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
