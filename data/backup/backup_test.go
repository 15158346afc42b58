package backup

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"itportfoljen/app/base/fault"
)

// shelfIn is a shelf whose portfolios are databases by their beginning only:
// the first line after it is the mark.
func shelfIn(t *testing.T, now *time.Time) *Shelf {
	t.Helper()
	return shelfOf(t.TempDir(), now)
}

func shelfOf(dir string, now *time.Time) *Shelf {
	return &Shelf{Root: filepath.Join(dir, "kopior"), Work: filepath.Join(dir, "arbete"), Clock: func() time.Time { return *now },
		Look: func(_ context.Context, path string) (Held, error) {
			data, err := os.ReadFile(path)
			if err != nil {
				return Held{}, err
			}
			body, ok := strings.CutPrefix(string(data), databaseHead)
			mark, _, more := strings.Cut(body, "\n")
			if !ok || !more {
				return Held{}, fault.New(fault.Damaged, "Portföljen ”"+filepath.Base(path)+"” är skadad.")
			}
			return Held{Mark: mark, Systems: len(mark), Changed: monday}, nil
		}}
}

var monday = time.Date(2027, 3, 1, 8, 30, 0, 0, time.Local)

func content(mark string) []byte { return []byte(databaseHead + mark + "\nresten av filen") }

func source(path, mark string) Source {
	return Source{Path: path, Write: func(_ context.Context, to string) error { return os.WriteFile(to, content(mark), 0o600) }}
}

func keep(t *testing.T, s *Shelf, path, mark string) (Copy, bool) {
	t.Helper()
	c, made, err := s.Keep(t.Context(), source(path, mark), "dag")
	if err != nil {
		t.Fatal(err)
	}
	return c, made
}

