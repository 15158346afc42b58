package wiring

import (
	"context"
	"log/slog"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/exchange/sheet"
)

// logged notes what has been opened, read and reported, how much it was and how
// long it took. What fails is noted where people are told of it.
func logged(s app.Services, log *slog.Logger) app.Services {
	open, read, report := s.Open, s.ReadBook, s.Report
	s.Open = func(ctx context.Context, path string, a app.Access) (*app.Portfolio, error) {
		from := time.Now()
		p, err := open(ctx, path, a)
		if err == nil {
			records := 0
			for _, k := range app.Kinds {
				records += len(p.All(k))
			}
			log.Info("open", "records", records, "readonly", p.Info().ReadOnly, "ms", since(from))
		}
		return p, err
	}
	s.ReadBook = func(ctx context.Context, path string, progress func(float64)) (*sheet.Book, error) {
		from := time.Now()
		b, err := read(ctx, path, progress)
		if err == nil {
			rows := 0
			for _, sh := range b.Sheets {
				rows += len(sh.Rows)
			}
			log.Info("read", "sheets", len(b.Sheets), "rows", rows, "ms", since(from))
		}
		return b, err
	}
	s.Report = func(ctx context.Context, p *app.Portfolio, name string, settings map[string]string) (app.Report, error) {
		from := time.Now()
		r, err := report(ctx, p, name, settings)
		if err == nil {
			log.Info("report", "pages", r.Pages(), "ms", since(from))
		}
		return r, err
	}
	return s
}

func since(from time.Time) int64 { return time.Since(from).Milliseconds() }
