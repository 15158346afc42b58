package journal

import "testing"

func TestAMarkIsReadAsItIsWritten(t *testing.T) {
	m := Mark{Portfolio: "3f0c9a1122334455", Entry: 412, Chain: Hash{1, 2, 3}}
	if got, ok := ReadMark(m.String()); !ok || got != m {
		t.Errorf("read %v, %v", got, ok)
	}
	for _, s := range []string{"", "itportfoljen", "itportfoljen a 1 zz", "itportfoljen a x " + m.String(), "annat 3f 1 00", Mark{}.String()} {
		if got, ok := ReadMark(s); ok {
			t.Errorf("%q was read as %v", s, got)
		}
	}
}

func FuzzReadMark(f *testing.F) {
	f.Add(Mark{Portfolio: "3f", Entry: 1}.String())
	f.Fuzz(func(t *testing.T, s string) {
		if m, ok := ReadMark(s); ok {
			if again, ok := ReadMark(m.String()); !ok || again != m {
				t.Errorf("%q: %v", s, m)
			}
		}
	})
}
