package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// oddity is a small list and what a careful reader makes of it.
type oddity struct {
	file   string
	before []string // read into the portfolio first
	facts  []fact
}

// fact is one thing that must hold, or be told or asked about: testdata/oddities.txt
// says how it is written.
type fact struct {
	line  string
	parts []string
}

// tally counts facts by how they came out.
type tally struct {
	right, asked, refused, wrong int
	faults                       []string
}

// oddities reads the facts.
func oddities(t testing.TB) []oddity {
	t.Helper()
	data, err := os.ReadFile("testdata/oddities.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []oddity
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "file "):
			words := strings.Fields(line)
			out = append(out, oddity{file: words[1], before: words[min(3, len(words)):]})
		default:
			o := &out[len(out)-1]
			var parts []string
			for p := range strings.SplitSeq(line, "|") {
				parts = append(parts, strings.TrimSpace(p))
			}
			o.facts = append(o.facts, fact{line, parts})
		}
	}
	return out
}

// TestOddLists reads the small lists: nothing may be wrong in silence.
func TestOddLists(t *testing.T) {
	dir := filepath.Join(corpusFolder, "fall")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the small lists aren't on this machine")
	}
	questions, files, wrong := 0, 0, 0
	for _, o := range oddities(t) {
		t.Run(o.file, func(t *testing.T) {
			got := readOdd(t, dir, o)
			for _, f := range got.faults {
				t.Log(f)
			}
			wrong += got.wrong
			if got.refused > 0 {
				t.Logf("refused: %s", got.errs)
			}
			files++
			questions += got.questions
		})
	}
	if t.Logf("%d questions about %d lists, %d wrong", questions, files, wrong); wrong > mostWrong {
		t.Errorf("%d are wrong, and were %d", wrong, mostWrong)
	}
	if questions > files {
		t.Errorf("%d questions about %d holding", questions, files)
	}
}

// mostWrong is how many facts are known not to hold.
const mostWrong = 0

// corpusFolder holds the lists, beside the repository, where there are any.
const corpusFolder = "../../../shared/corpus"

// odd is how a list came out.
type odd struct {
	tally
	imported
	errs      string
	questions int
}

// imported is what the program answers, as a machine reads it.
type imported struct {
	result
	Kind      string
	Questions []struct {
		ID    string
		Rows  []int
		Words string
	}
	Errors, Remarks []point
	Unread          []struct {
		Row       int
		Name, Why string
	}
	raw string
}

type point struct {
	Row                    int
	Column, Value, Message string
}

// readOdd reads a list into a portfolio of its own and holds it to the facts.
func readOdd(t *testing.T, dir string, o oddity) *odd {
	w := newWorld(t)
	w.do("new", "a.itp", "--name", "Granvik")
	for _, f := range o.before {
		w.do("import", "a.itp", absolute(t, dir, f))
	}
	got := &odd{}
	path := absolute(t, dir, o.file)
	dry, dryOut, _ := w.run("import", "a.itp", path, "--dry-run", "--json")
	code, out, errs := w.run("import", "a.itp", path, "--json")
	got.errs, got.raw = errs, out
	if dry != code {
		got.fault("dry run: exit %d, import: exit %d", dry, code)
	}
	if code == 0 {
		if err := json.Unmarshal([]byte(out), &got.imported); err != nil {
			t.Fatal(err)
		}
		var was imported
		if err := json.Unmarshal([]byte(dryOut), &was); err != nil || was.New != got.New || was.Changed != got.Changed || was.RowsRead != got.RowsRead {
			got.fault("dry run and import differ: %d new, %d changed of %d; %d, %d of %d", was.New, was.Changed, was.RowsRead, got.New, got.Changed, got.RowsRead)
		}
		if n := got.lost(); n != 0 {
			got.fault("%d rows are lost", n)
		}
		got.questions = len(got.Questions)
	}
	holding := newHolding(w)
	for _, f := range o.facts {
		got.hold(f, holding, code)
	}
	if code == 0 {
		var again result
		w.json(&again, "import", "a.itp", path)
		if again.New+again.Changed != 0 {
			got.fault("read again: %d new, %d changed", again.New, again.Changed)
		}
	}
	return got
}

