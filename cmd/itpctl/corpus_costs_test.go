package main

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// corpusCosts are the sums, in öre, that a reader of its own (not this program's) gets out of the
// cost lists of the corpora: of all, of one line that it is parted into, and how many lines have any.
var corpusCosts = []struct {
	file, kind string
	systems    []string // what the list takes to be there
	year       int
	typ, by    string
	measure    string
	lines      int
	total      int64
	line       string
	ore        int64
}{
	{"inventory/systemlista_ekvalla.xlsx", "systems", nil, 2027, "investering", "system", "budget_ore", 61, 530615100, "", 0},
	{"inventory/systemlista_ekvalla.xlsx", "systems", nil, 2027, "investering", "unit", "budget_ore", 8, 530615100, "", 0},
	{"inventory/systemlista_ekvalla.xlsx", "systems", nil, 2027, "drift", "unit", "budget_ore", 8, 7612189300, "Ekvalla Bostäder AB", 664689000},
	{"plan/it-verksamhetsplan_ekvalla.xlsx", "", nil, 2027, "drift", "initiative", "budget_ore", 28, 1167750000, "Införa VattenMästaren", 12000000},
	{"plan/it-verksamhetsplan_ekvalla.xlsx", "", nil, 2027, "investering", "initiative", "budget_ore", 17, 1330100000, "Ersätta Schema-Flow", 7525000},
	{"plan/it-verksamhetsplan_ekvalla.xlsx", "", nil, 2028, "drift", "initiative", "budget_ore", 15, 642000000, "", 0},
	{"fall/20-delsummor.xlsx", "", nil, 2027, "drift", "unit", "budget_ore", 2, 35000, "Socialförvaltningen", 30000},
	{"fall/20-summarader.csv", "", nil, 2027, "drift", "system", "budget_ore", 2, 30000, "Hallonet", 20000},
	{"fall/06-ar-over.csv", "", nil, 2026, "drift", "system", "actual_ore", 2, 219000, "Hallonet", 210000},
	{"fall/06-ar-over.csv", "", nil, 2027, "drift", "system", "budget_ore", 2, 216000, "Blåklinten", 11000},
	{"fall/18-enhetsrad.xlsx", "", nil, 2027, "investering", "initiative", "budget_ore", 2, 165000000, "Ny inloggning", 40000000},
	{"fall/18-enhetsrad.xlsx", "", nil, 2027, "drift", "initiative", "budget_ore", 2, 6500000, "", 0},
	{"fall/19-lika-kostnader.csv", "", []string{"Blåklinten"}, 2027, "", "owner", "budget_ore", 1, 400000, "Blåklinten", 400000},
	{"fall/02-talformat-konton.xlsx", "", []string{"Blåklinten", "Prästkragen"}, 2027, "", "account", "budget_ore", 2, 220000, "0412", 150000},
}

// TestTheCorpusCostsTie holds what the budget has after a cost list is read in against what the
// list says, by unit, konto, system and insats, to the öre.
func TestTheCorpusCostsTie(t *testing.T) {
	for _, c := range corpusCosts {
		t.Run(filepath.Base(c.file)+" "+strconv.Itoa(c.year)+" "+c.typ+" "+c.by, func(t *testing.T) {
			path, _ := filepath.Abs(filepath.Join(corpusFolder, c.file))
			if _, err := os.Stat(path); err != nil {
				t.Skip("the corpus isn't on this machine")
			}
			w := newWorld(t)
			w.do("new", "a.itp", "--name", "Prov", "--model", "danderyd", "--date", "2026-11-21")
			for _, s := range c.systems {
				w.do("add", "a.itp", "systems", "name="+s)
			}
			args := []string{"import", "a.itp", path, "--date", "2026-11-21"}
			if c.kind != "" {
				args = append(args, "--kind", c.kind)
			}
			w.do(args...)
			var got struct {
				Lines []map[string]any `json:"lines"`
				Total map[string]any   `json:"total"`
			}
			args = []string{"budget", "a.itp", "--year", strconv.Itoa(c.year), "--by", c.by, "--closed", "--date", "2026-11-21"}
			if c.typ != "" {
				args = append(args, "--type", c.typ)
			}
			w.json(&got, args...)
			ore := func(line map[string]any) int64 {
				v, _ := line[c.measure].(float64)
				return int64(v)
			}
			lines, found := 0, false
			for _, l := range got.Lines {
				if ore(l) != 0 {
					lines++
				}
				if l["label"] == c.line {
					found = true
					if ore(l) != c.ore {
						t.Errorf("%s is %d öre, want %d", c.line, ore(l), c.ore)
					}
				}
			}
			if total := ore(got.Total); total != c.total || lines != c.lines || c.line != "" && !found {
				t.Errorf("%d lines come to %d öre, want %d and %d; %s there: %v", lines, total, c.lines, c.total, c.line, found)
			}
		})
	}
}
