// Command exe looks into Windows programs as they were built and fails on what
// would only be seen on somebody's computer:
//
//	exe VERSION PROGRAM.exe...
package main

import (
	"bytes"
	"debug/pe"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode/utf16"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: exe VERSION PROGRAM.exe...")
		os.Exit(2)
	}
	failed := false
	for _, path := range os.Args[2:] {
		p, err := read(path)
		if err == nil {
			err = p.check(os.Args[1])
		}
		if err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", path, err)
			failed = true
		}
	}
	if failed {
		os.Exit(1)
	}
}

// program is what a file says of itself.
type program struct {
	libraries []string // that Windows loads before it begins, in small letters
	resources []byte
}

func read(path string) (p program, err error) {
	f, err := pe.Open(path)
	if err != nil {
		return p, err
	}
	defer f.Close()
	symbols, err := f.ImportedSymbols() // "wglGetProcAddress:OPENGL32.dll"
	if err != nil {
		return p, err
	}
	for _, s := range symbols {
		_, library, _ := strings.Cut(s, ":")
		if library = strings.ToLower(library); !slices.Contains(p.libraries, library) {
			p.libraries = append(p.libraries, library)
		}
	}
	if s := f.Section(".rsrc"); s != nil {
		p.resources, err = s.Data()
	}
	return p, err
}

// always are the libraries that every Windows has. opengl32.dll is among them,
// but one that is loaded before main can't be chosen.
var always = []string{"advapi32.dll", "comdlg32.dll", "gdi32.dll", "kernel32.dll", "msvcrt.dll", "ole32.dll", "oleaut32.dll", "shell32.dll", "user32.dll", "winmm.dll", "ws2_32.dll"}

func (p program) check(version string) error {
	var faults []error
	for _, l := range p.libraries {
		if !slices.Contains(always, l) {
			faults = append(faults, fmt.Errorf("it can't begin without %s", l))
		}
	}
	want, _, _ := strings.Cut(version, "-")
	file, product, ok := p.numbers()
	if want += ".0"; !ok || file != want || product != want {
		faults = append(faults, fmt.Errorf("the numbers of its version are %q and %q, not %q", file, product, want))
	}
	for _, key := range []string{"FileVersion", "ProductVersion"} {
		if got := p.text(key); got != version {
			faults = append(faults, fmt.Errorf("its %s is %q, not %q", key, got, version))
		}
	}
	return errors.Join(faults...)
}

// fixed is the beginning of VS_FIXEDFILEINFO.
type fixed struct{ Signature, Layout, FileHigh, FileLow, ProductHigh, ProductLow uint32 }

const signature = 0xFEEF04BD

// numbers are the versions that installers compare.
func (p program) numbers() (file, product string, ok bool) {
	i := bytes.Index(p.resources, binary.LittleEndian.AppendUint32(nil, signature))
	if i < 0 {
		return "", "", false
	}
	var f fixed
	if binary.Read(bytes.NewReader(p.resources[i:]), binary.LittleEndian, &f) != nil {
		return "", "", false
	}
	number := func(high, low uint32) string {
		return fmt.Sprintf("%d.%d.%d.%d", high>>16, high&0xFFFF, low>>16, low&0xFFFF)
	}
	return number(f.FileHigh, f.FileLow), number(f.ProductHigh, f.ProductLow), true
}

// text is what Windows shows people under the key.
func (p program) text(key string) string {
	_, after, _ := bytes.Cut(p.resources, wide(key+"\x00"))
	var value []uint16
	for ; len(after) >= 2; after = after[2:] {
		u := binary.LittleEndian.Uint16(after)
		if u == 0 && len(value) == 0 {
			continue // room up to an even four bytes
		}
		if u == 0 {
			break
		}
		value = append(value, u)
	}
	return string(utf16.Decode(value))
}

// wide is the text as Windows keeps it.
func wide(s string) (b []byte) {
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}
