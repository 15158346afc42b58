package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// result is what import --json answers.
type result struct {
	RowsRead  int `json:"rows_read"`
	New       int
	Changed   int
	Unchanged int
	Skipped   []struct{ Row int }
	Sheets    []result
}

// lost is how many rows nothing is said of.
func (r result) lost() int {
	n := r.RowsRead - r.New - r.Changed - r.Unchanged - len(r.Skipped)
	for _, s := range r.Sheets {
		if n == 0 {
			n = s.lost()
		}
	}
	return n
}

// tallies holds that the import answered last tells of every row it read, on
// every sheet.
func tallies(ts *testscript.TestScript, neg bool, _ []string) {
	positive(ts, neg, "tallies")
	var r result
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &r))
	if n := r.lost(); n != 0 {
		ts.Fatalf("%d rows are neither new, changed, unchanged nor skipped", n)
	}
}

// jsonAt holds that a place in the answer, as sheets.0.new, has a value:
// a regular expression; len is the length of a list.
func jsonAt(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: json path value")
	}
	var v any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &v))
	got, err := at(v, args[0])
	ts.Check(err)
	want, err := regexp.Compile("^(?:" + args[1] + ")$")
	ts.Check(err)
	if want.MatchString(got) == neg {
		ts.Fatalf("%s is %s", args[0], got)
	}
}

// field PATH NAME keeps a place in the answer as a variable.
func fieldAt(ts *testscript.TestScript, neg bool, args []string) {
	positive(ts, neg, "field")
	if len(args) != 2 {
		ts.Fatalf("usage: field path NAME")
	}
	var v any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &v))
	got, err := at(v, args[0])
	ts.Check(err)
	ts.Setenv(args[1], got)
}

func at(v any, path string) (string, error) {
	for step := range strings.SplitSeq(path, ".") {
		switch in := v.(type) {
		case map[string]any:
			var has bool
			if v, has = in[step]; !has {
				return "", errors.New("there is no " + path)
			}
		case []any:
			if step == "len" {
				v = float64(len(in))
				continue
			}
			i, err := strconv.Atoi(step)
			if err != nil || i < 0 || i >= len(in) {
				return "", errors.New("there is no " + path)
			}
			v = in[i]
		default:
			return "", errors.New("there is no " + path)
		}
	}
	if s, ok := v.(string); ok {
		return s, nil
	}
	b, err := json.Marshal(v)
	return string(b), err
}

// lists A B KIND… holds that two portfolios have the same records: alike in all but
// their identities and, which a sheet doesn't hold, when their roles began.
func lists(ts *testscript.TestScript, neg bool, args []string) {
	positive(ts, neg, "lists")
	if len(args) < 3 {
		ts.Fatalf("usage: lists a.itp b.itp kind…")
	}
	for _, kind := range args[2:] {
		left := map[string]int{}
		for i, sign := range []int{1, -1} {
			ts.Check(ts.Exec("itpctl", "list", args[i], kind, "--json", "--date", "2026-11-21"))
			var records []map[string]any
			ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &records))
			if len(records) == 0 {
				ts.Fatalf("%s has no %s", args[i], kind)
			}
			for _, r := range records {
				left[content(r)] += sign
			}
		}
		for text, n := range left {
			if n != 0 {
				ts.Fatalf("%s: only in one: %s", kind, text)
			}
		}
	}
}

func content(r map[string]any) string {
	for key := range r {
		if key == "id" || strings.HasSuffix(key, "_history") {
			delete(r, key)
		}
	}
	b, _ := json.Marshal(r) // maps are written in the order of their keys
	return string(b)
}

// drop takes what matches, which is there, out of files.
func drop(ts *testscript.TestScript, neg bool, args []string) {
	positive(ts, neg, "drop")
	if len(args) < 2 {
		ts.Fatalf("usage: drop regexp file…")
	}
	what, err := regexp.Compile(args[0])
	ts.Check(err)
	for _, name := range args[1:] {
		text := ts.ReadFile(name)
		if !what.MatchString(text) {
			ts.Fatalf("nothing in %s matches", name)
		}
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(what.ReplaceAllString(text, "")), 0o600))
	}
}

// only holds that nothing but these files lies in the script's folder.
func only(ts *testscript.TestScript, neg bool, args []string) {
	positive(ts, neg, "only")
	entries, err := os.ReadDir(ts.MkAbs("."))
	ts.Check(err)
	known := map[string]bool{".tmp": true}
	for _, name := range args {
		known[name] = true
	}
	for _, e := range entries {
		if !known[e.Name()] {
			ts.Fatalf("left behind: %s", e.Name())
		}
	}
}

// mode holds that only the owner, or whoever the mode says, may do what with a file.
func mode(ts *testscript.TestScript, neg bool, args []string) {
	positive(ts, neg, "mode")
	if len(args) != 2 {
		ts.Fatalf("usage: mode 600 file")
	}
	want, err := strconv.ParseUint(args[0], 8, 32)
	ts.Check(err)
	info, err := os.Stat(filepath.Clean(ts.MkAbs(args[1])))
	ts.Check(err)
	if got := info.Mode().Perm(); got != os.FileMode(want) {
		ts.Fatalf("%s has mode %o", args[1], got)
	}
}
