//go:build race

package sqlite

// underRace says that the race detector makes everything ten times slower.
const underRace = true
