package sqlite

import (
	"compress/gzip"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/data/storetest"
)

// Files of every schema that has been handed out are kept: each still opens, is
// brought up to date and holds what it held. They are made once, by the version of
// the day, and never again:
//
//	go test ./data/sqlite -run TestKeptFiles -keep
var keep = flag.Bool("keep", false, "makes the kept file of the newest schema, if there is none")

func TestKeptFiles(t *testing.T) {
	if *keep {
		keepFile(t, filepath.Join("testdata", fmt.Sprintf("schema-%d", newest(migrations))))
	}
	kept, err := filepath.Glob("testdata/schema-*.itp.gz")
	if err != nil || len(kept) == 0 {
		t.Fatal("there are no kept files: ", err)
	}
	for _, from := range kept {
		t.Run(filepath.Base(from), func(t *testing.T) {
			f, err := os.Open(from)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			z, err := gzip.NewReader(f)
			if err != nil {
				t.Fatal(err)
			}
			data, err := io.ReadAll(z)
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "gammal.itp")
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(from, ".itp.gz") + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			p := wandering(t, open(t, path, me), 9, nil).P
			if err := p.Check(t.Context()); err != nil {
				t.Fatal(err, cause(err))
			}
			got := written(t, p)
			for line := range strings.Lines(string(want)) { // a later version may know more, and has changed what it moved
				if head, _, record := strings.Cut(line, " ändrad "); record && strings.Contains(got, head) {
					continue
				}
				if !strings.Contains(got, line) {
					t.Errorf("it no longer holds %s", line)
				}
			}
		})
	}
}

func keepFile(t *testing.T, name string) {
	t.Helper()
	path, holds := filepath.Join(t.TempDir(), "ny.itp"), ""
	s, err := Create(t.Context(), path, me, func(s app.Store) (err error) {
		holds, err = lifetime(t, s)
		return err
	})
	if err != nil {
		t.Fatal(err, cause(err))
	}
	s.Close()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	to, err := os.OpenFile(name+".itp.gz", os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		t.Fatal(err)
	}
	z := gzip.NewWriter(to)
	_, err = z.Write(data)
	if err := errors.Join(err, z.Close(), to.Close(), os.WriteFile(name+".txt", []byte(holds), 0o644)); err != nil {
		t.Fatal(err)
	}
}

// lifetime does to a portfolio what may be done to one, and writes what it holds
// then.
func lifetime(t *testing.T, s app.Store) (string, error) {
	if _, err := app.Begin(t.Context(), app.Deps{Store: s, Who: "Anna Ek", Now: storetest.Now}, app.Beginning{Municipality: "Ekvalla kommun", Model: apptest.Model()}); err != nil {
		return "", err
	}
	w := wandering(t, s, 1, nil)
	if _, err := w.P.CreateAll(t.Context(), "Tillagt", apptest.Records(w.P)); err != nil {
		return "", err
	}
	w.Done += 2
	if err := w.Wander(t.Context(), 250); err != nil {
		return "", err
	}
	notes := field.Column{Field: system.Kind.Field("notes")}
	for _, v := range []field.Value{"något som rensas: 19121212-1212", nil} {
		if _, err := w.P.Set(t.Context(), w.P.All(system.Kind)[0].ID, notes, v); err != nil {
			return "", err
		}
	}
	_, err := w.P.Erase(t.Context(), "19121212-1212", "personuppgift")
	return written(t, w.P), err
}

// written is all that a portfolio holds, a line for each thing.
func written(t *testing.T, p *app.Portfolio) string {
	t.Helper()
	var out []string
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	say("identitet %s", p.Identity())
	for id, r := range storetest.All(p) {
		say("%s %s ref %q skapad %s ändrad %s", r.Kind.Name, id, r.Ref, r.Created, r.Changed)
		for f := range r.Values {
			say("%s %s %s = %q", r.Kind.Name, id, f.Key, field.Encode(r.Get(f)))
		}
		for _, f := range r.Kind.Fields() { // what was a text, and what was kept here, before
			switch v := f.Value(p, r, 0); {
			case field.IsEmpty(v), f.Yearly:
			case f.Target() != nil:
				say("%s %s %s = %q", r.Kind.Name, id, f.Key, f.Show(p, v))
			case f.Via != nil:
				say("%s %s %s = %q", r.Kind.Name, id, f.Key, field.Encode(v))
			}
		}
		for key, v := range r.FreeValues() {
			say("%s %s fritt %s = %q", r.Kind.Name, id, key, v)
		}
	}
	es, err := p.Journal(context.Background(), app.Query{})
	if err != nil {
		t.Fatal(err, cause(err))
	}
	for _, e := range es {
		say("ändring %s %s %s %q %q %d %v", e.Seal(), e.At.UTC().Format("2006-01-02T15:04:05Z"), e.Who, e.Label, e.Origin, e.Undoes, e.Erased)
		for _, c := range e.Changes {
			line := fmt.Sprintf("ändring %d %d %s %s %v", e.Number, c.Op, c.Kind.Name, c.ID, c.Erased)
			if c.Field != nil {
				line += fmt.Sprintf(" %s %q %q", strings.TrimPrefix(c.Field.Key, "\x00"), field.Encode(c.Before), field.Encode(c.After))
			}
			out = append(out, line)
		}
	}
	slices.Sort(out)
	return strings.Join(out, "\n") + "\n"
}
