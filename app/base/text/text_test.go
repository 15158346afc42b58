package text_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"itportfoljen/app/base/text"
)

func TestCleanKeyFold(t *testing.T) {
	for _, c := range []struct{ in, clean, key, fold string }{
		{"", "", "", ""},
		{"Procapita", "Procapita", "procapita", "procapita"},
		{"  Två\u00a0 ord\t", "Två ord", "två ord", "tva ord"},
		{"Smal\u202frymd\u2009här", "Smal rymd här", "smal rymd här", "smal rymd har"},
		{"noll\u200bbredd\ufeff", "nollbredd", "nollbredd", "nollbredd"},
		{"mjukt\u00adbindestreck", "mjuktbindestreck", "mjuktbindestreck", "mjuktbindestreck"},
		{"klocka\a", "klocka", "klocka", "klocka"},
		{" en rad \r\n  en  till ", "en rad\nen till", "en rad en till", "en rad en till"},
		{"\n\nstycke\n\nnästa\n", "stycke\n\nnästa", "stycke nästa", "stycke nasta"},
		{"mac\rrad\vrad\u2028rad", "mac\nrad\nrad\nrad", "mac rad rad rad", "mac rad rad rad"},
		{"A\u030angstro\u0308m", "Ångström", "ångström", "angstrom"},
		{"ÅSA EKSTRÖM", "ÅSA EKSTRÖM", "åsa ekström", "asa ekstrom"},
		{"Café à la Groß", "Café à la Groß", "café à la gross", "cafe a la gross"},
		{"Ærø Łódź", "Ærø Łódź", "ærø łódź", "aero lodz"},
		{"HSL–data", "HSL–data", "hsl–data", "hsl-data"},
		{"C#/.NET (v2)", "C#/.NET (v2)", "c#/.net (v2)", "c#/.net (v2)"},
		{"bad\xffbyte", "bad\ufffdbyte", "bad\ufffdbyte", "bad\ufffdbyte"},
		{"\u200b \u00a0", "", "", ""},
		{"Nord\u200dkod \u200dAB\u200d", "Nordkod AB", "nordkod ab", "nordkod ab"},
		{"👩🏻\u200d💻", "👩🏻\u200d💻", "👩🏻\u200d💻", "👩🏻\u200d💻"},
		{"❤\ufe0f\u200d🔥 \u200d🔥", "❤\ufe0f\u200d🔥 🔥", "❤\ufe0f\u200d🔥 🔥", "❤\u200d🔥 🔥"},
		{"می\u200cخواهم", "می\u200cخواهم", "می\u200cخواهم", "می\u200cخواهم"},
	} {
		if got := text.Clean(c.in); got != c.clean {
			t.Errorf("Clean(%q) = %q, want %q", c.in, got, c.clean)
		}
		if got := text.Key(c.in); got != c.key {
			t.Errorf("Key(%q) = %q, want %q", c.in, got, c.key)
		}
		if got := text.Fold(c.in); got != c.fold {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.fold)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{" å\u0308 \r\n", "\u00ad\u0301e", "ẞ ﬁ İ", "\xff\xfe", "ᾳ\u0345", "Ꮹ", "❤\ufe0f\u200d🔥", "ک\u200c\u200d\u0301م", "‐\u200d‐"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, fn := range map[string]func(string) string{"Clean": text.Clean, "Key": text.Key, "Fold": text.Fold} {
			once := fn(s)
			if twice := fn(once); twice != once {
				t.Errorf("%s(%q) = %q, and once more %q", name, s, once, twice)
			}
			if !utf8.ValidString(once) || strings.TrimSpace(once) != once || strings.Contains(once, "  ") {
				t.Errorf("%s(%q) = %q", name, s, once)
			}
		}
		if text.Key(text.Clean(s)) != text.Key(s) || text.Fold(text.Key(s)) != text.Fold(s) {
			t.Errorf("%q: Key or Fold differs when cleaned first", s)
		}
	})
}

func TestCompareSortsAsSwedishListsDo(t *testing.T) {
	want := []string{"", "1:a hjälpen", "2 system", "10 system", "abc", "Abc", "abd", "Öland"}
	want = append(want[:len(want)-1], "eaa", "éab", "eac", "SYS-9", "SYS-10", "SYS-0042", "vb", "wa", "yb", "üc", "yd", "Zorn", "Åland", "Älta", "Öland")
	got := slices.Clone(want)
	r := rand.New(rand.NewPCG(7, 8))
	r.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
	slices.SortFunc(got, text.Compare)
	if !slices.Equal(got, want) {
		t.Errorf("sorted:\n%q, want\n%q", got, want)
	}
}

func TestSortKeyComparesAsCompare(t *testing.T) {
	letters := []rune("aAbåÅäö éü0129 -.\u0000\u0001\u030az")
	r := rand.New(rand.NewPCG(9, 10))
	word := func() string {
		w := make([]rune, r.IntN(6))
		for i := range w {
			w[i] = letters[r.IntN(len(letters))]
		}
		return string(w)
	}
	keys := text.Keys{}
	for range 20_000 {
		a, b := word(), word()
		c := text.Compare(a, b)
		if k := keys.Compare(a, b); k != c {
			t.Fatalf("keys of %q and %q: %d, compared %d", a, b, k, c)
		}
		if k := strings.Compare(text.SortKey(a), text.SortKey(b)); k != c {
			t.Fatalf("Compare(%q, %q) = %d, by sort keys %d", a, b, c, k)
		}
		if c != -text.Compare(b, a) || (c == 0) != (a == b) {
			t.Fatalf("Compare(%q, %q) = %d, turned round %d", a, b, c, text.Compare(b, a))
		}
	}
}

