// Package picture reads the pictures that come from files and portfolios. A
// small file may unpack to more than the memory holds, so what it is and how
// large it says that it is are looked at before anything is unpacked. Nothing
// else in the program unpacks pictures from outside.
package picture

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
)

// The bounds of a picture: a municipality's arms in print need a fraction.
const (
	MostBytes  = 2 << 20
	MostPixels = 4_000_000
	MostSide   = 4_000
)

// mostScans is how many times over a progressive JPEG may draw itself; real
// ones do some ten times.
const mostScans = 64

// format is a kind of picture, known by how it begins.
type format struct {
	begins string
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}

var formats = []format{
	{"\x89PNG\r\n\x1a\n", png.DecodeConfig, png.Decode},
	{"\xff\xd8\xff", jpeg.DecodeConfig, jpeg.Decode},
}

// Check refuses what isn't a PNG or JPEG of a sensible size, without unpacking
// it. Errors are *fault.Error of code Unreadable or TooLarge; their sentences
// say what is wrong with the picture.
func Check(data []byte) error {
	_, err := check(data)
	return err
}

func check(data []byte) (format, error) {
	if len(data) > MostBytes {
		return format{}, tooMany()
	}
	for _, f := range formats {
		if !bytes.HasPrefix(data, []byte(f.begins)) {
			continue
		}
		c, err := f.config(bytes.NewReader(data))
		switch {
		case err != nil || c.Width <= 0 || c.Height <= 0:
			return format{}, broken(err)
		case c.Width > MostSide || c.Height > MostSide || c.Width*c.Height > MostPixels:
			return format{}, fault.New(fault.TooLarge, fmt.Sprintf("Bilden är %s × %s bildpunkter stor. Spara den med högst %s på var sida och %d miljoner sammanlagt, och välj den igen.",
				text.Count(c.Width), text.Count(c.Height), text.Count(MostSide), MostPixels/1_000_000))
		case bytes.Count(data, []byte("\xff\xda")) > mostScans && f.begins[0] == '\xff':
			return format{}, fault.New(fault.TooLarge, "Bilden är packad i orimligt många lager. Spara den som en vanlig PNG eller JPEG och välj den igen.")
		}
		return f, nil
	}
	return format{}, fault.New(fault.Unreadable, "Bilden är varken PNG eller JPEG. Välj en annan fil.")
}

func tooMany() error {
	return fault.New(fault.TooLarge, fmt.Sprintf("Bilden är större än %d MB. Välj en mindre bild.", MostBytes>>20))
}

func broken(err error) error {
	return fault.Wrap(fault.Unreadable, "Bilden är skadad och går inte att visa. Välj en annan fil.", err)
}

// Decode unpacks a picture that Check has nothing against.
func Decode(data []byte) (image.Image, error) {
	f, err := check(data)
	if err != nil {
		return nil, err
	}
	img, err := f.decode(bytes.NewReader(data))
	if err != nil {
		return nil, broken(err)
	}
	return img, nil
}

// Read reads and checks a picture, no more of it than a picture may be.
func Read(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, MostBytes+1))
	if err != nil {
		return nil, fault.Wrap(fault.Unreadable, "Bilden gick inte att läsa. Välj den igen, eller en annan.", err)
	}
	return data, Check(data)
}

// dataURL is room for what stands before the picture in a data URL.
const dataURL = 100

// Text writes a picture as the text that a field keeps.
func Text(data []byte) string { return base64.StdEncoding.EncodeToString(data) }

// FromText reads what a field keeps, as Text wrote it or as a data URL; nil for
// an empty text. What it gives Check has nothing against.
func FromText(s string) ([]byte, error) {
	if s = strings.TrimSpace(s); s == "" {
		return nil, nil
	}
	if len(s) > base64.StdEncoding.EncodedLen(MostBytes)+dataURL {
		return nil, tooMany()
	}
	if _, after, ok := strings.Cut(s, ";base64,"); ok {
		s = after
	}
	data, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		return nil, broken(err)
	}
	return data, Check(data)
}
