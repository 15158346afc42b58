package logfile

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"unicode/utf8"

	"itportfoljen/app/base/fault"
)

// handler writes lines of which nothing but the program's own words, numbers
// and kinds of errors is left.
type handler struct{ slog.Handler }

func newHandler(w io.Writer) slog.Handler {
	return handler{slog.NewTextHandler(w, &slog.HandlerOptions{ReplaceAttr: scrub})}
}

// Handle adds where a fault in the program was told of.
func (h handler) Handle(ctx context.Context, r slog.Record) error {
	if r.Level >= slog.LevelError {
		r = r.Clone()
		r.Add("at", fault.Word(here()))
	}
	return h.Handler.Handle(ctx, r)
}

func (h handler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return handler{h.Handler.WithAttrs(attrs)}
}
func (h handler) WithGroup(name string) slog.Handler { return handler{h.Handler.WithGroup(name)} }

// scrub keeps what can't hold a name: of a text it leaves the length, of other
// things their type.
func scrub(groups []string, a slog.Attr) slog.Attr {
	if len(groups) == 0 && (a.Key == slog.LevelKey || a.Key == slog.MessageKey) {
		return a // a message is a constant, which a test sees to
	}
	switch v := a.Value; v.Kind() {
	case slog.KindBool, slog.KindInt64, slog.KindUint64, slog.KindFloat64, slog.KindDuration, slog.KindTime:
		return a
	case slog.KindString:
		return slog.String(a.Key, fmt.Sprintf("(%d tecken)", utf8.RuneCountInString(v.String())))
	default:
		return slog.String(a.Key, scrubAny(v.Any()))
	}
}

func scrubAny(v any) string {
	switch v := v.(type) {
	case fault.Word:
		return string(v)
	case error:
		return describe(v)
	}
	return fmt.Sprintf("(%T)", v)
}
