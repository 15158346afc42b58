package help

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"itportfoljen/docs"
	"itportfoljen/ui/widgets"
)

func TestTheTextIsDividedIntoSectionsAndBlocks(t *testing.T) {
	got := read("# Bok\n\nInledning med\ntvå rader.\n\n## Ett **stort** kapitel\n![Bild](bilder/x.png)\n- en *sak*\n  som går vidare\n- `kod` och [en länk](#annat-här)\n\n    itpctl log FIL\n      in\n\n| a | b |\n|---|---|\n| 1 | **2** |\n\n### Annat, här\n1. först\n2. sedan\n")
	if len(got) != 3 || got[1].level != 1 || got[2].level != 2 || got[2].chapter != 1 || got[2].anchor != "annat-här" {
		t.Fatalf("%+v", got)
	}
	if b := got[0].blocks; len(b) != 1 || b[0].plain != "Inledning med två rader." {
		t.Errorf("the introduction: %+v", b)
	}
	var sorts []int
	for _, b := range got[1].blocks {
		sorts = append(sorts, b.sort)
	}
	if !slices.Equal(sorts, []int{shot, item, item, listing, table}) {
		t.Errorf("blocks %v", sorts)
	}
	if b := got[1].blocks; b[1].plain != "en sak som går vidare" || b[3].plain != "itpctl log FIL\n  in" || len(b[4].rows) != 2 || !b[4].rows[1][1][0].Bold {
		t.Errorf("%+v", b)
	}
	if r := got[1].blocks[2].runs; len(r) != 3 || !r[0].Code || r[2] != (widgets.Run{Text: "en länk", Link: "#annat-här"}) {
		t.Errorf("runs %+v", r)
	}
	if b := got[2].blocks; len(b) != 2 || b[1].lead != "2." {
		t.Errorf("a numbered list: %+v", b)
	}
}

func TestInline(t *testing.T) {
	for in, want := range map[string]string{
		"***båda***":              "båda/bi",
		"**f *b* f**":             "f /b|b/bi| f/b",
		"a *b* c":                 "a /|b/i| c/",
		"***Öppna*** **inget**":   "Öppna/bi| /|inget/b",
		"**Ladda** till *n* …":    "Ladda/b| till /|n/i| …/",
		"`2 * 3` och 4":           "2 * 3/c| och 4/",
		"[*Kort* text](bok.md#a)": "Kort/iL| text/L",
	} {
		var got []string
		for _, r := range inline(in) {
			s := r.Text + "/"
			for _, f := range []struct {
				on bool
				is string
			}{{r.Bold, "b"}, {r.Italic, "i"}, {r.Code, "c"}, {r.Link != "", "L"}} {
				if f.on {
					s += f.is
				}
			}
			got = append(got, s)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q is %q, want %q", in, strings.Join(got, "|"), want)
		}
	}
}

// TestTheHandbookIsReadWhole: no mark is left in what is shown, every picture is there, in the
// dark too, and every link leads somewhere.
func TestTheHandbookIsReadWhole(t *testing.T) {
	pictures, dark, links := 0, 0, 0
	for _, s := range book(docs.Handbook) {
		for _, b := range s.blocks {
			runs := b.runs
			for _, row := range b.rows {
				for _, cell := range row {
					runs = append(runs, cell...)
				}
			}
			for _, r := range runs {
				if !r.Code && (strings.Contains(r.Text, "**") || strings.Contains(r.Text, "](") || strings.Contains(r.Text, "`")) {
					t.Errorf("%s shows %q", s.title, r.Text)
				}
				if r.Link == "" {
					continue
				}
				links++
				if _, _, ok := split(r.Link, docs.Handbook); !ok && !strings.HasPrefix(r.Link, "https://") {
					t.Errorf("%s leads to %s, which isn't there", s.title, r.Link)
				}
			}
			if b.sort != shot {
				continue
			}
			pictures++
			if _, err := fs.Stat(docs.Files, b.file); err != nil {
				t.Errorf("%s: %v", s.title, err)
			}
			if _, err := fs.Stat(docs.Files, darkOf(b.file)); err == nil {
				dark++
			}
		}
	}
	if pictures < 15 || dark < pictures-1 || links < 30 { // the first start is only light
		t.Errorf("%d pictures, %d of them dark, %d links", pictures, dark, links)
	}
}
