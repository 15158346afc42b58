// Command licences gathers the licences of all that is compiled into the
// programs, as the build sees it:
//
//	licences TAGS FOLDER   writes them into the folder, one file for each
//	licences TAGS          prints the list of them
//
// It fails when something has no licence, or one that it doesn't know.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "licences:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	if len(args) < 1 || len(args) > 2 {
		return errors.New("usage: licences TAGS [FOLDER]")
	}
	parts, err := compiled(args[0])
	if err != nil {
		return err
	}
	var list strings.Builder
	for i := range parts {
		if err := parts[i].read(); err != nil {
			return err
		}
		fmt.Fprintln(&list, parts[i].line())
	}
	if len(args) == 1 {
		_, err = io.WriteString(out, list.String())
		return err
	}
	return write(args[1], parts, list.String())
}

// part is something with a licence of its own: a module, Go, a font.
type part struct {
	name, version string
	dir           string // where its licences are
	flat          bool   // and not in its folders

	licences []licence
}

type licence struct {
	file  string   // its place in dir
	kinds []string // "MIT", or several; none of what only goes along
	text  []byte
}

// line is the part in the list: name, version and kinds of licence.
func (p part) line() string {
	var kinds []string
	for _, l := range p.licences {
		for _, k := range l.kinds {
			if !slices.Contains(kinds, k) {
				kinds = append(kinds, k)
			}
		}
	}
	return strings.Join(strings.Fields(p.name+" "+p.version), " ") + " · " + strings.Join(kinds, ", ")
}

var (
	reLicence = regexp.MustCompile(`(?i)^(?:licen[sc]e|copying|copyright|unlicense|ofl)(?:[-_.].*)?$`)
	reBeside  = regexp.MustCompile(`(?i)^(?:notice|patents)(?:\.(?:txt|md))?$`)   // goes along with a licence
	reOutside = regexp.MustCompile(`^(?:testdata|examples?|cmd|[._].*|.*-LOGO)$`) // not compiled in
)

// read finds the part's licences: also those in folders, which are of what it
// has taken from others.
func (p *part) read() error {
	err := filepath.WalkDir(p.dir, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		file, _ := filepath.Rel(p.dir, path)
		switch {
		case d.IsDir() && file != "." && (p.flat || reOutside.MatchString(d.Name())):
			return filepath.SkipDir
		case d.IsDir(), strings.HasSuffix(file, ".go"), !reLicence.MatchString(d.Name()) && !reBeside.MatchString(d.Name()), reOutside.MatchString(d.Name()):
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		l := licence{file: filepath.ToSlash(file), text: text}
		if !reBeside.MatchString(d.Name()) {
			if l.kinds = kindsOf(text); l.kinds == nil {
				return fmt.Errorf("%s: the licence in %s isn't one that is known", p.name, file)
			}
		}
		p.licences = append(p.licences, l)
		return nil
	})
	if err == nil && !slices.ContainsFunc(p.licences, func(l licence) bool { return l.kinds != nil }) {
		err = fmt.Errorf("%s has no licence in %s", p.name, p.dir)
	}
	return err
}

// kinds are known by words that stand in each, and by words that don't.
var kinds = []struct{ name, words, unless string }{
	{"Apache-2.0", "apache license version 2.0", ""},
	{"MPL-2.0", "mozilla public license version 2.0", ""},
	{"OFL-1.1", "sil open font license version 1.1", ""},
	{"ISC", "permission to use, copy, modify, and/or distribute this software for any purpose with or without fee", ""},
	{"ISC", "permission to use, copy, modify, and distribute this software for any purpose with or without fee", ""},
	{"NCSA", "university of illinois/ncsa open source license", ""},
	{"MIT", "permission is hereby granted, free of charge, to any person obtaining a copy of this software", "to deal with the software"},
	{"Bitstream-Vera", "permission is hereby granted, free of charge, to any person obtaining a copy of the fonts", ""},
	{"BSD-3-Clause", "neither the name", "to deal with the software"},
	{"BSD-2-Clause", "redistributions in binary form must reproduce", "neither the name"},
	{"Zlib", "this software is provided 'as-is', without any express or implied warranty", ""},
	{"public domain", "public domain", "permission"},
}

var reBetween = regexp.MustCompile(`[\s,/*#>"“”]+`)

func kindsOf(text []byte) (found []string) {
	plain := func(s string) string { return strings.ToLower(strings.Join(reBetween.Split(s, -1), " ")) }
	read := plain(string(text))
	for _, k := range kinds {
		if strings.Contains(read, plain(k.words)) && (k.unless == "" || !strings.Contains(read, k.unless)) && !slices.Contains(found, k.name) {
			found = append(found, k.name)
		}
	}
	return found
}

// write puts each part's licences into a file of its own, and the list beside.
func write(folder string, parts []part, list string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, p := range parts {
		var text bytes.Buffer
		fmt.Fprintf(&text, "%s\n", p.line())
		for _, l := range p.licences {
			fmt.Fprintf(&text, "\n──── %s\n\n%s\n", l.file, bytes.TrimSpace(l.text))
		}
		if err := os.WriteFile(filepath.Join(folder, fileName(p.name)), text.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(folder, "INNEHÅLL.txt"), []byte(list), 0o644)
}

func fileName(name string) string {
	return strings.NewReplacer("/", "_", " ", "-").Replace(strings.ToLower(name)) + ".txt"
}
