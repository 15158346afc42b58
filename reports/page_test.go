package reports_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"itportfoljen/reports"
	"itportfoljen/reports/pdf"
)

// TestEveryPageIsSetWell: of each report and each portfolio, no page has text outside its
// margins, over other text, or smaller than can be read, and the last isn't nearly empty.
func TestEveryPageIsSetWell(t *testing.T) {
	for size, w := range worlds(t) {
		every(t, w, nil, func(info reports.Info, doc *pdf.Doc) {
			what := info.Name + " " + size
			inside(t, what, doc)
			pages := doc.Pages()
			for n, p := range pages {
				if told := overlapping(p); told != "" {
					t.Errorf("%s, page %d: %s", what, n+1, told)
				}
				if told := tooSmall(p); told != "" {
					t.Errorf("%s, page %d: %s", what, n+1, told)
				}
			}
			if last := pages[len(pages)-1]; len(pages) > 1 && full(last) < 0.15 {
				t.Errorf("%s: the last of %d pages is %.0f %% full", what, len(pages), 100*full(last))
			}
		})
	}
}

// texts are what is written on a page, from the top.
func texts(p pdf.Page) (out []pdf.TextMark) {
	for _, it := range p.Items {
		if m, ok := it.Mark.(pdf.TextMark); ok && strings.TrimSpace(m.Text) != "" {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b pdf.TextMark) int { return int(1000 * (a.Y - b.Y)) })
	return out
}

// overlapping tells of two texts that stand over each other. Letters seldom reach
// the whole height of their line, so only what they commonly take is theirs.
func overlapping(p pdf.Page) string {
	const slack = 0.6
	all := texts(p)
	body := func(m pdf.TextMark) box { return box{m.X, m.Y - 0.62*m.Size, m.X + m.W, m.Y + 0.08*m.Size} }
	for i, a := range all {
		of := body(a)
		for _, b := range all[i+1:] {
			if b.Y-a.Y > 30 {
				break
			}
			other := body(b)
			if min(of.x2, other.x2)-max(of.x1, other.x1) > slack && min(of.y2, other.y2)-max(of.y1, other.y1) > slack {
				return fmt.Sprintf("%q at %.0f, %.0f stands over %q at %.0f, %.0f", a.Text, a.X, a.Y, b.Text, b.X, b.Y)
			}
		}
	}
	return ""
}

// leastType is the smallest type that is read on paper, in points. Raised marks of
// footnotes and the codes of characters that can't be drawn are smaller.
const leastType = 7.5

func tooSmall(p pdf.Page) string {
	for _, m := range texts(p) {
		if m.Size < leastType-0.01 && !isMark(m.Text) {
			return fmt.Sprintf("%q is set in %.2f points", m.Text, m.Size)
		}
	}
	return ""
}

// isMark says whether a text is the number of a footnote or the code of a character.
func isMark(s string) bool {
	s = strings.TrimPrefix(strings.TrimSpace(s), "U+")
	return s != "" && len(s) <= 6 && strings.Trim(s, "0123456789ABCDEF") == ""
}

// full is how much of a page's height has anything on it, between header and footer.
func full(p pdf.Page) float64 {
	const header, footer = topMargin + 14, 60.0
	low := 0.0
	for _, it := range p.Items {
		if b := boxOf(it.Mark); b.y1 > header && b.y2 < p.H-footer {
			low = max(low, b.y2)
		}
	}
	return max(0, low-header) / (p.H - header - footer)
}
