package theme

import (
	"bytes"
	"image/color"
	"regexp"

	"fyne.io/fyne/v2"

	"itportfoljen/assets"
)

type iconKey struct {
	name string
	c    color.NRGBA
}

var icons = map[iconKey]fyne.Resource{}

// Icon is a shipped line icon in the text colour, by its file name without
// ".svg". An unknown name panics: it is a fault in the build.
func Icon(name string) fyne.Resource { return IconIn(name, palette.Text) }

// IconIn is an icon in a given colour. Use it from the main goroutine.
func IconIn(name string, c color.NRGBA) fyne.Resource {
	k := iconKey{name, c}
	if r, ok := icons[k]; ok {
		return r
	}
	svg := bytes.ReplaceAll(assets.Must("icons/"+name+".svg"), []byte("currentColor"), []byte(Hex(c)))
	svg = bytes.ReplaceAll(svg, []byte(`stroke-width="2"`), []byte(`stroke-width="1.8"`))
	svg = arcs.ReplaceAllFunc(svg, splitArcs)
	if len(icons) > 2000 {
		clear(icons)
	}
	r := fyne.NewStaticResource(name+"-"+Hex(c)[1:]+".svg", svg)
	icons[k] = r
	return r
}

var (
	arcs    = regexp.MustCompile(`[aA][-0-9. ]+`)
	numbers = regexp.MustCompile(`-?(\d+\.?\d*|\.\d+)`)
)

// splitArcs writes an arc command that draws several arcs as several commands;
// the toolkit's reader misreads the former.
func splitArcs(command []byte) []byte {
	args := numbers.FindAll(command[1:], -1)
	if len(args) <= 7 || len(args)%7 != 0 {
		return command
	}
	var out []byte
	for i := 0; i < len(args); i += 7 {
		out = append(out, command[0])
		out = append(out, bytes.Join(args[i:i+7], []byte(" "))...)
		out = append(out, ' ')
	}
	return out
}

// HasIcon tells whether an icon of that name ships.
func HasIcon(name string) bool {
	_, err := assets.Files.Open("icons/" + name + ".svg")
	return err == nil
}
