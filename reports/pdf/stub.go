package pdf

import (
	"errors"
	"image/color"
)

type layout struct {
	pages   []Page
	elems   []Elem
	missing []rune
}

func (d *Doc) layout() *layout { return &layout{} }

// PDF gives the finished file: PDF/A-2a and PDF/UA-1.
func (d *Doc) PDF() ([]byte, error) { return nil, errors.New("pdf: inte klar") }

func width(s string, f Face, size float64) float64 { return float64(len(s)) * size * 0.5 }

func contrastOnWhite(color.NRGBA) float64 { return 12 }