func list(t *testing.T, s *Shelf, path string) []Copy {
	t.Helper()
	out, err := s.List(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestACopyIsListedWithWhatItHolds(t *testing.T) {
	now := monday
	s := shelfIn(t, &now)
	path := filepath.Join(t.TempDir(), "Ekvalla kommun.itp")
	made, ok := keep(t, s, path, "abc")
	want := Copy{Held: Held{Mark: "abc", Systems: 3, Changed: monday}, Path: made.Path, Of: path, At: monday, Reason: "dag", Size: made.Size}
	got := list(t, s, path)
	if len(got) != 1 || !got[0].At.Equal(want.At) || !got[0].Changed.Equal(want.Changed) {
		t.Fatalf("made %v, listed %+v", ok, got)
	}
	got[0].At, got[0].Changed = want.At, want.Changed
	if got[0] != want {
		t.Errorf("listed %+v\nwant %+v", got[0], want)
	}
	rel, _ := filepath.Rel(s.Root, made.Path)
	if !strings.HasPrefix(rel, "ekvalla-kommun-") || filepath.Base(rel) != "2027-03-01-083000-dag.itp.gz" {
		t.Errorf("called %s", rel)
	}
	info, err := os.Stat(made.Path)
	if err != nil || info.Mode().Perm() != 0o600 && os.PathSeparator == '/' || info.Size() != made.Size {
		t.Errorf("%v %v", info, err)
	}
	if left, _ := os.ReadDir(s.Work); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	if other := list(t, s, filepath.Join(t.TempDir(), "Ekvalla kommun.itp")); len(other) != 0 {
		t.Errorf("another file of that name has %d copies", len(other))
	}
}

func TestNothingChangedMakesNoCopy(t *testing.T) {
	now := monday
	s := shelfIn(t, &now)
	for i, c := range []struct {
		mark string
		made bool
	}{{"a", true}, {"a", false}, {"b", true}, {"b", false}, {"a", true}} {
		now = now.Add(time.Minute)
		if _, made := keep(t, s, "/x/p.itp", c.mark); made != c.made {
			t.Errorf("%d: made %v, want %v", i, made, c.made)
		}
	}
	known := source("/x/p.itp", "a")
	known.Mark = "a"
	known.Write = func(context.Context, string) error { t.Error("written though nothing has changed"); return nil }
	if _, made, err := s.Keep(t.Context(), known, "import"); made || err != nil {
		t.Errorf("made %v, %v", made, err)
	}
}

func TestABrokenNewestCopyIsNoReasonToMakeNone(t *testing.T) {
	now := monday
	s := shelfIn(t, &now)
	c, _ := keep(t, s, "/x/p.itp", "a")
	flip(t, c.Path)
	now = now.Add(time.Minute)
	if _, made := keep(t, s, "/x/p.itp", "a"); !made {
		t.Error("the broken copy counted")
	}
}

// flip changes a byte of what is packed.
func flip(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)-10] ^= 0x40
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestACopyThatReadsBackWrongIsNoCopy(t *testing.T) {
	now := monday
	s := shelfIn(t, &now)
	s.written = func(path string) { flip(t, path) }
	_, made, err := s.Keep(t.Context(), source("/x/p.itp", "a"), "dag")
	if made || fault.CodeOf(err) != fault.Damaged || !strings.Contains(err.Error(), "läsa tillbaka") {
		t.Errorf("made %v, %v", made, err)
	}
	if n := len(list(t, s, "")); n != 0 {
		t.Errorf("%d copies", n)
	}
	s.written = nil
	broken := Source{Path: "/x/p.itp", Write: func(_ context.Context, to string) error { return os.WriteFile(to, []byte("skräp"), 0o600) }}
	if _, made, err := s.Keep(t.Context(), broken, "dag"); made || fault.CodeOf(err) != fault.Damaged {
		t.Errorf("a broken portfolio: made %v, %v", made, err)
	}
}

func TestEveryFlippedByteIsSeen(t *testing.T) {
	now := monday
	s := shelfIn(t, &now)
	c, _ := keep(t, s, "/x/p.itp", "abc")
	whole, err := os.ReadFile(c.Path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		data := bytes.Clone(whole)
		data[i] ^= 0x10
		var out bytes.Buffer
		n, err := unpack(t.Context(), bytes.NewReader(data), &out, "")
		same := bytes.Equal(out.Bytes(), content("abc")) && n.Mark == "abc" && n.Systems == 3 && n.Of == "/x/p.itp" && n.Reason == "dag" && n.At.Equal(monday)
		if err == nil && !same && n.Sum != "" {
			t.Errorf("byte %d of %d: %+v %q", i, len(whole), n, out.String())
		}
	}
	for i := range whole {
		if _, err := unpack(t.Context(), bytes.NewReader(whole[:i]), nil, ""); err == nil {
			t.Errorf("cut at %d of %d", i, len(whole))
		}
	}
}

func TestAPlaceThatIsGoneIsToldOfAndHoldsNobodyUp(t *testing.T) {
	now := monday
	for name, spoil := range map[string]func(t *testing.T, s *Shelf){
		"a file is in the way": func(t *testing.T, s *Shelf) {
			if err := os.WriteFile(s.Root, nil, 0o600); err != nil {
				t.Fatal(err)
			}
		},
		"no folder can be made": func(t *testing.T, s *Shelf) { s.Root = "/proc/nowhere/kopior" },
	} {
		t.Run(name, func(t *testing.T) {
			s := shelfIn(t, &now)
			spoil(t, s)
			_, made, err := s.Keep(t.Context(), source("/x/p.itp", "a"), "dag")
			if made || fault.CodeOf(err) != fault.NotFound || !strings.Contains(err.Error(), "går inte att nå") {
				t.Errorf("made %v, %v", made, err)
			}
		})
	}
	s := shelfIn(t, &now)
	hang := make(chan struct{})
	defer close(hang)
	_, err := within(t.Context(), 1, func() (int, error) { <-hang; return 0, nil })
	if err = s.explain(err); fault.CodeOf(err) != fault.NotFound || !strings.Contains(err.Error(), "svarar inte") {
		t.Errorf("a place that says nothing: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = within(ctx, 0, func() (int, error) { <-hang; return 0, nil })
	if err = s.explain(err); fault.CodeOf(err) != fault.Canceled || !strings.Contains(err.Error(), "inte färdig") {
		t.Errorf("stopped: %v", err)
	}
	if _, made, err := s.Keep(ctx, source("/x/p.itp", "a"), "dag"); made || fault.CodeOf(err) != fault.Canceled {
		t.Errorf("stopped before it began: made %v, %v", made, err)
	}
}

// TestASilentPlaceIsNotAskedAgainAtOnce holds that a script that changes much
// waits for a share that is gone once, and not each time.
func TestASilentPlaceIsNotAskedAgainAtOnce(t *testing.T) {
	now := monday
	s := shelfIn(t, &now)
	hang, asked := make(chan struct{}), make(chan bool, 9)
	s.patience, s.reaching = 1, func() { asked <- true; <-hang }
	today := func(want int) {
		t.Helper()
		if _, ok, err := s.Today(t.Context(), "/x/p.itp"); ok || fault.CodeOf(err) != fault.NotFound || !strings.Contains(err.Error(), "svarar inte") {
			t.Errorf("%v, %v", ok, err)
		}
		for range want {
			<-asked
		}
		if len(asked) != 0 {
			t.Error("asked again")
		}
	}
	today(1)
	today(0)
	if _, _, err := s.Keep(t.Context(), source("/x/p.itp", "a"), "begard"); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("asked for by the user: %v", err)
	}
	<-asked
	now = now.Add(peace + time.Minute)
	today(1)
	other := *s
	other.Root += "-annan"
	other.reaching, other.patience = nil, 0
	if _, _, err := other.Today(t.Context(), "/x/p.itp"); err != nil {
		t.Errorf("another place: %v", err)
	}
	s.reaching, s.patience = nil, 0
	close(hang)
	if _, made := keep(t, s, "/x/p.itp", "a"); !made {
		t.Error("no copy when it answers")
	}
	if _, ok, err := s.Today(t.Context(), "/x/p.itp"); !ok || err != nil {
		t.Errorf("when it has answered: %v, %v", ok, err)
	}
}

func TestOthersFilesAreLeftAlone(t *testing.T) {
	now := monday
	s := shelfIn(t, &now)
	c, _ := keep(t, s, "/x/p.itp", "a")
	folder := filepath.Dir(c.Path)
	theirs := []string{"semester.jpg", "2027-01-01-080000-dag.itp", "2020-01-01 kopia.itp.gz", "2020-01-01-080000-DAG.itp.gz"}
	for _, name := range theirs {
		if err := os.WriteFile(filepath.Join(folder, name), content("b"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	outside := filepath.Join(t.TempDir(), "utanför.itp.gz")
	if err := os.WriteFile(outside, content("c"), 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(folder, "2020-01-01-080000-dag.itp.gz")
	if err := os.Symlink(outside, link); err != nil {
		t.Skip(err)
	}
	s.budget = 1
	for i := range 30 {
		now = now.AddDate(0, 0, 1)
		keep(t, s, "/x/p.itp", fmt.Sprint("m", i))
	}
	if got := list(t, s, ""); len(got) != 1 {
		t.Errorf("%d copies within a budget of a byte", len(got))
	}
	for _, name := range append(theirs, filepath.Base(link)) {
		if _, err := os.Lstat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
	if _, err := os.Stat(outside); err != nil {
		t.Error(err)
	}
}

func TestACopyWhoseBeginningIsBrokenIsListedAsSuch(t *testing.T) {
	now := monday
	s := shelfIn(t, &now)
	c, _ := keep(t, s, "/x/p.itp", "a")
	if err := os.WriteFile(c.Path, []byte("skräp"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := list(t, s, "/x/p.itp"); len(got) != 1 || !got[0].Damaged || !got[0].At.Equal(monday) || got[0].Reason != "dag" {
		t.Errorf("%+v", got)
	}
}

func TestWhatIsLeftHalfMadeIsSweptAway(t *testing.T) {
	now := time.Now().Add(48 * time.Hour)
	s := shelfIn(t, &now)
	dead := filepath.Join(s.Work, tempPrefix+"123")
	if err := os.MkdirAll(dead, 0o700); err != nil {
		t.Fatal(err)
	}
	keep(t, s, "/x/p.itp", "a")
	if _, err := os.Stat(dead); err == nil {
		t.Error("still there")
	}
}

func random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b)
	return b
}
