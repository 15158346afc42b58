package reports_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/demo"
	"itportfoljen/reports"
	"itportfoljen/reports/pdf"
)

// bind makes one document of some reports.
func bind(t testing.TB, w reports.World, names ...string) *pdf.Doc {
	t.Helper()
	var parts []reports.Part
	for _, name := range names {
		parts = append(parts, reports.Part{Name: name})
	}
	doc, err := reports.Bind(w, "Ledningsgruppens paket", parts, reports.Options{Draft: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// Reports that are bound are what they are by themselves, page for page; the pages are numbered
// through, and what a report says of its pages and what the contents say follows.
func TestReportsAreBoundAsOne(t *testing.T) {
	for name, w := range map[string]*world{"tom": newWorld(t), "ekvalla": ekvalla(t, demo.S), "60": town(t, 60, 20)} {
		t.Run(name, func(t *testing.T) {
			names := []string{"ledningsgrupp", "budget", "roller"}
			doc := bind(t, w, names...)
			all := lines(doc)
			for i, page := range all {
				if want := fmt.Sprintf("Sida %d av %d", i+1, len(all)); !strings.Contains(page[len(page)-1]+" ", want+" ") {
					t.Errorf("page %d ends %q, want %q", i+1, page[len(page)-1], want)
				}
			}
			apart, at := map[string][][]string{}, len(all)
			for _, n := range names {
				apart[n] = lines(build(t, w, n, nil))
				at -= len(apart[n])
			}
			contents := strings.Join(slices.Concat(all[:at]...), "\n")
			for _, n := range names {
				alone := apart[n]
				for i := range alone {
					if got, want := all[at+i][0], alone[i][0]; got != want {
						t.Fatalf("page %d begins %q, page %d of %s %q", at+i+1, got, i+1, n, want)
					}
				}
				if !strings.Contains(contents, fmt.Sprintf("sidor, utkast | %d", at+1)) && !strings.Contains(contents, fmt.Sprintf("sida, utkast | %d", at+1)) {
					t.Errorf("the contents don't say that %s begins on page %d:\n%s", n, at+1, contents)
				}
				at += len(alone)
			}
			if at != len(all) {
				t.Errorf("%d pages of %d", at, len(all))
			}
			first, err := doc.PDF()
			if err != nil {
				t.Fatal(err)
			}
			again, err := bind(t, w, names...).PDF()
			if err != nil || !bytes.Equal(first, again) {
				t.Errorf("the bytes aren't the same again: %v", err)
			}
		})
	}
}

// A reference within a report is to the page of the whole, where what it names stands.
func TestBoundReportsReferToTheWhole(t *testing.T) {
	w := ekvalla(t, demo.S)
	all := lines(bind(t, w, "budget", "ledningsgrupp"))
	text := ""
	for _, page := range all {
		text += strings.Join(page, "\n") + "\n"
	}
	at := slices.IndexFunc(all, func(page []string) bool {
		return slices.Contains(page, "Beslutsunderlag") && !slices.Contains(page, "Innehåll")
	})
	if at < 0 {
		at = slices.IndexFunc(all[1:], func(page []string) bool { return slices.Contains(page, "Beslutsunderlag") }) + 1
	}
	if want := fmt.Sprintf("sida %d", at+1); !strings.Contains(text, want) {
		t.Errorf("nothing refers to %s, where the decisions are", want)
	}
}

// What can't be bound says which report it is about, and one that is given up is so.
func TestWhatIsntBound(t *testing.T) {
	w := ekvalla(t, demo.S)
	gone, stop := context.WithCancel(t.Context())
	stop()
	for name, c := range map[string]struct {
		parts []reports.Part
		ctx   context.Context
		code  fault.Code
		says  string
	}{
		"none":     {nil, nil, fault.Usage, "Ingen rapport är vald"},
		"unknown":  {[]reports.Part{{Name: "borta"}}, nil, fault.NotFound, "borta"},
		"unmade":   {[]reports.Part{{Name: "budget"}, {Name: "ledningsgrupp", Sets: map[string]string{"enhet": "Månen"}}}, nil, fault.Usage, "Ledningsgruppsrapport går inte att göra: Det finns ingen enhet"},
		"given up": {[]reports.Part{{Name: "budget"}}, gone, fault.Canceled, "Avbrutet"},
	} {
		_, err := reports.Bind(w, "Paket", c.parts, reports.Options{Context: c.ctx}, nil)
		if fault.CodeOf(err) != c.code || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
