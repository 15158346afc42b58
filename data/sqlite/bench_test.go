package sqlite

import (
	"database/sql"
	"database/sql/driver"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/data/storetest"
)

// The benchmarks put the store beside the same rows read and inserted raw.
// Large is 10,000 systems; what they show is a ratio within one run.
const (
	benchSystems = 10_000
	benchCosts   = 60_000
)

// large is a realistic portfolio: words and roles recur, a third is empty.
func large(systems, costs int) []*field.Record {
	rng := rand.New(rand.NewPCG(1, 2))
	id := app.SeededUUIDs(storetest.Moment(0), 1)
	var out []*field.Record
	var units, persons, owners []field.ID
	add := func(k *field.Kind, fill func(r *field.Record)) field.ID {
		r := field.NewRecord(k, id())
		r.Created, r.Changed = "2027-03-01T08:00:00Z", "2027-03-01T08:00:00Z"
		fill(r)
		out = append(out, r)
		return r.ID
	}
	for i := range 100 {
		units = append(units, add(org.UnitKind, func(r *field.Record) { r.Put(org.UnitName.Field, fmt.Sprintf("Enhet %d", i)) }))
	}
	for i := range 400 {
		persons = append(persons, add(org.PersonKind, func(r *field.Record) { r.Put(org.PersonName.Field, fmt.Sprintf("Åsa Öberg %d", i)) }))
	}
	word := []string{"Lönesystem", "Journal för vård och omsorg", "Bygglov", "Skolplattform", "Ärendehantering med arkiv"}
	value := func(f *field.Field) field.Value {
		pick := rng.IntN(3)
		switch {
		case pick == 0:
			return nil
		case f.Type == field.LongText:
			return fmt.Sprintf("%s som används av %s sedan %d.", word[rng.IntN(5)], word[rng.IntN(5)], rng.IntN(3000))
		case f.Type == field.Text:
			return fmt.Sprintf("%s %d", word[rng.IntN(5)], rng.IntN(300))
		case f.Type == field.Choice:
			return []string{"planned", "maintained", "phaseout"}[pick]
		case f.Type == field.Roles:
			return []field.Holding{{Person: persons[rng.IntN(len(persons))]}}
		case f.Type == field.Number, f.Type == field.Level, f.Type == field.Year:
			return int64(rng.IntN(5))
		}
		v := storetest.NewValues(rng.Uint64(), units, persons, nil)
		v.Of = map[*field.Kind][]field.ID{system.Kind: units}
		return v.For(f)
	}
	for i := range systems {
		owners = append(owners, add(system.Kind, func(r *field.Record) {
			r.Ref = fmt.Sprintf("SYS-%04d", i+1)
			for _, f := range r.Kind.Stored() {
				r.Put(f, value(f))
			}
		}))
	}
	for i := range costs {
		add(economy.CostKind, func(r *field.Record) {
			r.Put(economy.CostOwner.Field, owners[i%len(owners)]).Put(economy.CostYear.Field, int64(2024+i%5)).Put(economy.CostType.Field, "licence")
			r.Put(economy.CostKind.Field("budget"), money.Ore(rng.IntN(1e9))).Put(economy.CostKind.Field("actual"), money.Ore(rng.IntN(1e9)))
		})
	}
	return out
}

func commitAll(t testing.TB, s *Store, records []*field.Record) {
	t.Helper()
	e := app.Entry{At: storetest.Moment(0), Who: "Åsa", Label: "Import", Changes: storetest.Creates(records)}
	if _, err := s.Commit(t.Context(), e, last(s), nil); err != nil {
		t.Fatal(err, cause(err))
	}
}

