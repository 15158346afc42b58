package backup

import (
	"bytes"
	"compress/gzip"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/base/fault"
	"itportfoljen/data/files"
)

func gzipped(t testing.TB, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// packed is a copy whose note would lead out of the folder, were it followed.
func packed(t testing.TB, mark string) []byte {
	t.Helper()
	raw := filepath.Join(t.TempDir(), "p.itp")
	if err := os.WriteFile(raw, content(mark), 0o600); err != nil {
		t.Fatal(err)
	}
	n, err := Copy{Of: "../../utanför.itp", At: monday, Reason: "../../dag", Held: Held{Mark: mark}}.note(context.Background(), raw)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := pack(context.Background(), &out, raw, n); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// FuzzUnpack holds that a copy of any content is unpacked to a whole database
// that agrees with what the copy says, or refused.
func FuzzUnpack(f *testing.F) {
	f.Add(packed(f, "a"))
	f.Add(content("b"))
	f.Add(gzipped(f, content("c")))
	f.Add([]byte("age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 1\n"))
	f.Add(packed(f, "d")[:40])
	f.Fuzz(func(t *testing.T, data []byte) {
		var out bytes.Buffer
		n, err := unpack(t.Context(), bytes.NewReader(data), &out, "")
		switch {
		case err != nil:
			if f := explain(err, "kopia.itp.gz"); fault.CodeOf(f) == fault.Internal {
				t.Errorf("no words for %v", err)
			}
		case !strings.HasPrefix(out.String(), databaseHead):
			t.Errorf("unpacked to %.40q", out.String())
		case n.Sum != "" && n.Size != int64(out.Len()):
			t.Errorf("%d bytes, not %d", out.Len(), n.Size)
		}
	})
}

// TestACopyLeadsNowhereElse holds that a copy is restored to the one file that
// was asked for, whatever its note says.
func TestACopyLeadsNowhereElse(t *testing.T) {
	now := monday
	s := shelfIn(t, &now)
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.itp.gz"), filepath.Join(dir, "a", "b", "p.itp")
	if err := os.MkdirAll(filepath.Dir(out), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(in, packed(t, "a"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Restore(t.Context(), in, "", out, files.Holder{}); err != nil {
		t.Fatal(err)
	}
	var got []string
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			got = append(got, path)
		}
		return err
	})
	if want := []string{out, in}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%v: %q, want %q", err, got, want)
	}
}
