package app_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// goPackage is what go list says of a package.
type goPackage struct {
	ImportPath string
	Standard   bool
	Imports    []string
	EmbedFiles []string
	CgoFiles   []string
}

// rule is an arrow of the house: what the packages under from may import.
type rule struct {
	from    string
	may     []string // nil: everything that never doesn't name
	never   []string
	because string
}

const module = "itportfoljen"

// subjectRooms are the packages that declare kinds.
var subjectRooms = []string{"app/org", "app/settings", "app/economy", "app/policy", "app/platform", "app/exemption", "app/system", "app/licence", "app/service", "app/plan"}

// aboveWidgets is what the window is made of that isn't a building block.
var aboveWidgets = []string{"ui/pages", "ui/shell", "ui/dialogs", "ui/cells", "ui/record", "ui/register", "ui/history"}

// blocks are the building blocks of the window, which know no subject.
var blocks = []string{"ui/grid", "ui/input", "ui/widgets", "ui/internal/paint"}

var rules = []rule{
	{from: "app", may: []string{"app", "golang.org/x/text"}, because: "the core knows neither files, windows nor formats"},
	{from: "app/field", may: []string{"app/field", "app/base/date", "app/base/money", "app/base/figure", "app/base/link", "app/base/text", "app/base/fault", "golang.org/x/text"}, because: "the catalogue knows no subject"},
	{from: "app/exchange/sheet", may: []string{"app/base"}, because: "a workbook is cells"},
	{from: "app/exchange/jsonform", may: []string{"app/base", "app/field", "app/journal", "app/exchange/sheet"}, because: "a document becomes cells by the catalogue"},
	{from: "app/exchange/ask", may: []string{"app/base"}, because: "what is told and asked is words"},
	{from: "app/exchange/read", may: []string{"app/base", "app/field", "app/exchange/sheet"}, because: "a sheet is read before anybody knows what it lists"},
	{from: "app/exchange/match", may: []string{"app/base", "app/field", "app/exchange/sheet", "app/exchange/ask", "app/exchange/read"}, because: "columns are told by the catalogue, before any record is looked for"},
	{from: "app/exchange/identify", never: []string{"app/exchange/intake", "app/exchange/export"}, because: "which record a row is about is told before what it changes"},
	{from: "app/exchange/block", never: []string{"app/exchange/intake", "app/exchange/export"}, because: "a block is laid in a list, not read from a file"},
	{from: "data", never: []string{"ui", "reports", "cmd", "assets"}, because: "adapters know only the core"},
	{from: "reports", never: []string{"data", "ui", "cmd"}, because: "reports know only the core"},
	{from: "ui", never: []string{"data", "reports", "cmd"}, because: "the window gets the world outside as app.Services"},
	{from: "ui/grid", never: aboveWidgets, because: "the list is at the bottom of the window"},
	{from: "ui/input", never: append([]string{"ui/grid"}, aboveWidgets...), because: "inputs are under the list, which is written in with them"},
	{from: "ui/widgets", never: append([]string{"ui/grid", "ui/input"}, aboveWidgets...), because: "widgets are under inputs and the list"},
	{from: "ui/internal/paint", never: append([]string{"ui/grid", "ui/input", "ui/widgets"}, aboveWidgets...), because: "shapes are under all widgets"},
	{from: "ui/shell", never: subjectRooms, because: "the frame gets its pages, and knows no kind"},
	{from: "app/view", never: subjectRooms, because: "lists ask the catalogue, and know no kind"},
	{from: "app/suggest", may: []string{"app/base", "app/field"}, because: "what is suggested is told by the catalogue, and no kind"},
	{from: "app/tag", may: []string{"app/base", "app/field"}, because: "tags are asked of the catalogue, whatever has them"},
	{from: "app/find", never: subjectRooms, because: "Ctrl+K asks the catalogue, and knows no kind"},
	{from: "data/sqlite", never: subjectRooms, because: "the file's tables follow from the catalogue"},
	{from: "data/excel", never: subjectRooms, because: "a workbook is cells"},
	{from: "data/ods", never: subjectRooms, because: "a workbook is cells"},
	{from: "data/json", never: subjectRooms, because: "a document is keys and values"},
	{from: "data/csv", never: subjectRooms, because: "a table is cells"},
	{from: "data/backup", never: subjectRooms, because: "a copy is bytes"},
	{from: "assets", may: []string{}, because: "assets are only files"},
	{from: "docs", may: []string{}, because: "the handbook is only text and pictures"},
}

// forTests is what only tests import: it is neither in the programs nor among their
// licences.
const forTests = "github.com/rogpeppe/go-internal"

// blocksMay is the part of the core that the building blocks may know.
var blocksMay = []string{"app/base/chart", "app/base/chart/hyphen", "app/base/date", "app/base/draw", "app/base/text"}

