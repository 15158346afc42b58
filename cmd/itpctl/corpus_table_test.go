package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestTheWholeCorpus reads every file of the corpora, each into a portfolio of its own,
// and prints a table of how they came out. Of the small lists it is held against what a
// careful reader makes of them; of the others, which have no such facts, that nothing is
// lost, that the dry run says what the import does, and that a second import changes
// nothing: what doesn't hold is counted as wrong.
func TestTheWholeCorpus(t *testing.T) {
	if os.Getenv("ITP_CORPUS") == "" {
		t.Skip("a table to look at: make corpus prints it")
	}
	files := corpusFiles()
	if len(files) == 0 {
		t.Skip("the corpora aren't on this machine")
	}
	small := map[string][]oddity{}
	for _, o := range oddities(t) {
		small[o.file] = append(small[o.file], o)
	}
	var all tally
	asked := 0
	fmt.Printf("%-52s %-10s %7s %6s %6s %8s %6s %10s %8s %6s\n", "fil", "slag", "rader", "rätt", "frågat", "vägrat", "fel", "frågor", "sekunder", "MB")
	for _, path := range files {
		name, _ := filepath.Rel(corpusFolder, path)
		row := tried(t, path, small[filepath.Base(path)])
		fmt.Printf("%-52.52s %-10s %7d %6d %6d %8d %6d %10d %8.2f %6d\n", name, row.Kind, row.RowsRead, row.right, row.asked, row.refused, row.wrong, row.questions, row.seconds, row.mb)
		for _, f := range row.faults {
			fmt.Println("    ", f)
		}
		all.right, all.asked, all.refused, all.wrong = all.right+row.right, all.asked+row.asked, all.refused+row.refused, all.wrong+row.wrong
		asked += row.questions
	}
	fmt.Printf("%-52s %-10s %7s %6d %6d %8d %6d %10d\n", fmt.Sprintf("%d filer", len(files)), "", "", all.right, all.asked, all.refused, all.wrong, asked)
	if all.wrong > 0 {
		t.Errorf("%d are wrong", all.wrong)
	}
}

// corpusFiles are the lists and workbooks that there are.
func corpusFiles() []string {
	var out []string
	for _, pattern := range []string{"fall/*.[xc]*", "inventory/*.[xc]*", "plan/*.[xc]*", "csv/*.csv", "xlsx/*/*.*"} {
		found, _ := filepath.Glob(filepath.Join(corpusFolder, pattern))
		slices.Sort(found)
		out = append(out, found...)
	}
	return out
}

// outcome is a line of the table.
type outcome struct {
	odd
	seconds float64
	mb      int64
}

// tried reads a file, held to the facts if there are any.
func tried(t *testing.T, path string, facts []oddity) outcome {
	var out outcome
	w := newWorld(t)
	w.do("new", "a.itp", "--name", "Granvik")
	abs, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(binary, "import", "a.itp", abs, "--json")
	cmd.Dir = w.dir
	began := time.Now()
	code, answer, errs := w.start(cmd)
	out.seconds, out.mb = time.Since(began).Seconds(), peakOf(cmd)
	if code == 0 {
		if err := json.Unmarshal([]byte(answer), &out.imported); err != nil {
			t.Fatal(err)
		}
		out.questions = len(out.Questions)
	}
	if out.seconds > 10 || out.mb > 512 {
		out.fault("%.1f s, %d MB", out.seconds, out.mb)
	}
	for _, o := range facts {
		got := readOdd(t, filepath.Dir(path), o)
		out.right, out.asked, out.refused, out.wrong = out.right+got.right, out.asked+got.asked, out.refused+got.refused, out.wrong+got.wrong
		out.faults = append(out.faults, got.faults...)
	}
	if len(facts) == 0 {
		out.foresees(t, abs, code)
		out.consider(w, abs, code, errs)
	}
	return out
}

// foresees holds the import to what a dry run into a portfolio of its own says of it.
func (o *outcome) foresees(t *testing.T, path string, code int) {
	w := newWorld(t)
	w.do("new", "a.itp", "--name", "Granvik")
	dry, answer, _ := w.run("import", "a.itp", path, "--dry-run", "--json")
	var was imported
	switch {
	case dry != code:
		o.fault("dry run: exit %d, import: exit %d", dry, code)
	case code == 0 && (json.Unmarshal([]byte(answer), &was) != nil || was.New != o.New || was.Changed != o.Changed || was.RowsRead != o.RowsRead):
		o.fault("dry run and import differ: %d new, %d changed of %d; %d, %d of %d", was.New, was.Changed, was.RowsRead, o.New, o.Changed, o.RowsRead)
	}
}

// consider holds what can be held of a file that there are no facts about.
func (o *outcome) consider(w *world, path string, code int, errs string) {
	switch {
	case code != 0:
		if len(strings.TrimSpace(errs)) < 40 {
			o.fault("exit %d: %s", code, errs)
			return
		}
		o.refused++
		return
	case o.lost() != 0:
		o.fault("%d rows are lost", o.lost())
	}
	var again result
	if code, out, errs := w.run("import", "a.itp", path, "--json"); code != 0 || json.Unmarshal([]byte(out), &again) != nil {
		o.fault("read again: exit %d: %s", code, errs)
	} else if again.New+again.Changed != 0 {
		o.fault("read again: %d new, %d changed", again.New, again.Changed)
	}
	switch {
	case o.wrong > 0:
	case o.questions > 0:
		o.asked++
	default:
		o.right++
	}
}
