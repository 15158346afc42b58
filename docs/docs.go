// Package docs embeds the handbook and its pictures, for the window to show. It stands beside
// what it embeds, since files are embedded only from a package's own folder.
package docs

import "embed"

// Handbook is the name of the handbook among Files.
const Handbook = "handbok.md"

// Files are the handbook and what it leads to, in Markdown, and its pictures, by the paths it
// has for them: "json.md", "bilder/system.png". The dark ones, "bilder/system-mork.png", show
// the same in the dark.
//
//go:embed handbok.md json.md regler.md styrmodell.md provning-windows.md bilder
var Files embed.FS
