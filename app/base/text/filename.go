package text

import "strings"

// FileName is a name that files may have on every system, "" where nothing is left of it.
func FileName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '-'
		}
		return r
	}, name)
	return strings.Trim(strings.Join(strings.Fields(name), " "), ". ")
}
