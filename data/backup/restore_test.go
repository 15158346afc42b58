package backup

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/base/fault"
	"itportfoljen/data/files"
)

func TestEncrypted(t *testing.T) {
	now := monday
	s := shelfIn(t, &now)
	dir := t.TempDir()
	path := filepath.Join(dir, "hemlig.itp.gz.age")
	if err := s.Encrypt(t.Context(), source("/x/p.itp", "a"), path, "åtta hästar"); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil || !bytes.Contains(data, []byte("-> scrypt ")) || !bytes.Contains(data[:120], []byte(" 16\n")) || bytes.Contains(data, []byte("p.itp")) {
		t.Errorf("%v: %.120q", err, data)
	}
	if packed, encrypted := Sort(path); packed || !encrypted {
		t.Errorf("packed %v, encrypted %v", packed, encrypted)
	}
	out := filepath.Join(dir, "ut.itp")
	for pass, want := range map[string]string{"": "är krypterad", "åtta hundar": "Lösenfrasen stämmer inte"} {
		_, err := s.Restore(t.Context(), path, pass, out, files.Holder{})
		if fault.CodeOf(err) != fault.Encrypted || !strings.Contains(err.Error(), want) {
			t.Errorf("with %q: %v", pass, err)
		}
	}
	if _, err := os.Stat(out); err == nil {
		t.Fatal("something was written without the passphrase")
	}
	// The same letters as a Mac writes them.
	if _, err := s.Restore(t.Context(), path, "a\u030atta ha\u0308star", out, files.Holder{}); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(out); !bytes.Equal(got, content("a")) {
		t.Errorf("came back as %q", got)
	}
	for _, at := range []int{len(data) / 2, len(data) - 1} {
		broken := bytes.Clone(data)
		broken[at] ^= 1
		if err := os.WriteFile(path, broken, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Restore(t.Context(), path, "åtta hästar", filepath.Join(dir, "2.itp"), files.Holder{}); fault.CodeOf(err) == "" {
			t.Errorf("a flipped byte at %d came through", at)
		}
	}
	costly := bytes.Replace(data, []byte(" 16\n"), []byte(" 25\n"), 1)
	if _, err := unpack(t.Context(), bytes.NewReader(costly), nil, "åtta hästar"); err == nil || !strings.Contains(err.Error(), "work factor") {
		t.Errorf("a file that asks for 4 GB: %v", err)
	}
}

func TestRestoreKeepsWhatItReplaces(t *testing.T) {
	now := monday
	s := shelfIn(t, &now)
	path := filepath.Join(t.TempDir(), "p.itp")
	if err := os.WriteFile(path, content("ny"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o640); err != nil { // shared with a group
		t.Fatal(err)
	}
	c, _ := keep(t, s, path, "gammal")
	plain := filepath.Join(t.TempDir(), "vanlig.itp")
	if err := os.WriteFile(plain, content("vanlig"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct{ copy, kept, was, is string }{
		{c.Path, "p.före-återställning-2027-03-01.itp", "ny", "gammal"},
		{plain, "p.före-återställning-2027-03-01-2.itp", "gammal", "vanlig"},
	} {
		kept, err := s.Restore(t.Context(), step.copy, "", path, files.Holder{})
		if err != nil || filepath.Base(kept) != step.kept {
			t.Fatalf("kept as %s, %v", kept, err)
		}
		if got, _ := os.ReadFile(kept); !bytes.Equal(got, content(step.was)) {
			t.Errorf("%s holds %q", step.kept, got)
		}
		if got, _ := os.ReadFile(path); !bytes.Equal(got, content(step.is)) {
			t.Errorf("in its place: %q", got)
		}
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 && os.PathSeparator == '/' {
		t.Errorf("those who could read it: %v %v", info.Mode(), err)
	}
	fresh := filepath.Join(filepath.Dir(path), "annan.itp")
	if kept, err := s.Restore(t.Context(), c.Path, "", fresh, files.Holder{}); kept != "" || err != nil {
		t.Errorf("where nothing was: kept %q, %v", kept, err)
	}
}

func TestRestoreRefusesAndChangesNothing(t *testing.T) {
	now := monday
	s := shelfIn(t, &now)
	dir := t.TempDir()
	path := filepath.Join(dir, "p.itp")
	if err := os.WriteFile(path, content("ny"), 0o600); err != nil {
		t.Fatal(err)
	}
	write := func(name string, data []byte) string {
		t.Helper()
		at := filepath.Join(dir, name)
		if err := os.WriteFile(at, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return at
	}
	c, _ := keep(t, s, path, "a")
	whole, _ := os.ReadFile(c.Path)
	for name, want := range map[string]struct {
		copy string
		code fault.Code
	}{
		"text":        {write("text.itp.gz", []byte("hej")), fault.Unreadable},
		"other gzip":  {write("annat.itp.gz", gzipped(t, []byte("en helt annan fil"))), fault.Unreadable},
		"cut":         {write("kapad.itp.gz", whole[:len(whole)-9]), fault.Damaged},
		"broken":      {write("trasig.itp", []byte(databaseHead+"utan radbrytning")), fault.Damaged},
		"more behind": {write("mer.itp.gz", append(bytes.Clone(whole), 'x')), fault.Damaged},
		"nothing":     {filepath.Join(dir, "finns inte.itp.gz"), fault.NotFound},
		"folder":      {dir, fault.Unreadable},
	} {
		if _, err := s.Restore(t.Context(), want.copy, "", path, files.Holder{}); fault.CodeOf(err) != want.code {
			t.Errorf("%s: %v (%s)", name, err, fault.CodeOf(err))
		} else if !strings.Contains(err.Error(), filepath.Base(want.copy)) {
			t.Errorf("%s isn't named: %v", name, err)
		}
	}
	if got, _ := os.ReadFile(path); !bytes.Equal(got, content("ny")) {
		t.Errorf("the portfolio is %q", got)
	}
	lease, _, err := files.TakeLease(path, files.NewHolder("Bo Alm", true, now))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Restore(t.Context(), c.Path, "", path, files.Holder{}); fault.CodeOf(err) != fault.Locked || !strings.Contains(err.Error(), "Bo Alm") {
		t.Errorf("over an open one: %v", err)
	}
	lease.Release()
	names := []string{}
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, "före") || strings.HasSuffix(n, ".tmp") }) {
		t.Errorf("left behind: %q", names)
	}
}

// TestAHostileCopyFillsNoDisk holds that a copy can't unpack to more than it
// says.
func TestAHostileCopyFillsNoDisk(t *testing.T) {
	raw := filepath.Join(t.TempDir(), "stor.itp")
	if err := os.WriteFile(raw, append([]byte(databaseHead), make([]byte, 4<<20)...), 0o600); err != nil {
		t.Fatal(err)
	}
	var packed, out bytes.Buffer
	if err := pack(t.Context(), &packed, raw, note{Size: 1000, Sum: "x"}); err != nil {
		t.Fatal(err)
	}
	if _, err := unpack(t.Context(), &packed, &out, ""); err == nil || out.Len() > 1001 {
		t.Errorf("%v, %d bytes", err, out.Len())
	}
}
