// Package conformance holds reports against PDF/A-2a and PDF/UA-1 with veraPDF, which is
// a Java library: pom.xml and src are a small program around it. It is for tests, and
// nothing that ships depends on it.
package conformance

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// ErrNotHere says that Java or Maven isn't on this machine, or that Maven has no way to
// the libraries.
var ErrNotHere = errors.New("veraPDF can't be run here")

// Verdict is what veraPDF says of a file by a standard.
type Verdict struct {
	File, Standard string // the standard is "2a" or "ua1"
	Conforms       bool
	Checks         int
	Took           time.Duration
	Broken         []string // the rules that aren't met, with how many times and where first
}

// Of gives the verdicts of files, two for each, by the program of a folder, which is this
// one. It builds the program the first time, and keeps it in the user's cache.
func Of(ctx context.Context, folder string, files ...string) ([]Verdict, error) {
	home, err := built(ctx, os.DirFS(folder))
	if err != nil {
		return nil, err
	}
	args := append([]string{"-Xmx2g", "-cp", filepath.Join(home, "conformance-1.jar") + string(os.PathListSeparator) + filepath.Join(home, "lib", "*"), "Conformance"}, files...)
	cmd := exec.CommandContext(ctx, "java", args...)
	var said, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &complaint
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("veraPDF: %w: %s", err, complaint.String())
	}
	out, err := parse(&said)
	if err == nil && len(out) != 2*len(files) {
		err = fmt.Errorf("veraPDF gave %d verdicts of %d files: %s", len(out), len(files), complaint.String())
	}
	return out, err
}

func parse(said *bytes.Buffer) (out []Verdict, err error) {
	lines := bufio.NewScanner(said)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		if rule, is := strings.CutPrefix(line, "\t"); is {
			if len(out) > 0 {
				out[len(out)-1].Broken = append(out[len(out)-1].Broken, rule)
			}
			continue
		}
		parts := strings.SplitN(line, "\t", 5)
		if len(parts) != 5 {
			return nil, fmt.Errorf("veraPDF said %q", line)
		}
		checks, err1 := strconv.Atoi(parts[2])
		ms, err2 := strconv.Atoi(parts[3])
		if err := errors.Join(err1, err2); err != nil {
			return nil, err
		}
		out = append(out, Verdict{File: parts[4], Standard: parts[0], Conforms: parts[1] == "ok", Checks: checks, Took: time.Duration(ms) * time.Millisecond})
	}
	return out, lines.Err()
}

// built is where the program is, built if it wasn't.
func built(ctx context.Context, program fs.FS) (home string, err error) {
	for _, tool := range []string{"java", "mvn"} {
		if _, err := exec.LookPath(tool); err != nil {
			return "", fmt.Errorf("%w: %s isn't installed", ErrNotHere, tool)
		}
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	sum, err := digest(program)
	if err != nil {
		return "", err
	}
	home = filepath.Join(cache, "itportfoljen-conformance", sum)
	if _, err := os.Stat(filepath.Join(home, "done")); err == nil {
		return home, nil
	}
	source, err := os.MkdirTemp("", "conformance")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(source)
	if err := os.CopyFS(source, program); err != nil {
		return "", err
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Minute)
	defer cancel()
	said, err := exec.CommandContext(ctx, "mvn", "-q", "-B", "-f", filepath.Join(source, "pom.xml"), "-Dout="+home, "package").CombinedOutput()
	switch {
	case err != nil && bytes.Contains(said, []byte("COMPILATION ERROR")):
		return "", fmt.Errorf("mvn: %w: %s", err, firstLines(said))
	case err != nil: // no way to the libraries, or no way for Maven to do its work
		return "", fmt.Errorf("%w: mvn: %w: %s", ErrNotHere, err, firstLines(said))
	}
	return home, os.WriteFile(filepath.Join(home, "done"), nil, 0o600)
}

func firstLines(said []byte) string {
	lines := strings.SplitN(string(said), "\n", 6)
	return strings.Join(lines[:min(5, len(lines))], "\n")
}

// digest names what the program is made from.
func digest(program fs.FS) (string, error) {
	h := sha256.New()
	err := fs.WalkDir(program, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(program, path)
		h.Write(data)
		return err
	})
	return hex.EncodeToString(h.Sum(nil)[:8]), err
}
