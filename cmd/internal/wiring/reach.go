package wiring

import (
	"context"

	"itportfoljen/app/document"
	"itportfoljen/data/files"
)

// reach looks for the files of documents.
func reach(ctx context.Context, paths []string) []document.State {
	out := make([]document.State, len(paths))
	for i, is := range files.Presences(ctx, paths) {
		out[i] = map[files.Presence]document.State{files.Present: document.There, files.Absent: document.Broken, files.Silence: document.Silent}[is]
	}
	return out
}
