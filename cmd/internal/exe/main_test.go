package main

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
)

// resources are as a compiler of them lays them out.
func resources(t *testing.T, f fixed, shown string) []byte {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("....")
	if err := binary.Write(&b, binary.LittleEndian, f); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"ProductVersion", "FileVersion"} {
		b.Write(wide(key + "\x00\x00" + shown + "\x00"))
	}
	return b.Bytes()
}

func TestCheck(t *testing.T) {
	right := fixed{signature, 0x10000, 1<<16 | 12, 3 << 16, 1<<16 | 12, 3 << 16}
	old := fixed{signature, 0x10000, 1, 0, 1<<16 | 12, 3 << 16}
	for name, c := range map[string]struct {
		libraries []string
		resources []byte
		version   string
		want      string // "": nothing is wrong
	}{
		"right":        {[]string{"kernel32.dll"}, resources(t, right, "1.12.3"), "1.12.3", ""},
		"before 1.0":   {nil, resources(t, right, "1.12.3-rc1"), "1.12.3-rc1", ""},
		"numbers":      {nil, resources(t, old, "1.12.3"), "1.12.3", `"0.1.0.0" and "1.12.3.0", not "1.12.3.0"`},
		"text":         {nil, resources(t, right, "1.12.2"), "1.12.3", `FileVersion is "1.12.2"`},
		"no resources": {nil, nil, "1.12.3", `are "" and ""`},
		"opengl":       {[]string{"opengl32.dll"}, resources(t, right, "1.12.3"), "1.12.3", "without opengl32.dll"},
		"a compiler's": {[]string{"libwinpthread-1.dll"}, resources(t, right, "1.12.3"), "1.12.3", "without libwinpthread-1.dll"},
	} {
		t.Run(name, func(t *testing.T) {
			err := program{c.libraries, c.resources}.check(c.version)
			if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
}
