// Package texts is the catalogue of everything the window says. The texts are
// in assets/texts/<area>.json, one file an area, so that another language is
// another folder.
package texts

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"itportfoljen/app/base/text"
	"itportfoljen/assets"
)

var catalogue = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	files, err := fs.Glob(assets.Files, "texts/*.json")
	if err != nil {
		panic("texts: " + err.Error())
	}
	for _, name := range files {
		area := strings.TrimSuffix(strings.TrimPrefix(name, "texts/"), ".json")
		var m map[string]string
		if err := json.Unmarshal(assets.Must(name), &m); err != nil {
			panic("texts: " + name + ": " + err.Error())
		}
		for k, v := range m {
			all[area+"."+k] = v
		}
	}
	return all
})

// T gives the text of a key, "area.name", with args put in as fmt does. A
// missing key shows itself.
func T(key string, args ...any) string {
	s, ok := catalogue()[key]
	if !ok {
		return key
	}
	if len(args) > 0 {
		return fmt.Sprintf(s, args...)
	}
	return s
}

// Known gives the text of a key, "" where there is none.
func Known(key string) string { return catalogue()[key] }

// N gives key+".one" or key+".many" by n, with the count, written with
// thousands apart, as the first argument. A text that has no place for the
// count, "Kolumnen känns igen.", gets the other arguments only.
func N(key string, n int, args ...any) string {
	form := key + ".many"
	if n == 1 {
		form = key + ".one"
	}
	if Verbs(catalogue()[form]) == len(args) {
		return T(form, args...)
	}
	return T(form, append([]any{text.Count(n)}, args...)...)
}

// Verbs is how many arguments a text takes.
func Verbs(s string) int {
	s = strings.ReplaceAll(s, "%%", "")
	return strings.Count(s, "%")
}

// Keys lists all keys, for the test that finds unused and missing ones.
func Keys() map[string]string { return catalogue() }
