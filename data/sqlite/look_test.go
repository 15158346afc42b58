package sqlite

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/org"
)

func TestLookTellsWhatAFileHoldsAndWritesNothing(t *testing.T) {
	path := closed(t, 3)
	h, err := Look(t.Context(), path, org.UnitKind)
	if err != nil || h.Count != 3 || h.Schema != newest(migrations) || h.Newest.Number != 1 || h.Newest.Who == "" {
		t.Errorf("%+v, %v", h, err)
	}
	if got := inFolder(t, path); len(got) != 1 {
		t.Errorf("beside it: %q", got)
	}
	later := newStore(Options{migrations: later}.withDefaults()) // an older file isn't migrated
	if err := later.locate(path); err != nil {
		t.Fatal(err)
	}
	c, err := later.connect(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer c.close()
	if h, err := later.held(t.Context(), c, org.UnitKind); err != nil || h.Schema != newest(migrations) || h.Count != 3 {
		t.Errorf("by a newer program: %+v, %v", h, err)
	}
}

func TestLookRefusesWhatIsNoPortfolio(t *testing.T) {
	run := func(script string) func(t *testing.T, path string) {
		return func(t *testing.T, path string) {
			c, err := connect(t.Context(), path, renewing)
			if err != nil {
				t.Fatal(err)
			}
			defer c.close()
			if err := c.run(t.Context(), script); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, c := range map[string]struct {
		spoil func(t *testing.T, path string)
		code  fault.Code
	}{
		"a trigger":       {run("CREATE TRIGGER t AFTER INSERT ON unit BEGIN DELETE FROM unit; END"), fault.Unreadable},
		"a later version": {run("PRAGMA user_version = 900"), fault.TooNew},
		"another program": {run("PRAGMA application_id = 7"), fault.Unreadable},
		"a lost parent":   {run("INSERT INTO block (entry, ord, hash, data) SELECT 77, ord, hash, data FROM block LIMIT 1"), fault.Damaged},
		"a broken page": {func(t *testing.T, path string) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for i := len(data) / 2; i < len(data); i++ {
				data[i] ^= 0xff
			}
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}, fault.Damaged},
	} {
		t.Run(name, func(t *testing.T) {
			path := closed(t, 3)
			c.spoil(t, path)
			if _, err := Look(t.Context(), path, org.UnitKind); fault.CodeOf(err) != c.code {
				t.Errorf("%v (%v)", err, cause(err))
			}
		})
	}
}

func TestTheOldFileIsKeptWhereCopiesAre(t *testing.T) {
	path := closed(t, 3)
	kept := filepath.Join(t.TempDir(), "kopia.itp")
	o := me
	o.migrations = later
	o.Keep = func(ctx context.Context, of string, write func(context.Context, string) error) (string, error) {
		if of != path {
			t.Errorf("a copy of %s", of)
		}
		return kept, write(ctx, kept)
	}
	s := open(t, path, o)
	if got := s.Info().Migrated; got != kept {
		t.Errorf("kept in %s", got)
	}
	s.Close()
	if got := inFolder(t, path); len(got) != 1 {
		t.Errorf("beside it: %q", got)
	}
	if h, err := Look(t.Context(), kept, org.UnitKind); err != nil || h.Count != 3 || h.Schema != newest(migrations) {
		t.Errorf("the copy: %+v, %v", h, err)
	}
}

func TestTheOldFileIsKeptBesideWhenThereIsNoPlaceForCopies(t *testing.T) {
	path := closed(t, 3)
	o := me
	o.migrations = later
	o.Keep = func(context.Context, string, func(context.Context, string) error) (string, error) {
		return "", errors.New("borta")
	}
	s := open(t, path, o)
	if got := s.Info().Migrated; filepath.Dir(got) != filepath.Dir(path) || !strings.Contains(got, "före-migrering") {
		t.Errorf("kept in %s", got)
	}
	s.Close()
}
