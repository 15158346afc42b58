package fault_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"regexp"
	"strings"
	"testing"

	"itportfoljen/app/base/fault"
)

func TestTell(t *testing.T) {
	for _, c := range []struct {
		err    error
		want   string
		logged bool
	}{
		{nil, "", false},
		{fault.New(fault.Invalid, "Skriv ett tal."), "Skriv ett tal.", false},
		{fault.New(fault.Usage, "Så här."), "Så här.", false},
		{fault.New(fault.Canceled, "Avbrutet."), "Avbrutet.", false},
		{fault.New(fault.Locked, "Upptagen."), "Upptagen.", true},
		{fault.New(fault.Internal, "Något gick fel."), "Något gick fel. Orsaken står i loggen (REF).", true},
		{errors.New("hemligt"), "Ett internt fel uppstod. Inget har gått förlorat. Försök igen; hjälper det inte, starta om programmet. Orsaken står i loggen (REF).", true},
	} {
		var out bytes.Buffer
		got := fault.Tell(slog.New(slog.NewTextHandler(&out, nil)), c.err)
		if m := regexp.MustCompile(`\(([0-9A-F]{4})\)`).FindStringSubmatch(got); m != nil {
			if !strings.Contains(out.String(), "ref="+m[1]) {
				t.Errorf("%s isn't in the log: %s", m[1], &out)
			}
			got = strings.Replace(got, m[1], "REF", 1)
		}
		if got != c.want || (out.Len() > 0) != c.logged {
			t.Errorf("%v: %q, want %q; log %q", c.err, got, c.want, &out)
		}
	}
}

// deaf is a log on a disk that is full.
type deaf struct{ slog.Handler }

func (deaf) Handle(context.Context, slog.Record) error { return errors.New("full") }

func TestTellRefersToNoLogThatIsntWritten(t *testing.T) {
	for _, h := range []slog.Handler{slog.DiscardHandler, deaf{slog.NewTextHandler(&bytes.Buffer{}, nil)}} {
		if got := fault.Tell(slog.New(h), fault.New(fault.Internal, "Något gick fel.")); got != "Något gick fel." {
			t.Errorf("%T: %q", h, got)
		}
	}
}

func TestAPanicIsAnErrorWithItsPlace(t *testing.T) {
	boom := errors.New("boom")
	err := func() (err error) {
		defer func() { err = fault.Caught(recover()) }()
		panic(boom)
	}()
	var p *fault.Panic
	if !errors.Is(err, boom) || !errors.As(err, &p) || len(p.Stack()) == 0 || err.Error() != "panic: boom" {
		t.Errorf("%v", err)
	}
	if made := fault.New(fault.Invalid, "x").Made(); len(made) == 0 {
		t.Error("a fault doesn't know where it was made")
	}
	if made := (&fault.Error{}).Made(); len(made) != 0 {
		t.Errorf("made at %v", made)
	}
}
