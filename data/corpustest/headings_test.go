package corpustest

import (
	"context"
	_ "embed"
	"fmt"
	"hash/fnv"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/exchange/match"
	sheets "itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
)

// keyed says what headings mean, written by hand from the language: the heading, the
// kind that is listed and the key of its field, "a|b" where both are right and "-" for none.
//
//go:embed testdata/headings.tsv
var keyed string

// want is what a heading means.
type want struct {
	heading, kind string
	fields        []string
}

// practised says that a heading is of the half that words may be learnt from; what is
// missed in the other half is only counted.
func practised(heading string) bool {
	sum := fnv.New32a()
	sum.Write([]byte(text.Fold(heading)))
	return sum.Sum32()%2 == 0
}

func headingKey(t testing.TB) []want {
	t.Helper()
	var out []want
	for _, line := range strings.Split(strings.TrimSpace(keyed), "\n") {
		parts := strings.Split(line, "\t")
		if len(parts) != 3 {
			t.Fatalf("%q isn't a heading, a kind and a field", line)
		}
		out = append(out, want{parts[0], parts[1], strings.Split(parts[2], "|")})
	}
	return out
}

// tally counts what headings of one half were taken for.
type tally struct {
	hit, miss, wrong, none int // none: rightly taken for nothing
	told                   []string
}

func (n tally) all() int { return n.hit + n.miss + n.wrong + n.none }

func (n tally) String() string {
	pc := func(i, of int) float64 { return 100 * float64(i) / float64(max(1, of)) }
	return fmt.Sprintf("%5d rubriker   träff %4d (%.1f %%)   miss %3d   fel %3d (%.2f %%)   rätt inget %d",
		n.all(), n.hit, pc(n.hit, n.hit+n.miss), n.miss, n.wrong, pc(n.wrong, n.all()), n.none)
}

// count says what came of one heading; got is "" for nothing.
func (n *tally) count(w want, got string) {
	switch {
	case got == "" && slices.Contains(w.fields, "-"):
		n.none++
	case got == "":
		n.miss++
		n.told = append(n.told, fmt.Sprintf("miss  %-14s %-40s %s", w.kind, w.heading, w.fields[0]))
	case slices.Contains(w.fields, got):
		n.hit++
	default:
		n.wrong++
		n.told = append(n.told, fmt.Sprintf("FEL   %-14s %-40s %s, inte %s", w.kind, w.heading, got, w.fields[0]))
	}
}

// halves are the tallies of the half to practise on and of the half that only measures.
type halves struct{ practice, proof tally }

func (h *halves) count(w want, got string) {
	if practised(w.heading) {
		h.practice.count(w, got)
	} else {
		h.proof.count(w, got)
	}
}

func (h *halves) report(t *testing.T, what string) {
	t.Helper()
	t.Logf("\n%s\n  öva  %s\n  prov %s\n  %s", what, h.practice, h.proof, strings.Join(h.practice.told, "\n  "))
}

// hold fails when more headings are taken for something else, or fewer found, than may be.
func (h *halves) hold(t *testing.T, found float64) {
	t.Helper()
	for _, n := range []tally{h.practice, h.proof} {
		if 100*n.wrong > n.all() {
			t.Errorf("%d of %d headings are taken for something else", n.wrong, n.all())
		}
		if got := float64(n.hit) / float64(n.hit+n.miss+1); got < found {
			t.Errorf("%.3f of the headings that mean something are found, want %.3f", got, found)
		}
	}
}

func kindNamed(w field.World, name string) *field.Kind {
	for _, k := range w.Kinds() {
		if k.Name == name {
			return k
		}
	}
	return nil
}

func TestHeadingsAloneMeanWhatTheyDo(t *testing.T) {
	w := intaketest.New()
	names := map[*field.Kind]*match.Names{}
	var h halves
	for _, want := range headingKey(t) {
		k := kindNamed(w, want.kind)
		if k == nil {
			t.Fatalf("there is no kind %s", want.kind)
		}
		for _, f := range want.fields {
			if f != "-" && k.Field(f) == nil {
				t.Errorf("%s: %s has no field %s", want.heading, want.kind, f)
			}
		}
		got := ""
		if names[k] == nil {
			n := match.NamesOf(w, k)
			names[k] = &n
		}
		if f := names[k].Likeliest(sheets.HeadingOf(want.heading)); f != nil {
			got = f.Key
		}
		h.count(want, got)
	}
	h.report(t, "Rubriken ensam")
	h.hold(t, 0.93)
}

func TestHeadingsOfWholeListsMeanWhatTheyDo(t *testing.T) {
	means := map[string]want{}
	for _, w := range headingKey(t) {
		means[w.kind+"\t"+text.Key(w.heading)] = w
	}
	var h halves
	for _, name := range corpusBooks(t) {
		r, err := intake.Plan(context.Background(), intaketest.New(), read(t, name), intake.Options{}, nil)
		if r == nil || err != nil || r.Foreign() != nil {
			continue
		}
		for _, c := range r.Columns {
			w, known := means[r.Kind.Name+"\t"+text.Key(c.Heading)]
			if !known {
				continue
			}
			got := ""
			if c.Field != nil {
				got = c.Field.Key
			}
			h.count(w, got)
		}
	}
	h.report(t, "Rubriken med sitt innehåll")
	for _, n := range []tally{h.practice, h.proof} {
		if 100*n.wrong > n.all() {
			t.Errorf("%d of %d headings are taken for something else", n.wrong, n.all())
		}
	}
}

// corpusBooks are the lists of the corpora that people could have made.
func corpusBooks(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, dir := range []string{"inventory", "plan", "fall", "csv"} {
		filepath.WalkDir(filepath.Join(corpus, dir), func(path string, d fs.DirEntry, err error) error {
			if err == nil && (strings.HasSuffix(path, ".xlsx") || strings.HasSuffix(path, ".csv")) {
				name, _ := filepath.Rel(corpus, path)
				out = append(out, name)
			}
			return nil
		})
	}
	if len(out) == 0 {
		t.Skip("no corpus here")
	}
	return out
}
