package theme

import (
	"bytes"
	"image/color"

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
	if len(icons) > 2000 {
		clear(icons)
	}
	r := fyne.NewStaticResource(name+"-"+Hex(c)[1:]+".svg", svg)
	icons[k] = r
	return r
}

// HasIcon tells whether an icon of that name ships.
func HasIcon(name string) bool {
	_, err := assets.Files.Open("icons/" + name + ".svg")
	return err == nil
}
