package systems

import (
	"context"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/document"
	"itportfoljen/app/field"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
)

// lookForDocuments looks for the files that documents link to, notes which aren't there,
// where it may, and shows what they belong to. A place that doesn't answer is waited for
// away from the screen.
func lookForDocuments(s *shell.Shell) {
	p := s.Portfolio()
	s.Progress(texts.T("systems.documents.looking"), "documents", func(ctx context.Context, _ async.Progress) (any, error) {
		return document.Look(ctx, p, p.Folder(), s.Services.Reach), nil
	}, func(v any, err error) {
		seen, ok := v.([]document.Seen)
		if err != nil || !ok || s.Portfolio() != p {
			s.Fail(err)
			return
		}
		note(s, seen)
		tellOf(s, seen)
	})
}

// note writes down what wasn't found, if that is news.
func note(s *shell.Shell, seen []document.Seen) {
	if !s.Writable() || !document.News(seen) {
		return
	}
	s.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		return p.Do(ctx, func(tx *field.Tx) (string, error) { return document.Note(tx, seen) })
	}, func(_ app.Entry, err error) { s.Fail(err) })
}

func tellOf(s *shell.Shell, seen []document.Seen) {
	broken, unknown := document.In(seen, document.Broken), len(document.In(seen, document.Silent, document.Elsewhere))
	var said []string
	switch {
	case len(seen) == 0:
		said = append(said, texts.T("systems.documents.none"))
	case len(broken) > 0:
		said = append(said, texts.N("systems.documents.broken", len(broken)))
	case unknown == 0:
		said = append(said, texts.T("systems.documents.found"))
	}
	if unknown > 0 {
		said = append(said, texts.N("systems.documents.unknown", unknown))
	}
	s.Toast(strings.Join(said, " "))
	if len(broken) == 0 {
		return
	}
	ids := make([]field.ID, len(broken))
	for i, b := range broken {
		ids[i] = b.Record.ID
	}
	s.ShowRecords(broken[0].Record.Kind, texts.T("systems.documents.label"), ids)
}