func absolute(t *testing.T, dir, name string) string {
	path, err := filepath.Abs(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func (o *odd) fault(format string, args ...any) {
	o.wrong++
	o.faults = append(o.faults, fmt.Sprintf(format, args...))
}

// hold counts a fact.
func (o *odd) hold(f fact, l *holding, code int) {
	switch f.parts[0] {
	case "exit":
		if strconv.Itoa(code) != f.parts[1] {
			o.fault("%s, but it is %d", f.line, code)
			return
		}
		o.refused += code
	case "told":
		switch {
		case code != 0:
			if !isRow.MatchString(f.parts[1]) && !strings.Contains(o.errs, f.parts[1]) {
				o.fault("%s, but it says: %s", f.line, o.errs)
			}
		case !o.tells(f.parts[1]):
			o.fault("%s, but nothing is", f.line)
		default:
			o.right++
		}
	default:
		value := l.value(f)
		want := strings.Split(f.parts[len(f.parts)-1], " or ")
		if f.parts[0] == "cost" {
			want = strings.Split(f.parts[4], " or ")
		}
		switch {
		case slices.Contains(want, value):
			o.right++
		case code != 0:
			o.refused++
		case (value == "-" || f.parts[0] == "count") && o.asks(f):
			o.asked++
		default:
			o.fault("%s, but it is %s", f.line, value)
		}
	}
}

var isRow = regexp.MustCompile(`^row (\d+)$`)

// tells says that something that was said points at a row or has the words.
func (o *odd) tells(what string) bool {
	m := isRow.FindStringSubmatch(what)
	if m == nil {
		return strings.Contains(o.raw, what)
	}
	row, _ := strconv.Atoi(m[1])
	for _, q := range o.Questions {
		if slices.Contains(q.Rows, row) {
			return true
		}
	}
	for _, list := range [][]point{o.Remarks, o.said()} {
		if slices.ContainsFunc(list, func(i point) bool { return i.Row == row }) {
			return true
		}
	}
	for _, u := range o.Unread {
		if u.Row == row || strings.Contains(u.Why, strconv.Itoa(row)) {
			return true
		}
	}
	return false
}

// said are the cells that couldn't be read, and the rows that were passed over.
func (o *odd) said() []point {
	var out []point
	for _, e := range o.Errors {
		out = append(out, point{Row: e.Row})
	}
	for _, s := range o.Skipped {
		out = append(out, point{Row: s.Row})
	}
	return out
}

// asks says that a fact that doesn't hold is asked about, by a question that names the
// record; a count by any.
func (o *odd) asks(f fact) bool {
	name := f.parts[min(2, len(f.parts)-1)]
	switch f.parts[0] {
	case "count":
		name = ""
	case "cost":
		name = f.parts[1]
	}
	for _, q := range o.Questions {
		if strings.Contains(q.Words, name) {
			return true
		}
	}
	return false
}

// holding are what the portfolio has, asked for as machines do.
type holding struct {
	w    *world
	have map[string][]map[string]any
}

func newHolding(w *world) *holding { return &holding{w, map[string][]map[string]any{}} }

func (l *holding) of(kind string) []map[string]any {
	if _, ok := l.have[kind]; !ok {
		var rows []map[string]any
		l.w.json(&rows, "list", "a.itp", kind)
		l.have[kind] = rows
	}
	return l.have[kind]
}

// value is what a fact is about, as the portfolio has it.
func (l *holding) value(f fact) string {
	p := f.parts
	switch p[0] {
	case "count":
		return strconv.Itoa(len(l.of(p[1])))
	case "is":
		return l.fields(p[1], p[2], p[3])
	case "cost":
		kind := ""
		if len(p) > 5 {
			kind = p[5]
		}
		return l.cost(p[1], p[2], p[3], kind)
	case "sum":
		return l.cost("", p[1], "any", "")
	}
	return "?"
}

func (l *holding) fields(kind, name, keys string) string {
	for _, r := range l.of(kind) {
		if l.named(kind, r) != name {
			continue
		}
		var out []string
		for key := range strings.SplitSeq(keys, ",") {
			out = append(out, l.called(plainly(r[key])))
		}
		return strings.Join(out, ",")
	}
	return "not there"
}

// called gives the name of a supplier that a reference means.
func (l *holding) called(s string) string {
	for _, r := range l.of("suppliers") {
		if plainly(r["ref"]) == s {
			return plainly(r["name"])
		}
	}
	return s
}

// named is what a record is called; a cost goes by what it is of.
func (l *holding) named(kind string, r map[string]any) string {
	if kind == "costs" {
		return l.owner(r)
	}
	return plainly(r["name"])
}

// owner is the name of what a cost is of.
func (l *holding) owner(cost map[string]any) string {
	for _, kind := range []string{"systems", "plan"} {
		for _, r := range l.of(kind) {
			if r["ref"] == cost["owner"] {
				return plainly(r["name"])
			}
		}
	}
	return ""
}

func (l *holding) cost(name, what, year, kind string) string {
	sum, known := 0.0, false
	for _, c := range l.of("costs") {
		if name != "" && l.owner(c) != name || year != "any" && plainly(c["year"]) != year || kind != "" && c["type"] != kind {
			continue
		}
		for _, key := range []string{"budget", "forecast", "actual"} {
			if v, ok := c[key+"_ore"].(float64); ok && (what == key || what == "any") {
				sum, known = sum+v, true
			}
		}
	}
	if !known {
		return "-"
	}
	return strconv.FormatFloat(sum, 'f', -1, 64)
}

var reReference = regexp.MustCompile(` \([A-Z]{2,4}-\d+\)| <[^>]*>`)

// plainly is a value as the facts write it, without references and addresses.
func plainly(v any) string {
	switch v := v.(type) {
	case nil:
		return "-"
	case []any:
		var out []string
		for _, x := range v {
			out = append(out, plainly(x))
		}
		slices.Sort(out)
		if len(out) == 0 {
			return "-"
		}
		return strings.Join(out, "; ")
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case string:
		return reReference.ReplaceAllString(v, "")
	}
	return fmt.Sprint(v)
}
