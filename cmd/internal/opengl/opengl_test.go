package opengl

import (
	"bytes"
	"errors"
	"log/slog"
	"strings"
	"testing"
)

func TestEnough(t *testing.T) {
	for version, want := range map[string]bool{
		"1.1.0": false, "1.5.0 - Build 8.14": false, "2.0.6 ATI": false, "": false, "?": false, "OpenGL ES 3.2": false,
		"2.1.0": true, "2.1": true, "3.0 Mesa 11.2.2": true, "4.6.0 NVIDIA 551.23": true, "10.0": true,
	} {
		if got := (driver{version: version}).enough(); got != want {
			t.Errorf("%q: %v", version, got)
		}
	}
}

func TestChoose(t *testing.T) {
	bad := errors.New("no")
	good, old := driver{"4.6.0 NVIDIA", "x"}, driver{"1.1.0", "GDI Generic"}
	for name, c := range map[string]struct {
		second             bool
		found              driver
		probe, load, again error
		code               int
		done               bool
		did                string
	}{
		"the computer's":            {found: good, did: "probe"},
		"too old":                   {found: old, done: true, did: "probe again"},
		"none":                      {probe: bad, done: true, did: "probe again"},
		"too old, and none of ours": {found: old, again: bad, code: 1, done: true, did: "probe again tell"},
		"ours":                      {second: true, found: good, did: "load probe"},
		"ours can't be loaded":      {second: true, load: bad, code: 1, done: true, did: "load tell"},
		"ours can't draw":           {second: true, probe: bad, code: 1, done: true, did: "load probe tell"},
		"ours is too old":           {second: true, found: old, code: 1, done: true, did: "load probe tell"},
	} {
		t.Run(name, func(t *testing.T) {
			var did []string
			step := func(what string, err error) error { did = append(did, what); return err }
			said := ""
			var log bytes.Buffer
			code, done := means{
				second: c.second,
				probe:  func() (driver, error) { return c.found, step("probe", c.probe) },
				load:   func() error { return step("load", c.load) },
				again:  func() error { return step("again", c.again) },
			}.choose(slog.New(slog.NewTextHandler(&log, nil)), func(text string) { step("tell", nil); said = text })
			if code != c.code || done != c.done || strings.Join(did, " ") != c.did {
				t.Errorf("%d, %v: %s; want %d, %v: %s", code, done, did, c.code, c.done, c.did)
			}
			if (said != "") != (c.code != 0) || said != "" && !strings.Contains(said, "Inget har gått förlorat") {
				t.Errorf("said %q", said)
			}
			if !strings.Contains(log.String(), c.found.version) || (c.code != 0) != strings.Contains(log.String(), "level=WARN") {
				t.Errorf("the log says %s", &log)
			}
		})
	}
}
