package pages_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	_ "modernc.org/sqlite"

	"itportfoljen/app/base/fuzztest"
	"itportfoljen/data/sqlite/pages"
)

// made is a file that SQLite has written, with all that its rows may be: long ones,
// ones without rowids, ones of every width of number.
func made(t testing.TB, size, rows int) (file []byte, want map[string]bool) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	run := func(query string, args ...any) {
		t.Helper()
		if _, err := db.Exec(query, args...); err != nil {
			t.Fatal(err)
		}
	}
	run(fmt.Sprintf("PRAGMA page_size = %d; PRAGMA user_version = 7; CREATE TABLE a (n INTEGER PRIMARY KEY, t TEXT, i INTEGER, b BLOB) STRICT; CREATE TABLE w (k TEXT, o INTEGER, v TEXT, PRIMARY KEY (k, o)) STRICT, WITHOUT ROWID; BEGIN", size))
	want = map[string]bool{}
	n := rand.New(rand.NewPCG(1, 2))
	for i := range rows {
		text, number := strings.Repeat("å", n.IntN(40)), n.Int64()>>n.IntN(64)
		if i%37 == 0 {
			text = strings.Repeat("lång rad ", n.IntN(4000))
		}
		if i%5 == 0 {
			number = -number
		}
		blob := make([]byte, n.IntN(20))
		run("INSERT INTO a VALUES (?, ?, ?, ?)", i+1, text, number, blob)
		want[fmt.Sprintf("a %d %v", i+1, []any{nil, text, number, blob})] = true
		run("INSERT INTO w VALUES (?, ?, ?)", fmt.Sprint("nyckel ", i%97), i, text)
		want[fmt.Sprintf("w 0 %v", []any{fmt.Sprint("nyckel ", i%97), int64(i), text})] = true
	}
	run("COMMIT")
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	file, err = os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return file, want
}

func read(t testing.TB, file []byte) (pages.Info, map[string]pages.Standing) {
	t.Helper()
	got := map[string]pages.Standing{}
	info, err := pages.Read(t.Context(), bytes.NewReader(file), int64(len(file)), func(r pages.Row) error {
		table := "a"
		if r.Index {
			table = "w"
		}
		got[fmt.Sprintf("%s %d %v", table, r.Rowid, r.Values)] = r.Standing
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return info, got
}

func TestReadsWhatSQLiteWrote(t *testing.T) {
	for _, size := range []int{512, 1024, 4096, 65536} {
		file, want := made(t, size, 3000)
		info, got := read(t, file)
		if info.PageSize != size || info.Schema != 7 || info.Short || !info.Head || info.Pages != info.Declared {
			t.Errorf("%d: %+v", size, info)
		}
		for row := range want {
			if s, ok := got[row]; !ok || s != pages.Reached {
				t.Fatalf("%d: %.80s is %v, found: %v", size, row, s, ok)
			}
		}
		clear(file[:100]) // without the head, and so without its size and the trees
		info, got = read(t, file)
		lost := 0
		for row := range want {
			if _, ok := got[row]; !ok {
				lost++
			}
		}
		if lost > 0 || info.PageSize != size || info.Head {
			t.Errorf("%d: without the head %d rows of %d are lost, %+v", size, lost, len(want), info)
		}
	}
}

func TestReadsOnlyWhatWasWritten(t *testing.T) {
	file, want := made(t, 4096, 2000)
	_, all := read(t, file)
	for _, cut := range []int{len(file) / 2, len(file) - 100, 4096*3 + 17, 4096, 99, 0} {
		_, got := read(t, file[:cut])
		for row := range got {
			if _, ok := all[row]; !ok {
				t.Fatalf("cut at %d there is %.80s", cut, row)
			}
		}
		if cut == len(file)/2 && len(got) < len(want)/3 {
			t.Errorf("of half a file only %d rows of %d are read", len(got), len(want))
		}
	}
}

// sick is a disk that doesn't give some pages.
type sick struct {
	*bytes.Reader
	bad map[int64]bool
}

func (s sick) ReadAt(p []byte, off int64) (int, error) {
	if s.bad[off/4096+1] {
		return 0, errors.New("input/output error")
	}
	return s.Reader.ReadAt(p, off)
}

func TestABadSectorCostsItsPage(t *testing.T) {
	file, want := made(t, 4096, 2000)
	n, rows := int64(0), 0
	info, err := pages.Read(t.Context(), sick{bytes.NewReader(file), map[int64]bool{9: true, 20: true}}, int64(len(file)), func(pages.Row) error { rows++; return nil })
	for range maps.Keys(want) {
		n++
	}
	if err != nil || info.Unread != 2 || int64(rows) < n*9/10 {
		t.Errorf("%d rows of %d, %d unread, %v", rows, n, info.Unread, err)
	}
}

func TestStops(t *testing.T) {
	file, _ := made(t, 4096, 500)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := pages.Read(ctx, bytes.NewReader(file), int64(len(file)), func(pages.Row) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	enough := errors.New("enough")
	if _, err := pages.Read(t.Context(), bytes.NewReader(file), int64(len(file)), func(pages.Row) error { return enough }); err != enough {
		t.Error(err)
	}
}

// FuzzRead: no file makes the reader panic, go on without end or eat memory.
func FuzzRead(f *testing.F) {
	fuzztest.Brief(f)
	file, _ := made(f, 512, 60)
	f.Add(file)
	f.Add(file[:len(file)/2])
	large, _ := made(f, 4096, 20)
	f.Add(large)
	circle := slices.Clone(file) // a page of the tree that points at itself, and a free one
	binary.BigEndian.PutUint32(circle[32:], 3)
	binary.BigEndian.PutUint32(circle[1024:], 3)
	f.Add(circle)
	f.Fuzz(func(t *testing.T, b []byte) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		rows, held := 0, 0
		info, err := pages.Read(t.Context(), bytes.NewReader(b), int64(len(b)), func(r pages.Row) error {
			rows++
			for _, v := range r.Values {
				switch v := v.(type) {
				case string:
					held += len(v)
				case []byte:
					held += len(v)
				}
			}
			return nil
		})
		runtime.ReadMemStats(&after)
		if err != nil || info.Rows != rows {
			t.Fatal(rows, info.Rows, err)
		}
		if most := 40*len(b) + 1<<20; held > most || after.TotalAlloc-before.TotalAlloc > uint64(400*len(b)+16<<20) {
			t.Fatalf("%d bytes gave %d, and took %d", len(b), held, after.TotalAlloc-before.TotalAlloc)
		}
	})
}