func BenchmarkLoad(b *testing.B) {
	s := create(b)
	commitAll(b, s, large(benchSystems, benchCosts))
	path := s.Info().Path
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	s = open(b, path, me)
	b.Run("store", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := s.Load(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("raw", func(b *testing.B) { // the usual way in Go, one goroutine
		db, err := sql.Open("sqlite", address(path)+"?mode=ro")
		if err != nil {
			b.Fatal(err)
		}
		defer db.Close()
		for b.Loop() {
			for _, table := range []string{"system", "cost", "holding", "link", "unit", "person"} {
				readRaw(b, db, table)
			}
		}
	})
	s.Close()
	b.Run("open and close", func(b *testing.B) {
		for b.Loop() {
			s, err := Open(b.Context(), path, me)
			if err != nil {
				b.Fatal(err)
			}
			s.Close()
		}
	})
	b.Run("sqlite3", func(b *testing.B) { // the C program writing the rows to nowhere
		tool, err := exec.LookPath("sqlite3")
		if err != nil {
			b.Skip("no sqlite3 here")
		}
		for b.Loop() {
			cmd := exec.Command(tool, path, "SELECT * FROM system; SELECT * FROM cost; SELECT * FROM holding; SELECT * FROM link; SELECT * FROM unit; SELECT * FROM person")
			if cmd.Stdout, err = os.OpenFile(os.DevNull, os.O_WRONLY, 0); err != nil {
				b.Fatal(err)
			}
			if err := cmd.Run(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func readRaw(b *testing.B, db *sql.DB, table string) {
	rows, err := db.Query(`SELECT * FROM "` + table + `"`)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	columns, _ := rows.Columns()
	cells, into := make([]any, len(columns)), make([]any, len(columns))
	for i := range cells {
		into[i] = &cells[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCommit(b *testing.B) {
	records := large(benchSystems, 0)
	b.Run("store", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			s := create(b)
			b.StartTimer()
			commitAll(b, s, records)
			b.StopTimer()
			s.Close()
			b.StartTimer()
		}
	})
	b.Run("raw", func(b *testing.B) { // prepared inserts of the same rows, without a journal
		for b.Loop() {
			b.StopTimer()
			s := create(b)
			b.StartTimer()
			insertRaw(b, s, records)
			b.StopTimer()
			s.Close()
			b.StartTimer()
		}
	})
}

func insertRaw(b *testing.B, s *Store, records []*field.Record) {
	db, err := sql.Open("sqlite", address(s.file)+"?"+string(writing)+"&_txlock=immediate")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	tx, err := db.Begin()
	if err != nil {
		b.Fatal(err)
	}
	statements := map[string]*sql.Stmt{}
	run := func(query string, args []any) {
		if statements[query] == nil {
			if statements[query], err = tx.Prepare(query); err != nil {
				b.Fatal(err)
			}
		}
		if _, err := statements[query].Exec(args...); err != nil {
			b.Fatal(err)
		}
	}
	var row []driver.Value
	var args []any
	for _, r := range records {
		t := s.byName[r.Kind.Name]
		row, args = t.row(r, sum{}, row), args[:0]
		for _, v := range row {
			args = append(args, v)
		}
		run(t.insert, args)
		for _, f := range t.lists {
			hs, _ := r.Get(f).([]field.Holding)
			for i, h := range hs {
				run(insertHolding, []any{string(r.ID), f.Key, i, string(h.Person), day(h.From), day(h.To)})
			}
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkSave is one field, durably, against a bare update.
func BenchmarkSave(b *testing.B) {
	s := create(b)
	records := large(1000, 0)
	commitAll(b, s, records)
	r := records[len(records)-1]
	b.Run("store", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			c := field.Change{Op: field.Set, Kind: r.Kind, ID: r.ID, Field: system.Name.Field, After: fmt.Sprint(i)}
			if _, err := s.Commit(b.Context(), app.Entry{At: storetest.Moment(i), Changes: []field.Change{c}}, last(s), nil); err != nil {
				b.Fatal(err)
			}
		}
	})
	s.Close()
	b.Run("raw", func(b *testing.B) {
		db, err := sql.Open("sqlite", address(filepath.Clean(s.file))+"?"+string(writing)+"&_txlock=immediate")
		if err != nil {
			b.Fatal(err)
		}
		defer db.Close()
		for i := 0; b.Loop(); i++ {
			if _, err := db.Exec("UPDATE system SET name = ? WHERE id = ?", fmt.Sprint(i), string(r.ID)); err != nil {
				b.Fatal(err)
			}
		}
	})
}
