package read_test

import (
	"strings"
	"testing"

	"itportfoljen/app/exchange/read"
)

func TestYearsOfHeadings(t *testing.T) {
	for written, want := range map[string]struct {
		year  int
		words string
	}{
		"Budget 2026":            {2026, "budget"},
		"Budget 2026/27":         {2026, "budget"},
		"Budget 2026-27":         {2026, "budget"},
		"Budget-26":              {2026, "budget"},
		"Budget -26":             {2026, "budget"},
		"Budget ’26":             {2026, "budget"},
		"Utfall '25":             {2025, "utfall"},
		"B2026":                  {2026, "budget"},
		"B26":                    {2026, "budget"},
		"BU 26":                  {2026, "budget"},
		"utf 25":                 {2025, "utfall"},
		"Utf. 2025":              {2025, "utfall"},
		"Budg 27":                {2027, "budget"},
		"Budg. -27":              {2027, "budget"},
		"Kostnad 26":             {2026, "kostnad"},
		"Kostnad 24 mån":         {0, "kostnad 24 man"},
		"Prog 27 (tkr)":          {2027, "prognos"},
		"år 2026":                {2026, ""},
		"helår 2026":             {2026, ""},
		"2026 (tkr)":             {2026, ""},
		"Utfall 2026-12-31":      {2026, "utfall"},
		"Utfall 31/12 2026":      {2026, "utfall"},
		"Driftkostnad år 2028":   {2028, "driftkostnad"},
		"Nytta per år 2028":      {2028, "nytta per ar"},
		"Nytta per år":           {0, "nytta per ar"},
		"Drift 24/7":             {0, "drift 24 7"},
		"Windows 11":             {0, "windows 11"},
		"Covid-19":               {0, "covid 19"},
		"P 25":                   {0, "p 25"},
		"3-24 mån":               {0, "3 24 man"},
		"Antal användare":        {0, "antal anvandare"},
		"Kontonummer 6540":       {0, "kontonummer 6540"},
		"Organisationsnr 212000": {0, "organisationsnr 212000"},
	} {
		h := read.HeadingOf(written)
		if got := strings.Join(h.Words, " "); h.Year != want.year || got != want.words {
			t.Errorf("%q: %d %q, want %d %q", written, h.Year, got, want.year, want.words)
		}
	}
}

func TestYearsOfTitlesAndFiles(t *testing.T) {
	for said, want := range map[string]int{
		"IT-budget 2026":                        2026,
		"Budget_2026.xlsx":                      2026,
		"budget2027":                            2027,
		"2026":                                  2026,
		"Verksamhetsplan 2026–2028":             0,
		"Plan 2026 och 2027":                    0,
		"Systemlista 2026-10-05":                0,
		"systemlista_20261005.xlsx":             0,
		"Utskriven 5/10 2026":                   0,
		"Uppdaterad i mars 2026":                0,
		"Budget 2027, reviderad 2026-10-01":     2027,
		"Systemlista Granvik":                   0,
		"Dnr 120267":                            0,
		"Budget 2027\nFastställd 2026-11-02":    2027,
		"IT-budget 2027 (uppdaterad okt. 2026)": 2027,
	} {
		if got := read.YearIn(said); got != want {
			t.Errorf("%q: %d, want %d", said, got, want)
		}
	}
}
