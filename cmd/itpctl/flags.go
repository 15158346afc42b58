package main

import (
	"flag"
	"fmt"
	"strings"

	"itportfoljen/app/base/text"
)

// parse reads flags wherever they stand and gives the other arguments. After
// "--" nothing is a flag.
func parse(fs *flag.FlagSet, args []string) ([]string, error) {
	var rest []string
	for len(args) > 0 {
		a := args[0]
		args = args[1:]
		if a == "--" {
			return append(rest, args...), nil
		}
		if len(a) < 2 || a[0] != '-' {
			rest = append(rest, a)
			continue
		}
		name, value, has := strings.Cut(strings.TrimPrefix(a[1:], "-"), "=")
		f := fs.Lookup(name)
		if f == nil {
			return nil, usage("Flaggan --%s finns inte för %s.%s", name, fs.Name(), didYouMean("--"+name, flagNames(fs)))
		}
		if !has {
			if isBool(f) {
				value = "true"
			} else if len(args) > 0 {
				value, args = args[0], args[1:]
			} else {
				return nil, usage("Flaggan --%s ska följas av %s.", name, valueName(f))
			}
		}
		if err := fs.Set(name, value); err != nil {
			return nil, usage("”%s” går inte att ange för --%s: skriv %s.", value, name, valueName(f))
		}
	}
	return rest, nil
}

func isBool(f *flag.Flag) bool {
	b, ok := f.Value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

// valueName is the word between back quotes in the flag's text.
func valueName(f *flag.Flag) string {
	if isBool(f) {
		return "ja eller inget alls"
	}
	name, _ := flag.UnquoteUsage(f)
	return name
}

func flagNames(fs *flag.FlagSet) []string {
	var out []string
	fs.VisitAll(func(f *flag.Flag) { out = append(out, "--"+f.Name) })
	return out
}

// didYouMean suggests what may have been meant, with a space before; "" when
// nothing is near.
func didYouMean(s string, known []string) string {
	best, at := 0.0, ""
	for _, k := range known {
		near := text.Similarity(s, k)
		if bare := strings.TrimLeft(s, "-"); len(bare) >= 2 && strings.HasPrefix(strings.TrimLeft(k, "-"), bare) {
			near = max(near, 0.9)
		}
		if near > best {
			best, at = near, k
		}
	}
	if best < 0.55 {
		return ""
	}
	return fmt.Sprintf(" Menade du ”%s”?", at)
}

// list is a flag that may be given several times.
type list []string

func (l *list) String() string     { return strings.Join(*l, " ") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

// pairs reads key=value arguments in order.
func pairs(args []string, what string) ([][2]string, error) {
	out := make([][2]string, 0, len(args))
	for _, a := range args {
		key, value, ok := strings.Cut(a, "=")
		if !ok || strings.TrimSpace(key) == "" {
			return nil, usage("”%s” ska vara %s.", a, what)
		}
		out = append(out, [2]string{strings.TrimSpace(key), value})
	}
	return out, nil
}
