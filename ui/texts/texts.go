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

	"itportfoljen/app/text"
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

// N gives key+".one" or key+".many" by n, with the count, written with
// thousands apart, as the first argument.
func N(key string, n int, args ...any) string {
	form := ".many"
	if n == 1 {
		form = ".one"
	}
	return T(key+form, append([]any{text.Count(n)}, args...)...)
}

// Keys lists all keys, for the test that finds unused and missing ones.
func Keys() map[string]string { return catalogue() }
