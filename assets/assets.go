// Package assets is the only home of embedded files: fonts, icons, texts,
// governance models, and the list of licences.
package assets

import "embed"

// Files holds everything that ships inside the programs.
//
//go:embed icon.png licences.txt fonts icons models texts
var Files embed.FS

// Must returns a shipped file's bytes; a missing name is a fault in the build.
func Must(name string) []byte {
	b, err := Files.ReadFile(name)
	if err != nil {
		panic("assets: " + err.Error())
	}
	return b
}