func TestArrows(t *testing.T) {
	for _, p := range listPackages(t) {
		own := strings.TrimPrefix(p.ImportPath, module+"/")
		if slices.ContainsFunc(p.Imports, func(imp string) bool { return under(imp, forTests) }) {
			t.Errorf("%s imports %s: only tests do", p.ImportPath, forTests)
		}
		for _, r := range rules {
			if !under(own, r.from) {
				continue
			}
			for _, imp := range p.Imports {
				if allowed(r, imp) {
					continue
				}
				t.Errorf("%s imports %s: %s", p.ImportPath, imp, r.because)
			}
		}
		if slices.Contains(blocks, own) {
			for _, imp := range p.Imports {
				if name, ok := strings.CutPrefix(imp, module+"/"); ok && under(name, "app") && !slices.Contains(blocksMay, name) {
					t.Errorf("%s imports %s: building blocks know no subject", p.ImportPath, imp)
				}
			}
		}
		if len(p.EmbedFiles) > 0 && own != "assets" && own != "docs" {
			t.Errorf("%s embeds files: only assets and docs, which has the handbook, do", p.ImportPath)
		}
		if len(p.CgoFiles) > 0 {
			t.Errorf("%s uses cgo of its own", p.ImportPath)
		}
	}
}

// unpacks are the ways to unpack a picture.
var unpacks = regexp.MustCompile(`\b((image|png|jpeg|gif)\.Decode|canvas\.NewImageFrom(Reader|File|URI))\(`)

// TestOneDoorForPictures: what comes from outside is unpacked in app/base/picture,
// which looks at how large it is first.
func TestOneDoorForPictures(t *testing.T) {
	found := 0
	for _, dir := range []string{"app", "cmd", "data", "reports", "ui"} {
		err := filepath.WalkDir(filepath.Join("..", dir), func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			src, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			found++
			if m := unpacks.Find(src); m != nil {
				t.Errorf("%s has %s: pictures are unpacked in app/base/picture", path, m)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if found < 100 {
		t.Errorf("only %d files were looked through", found)
	}
}

// TestHeadlessIsPureGo holds that the headless program needs neither a screen
// nor a C compiler.
func TestHeadlessIsPureGo(t *testing.T) {
	for _, p := range goList(t, "-deps", "./cmd/itpctl") {
		if strings.HasPrefix(p.ImportPath, "fyne.io/") || strings.HasPrefix(p.ImportPath, module+"/ui") || len(p.CgoFiles) > 0 && !p.Standard {
			t.Errorf("itpctl depends on %s", p.ImportPath)
		}
	}
}

func TestArrowRulesCanFail(t *testing.T) {
	for _, c := range []struct {
		from, imp string
		want      bool
	}{
		{"app", "net/http", true}, {"app", "golang.org/x/text/collate", true}, {"app", "itportfoljen/app/field", true},
		{"app", "fyne.io/fyne/v2", false}, {"app", "itportfoljen/data/excel", false}, {"app", "C", false}, {"app", "golang.org/x/textual", false},
		{"data", "itportfoljen/app", true}, {"data", "itportfoljen/ui/theme", false}, {"data", "modernc.org/sqlite", true},
		{"reports", "itportfoljen/data/files", false}, {"reports", "itportfoljen/assets", true},
		{"ui", "itportfoljen/reports/pdf", false}, {"ui", "fyne.io/fyne/v2", true}, {"assets", "itportfoljen/app", false},
		{"ui/grid", "itportfoljen/ui/input", true}, {"ui/input", "itportfoljen/ui/grid", false}, {"ui/widgets", "itportfoljen/ui/input", false},
		{"ui/grid", "itportfoljen/ui/widgets", true}, {"ui/widgets", "itportfoljen/ui/grid", false}, {"ui/internal/paint", "itportfoljen/ui/widgets", false},
	} {
		r := rules[slices.IndexFunc(rules, func(r rule) bool { return r.from == c.from })]
		if got := allowed(r, c.imp); got != c.want {
			t.Errorf("%s imports %s: allowed %v, want %v", c.from, c.imp, got, c.want)
		}
	}
}

func allowed(r rule, imp string) bool {
	own, ours := strings.CutPrefix(imp, module+"/")
	if !ours {
		own = imp
	}
	standard := !ours && !strings.Contains(strings.SplitN(imp, "/", 2)[0], ".")
	for _, n := range r.never {
		if ours && under(own, n) {
			return false
		}
	}
	if r.may == nil || standard && imp != "C" {
		return true
	}
	for _, m := range r.may {
		if under(own, m) {
			return true
		}
	}
	return false
}

// under says whether a path is dir or lies in it.
func under(path, dir string) bool { return path == dir || strings.HasPrefix(path, dir+"/") }

func listPackages(t *testing.T) []goPackage {
	t.Helper()
	ps := goList(t, "./...")
	if len(ps) < 20 {
		t.Fatalf("go list found %d packages; the test looks in the wrong place", len(ps))
	}
	return ps
}

func goList(t *testing.T, args ...string) []goPackage {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-e", "-tags=migrated_fynedo", "-json=ImportPath,Standard,Imports,EmbedFiles,CgoFiles"}, args...)...)
	cmd.Dir = root(t)
	var errs strings.Builder
	cmd.Stderr = &errs
	cmd.Env = append(os.Environ(), "CGO_ENABLED=1")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, errs.String())
	}
	var ps []goPackage
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return ps
		} else if err != nil {
			t.Fatal(err)
		}
		ps = append(ps, p)
	}
}

// root is the folder of go.mod.
func root(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above")
		}
	}
}
