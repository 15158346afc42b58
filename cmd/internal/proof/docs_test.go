package proof_test

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestDocsSpeakOfWhatThereIs: links, files, packages, make's targets and the commands of
// itpctl that the documents name are there.
func TestDocsSpeakOfWhatThereIs(t *testing.T) {
	root := "../../.."
	var docs []string
	for _, pattern := range []string{"*.md", "docs/*.md", "docs/*/*.md"} {
		found, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, found...)
	}
	targets := wordsIn(t, `(?m)^([a-z-]+):`, filepath.Join(root, "Makefile"))
	commands := wordsIn(t, `name: +"([a-z]+)"`, filepath.Join(root, "cmd/itpctl/*.go"))
	tests := wordsIn(t, `(?m)^func (Test\w+|Benchmark\w+|Fuzz\w+)\(`, filepath.Join(root, "*/*_test.go"), filepath.Join(root, "*/*/*_test.go"),
		filepath.Join(root, "*/*/*/*_test.go"), filepath.Join(root, "*/*/*/*/*_test.go"))
	there := func(name string) bool {
		found, err := filepath.Glob(filepath.Join(root, name))
		return err == nil && len(found) > 0
	}
	seen := 0
	for _, doc := range docs {
		data, err := os.ReadFile(doc)
		if err != nil {
			t.Fatal(err)
		}
		text, name := string(data), strings.TrimPrefix(filepath.ToSlash(doc), root+"/")
		each := func(pattern string, holds func(m string) bool) {
			for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
				if seen++; !holds(m[1]) {
					t.Errorf("%s speaks of %q, which there isn't", name, m[1])
				}
			}
		}
		each(`\]\(([^)\s]+)\)`, func(link string) bool {
			to, anchor, _ := strings.Cut(link, "#")
			switch {
			case strings.Contains(to, "://"):
				return true
			case to == "":
				return headed(text, anchor)
			}
			other, err := os.ReadFile(filepath.Join(filepath.Dir(doc), to))
			return err == nil && (anchor == "" || headed(string(other), anchor))
		})
		// `app/field/type_*.go`, `data/sqlite`; what isn't ASCII is a name in general: `app/field/type_….go`.
		each("`((?:app|assets|cmd|data|docs|reports|ui|\\.ci)/[\\w./*-]+)`", func(file string) bool {
			return there(file) || there(path.Dir(file)+"/"+path.Base(file)+".*")
		})
		each(`[ \x60]\./((?:app|assets|cmd|data|reports|ui)[\w/]*)`, there)
		each(`(?:\x60|\n    |&& )make ([a-z-]+)`, func(target string) bool { return targets[target] })
		each(`(?:\x60|\n    |\n    bin/)itpctl ([a-z]+)`, func(command string) bool { return commands[command] })
		each(`-run '?(Test\w+)`, func(test string) bool { return tests[test] })
	}
	if seen < 200 {
		t.Errorf("only %d things are spoken of; the test looks in the wrong place", seen)
	}
}

// wordsIn are the words that a pattern finds in files.
func wordsIn(t *testing.T, pattern string, globs ...string) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	for _, glob := range globs {
		files, err := filepath.Glob(glob)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(string(data), -1) {
				out[m[1]] = true
			}
		}
	}
	return out
}

var notInAnchors = regexp.MustCompile(`[^\p{L}\p{N} _-]`)

// headed says whether a document has a heading that an anchor leads to.
func headed(text, anchor string) bool {
	for line := range strings.Lines(text) {
		if title, ok := strings.CutPrefix(strings.TrimLeft(line, "#"), " "); ok && strings.HasPrefix(line, "#") {
			if strings.ReplaceAll(notInAnchors.ReplaceAllString(strings.ToLower(strings.TrimSpace(title)), ""), " ", "-") == anchor {
				return true
			}
		}
	}
	return false
}
