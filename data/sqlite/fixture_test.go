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
	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
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
	for _, k := range keptFiles(t) {
		t.Run(fmt.Sprintf("schema %d", k.schema), func(t *testing.T) {
			p := wandering(t, open(t, k.write(t, k.bytes), me), 9, nil).P
			if err := p.Check(t.Context()); err != nil {
				t.Fatal(err, cause(err))
			}
			got := written(t, p)
			for _, line := range k.lines {
				if !holds(got, line) {
					t.Errorf("it no longer holds %s", line)
				}
			}
			if k.schema < newest(migrations) {
				atEachMoment(t, p, k)
			}
		})
	}
}

// atEachMoment: what was before a migration can be counted back to unless it moved what
// people had written.
func atEachMoment(t *testing.T, p *app.Portfolio, k keptFile) {
	t.Helper()
	es, err := p.Journal(t.Context(), app.Query{Limit: 1})
	if err != nil || len(es) != 1 {
		t.Fatal(err)
	}
	moved := es[0].Origin == app.OriginMigration
	if moved != (k.schema < 3) {
		t.Errorf("its newest entry is %q", es[0].Label)
	}
	if _, err := p.CreateAll(t.Context(), "Efter migreringen", []*field.Record{apptest.Record(p, view.Kind, view.Name, "En vy")}); err != nil {
		t.Fatal(err, cause(err))
	}
	then, err := p.At(t.Context(), es[0].Number)
	if err != nil || len(then.All(view.Kind)) != len(p.All(view.Kind))-1 {
		t.Errorf("the portfolio before the view was made: %v", err)
	}
	if _, err := p.At(t.Context(), es[0].Number-1); (err == nil) == moved {
		t.Errorf("the portfolio before entry %d %q: %v", es[0].Number, es[0].Label, err)
	}
}

// keptFile is a kept file, and what it holds.
type keptFile struct {
	schema int
	bytes  []byte
	lines  []string
}

func keptFiles(t *testing.T) (out []keptFile) {
	t.Helper()
	paths, err := filepath.Glob("testdata/schema-*.itp.gz")
	if err != nil || len(paths) == 0 {
		t.Fatal("there are no kept files: ", err)
	}
	for _, path := range paths {
		var k keptFile
		if _, err := fmt.Sscanf(filepath.Base(path), "schema-%d.itp.gz", &k.schema); err != nil {
			t.Fatal(err)
		}
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		if k.bytes, err = io.ReadAll(z); err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(strings.TrimSuffix(path, ".itp.gz") + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		k.lines = slices.Collect(strings.Lines(string(want)))
		out = append(out, k)
	}
	return out
}

// write gives a file of its own with some bytes.
func (k keptFile) write(t *testing.T, b []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "gammal.itp")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// holds says whether what is written has a line; a later version may know more, and has
// changed what it moved.
func holds(written, line string) bool {
	head, _, record := strings.Cut(line, " ändrad ")
	return strings.Contains(written, line) || record && strings.Contains(written, head)
}

func holdsAll(written string, lines []string) bool {
	return !slices.ContainsFunc(lines, func(line string) bool { return !holds(written, line) })
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
	again := apptest.Records(w.P) // in the end there is one of every kind
	again = append(again, apptest.Record(w.P, agreement.CoverKind, agreement.CoverOf, w.P.All(agreement.Kind)[0].ID, agreement.Covered, w.P.All(system.Kind)[0].ID))
	if _, err := w.P.CreateAll(t.Context(), "Tillagt igen", again); err != nil {
		return "", err
	}
	for _, k := range app.Kinds {
		if len(w.P.All(k)) == 0 && !k.Lasting {
			return "", fmt.Errorf("the kept file has no %s: make one in lifetime", k.Name)
		}
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
	out := append(append(writtenRecords(p), writtenJournal(t, p)...), "identitet "+p.Identity())
	slices.Sort(out)
	return strings.Join(out, "\n") + "\n"
}

func writtenRecords(p *app.Portfolio) (out []string) {
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
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
	return out
}

func writtenJournal(t *testing.T, p *app.Portfolio) (out []string) {
	t.Helper()
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
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
	return out
}
