package files

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Presence is whether a file is where it should be.
type Presence uint8

// What may be known of it.
const (
	Silence Presence = iota // the place doesn't answer, or lets nobody look
	Present
	Absent
)

// patience is how long a place may keep silent, such as a network's that is gone.
const patience = 5 * time.Second

// Presences looks for files. The places that they lie on are asked each by itself; one that
// doesn't answer is given up, with all that lies there.
func Presences(ctx context.Context, paths []string) []Presence {
	return presences(ctx, paths, patience, look)
}

func presences(ctx context.Context, paths []string, patience time.Duration, look func(string) Presence) []Presence {
	out := make([]Presence, len(paths))
	places := map[string][]int{}
	for i, p := range paths {
		places[placeOf(p)] = append(places[placeOf(p)], i)
	}
	type answer struct {
		at int
		is Presence
	}
	answers, done := make(chan answer), make(chan struct{})
	defer close(done)
	for _, at := range places {
		go func() {
			for _, i := range at {
				is := look(paths[i])
				select {
				case answers <- answer{i, is}:
				case <-done:
					return
				}
			}
		}()
	}
	silence := time.NewTimer(patience)
	defer silence.Stop()
	for range paths {
		select {
		case a := <-answers:
			out[a.at] = a.is
			silence.Reset(patience)
		case <-silence.C: // whoever is left doesn't answer
			return out
		case <-ctx.Done():
			return out
		}
	}
	return out
}

// look looks for one file.
func look(path string) Presence {
	_, err := os.Stat(path)
	switch {
	case err == nil:
		return Present
	case errors.Is(err, fs.ErrNotExist) && onPlace(path):
		return Absent
	}
	return Silence
}

// onPlace says whether the drive or share of Windows that a file should be on is there:
// one that isn't looks like a file that isn't.
func onPlace(path string) bool {
	place := filepath.VolumeName(path)
	if place == "" {
		return true
	}
	_, err := os.Stat(place + `\`)
	return err == nil
}

// placeOf is what a file lies on: a computer and its share, a drive of Windows, or the
// first two folders, where other systems have their networks.
func placeOf(path string) string {
	parts := strings.Split(strings.ReplaceAll(path, `\`, "/"), "/")
	return strings.ToLower(strings.Join(parts[:min(len(parts), 4)], "/"))
}
