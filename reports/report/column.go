package report

import (
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Column is a column of a register; without a field it is the reference.
type Column struct{ Field *field.Field }

const (
	refColumn   = "ref"
	mostColumns = 14
)

// columnsOf reads the list of columns; names and labels will do for keys.
func columnsOf(w World, k *field.Kind, list string) ([]Column, error) {
	var out []Column
	for _, key := range strings.Split(list, ",") {
		key = strings.TrimSpace(key)
		if key == "" {
			continue
		}
		if text.Key(key) == refColumn {
			out = append(out, Column{})
			continue
		}
		f := fieldOf(w, k, key)
		if f == nil {
			return nil, Usage("Det finns inget fält på %s som heter ”%s”. De som finns är ref, %s.", k.Many, key, strings.Join(keysOf(w, k), ", "))
		}
		if !slices.Contains(out, Column{f}) {
			out = append(out, Column{f})
		}
	}
	switch {
	case len(out) == 0:
		return nil, Usage("Ingen kolumn är vald. Skriv till exempel kolumner=ref,name,system_owner.")
	case len(out) > mostColumns:
		return nil, Usage("%d kolumner får inte plats på ett papper. Välj högst %d.", len(out), mostColumns)
	}
	return out, nil
}

func fieldOf(w World, k *field.Kind, key string) *field.Field {
	for _, f := range w.Fields(k) {
		if !f.Hidden && (f.Key == key || text.Key(f.Label) == text.Key(key) || f.Short != "" && text.Key(f.Short) == text.Key(key)) {
			return f
		}
	}
	return nil
}

func keysOf(w World, k *field.Kind) []string {
	var keys []string
	for _, f := range w.Fields(k) {
		if !f.Hidden {
			keys = append(keys, f.Key)
		}
	}
	return keys
}
