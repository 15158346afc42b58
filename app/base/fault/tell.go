package fault

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"time"
)

// Word is a word of the program's own, such as what it was told to do or the
// reference that joins a sentence with its line in the log. The log keeps such
// words and no other text.
type Word string

const unknownText = "Ett internt fel uppstod. Inget har gått förlorat. Försök igen; hjälper det inte, starta om programmet."

// Tell gives the sentences for people about err, "" for nil. What isn't the
// user's own doing is written to log; a sentence about a fault in the program
// says under which reference, if it could be written.
func Tell(log *slog.Logger, err error) string {
	if err == nil {
		return ""
	}
	text := err.Error()
	switch CodeOf(err) {
	case Invalid, Usage, Ambiguous, Canceled:
		return text
	case Internal:
		ref := Word(fmt.Sprintf("%04X", rand.N(1<<16)))
		var f *Error
		if !errors.As(err, &f) {
			text = unknownText
		}
		if note(log, slog.LevelError, slog.Any("ref", ref), slog.Any("err", err)) {
			text += fmt.Sprintf(" Orsaken står i loggen (%s).", ref)
		}
	default:
		note(log, slog.LevelWarn, slog.Any("err", err))
	}
	return text
}

// note says whether the line stands in the log, which the methods of
// slog.Logger don't.
func note(log *slog.Logger, level slog.Level, attrs ...slog.Attr) bool {
	ctx, h := context.Background(), log.Handler()
	if !h.Enabled(ctx, level) {
		return false
	}
	r := slog.NewRecord(time.Now(), level, "fault", 0)
	r.AddAttrs(attrs...)
	return h.Handle(ctx, r) == nil
}