func TestCompareIsSafeForConcurrentUse(t *testing.T) {
	want := text.SortKey("Åsa 10")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				if text.SortKey("Åsa 10") != want || text.Compare("Åsa 9", "Åsa 10") >= 0 {
					t.Error("another answer beside other goroutines")
					return
				}
			}
		})
	}
	wg.Wait()
}

func TestSimilarity(t *testing.T) {
	for _, c := range []struct {
		a, b     string
		from, to float64
	}{
		{"Procapita", "procapita ", 1, 1},
		{"Åsa Ekström", "Asa Ekstrom", 1, 1},
		{"", "", 1, 1},
		{"", "abc", 0, 0},
		{"abc", "xyz", 0, 0},
		{"Procapita", "Procaptia", 0.85, 0.99}, // swapped
		{"Procapita", "Procapitta", 0.85, 0.99},
		{"Procapita BoU", "BoU Procapita", 0.9, 0.99},
		{"Lifecare", "Treserva", 0, 0.5},
		{"Socialförvaltningen", "Socialförvaltning", 0.8, 0.99},
		{strings.Repeat("a", 5000), strings.Repeat("a", 5001), 0.9, 0.99},
	} {
		got := text.Similarity(c.a, c.b)
		if got < c.from || got > c.to || got != text.Similarity(c.b, c.a) {
			t.Errorf("Similarity(%.20q, %.20q) = %v and %v turned round; want %v–%v", c.a, c.b, got, text.Similarity(c.b, c.a), c.from, c.to)
		}
	}
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		query, target string
		ok            bool
	}{
		{"", "Nytt system", true},
		{"nytt", "Nytt system", true},
		{"sys ny", "Nytt system", true},
		{"oppna", "Öppna portfölj", true},
		{"Öppna", "Oppna portfolj", true},
		{"port", "Exportera", true},
		{"sytsem", "Nytt system", true}, // swapped
		{"systen", "Nytt system", true},
		{"sysem", "Nytt system", true},
		{"exprot", "Exportera till Excel", true},
		{"nyt sxx", "Nytt system", false},
		{"nxt", "Nytt system", false}, // too short for a typo
		{"avtal", "Nytt system", false},
		{"sxxtem", "Nytt system", false},
		{"system", "", false},
	} {
		if _, ok := text.Match(c.query, c.target); ok != c.ok {
			t.Errorf("Match(%q, %q) = %v, want %v", c.query, c.target, ok, c.ok)
		}
	}
}

func TestMatchRanks(t *testing.T) {
	for _, c := range []struct {
		query string
		order []string // best first
	}{
		{"system", []string{"System", "System och avtal", "Systemägare", "Nytt system", "Nytt systemstöd", "Delsystem", "Sytsem"}},
		{"ny", []string{"Ny", "Nytt avtal", "Skapa nytt", "Benyttja"}},
		{"nytt avtal", []string{"Nytt avtal", "Nytt avtal med leverantör", "Skapa nytt avtal", "Avtalsnytta nytt"}},
	} {
		last := 1 << 30
		for _, target := range c.order {
			score, ok := text.Match(c.query, target)
			if !ok || score >= last {
				t.Errorf("Match(%q, %q) = %d, %v; want less than %d", c.query, target, score, ok, last)
			}
			last = score
		}
	}
}

func TestCountAndPlural(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{text.Count(0), "0"},
		{text.Count(999), "999"},
		{text.Count(10000), "10\u00a0000"},
		{text.Count(-1234567), "\u22121\u00a0234\u00a0567"},
		{text.Plural(1, "system", "system"), "1 system"},
		{text.Plural(0, "insats", "insatser"), "0 insatser"},
		{text.Plural(1, "insats", "insatser"), "1 insats"},
		{text.Plural(1200, "insats", "insatser"), "1\u00a0200 insatser"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestSizeIsNeverFarFromTheTruth(t *testing.T) {
	for n, want := range map[int64]string{
		512: "512 B", 1499: "1 kB", 1500: "2 kB", 999_499: "999 kB", 999_500: "1 MB", 1_799_816: "1,8 MB",
		9_949_999: "9,9 MB", 9_950_000: "10 MB", 43_400_000: "43 MB", 43_500_000: "44 MB", 2_000_000_000: "2\u00a0000 MB",
	} {
		if got := text.Size(n); got != want {
			t.Errorf("%d bytes are %q, not %q", n, got, want)
		}
	}
}

func TestWordsAreListed(t *testing.T) {
	for _, c := range []struct {
		words   []string
		and, or string
	}{
		{nil, "", ""},
		{[]string{"a"}, "a", "a"},
		{[]string{"a", "b"}, "a och b", "a eller b"},
		{[]string{"a", "b", "c"}, "a, b och c", "a, b eller c"},
	} {
		if and, or := text.And(c.words), text.Or(c.words); and != c.and || or != c.or {
			t.Errorf("%q is %q and %q", c.words, and, or)
		}
	}
}

func TestASetHasItsWordsAndNoOthers(t *testing.T) {
	if set := text.Set(" ett två\n\ttre ett "); len(set) != 3 || !set["ett"] || !set["två"] || !set["tre"] || set[""] {
		t.Errorf("%v", set)
	}
}
