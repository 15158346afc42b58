package journal

import "itportfoljen/app/field"

// Texts gives every text in a block to see.
func Texts(data []byte, want Hash, see func(id field.ID, text string)) error {
	items, err := read(data, want)
	for _, it := range items {
		for t := range it.terms {
			if t.text && !t.erased {
				see(it.id, field.Encode(t.v))
			}
		}
	}
	return err
}
